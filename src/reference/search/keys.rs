use super::typo::{self, Misspelt};
use super::{MatchQuality, fold};

/// Names and parts of names in one sorted list.
#[derive(Debug, Default)]
pub(super) struct KeyTable {
    keys: Vec<Key>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    text: Box<str>,
    owner: usize,
    part: Part,
    signature: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// The name, with or without its addition.
    Name,
    /// The name from a later word on, or a single word.
    Tail,
}

impl KeyTable {
    /// Adds the name of an owner, and `base`, the name without its addition.
    pub(super) fn add(&mut self, owner: usize, name: &str, base: &str) {
        let words = key_words(name);
        self.push(owner, Part::Name, &words.concat());
        self.push(owner, Part::Name, &key_words(base).concat());
        for (place, word) in words.iter().enumerate() {
            if place > 0 {
                self.push(owner, Part::Tail, &words[place..].concat());
            }
            self.push(owner, Part::Tail, word);
        }
    }

    /// Adds another word that finds an owner, behind those whose names begin so.
    pub(super) fn add_word(&mut self, owner: usize, word: &str) {
        self.push(owner, Part::Tail, word);
    }

    fn push(&mut self, owner: usize, part: Part, text: &str) {
        let signature = typo::signature(text);
        self.keys.push(Key {
            text: text.into(),
            owner,
            part,
            signature,
        });
    }

    /// Must be called once after the last name.
    pub(super) fn finish(&mut self) {
        self.keys.sort_unstable();
        self.keys
            .dedup_by(|later, earlier| later.text == earlier.text && later.owner == earlier.owner);
        self.keys.shrink_to_fit();
    }

    /// Owners of names, or of later words, that begin so.
    pub(super) fn beginning_with(&self, text: &str) -> impl Iterator<Item = (usize, MatchQuality)> {
        let start = self.keys.partition_point(|key| *key.text < *text);
        let length = self.keys[start..].partition_point(|key| key.text.starts_with(text));
        self.keys[start..start + length]
            .iter()
            .map(move |key| (key.owner, key.quality(text)))
    }

    /// Owners of names, or of words, that are a typing error away.
    pub(super) fn near<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let word = Misspelt::new(text);
        self.keys
            .iter()
            .filter(move |key| word.may_mean(&key.text, key.signature))
            .map(|key| key.owner)
    }
}

impl Key {
    fn quality(&self, text: &str) -> MatchQuality {
        match self.part {
            Part::Name if *self.text == *text => MatchQuality::Exact,
            Part::Name => MatchQuality::Prefix,
            Part::Tail => MatchQuality::WordPrefix,
        }
    }
}

fn key_words(name: &str) -> Vec<String> {
    fold::without_connectives(&fold::spelt_out(&fold::words(name)))
}
