//! Telling the holder of an account by mail: what changed about signing in, that the name was shown, what ends soon.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::ConnectionTrait;
use strum::{IntoStaticStr, VariantArray};
use web::letters::{self, CredentialChange, Letter};

use super::links::{self, LinkPurpose};
use super::store;
use crate::access::Permit;
use crate::access::action::SetNotices;
use crate::db::{Db, Job, StorageError, Txn};
use crate::ids::AccountId;
use crate::jobs::{Handler, JobFailure};
use crate::notifications::Post;
use crate::sealing::Keyring;

/// Where the link of a question whether entries are still right leads.
const CONFIRM: &str = "/stimmt-noch";

/// What is told; the kind of its job. Changes of credentials are told always (ASVS 5.0, 6.3.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
pub enum AccountNotice {
    /// Another password.
    #[strum(serialize = "mail.password_set")]
    PasswordSet,
    /// A second factor was set up.
    #[strum(serialize = "mail.second_factor_set")]
    SecondFactorSet,
    /// The second factor was taken away.
    #[strum(serialize = "mail.second_factor_removed")]
    SecondFactorRemoved,
    /// A passkey was added.
    #[strum(serialize = "mail.passkey_added")]
    PasskeyAdded,
    /// A passkey was removed.
    #[strum(serialize = "mail.passkey_removed")]
    PasskeyRemoved,
    /// There are new recovery codes.
    #[strum(serialize = "mail.recovery_codes_renewed")]
    RecoveryCodesRenewed,
    /// An access key was made.
    #[strum(serialize = "mail.token_issued")]
    TokenIssued,
    /// Somebody said that the holder lost access.
    #[strum(serialize = "mail.recovery_begun")]
    RecoveryBegun,
    /// A link was made by which somebody chooses a new password.
    #[strum(serialize = "mail.link_issued")]
    LinkIssued,
    /// Name and contact were shown; only to who asked for it.
    #[strum(serialize = "mail.name_shown")]
    NameShown,
    /// The holder's admission ends soon.
    #[strum(serialize = "mail.admission_ends")]
    AdmissionEnds,
    /// The holder is asked whether the own entry is still right.
    #[strum(serialize = "mail.confirmation_due")]
    ConfirmationDue,
    /// The holder is asked whether entries of the team are still right.
    #[strum(serialize = "mail.team_confirmation_due")]
    TeamConfirmationDue,
    /// A consent of the holder ends soon.
    #[strum(serialize = "mail.consent_ends")]
    ConsentEnds,
    /// An admission of the holder's team ends soon.
    #[strum(serialize = "mail.team_admission_ends")]
    TeamAdmissionEnds,
}

impl AccountNotice {
    /// Plans the message in the transaction of what it is about.
    pub fn plan(self, txn: &mut Txn, account: AccountId) {
        let kind: &str = self.into();
        let run_at = txn.now();
        txn.enqueue(Job {
            kind,
            key: format!("{kind} {account} {}", run_at.as_micros()),
            subject: account.0,
            run_at,
        });
    }

    /// Plans the message, once a day at most.
    pub fn plan_daily(self, txn: &mut Txn, account: AccountId) {
        let kind: &str = self.into();
        let run_at = txn.now();
        txn.enqueue(Job {
            kind,
            key: format!("{kind} {account} {}", run_at.date()),
            subject: account.0,
            run_at,
        });
    }

    /// What a link in the message lets its holder do.
    const fn link(self) -> Option<LinkPurpose> {
        match self {
            Self::ConfirmationDue => Some(LinkPurpose::ConfirmEntry),
            Self::TeamConfirmationDue => Some(LinkPurpose::ConfirmTeam),
            Self::PasswordSet
            | Self::SecondFactorSet
            | Self::SecondFactorRemoved
            | Self::PasskeyAdded
            | Self::PasskeyRemoved
            | Self::RecoveryCodesRenewed
            | Self::TokenIssued
            | Self::RecoveryBegun
            | Self::LinkIssued
            | Self::NameShown
            | Self::AdmissionEnds
            | Self::ConsentEnds
            | Self::TeamAdmissionEnds => None,
        }
    }

    fn letter(self, post: &Post, link: &str) -> Letter {
        let change = match self {
            Self::PasswordSet => CredentialChange::Password,
            Self::SecondFactorSet => CredentialChange::SecondFactorSet,
            Self::SecondFactorRemoved => CredentialChange::SecondFactorRemoved,
            Self::PasskeyAdded => CredentialChange::PasskeyAdded,
            Self::PasskeyRemoved => CredentialChange::PasskeyRemoved,
            Self::RecoveryCodesRenewed => CredentialChange::RecoveryCodes,
            Self::TokenIssued => CredentialChange::AccessKey,
            Self::RecoveryBegun => CredentialChange::RecoveryBegun,
            Self::LinkIssued => CredentialChange::Link,
            Self::NameShown => return letters::name_shown(&post.sender),
            Self::ConfirmationDue => {
                return letters::confirmation_due(&post.sender, link, "/profil");
            }
            Self::TeamConfirmationDue => {
                return letters::confirmation_due(&post.sender, link, "/organisation");
            }
            Self::ConsentEnds => return letters::consent_ends(&post.sender),
            Self::AdmissionEnds => return letters::admission_ends(&post.sender, "/profil"),
            Self::TeamAdmissionEnds => {
                return letters::admission_ends(&post.sender, "/organisation");
            }
        };
        letters::credential_changed(&post.sender, change)
    }
}

/// What sends each kind of message.
pub fn notice_handlers(keyring: &Arc<Keyring>, post: &Post) -> HashMap<&'static str, Handler> {
    let handler = |notice: AccountNotice| -> Handler {
        let (ring, post) = (keyring.clone(), post.clone());
        Arc::new(move |db: Db, account| {
            let (ring, post) = (ring.clone(), post.clone());
            Box::pin(async move { tell(&db, &ring, &post, (AccountId(account), notice)).await })
        })
    };
    AccountNotice::VARIANTS
        .iter()
        .map(|notice| ((*notice).into(), handler(*notice)))
        .collect()
}

/// Without a mail server nobody is told, and whoever was erased meanwhile is not either.
async fn tell(
    db: &Db,
    ring: &Keyring,
    post: &Post,
    (account, notice): (AccountId, AccountNotice),
) -> Result<(), JobFailure> {
    let Some(mailer) = &post.mailer else {
        return Ok(());
    };
    let to = store::email(db, ring, account).await?;
    if to.is_empty() {
        return Ok(());
    }
    let link = match notice.link() {
        Some(purpose) => link(db, ring, (account, purpose)).await?,
        None => String::new(),
    };
    Ok(mailer.send(&to, notice.letter(post, &link)).await?)
}

/// Makes the link of a message, when it is sent: the one of the message before works no more.
async fn link(
    db: &Db,
    ring: &Keyring,
    (account, purpose): (AccountId, LinkPurpose),
) -> Result<String, StorageError> {
    let txn = db.begin().await?;
    let token = links::issue(&txn, ring, account, purpose).await?;
    txn.commit().await?;
    Ok(format!("{CONFIRM}/{}", token.reveal()))
}

/// Whether the holder of an account wants a mail when the name was shown.
///
/// # Errors
/// Storage failed.
pub async fn wants_reveal_mails<C: ConnectionTrait>(
    db: &C,
    account: AccountId,
) -> Result<bool, StorageError> {
    Ok(store::wants_reveal_mails(db, account).await?)
}

/// Switches those mails on or off.
///
/// # Errors
/// Storage failed.
pub async fn set_reveal_mails(
    db: &Db,
    permit: &Permit<SetNotices>,
    are_wanted: bool,
) -> Result<(), StorageError> {
    let txn = db.begin().await?;
    store::set_reveal_mails(&txn, permit.caller().account, are_wanted).await?;
    txn.commit().await?;
    Ok(())
}
