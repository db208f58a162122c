//! Who is erased, by whom, and what stands in the way.

use serde_json::json;

use super::jobs::{LET_GO, SCRUB};
use super::tombstones::{Tombstone, Tombstones};
use crate::access::Permit;
use crate::access::action::EraseSelf;
use crate::accounts::{self, CredentialError, Passwords, administration};
use crate::db::{Actor, AuditEntry, ChangeKind, Db, Job, StorageError, Txn};
use crate::ids::{AccountId, ExpertId};
use crate::privacy::{Person, store};
use crate::sealing::Keyring;

/// Why nobody was erased.
#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    /// There is no such person.
    #[error("there is no such person")]
    NotFound,
    /// A token must not erase its holder.
    #[error("a token cannot do this")]
    SessionNeeded,
    /// Nobody else could administer the register.
    #[error("this is the last admin: appoint another one first")]
    LastAdmin,
    /// The password was not right, or could not be checked.
    #[error(transparent)]
    Credential(#[from] CredentialError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for EraseError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Whom an operator erases, for requests that come on paper.
#[derive(Clone, Copy, Debug)]
pub enum Whom {
    /// The person who signs in with this account.
    Account(AccountId),
    /// The person of this entry.
    Entry(ExpertId),
}

/// Who was erased.
#[derive(Clone, Debug)]
pub struct Erased {
    /// By id: the account and its entries.
    pub tombstones: Vec<Tombstone>,
    /// Nobody administers the register any more.
    pub was_last_admin: bool,
}

/// What stands in the way of erasing oneself, or should be known before.
#[derive(Clone, Debug)]
pub(super) struct Outlook {
    pub(super) is_last_admin: bool,
    pub(super) has_open_case: bool,
    pub(super) has_open_assessments: bool,
}

/// What erasing whoever holds the permit would mean now.
///
/// # Errors
/// Storage failed.
pub(super) async fn outlook(db: &Db, permit: &Permit<EraseSelf>) -> Result<Outlook, StorageError> {
    let account = permit.caller().account;
    let admins = administration::admins(db.reader()).await?;
    let person = store::of_account(db.reader(), account)
        .await?
        .ok_or(StorageError::Corrupt("accounts"))?;
    let (has_open_case, has_open_assessments) = store::open_vetting(db.reader(), &person).await?;
    Ok(Outlook {
        is_last_admin: admins.contains(&account) && admins.iter().all(|id| *id == account),
        has_open_case,
        has_open_assessments,
    })
}

/// Erases whoever holds the permit and knows the password, with the own entry.
///
/// # Errors
/// A token, the password wrong, the last admin, or storage failed; nothing was erased then.
pub(super) async fn erase_self(
    db: &Db,
    (ring, passwords): (&Keyring, &Passwords),
    tombstones: &Tombstones,
    (permit, password): (&Permit<EraseSelf>, &str),
) -> Result<Erased, EraseError> {
    let caller = permit.caller();
    caller.session.ok_or(EraseError::SessionNeeded)?;
    let account = caller.account;
    let confirmed = accounts::confirm(db, ring, passwords, (account, password)).await?;
    let txn = db.begin().await?;
    accounts::hold_confirmed(&txn, account, &confirmed).await?;
    let is_admin = administration::admins(txn.connection())
        .await?
        .contains(&account);
    if is_admin && !administration::has_other_admin(&txn, account).await? {
        return Err(EraseError::LastAdmin);
    }
    // Only an operator ties an entry to an account that is held.
    let person = held(&txn, Whom::Account(account)).await?;
    let person = person.ok_or(StorageError::Busy)?;
    let erased = stage(txn, &person, (permit.actor(), Again::No)).await?;
    keep(db, tombstones, &erased);
    Ok(Erased {
        tombstones: erased,
        was_last_admin: false,
    })
}

/// Erases a person for an operator, who has the request on paper. Whoever may not erase themselves as the last admin
/// may be erased so: an operator can make another one.
///
/// # Errors
/// There is no such person, or storage failed; nothing was erased then.
pub async fn erase_for(db: &Db, tombstones: &Tombstones, whom: Whom) -> Result<Erased, EraseError> {
    let (txn, person) = begin(db, whom).await?;
    let admins = administration::admins(txn.connection()).await?;
    let is_admin = |id: &AccountId| Some(*id) == person.account;
    let was_last_admin = admins.iter().any(is_admin) && admins.iter().all(is_admin);
    let erased = stage(txn, &person, (Actor::Operator, Again::No)).await?;
    if erased.is_empty() {
        return Err(EraseError::NotFound);
    }
    keep(db, tombstones, &erased);
    Ok(Erased {
        tombstones: erased,
        was_last_admin,
    })
}

/// Begins with the person held.
async fn begin(db: &Db, whom: Whom) -> Result<(Txn, Person), EraseError> {
    loop {
        let txn = db.begin().await?;
        if let Some(person) = held(&txn, whom).await? {
            return Ok((txn, person));
        }
        // Somebody joined meanwhile. Once more from the start, because the account is held before all else.
        txn.rollback().await?;
    }
}

/// The person, held until the transaction ends; none when another account or entry was tied to them meanwhile.
async fn held(txn: &Txn, whom: Whom) -> Result<Option<Person>, EraseError> {
    let seen = find(txn, whom).await?;
    store::hold(txn, &seen).await?;
    let person = find(txn, whom).await?;
    let is_same = (person.account, &person.entries) == (seen.account, &seen.entries);
    Ok(is_same.then_some(person))
}

async fn find(txn: &Txn, whom: Whom) -> Result<Person, EraseError> {
    let found = match whom {
        Whom::Account(id) => store::of_account(txn.connection(), id).await?,
        Whom::Entry(id) => store::of_entry(txn.connection(), id).await?,
    };
    found.ok_or(EraseError::NotFound)
}

/// Whether a person was erased before and came back with an older copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Again {
    No,
    Yes,
}

/// Erases a person who is held, and commits; who was not erased before.
pub(super) async fn stage(
    mut txn: Txn,
    person: &Person,
    (actor, again): (Actor, Again),
) -> Result<Vec<Tombstone>, EraseError> {
    store::erase(&txn, person).await?;
    let accounts = person.account.into_iter().map(Tombstone::Account);
    let all = accounts.chain(person.entries.iter().copied().map(Tombstone::Entry));
    let mut erased = Vec::new();
    for tombstone in all {
        if !store::bury(&txn, tombstone).await? {
            continue;
        }
        erased.push(tombstone);
        if let Tombstone::Entry(id) = tombstone {
            txn.changed(ChangeKind::Erased, id.0);
            let run_at = txn.now();
            txn.enqueue(Job {
                kind: LET_GO,
                key: format!("{LET_GO} {id}"),
                subject: id.0,
                run_at,
            });
        }
        txn.audit(AuditEntry {
            actor,
            action: action(tombstone, again),
            subject: tombstone.to_string(),
            details: json!({}),
        });
    }
    let run_at = txn.now();
    txn.enqueue(Job {
        kind: SCRUB,
        key: format!("{SCRUB} {run_at}"),
        subject: uuid::Uuid::nil(),
        run_at,
    });
    txn.commit().await?;
    Ok(erased)
}

const fn action(tombstone: Tombstone, again: Again) -> &'static str {
    match (tombstone, again) {
        (Tombstone::Account(_), Again::No) => "account.erased",
        (Tombstone::Account(_), Again::Yes) => "account.erased_again",
        (Tombstone::Entry(_), Again::No) => "expert.erased",
        (Tombstone::Entry(_), Again::Yes) => "expert.erased_again",
    }
}

/// The person is erased already. A list that cannot be written is completed from the database at the next start.
fn keep(db: &Db, tombstones: &Tombstones, erased: &[Tombstone]) {
    if let Err(error) = tombstones.append(erased, db.clock().now()) {
        tracing::error!(
            error = &error as &dyn std::error::Error,
            "an erasure is not yet in the list beside the database"
        );
    }
}
