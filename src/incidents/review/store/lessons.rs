//! Queries of lessons; each is sealed with a key of its own, since it outlives its incident.

use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use crate::db::{Actor, StorageError, Txn};
use crate::entity::incident;
use crate::entity::lesson::{Column, Entity, Model};
use crate::ids::{IncidentId, LessonId};
use crate::incidents::model::Tlp;
use crate::incidents::review::model::{Lesson, LessonState};
use crate::reference::Phase;
use crate::sealed;
use crate::sealing::{Keyring, Place, SealError};

/// Which lessons are asked for.
#[derive(Clone, Debug)]
pub(in crate::incidents::review) struct Asked {
    /// Where they stand.
    pub(in crate::incidents::review) state: LessonState,
    /// How far they may be passed on.
    pub(in crate::incidents::review) tlps: Vec<Tlp>,
    pub(in crate::incidents::review) symptom: Option<String>,
    pub(in crate::incidents::review) phase: Option<Phase>,
    /// Before this one.
    pub(in crate::incidents::review) before: Option<LessonId>,
    pub(in crate::incidents::review) limit: u64,
}

/// Keeps a draft.
pub(in crate::incidents::review) async fn insert(
    txn: &Txn,
    ring: &Keyring,
    lesson: &Lesson,
) -> Result<(), StorageError> {
    let Lesson {
        id,
        incident,
        land_group,
        tlp,
        phase,
        symptom,
        said,
        state,
        author,
        written_at,
        shared_at,
        version,
    } = lesson.clone();
    let row = Model {
        id,
        incident_id: incident,
        land_group,
        tlp: <&str>::from(tlp).to_owned(),
        phase: <&str>::from(phase).to_owned(),
        symptom,
        sealed: sealed::seal(txn, ring, place(id), &said).await?,
        state: <&str>::from(state).to_owned(),
        written_by: author,
        written_at,
        shared_by: None,
        shared_at,
        version,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// Lessons, newest first; none of an incident that is under investigation.
pub(in crate::incidents::review) async fn list<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    asked: Asked,
) -> Result<Vec<Lesson>, StorageError> {
    let tlps = asked.tlps.iter().map(|tlp| <&str>::from(*tlp));
    let which = Condition::all()
        .add(Column::State.eq(<&str>::from(asked.state)))
        .add(Column::Tlp.is_in(tlps))
        .add(not_held())
        .add_option(asked.symptom.map(|symptom| Column::Symptom.eq(symptom)))
        .add_option(
            asked
                .phase
                .map(|phase| Column::Phase.eq(<&str>::from(phase))),
        )
        .add_option(asked.before.map(|before| Column::Id.lt(before)));
    let rows = Entity::find()
        .filter(which)
        .order_by_desc(Column::Id)
        .limit(asked.limit)
        .all(db)
        .await?;
    opened(db, ring, rows).await
}

/// Lessons of an incident, newest first.
pub(in crate::incidents::review) async fn of_incident<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    incident: IncidentId,
) -> Result<Vec<Lesson>, StorageError> {
    let rows = Entity::find()
        .filter(Column::IncidentId.eq(incident))
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    opened(db, ring, rows).await
}

/// One lesson.
pub(in crate::incidents::review) async fn find<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    id: LessonId,
) -> Result<Option<Lesson>, StorageError> {
    let row = Entity::find_by_id(id).one(db).await?;
    let mut found = opened(db, ring, row.into_iter().collect()).await?;
    Ok(found.pop())
}

fn not_held() -> Condition {
    Condition::any()
        .add(Column::IncidentId.is_null())
        .add(Column::IncidentId.not_in_subquery(held()))
}

/// Incidents under investigation.
pub(super) fn held() -> SelectStatement {
    Query::select()
        .column(incident::Column::Id)
        .from(incident::Entity)
        .and_where(incident::Column::InvestigationHold.eq(true))
        .to_owned()
}

/// It is shared; `false` when it was meanwhile, or is gone.
pub(in crate::incidents::review) async fn share(
    txn: &Txn,
    lesson: &Lesson,
    by: Actor,
) -> Result<bool, DbErr> {
    let shared = <&str>::from(LessonState::Shared);
    let result = Entity::update_many()
        .col_expr(Column::State, Expr::value(shared))
        .col_expr(Column::SharedBy, Expr::value(by.to_string()))
        .col_expr(Column::SharedAt, Expr::value(txn.now()))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(lesson.id))
        .filter(Column::Version.eq(lesson.version))
        .filter(Column::State.eq(<&str>::from(LessonState::Draft)))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// It is withdrawn, and with its key what it said; `false` when it was.
pub(in crate::incidents::review) async fn delete(
    txn: &Txn,
    id: LessonId,
) -> Result<bool, StorageError> {
    let gone = Entity::delete_by_id(id).exec(txn.connection()).await?;
    sealed::forget(txn, id.0).await?;
    Ok(gone.rows_affected == 1)
}

async fn opened<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    rows: Vec<Model>,
) -> Result<Vec<Lesson>, StorageError> {
    let ids: Vec<_> = rows.iter().map(|row| row.id.0).collect();
    let keys = sealed::keys(db, ring, &ids).await?;
    let mut lessons = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(key) = keys.get(&row.id.0) else {
            continue;
        };
        let plain = key.open(&row.sealed, place(row.id))?;
        lessons.push(lesson(row, &plain)?);
    }
    Ok(lessons)
}

fn lesson(row: Model, plain: &[u8]) -> Result<Lesson, StorageError> {
    let corrupt = |column| move |_| StorageError::Corrupt(column);
    Ok(Lesson {
        id: row.id,
        incident: row.incident_id,
        land_group: row.land_group,
        tlp: row.tlp.parse().map_err(corrupt("lessons.tlp"))?,
        phase: row.phase.parse().map_err(corrupt("lessons.phase"))?,
        symptom: row.symptom,
        said: serde_json::from_slice(plain).map_err(|_| SealError::DoesNotOpen)?,
        state: row.state.parse().map_err(corrupt("lessons.state"))?,
        author: row.written_by,
        written_at: row.written_at,
        shared_at: row.shared_at,
        version: row.version,
    })
}

fn place(id: LessonId) -> Place {
    Place {
        table: "lessons",
        column: "sealed",
        id: id.0,
    }
}
