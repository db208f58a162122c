//! What stands on the paper.

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
    } = calls(db, reference, (&owner.place, Some(owner.id))).await?;
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

/// Whom the administration of a place calls first; itself never.
///
/// # Errors
/// Storage failed.
pub async fn calls(
    db: &Db,
    reference: &Reference,
    (place, own): (&str, Option<OrganisationId>),
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
        }),
        land: call(&contacts, &kinds),
        police: call(&contacts, &[ContactKind::PoliceZac]),
    })
}

/// The first of these kinds: that of the Land before that of the federation, one that can be phoned before others.
fn call(contacts: &[&LandContact], kinds: &[ContactKind]) -> Option<Call> {
    let of_kind = contacts
        .iter()
        .filter(|contact| kinds.contains(&contact.kind));
    let found = of_kind.min_by_key(|contact| {
        let is_federal = contact.scope == ContactScope::Federal;
        let kind = kinds.iter().position(|kind| *kind == contact.kind);
        (is_federal, contact.phone.is_none(), kind)
    })?;
    Some(Call {
        name: found.name.clone(),
        phone: found.phone.clone(),
    })
}
