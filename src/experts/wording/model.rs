//! What must not stand in a text that everybody sees: who the author is, and health or family.

use std::ops::Range;

use strum::IntoStaticStr;

use super::contact::contacts;
use super::names::Names;
use super::private::private;
use super::words::{Word, visible, words};
use crate::reference::{Ags, Clarity, Lexicon};

/// Words that make an ambiguous name the place, near the employer even an everyday word.
const PREPOSITIONS: [&str; 6] = ["in", "bei", "aus", "nahe", "near", "from"];
/// Words that make any name the place.
const BODIES: [&str; 27] = [
    "stadt",
    "gemeinde",
    "landkreis",
    "kreis",
    "markt",
    "marktgemeinde",
    "samtgemeinde",
    "verbandsgemeinde",
    "ortsgemeinde",
    "amt",
    "rathaus",
    "stadtverwaltung",
    "gemeindeverwaltung",
    "kreisverwaltung",
    "landratsamt",
    "stadtwerke",
    "hansestadt",
    "kreisstadt",
    "standort",
    "raum",
    "grossraum",
    "region",
    "city",
    "town",
    "district",
    "county",
    "municipality",
];
/// May stand between such a word and the name.
const BETWEEN: [&str; 5] = ["of", "von", "der", "des", "dem"];
/// Shorter names of places may be anything in lower case, as those of one syllable.
const SHORTEST_IN_LOWER_CASE: usize = 6;
/// Longer excerpts are cut.
const LONGEST_EXCERPT: usize = 60;

/// What a text tells, most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// The person's own name.
    Name,
    /// The own employer.
    Employer,
    /// Another organisation of the register.
    Organisation,
    /// A Gemeinde or a Kreis.
    Place,
    /// A mail address.
    Mail,
    /// A telephone number.
    Telephone,
    /// A web address, or a name in a social network.
    WebAddress,
    /// Health or family.
    HealthOrFamily,
}

/// A place of a text that must not stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it tells.
    pub kind: Kind,
    /// The words, for the author alone.
    pub excerpt: String,
}

/// An organisation as texts may name it.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// Its name.
    pub name: &'a str,
    /// It employs the author.
    pub is_employer: bool,
}

/// What tells who the author of a text is.
#[derive(Debug)]
pub struct Wording<'a> {
    lexicon: &'a Lexicon,
    names: Names,
    author: Author<'a>,
}

/// What is known of one author.
#[derive(Debug, Default)]
pub struct Author<'a> {
    names: Names,
    /// Kreise the author lives or works in, by the five digits of their keys.
    near: Vec<&'a str>,
}

impl<'a> Wording<'a> {
    /// Names of the organisations of the register, and the keys of places the author lives or works at.
    pub fn new(
        lexicon: &'a Lexicon,
        organisations: impl IntoIterator<Item = Named<'a>>,
        places: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut names = Names::default();
        for Named { name, is_employer } in organisations {
            names.add_organisation(name, is_employer, lexicon);
        }
        let near = places.into_iter().filter_map(|key| key.get(..5));
        let author = Author {
            names: Names::default(),
            near: near.collect(),
        };
        Self {
            lexicon,
            names,
            author,
        }
    }

    /// One of many authors: the own names, and the keys of places the author lives or works at.
    pub(in crate::experts) fn author<'b>(
        &self,
        names: impl IntoIterator<Item = &'b str>,
        places: impl IntoIterator<Item = &'b str>,
    ) -> Author<'b> {
        let mut author = Author::default();
        for name in names {
            author.names.add_person(name, self.lexicon);
        }
        let near = places.into_iter().filter_map(|key| key.get(..5));
        author.near.extend(near);
        author
    }

    /// And the author's own names.
    #[must_use]
    pub fn of_person<'n>(mut self, names: impl IntoIterator<Item = &'n str>) -> Self {
        for name in names {
            self.author.names.add_person(name, self.lexicon);
        }
        self
    }

    /// What a text tells that it must not, each kind once. Takes time in proportion to the text.
    pub fn find(&self, text: &str) -> Vec<Finding> {
        self.find_by(&self.author, text)
    }

    /// The same for one of many authors.
    pub(in crate::experts) fn find_by(&self, author: &Author<'_>, text: &str) -> Vec<Finding> {
        let text = visible(text);
        let words = words(&text);
        let mut found = contacts(&text, &words);
        found.extend(private(&words).map(|range| (Kind::HealthOrFamily, range)));
        let mut next = 0;
        while next < words.len() {
            let named = self.named(author, &words, next);
            next += named.map_or(1, |(_, count)| count);
            if let Some((kind, count)) = named {
                let last = next.min(words.len()) - 1;
                found.push((kind, words[next - count].start..words[last].end));
            }
        }
        found.sort_by_key(|(kind, range)| (*kind, range.start));
        found.dedup_by_key(|(kind, _)| *kind);
        let finding = |(kind, range): (Kind, Range<usize>)| Finding {
            kind,
            excerpt: text[range].chars().take(LONGEST_EXCERPT).collect(),
        };
        found.into_iter().map(finding).collect()
    }

    /// The name that begins at a word, and how many words it has.
    fn named(&self, author: &Author<'_>, words: &[Word], at: usize) -> Option<(Kind, usize)> {
        let named = [&author.names, &self.names].map(|names| names.at(&words[at..]));
        let named = named.into_iter().flatten().min_by_key(|(kind, _)| *kind);
        named.or_else(|| Some((Kind::Place, self.place(author, words, at)?)))
    }

    fn place(&self, author: &Author<'_>, words: &[Word], at: usize) -> Option<usize> {
        const LONGEST_NAME: usize = 6;
        let rest: Vec<&str> = words[at..]
            .iter()
            .take(LONGEST_NAME)
            .map(|word| word.folded.as_str())
            .collect();
        let name = self.lexicon.place_at(&rest)?;
        let is_near = name.places.iter().any(|place| author.is_near(*place));
        let word = &words[at];
        let clarity = if word.is_acronym && name.words == 1 {
            name.clarity.min(Clarity::Ambiguous)
        } else {
            name.clarity
        };
        let (after_body, after_preposition) = context(words, at);
        let tells = match clarity {
            Clarity::Clear => word.is_capital || is_near || name.words > 1 || is_long(&word.folded),
            Clarity::Capitalised => word.is_capital,
            Clarity::Ambiguous => word.is_capital && (is_near || after_body || after_preposition),
            Clarity::Word => word.is_capital && (after_body || (is_near && after_preposition)),
        };
        tells.then_some(name.words)
    }
}

impl Author<'_> {
    fn is_near(&self, place: Ags) -> bool {
        place
            .as_str()
            .get(..5)
            .is_some_and(|kreis| self.near.contains(&kreis))
    }
}

/// Whether a folded word has letters and syllables enough to be no other word by chance.
fn is_long(word: &str) -> bool {
    let is_vowel = |c: char| "aeiouy".contains(c);
    let syllables = word.split(|c| !is_vowel(c)).filter(|run| !run.is_empty());
    word.len() >= SHORTEST_IN_LOWER_CASE && syllables.count() > 1
}

/// Whether a word for a body stands before a word, and whether a preposition does.
fn context(words: &[Word], at: usize) -> (bool, bool) {
    let before = |distance: usize| {
        let word = at.checked_sub(distance).map(|before| &words[before]);
        word.filter(|word| word.sentence == words[at].sentence)
            .map(|word| word.folded.as_str())
    };
    let nearest = match before(1) {
        Some(word) if BETWEEN.contains(&word) => before(2),
        other => other,
    };
    (
        nearest.is_some_and(|word| BODIES.contains(&word)),
        before(1).is_some_and(|word| PREPOSITIONS.contains(&word)),
    )
}
