//! Queries of incidents.

mod calls;
mod change;
mod events;
mod notes;
mod particulars;
mod past;
mod quiet;
mod row;
mod sight;
mod told;
mod tries;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

pub(super) use calls::{call, called_at, set_called, tell_at, told_at, waiting_for_desk};
pub(super) use change::update;
pub(super) use events::{events, insert_event, insert_reported, is_told_since, reported};
pub(super) use notes::{insert_note, note, note_times, notes};
use particulars::place;
pub(super) use particulars::{keep, particulars, vouch};
pub(super) use past::{Before, blank, forget, past, past_but_ordered};
pub(super) use quiet::{NEVER, tell};
use row::{incident, name, row};
use sight::covered;
pub(super) use told::{managers_asked, tell_town_at, waiting_for_town};
pub(super) use tries::{count_code_try, forget_code_tries};

use super::model::{Closed, Incident, IncidentState, Particulars, Sight, Taken, Verified};
use crate::access::Scope;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::incident::{Column, Entity};
use crate::ids::{IncidentId, OrganisationId};
use crate::sealed;
use crate::sealing::Keyring;

/// Keeps a new incident.
pub(super) async fn insert(
    txn: &Txn,
    ring: &Keyring,
    incident: &Incident,
    (particulars, link): (&Particulars, Vec<u8>),
) -> Result<(), StorageError> {
    let sealed = sealed::seal(txn, ring, place(incident.id), particulars).await?;
    let row = row(incident.clone(), sealed, link)?;
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// An incident the scope covers, for whoever acts on it as the desk or as the town.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    scope: &Scope,
    id: IncidentId,
) -> Result<Option<Incident>, StorageError> {
    let found = by_id(db, id).await?;
    Ok(found.filter(|incident| match incident.organisation {
        Some(organisation) => scope.covers(organisation),
        None => scope.is_everything(),
    }))
}

/// An incident, whoever may know of it.
pub(super) async fn by_id<C: ConnectionTrait>(
    db: &C,
    id: IncidentId,
) -> Result<Option<Incident>, StorageError> {
    let row = Entity::find_by_id(id).one(db).await?;
    row.map(incident).transpose()
}

/// Incidents with these ids, whoever may know of them.
pub(super) async fn by_ids<C: ConnectionTrait>(
    db: &C,
    ids: &[IncidentId],
) -> Result<Vec<Incident>, StorageError> {
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    rows.into_iter().map(incident).collect()
}

/// Those that wait to be called back, the longest waiting first.
pub(super) async fn waiting<C: ConnectionTrait>(
    db: &C,
    sight: &Sight,
    (after, limit): (Option<IncidentId>, u64),
) -> Result<Vec<Incident>, StorageError> {
    let after = after.map(|after| Column::Id.gt(after));
    let rows = Entity::find()
        .filter(covered(sight))
        .filter(Column::State.eq(name(IncidentState::Unverified)))
        .filter(Condition::all().add_option(after))
        .order_by_asc(Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    rows.into_iter().map(incident).collect()
}

/// Which incidents to list.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which {
    /// All.
    All,
    /// Those that stand so.
    In(IncidentState),
    /// Those that do not wait to be called back.
    Settled,
}

/// Keeps others from changing an incident until the transaction ends; what was read before may be old.
pub(super) async fn hold(txn: &Txn, id: IncidentId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Incidents somebody may know of, newest first.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    sight: &Sight,
    (which, before, limit): (Which, Option<IncidentId>, u64),
) -> Result<Vec<Incident>, StorageError> {
    let state = match which {
        Which::All => None,
        Which::In(state) => Some(Column::State.eq(name(state))),
        Which::Settled => Some(Column::State.ne(name(IncidentState::Unverified))),
    };
    let before = before.map(|before| Column::Id.lt(before));
    let rows = Entity::find()
        .filter(covered(sight))
        .filter(Condition::all().add_option(state).add_option(before))
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    rows.into_iter().map(incident).collect()
}

/// The incident whose status page a link opens, while it does.
pub(super) async fn of_link<C: ConnectionTrait>(
    db: &C,
    link: &[u8],
    now: Instant,
) -> Result<Option<Incident>, StorageError> {
    let row = Entity::find()
        .filter(Column::LinkHash.eq(link))
        .one(db)
        .await?;
    let found = row.map(incident).transpose()?;
    Ok(found.filter(|incident| incident.is_followed(now)))
}

/// Says that whoever asks is who they say; `false` when somebody was faster, or it is over.
pub(super) async fn verify(
    txn: &Txn,
    incident: &Incident,
    (organisation, verified): (OrganisationId, &Verified),
) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::Place, Expr::value(incident.place.clone()))
        .col_expr(Column::OrganisationId, Expr::value(organisation))
        .col_expr(Column::State, Expr::value(name(IncidentState::Verified)))
        .col_expr(Column::VerifiedAt, Expr::value(verified.at))
        .col_expr(Column::VerifiedBy, Expr::value(verified.by.clone()))
        .col_expr(Column::VerifiedHow, Expr::value(name(verified.how)))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(incident.id))
        .filter(Column::State.eq(name(IncidentState::Unverified)))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Lets somebody care for it, instead of whoever did; `false` when it is over.
pub(super) async fn take(txn: &Txn, id: IncidentId, taken: &Taken) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::TakenAt, Expr::value(taken.at))
        .col_expr(Column::TakenBy, Expr::value(taken.by.clone()))
        .col_expr(Column::FirstTakenAt, Expr::value(taken.first_at))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::State.ne(name(IncidentState::Closed)))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Says where it is; `false` when it is not waiting any more.
pub(super) async fn set_place(
    txn: &Txn,
    id: IncidentId,
    (place, organisation): (&str, Option<OrganisationId>),
) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::Place, Expr::value(place))
        .col_expr(Column::OrganisationId, Expr::value(organisation))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(name(IncidentState::Unverified)))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Ends an incident; `false` when it has ended already.
pub(super) async fn close(txn: &Txn, id: IncidentId, closed: &Closed) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::State, Expr::value(name(IncidentState::Closed)))
        .col_expr(Column::ClosedAt, Expr::value(closed.at))
        .col_expr(Column::ClosedBy, Expr::value(closed.by.clone()))
        .col_expr(Column::ClosedAs, Expr::value(name(closed.reason)))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::State.ne(name(IncidentState::Closed)))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
