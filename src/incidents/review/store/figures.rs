//! What the figures are made of: incidents that were true and no drill, and the help for them.

use std::collections::HashMap;

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
};

use crate::clock::Instant;
use crate::entity::{deployment, help_request, incident};
use crate::ids::IncidentId;
use crate::incidents::deployments::DeploymentState;
use crate::incidents::model::ClosingReason;

/// An incident as it is counted.
#[derive(Clone, Debug)]
pub(in crate::incidents::review) struct Fact {
    pub(in crate::incidents::review) id: IncidentId,
    pub(in crate::incidents::review) symptom: String,
    pub(in crate::incidents::review) phase: String,
    pub(in crate::incidents::review) place: Option<String>,
    pub(in crate::incidents::review) verified_at: Instant,
}

/// A deployment as it is counted.
#[derive(Clone, Copy, Debug)]
pub(in crate::incidents::review) struct Help {
    pub(in crate::incidents::review) from: Instant,
    pub(in crate::incidents::review) ended: Instant,
}

/// No drill, and nothing that was none.
fn is_true() -> Condition {
    let untrue = [ClosingReason::Duplicate, ClosingReason::NotGenuine].map(<&str>::from);
    Condition::all()
        .add(incident::Column::IsDrill.eq(false))
        .add(
            Condition::any()
                .add(incident::Column::ClosedAs.is_null())
                .add(incident::Column::ClosedAs.is_not_in(untrue)),
        )
}

fn true_incidents() -> SelectStatement {
    Query::select()
        .column(incident::Column::Id)
        .from(incident::Entity)
        .cond_where(is_true())
        .to_owned()
}

/// Incidents verified within a span.
pub(in crate::incidents::review) async fn verified<C: ConnectionTrait>(
    db: &C,
    (from, until): (Instant, Instant),
) -> Result<Vec<Fact>, DbErr> {
    use incident::Column;
    let rows: Vec<(IncidentId, String, String, Option<String>, Instant)> = incident::Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::Symptom,
            Column::Phase,
            Column::Place,
            Column::VerifiedAt,
        ])
        .filter(is_true())
        .filter(Column::VerifiedAt.gte(from))
        .filter(Column::VerifiedAt.lt(until))
        .into_tuple()
        .all(db)
        .await?;
    let fact = |(id, symptom, phase, place, verified_at)| Fact {
        id,
        symptom,
        phase,
        place,
        verified_at,
    };
    Ok(rows.into_iter().map(fact).collect())
}

/// When somebody was first committed in each of these.
pub(in crate::incidents::review) async fn first_commitments<C: ConnectionTrait>(
    db: &C,
    (from, until): (Instant, Instant),
) -> Result<HashMap<IncidentId, Instant>, DbErr> {
    use deployment::Column;
    let rows: Vec<(IncidentId, Instant)> = deployment::Entity::find()
        .select_only()
        .columns([Column::IncidentId, Column::AcceptedAt])
        .filter(Column::AcceptedAt.gte(from))
        .filter(Column::AcceptedAt.lt(until))
        .into_tuple()
        .all(db)
        .await?;
    let mut first = HashMap::new();
    for (incident, at) in rows {
        let known = first.entry(incident).or_insert(at);
        *known = at.min(*known);
    }
    Ok(first)
}

/// Deployments that were carried out and ended within a span, none of them later than it was to; what nobody began was not,
/// but a talk.
pub(in crate::incidents::review) async fn deployments_ended<C: ConnectionTrait>(
    db: &C,
    (from, until): (Instant, Instant),
) -> Result<Vec<Help>, DbErr> {
    use deployment::Column;
    let is_begun = Condition::any()
        .add(Column::StartedAt.is_not_null())
        .add(Column::IsFirstCall.eq(true));
    let ended_before = Condition::any()
        .add(Column::EndedAt.lt(until))
        .add(Column::UntilAt.lt(until));
    let rows: Vec<(Instant, Option<Instant>, Instant, Instant)> = deployment::Entity::find()
        .select_only()
        .columns([
            Column::FromAt,
            Column::StartedAt,
            Column::EndedAt,
            Column::UntilAt,
        ])
        .filter(Column::State.eq(<&str>::from(DeploymentState::Ended)))
        .filter(is_begun)
        .filter(Column::EndedAt.gte(from))
        .filter(Column::UntilAt.gte(from))
        .filter(ended_before)
        .filter(Column::IncidentId.in_subquery(true_incidents()))
        .into_tuple()
        .all(db)
        .await?;
    let help = rows.into_iter().map(|(planned, started, ended, due)| Help {
        from: started.unwrap_or(planned),
        ended: ended.min(due),
    });
    Ok(help.collect())
}

/// Whether each request that began to ask people within a span was filled.
pub(in crate::incidents::review) async fn requests_begun<C: ConnectionTrait>(
    db: &C,
    (from, until): (Instant, Instant),
) -> Result<Vec<bool>, DbErr> {
    use help_request::Column;
    let rows: Vec<Option<Instant>> = help_request::Entity::find()
        .select_only()
        .column(Column::FilledAt)
        .filter(Column::BegunAt.gte(from))
        .filter(Column::BegunAt.lt(until))
        .filter(Column::IncidentId.in_subquery(true_incidents()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|filled| filled.is_some()).collect())
}
