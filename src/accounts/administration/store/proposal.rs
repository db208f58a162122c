//! Roles that wait for a second admin.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};

use super::emails;
use crate::access::Role;
use crate::accounts::administration::model::Proposal;
use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::entity::account;
use crate::entity::role_proposal::{Column, Entity, Model};
use crate::ids::AccountId;
use crate::sealing::Keyring;

fn about(id: AccountId, role: Role) -> Condition {
    Condition::all()
        .add(Column::AccountId.eq(id))
        .add(Column::Role.eq(<&str>::from(role)))
}

/// Notes a proposal, in the place of one that is over; `false` when one is open.
pub(in crate::accounts::administration) async fn propose(
    txn: &Txn,
    (id, role): (AccountId, Role),
    (by, until): (AccountId, Instant),
) -> Result<bool, DbErr> {
    Entity::delete_many()
        .filter(about(id, role))
        .filter(Column::ExpiresAt.lte(txn.now()))
        .exec(txn.connection())
        .await?;
    let row = Model {
        account_id: id,
        role: <&str>::from(role).to_owned(),
        proposed_by: by,
        proposed_at: txn.now(),
        expires_at: until,
    };
    let exists = OnConflict::columns([Column::AccountId, Column::Role])
        .do_nothing()
        .to_owned();
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(exists)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(inserted == 1)
}

/// Who proposed a role, as long as the proposal is open.
pub(in crate::accounts::administration) async fn proposed_by(
    txn: &Txn,
    id: AccountId,
    role: Role,
) -> Result<Option<AccountId>, DbErr> {
    let found = Entity::find()
        .filter(about(id, role))
        .filter(Column::ExpiresAt.gt(txn.now()))
        .one(txn.connection())
        .await?;
    Ok(found.map(|row| row.proposed_by))
}

/// Takes up what somebody else proposed; `false` when nothing is open, or the same person proposed it.
pub(in crate::accounts::administration) async fn take_up(
    txn: &Txn,
    (id, role): (AccountId, Role),
    by: AccountId,
) -> Result<bool, DbErr> {
    let result = Entity::delete_many()
        .filter(about(id, role))
        .filter(Column::ProposedBy.ne(by))
        .filter(Column::ExpiresAt.gt(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Takes a proposal away; `false` when there is none.
pub(in crate::accounts::administration) async fn discard(
    txn: &Txn,
    id: AccountId,
    role: Role,
) -> Result<bool, DbErr> {
    let result = Entity::delete_many()
        .filter(about(id, role))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

pub(super) async fn discard_all(txn: &Txn, id: AccountId) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::AccountId.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Forgets proposals that nobody confirmed in time.
pub(in crate::accounts) async fn forget_old(txn: &Txn) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::ExpiresAt.lte(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// What is open, for one account or all, the oldest first, with the mail addresses of those concerned.
pub(in crate::accounts::administration) async fn proposals(
    db: &Db,
    ring: &Keyring,
    of: Option<AccountId>,
) -> Result<Vec<Proposal>, StorageError> {
    let open = Condition::all()
        .add(Column::ExpiresAt.gt(db.clock().now()))
        .add_option(of.map(|id| Column::AccountId.eq(id)));
    let rows = Entity::find()
        .filter(open)
        .order_by_asc(Column::ExpiresAt)
        .all(db.reader())
        .await?;
    let concerned = rows
        .iter()
        .flat_map(|row| [row.account_id, row.proposed_by]);
    let known = account::Entity::find()
        .filter(account::Column::Id.is_in(concerned))
        .filter(super::there())
        .all(db.reader())
        .await?;
    let emails = emails(db.reader(), ring, &known).await?;
    let email = |id| emails.get(&id).cloned().unwrap_or_default();
    let proposals = rows.into_iter().map(|row| {
        let role = row.role.parse();
        Ok(Proposal {
            account: row.account_id,
            email: email(row.account_id),
            role: role.map_err(|_| StorageError::Corrupt("role_proposals.role"))?,
            proposed_by: row.proposed_by,
            proposer: email(row.proposed_by),
            expires_at: row.expires_at,
        })
    });
    proposals.collect()
}
