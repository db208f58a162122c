//! Words of the reference data as they stand in running text: names of places, and words of the vocabulary.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::regions::Regions;
use super::search::base_name;
use super::{Ags, Level, Taxonomy};
use crate::fold::fold;

/// Names that are also words, reviewed by hand; words of one name are joined by `_`.
static AMBIGUOUS: LazyLock<HashMap<String, Clarity>> = LazyLock::new(|| {
    let lines = include_str!("ambiguous_names.txt").lines();
    let words = lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace);
    words
        .map(|word| {
            let name = word.trim_start_matches(['!', '^']).replace('_', " ");
            let clarity = match word.as_bytes().first() {
                Some(b'!') => Clarity::Word,
                Some(b'^') => Clarity::Capitalised,
                _ => Clarity::Ambiguous,
            };
            (name, clarity)
        })
        .collect()
});

/// Shorter names have no endings: "Kenn" is no "Kenner".
const SHORTEST_WITH_ENDING: usize = 5;
/// "Köthens", "Köthener", "Köthenern".
const ENDINGS: [&str; 4] = ["s", "er", "ers", "ern"];

/// How surely a name means the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clarity {
    /// It is an everyday or technical word, and seldom the place: "Wissen", "Perl".
    Word,
    /// It is a word or a personal name too: "Essen", "Hof".
    Ambiguous,
    /// It is nothing else where it is capitalised, and a verb or the like otherwise: "Erlangen".
    Capitalised,
    /// It is nothing else.
    Clear,
}

/// Names of Kreise and Gemeinden, and the words of the vocabulary.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By first word.
    names: HashMap<String, Vec<Name>>,
    vocabulary: HashSet<String>,
}

#[derive(Debug)]
struct Name {
    /// The words after the first.
    rest: Vec<String>,
    clarity: Clarity,
    places: Vec<Ags>,
}

/// The name of a place at the beginning of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceName<'a> {
    /// How many words it has.
    pub words: usize,
    /// How surely it means the place.
    pub clarity: Clarity,
    /// The places that are called so.
    pub places: &'a [Ags],
}

impl Lexicon {
    /// Collects names and words.
    pub(super) fn of(regions: &Regions, taxonomy: &Taxonomy) -> Self {
        let mut lexicon = Self {
            vocabulary: words_of(taxonomy),
            ..Self::default()
        };
        for level in [Level::Kreis, Level::Gemeinde] {
            for region in regions.at_level(level) {
                lexicon.add(base_name(region), region.ags);
            }
        }
        lexicon
    }

    fn add(&mut self, name: &str, place: Ags) {
        let folded = fold(name);
        let mut words = folded.split(' ').map(str::to_owned);
        let Some(first) = words.next().filter(|first| !first.is_empty()) else {
            return;
        };
        let rest: Vec<String> = words.collect();
        let known = AMBIGUOUS.get(&folded).copied().unwrap_or(Clarity::Clear);
        let clarity = if rest.is_empty() && self.vocabulary.contains(&first) {
            known.min(Clarity::Ambiguous)
        } else {
            known
        };
        let names = self.names.entry(first).or_default();
        match names.iter_mut().find(|name| name.rest == rest) {
            Some(name) => name.places.push(place),
            None => names.push(Name {
                rest,
                clarity,
                places: vec![place],
            }),
        }
    }

    /// The longest name that these folded words begin with; names of one word also with an ending.
    pub fn place_at(&self, words: &[&str]) -> Option<PlaceName<'_>> {
        let (first, rest) = words.split_first()?;
        let named = self.names.get(*first).into_iter().flatten();
        let longest = named
            .filter(|name| {
                rest.len() >= name.rest.len() && name.rest.iter().zip(rest).all(|(a, b)| a == b)
            })
            .max_by_key(|name| name.rest.len());
        longest
            .or_else(|| self.with_ending(first))
            .map(|name| PlaceName {
                words: name.rest.len() + 1,
                clarity: name.clarity,
                places: &name.places,
            })
    }

    fn with_ending(&self, word: &str) -> Option<&Name> {
        let bases = ENDINGS
            .iter()
            .filter_map(|ending| word.strip_suffix(ending))
            .filter(|base| base.len() >= SHORTEST_WITH_ENDING);
        let mut names = bases.filter_map(|base| self.names.get(base)).flatten();
        names.find(|name| name.rest.is_empty() && name.clarity >= Clarity::Capitalised)
    }

    /// Whether a folded word occurs in a name of a term.
    pub fn is_vocabulary(&self, word: &str) -> bool {
        self.vocabulary.contains(word)
    }

    /// Whether a folded word is in use besides being the name of a place.
    pub fn is_everyday(&self, word: &str) -> bool {
        AMBIGUOUS.contains_key(word) || self.is_vocabulary(word)
    }
}

fn words_of(taxonomy: &Taxonomy) -> HashSet<String> {
    let mut words = HashSet::new();
    for term in taxonomy.terms() {
        let synonyms = term.synonyms.de.iter().chain(&term.synonyms.en);
        for name in synonyms.chain([&term.label.de, &term.label.en]) {
            words.extend(fold(name).split(' ').map(str::to_owned));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::samples::shipped;
    use crate::reference::shipped_taxonomy;

    static LEXICON: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::of(shipped(), &shipped_taxonomy().unwrap()));

    fn found(text: &str) -> Option<(usize, Clarity)> {
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        LEXICON
            .place_at(&words)
            .map(|name| (name.words, name.clarity))
    }

    #[test]
    fn names_are_found_in_any_spelling_and_with_endings() {
        for text in ["Köthen", "KOETHEN", "Köthens", "Köthener Straße", "Zerbst"] {
            assert_eq!(found(text), Some((1, Clarity::Clear)), "{text}");
        }
    }

    #[test]
    fn the_longest_name_counts_and_additions_are_left_out() {
        assert_eq!(
            found("Bitterfeld-Wolfen und Umgebung"),
            Some((2, Clarity::Clear))
        );
        assert_eq!(found("Anhalt-Bitterfeld"), Some((2, Clarity::Clear)));
        assert_eq!(found("Bad Homburg"), Some((2, Clarity::Clear)));
        assert_eq!(found("Halle an der Saale"), Some((1, Clarity::Ambiguous)));
    }

    #[test]
    fn everyday_words_and_those_of_the_vocabulary_are_not_clear() {
        assert_eq!(found("Essen"), Some((1, Clarity::Ambiguous)));
        assert_eq!(found("Wissen"), Some((1, Clarity::Word)));
        assert_eq!(found("Perl"), Some((1, Clarity::Word)));
        assert_eq!(found("Erlangen"), Some((1, Clarity::Capitalised)));
        assert_eq!(found("drei gleichen"), Some((2, Clarity::Capitalised)));
        assert_eq!(found("Bundes"), None);
        assert_eq!(found("Wissenschaft"), None);
        assert_eq!(found("Server"), None);
        assert_eq!(found(""), None);
    }

    #[test]
    fn laender_are_no_names_of_places() {
        assert_eq!(found("Bayern"), None);
        assert_eq!(found("Sachsen"), Some((1, Clarity::Word)));
    }

    #[test]
    fn every_word_of_the_list_is_the_name_of_a_place() {
        for name in AMBIGUOUS.keys() {
            let words: Vec<&str> = name.split(' ').collect();

            let place = LEXICON.place_at(&words);

            assert_eq!(
                place.map(|place| place.words),
                Some(words.len()),
                "\"{name}\" is no place: take it out"
            );
            assert_eq!(&fold(name), name);
        }
    }
}
