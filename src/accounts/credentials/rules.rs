//! Which passwords are good enough (security.md 2): long and not to be guessed; no composition, no rotation.

use zxcvbn::{Score, zxcvbn};

/// Without a second factor.
const LONG: usize = 20;
/// With one.
const SHORT: usize = 12;
/// More is cut by nobody, but takes time to hash and to judge.
const LONGEST: usize = 200;
/// The estimate looks at so many characters: its time grows with the square.
const JUDGED: usize = 60;
/// Shorter words are part of many others.
const KNOWN: usize = 4;
/// What people here would think of first.
const OWN_WORDS: [&str; 12] = [
    "kataster",
    "vitako",
    "kommune",
    "rathaus",
    "landkreis",
    "gemeinde",
    "verwaltung",
    "fachkraft",
    "rechenzentrum",
    "notfall",
    "ransomware",
    "passwort",
];

/// Why a password is not good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    /// It has fewer characters than this.
    TooShort {
        /// Characters needed.
        needed: usize,
    },
    /// It has more than 200 characters.
    TooLong,
    /// It can be guessed.
    TooEasy,
}

/// Characters a password needs.
pub const fn needed(has_second_factor: bool) -> usize {
    if has_second_factor { SHORT } else { LONG }
}

/// Judges a password; `words` are those an attacker would try for this account.
pub(super) fn check(
    password: &str,
    has_second_factor: bool,
    words: &[&str],
) -> Result<(), PasswordProblem> {
    let (length, needed) = (password.chars().count(), needed(has_second_factor));
    if length < needed {
        return Err(PasswordProblem::TooShort { needed });
    }
    if length > LONGEST {
        return Err(PasswordProblem::TooLong);
    }
    let judged: String = without(password, OWN_WORDS.iter().chain(words))
        .chars()
        .take(JUDGED)
        .collect();
    if zxcvbn(&judged, &[]).score() < Score::Three {
        return Err(PasswordProblem::TooEasy);
    }
    Ok(())
}

/// What is left to guess once the words are known. The estimate itself takes three known words for a good sentence.
fn without<'a>(password: &str, words: impl Iterator<Item = &'a &'a str>) -> String {
    words
        .filter(|word| word.chars().count() >= KNOWN)
        .fold(password.to_lowercase(), |rest, word| {
            rest.replace(&word.to_lowercase(), "")
        })
}

/// What is wrong with the first password of an account that is about to be made.
pub(in crate::accounts) fn check_first(
    email: &crate::accounts::EmailAddress,
    password: &str,
) -> Result<(), PasswordProblem> {
    let words: Vec<&str> = email.as_str().split(['@', '.', '-', '_']).collect();
    check(password, false, &words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_good_and_a_short_one_needs_a_second_factor() {
        assert_eq!(check("richtig pferd batterie klammer", false, &[]), Ok(()));
        assert_eq!(
            check("Xq7-frosch-lampe", false, &[]),
            Err(PasswordProblem::TooShort { needed: 20 })
        );
        assert_eq!(check("Xq7-frosch-lampe", true, &[]), Ok(()));
    }

    #[test]
    fn what_can_be_guessed_is_refused_however_long() {
        for easy in [
            "aaaaaaaaaaaaaaaaaaaaaaaa",
            "passwortpasswortpasswort",
            "123456789012345678901234",
        ] {
            assert_eq!(
                check(easy, false, &[]),
                Err(PasswordProblem::TooEasy),
                "{easy}"
            );
        }
        let own = "mustermann.erika.mustermann";
        assert_eq!(
            check(own, false, &["mustermann", "erika"]),
            Err(PasswordProblem::TooEasy)
        );
    }

    #[test]
    fn what_was_breached_and_is_among_the_most_frequent_is_refused() {
        for breached in [
            "polniypizdec0211",
            "mailcreated5240",
            "sojdlg123aljg",
            "1q2w3e4r5t6y",
            "SOJDLG123ALJG",
            "leavemealone",
        ] {
            assert_eq!(
                check(breached, true, &[]),
                Err(PasswordProblem::TooEasy),
                "{breached}"
            );
        }
    }

    #[test]
    fn there_is_an_end_to_length() {
        let long = "ein Satz, der nicht aufhört. ".repeat(10);

        assert_eq!(check(&long, false, &[]), Err(PasswordProblem::TooLong));
    }
}
