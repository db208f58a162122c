//! Queries of entries.

mod absence_events;
mod account;
mod admission;
mod batch;
mod consent;
mod helping;
mod load;
mod on_call;
mod row;
mod skill_changes;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter,
};

pub(super) use absence_events::{absence_events, replace_absence_events};
pub use account::{employers_of, of_account};
pub(super) use account::{link_account, link_free};
pub use admission::{admit, restore_admissions, revoke_admissions, take_admissions_back};
pub(super) use batch::{
    ReleaseChange, Replacement, aliases_taken, identities, remove_all, replace_all, with_cases,
};
pub use consent::withdraw_consents;
pub(super) use consent::{expert_of_last_consent, insert_consent, restricted_at, set_restricted};
pub use helping::kept_among;
pub(super) use helping::{
    commitment, delete_commitment, insert_commitment, insert_town_reveal, move_commitment,
    replace_commitment, shown_to_towns,
};
pub use load::load;
pub(super) use on_call::replace_on_call;
pub use row::{NewEntry, insert_all};
pub(super) use skill_changes::replace_skill_changes;

use super::Alias;
use super::duty::{Commitment, PersonDays};
use super::identity::Identity;
use super::model::{Availability, Entry, Profile, Release};
use super::reveals::Disclosure;
use crate::access::Scope;
use crate::clock::Instant;
use crate::db::{StorageError, Txn};
use crate::entity::{
    expert, expert_absence, expert_certification, expert_commitment, expert_identity,
    expert_language, expert_release, expert_skill,
};
use crate::ids::{ExpertId, OrganisationId};
use crate::sealed;
use crate::sealing::Keyring;

/// The entry, if the scope covers it.
///
/// # Errors
/// Storage failed.
pub async fn find<C: ConnectionTrait>(
    db: &C,
    scope: &Scope,
    id: ExpertId,
) -> Result<Option<Entry>, StorageError> {
    let found = load(db, &[id]).await?.pop();
    Ok(found.filter(|entry| scope.covers_entry(entry.organisation, entry.account)))
}

/// Who the person is; `None` for a capacity, and for a person who was erased.
pub(super) async fn identity<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    disclosure: Disclosure,
) -> Result<Option<Identity>, StorageError> {
    let id = disclosure.expert();
    let sealed = expert_identity::Entity::find_by_id(id).one(db).await?;
    let key = sealed::key(db, ring, id.0).await?;
    let (Some(sealed), Some(key)) = (sealed, key) else {
        return Ok(None);
    };
    Ok(Some(Identity::open(&key, id, &sealed.sealed)?))
}

/// Seals a changed identity under the person's own key.
pub(super) async fn update_identity(
    txn: &Txn,
    ring: &Keyring,
    id: ExpertId,
    identity: &Identity,
) -> Result<(), StorageError> {
    let key = sealed::key(txn.connection(), ring, id.0).await?;
    let key = key.ok_or(StorageError::Corrupt("data_keys"))?;
    let sealed = identity.seal(&key, id)?;
    let row = expert_identity::ActiveModel {
        expert_id: Set(id),
        sealed: Set(sealed),
    };
    row.update(txn.connection()).await?;
    Ok(())
}

/// Lets nobody else change the entry's row until this transaction ends.
pub(super) async fn hold(txn: &Txn, id: ExpertId) -> Result<(), DbErr> {
    use expert::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version))
        .filter(Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Counts a change of the entry, if nobody else changed it since it was read.
pub(super) async fn touch(txn: &Txn, entry: &Entry, headcount: u16) -> Result<bool, DbErr> {
    let result = expert::Entity::update_many()
        .col_expr(expert::Column::Version, Expr::value(entry.version + 1))
        .col_expr(expert::Column::Headcount, Expr::value(i32::from(headcount)))
        .filter(expert::Column::Id.eq(entry.id))
        .filter(expert::Column::Version.eq(entry.version))
        .exec(txn.connection())
        .await?;
    Ok(result.rows_affected == 1)
}

/// Replaces the profile with everything in it.
pub(super) async fn replace_profile(
    txn: &Txn,
    id: ExpertId,
    profile: &Profile,
) -> Result<(), DbErr> {
    let db = txn.connection();
    row::profile(id, profile)
        .into_active_model()
        .reset_all()
        .update(db)
        .await?;
    expert_skill::Entity::delete_many()
        .filter(expert_skill::Column::ExpertId.eq(id))
        .exec(db)
        .await?;
    expert_certification::Entity::delete_many()
        .filter(expert_certification::Column::ExpertId.eq(id))
        .exec(db)
        .await?;
    expert_language::Entity::delete_many()
        .filter(expert_language::Column::ExpertId.eq(id))
        .exec(db)
        .await?;
    let rows = row::skills(id, profile)
        .into_iter()
        .map(IntoActiveModel::into_active_model);
    expert_skill::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    let rows = row::certifications(id, profile)
        .into_iter()
        .map(IntoActiveModel::into_active_model);
    expert_certification::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    let rows = row::languages(id, profile)
        .into_iter()
        .map(IntoActiveModel::into_active_model);
    expert_language::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Replaces when the entry can start and when it is away.
pub(super) async fn replace_availability(
    txn: &Txn,
    id: ExpertId,
    availability: &Availability,
) -> Result<(), DbErr> {
    let db = txn.connection();
    row::availability(id, availability, txn.now())
        .into_active_model()
        .reset_all()
        .update(db)
        .await?;
    expert_absence::Entity::delete_many()
        .filter(expert_absence::Column::ExpertId.eq(id))
        .exec(db)
        .await?;
    let rows = row::absences(id, availability, txn.now())
        .into_iter()
        .map(IntoActiveModel::into_active_model);
    expert_absence::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

pub(super) async fn confirm(txn: &Txn, id: ExpertId) -> Result<(), DbErr> {
    expert::Entity::update_many()
        .col_expr(expert::Column::ConfirmedAt, Expr::value(txn.now()))
        .filter(expert::Column::Id.eq(id))
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Ends the release that holds.
pub(super) async fn withdraw_release(txn: &Txn, id: ExpertId) -> Result<(), DbErr> {
    expert_release::Entity::update_many()
        .col_expr(expert_release::Column::WithdrawnAt, Expr::value(txn.now()))
        .filter(expert_release::Column::ExpertId.eq(id))
        .filter(expert_release::Column::WithdrawnAt.is_null())
        .exec(txn.connection())
        .await?;
    Ok(())
}

/// Ends the release that holds and begins another.
pub(super) async fn replace_release(
    txn: &Txn,
    id: ExpertId,
    release: &Release,
) -> Result<(), DbErr> {
    withdraw_release(txn, id).await?;
    row::release(id, release, txn.now())
        .into_active_model()
        .insert(txn.connection())
        .await?;
    Ok(())
}

/// Whether a public name is taken.
pub(super) async fn alias_is_taken(txn: &Txn, alias: &str) -> Result<bool, DbErr> {
    Ok(expert::Entity::find()
        .filter(expert::Column::Alias.eq(alias))
        .one(txn.connection())
        .await?
        .is_some())
}

/// The entry of a public name.
///
/// # Errors
/// The database failed.
pub async fn of_alias<C: ConnectionTrait>(
    db: &C,
    alias: &Alias,
) -> Result<Option<ExpertId>, DbErr> {
    let row = expert::Entity::find()
        .filter(expert::Column::Alias.eq(alias.as_str()))
        .one(db)
        .await?;
    Ok(row.map(|row| row.id))
}

/// Ids of the entries of these organisations, all of them.
///
/// # Errors
/// The database failed.
pub async fn ids_of<C: ConnectionTrait>(
    db: &C,
    organisations: &[OrganisationId],
) -> Result<Vec<ExpertId>, DbErr> {
    let rows = expert::Entity::find()
        .filter(expert::Column::OrganisationId.is_in(organisations.iter().copied()))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Person-days the entries of an organisation are committed for.
///
/// # Errors
/// The database failed.
pub async fn used_person_days<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
    now: Instant,
) -> Result<PersonDays, DbErr> {
    let entries = ids_of(db, &[organisation]).await?;
    let rows = expert_commitment::Entity::find()
        .filter(expert_commitment::Column::ExpertId.is_in(entries))
        .filter(expert_commitment::Column::FromAt.gte(now.start_of_year()))
        .all(db)
        .await?;
    let commitments = rows.iter().map(|row| Commitment {
        from: row.from_at,
        until: row.until_at,
    });
    Ok(PersonDays::used(commitments, now))
}
