//! Roles given and taken back.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter,
};

use crate::access::{Grant, Role};
use crate::db::{StorageError, Txn};
use crate::entity::role_grant::{Column, Entity, Model};
use crate::entity::{account, organisation};
use crate::ids::{self, AccountId, OrganisationId};

/// The roles of an account that were not taken back.
pub(in crate::accounts::administration) async fn held<C: ConnectionTrait>(
    db: &C,
    id: AccountId,
) -> Result<Vec<Grant>, StorageError> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(id))
        .filter(Column::RevokedAt.is_null())
        .all(db)
        .await?;
    let held = rows.into_iter().map(|row| {
        let role = row.role.parse();
        Ok(Grant {
            role: role.map_err(|_| StorageError::Corrupt("role_grants.role"))?,
            organisation: row.organisation_id,
        })
    });
    held.collect()
}

pub(in crate::accounts::administration) async fn grant(
    txn: &Txn,
    id: AccountId,
    Grant { role, organisation }: Grant,
) -> Result<(), DbErr> {
    let row = Model {
        id: ids::ordered(txn.now()),
        account_id: id,
        role: <&str>::from(role).to_owned(),
        organisation_id: organisation,
        granted_at: txn.now(),
        revoked_at: None,
        delegated_by: None,
        ended_by_admin: false,
    };
    row.into_active_model().insert(txn.connection()).await?;
    Ok(())
}

/// Gives the role of an expert of an organisation; `false` when it is held. Whoever calls it holds the account.
pub(in crate::accounts) async fn give_expert_role(
    txn: &Txn,
    id: AccountId,
    organisation: OrganisationId,
) -> Result<bool, StorageError> {
    let expert = Grant {
        role: Role::Expert,
        organisation: Some(organisation),
    };
    if held(txn.connection(), id).await?.contains(&expert) {
        return Ok(false);
    }
    grant(txn, id, expert).await?;
    Ok(true)
}

/// Takes a role back; `false` when it is not held.
pub(in crate::accounts::administration) async fn revoke(
    txn: &Txn,
    id: AccountId,
    Grant { role, organisation }: Grant,
) -> Result<bool, DbErr> {
    let for_whom = match organisation {
        Some(organisation) => Column::OrganisationId.eq(organisation),
        None => Column::OrganisationId.is_null(),
    };
    let result = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(txn.now()))
        .filter(Column::AccountId.eq(id))
        .filter(Column::Role.eq(<&str>::from(role)))
        .filter(for_whom)
        .filter(Column::RevokedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected > 0)
}

pub(super) async fn revoke_all(txn: &Txn, id: AccountId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(txn.now()))
        .filter(Column::AccountId.eq(id))
        .filter(
            Condition::any()
                .add(Column::RevokedAt.is_null())
                .add(Column::RevokedAt.gt(txn.now())),
        )
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Whether there is such an organisation.
pub(in crate::accounts::administration) async fn is_organisation(
    txn: &Txn,
    id: OrganisationId,
) -> Result<bool, DbErr> {
    let found = organisation::Entity::find_by_id(id);
    Ok(found.one(txn.connection()).await?.is_some())
}

/// Holds the grants of all admins until the transaction ends; whether any is left but this account's.
///
/// # Errors
/// The database failed.
pub async fn has_other_admin(txn: &Txn, account: AccountId) -> Result<bool, DbErr> {
    // Of two last admins who end at once, the second one waits here and finds nobody else.
    Entity::update_many()
        .col_expr(Column::GrantedAt, Expr::col(Column::GrantedAt))
        .filter(Column::Role.eq(<&str>::from(Role::Admin)))
        .filter(Column::RevokedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(admins(txn.connection())
        .await?
        .iter()
        .any(|id| *id != account))
}

/// Accounts that can administer the register now: a closed one has no roles, and an invitation nobody took up lets
/// nobody in.
///
/// # Errors
/// The database failed.
pub async fn admins<C: ConnectionTrait>(db: &C) -> Result<Vec<AccountId>, DbErr> {
    let grants = Entity::find()
        .filter(Column::Role.eq(<&str>::from(Role::Admin)))
        .filter(Column::RevokedAt.is_null())
        .all(db)
        .await?;
    let ids = grants.into_iter().map(|row| row.account_id);
    let able = account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .filter(account::Column::ClosedAt.is_null())
        .filter(account::Column::PasswordHash.is_not_null())
        .all(db)
        .await?;
    Ok(able.into_iter().map(|row| row.id).collect())
}
