//! What opens an identity.

use serde::{Deserialize, Serialize};
use serde_json::json;
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use super::store;
use crate::access::action::ReadIdentity;
use crate::access::{Permit, Role};
use crate::accounts::{self, AccountNotice};
use crate::db::{AuditEntry, Db, StorageError, Txn};
use crate::experts::model::Entry;
use crate::ids::ExpertId;

/// Why somebody was shown a name and contact.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RevealPurpose {
    /// The employer's managers keep the entry.
    Keeping,
}

/// Proof that an identity may be opened: it is the caller's own, or that it is shown stands on record and in the
/// person's list. Without one `store::identity` cannot be asked.
#[derive(Clone, Copy, Debug)]
pub(in crate::experts) struct Disclosure {
    expert: ExpertId,
}

impl Disclosure {
    /// Enters the reveal first, unless it is the person who looks; a manager's once an entry and day (in UTC).
    ///
    /// # Errors
    /// Storage failed: then nothing may be shown.
    pub(in crate::experts) async fn of(
        db: &Db,
        permit: &Permit<ReadIdentity>,
        entry: &Entry,
    ) -> Result<Self, StorageError> {
        let viewer = permit.caller().account;
        if entry.account != Some(viewer) {
            enter(db, permit, entry).await?;
        }
        Ok(Self { expert: entry.id })
    }

    /// The same for many entries at once.
    ///
    /// # Errors
    /// Storage failed: then nothing may be shown.
    pub(in crate::experts) async fn of_all(
        db: &Db,
        permit: &Permit<ReadIdentity>,
        entries: &[Entry],
    ) -> Result<Vec<Self>, StorageError> {
        let viewer = permit.caller().account;
        if entries.iter().any(|entry| entry.account != Some(viewer)) {
            let mut txn = db.begin().await?;
            for entry in entries {
                if entry.account == Some(viewer) {
                    continue;
                }
                if store::has_identity(txn.connection(), entry.id).await? {
                    enter_in(&mut txn, permit, entry).await?;
                }
            }
            txn.commit().await?;
        }
        let shown = entries.iter().map(|entry| Self { expert: entry.id });
        Ok(shown.collect())
    }

    /// For the program alone, which compares and shows nobody anything.
    pub(in crate::experts) fn to_nobody(expert: ExpertId) -> Self {
        Self { expert }
    }

    /// Whose identity may be opened.
    pub(in crate::experts) fn expert(self) -> ExpertId {
        self.expert
    }
}

async fn enter(db: &Db, permit: &Permit<ReadIdentity>, entry: &Entry) -> Result<(), StorageError> {
    let purpose = RevealPurpose::Keeping;
    let day = db.clock().now().date();
    let viewer = permit.caller().account;
    if !store::has_identity(db.reader(), entry.id).await?
        || store::is_entered(db.reader(), entry.id, (viewer, day, purpose)).await?
    {
        return Ok(());
    }
    let mut txn = db.begin().await?;
    enter_in(&mut txn, permit, entry).await?;
    txn.commit().await?;
    Ok(())
}

async fn enter_in(
    txn: &mut Txn,
    permit: &Permit<ReadIdentity>,
    entry: &Entry,
) -> Result<(), StorageError> {
    let purpose = RevealPurpose::Keeping;
    let new = store::NewReveal {
        expert: entry.id,
        viewer: permit.caller().account,
        role: Role::MemberManager,
        organisation: Some(entry.organisation),
        purpose,
    };
    // Of two requests at once one enters it.
    if store::insert(txn, new).await? {
        let purpose: &str = purpose.into();
        txn.audit(AuditEntry {
            actor: permit.actor(),
            action: "expert.identity_revealed",
            subject: entry.id.to_string(),
            details: json!({ "purpose": purpose, "organisation": entry.organisation }),
        });
        if let Some(person) = entry.account
            && accounts::wants_reveal_mails(txn.connection(), person).await?
        {
            AccountNotice::NameShown.plan(txn, person);
        }
    }
    Ok(())
}
