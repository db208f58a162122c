//! Queries of delegations: roles given by a manager, with an end from the start.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, Select,
};

use super::Concerning;
use crate::access::{self, Role};
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::role_grant::{Column, Entity, Model};
use crate::ids::{self, AccountId, DelegationId, OrganisationId};

fn managing() -> Select<Entity> {
    Entity::find().filter(Column::Role.eq(<&str>::from(Role::MemberManager)))
}

fn delegated() -> Select<Entity> {
    managing().filter(Column::DelegatedBy.is_not_null())
}

/// Whether an account manages an organisation by itself, not by a delegation.
pub(super) async fn manages_itself<C: ConnectionTrait>(
    db: &C,
    (account, organisation): (AccountId, OrganisationId),
) -> Result<bool, DbErr> {
    let found = managing()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::AccountId.eq(account))
        .filter(Column::DelegatedBy.is_null())
        .filter(Column::RevokedAt.is_null())
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// The delegations that hold, the oldest first.
pub(super) async fn holding<C: ConnectionTrait>(
    db: &C,
    concerning: Concerning,
    now: Instant,
) -> Result<Vec<Model>, StorageError> {
    let whose = match concerning {
        Concerning::Organisation(id) => Condition::all().add(Column::OrganisationId.eq(id)),
        Concerning::Account(id) => Condition::any()
            .add(Column::AccountId.eq(id))
            .add(Column::DelegatedBy.eq(id)),
    };
    let rows = delegated()
        .filter(whose)
        .filter(Column::RevokedAt.gt(now))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    that_hold(db, rows, now).await
}

/// What admins ended after an instant, the last first.
pub(super) async fn ended_by_admins<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
    since: Instant,
) -> Result<Vec<Model>, DbErr> {
    delegated()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::EndedByAdmin.eq(true))
        .filter(Column::RevokedAt.gt(since))
        .order_by_desc(Column::RevokedAt)
        .all(db)
        .await
}

/// A delegation of an organisation, whether it holds or not.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
    DelegationId(id): DelegationId,
) -> Result<Option<Model>, DbErr> {
    delegated()
        .filter(Column::Id.eq(id))
        .filter(Column::OrganisationId.eq(organisation))
        .one(db)
        .await
}

/// The roles of an account for an organisation that hold.
pub(super) async fn roles<C: ConnectionTrait>(
    db: &C,
    (account, organisation): (AccountId, OrganisationId),
    now: Instant,
) -> Result<Vec<Model>, StorageError> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::OrganisationId.eq(organisation))
        .all(db)
        .await?;
    that_hold(db, rows, now).await
}

/// Those whose day has not come, and whose giver still manages.
async fn that_hold<C: ConnectionTrait>(
    db: &C,
    rows: Vec<Model>,
    now: Instant,
) -> Result<Vec<Model>, StorageError> {
    let mut held = Vec::with_capacity(rows.len());
    for row in rows {
        if access::holds(db, &row, now).await? {
            held.push(row);
        }
    }
    Ok(held)
}

pub(super) async fn insert(
    txn: &Txn,
    (account, organisation): (AccountId, OrganisationId),
    (by, until): (AccountId, Instant),
) -> Result<(), DbErr> {
    let row = Model {
        id: ids::ordered(txn.now()),
        account_id: account,
        role: <&str>::from(Role::MemberManager).to_owned(),
        organisation_id: Some(organisation),
        granted_at: txn.now(),
        revoked_at: Some(until),
        delegated_by: Some(by),
        ended_by_admin: false,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// Ends it now; `false` when it was over.
pub(super) async fn end(
    txn: &Txn,
    (account, organisation): (AccountId, OrganisationId),
) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(txn.now()))
        .filter(Column::AccountId.eq(account))
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::Role.eq(<&str>::from(Role::MemberManager)))
        .filter(Column::DelegatedBy.is_not_null())
        .filter(Column::RevokedAt.gt(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected > 0)
}

/// Ends it now by an admin's word; `false` when it was over.
pub(super) async fn end_as_admin(txn: &Txn, DelegationId(id): DelegationId) -> Result<bool, DbErr> {
    let result = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(txn.now()))
        .col_expr(Column::EndedByAdmin, Expr::value(true))
        .filter(Column::Id.eq(id))
        .filter(Column::DelegatedBy.is_not_null())
        .filter(Column::RevokedAt.gt(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}
