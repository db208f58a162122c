//! Parts of German compounds.

use std::collections::HashSet;

use super::fold;

/// Nouns that are not split themselves, one a line, reviewed by hand; `#` begins a comment.
const ATOMS: &str = include_str!("../compound_parts.txt");

/// Shorter words are no compounds.
const SHORTEST_COMPOUND: usize = 7;
/// Longer words are left alone, which bounds the work.
const LONGEST_COMPOUND: usize = 64;
/// Shorter words of the vocabulary split too much; short atoms are in the list on purpose.
const SHORTEST_VOCABULARY_PART: usize = 5;
const SHORTEST_PART: usize = 3;
/// More parts than this are a coincidence.
const MOST_PARTS: usize = 5;
/// What may stand between two parts.
const LINKS: [&str; 5] = ["s", "n", "en", "es", "e"];
/// What may end a compound.
const ENDINGS: [&str; 8] = ["s", "n", "e", "en", "es", "er", "ern", "nen"];

/// The words compounds are made of.
#[derive(Debug)]
pub(crate) struct CompoundParts {
    atoms: HashSet<String>,
    words: HashSet<String>,
}

impl CompoundParts {
    /// The shipped list and the words of a vocabulary.
    pub(crate) fn new<'a>(vocabulary_words: impl Iterator<Item = &'a str>) -> Self {
        let atoms = ATOMS
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(fold)
            .collect();
        let words = vocabulary_words
            .map(fold)
            .filter(|word| word.len() >= SHORTEST_VOCABULARY_PART)
            .filter(|word| word.chars().all(char::is_alphabetic))
            .collect();

        Self { atoms, words }
    }

    /// The parts of a folded word, larger parts before what they consist of; empty for no compound.
    pub(crate) fn split(&self, folded: &str) -> Vec<String> {
        let mut parts = Vec::new();
        self.collect(folded, &mut parts);
        parts
    }

    /// The parts of a folded word that together make it up, without parts of parts.
    pub(crate) fn split_once(&self, folded: &str) -> Vec<String> {
        let length = folded.len();
        if !(SHORTEST_COMPOUND..=LONGEST_COMPOUND).contains(&length) || self.is_atom(folded) {
            return Vec::new();
        }
        self.fewest_parts(folded)
            .map(|split| split.into_iter().map(str::to_owned).collect())
            .unwrap_or_default()
    }

    fn collect(&self, folded: &str, parts: &mut Vec<String>) {
        for part in self.split_once(folded) {
            if part == folded || parts.contains(&part) {
                continue;
            }
            parts.push(part.clone());
            self.collect(&part, parts);
        }
    }

    /// An atom, alone or with an ending.
    fn is_atom(&self, folded: &str) -> bool {
        self.atoms.contains(folded)
            || ENDINGS
                .iter()
                .filter_map(|ending| folded.strip_suffix(ending))
                .any(|base| self.atoms.contains(base))
    }

    fn is_part(&self, folded: &str) -> bool {
        folded.len() >= SHORTEST_PART
            && (self.atoms.contains(folded) || self.words.contains(folded))
    }

    /// The cover of a word with the fewest parts; of several the one whose first part is longest.
    fn fewest_parts<'a>(&self, word: &'a str) -> Option<Vec<&'a str>> {
        let mut best: Vec<Option<Vec<&'a str>>> = vec![None; word.len()];
        for start in (0..word.len()).rev() {
            if !word.is_char_boundary(start) {
                continue;
            }
            best[start] = self.best_from(word, start, &best);
        }
        best.into_iter().next().flatten()
    }

    fn best_from<'a>(
        &self,
        word: &'a str,
        start: usize,
        best: &[Option<Vec<&'a str>>],
    ) -> Option<Vec<&'a str>> {
        let mut chosen: Option<Vec<&'a str>> = None;
        let mut offer = |candidate: Vec<&'a str>| {
            let fewer = chosen
                .as_ref()
                .is_none_or(|now| candidate.len() < now.len());
            if fewer && candidate.len() <= MOST_PARTS {
                chosen = Some(candidate);
            }
        };
        if start > 0
            && let Some(last) = self.last_part(&word[start..])
        {
            offer(vec![last]);
        }
        for end in (start + SHORTEST_PART..word.len()).rev() {
            if !word.is_char_boundary(end) || !self.is_part(&word[start..end]) {
                continue;
            }
            for link in std::iter::once("").chain(LINKS) {
                if !word[end..].starts_with(link) {
                    continue;
                }
                if let Some(Some(rest)) = best.get(end + link.len()) {
                    let mut candidate = vec![&word[start..end]];
                    candidate.extend(rest);
                    offer(candidate);
                }
            }
        }
        chosen
    }

    fn last_part<'a>(&self, rest: &'a str) -> Option<&'a str> {
        if self.is_part(rest) {
            return Some(rest);
        }
        ENDINGS
            .iter()
            .filter_map(|ending| rest.strip_suffix(ending))
            .find(|base| self.is_part(base))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(word: &str) -> Vec<String> {
        let vocabulary = [
            "Datensicherung",
            "Segmentierung",
            "Meldewesen",
            "Ransomware",
        ];
        CompoundParts::new(vocabulary.into_iter()).split(&fold(word))
    }

    #[test]
    fn compounds_fall_into_their_parts() {
        assert_eq!(
            split("Netzwerksegmentierung"),
            ["netzwerk", "segmentierung"]
        );
        assert_eq!(split("Notfallmanagement"), ["notfall", "management"]);
        assert_eq!(split("Vorfallbearbeitung"), ["vorfall", "bearbeitung"]);
        assert_eq!(
            split("Fachverfahrensbetreuung"),
            ["fachverfahren", "betreuung"]
        );
    }

    #[test]
    fn a_part_that_is_a_compound_is_split_too() {
        assert_eq!(
            split("Datensicherungskonzept"),
            ["datensicherung", "daten", "sicherung", "konzept"]
        );
        assert_eq!(
            split("Einwohnermeldewesen"),
            ["einwohner", "meldewesen", "melde", "wesen"]
        );
    }

    #[test]
    fn endings_do_not_hide_a_part() {
        assert_eq!(split("Datensicherungen"), ["daten", "sicherung"]);
    }

    #[test]
    fn words_that_only_look_like_compounds_stay_whole() {
        for word in [
            "Sicherheit",
            "Verwaltung",
            "Datenbanken",
            "Netzwerke",
            "Beratung",
            "Verfahren",
        ] {
            assert_eq!(split(word), Vec::<String>::new(), "{word}");
        }
    }

    #[test]
    fn letters_beyond_ascii_do_not_matter() {
        assert_eq!(split("Datenжsicherung"), Vec::<String>::new());
        assert_eq!(split("Bürgerbüro"), ["burger", "buro"]);
    }

    #[test]
    fn the_shipped_list_has_no_word_twice() {
        let mut seen = HashSet::new();
        for line in ATOMS.lines().filter(|line| !line.starts_with('#')) {
            assert!(seen.insert(fold(line)), "{line}");
        }
    }
}
