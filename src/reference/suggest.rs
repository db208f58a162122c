use super::search::{is_near, tolerance};
use super::{Ags, Level, Postcode, Region, Regions};

const MOST: usize = 3;

impl Regions {
    /// Up to three valid places near an unknown key, postcode or name, such as
    /// "05954036 Witten (Ennepe-Ruhr-Kreis)", for use in messages; the key ends at the first blank.
    pub fn suggest(&self, text: &str) -> Vec<String> {
        let text = text.trim();
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number {
            return self.near_names(text);
        }
        match text.len() {
            5 => self.near_postcodes(text),
            _ => self.near_keys(text),
        }
    }

    fn near_names(&self, text: &str) -> Vec<String> {
        let mut hits = self.search(text, None, MOST);
        if hits.is_empty() {
            let text: String = text.chars().take(100).collect();
            let words = text
                .split_whitespace()
                .filter(|word| tolerance(word.len()) > 0);
            hits = words
                .map(|word| self.search(word, None, MOST))
                .find(|hits| !hits.is_empty())
                .unwrap_or_default();
        }
        hits.iter().map(|hit| self.label(hit.region)).collect()
    }

    /// Five digits are a postcode first, then the key of a Kreis.
    fn near_postcodes(&self, digits: &str) -> Vec<String> {
        let known = digits
            .parse::<Postcode>()
            .ok()
            .and_then(|postcode| self.places_of(postcode).next());
        if let Some(place) = known {
            return vec![self.label(place)];
        }
        let mut labels = self.near_keys(digits);
        let mut near: Vec<_> = self
            .postcode_rows()
            .iter()
            .filter(|row| row.primary && is_near(row.postcode.as_str(), digits, 1))
            .collect();
        near.sort_by_key(|row| gap(row.postcode.as_str(), digits));
        for place in near.iter().filter_map(|row| self.get(row.ags)) {
            let label = self.label(place);
            if labels.len() < MOST && !labels.contains(&label) {
                labels.push(label);
            }
        }
        labels
    }

    fn near_keys(&self, digits: &str) -> Vec<String> {
        if let Some(region) = self.repaired_key(digits) {
            return vec![self.label(region)];
        }
        let mut near: Vec<_> = self
            .rows()
            .iter()
            .filter(|region| region.level != Level::Gemeindefrei)
            .filter(|region| is_near(region.ags.as_str(), digits, tolerance(digits.len())))
            .collect();
        near.sort_by_key(|region| key_distance(region.ags, digits));
        near.into_iter()
            .take(MOST)
            .map(|region| self.label(region))
            .collect()
    }

    /// The place meant by a key that lost its leading zero, or by an ARS.
    fn repaired_key(&self, digits: &str) -> Option<&Region> {
        let key = match digits.len() {
            1 | 4 | 7 => format!("0{digits}"),
            12 => format!("{}{}", &digits[..5], &digits[9..]),
            _ => digits.to_owned(),
        };
        key.parse().ok().and_then(|ags| self.get(ags))
    }

    fn label(&self, region: &Region) -> String {
        match region.parent.and_then(|parent| self.get(parent)) {
            Some(parent) => format!(
                "{} {} ({})",
                region.ags,
                region.full_name(),
                parent.full_name()
            ),
            None => format!("{} {}", region.ags, region.full_name()),
        }
    }
}

/// One wrong digit before two, the same Kreis before others, near numbers before far ones.
fn key_distance(ags: Ags, digits: &str) -> (bool, bool, u64, Ags) {
    let is_other_kreis = ags.as_str().get(..5) != digits.get(..5);
    (
        !is_near(ags.as_str(), digits, 1),
        is_other_kreis,
        gap(ags.as_str(), digits),
        ags,
    )
}

fn gap(one: &str, other: &str) -> u64 {
    let number = |text: &str| text.parse::<u64>().unwrap_or(u64::MAX);
    number(one).abs_diff(number(other))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::reference::samples::shipped;

    #[test]
    fn a_wrong_digit_suggests_the_key_of_the_same_kreis() {
        let suggestions = shipped().suggest("05954037");

        assert_eq!(suggestions[0], "05954036 Witten (Ennepe-Ruhr-Kreis)");
        assert_eq!(suggestions.len(), 3);
    }

    #[test]
    fn a_lost_zero_and_an_ars_are_repaired() {
        let witten = ["05954036 Witten (Ennepe-Ruhr-Kreis)"];

        assert_eq!(shipped().suggest("5954036"), witten);
        assert_eq!(shipped().suggest("059540036036"), witten);
    }

    #[test]
    fn an_unknown_postcode_suggests_the_nearest() {
        let suggestions = shipped().suggest("58451");

        assert!(suggestions.contains(&"05954036 Witten (Ennepe-Ruhr-Kreis)".to_owned()));
    }

    #[test]
    fn a_misspelt_name_suggests_the_place() {
        let suggestions = shipped().suggest("Schwerrin");

        assert_eq!(suggestions[0], "13004000 Schwerin (Schwerin)");
    }

    #[test]
    fn one_good_word_is_enough() {
        assert_eq!(
            shipped().suggest("xyzzy Bitterfeld")[0],
            "15082015 Bitterfeld-Wolfen (Landkreis Anhalt-Bitterfeld)"
        );
    }

    #[test]
    fn nonsense_suggests_nothing() {
        assert!(shipped().suggest("🚒").is_empty());
        assert!(shipped().suggest("").is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn never_more_than_three(text in ".{0,120}|[0-9]{0,14}") {
            prop_assert!(shipped().suggest(&text).len() <= 3);
        }
    }
}
