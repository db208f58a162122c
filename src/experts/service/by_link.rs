//! "Stimmt noch alles?", asked by mail and answered by its link: nobody is signed in, and nothing but this is done.

use std::net::IpAddr;

use sea_orm::ConnectionTrait;

use super::ExpertError;
use super::keep::{Way, confirm_entry};
use super::reminders::is_due;
use crate::access::{self, Right, Scope};
use crate::accounts::{self, LinkPurpose, Secret};
use crate::attempts::{self, Counter};
use crate::clock::Instant;
use crate::db::{Actor, Db, StorageError};
use crate::experts::consent::ConsentPurpose;
use crate::experts::model::{Entry, EntryKind};
use crate::experts::store;
use crate::ids::AccountId;
use crate::reference::Text;
use crate::sealing::Keyring;

/// Links from one address that are none, in an hour.
const WRONG_LINKS: (i32, i64) = (20, 3_600);

/// What the link of a mail asks.
#[derive(Clone, Debug)]
pub enum MailQuestion {
    /// Whether these entries are still right.
    Open {
        /// The nameless ones of a team, or the own one.
        is_team: bool,
        /// The entries, masked.
        entries: Vec<Entry>,
        /// The text of the consent that the answer renews.
        consent: Option<Text>,
    },
    /// Nothing any more: they were confirmed.
    Answered {
        /// The nameless ones of a team, or the own one.
        is_team: bool,
        /// When.
        at: Instant,
    },
    /// The link is unknown, expired or replaced, or the entry is withdrawn: which, is not said.
    Over,
}

/// Why a link was not looked at.
#[derive(Debug, thiserror::Error)]
pub enum MailQuestionError {
    /// Too many that are none came from there; another one may be tried in so many seconds.
    #[error("too many attempts")]
    TooMany(i64),
    /// The entry was not confirmed.
    #[error(transparent)]
    Expert(#[from] ExpertError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// What a link asks. Looking changes nothing: mail scanners follow every link.
///
/// # Errors
/// Too many wrong links from this address, or storage failed.
pub async fn mail_question(
    db: &Db,
    ring: &Keyring,
    (token, from): (&Secret, Option<IpAddr>),
) -> Result<MailQuestion, MailQuestionError> {
    let subject = attempts::subscriber(from);
    let limit = Counter::new(ring, "confirmation_link", &subject, WRONG_LINKS)
        .map_err(StorageError::from)?;
    let counted = attempts::count(db, vec![limit]).await?;
    let counted = counted.map_err(MailQuestionError::TooMany)?;
    let asked = asked(db.reader(), token, db.clock().now()).await?;
    let Some(asked) = asked else {
        return Ok(MailQuestion::Over);
    };
    let txn = db.begin().await?;
    counted.give_back(&txn).await?;
    txn.commit().await?;
    Ok(asked.question(db.clock().now()))
}

/// Says that what a link asks for is still right; nothing when it asks for nothing any more. Of many at once one does it.
///
/// # Errors
/// Too many wrong links from this address, or storage failed.
pub async fn answer_mail_question(
    db: &Db,
    ring: &Keyring,
    (token, from): (&Secret, Option<IpAddr>),
) -> Result<MailQuestion, MailQuestionError> {
    let question = mail_question(db, ring, (token, from)).await?;
    if !matches!(question, MailQuestion::Open { .. }) {
        return Ok(question);
    }
    let mut txn = db.begin().await?;
    let now = txn.now();
    let Some(seen) = asked(txn.connection(), token, now).await? else {
        return Ok(MailQuestion::Over);
    };
    for entry in seen.due(now) {
        store::hold(&txn, entry.id)
            .await
            .map_err(StorageError::from)?;
    }
    // As it is now that nobody else changes it: what was taken back meanwhile must not be given again.
    let Some(asked) = asked(txn.connection(), token, now).await? else {
        return Ok(MailQuestion::Over);
    };
    let is_first = accounts::use_link(&txn, token, asked.purpose)
        .await
        .map_err(StorageError::from)?;
    if is_first {
        for entry in asked.due(now) {
            let actor = Actor::Account(asked.account);
            confirm_entry(&mut txn, entry, (actor, Way::MailLink)).await?;
        }
        txn.commit().await?;
    } else {
        txn.rollback().await.map_err(StorageError::from)?;
    }
    mail_question(db, ring, (token, from)).await
}

/// A link with whom and what it is about.
struct Asked {
    account: AccountId,
    purpose: LinkPurpose,
    is_open: bool,
    /// The entries whose holder the account is still, due or not.
    entries: Vec<Entry>,
}

/// What a link is about, as its holder's rights are now; none when there is no such link.
async fn asked<C: ConnectionTrait>(
    db: &C,
    token: &Secret,
    now: Instant,
) -> Result<Option<Asked>, StorageError> {
    for purpose in [LinkPurpose::ConfirmEntry, LinkPurpose::ConfirmTeam] {
        let Some(link) = accounts::find_link(db, token, purpose, now).await? else {
            continue;
        };
        let right = (link.account, Right::ConfirmExpert);
        let entries = match access::scope_of(db, right, now).await? {
            Some(scope) => entries(db, &scope, (link.account, purpose)).await?,
            None => Vec::new(),
        };
        return Ok(Some(Asked {
            account: link.account,
            purpose,
            is_open: link.is_open,
            entries,
        }));
    }
    Ok(None)
}

async fn entries<C: ConnectionTrait>(
    db: &C,
    scope: &Scope,
    (account, purpose): (AccountId, LinkPurpose),
) -> Result<Vec<Entry>, StorageError> {
    let is_team = purpose == LinkPurpose::ConfirmTeam;
    let ids = if is_team {
        store::ids_of(db, scope.organisations()).await?
    } else {
        store::of_account(db, account).await?.into_iter().collect()
    };
    let mut entries = store::load(db, &ids).await?;
    entries.retain(|entry| {
        let is_asked_for = match entry.kind {
            EntryKind::Person => !is_team,
            EntryKind::Capacity => is_team,
        };
        let is_theirs = scope.covers_entry(entry.organisation, entry.account);
        is_asked_for && is_theirs && entry.hidden_since.is_none()
    });
    entries.sort_by(|a, b| a.alias.cmp(&b.alias));
    Ok(entries)
}

impl Asked {
    fn due(&self, now: Instant) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| is_due(entry, now))
    }

    fn question(&self, now: Instant) -> MailQuestion {
        let is_team = self.purpose == LinkPurpose::ConfirmTeam;
        let entries: Vec<Entry> = self.due(now).cloned().collect();
        let confirmed = self.entries.iter().filter_map(|entry| entry.confirmed_at);
        match confirmed.max() {
            Some(at) if entries.is_empty() => MailQuestion::Answered { is_team, at },
            Some(_) if self.is_open => MailQuestion::Open {
                is_team,
                consent: entries.iter().find_map(|entry| renewed(entry, now)),
                entries,
            },
            Some(_) | None => MailQuestion::Over,
        }
    }
}

/// The text of the consent that confirming an entry by a link renews.
fn renewed(entry: &Entry, now: Instant) -> Option<Text> {
    let purpose = ConsentPurpose::Matching;
    let is_renewed = entry.kind == EntryKind::Person
        && Way::MailLink.renews(&purpose.state(&entry.consents, now));
    is_renewed.then(|| purpose.text(purpose.version()))?
}
