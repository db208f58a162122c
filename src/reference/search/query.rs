use super::{Level, fold, numbers};
use crate::reference::AdministrationForm;

/// No name with Kreis and Land has more words.
const MAX_WORDS: usize = 8;

/// What somebody typed, understood in one or more ways.
#[derive(Debug, Default)]
pub(super) struct Query {
    words: Vec<String>,
    variants: Vec<Variant>,
}

/// One way to understand a query.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Variant {
    words: Vec<String>,
    kind: Option<Kind>,
}

/// A word such as "Landkreis" that says what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A place of this level.
    Level(Level),
    /// An administration of one of these forms.
    Administration(&'static [AdministrationForm]),
}

impl Query {
    pub(super) fn parse(text: &str) -> Self {
        Self::of(fold::words(text))
    }

    fn of(words: Vec<String>) -> Self {
        let mut query = Self {
            variants: Vec::new(),
            words,
        };
        for spelling in [query.words.clone(), fold::spelt_out(&query.words)] {
            let mut spelling = fold::without_connectives(&spelling);
            spelling.truncate(MAX_WORDS);
            query.add_with_kinds(spelling);
        }
        query
    }

    fn add_with_kinds(&mut self, words: Vec<String>) {
        let kind = [words.first(), words.last()]
            .into_iter()
            .flatten()
            .find_map(|word| kind_of(word));
        let rest: Vec<_> = words
            .iter()
            .filter(|word| kind_of(word).is_none())
            .cloned()
            .collect();
        if rest.len() < words.len() {
            self.add(Variant { words: rest, kind });
        }
        self.add(Variant { words, kind: None });
    }

    fn add(&mut self, variant: Variant) {
        if !variant.words.is_empty() && !self.variants.contains(&variant) {
            self.variants.push(variant);
        }
    }

    pub(super) fn variants(&self) -> &[Variant] {
        &self.variants
    }

    /// The query for when nothing fits: without words for a kind and without a connective at the end, as while
    /// somebody still types "Frankfurt am Main". None if this drops nothing, or all.
    pub(super) fn simplified(&self) -> Option<Self> {
        let mut words: Vec<_> = self
            .words
            .iter()
            .filter(|word| kind_of(word).is_none())
            .cloned()
            .collect();
        while words.last().is_some_and(|word| fold::is_connective(word)) {
            words.pop();
        }
        (!words.is_empty() && words.len() < self.words.len()).then(|| Self::of(words))
    }

    /// The query without its last word, which may be a district of a town; none if only one word is left.
    pub(super) fn shortened(&self) -> Option<Self> {
        let (_, earlier) = self.words.split_last()?;
        (!earlier.is_empty()).then(|| Self::of(earlier.to_vec()))
    }

    /// The postcode in the query, or the only word if it is a number.
    pub(super) fn number(&self) -> Option<&str> {
        let is_number = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
        let mut numbers = self.words.iter().filter(is_number);
        let number = numbers.next()?;
        (self.words.len() == 1 || numbers::is_postcode(number)).then_some(number)
    }

    /// The words beside a postcode; the D of "D-06366" is none.
    pub(super) fn beside_number(&self) -> Option<Self> {
        let number = self.number()?;
        let words: Vec<_> = self
            .words
            .iter()
            .filter(|word| *word != number && *word != "d")
            .cloned()
            .collect();
        (!words.is_empty()).then(|| Self::of(words))
    }
}

impl Variant {
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    pub(super) fn kind(&self) -> Option<Kind> {
        self.kind
    }

    /// The ways to part the words into a name, without gaps, and the Kreis or Land before or behind it.
    pub(super) fn readings(&self) -> Vec<(String, &[String])> {
        let count = self.words.len();
        let before = (1..=count).rev().map(|cut| self.words.split_at(cut));
        let behind = (1..count)
            .map(|cut| self.words.split_at(cut))
            .map(|(area, name)| (name, area));
        before
            .chain(behind)
            .map(|(name, areas)| (name.concat(), areas))
            .collect()
    }
}

fn kind_of(word: &str) -> Option<Kind> {
    use AdministrationForm::{Amt, Samtgemeinde, Verbandsgemeinde, Verwaltungsgemeinschaft};
    Some(match word {
        "kreis" | "landkreis" | "lk" | "lkr" => Kind::Level(Level::Kreis),
        "land" | "bundesland" | "freistaat" => Kind::Level(Level::Land),
        "stadt" | "gemeinde" | "ortsgemeinde" | "kreisfreie" | "stadtkreis" | "hansestadt"
        | "landeshauptstadt" | "lutherstadt" | "universitaetsstadt" | "markt" | "flecken" => {
            Kind::Level(Level::Gemeinde)
        }
        "verbandsgemeinde" | "vbg" | "vgem" => Kind::Administration(&[Verbandsgemeinde]),
        "vg" => Kind::Administration(&[Verbandsgemeinde, Verwaltungsgemeinschaft]),
        "samtgemeinde" | "sg" => Kind::Administration(&[Samtgemeinde]),
        "amt" => Kind::Administration(&[Amt]),
        "verwaltungsgemeinschaft" | "gvv" | "gemeindeverwaltungsverband" | "verwaltungsverband" => {
            Kind::Administration(&[Verwaltungsgemeinschaft])
        }
        _ => return None,
    })
}
