//! Words that are told apart on a bad line.

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::fold::fold;

/// 1,024 nouns, no two of which differ in fewer than two letters.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("words.txt").lines().collect());

/// A word of the list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word(String);

impl Word {
    /// A random one.
    pub(super) fn random() -> Self {
        // The list is a power of two long, so each word is as likely as any other.
        let place = usize::from(rand::random::<u16>()) % WORDS.len();
        Self(WORDS[place].to_owned())
    }

    /// The word to say.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether this is what somebody heard, however it is spelt.
    pub(super) fn is(&self, heard: &str) -> bool {
        fold(heard) == fold(&self.0)
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Word")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_1024_words_of_four_to_ten_letters() {
        let folded: HashSet<String> = WORDS.iter().map(|word| fold(word)).collect();

        assert_eq!(WORDS.len(), 1_024);
        assert_eq!(folded.len(), 1_024);
        assert!(folded.iter().all(|word| (4..=10).contains(&word.len())));
        assert!(
            WORDS
                .iter()
                .all(|word| word.chars().all(char::is_alphabetic))
        );
    }

    #[test]
    fn no_two_words_differ_in_fewer_than_two_letters() {
        let folded: Vec<String> = WORDS.iter().map(|word| fold(word)).collect();
        let mut near = Vec::new();
        for (place, word) in folded.iter().enumerate() {
            let others = folded[place + 1..].iter();
            near.extend(
                others
                    .filter(|other| strsim::osa_distance(word, other) < 2)
                    .map(|other| (word, other)),
            );
        }

        assert_eq!(near, []);
    }

    #[test]
    fn a_word_is_known_however_it_is_spelt() {
        let word = Word("Bäcker".to_owned());

        assert!(word.is(" bäcker ") && word.is("BAECKER"));
        assert!(!word.is("Becher") && !word.is(""));
    }
}
