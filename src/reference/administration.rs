use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::str::FromStr;

use super::{AdministrationKey, Ags, Land, Level, Region};

/// Several Gemeinden with one administration: a Verbandsgemeinde, a Samtgemeinde, an Amt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Administration {
    /// The first nine digits of its members' ARS.
    pub key: AdministrationKey,
    /// The name to show; see `name_is_derived`.
    pub name: String,
    /// Whether the name was put together from form and seat; the official one may differ.
    pub name_is_derived: bool,
    /// What its Land calls it.
    pub form: AdministrationForm,
    /// The Gemeinden it serves, by key.
    pub members: Vec<Ags>,
    /// The largest Gemeinde, presumably the seat.
    pub seat: Ags,
}

/// What a Land calls a shared administration; each is a `municipal_association` as an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AdministrationForm {
    /// In Rheinland-Pfalz and Sachsen-Anhalt.
    Verbandsgemeinde,
    /// In Niedersachsen.
    Samtgemeinde,
    /// In Schleswig-Holstein, Brandenburg and Mecklenburg-Vorpommern.
    Amt,
    /// In Baden-Württemberg, Bayern, Sachsen and Thüringen.
    Verwaltungsgemeinschaft,
}

/// What is known of a shared administration besides its members, which the places tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAdministration {
    /// The first nine digits of its members' long keys.
    pub key: AdministrationKey,
    /// Its official name.
    pub name: String,
    /// What its Land calls it.
    pub form: AdministrationForm,
    /// What took it over, once its key is out of use.
    pub successor: Option<Home>,
}

/// Who does what an administration did.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Home {
    /// Another shared administration.
    Shared(AdministrationKey),
    /// A Gemeinde by itself.
    Gemeinde(Ags),
}

/// The text names neither a shared administration nor a Gemeinde.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("neither nine digits nor the key of a Gemeinde")]
pub struct HomeError;

impl Home {
    /// Its digits.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Shared(key) => key.as_str(),
            Self::Gemeinde(ags) => ags.as_str(),
        }
    }
}

impl FromStr for Home {
    type Err = HomeError;

    fn from_str(text: &str) -> Result<Self, HomeError> {
        let shared = AdministrationKey::try_from(text.to_owned()).ok();
        let gemeinde = || text.parse().ok().map(Self::Gemeinde);
        shared.map(Self::Shared).or_else(gemeinde).ok_or(HomeError)
    }
}

/// The text names no form of administration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such form of administration")]
pub struct FormError;

impl FromStr for AdministrationForm {
    type Err = FormError;

    fn from_str(text: &str) -> Result<Self, FormError> {
        let all = [
            Self::Verbandsgemeinde,
            Self::Samtgemeinde,
            Self::Amt,
            Self::Verwaltungsgemeinschaft,
        ];
        let named = all.into_iter().find(|form| form.label() == text);
        named.ok_or(FormError)
    }
}

impl AdministrationForm {
    /// The usual form in a Land.
    pub fn usual_in(land: Land) -> Self {
        match land.code() {
            "RP" | "ST" => Self::Verbandsgemeinde,
            "NI" => Self::Samtgemeinde,
            "SH" | "BB" | "MV" => Self::Amt,
            _ => Self::Verwaltungsgemeinschaft,
        }
    }

    /// The German word.
    pub fn label(self) -> &'static str {
        match self {
            Self::Verbandsgemeinde => "Verbandsgemeinde",
            Self::Samtgemeinde => "Samtgemeinde",
            Self::Amt => "Amt",
            Self::Verwaltungsgemeinschaft => "Verwaltungsgemeinschaft",
        }
    }
}

/// Finds the Gemeinden that share an administration: two or more with the same first nine ARS digits.
///
/// Names are derived, since the official ones only come with the quarterly file (`name_officially`). Gemeinden without an ARS and
/// retired ones belong to none.
pub fn derive_administrations(regions: &[Region]) -> Vec<Administration> {
    let mut groups: BTreeMap<AdministrationKey, Vec<&Region>> = BTreeMap::new();
    let current = |region: &&Region| region.level == Level::Gemeinde && region.successor.is_none();
    for region in regions.iter().filter(current) {
        if let Some(ars) = &region.ars {
            groups.entry(ars.administration()).or_default().push(region);
        }
    }
    groups
        .into_iter()
        .filter_map(|(key, members)| derive(key, members))
        .collect()
}

/// Calls administrations by their official names, where they are known.
pub(super) fn name_officially(
    administrations: &mut [Administration],
    official: &[NamedAdministration],
) {
    let names: HashMap<_, _> = official
        .iter()
        .filter(|named| named.successor.is_none())
        .map(|named| (&named.key, named))
        .collect();
    for administration in administrations {
        if let Some(named) = names.get(&administration.key) {
            administration.name.clone_from(&named.name);
            administration.form = named.form;
            administration.name_is_derived = false;
        }
    }
}

fn derive(key: AdministrationKey, mut members: Vec<&Region>) -> Option<Administration> {
    if members.len() < 2 {
        return None;
    }
    members.sort_by_key(|member| member.ags);
    // Estimates are too high for villages, so a known population goes first.
    let seat = members
        .iter()
        .min_by_key(|member| Reverse((member.population, member.pop_est)))?;
    let form = AdministrationForm::usual_in(seat.ags.land());
    Some(Administration {
        key,
        name: format!("{} {}", form.label(), seat.name),
        name_is_derived: true,
        form,
        seat: seat.ags,
        members: members.iter().map(|member| member.ags).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::samples::gemeinde;

    fn member(ags: &str, ars: &str, population: Option<u32>) -> Region {
        let ars = Some(ars.to_owned().try_into().unwrap());
        Region {
            ars,
            population,
            ..gemeinde(ags, ags)
        }
    }

    #[test]
    fn gemeinden_with_the_same_nine_digits_share_an_administration() {
        let regions = [
            member("07141092", "071415007092", Some(4310)),
            member("07141037", "071415007037", Some(700)),
            member("07141075", "071410075075", Some(18_000)),
        ];

        let found = derive_administrations(&regions);

        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name, "Verbandsgemeinde 07141092");
        assert_eq!(found[0].members.len(), 2);
        assert!(found[0].name_is_derived);
    }

    #[test]
    fn an_estimate_does_not_make_a_seat() {
        let estimated = Region {
            pop_est: 9000,
            ..member("03151005", "031515402005", None)
        };
        let known = member("03151025", "031515402025", Some(4452));

        let found = derive_administrations(&[estimated, known]);

        assert_eq!(found[0].seat.as_str(), "03151025");
        assert_eq!(found[0].form, AdministrationForm::Samtgemeinde);
    }

    #[test]
    fn a_retired_gemeinde_belongs_to_none() {
        let kept = member("07141092", "071415007092", Some(4310));
        let successor = Some(kept.ags);
        let retired = Region {
            successor,
            ..member("07141037", "071415007037", Some(700))
        };

        assert!(derive_administrations(&[kept, retired]).is_empty());
    }
}
