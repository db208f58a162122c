//! Organisations as their manager, coordinators, vetters and admins see them.

use sea_orm::ConnectionTrait;

use super::OrganisationError;
use crate::access::Permit;
use crate::access::action::ReadOrganisation;
use crate::clock::Instant;
use crate::db::Db;
use crate::fold::fold;
use crate::http::cut;
use crate::ids::OrganisationId;
use crate::input::FieldError;
use crate::organisations::body::{OrganisationBody, OrganisationQuery, Provider, Served};
use crate::organisations::model::{EmployerFacts, Organisation};
use crate::organisations::store::{self, Listing};
use crate::reference::{AdministrationKey, Reference};

/// What counts of an employer: from when its persons can be eligible, since when it is struck, its yearly limit.
///
/// # Errors
/// There is none, or storage failed.
pub async fn employer_facts<C: ConnectionTrait>(
    db: &C,
    id: OrganisationId,
) -> Result<EmployerFacts, OrganisationError> {
    let organisation = store::by_id(db, id)
        .await?
        .ok_or(OrganisationError::NotFound)?;
    let struck = store::struck(db, &[id]).await?;
    Ok(EmployerFacts {
        participation_from: organisation
            .participation
            .is_settled()
            .then_some(organisation.participation_since),
        struck_since: struck.iter().map(|(_, since)| *since).min(),
        yearly_person_days: organisation.yearly_person_days,
        member_until: organisation.member_until,
    })
}

/// Shows an organisation.
///
/// # Errors
/// Not there or not the caller's to see, or storage failed.
pub async fn show(
    db: &Db,
    reference: &Reference,
    permit: &Permit<ReadOrganisation>,
    id: OrganisationId,
) -> Result<(OrganisationBody, i32), OrganisationError> {
    let row = store::find(db.reader(), permit.scope(), id)
        .await?
        .ok_or(OrganisationError::NotFound)?;
    let version = row.version;
    let mut bodies = bodies(db, reference, vec![row]).await?;
    Ok((bodies.pop().ok_or(OrganisationError::NotFound)?, version))
}

/// Lists organisations; the cursor of the next page beside them.
///
/// # Errors
/// An unreadable cursor, or storage failed.
pub async fn list(
    db: &Db,
    reference: &Reference,
    permit: &Permit<ReadOrganisation>,
    query: OrganisationQuery,
) -> Result<(Vec<OrganisationBody>, Option<String>), OrganisationError> {
    let OrganisationQuery {
        q,
        kind,
        land,
        member,
        cursor,
        limit,
    } = query;
    let after = cursor
        .map(|cursor| cursor.parse::<OrganisationId>())
        .transpose();
    let after = after.map_err(|error| {
        OrganisationError::Invalid(vec![FieldError::new("cursor", "cursor", error.to_string())])
    })?;
    let limit = limit.unwrap_or(20);
    let listing = Listing {
        words: fold(&q.unwrap_or_default())
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        kind: kind.map(|kind| <&'static str>::from(kind).to_owned()),
        land,
        member,
        after: after.map(|id| id.0),
        limit: limit + 1,
        now: db.clock().now(),
    };
    let mut rows = store::list(db.reader(), permit.scope(), &listing).await?;
    let next = cut(&mut rows, limit).map(|row| row.id.to_string());
    Ok((bodies(db, reference, rows).await?, next))
}

/// The organisations as they are now.
async fn bodies(
    db: &Db,
    reference: &Reference,
    organisations: Vec<Organisation>,
) -> Result<Vec<OrganisationBody>, OrganisationError> {
    let now = db.clock().now();
    let ids: Vec<_> = organisations
        .iter()
        .map(|organisation| organisation.id)
        .collect();
    let served = store::served_by(db.reader(), &ids, now).await?;
    let struck = store::struck(db.reader(), &ids).await?;
    let mut bodies = Vec::with_capacity(organisations.len());
    for organisation in organisations {
        let id = organisation.id;
        let providers = store::providers_of(
            db.reader(),
            &places_above(reference, &organisation.place),
            now,
        )
        .await?;
        let facts = Facts {
            serves: served
                .iter()
                .filter(|(provider, _)| *provider == id)
                .map(|(_, served)| served.clone())
                .collect(),
            home_providers: providers
                .into_iter()
                .filter(|provider| provider.id != id)
                .collect(),
            struck_since: struck
                .iter()
                .filter(|(struck, _)| *struck == id)
                .map(|(_, since)| *since)
                .min(),
        };
        bodies.push(body(organisation, facts, now));
    }
    Ok(bodies)
}

/// What other tables say of an organisation.
struct Facts {
    serves: Vec<Served>,
    home_providers: Vec<Provider>,
    struck_since: Option<Instant>,
}

fn body(organisation: Organisation, facts: Facts, now: Instant) -> OrganisationBody {
    let member = organisation.is_member(now);
    let last_member_day = organisation.last_member_day();
    let Organisation {
        id,
        kind,
        name,
        legal_form,
        place,
        member_from,
        member_until: _,
        nis2_status,
        yearly_person_days,
        participation,
        participation_since,
        personal_response_history,
        duty_phone,
        accident_insurer,
        liability_insurer,
        privacy_phone,
        created_at,
        version: _,
    } = organisation;
    let Facts {
        serves,
        home_providers,
        struck_since,
    } = facts;
    OrganisationBody {
        id,
        kind,
        name,
        legal_form,
        place,
        member,
        member_from: member_from.map(Instant::date),
        member_until: last_member_day,
        serves,
        home_providers,
        nis2_status,
        yearly_person_days,
        participation,
        participation_on: participation_since.date(),
        personal_response_history,
        duty_phone,
        accident_insurer,
        liability_insurer,
        privacy_phone,
        struck_since,
        created_at,
    }
}

/// A place and the Kreis it lies in: whoever serves either serves it. With the keys they had before, under which
/// contracts are stored.
pub fn places_above(reference: &Reference, place: &str) -> Vec<String> {
    let place = reference.regions.today(place);
    let kreis = place
        .get(..5)
        .filter(|_| place.len() == 8)
        .map(str::to_owned);
    let members = AdministrationKey::try_from(place.clone())
        .ok()
        .and_then(|key| reference.regions.administration(&key));
    let members = members
        .into_iter()
        .flat_map(|administration| administration.members.iter().map(ToString::to_string));
    let places = [place.clone()].into_iter().chain(kreis).chain(members);
    reference.regions.with_past(places.collect())
}
