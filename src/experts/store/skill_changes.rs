//! Queries of changes that wait for the other side.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use crate::db::{StorageError, Txn};
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

impl TryFrom<expert_skill_change::Model> for SkillChange {
    type Error = StorageError;

    fn try_from(row: expert_skill_change::Model) -> Result<Self, StorageError> {
        let expert_skill_change::Model {
            expert_id: _,
            term,
            level,
            proposed_by,
            proposed_at,
        } = row;
        Ok(Self {
            id: term,
            level: level.and_then(|level| u8::try_from(level).ok()),
            by: proposed_by
                .parse()
                .map_err(|_| StorageError::Corrupt("expert_skill_changes.proposed_by"))?,
            at: proposed_at,
        })
    }
}
