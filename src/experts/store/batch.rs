//! Many entries at once, a table at a time.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use super::row::{self, insert};
use crate::db::{StorageError, Txn};
use crate::entity::{
    data_key, expert, expert_absence, expert_absence_event, expert_availability,
    expert_certification, expert_draft, expert_exclusion, expert_identity, expert_language,
    expert_on_call, expert_private_contact, expert_profile, expert_release, expert_reveal,
    expert_skill, expert_skill_change, vetting_case,
};
use crate::experts::Identity;
use crate::experts::model::{Availability, Entry, Profile, Release};
use crate::experts::reveals::Disclosure;
use crate::ids::ExpertId;
use crate::sealed;
use crate::sealing::Keyring;

/// Entries a statement is about.
const AT_ONCE: usize = 1_000;

/// An entry and what it is to hold.
#[derive(Debug)]
pub(in crate::experts) struct Replacement<'a> {
    pub(in crate::experts) entry: &'a Entry,
    pub(in crate::experts) headcount: u16,
    pub(in crate::experts) profile: Profile,
    /// Only when it changes.
    pub(in crate::experts) identity: Option<&'a Identity>,
    /// Only when it changes.
    pub(in crate::experts) availability: Option<&'a Availability>,
    pub(in crate::experts) release: ReleaseChange,
}

/// What becomes of the employer's release.
#[derive(Debug)]
pub(in crate::experts) enum ReleaseChange {
    /// It stays.
    Keep,
    /// It ends, and no other begins.
    End,
    /// It ends, and another one begins.
    Begin(Release),
}

/// Who is behind entries; capacities and those who were erased are left out.
pub(in crate::experts) async fn identities<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    disclosures: &[Disclosure],
) -> Result<HashMap<ExpertId, Identity>, StorageError> {
    let mut found = HashMap::with_capacity(disclosures.len());
    for chunk in disclosures.chunks(AT_ONCE) {
        let ids = || chunk.iter().map(|disclosure| disclosure.expert());
        let rows = expert_identity::Entity::find()
            .filter(expert_identity::Column::ExpertId.is_in(ids()))
            .all(db)
            .await?;
        let keys: Vec<_> = ids().map(|id| id.0).collect();
        let keys = sealed::keys(db, ring, &keys).await?;
        for row in rows {
            if let Some(key) = keys.get(&row.expert_id.0) {
                let identity = Identity::open(key, row.expert_id, &row.sealed)?;
                found.insert(row.expert_id, identity);
            }
        }
    }
    Ok(found)
}

/// Those of these public names that are taken.
pub(in crate::experts) async fn aliases_taken(
    txn: &Txn,
    aliases: &[&str],
) -> Result<Vec<String>, DbErr> {
    expert::Entity::find()
        .select_only()
        .column(expert::Column::Alias)
        .filter(expert::Column::Alias.is_in(aliases.iter().copied()))
        .into_tuple()
        .all(txn.connection())
        .await
}

/// Those of these entries that are or were in vetting.
pub(in crate::experts) async fn with_cases(
    txn: &Txn,
    ids: &[ExpertId],
) -> Result<HashSet<ExpertId>, DbErr> {
    let cases = vetting_case::Entity::find()
        .filter(vetting_case::Column::ExpertId.is_in(ids.iter().copied()))
        .all(txn.connection())
        .await?;
    Ok(cases.into_iter().map(|row| row.expert_id).collect())
}

/// Replaces what entries hold; `false` when somebody else changed one of them since it was read.
pub(in crate::experts) async fn replace_all(
    txn: &Txn,
    ring: &Keyring,
    replacements: &[Replacement<'_>],
) -> Result<bool, StorageError> {
    for chunk in replacements.chunks(AT_ONCE) {
        if !touch_all(txn, chunk).await? {
            return Ok(false);
        }
        replace_profiles(txn, chunk).await?;
        replace_availabilities(txn, chunk).await?;
        replace_releases(txn, chunk).await?;
        replace_identities(txn, ring, chunk).await?;
    }
    Ok(true)
}

async fn touch_all(txn: &Txn, chunk: &[Replacement<'_>]) -> Result<bool, DbErr> {
    let mut by_version: HashMap<(i32, u16), Vec<ExpertId>> = HashMap::new();
    for replacement in chunk {
        let same = (replacement.entry.version, replacement.headcount);
        by_version
            .entry(same)
            .or_default()
            .push(replacement.entry.id);
    }
    for ((version, headcount), ids) in by_version {
        let count = ids.len() as u64;
        let result = expert::Entity::update_many()
            .col_expr(expert::Column::Version, Expr::value(version + 1))
            .col_expr(expert::Column::Headcount, Expr::value(i32::from(headcount)))
            .filter(expert::Column::Version.eq(version))
            .filter(expert::Column::ErasedAt.is_null())
            .filter(expert::Column::Id.is_in(ids))
            .exec(txn.connection())
            .await?;
        if result.rows_affected != count {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Deletes the rows of some entries in one table.
macro_rules! clear {
    ($db:expr, $entity:ident, $ids:expr) => {
        $entity::Entity::delete_many()
            .filter($entity::Column::ExpertId.is_in($ids))
            .exec($db)
            .await?
    };
}

async fn replace_profiles(txn: &Txn, chunk: &[Replacement<'_>]) -> Result<(), DbErr> {
    let db = txn.connection();
    let ids = || chunk.iter().map(|replacement| replacement.entry.id);
    clear!(db, expert_profile, ids());
    clear!(db, expert_skill, ids());
    clear!(db, expert_certification, ids());
    clear!(db, expert_language, ids());
    let each = || chunk.iter().map(|new| (new.entry.id, &new.profile));
    let profiles = each().map(|(id, profile)| row::profile(id, profile));
    insert::<expert_profile::Entity, _>(db, profiles.collect()).await?;
    let skills = each().flat_map(|(id, profile)| row::skills(id, profile));
    insert::<expert_skill::Entity, _>(db, skills.collect()).await?;
    let held = each().flat_map(|(id, profile)| row::certifications(id, profile));
    insert::<expert_certification::Entity, _>(db, held.collect()).await?;
    let spoken = each().flat_map(|(id, profile)| row::languages(id, profile));
    insert::<expert_language::Entity, _>(db, spoken.collect()).await
}

async fn replace_availabilities(txn: &Txn, chunk: &[Replacement<'_>]) -> Result<(), DbErr> {
    let db = txn.connection();
    let each = || {
        let changed = chunk
            .iter()
            .filter_map(|new| Some((new.entry.id, new.availability?)));
        changed.collect::<Vec<_>>()
    };
    let ids = || each().into_iter().map(|(id, _)| id);
    clear!(db, expert_availability, ids());
    clear!(db, expert_absence, ids());
    clear!(db, expert_absence_event, ids());
    let states = each()
        .into_iter()
        .map(|(id, given)| row::availability(id, given, txn.now()));
    insert::<expert_availability::Entity, _>(db, states.collect()).await?;
    let absences = each()
        .into_iter()
        .flat_map(|(id, given)| row::absences(id, given, txn.now()));
    insert::<expert_absence::Entity, _>(db, absences.collect()).await
}

async fn replace_releases(txn: &Txn, chunk: &[Replacement<'_>]) -> Result<(), DbErr> {
    let db = txn.connection();
    let (mut ended, mut begun) = (Vec::new(), Vec::new());
    for replacement in chunk {
        let id = replacement.entry.id;
        match &replacement.release {
            ReleaseChange::Keep => {}
            ReleaseChange::End => ended.push(id),
            ReleaseChange::Begin(release) => {
                ended.push(id);
                begun.push(row::release(id, release, txn.now()));
            }
        }
    }
    expert_release::Entity::update_many()
        .col_expr(expert_release::Column::WithdrawnAt, Expr::value(txn.now()))
        .filter(expert_release::Column::ExpertId.is_in(ended))
        .filter(expert_release::Column::WithdrawnAt.is_null())
        .exec(db)
        .await?;
    insert::<expert_release::Entity, _>(db, begun).await
}

async fn replace_identities(
    txn: &Txn,
    ring: &Keyring,
    chunk: &[Replacement<'_>],
) -> Result<(), StorageError> {
    let db = txn.connection();
    let changed: Vec<_> = chunk
        .iter()
        .filter_map(|new| Some((new.entry.id, new.identity?)))
        .collect();
    let keys: Vec<_> = changed.iter().map(|(id, _)| id.0).collect();
    let keys = sealed::keys(db, ring, &keys).await?;
    let mut rows = Vec::with_capacity(changed.len());
    for (id, identity) in &changed {
        let key = keys.get(&id.0).ok_or(StorageError::Corrupt("data_keys"))?;
        rows.push(expert_identity::Model {
            expert_id: *id,
            sealed: identity.seal(key, *id)?,
        });
    }
    clear!(db, expert_identity, changed.iter().map(|(id, _)| *id));
    insert::<expert_identity::Entity, _>(db, rows).await?;
    Ok(())
}

/// Removes entries with everything that belongs to them; whether they may be was asked before.
pub(in crate::experts) async fn remove_all(txn: &Txn, ids: &[ExpertId]) -> Result<(), DbErr> {
    let db = txn.connection();
    let ids = || ids.iter().copied();
    clear!(db, expert_reveal, ids());
    clear!(db, expert_exclusion, ids());
    clear!(db, expert_release, ids());
    clear!(db, expert_on_call, ids());
    clear!(db, expert_absence, ids());
    clear!(db, expert_absence_event, ids());
    clear!(db, expert_availability, ids());
    clear!(db, expert_language, ids());
    clear!(db, expert_certification, ids());
    clear!(db, expert_skill, ids());
    clear!(db, expert_skill_change, ids());
    clear!(db, expert_draft, ids());
    clear!(db, expert_profile, ids());
    clear!(db, expert_private_contact, ids());
    clear!(db, expert_identity, ids());
    expert::Entity::delete_many()
        .filter(expert::Column::Id.is_in(ids()))
        .exec(db)
        .await?;
    data_key::Entity::delete_many()
        .filter(data_key::Column::Id.is_in(ids().map(|id| id.0)))
        .exec(db)
        .await?;
    Ok(())
}
