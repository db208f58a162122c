//! Public names of masked entries.

use std::fmt;

/// Letters and digits that cannot be taken for each other when read aloud or printed.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH: u32 = 5;

/// A public name such as `K-7Q3F2`: five of 32 letters, never reused.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Alias(String);

impl Alias {
    /// A random name; uniqueness is the database's to check.
    pub fn random() -> Self {
        Self::from_number(rand::random())
    }

    /// The name a number stands for; 33,554,432 different ones.
    pub fn from_number(number: u32) -> Self {
        let letters = (0..LENGTH).map(|place| {
            let digit = (number >> (5 * place)) & 31;
            char::from(LETTERS[digit as usize])
        });
        Self(format!("K-{}", letters.collect::<String>()))
    }

    /// The name somebody typed or heard: in any case, with or without `K-`; none where it cannot be one.
    pub fn typed(text: &str) -> Option<Self> {
        let signs = text.chars().filter(|sign| !sign.is_whitespace());
        let typed: String = signs.map(|sign| sign.to_ascii_uppercase()).collect();
        let name = match typed.strip_prefix("K-") {
            Some(name) => name,
            None if typed.len() == 6 => typed.strip_prefix('K')?,
            None => typed.as_str(),
        };
        let is_one = name.len() == 5 && name.bytes().all(|sign| LETTERS.contains(&sign));
        is_one.then(|| Self(format!("K-{name}")))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Alias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_five_unmistakable_letters() {
        let Alias(name) = Alias::random();

        assert_eq!(name.len(), 7);
        assert!(
            name.strip_prefix("K-")
                .unwrap()
                .bytes()
                .all(|letter| LETTERS.contains(&letter))
        );
    }

    #[test]
    fn a_name_is_understood_however_it_is_typed() {
        for typed in ["K-7Q3F2", "k-7q3f2", " K 7Q3F2 ", "7q3f2", "K7Q3F2"] {
            assert_eq!(Alias::typed(typed).unwrap().as_str(), "K-7Q3F2", "{typed}");
        }
        for wrong in ["", "K-", "K-7Q3F", "K-7Q3FI", "Müller", "K-7Q3F2X"] {
            assert_eq!(Alias::typed(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn different_numbers_have_different_names() {
        assert_ne!(Alias::from_number(1), Alias::from_number(32));
    }
}
