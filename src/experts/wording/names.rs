//! Names of organisations and of the person, as sequences of words.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::model::Kind;
use super::words::Word;
use crate::fold::fold;
use crate::reference::Lexicon;

/// Words that say what a body is and not which. A name of nothing else tells nobody.
static GENERIC: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("generic_words.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});
/// Shorter words are no parts of compounds: "Auental" is no "Au".
const SHORTEST_PART: usize = 4;
/// Legal forms at the end of a name, which people leave out.
const FORMS: [&str; 13] = [
    "ag", "aoer", "e", "eg", "ev", "ggmbh", "gmbh", "kg", "kgaa", "mbh", "se", "ug", "v",
];
/// Parts of names that tell nobody.
const PARTICLES: [&str; 12] = [
    "von", "van", "der", "den", "dem", "de", "zu", "zum", "zur", "und", "dr", "prof",
];
/// Shorter words are no names.
const SHORTEST: usize = 3;
/// Shorter words of the employer's name may stand in any text.
const SHORTEST_OF_EMPLOYER: usize = 4;
/// And shorter ones in lower case: "Komm.ONE".
const SHORTEST_IN_LOWER_CASE: usize = 5;

/// Names by their first words.
#[derive(Debug, Default)]
pub(super) struct Names {
    by_first: HashMap<String, Vec<Name>>,
}

#[derive(Debug)]
struct Name {
    rest: Vec<String>,
    kind: Kind,
    /// In lower case it may be an everyday word.
    needs_capital: bool,
}

impl Names {
    /// Adds the name of an organisation; of the employer each telling word and pair of words too.
    pub(super) fn add_organisation(&mut self, name: &str, is_employer: bool, lexicon: &Lexicon) {
        let folded = fold(name);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let is_telling = |word: &&str| !is_generic(word) && !lexicon.is_everyday(word);
        let has_telling = words.iter().any(&is_telling);
        if !is_employer {
            if has_telling {
                self.add(without_form(&words), Kind::Organisation);
            }
            return;
        }
        // Which body it is can be said in many ways: by its name, from the first to the last telling word, by each of
        // them, and by two words of which one is an ambiguous name ("Klinikum Linden").
        let whole = without_form(&words);
        let is_own = |word: &&str| !GENERIC.contains(*word) && !lexicon.is_vocabulary(word);
        if whole.len() > 1 && whole.iter().any(&is_own) {
            self.add(whole, Kind::Employer);
        }
        let first = words.iter().position(&is_telling);
        let last = words.iter().rposition(&is_telling);
        if let Some((first, last)) = first.zip(last) {
            self.add(&words[first..=last], Kind::Employer);
        }
        let is_long = |word: &&str| word.len() >= SHORTEST_OF_EMPLOYER;
        for word in words
            .iter()
            .filter(|word| is_long(word) && is_telling(word))
        {
            self.add(&[*word], Kind::Employer);
        }
        for pair in whole.windows(2) {
            let is_own = pair.iter().any(|word| is_own(word) && !is_generic(word));
            if is_own && pair.iter().all(&is_long) {
                self.add(pair, Kind::Employer);
            }
        }
    }

    /// Adds a given or family name, each part of it that is no word of the vocabulary.
    pub(super) fn add_person(&mut self, name: &str, lexicon: &Lexicon) {
        let folded = fold(name);
        let is_name = |part: &&str| !PARTICLES.contains(part) && !lexicon.is_vocabulary(part);
        for part in folded.split(' ').filter(is_name) {
            self.add(&[part], Kind::Name);
        }
    }

    fn add(&mut self, words: &[&str], kind: Kind) {
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        if words.len() == 1 && first.len() < SHORTEST {
            return;
        }
        let is_distinctive = kind == Kind::Employer && first.len() >= SHORTEST_IN_LOWER_CASE;
        let names = self.by_first.entry((*first).to_owned()).or_default();
        names.push(Name {
            rest: rest.iter().map(|word| (*word).to_owned()).collect(),
            kind,
            needs_capital: rest.is_empty() && !is_distinctive,
        });
    }

    /// The most telling name that these words begin with, and how many of them it has.
    pub(super) fn at(&self, words: &[Word]) -> Option<(Kind, usize)> {
        let (first, rest) = words.split_first()?;
        let genitive = first.folded.strip_suffix('s').unwrap_or_default();
        let named = [first.folded.as_str(), genitive]
            .into_iter()
            .filter_map(|word| self.by_first.get(word))
            .flatten();
        let fits = |name: &&Name| {
            (first.is_capital || !name.needs_capital)
                && rest.len() >= name.rest.len()
                && name.rest.iter().zip(rest).all(|(a, b)| *a == b.folded)
        };
        named
            .filter(fits)
            .map(|name| (name.kind, name.rest.len() + 1))
            .min_by_key(|(kind, _)| *kind)
    }
}

/// Whether a word is listed or a compound of listed words: "Datenverarbeitungszentrum".
fn is_generic(word: &str) -> bool {
    GENERIC.contains(word)
        || (SHORTEST_PART..word.len()).any(|at| {
            let Some((part, rest)) = word.split_at_checked(at) else {
                return false;
            };
            let rest = [Some(rest), rest.strip_prefix('s')].into_iter().flatten();
            let mut rest = rest.filter(|rest| rest.len() >= SHORTEST_PART);
            GENERIC.contains(part) && rest.any(is_generic)
        })
}

fn without_form<'a, 'w>(words: &'a [&'w str]) -> &'a [&'w str] {
    let kept = words.iter().rposition(|word| !FORMS.contains(word));
    words.get(..=kept.unwrap_or_default()).unwrap_or(words)
}
