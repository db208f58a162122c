//! What holders of accounts are told by mail, and how they may want it.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::accounts::links::LinkPurpose;
use crate::clock::Instant;
use crate::db::{Job, Txn};
use crate::ids::AccountId;

/// What is told; the kind of its job. Changes of credentials are told always (ASVS 5.0, 6.3.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
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
    /// Vetters decided about the holder's entry.
    #[strum(serialize = "mail.case_decided")]
    CaseDecided,
    /// Vetters want something changed in the holder's entry.
    #[strum(serialize = "mail.case_asks")]
    CaseAsks,
    /// Vetters decided about an entry of the holder's team.
    #[strum(serialize = "mail.team_case_decided")]
    TeamCaseDecided,
    /// Vetters want something changed in an entry of the holder's team.
    #[strum(serialize = "mail.team_case_asks")]
    TeamCaseAsks,
    /// A town saw skills of the holder in a deployment.
    #[strum(serialize = "mail.skills_proven")]
    SkillsProven,
    /// Cases wait for the holder, who vets.
    #[strum(serialize = "mail.cases_wait")]
    CasesWait,
    /// Somebody asked for help.
    #[strum(serialize = "mail.help_asked")]
    HelpAsked,
    /// A town that the holder's house serves asked for help.
    #[strum(serialize = "mail.help_of_served_town")]
    HelpOfServedTown,
    /// The incident of a town that the holder's house serves is over.
    #[strum(serialize = "mail.help_of_served_town_over")]
    HelpOfServedTownOver,
}

/// Whom a kind of message concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Whoever has an account.
    Everybody,
    /// Whoever has an entry.
    Experts,
    /// Managers of a member.
    Managers,
    /// Vetters.
    Vetters,
    /// Coordinators.
    Coordinators,
}

/// How somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Delivery {
    /// By a mail of its own, as soon as it happens.
    AtOnce,
    /// With all else of a day, the next morning.
    Daily,
    /// Not at all.
    Never,
}

impl AccountNotice {
    /// Plans the message in the transaction of what it is about.
    pub fn plan(self, txn: &mut Txn, account: AccountId) {
        self.plan_at(txn, account, txn.now());
    }

    /// Plans the message for an instant; for the same instant it is the same message.
    pub fn plan_at(self, txn: &mut Txn, account: AccountId, run_at: Instant) {
        let kind: &str = self.into();
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
    pub(super) const fn link(self) -> Option<LinkPurpose> {
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
            | Self::TeamAdmissionEnds
            | Self::CaseDecided
            | Self::CaseAsks
            | Self::TeamCaseDecided
            | Self::TeamCaseAsks
            | Self::SkillsProven
            | Self::CasesWait
            | Self::HelpAsked
            | Self::HelpOfServedTown
            | Self::HelpOfServedTownOver => None,
        }
    }

    /// How it may be delivered, the usual way first. Of what changes an entry, or ends without an answer, everybody is told, sooner or later.
    pub const fn deliveries(self) -> &'static [Delivery] {
        use Delivery::{AtOnce, Daily, Never};
        match self {
            Self::PasswordSet
            | Self::SecondFactorSet
            | Self::SecondFactorRemoved
            | Self::PasskeyAdded
            | Self::PasskeyRemoved
            | Self::RecoveryCodesRenewed
            | Self::TokenIssued
            | Self::RecoveryBegun
            | Self::LinkIssued => &[AtOnce],
            Self::NameShown => &[Never, AtOnce, Daily],
            Self::AdmissionEnds
            | Self::ConfirmationDue
            | Self::ConsentEnds
            | Self::TeamConfirmationDue
            | Self::TeamAdmissionEnds
            | Self::CaseDecided
            | Self::CaseAsks
            | Self::SkillsProven
            | Self::TeamCaseAsks => &[AtOnce, Daily],
            Self::TeamCaseDecided => &[Daily, AtOnce, Never],
            Self::CasesWait | Self::HelpOfServedTownOver => &[AtOnce, Daily, Never],
            // The next morning is too late.
            Self::HelpAsked | Self::HelpOfServedTown => &[AtOnce, Never],
        }
    }

    /// How it is delivered unless its holder chose otherwise.
    pub(super) fn usually(self) -> Delivery {
        self.deliveries()
            .first()
            .copied()
            .unwrap_or(Delivery::AtOnce)
    }

    /// Whom it concerns.
    pub const fn audience(self) -> Audience {
        match self {
            Self::PasswordSet
            | Self::SecondFactorSet
            | Self::SecondFactorRemoved
            | Self::PasskeyAdded
            | Self::PasskeyRemoved
            | Self::RecoveryCodesRenewed
            | Self::TokenIssued
            | Self::RecoveryBegun
            | Self::LinkIssued => Audience::Everybody,
            Self::NameShown
            | Self::AdmissionEnds
            | Self::ConfirmationDue
            | Self::ConsentEnds
            | Self::CaseDecided
            | Self::CaseAsks
            | Self::SkillsProven => Audience::Experts,
            Self::TeamConfirmationDue
            | Self::TeamAdmissionEnds
            | Self::TeamCaseDecided
            | Self::TeamCaseAsks
            | Self::HelpOfServedTown
            | Self::HelpOfServedTownOver => Audience::Managers,
            Self::CasesWait => Audience::Vetters,
            Self::HelpAsked => Audience::Coordinators,
        }
    }
}
