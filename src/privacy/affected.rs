//! Whose data somebody could have read: for the day an account, a key or a session falls into wrong hands.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::store;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, StorageError};
use crate::ids::{AccountId, ExpertId, SessionId, TokenId};

/// In whose hands the data may have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspect {
    /// Whoever was signed in.
    Anybody,
    /// Whoever used this account.
    Account(AccountId),
    /// Whoever held this access key.
    Token(TokenId),
    /// Whoever held this session.
    Session(SessionId),
}

/// A stretch of time, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// From.
    pub from: Instant,
    /// Until.
    pub until: Instant,
}

/// How somebody's data could have been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Basis {
    /// The masked card was shown that day.
    Card,
    /// The audit record names the entry in this time.
    Record,
    /// The account's roles opened name and contact, whether they were read or not.
    Reach,
}

/// Somebody who may be affected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    /// The entry.
    pub expert: ExpertId,
    /// Its public name.
    pub alias: String,
    /// How the data could have been read.
    pub bases: BTreeSet<Basis>,
}

/// Why there is no list.
#[derive(Debug, thiserror::Error)]
pub enum AffectedError {
    /// There is no such account, key or session; an old one may be forgotten by now.
    #[error("there is no such account, key or session: name the account")]
    NotFound,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for AffectedError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Lists everybody whose data a suspect could have read in a window, by id and alias; that is put on record.
///
/// # Errors
/// No such suspect, or storage failed.
pub async fn affected(
    db: &Db,
    suspect: Suspect,
    window: Window,
) -> Result<Vec<Affected>, AffectedError> {
    let (account, window) = narrowed(db, suspect, window).await?;
    let mut found: BTreeMap<ExpertId, BTreeSet<Basis>> = BTreeMap::new();
    let seen = [
        (Basis::Card, store::cards_seen(db, account, window).await?),
        (
            Basis::Record,
            store::entries_named(db, account, window).await?,
        ),
        (
            Basis::Reach,
            store::entries_in_reach(db, account, window).await?,
        ),
    ];
    for (basis, entries) in seen {
        for entry in entries {
            found.entry(entry).or_default().insert(basis);
        }
    }
    let ids: Vec<ExpertId> = found.keys().copied().collect();
    let aliases = store::aliases(db, &ids).await?;
    // What is no entry, was shown but is nobody.
    note(db, account, (window, aliases.len())).await?;
    let affected = found.into_iter().filter_map(|(expert, bases)| {
        Some(Affected {
            expert,
            alias: aliases.get(&expert)?.clone(),
            bases,
        })
    });
    Ok(affected.collect())
}

/// The account behind a suspect, and the part of the window in which it could be used.
async fn narrowed(
    db: &Db,
    suspect: Suspect,
    window: Window,
) -> Result<(Option<AccountId>, Window), AffectedError> {
    let (account, life) = match suspect {
        Suspect::Anybody => return Ok((None, window)),
        Suspect::Account(id) => return Ok((Some(id), window)),
        Suspect::Token(id) => store::life_of_token(db, id).await?,
        Suspect::Session(id) => store::life_of_session(db, id).await?,
    }
    .ok_or(AffectedError::NotFound)?;
    let window = Window {
        from: window.from.max(life.from),
        until: window.until.min(life.until),
    };
    Ok((Some(account), window))
}

async fn note(
    db: &Db,
    account: Option<AccountId>,
    (window, persons): (Window, usize),
) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    txn.audit(AuditEntry {
        actor: Actor::Operator,
        action: "privacy.affected_listed",
        subject: account.map_or_else(|| "all".to_owned(), |id| id.to_string()),
        details: json!({ "from": window.from, "until": window.until, "persons": persons }),
    });
    txn.commit().await?;
    Ok(())
}
