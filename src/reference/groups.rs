use serde::{Deserialize, Deserializer, de};

use super::{Ags, Regions};

/// A named group of Kreise that is no administrative unit, such as Südwestfalen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionGroup {
    /// A stable id in lower case.
    pub id: String,
    /// The German label.
    pub label_de: String,
    /// The English label.
    pub label_en: String,
    /// The Kreise, separated by `|` in the table.
    #[serde(deserialize_with = "keys")]
    pub kreise: Vec<Ags>,
}

impl RegionGroup {
    /// Whether a place lies in one of the Kreise.
    pub fn contains(&self, place: Ags) -> bool {
        self.kreise.iter().any(|kreis| kreis.contains(place))
    }

    /// The first Kreis that the directory does not know as one.
    pub fn unknown_kreis(&self, regions: &Regions) -> Option<Ags> {
        let is_kreis = |key: Ags| key.digit_count() == 5 && regions.get(key).is_some();
        self.kreise.iter().copied().find(|kreis| !is_kreis(*kreis))
    }
}

fn keys<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Ags>, D::Error> {
    let text = String::deserialize(from)?;
    text.split('|')
        .map(|key| key.parse().map_err(de::Error::custom))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::parse_region_groups;
    use crate::reference::samples::shipped;

    #[test]
    fn suedwestfalen_is_five_kreise() {
        let groups = parse_region_groups(migration::reference::REGION_GROUPS).unwrap();

        let group = groups
            .iter()
            .find(|group| group.id == "suedwestfalen")
            .unwrap();

        let keys: Vec<_> = group.kreise.iter().map(Ags::as_str).collect();
        assert_eq!(keys, ["05958", "05962", "05966", "05970", "05974"]);
        assert!(group.contains("05958020".parse().unwrap()));
        assert!(!group.contains("05954036".parse().unwrap()));
    }

    #[test]
    fn all_kreise_of_the_shipped_groups_exist() {
        let groups = parse_region_groups(migration::reference::REGION_GROUPS).unwrap();

        for group in groups {
            assert_eq!(group.unknown_kreis(shipped()), None, "{}", group.id);
        }
    }
}
