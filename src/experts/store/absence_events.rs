//! Events of calendars that absences were taken from.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use crate::db::Txn;
use crate::entity::expert_absence_event::{Column, Entity, Model};
use crate::experts::calendar_file::KnownEvent;
use crate::experts::model::Absence;
use crate::ids::ExpertId;

/// What is known of an entry's events, the next first.
pub(in crate::experts) async fn absence_events<C: ConnectionTrait>(
    db: &C,
    id: ExpertId,
) -> Result<Vec<KnownEvent>, DbErr> {
    let rows = Entity::find()
        .filter(Column::ExpertId.eq(id))
        .all(db)
        .await?;
    let known = |row: Model| KnownEvent {
        name: row.digest,
        days: Absence {
            first_day: row.first_day,
            last_day: row.last_day,
        },
    };
    let mut events: Vec<KnownEvent> = rows.into_iter().map(known).collect();
    // The order in which they are kept, which databases do not share.
    events.sort_by_key(|event| (event.days.first_day, event.days.last_day, event.name));
    Ok(events)
}

pub(in crate::experts) async fn replace_absence_events(
    txn: &Txn,
    id: ExpertId,
    events: &[KnownEvent],
) -> Result<(), DbErr> {
    let db = txn.connection();
    Entity::delete_many()
        .filter(Column::ExpertId.eq(id))
        .exec(db)
        .await?;
    let row = |event: &KnownEvent| {
        let row = Model {
            expert_id: id,
            digest: event.name,
            first_day: event.days.first_day,
            last_day: event.days.last_day,
        };
        row.into_active_model()
    };
    Entity::insert_many(events.iter().map(row))
        .exec_without_returning(db)
        .await?;
    Ok(())
}
