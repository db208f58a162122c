//! Administrations by the place they run, and whom a provider serves.

use sea_orm::ConnectionTrait;

use super::OrganisationError;
use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::ids::OrganisationId;
use crate::organisations::body::{NewOrganisation, Provider};
use crate::organisations::model::{
    LegalForm, Nis2Status, Organisation, OrganisationKind, Participation,
};
use crate::organisations::store;
use crate::reference::{AdministrationKey, Ags, Level, Reference};

/// A place with an administration of its own: a Gemeinde, a Kreis, or several Gemeinden that share one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Its AGS today, or the nine-digit key of a shared administration.
    pub place: String,
    /// What the administration is.
    pub kind: OrganisationKind,
    /// What it is called unless it says otherwise.
    pub name: String,
}

impl Seat {
    /// The seat with this key; a kreisfreie Stadt is a Gemeinde.
    pub fn find(reference: &Reference, key: &str) -> Option<Self> {
        let key = reference.regions.today(key);
        if let Ok(key) = AdministrationKey::try_from(key.clone()) {
            let administration = reference.regions.administration(&key)?;
            return Some(Self {
                place: key.as_str().to_owned(),
                kind: OrganisationKind::MunicipalAssociation,
                name: administration.name.clone(),
            });
        }
        let region = reference.regions.get(key.parse::<Ags>().ok()?)?;
        let region = if region.is_kreisfrei() && region.level == Level::Kreis {
            reference.regions.children(region.ags).next()?
        } else {
            region
        };
        let kind = match region.level {
            Level::Gemeinde => OrganisationKind::Municipality,
            Level::Kreis => OrganisationKind::District,
            Level::Land | Level::Gemeindefrei => return None,
        };
        Some(Self {
            place: region.ags.to_string(),
            kind,
            name: region.full_name(),
        })
    }

    /// Enters its organisation, which nobody needed until now.
    ///
    /// # Errors
    /// Somebody else was faster, or storage failed.
    pub async fn enter(
        &self,
        txn: &mut Txn,
        reference: &Reference,
        actor: Actor,
    ) -> Result<OrganisationId, OrganisationError> {
        let new = NewOrganisation {
            kind: self.kind,
            name: self.name.clone(),
            legal_form: LegalForm::TerritorialAuthority,
            place: self.place.clone(),
            member: false,
            serves: Vec::new(),
            nis2_status: Nis2Status::default(),
            yearly_person_days: None,
            participation: Participation::default(),
            personal_response_history: false,
            duty_phone: None,
        };
        super::stage(txn, reference, actor, &new).await
    }
}

/// Where a house sits: a shared administration at its largest town, an authority of a Land in its first Kreis.
pub fn seat_of(reference: &Reference, place: &str) -> Option<Ags> {
    let place = reference.regions.today(place);
    if let Ok(key) = AdministrationKey::try_from(place.clone()) {
        return Some(reference.regions.administration(&key)?.seat);
    }
    let region = reference.regions.get(place.parse().ok()?)?;
    if region.level != Level::Land {
        return Some(region.ags);
    }
    let first = reference.regions.children(region.ags).next();
    first.map(|kreis| kreis.ags)
}

/// The organisation with this id, for areas that have their own rule about who may see it.
///
/// # Errors
/// Storage failed.
pub async fn by_id<C: ConnectionTrait>(
    db: &C,
    id: OrganisationId,
) -> Result<Option<Organisation>, StorageError> {
    store::by_id(db, id).await
}

/// The organisations with these ids.
///
/// # Errors
/// Storage failed.
pub async fn by_ids<C: ConnectionTrait>(
    db: &C,
    ids: &[OrganisationId],
) -> Result<Vec<Organisation>, StorageError> {
    store::by_ids(db, ids).await
}

/// Those of these that belong to the federation now and are not struck themselves.
///
/// # Errors
/// Storage failed.
pub async fn able<C: ConnectionTrait>(
    db: &C,
    ids: &[OrganisationId],
    now: Instant,
) -> Result<Vec<Organisation>, StorageError> {
    let struck = store::struck(db, ids).await?;
    let is_struck = |id| struck.iter().any(|(struck, _)| *struck == id);
    let mut able = store::by_ids(db, ids).await?;
    able.retain(|house| house.is_member(now) && !is_struck(house.id));
    Ok(able)
}

/// The administrations of these places, those that have an organisation.
///
/// # Errors
/// Storage failed.
pub async fn seated_at<C: ConnectionTrait>(
    db: &C,
    places: &[String],
) -> Result<Vec<Organisation>, StorageError> {
    store::seated_at(db, places).await
}

/// The places that these providers serve now.
///
/// # Errors
/// Storage failed.
pub async fn places_served<C: ConnectionTrait>(
    db: &C,
    providers: &[OrganisationId],
    now: Instant,
) -> Result<Vec<String>, StorageError> {
    let served = store::served_by(db, providers, now).await?;
    Ok(served.into_iter().map(|(_, served)| served.ags).collect())
}

/// Who serves the administration of a place now, with their duty desks.
///
/// # Errors
/// Storage failed.
pub async fn home_providers<C: ConnectionTrait>(
    db: &C,
    reference: &Reference,
    (place, now): (&str, Instant),
) -> Result<Vec<Organisation>, StorageError> {
    let places = super::places_above(reference, place);
    let providers: Vec<Provider> = store::providers_of(db, &places, now).await?;
    let mut found = Vec::with_capacity(providers.len());
    for provider in providers {
        found.extend(store::by_id(db, provider.id).await?);
    }
    Ok(found)
}
