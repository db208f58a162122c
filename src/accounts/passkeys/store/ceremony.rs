//! What was asked of a device, kept until it answers or its time has passed.

use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::accounts::Secret;
use crate::accounts::passkeys::relying_party::TIME;
use crate::db::{Db, StorageError};
use crate::entity::passkey_ceremony::{Column, Entity, Model};
use crate::ids::{self, AccountId};

/// What a question is for; its answer is good for nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(in crate::accounts) enum Purpose {
    /// Make a new key.
    Enrol,
    /// Sign in with nothing else.
    SignIn,
    /// Sign in after the password.
    Step,
    /// Confirm a session.
    Confirm,
}

/// Keeps a question; the secret is for the page that asked.
pub(in crate::accounts::passkeys) async fn begin<S: Serialize>(
    db: &Db,
    purpose: Purpose,
    account: Option<AccountId>,
    state: &S,
) -> Result<Secret, StorageError> {
    let token = Secret::random();
    let txn = db.begin().await?;
    let seconds = i64::try_from(TIME.as_secs()).unwrap_or_default();
    let row = Model {
        id: ids::ordered(txn.now()),
        purpose: <&str>::from(purpose).to_owned(),
        account_id: account,
        token_hash: token.hash(),
        state: serde_json::to_string(state)
            .map_err(|_| StorageError::Corrupt("passkey_ceremonies.state"))?,
        expires_at: txn.now().plus_seconds(seconds),
    };
    row.into_active_model().insert(txn.connection()).await?;
    txn.commit().await?;
    Ok(token)
}

/// Takes a question away for its answer, be that right or wrong; none when it is unknown, answered, or too old.
pub(in crate::accounts::passkeys) async fn take<S: DeserializeOwned>(
    db: &Db,
    token: &Secret,
    purpose: Purpose,
    account: Option<AccountId>,
) -> Result<Option<S>, StorageError> {
    let txn = db.begin().await?;
    let found = Entity::find()
        .filter(Column::TokenHash.eq(token.hash()))
        .one(txn.connection())
        .await?;
    let removed = Entity::delete_many()
        .filter(Column::TokenHash.eq(token.hash()))
        .exec(txn.connection())
        .await?;
    let now = txn.now();
    txn.commit().await?;
    let is_first = removed.rows_affected == 1;
    let asked = found.filter(|row| {
        is_first
            && row.purpose == <&str>::from(purpose)
            && row.account_id == account
            && row.expires_at > now
    });
    let state = asked
        .map(|row| serde_json::from_str(&row.state))
        .transpose();
    state.map_err(|_| StorageError::Corrupt("passkey_ceremonies.state"))
}

/// Forgets what was never answered.
pub(in crate::accounts) async fn forget_old(txn: &crate::db::Txn) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::ExpiresAt.lt(txn.now()))
        .exec(txn.connection())
        .await?;
    Ok(())
}
