use std::collections::HashMap;

use super::query::Query;
use super::typo::{self, Misspelt};
use super::{MatchQuality, fold};
use crate::reference::{Land, Region};

/// The words of the names of Kreise and Länder, which tell places of one name apart.
#[derive(Debug, Default)]
pub(super) struct Areas {
    kreise: Vec<Vec<AreaWord>>,
    lands: [Vec<AreaWord>; Land::COUNT],
}

#[derive(Debug)]
struct AreaWord {
    text: String,
    signature: u64,
}

/// The areas that a place lies in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whereabouts {
    /// Its place in the list of Kreise; none for a Land or a Kreis itself.
    pub(super) kreis: Option<usize>,
    /// None for a Land itself.
    pub(super) land: Option<Land>,
}

/// Which areas each word of a query may mean.
#[derive(Debug, Default)]
pub(super) struct Fits(HashMap<String, WordFit>);

/// Which areas one word may mean.
#[derive(Debug)]
pub(super) struct WordFit {
    kreise: Vec<Option<MatchQuality>>,
    lands: [Option<MatchQuality>; Land::COUNT],
    is_area: bool,
}

impl Areas {
    /// Adds a Kreis and returns its place in the list.
    pub(super) fn add_kreis(&mut self, kreis: &Region) -> usize {
        self.kreise.push(area_words(&kreis.name));
        self.kreise.len() - 1
    }

    pub(super) fn add_land(&mut self, land: &Region) {
        let mut words = area_words(&land.name);
        let short = abbreviations(land.ags.land()).iter();
        words.extend(short.map(|&word| AreaWord::from(word.to_owned())));
        self.lands[land.ags.land().index()] = words;
    }

    /// Compares each word of a query once with all areas; a query of one word needs none.
    pub(super) fn fits(&self, query: &Query) -> Fits {
        let mut fits = HashMap::new();
        for variant in query
            .variants()
            .iter()
            .filter(|variant| variant.words().len() > 1)
        {
            for word in variant.words() {
                if !fits.contains_key(word) {
                    fits.insert(word.clone(), self.word_fit(word));
                }
            }
        }
        Fits(fits)
    }

    fn word_fit(&self, word: &str) -> WordFit {
        let word = &Misspelt::new(word);
        let kreise: Vec<_> = self
            .kreise
            .iter()
            .map(|names| best_fit(word, names))
            .collect();
        let lands = std::array::from_fn(|land| best_fit(word, &self.lands[land]));
        let is_area = kreise.iter().chain(&lands).any(Option::is_some);
        WordFit {
            kreise,
            lands,
            is_area,
        }
    }
}

impl Fits {
    /// What each word may mean; none if a word means no area, so that looking for places in it is of no use.
    pub(super) fn of_words(&self, words: &[String]) -> Option<Vec<&WordFit>> {
        let fit = |word| self.0.get(word).filter(|fit| fit.is_area);
        words.iter().map(fit).collect()
    }
}

impl WordFit {
    /// How well the word fits the areas of a place; none if it means others.
    pub(super) fn with(&self, place: Whereabouts) -> Option<MatchQuality> {
        let kreis = place.kreis.and_then(|kreis| self.kreise[kreis]);
        let land = place.land.and_then(|land| self.lands[land.index()]);
        kreis.into_iter().chain(land).min()
    }
}

impl From<String> for AreaWord {
    fn from(text: String) -> Self {
        Self {
            signature: typo::signature(&text),
            text,
        }
    }
}

fn area_words(name: &str) -> Vec<AreaWord> {
    let words = fold::without_connectives(&fold::spelt_out(&fold::words(name)));
    words.into_iter().map(AreaWord::from).collect()
}

/// Exact for the beginning of a name's word, since areas only choose among places.
fn best_fit(word: &Misspelt<'_>, names: &[AreaWord]) -> Option<MatchQuality> {
    if names.iter().any(|name| name.text.starts_with(word.text())) {
        return Some(MatchQuality::Exact);
    }
    let is_near = |name: &AreaWord| word.may_mean(&name.text, name.signature);
    names.iter().any(is_near).then_some(MatchQuality::Typo)
}

/// What a Land is called for short, beside its code.
pub(super) fn abbreviations(land: Land) -> &'static [&'static str] {
    match land.code() {
        "SH" => &["sh"],
        "HH" => &["hh"],
        "NI" => &["ni", "nds"],
        "HB" => &["hb"],
        "NW" => &["nw", "nrw"],
        "HE" => &["he"],
        "RP" => &["rp", "rlp"],
        "BW" => &["bw"],
        "BY" => &["by"],
        "SL" => &["sl"],
        "BE" => &["be"],
        "BB" => &["bb", "brb"],
        "MV" => &["mv", "meckpomm"],
        "SN" => &["sn"],
        "ST" => &["st", "lsa"],
        "TH" => &["th"],
        _ => &[],
    }
}
