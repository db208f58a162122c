//! The arrival sheet by links: a town without its own IT writes it on its status page, and who is committed reads it.

use super::ReadinessError;
use super::part::seen_by_expert;
use super::sheet::{ShownSheet, save, shown};
use crate::accounts::Secret;
use crate::db::Actor;
use crate::http::IfMatch;
use crate::incidents::model::{Incident, IncidentState};
use crate::incidents::readiness::model::{Part, Sheet};
use crate::incidents::readiness::store;
use crate::incidents::requests::Desk;
use crate::incidents::service::{AskerProof, Kit, check_code, of_link};
use crate::incidents::store as incidents;

/// What opens a status page, and what somebody has besides.
#[derive(Clone, Copy)]
pub(in crate::incidents) struct TownProof<'a> {
    pub(in crate::incidents) link: &'a Secret,
    pub(in crate::incidents) proof: AskerProof<'a>,
}

/// The sheet to be changed by the phone that asked, or with the spoken code: the link alone is passed on too easily.
///
/// # Errors
/// The link opens nothing that is verified, the code is needed or wrong, it is over, or storage failed.
pub(in crate::incidents) async fn held_sheet_by_link(
    kit: Kit<'_>,
    town: TownProof<'_>,
) -> Result<ShownSheet, ReadinessError> {
    let incident = proven(kit, town).await?;
    shown(kit, (incident, Part::Town), Actor::Service).await
}

/// Keeps a sheet likewise.
///
/// # Errors
/// The same, or another version.
pub(in crate::incidents) async fn save_sheet_by_link(
    kit: Kit<'_>,
    town: TownProof<'_>,
    (version, sheet): (IfMatch, Sheet),
) -> Result<(ShownSheet, i64), ReadinessError> {
    let incident = proven(kit, town).await?;
    let by = (Part::Town, Actor::Service);
    save(kit, by, (incident.id, version, sheet)).await
}

/// The version of the sheet of a status page, and nothing of what it says.
///
/// # Errors
/// The link opens nothing, or storage failed.
pub(in crate::incidents) async fn version_by_link(
    kit: Kit<'_>,
    link: &Secret,
) -> Result<i32, ReadinessError> {
    let incident = of_link(kit.db, link).await?;
    Ok(store::sheet_version(kit.db.reader(), incident.id).await?)
}

async fn proven(kit: Kit<'_>, town: TownProof<'_>) -> Result<Incident, ReadinessError> {
    let incident = of_link(kit.db, town.link).await?;
    match incident.state() {
        IncidentState::Verified => {}
        IncidentState::Unverified => return Err(ReadinessError::NotFound),
        IncidentState::Closed => return Err(ReadinessError::Over),
    }
    if !town.proof.is_phone {
        check_code((kit.db, kit.ring), &incident, town.proof.code).await?;
    }
    Ok(incident)
}

/// The sheet for who is committed, by the link of their answer. The record says so first.
///
/// # Errors
/// The link asks nothing or nobody is committed, it does not open, or storage failed.
pub(in crate::incidents) async fn read_sheet_by_link(
    kit: Kit<'_>,
    (desk, link): (&Desk, &Secret),
) -> Result<ShownSheet, ReadinessError> {
    let seen = seen_by_expert(desk, link).await?;
    let found = incidents::by_id(kit.db.reader(), seen.deployment.incident).await?;
    let incident = found.ok_or(ReadinessError::NotFound)?;
    shown(kit, (incident, Part::Expert), Actor::Service).await
}
