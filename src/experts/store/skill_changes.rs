//! Queries of changes that wait for the other side.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use crate::db::Txn;
use crate::entity::expert_skill_change;
use crate::experts::lock::SkillChange;
use crate::ids::ExpertId;

/// Replaces what waits for the other side about confirmed skills.
pub(in crate::experts) async fn replace_skill_changes(
    txn: &Txn,
    id: ExpertId,
    changes: &[SkillChange],
) -> Result<(), DbErr> {
    let db = txn.connection();
    expert_skill_change::Entity::delete_many()
        .filter(expert_skill_change::Column::ExpertId.eq(id))
        .exec(db)
        .await?;
    let row = |SkillChange {
                   id: term,
                   level,
                   by,
                   at,
               }: &SkillChange| {
        expert_skill_change::Model {
            expert_id: id,
            term: term.clone(),
            level: level.map(i32::from),
            proposed_by: <&str>::from(*by).to_owned(),
            proposed_at: *at,
        }
        .into_active_model()
    };
    if !changes.is_empty() {
        expert_skill_change::Entity::insert_many(changes.iter().map(row))
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}
