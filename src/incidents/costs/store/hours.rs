//! What counts as given and received: deployments that were carried out, and what was worked in them.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use strum::VariantArray;

use crate::clock::Instant;
use crate::db::StorageError;
use crate::entity::{deployment, deployment_time, deployment_time_sheet, incident};
use crate::ids::{DeploymentId, IncidentId, OrganisationId};
use crate::incidents::costs::model::worked_minutes;
use crate::incidents::deployments::DeploymentState;
use crate::reference::Phase;

/// A deployment that was carried out.
#[derive(Clone, Debug)]
pub(in crate::incidents::costs) struct Counted {
    pub(in crate::incidents::costs) id: DeploymentId,
    pub(in crate::incidents::costs) employer: OrganisationId,
    pub(in crate::incidents::costs) requester: OrganisationId,
    pub(in crate::incidents::costs) is_first_call: bool,
    /// What was agreed, up to when it ended.
    pub(in crate::incidents::costs) span: (Instant, Instant),
    pub(in crate::incidents::costs) phase: Phase,
}

/// Deployments that were carried out and reach into a period: of one house on either side, or of all. Drills count for
/// nothing, and neither does what nobody began, but a talk.
pub(in crate::incidents::costs) async fn carried_out<C: ConnectionTrait>(
    db: &C,
    house: Option<OrganisationId>,
    (from, until): (Instant, Instant),
) -> Result<Vec<Counted>, StorageError> {
    let states = DeploymentState::VARIANTS.iter().copied();
    let states = states.filter(|state| state.was_begun());
    let of_house = house.map(|house| {
        Condition::any()
            .add(deployment::Column::EmployerId.eq(house))
            .add(deployment::Column::RequesterId.eq(house))
    });
    let is_begun = Condition::any()
        .add(deployment::Column::StartedAt.is_not_null())
        .add(deployment::Column::IsFirstCall.eq(true));
    let rows = deployment::Entity::find()
        .filter(deployment::Column::State.is_in(states.map(<&str>::from)))
        .filter(is_begun)
        .filter(deployment::Column::FromAt.lt(until))
        .filter(deployment::Column::UntilAt.gte(from.plus_days(-1)))
        .filter(Condition::all().add_option(of_house))
        .all(db)
        .await?;
    let ids: Vec<IncidentId> = rows.iter().map(|row| row.incident_id).collect();
    let incidents = incident::Entity::find()
        .filter(incident::Column::Id.is_in(ids))
        .filter(incident::Column::IsDrill.eq(false))
        .all(db)
        .await?;
    let phases: HashMap<IncidentId, String> = incidents
        .into_iter()
        .map(|incident| (incident.id, incident.phase))
        .collect();
    let mut counted = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(phase) = phases.get(&row.incident_id) else {
            continue;
        };
        let phase = phase.parse();
        let end = row
            .ended_at
            .map_or(row.until_at, |ended| ended.min(row.until_at));
        counted.push(Counted {
            id: row.id,
            employer: row.employer_id,
            requester: row.requester_id,
            is_first_call: row.is_first_call,
            span: (row.from_at, end.max(row.from_at)),
            phase: phase.map_err(|_| StorageError::Corrupt("incidents.phase"))?,
        });
    }
    Ok(counted)
}

/// Minutes by day of those of these whose times the employer confirmed.
pub(in crate::incidents::costs) async fn confirmed_times<C: ConnectionTrait>(
    db: &C,
    deployments: &[DeploymentId],
) -> Result<HashMap<DeploymentId, Vec<(NaiveDate, i64)>>, DbErr> {
    let confirmed = deployment_time_sheet::Entity::find()
        .filter(deployment_time_sheet::Column::DeploymentId.is_in(deployments.iter().copied()))
        .all(db)
        .await?;
    let mut times: HashMap<DeploymentId, Vec<(NaiveDate, i64)>> = confirmed
        .into_iter()
        .map(|sheet| (sheet.deployment_id, Vec::new()))
        .collect();
    let rows = deployment_time::Entity::find()
        .filter(deployment_time::Column::DeploymentId.is_in(times.keys().copied()))
        .all(db)
        .await?;
    for row in rows {
        let minutes = worked_minutes((row.from_at, row.until_at), row.break_minutes.into());
        if let Some(days) = times.get_mut(&row.deployment_id) {
            days.push((row.from_at.date(), minutes));
        }
    }
    Ok(times)
}
