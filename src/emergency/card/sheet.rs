//! What stands on the paper.

use chrono::Datelike;

use super::CardError;
use super::issue::Issued;
use super::model::number;
use super::store;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::emergency::code::EmergencyCode;
use crate::ids::OrganisationId;
use crate::organisations;
use crate::reference::{ContactKind, ContactScope, LandContact, Reference, contacts_for};

/// Hours of a body that always answers, as the table of contacts says it.
const ANY_TIME: &str = "rund um die Uhr";
/// Of one that answers when offices do not.
const AT_NIGHT: &str = "nachts";

/// A card as it is printed, this once.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Whose it is.
    pub municipality: String,
    /// What it is called on the phone.
    pub number: String,
    /// When it was issued.
    pub issued_at: Instant,
    /// AGS for the address behind the picture to scan.
    pub ags: String,
    /// The codes as they are printed.
    pub codes: Vec<String>,
    /// The IT provider that serves it.
    pub provider: Option<Call>,
    /// The body of its Land that helps.
    pub land: Option<Call>,
    /// The police of its Land.
    pub police: Option<Call>,
}

/// Somebody to call.
#[derive(Clone, Debug)]
pub struct Call {
    /// Their name.
    pub name: String,
    /// Their number, where it is known.
    pub phone: Option<String>,
    /// They are of the federation, and not of the Land.
    pub is_federal: bool,
}

/// The sheet of a card just issued; none when its codes were shown before.
///
/// # Errors
/// Storage failed.
pub async fn sheet(
    db: &Db,
    reference: &Reference,
    issued: &Issued,
) -> Result<Option<Sheet>, CardError> {
    let Some(codes) = &issued.codes else {
        return Ok(None);
    };
    let card = store::find(db.reader(), issued.id)
        .await?
        .ok_or(CardError::NotFound)?;
    let owner = organisations::by_id(db.reader(), card.organisation)
        .await?
        .ok_or(CardError::NotFound)?;
    let ags = organisations::seat_of(reference, &owner.place)
        .ok_or(StorageError::Corrupt("organisations.ags"))?;
    let Calls {
        provider,
        land,
        police,
    } = calls(db, reference, (&owner.place, Some(owner.id)), None).await?;
    Ok(Some(Sheet {
        number: number(&owner.place, card.sequence),
        municipality: owner.name,
        issued_at: card.issued_at,
        ags: ags.to_string(),
        codes: codes.iter().map(EmergencyCode::reveal).collect(),
        provider,
        land,
        police,
    }))
}

/// Whom a town calls first.
#[derive(Clone, Debug, Default)]
pub struct Calls {
    /// The IT provider that serves it.
    pub provider: Option<Call>,
    /// The body of its Land that helps.
    pub land: Option<Call>,
    /// The police of its Land.
    pub police: Option<Call>,
}

/// Whom the administration of a place calls first; itself never. Now, if it is said when that is, and nobody whose
/// office is closed then; on paper whoever is responsible.
///
/// # Errors
/// Storage failed.
pub async fn calls(
    db: &Db,
    reference: &Reference,
    (place, own): (&str, Option<OrganisationId>),
    now: Option<Instant>,
) -> Result<Calls, StorageError> {
    let at = (place, db.clock().now());
    let providers = organisations::home_providers(db.reader(), reference, at).await?;
    let provider = providers
        .into_iter()
        .find(|provider| Some(provider.id) != own);
    let Some(ags) = organisations::seat_of(reference, place) else {
        return Ok(Calls::default());
    };
    let contacts = contacts_for(ags.land(), &reference.contacts);
    let kinds = [ContactKind::IncidentResponse, ContactKind::Cert];
    Ok(Calls {
        provider: provider.map(|provider| Call {
            name: provider.name,
            phone: provider.duty_phone,
            is_federal: false,
        }),
        land: call(&contacts, &kinds, now),
        police: call(&contacts, &[ContactKind::PoliceZac], now),
    })
}

/// The first of these kinds: one that answers now, that of the Land before that of the federation, one that can be
/// phoned before others.
fn call(contacts: &[&LandContact], kinds: &[ContactKind], now: Option<Instant>) -> Option<Call> {
    let is_night = now.is_some_and(|now| !is_office_time(now));
    let of_kind = contacts
        .iter()
        .filter(|contact| kinds.contains(&contact.kind));
    let found = of_kind.min_by_key(|contact| {
        let is_federal = contact.scope == ContactScope::Federal;
        let kind = kinds.iter().position(|kind| *kind == contact.kind);
        let is_closed = match contact.hours.as_deref() {
            None | Some(ANY_TIME) => false,
            Some(AT_NIGHT) => !is_night,
            Some(_) => is_night,
        };
        let says_nothing = is_night && contact.hours.is_none();
        let has_none = contact.phone.is_none();
        (is_closed, is_federal, has_none, says_nothing, kind)
    })?;
    Some(Call {
        name: found.name.clone(),
        phone: found.phone.clone(),
        is_federal: found.scope == ContactScope::Federal,
    })
}

/// Whether all offices answer: on weekdays from 8 to 15, the shortest hours of the table.
fn is_office_time(now: Instant) -> bool {
    let day = now.date();
    let at = |hour| day.and_hms_opt(hour, 0, 0).and_then(Instant::of_berlin);
    let is_weekday = day.weekday().num_days_from_monday() < 5;
    is_weekday
        && at(8).is_some_and(|opens| opens <= now)
        && at(15).is_some_and(|closes| now < closes)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn at(day: u32, hour: u32) -> Instant {
        let day = NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
        Instant::of_berlin(day.and_hms_opt(hour, 0, 0).unwrap()).unwrap()
    }

    fn body(name: &str, scope: ContactScope, hours: &str) -> LandContact {
        LandContact {
            scope,
            kind: ContactKind::Cert,
            name: name.to_owned(),
            phone: Some("0431 123".to_owned()),
            email: None,
            url: None,
            address: None,
            hours: Some(hours.to_owned()),
            note_de: None,
            source: String::new(),
            last_checked: NaiveDate::from_ymd_opt(2026, 12, 1).unwrap(),
        }
    }

    #[test]
    fn at_night_whoever_answers_is_called_and_on_paper_whoever_is_responsible() {
        let land = "01001000".parse::<crate::reference::Ags>().unwrap().land();
        let own = body("CERT Nord", ContactScope::Land(land), "Mo–Do 8–16 Uhr");
        let federal = body("BKA", ContactScope::Federal, ANY_TIME);
        let all = [&own, &federal];
        let found = |now| call(&all, &[ContactKind::Cert], now).unwrap();
        let first = |now| found(now).name;

        assert_eq!(first(None), "CERT Nord");
        assert_eq!(first(Some(at(1, 9))), "CERT Nord");
        assert_eq!(first(Some(at(1, 0))), "BKA");
        assert_eq!(first(Some(at(5, 9))), "BKA");
        assert!(found(Some(at(5, 9))).is_federal && !found(None).is_federal);
    }
}
