//! What opens an identity.

use serde::{Deserialize, Serialize};
use serde_json::json;
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use super::store;
use crate::access::action::{ReadEvidence, ReadIdentity, RevealAlertContact};
use crate::access::{Permit, Role};
use crate::accounts::AccountNotice;
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::experts::model::Entry;
use crate::ids::{AccountId, AlertId, ExpertId, OrganisationId};

/// Why somebody was shown a name and contact.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RevealPurpose {
    /// The employer's managers keep the entry.
    Keeping,
    /// A vetter looks at evidence, on which the name stands.
    Vetting,
    /// A town that is helped asks whom to phone.
    Deployment,
    /// The desk phones somebody whom no message reached.
    Alert,
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
            enter(db, Viewing::keeping(permit, entry), entry).await?;
        }
        Ok(Self { expert: entry.id })
    }

    /// The same for evidence: a vetter's once an entry and day.
    ///
    /// # Errors
    /// Storage failed: then nothing may be shown.
    pub(in crate::experts) async fn of_evidence(
        db: &Db,
        permit: &Permit<ReadEvidence>,
        entry: &Entry,
    ) -> Result<Self, StorageError> {
        let viewer = Viewing {
            actor: permit.actor(),
            account: permit.caller().account,
            role: Role::Vetter,
            organisation: None,
            purpose: RevealPurpose::Vetting,
        };
        enter(db, viewer, entry).await?;
        Ok(Self { expert: entry.id })
    }

    /// The same for one number of somebody whom no message reached, in the transaction of the caller. The record says
    /// it each time, the person's list once an entry and day.
    ///
    /// # Errors
    /// Storage failed: then nothing may be shown.
    pub(in crate::experts) async fn of_number(
        txn: &mut Txn,
        permit: &Permit<RevealAlertContact>,
        (entry, alert): (&Entry, AlertId),
    ) -> Result<Self, StorageError> {
        let new = store::NewReveal {
            expert: entry.id,
            viewer: permit.caller().account,
            role: Role::Coordinator,
            organisation: None,
            purpose: RevealPurpose::Alert,
        };
        // A capacity is no person: its house is called.
        let is_new = store::has_identity(txn.connection(), entry.id).await?
            && store::insert(txn, new).await?;
        if let Some(person) = entry.account.filter(|_| is_new) {
            AccountNotice::NameShown.plan(txn, person);
        }
        txn.audit(AuditEntry {
            actor: permit.actor(),
            action: "expert.number_revealed",
            subject: entry.id.to_string(),
            details: json!({ "alert": alert }),
        });
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
                    enter_in(&mut txn, Viewing::keeping(permit, entry), entry).await?;
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

/// Who looks, in which role, and why.
#[derive(Clone, Copy)]
struct Viewing {
    actor: Actor,
    account: AccountId,
    role: Role,
    organisation: Option<OrganisationId>,
    purpose: RevealPurpose,
}

impl Viewing {
    /// A manager who keeps the entry.
    fn keeping(permit: &Permit<ReadIdentity>, entry: &Entry) -> Self {
        Self {
            actor: permit.actor(),
            account: permit.caller().account,
            role: Role::MemberManager,
            organisation: Some(entry.organisation),
            purpose: RevealPurpose::Keeping,
        }
    }
}

async fn enter(db: &Db, viewing: Viewing, entry: &Entry) -> Result<(), StorageError> {
    let (viewer, purpose) = (viewing.account, viewing.purpose);
    let day = db.clock().now().date();
    if !store::has_identity(db.reader(), entry.id).await?
        || store::is_entered(db.reader(), entry.id, (viewer, day, purpose)).await?
    {
        return Ok(());
    }
    let mut txn = db.begin().await?;
    enter_in(&mut txn, viewing, entry).await?;
    txn.commit().await?;
    Ok(())
}

async fn enter_in(txn: &mut Txn, viewing: Viewing, entry: &Entry) -> Result<(), StorageError> {
    let Viewing {
        actor,
        account: viewer,
        role,
        organisation,
        purpose,
    } = viewing;
    let new = store::NewReveal {
        expert: entry.id,
        viewer,
        role,
        organisation,
        purpose,
    };
    // Of two requests at once one enters it.
    if store::insert(txn, new).await? {
        let purpose: &str = purpose.into();
        txn.audit(AuditEntry {
            actor,
            action: "expert.identity_revealed",
            subject: entry.id.to_string(),
            details: json!({ "purpose": purpose, "organisation": organisation }),
        });
        if let Some(person) = entry.account {
            AccountNotice::NameShown.plan(txn, person);
        }
    }
    Ok(())
}
