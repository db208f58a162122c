//! Which entry is tied to which account.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::db::Txn;
use crate::entity::expert;
use crate::experts::model::EntryKind;
use crate::ids::{AccountId, ExpertId, OrganisationId};

pub(in crate::experts) async fn link_account(
    txn: &Txn,
    id: ExpertId,
    account: AccountId,
) -> Result<bool, DbErr> {
    let result = expert::Entity::update_many()
        .col_expr(expert::Column::AccountId, Expr::value(account))
        .filter(expert::Column::Id.eq(id))
        .filter(expert::Column::Kind.eq(<&str>::from(EntryKind::Person)))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Ties a person's entry of an organisation to an account, unless it is tied or hidden.
pub(in crate::experts) async fn link_free(
    txn: &Txn,
    (id, organisation): (ExpertId, OrganisationId),
    account: AccountId,
) -> Result<bool, DbErr> {
    let result = expert::Entity::update_many()
        .col_expr(expert::Column::AccountId, Expr::value(account))
        .filter(expert::Column::Id.eq(id))
        .filter(expert::Column::OrganisationId.eq(organisation))
        .filter(expert::Column::Kind.eq(<&str>::from(EntryKind::Person)))
        .filter(expert::Column::AccountId.is_null())
        .filter(expert::Column::WithdrawnAt.is_null())
        .filter(expert::Column::ClosedAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// The entry tied to an account.
pub async fn of_account<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<Option<ExpertId>, DbErr> {
    let found = expert::Entity::find()
        .filter(expert::Column::AccountId.eq(account))
        .one(db)
        .await?;
    Ok(found.map(|row| row.id))
}

/// The organisations whose entries are tied to an account.
///
/// # Errors
/// The database failed.
pub async fn employers_of<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<Vec<OrganisationId>, DbErr> {
    let rows = expert::Entity::find()
        .filter(expert::Column::AccountId.eq(account))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.organisation_id).collect())
}
