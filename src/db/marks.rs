//! Named facts about this installation.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};

use super::Txn;
use crate::entity::mark;

/// What is noted under a name.
///
/// # Errors
/// The database failed.
pub async fn mark<C: ConnectionTrait>(db: &C, name: &str) -> Result<Option<String>, DbErr> {
    let row = mark::Entity::find_by_id(name.to_owned()).one(db).await?;
    Ok(row.map(|row| row.value))
}

/// Notes something under a name, instead of what was there.
///
/// # Errors
/// The database failed.
pub async fn set_mark(txn: &Txn, name: &str, value: String) -> Result<(), DbErr> {
    remove_mark(txn, name).await?;
    let row = mark::Model {
        name: name.to_owned(),
        value,
    };
    let row = row.into_active_model();
    mark::Entity::insert(row)
        .exec_without_returning(txn.connection())
        .await?;
    Ok(())
}

/// Forgets what is noted under a name.
///
/// # Errors
/// The database failed.
pub async fn remove_mark(txn: &Txn, name: &str) -> Result<(), DbErr> {
    mark::Entity::delete_by_id(name.to_owned())
        .exec(txn.connection())
        .await?;
    Ok(())
}
