use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::{Ags, AgsError, Land};

/// A body that helps or must be told, for one Land or for all of Germany.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LandContact {
    /// Where it is responsible.
    #[serde(rename = "land_ags")]
    pub scope: ContactScope,
    /// What kind of body it is.
    pub kind: ContactKind,
    /// Its name.
    pub name: String,
    /// As dialled within Germany, where known.
    pub phone: Option<String>,
    /// Where known.
    pub email: Option<String>,
    /// Where known.
    pub url: Option<String>,
    /// Where it is, where known.
    #[serde(default)]
    pub address: Option<String>,
    /// When somebody answers, in German.
    pub hours: Option<String>,
    /// What to know about it, in German; also contradictions between sources.
    pub note_de: Option<String>,
    /// Where the entry comes from.
    pub source: String,
    /// When somebody last looked at the entry.
    pub last_checked: NaiveDate,
}

/// Where a body is responsible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ContactScope {
    /// All of Germany; "00" in the table.
    Federal,
    /// One Land.
    Land(Land),
}

/// What kind of body it is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// Computer emergency response team.
    Cert,
    /// A service that responds to incidents, such as Cyber-Ersthilfe BW.
    IncidentResponse,
    /// Zentrale Ansprechstelle Cybercrime of the police.
    PoliceZac,
    /// A specialised public prosecutor.
    Prosecution,
    /// Data protection authority.
    DataProtection,
    /// IT provider or distributor for municipalities.
    MunicipalIt,
}

impl TryFrom<String> for ContactScope {
    type Error = AgsError;

    fn try_from(text: String) -> Result<Self, AgsError> {
        if text == "00" {
            return Ok(Self::Federal);
        }
        let ags: Ags = text.parse()?;
        if ags.digit_count() != 2 {
            return Err(AgsError::WrongLength);
        }
        Ok(Self::Land(ags.land()))
    }
}

impl From<ContactScope> for String {
    fn from(scope: ContactScope) -> Self {
        match scope {
            ContactScope::Federal => "00".to_owned(),
            ContactScope::Land(land) => land.ags_digits().to_owned(),
        }
    }
}

/// The contacts for a Land, its own before those of the federation.
pub fn contacts_for(land: Land, contacts: &[LandContact]) -> Vec<&LandContact> {
    let of = |scope| {
        contacts
            .iter()
            .filter(move |contact| contact.scope == scope)
    };
    of(ContactScope::Land(land))
        .chain(of(ContactScope::Federal))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::parse_land_contacts;

    fn shipped() -> Vec<LandContact> {
        parse_land_contacts(migration::reference::LAND_CONTACTS).unwrap()
    }

    #[test]
    fn every_land_has_cert_police_and_data_protection() {
        let contacts = shipped();

        for land in Land::all() {
            let kinds: Vec<_> = contacts
                .iter()
                .filter(|contact| contact.scope == ContactScope::Land(land))
                .map(|contact| contact.kind)
                .collect();
            for kind in [
                ContactKind::Cert,
                ContactKind::PoliceZac,
                ContactKind::DataProtection,
            ] {
                assert!(kinds.contains(&kind), "{} has no {kind:?}", land.code());
            }
        }
    }

    #[test]
    fn a_land_also_gets_the_federal_contacts() {
        let contacts = shipped();
        let baden = Land::from_code("BW").unwrap();

        let names: Vec<_> = contacts_for(baden, &contacts)
            .iter()
            .map(|contact| contact.name.as_str())
            .collect();

        assert!(names.contains(&"Cyber-Ersthilfe BW"));
        assert!(names.last().unwrap().contains("BKA"));
    }

    #[test]
    fn contradicting_numbers_are_both_kept_with_a_note() {
        let contacts = shipped();
        let bremen = ContactScope::Land(Land::from_code("HB").unwrap());

        let notes: Vec<_> = contacts
            .iter()
            .filter(|contact| contact.scope == bremen && contact.kind == ContactKind::PoliceZac)
            .filter_map(|contact| contact.note_de.as_deref())
            .collect();

        assert_eq!(notes.len(), 2);
        assert!(notes.iter().all(|note| note.starts_with("Widerspruch")));
    }

    #[test]
    fn what_is_unknown_is_blank() {
        let contacts = shipped();

        let unknown = contacts
            .iter()
            .find(|contact| contact.name == "N-CERT")
            .unwrap();

        assert_eq!((&unknown.phone, &unknown.email), (&None, &None));
    }
}
