//! Queries of reveals.

use chrono::NaiveDate;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::RevealPurpose;
use crate::access::Role;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::expert_identity;
use crate::entity::expert_reveal::{Column, Entity, Model};
use crate::ids::{self, AccountId, ExpertId, OrganisationId, RevealId};

/// A reveal to be entered.
#[derive(Clone, Copy, Debug)]
pub(super) struct NewReveal {
    pub(super) expert: ExpertId,
    pub(super) viewer: AccountId,
    pub(super) role: Role,
    pub(super) organisation: Option<OrganisationId>,
    pub(super) purpose: RevealPurpose,
}

/// Whether there is anything to show: a capacity and an erased person have no identity.
pub(super) async fn has_identity<C: ConnectionTrait>(db: &C, id: ExpertId) -> Result<bool, DbErr> {
    let found = expert_identity::Entity::find_by_id(id).count(db).await?;
    Ok(found > 0)
}

/// Whether it was entered that day.
pub(super) async fn is_entered<C: ConnectionTrait>(
    db: &C,
    expert: ExpertId,
    (viewer, day, purpose): (AccountId, NaiveDate, RevealPurpose),
) -> Result<bool, DbErr> {
    let purpose: &str = purpose.into();
    let found = Entity::find()
        .filter(Column::ExpertId.eq(expert))
        .filter(Column::AccountId.eq(viewer))
        .filter(Column::Day.eq(day.to_string()))
        .filter(Column::Purpose.eq(purpose))
        .count(db)
        .await?;
    Ok(found > 0)
}

/// Enters a reveal; `false` when there is one of that day.
pub(super) async fn insert(txn: &Txn, new: NewReveal) -> Result<bool, DbErr> {
    let NewReveal {
        expert,
        viewer,
        role,
        organisation,
        purpose,
    } = new;
    let row = Model {
        id: RevealId(ids::ordered(txn.now())),
        expert_id: expert,
        account_id: viewer,
        role: <&str>::from(role).to_owned(),
        organisation_id: organisation,
        purpose: <&str>::from(purpose).to_owned(),
        day: txn.now().date().to_string(),
        at: txn.now(),
    };
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

/// A reveal as it was entered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entered {
    pub(super) id: RevealId,
    pub(super) role: Role,
    pub(super) organisation: Option<OrganisationId>,
    pub(super) purpose: RevealPurpose,
    pub(super) at: Instant,
}

/// Reveals of an entry, newest first, from before a given one.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    expert: ExpertId,
    before: Option<RevealId>,
    limit: u64,
) -> Result<Vec<Entered>, StorageError> {
    let mut query = Entity::find()
        .filter(Column::ExpertId.eq(expert))
        .order_by_desc(Column::Id)
        .limit(limit);
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    query.all(db).await?.into_iter().map(entered).collect()
}

fn entered(row: Model) -> Result<Entered, StorageError> {
    let Model {
        id,
        expert_id: _,
        account_id: _,
        role,
        organisation_id,
        purpose,
        day: _,
        at,
    } = row;
    let unknown = |column| move |_| StorageError::Corrupt(column);
    Ok(Entered {
        id,
        role: role.parse().map_err(unknown("expert_reveals.role"))?,
        organisation: organisation_id,
        purpose: purpose.parse().map_err(unknown("expert_reveals.purpose"))?,
        at,
    })
}
