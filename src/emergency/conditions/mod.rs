//! The Einsatzbedingungen: templates shipped with the service, one a version. A version is never changed, since
//! people have accepted it; a new wording is a new version.

use chrono::NaiveDate;

/// The version that is accepted today.
pub const CURRENT: i32 = 1;

/// One version of the conditions.
#[derive(Clone, Copy, Debug)]
pub struct Conditions {
    /// Its number.
    pub version: i32,
    /// From when it is used.
    pub since: NaiveDate,
    german: &'static str,
    english: &'static str,
}

const FIRST: Conditions = Conditions {
    version: 1,
    since: match NaiveDate::from_ymd_opt(2026, 11, 1) {
        Some(day) => day,
        None => NaiveDate::MIN,
    },
    german: include_str!("1.de.txt"),
    english: include_str!("1.en.txt"),
};

/// The version that is accepted today.
pub fn current() -> Conditions {
    FIRST
}

impl Conditions {
    /// Its points, each a heading and a text.
    pub fn points(
        &self,
        language: web::Language,
    ) -> impl Iterator<Item = (&'static str, &'static str)> {
        let text = match language {
            web::Language::German => self.german,
            web::Language::English => self.english,
        };
        text.lines().filter_map(|line| line.split_once(": "))
    }
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    /// Whoever changes a text that was accepted breaks this: write a new version instead.
    #[test]
    fn an_accepted_wording_never_changes() {
        let digest = Sha256::digest(format!("{}\n{}", FIRST.german, FIRST.english));
        let hex = digest
            .iter()
            .take(8)
            .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));

        assert_eq!(hex, "95f3c2f0d802ed60");
    }

    #[test]
    fn the_current_version_has_ten_points_in_both_languages() {
        assert_eq!(current().version, CURRENT);
        for language in web::Language::ALL {
            assert_eq!(current().points(language).count(), 10);
        }
    }
}
