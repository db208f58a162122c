//! The policy: one table on one screen.

use strum::{IntoStaticStr, VariantArray};

use super::Role;
use super::TokenScope;

/// How far a right goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Reach {
    /// The caller's own record.
    Own,
    /// The organisation the role was granted for.
    Organisation,
    /// All there are.
    Everything,
}

/// What somebody may do; one row of the policy each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the names are the documentation; the table below is the meaning"
)]
pub enum Right {
    ReadSelf,
    ExportSelf,
    EraseSelf,
    KeepConsents,
    ReadReveals,
    KeepEvidence,
    SetNotices,
    EndSession,
    ChangePassword,
    SetSecondFactor,
    ConfirmSession,
    AddPasskey,
    RemovePasskey,
    RenewRecoveryCodes,
    VouchForRecovery,
    ReadTokens,
    IssueToken,
    RevokeToken,
    ReadAudit,
    RotateKeys,
    ReadAdministration,
    ReadAccounts,
    KeepAccounts,
    GrantRoles,
    SearchExperts,
    SearchInternals,
    ListOwnExperts,
    ReadCard,
    ReadIdentity,
    CreateExpert,
    ReleaseExperts,
    InviteExperts,
    DelegateManagement,
    ReadReport,
    UpdateExpert,
    ConfirmExpert,
    SubmitExpert,
    MatchExperts,
    ReadOrganisation,
    CreateOrganisation,
    UpdateOrganisation,
    SetMembership,
    SetStruck,
    AcceptConditions,
    ReadVettingCases,
    ReadEvidence,
    AssessVettingCase,
    ReadEmergencyCards,
    ReadServedPlaces,
    IssueEmergencyCard,
    RevokeEmergencyCard,
    ReplaceEmergencyCard,
    KeepEmergencyContacts,
    RevealEmergencyContacts,
    ReadAlarms,
    AcknowledgeAlarm,
    KeepDecoys,
    ImportExperts,
    ExportExperts,
    ReadMetrics,
}

/// How far a role reaches with a right; `None` is no.
#[rustfmt::skip]
#[expect(clippy::match_same_arms, reason = "one arm a question, even where the answers agree")]
#[expect(clippy::too_many_lines, reason = "the policy is one table")]
pub fn reach(right: Right, role: Role) -> Option<Reach> {
    use Reach::{Everything, Organisation, Own};
    use Role::{Admin, Auditor, Coordinator, Expert, LandLiaison, MemberManager, Requester, Vetter};
    match (right, role) {
        (Right::ReadSelf | Right::EndSession | Right::SetNotices, _) => Some(Own),
        (Right::ExportSelf | Right::EraseSelf, _) => Some(Own),
        // Consents, and who was shown the name: for the person alone.
        (Right::KeepConsents | Right::ReadReveals, Expert) => Some(Own),
        (Right::KeepConsents | Right::ReadReveals, _) => None,
        // Files that prove a claim (tier 3): the person, and vetters while a case is open.
        (Right::KeepEvidence, Expert) => Some(Own),
        (Right::KeepEvidence, _) => None,
        (Right::ReadEvidence, Vetter) => Some(Everything),
        (Right::ReadEvidence, _) => None,
        (Right::ChangePassword | Right::SetSecondFactor, _) => Some(Own),
        (Right::ConfirmSession | Right::AddPasskey | Right::RemovePasskey | Right::RenewRecoveryCodes, _) => Some(Own),
        // Two people vouch for somebody who lost the second factor; each for those they know.
        (Right::VouchForRecovery, Admin | Coordinator) => Some(Everything),
        (Right::VouchForRecovery, MemberManager) => Some(Organisation),
        (Right::VouchForRecovery, _) => None,
        (Right::ReadTokens | Right::IssueToken | Right::RevokeToken, _) => Some(Own),

        (Right::ReadAudit, Auditor) => Some(Everything),
        (Right::ReadAudit, _) => None,
        // Announcing and confirming, by two different people.
        (Right::RotateKeys, Admin) => Some(Everything),
        (Right::RotateKeys, _) => None,
        (Right::ReadAdministration, Admin) => Some(Everything),
        (Right::ReadAdministration, _) => None,
        // Mail addresses and roles of those who sign in; making, closing and reopening accounts, ending sessions.
        (Right::ReadAccounts | Right::KeepAccounts, Admin) => Some(Everything),
        (Right::ReadAccounts | Right::KeepAccounts, _) => None,
        // Never the own; vetter, coordinator and admin by two different people.
        (Right::GrantRoles, Admin) => Some(Everything),
        (Right::GrantRoles, _) => None,

        // Masked cards (tier 1): whoever may need help or gives it.
        (Right::SearchExperts | Right::ReadCard, Expert | MemberManager | Requester | Vetter | Coordinator | Admin) => Some(Everything),
        (Right::SearchExperts | Right::ReadCard, Auditor | LandLiaison) => None,
        // Entries that are not eligible, Kreis and clearance as filters.
        (Right::SearchInternals, Vetter | Coordinator) => Some(Everything),
        (Right::SearchInternals, _) => None,
        (Right::MatchExperts, MemberManager | Requester | Coordinator) => Some(Everything),
        (Right::MatchExperts, _) => None,

        // Names and duty contact (tier 2) before a commitment: the person and the own employer.
        (Right::ReadIdentity, Expert) => Some(Own),
        (Right::ReadIdentity, MemberManager) => Some(Organisation),
        (Right::ReadIdentity, _) => None,
        (Right::ListOwnExperts | Right::CreateExpert, MemberManager) => Some(Organisation),
        (Right::ListOwnExperts | Right::CreateExpert, _) => None,
        // The employer's consent to deployments; the role of an expert in the own house and no other; a deputy until a
        // day, named by nobody who is one (asked apart); counts of five persons and more.
        (Right::ReleaseExperts | Right::InviteExperts | Right::DelegateManagement | Right::ReadReport, MemberManager) => Some(Organisation),
        (Right::ReleaseExperts | Right::InviteExperts | Right::DelegateManagement | Right::ReadReport, _) => None,
        (Right::UpdateExpert | Right::ConfirmExpert | Right::SubmitExpert, Expert) => Some(Own),
        (Right::UpdateExpert | Right::ConfirmExpert | Right::SubmitExpert, MemberManager) => Some(Organisation),
        (Right::UpdateExpert | Right::ConfirmExpert | Right::SubmitExpert, _) => None,

        // Many of them at once, as a file: the own organisation's alone.
        (Right::ImportExperts | Right::ExportExperts, MemberManager) => Some(Organisation),
        (Right::ImportExperts | Right::ExportExperts, _) => None,

        (Right::ReadOrganisation, Vetter | Coordinator | Admin) => Some(Everything),
        (Right::ReadOrganisation, Expert | MemberManager | Requester) => Some(Organisation),
        (Right::ReadOrganisation, Auditor | LandLiaison) => None,
        (Right::CreateOrganisation | Right::SetMembership, Admin) => Some(Everything),
        (Right::CreateOrganisation | Right::SetMembership, _) => None,
        (Right::UpdateOrganisation, Admin) => Some(Everything),
        (Right::UpdateOrganisation, MemberManager) => Some(Organisation),
        (Right::UpdateOrganisation, _) => None,
        (Right::SetStruck, Coordinator | Admin) => Some(Everything),
        (Right::SetStruck, MemberManager) => Some(Organisation),
        (Right::SetStruck, _) => None,

        // The conditions, once for a member; towns accept them with their card.
        (Right::AcceptConditions, MemberManager) => Some(Organisation),
        (Right::AcceptConditions, _) => None,

        (Right::ReadVettingCases | Right::AssessVettingCase, Vetter) => Some(Everything),
        (Right::ReadVettingCases | Right::AssessVettingCase, _) => None,
        // A manager reaches the towns the organisation serves now; which these are, is asked apart.
        (Right::ReadEmergencyCards | Right::IssueEmergencyCard, Coordinator | Admin) => Some(Everything),
        (Right::ReadEmergencyCards | Right::IssueEmergencyCard, Requester | MemberManager) => Some(Organisation),
        (Right::ReadEmergencyCards | Right::IssueEmergencyCard, _) => None,
        (Right::RevokeEmergencyCard | Right::ReplaceEmergencyCard, Coordinator | Admin) => Some(Everything),
        (Right::RevokeEmergencyCard | Right::ReplaceEmergencyCard, Requester | MemberManager) => Some(Organisation),
        (Right::RevokeEmergencyCard | Right::ReplaceEmergencyCard, _) => None,
        (Right::ReadServedPlaces, MemberManager) => Some(Organisation),
        (Right::ReadServedPlaces, _) => None,
        // Whom to call back: the town itself, and whoever calls back, on record.
        (Right::KeepEmergencyContacts, Requester) => Some(Organisation),
        (Right::KeepEmergencyContacts, _) => None,
        (Right::RevealEmergencyContacts, Coordinator) => Some(Everything),
        (Right::RevealEmergencyContacts, _) => None,

        // Who pages through the register; nobody sees the alarms about themselves.
        (Right::ReadAlarms | Right::AcknowledgeAlarm, Coordinator | Admin) => Some(Everything),
        (Right::ReadAlarms | Right::AcknowledgeAlarm, _) => None,
        // Who knows which entries are invented.
        (Right::KeepDecoys, Admin) => Some(Everything),
        (Right::KeepDecoys, _) => None,

        (Right::ReadMetrics, Admin) => Some(Everything),
        (Right::ReadMetrics, _) => None,
    }
}

/// What somebody may who has yet to set up the second factor an installation asks for.
pub(super) const fn is_for_signing_in(right: Right) -> bool {
    matches!(
        right,
        Right::ReadSelf
            | Right::SetSecondFactor
            | Right::ConfirmSession
            | Right::AddPasskey
            | Right::ChangePassword
            | Right::EndSession
    )
}

/// What a session must be confirmed for: it opens doors that stay open, or shows who somebody is.
pub(super) const fn needs_confirmation(right: Right) -> bool {
    matches!(
        right,
        Right::AddPasskey
            | Right::RemovePasskey
            | Right::RenewRecoveryCodes
            | Right::VouchForRecovery
            | Right::RotateKeys
            | Right::ReadAccounts
            | Right::KeepAccounts
            | Right::GrantRoles
            | Right::KeepDecoys
            | Right::DelegateManagement
    )
}

/// What a token must be scoped for.
#[expect(clippy::too_many_lines, reason = "one right after the other")]
pub(super) fn token_scope(right: Right) -> TokenScope {
    match right {
        Right::ReadSelf
        | Right::ExportSelf
        | Right::ReadReveals
        | Right::ReadEvidence
        | Right::ReadTokens
        | Right::ReadAudit
        | Right::ReadAdministration
        | Right::ReadAccounts
        | Right::SearchExperts
        | Right::SearchInternals
        | Right::ListOwnExperts
        | Right::ReadReport
        | Right::ReadCard
        | Right::ReadIdentity
        | Right::ExportExperts
        | Right::MatchExperts
        | Right::ReadOrganisation
        | Right::ReadVettingCases
        | Right::ReadEmergencyCards
        | Right::ReadServedPlaces
        | Right::ReadAlarms
        | Right::ReadMetrics => TokenScope::Read,
        Right::EndSession
        | Right::EraseSelf
        | Right::KeepConsents
        | Right::KeepEvidence
        | Right::SetNotices
        | Right::ChangePassword
        | Right::SetSecondFactor
        | Right::ConfirmSession
        | Right::AddPasskey
        | Right::RemovePasskey
        | Right::RenewRecoveryCodes
        | Right::VouchForRecovery
        | Right::IssueToken
        | Right::RevokeToken
        | Right::RotateKeys
        | Right::KeepAccounts
        | Right::GrantRoles
        | Right::CreateExpert
        | Right::ReleaseExperts
        | Right::InviteExperts
        | Right::DelegateManagement
        | Right::ImportExperts
        | Right::UpdateExpert
        | Right::ConfirmExpert
        | Right::SubmitExpert
        | Right::AssessVettingCase
        | Right::CreateOrganisation
        | Right::UpdateOrganisation
        | Right::SetMembership
        | Right::SetStruck
        | Right::AcceptConditions
        | Right::IssueEmergencyCard
        | Right::RevokeEmergencyCard
        | Right::ReplaceEmergencyCard
        | Right::KeepEmergencyContacts
        | Right::AcknowledgeAlarm
        | Right::KeepDecoys => TokenScope::Write,
        Right::RevealEmergencyContacts => TokenScope::Reveal,
    }
}
