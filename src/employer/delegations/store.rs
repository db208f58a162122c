//! Queries of delegations: roles given by a manager, with an end from the start.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, Select,
};

use crate::access::Role;
use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::role_grant::{Column, Entity, Model};
use crate::ids::{self, AccountId, OrganisationId};

fn managing(organisation: OrganisationId) -> Select<Entity> {
    Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::Role.eq(<&str>::from(Role::MemberManager)))
}

fn holds(now: Instant) -> Condition {
    Condition::any()
        .add(Column::RevokedAt.is_null())
        .add(Column::RevokedAt.gt(now))
}

/// Whether an account manages an organisation by itself, not by a delegation.
pub(super) async fn manages_itself<C: ConnectionTrait>(
    db: &C,
    (account, organisation): (AccountId, OrganisationId),
) -> Result<bool, DbErr> {
    let found = managing(organisation)
        .filter(Column::AccountId.eq(account))
        .filter(Column::DelegatedBy.is_null())
        .filter(Column::RevokedAt.is_null())
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// The delegations of an organisation that hold.
pub(super) async fn of<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
    now: Instant,
) -> Result<Vec<Model>, DbErr> {
    managing(organisation)
        .filter(Column::DelegatedBy.is_not_null())
        .filter(Column::RevokedAt.gt(now))
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// The roles of an account for an organisation that hold.
pub(super) async fn roles<C: ConnectionTrait>(
    db: &C,
    (account, organisation): (AccountId, OrganisationId),
    now: Instant,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::OrganisationId.eq(organisation))
        .filter(holds(now))
        .all(db)
        .await
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
