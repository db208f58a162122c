//! What a right asks for besides a role: a second factor, a confirmed session, the scope of a token.

use super::{Right, TokenScope};

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

/// What a session must be confirmed for: it opens doors that stay open, shows who somebody is, or changes
/// what everybody sees.
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
            | Right::KeepRegions
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
        | Right::ReadOffers
        | Right::ReadOwnOffers
        | Right::ReadOfferRequests
        | Right::ReadIncidents
        | Right::ReadHelpRequests
        | Right::ReadDeployments
        | Right::ReadTownIncidents
        | Right::ReadServedIncidents
        | Right::ReadLandIncidents
        | Right::ReadHours
        | Right::ReadRoster
        | Right::ReadLessons
        | Right::ReadStatistics
        | Right::ReadMetrics => TokenScope::Read,
        Right::EndSession
        | Right::KeepDeliveries
        | Right::KeepTexts
        | Right::EraseSelf
        | Right::KeepConsents
        | Right::KeepEvidence
        | Right::KeepPrivateContact
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
        | Right::KeepContacts
        | Right::KeepTerms
        | Right::KeepRegions
        | Right::ProposeTerm
        | Right::CreateExpert
        | Right::ReleaseExperts
        | Right::InviteExperts
        | Right::DelegateManagement
        | Right::ImportExperts
        | Right::UpdateExpert
        | Right::ConfirmExpert
        | Right::SubmitExpert
        | Right::PlanOnCall
        | Right::KeepCalendar
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
        | Right::KeepDecoys
        | Right::KeepOffers
        | Right::RequestOffer
        | Right::AnswerOfferRequest
        | Right::RunOfferRequest
        | Right::ReportIncident
        | Right::WriteIncidentNote
        | Right::KeepIncidentAttachments
        | Right::UpdateIncident
        | Right::TakeIncident
        | Right::VerifyIncident
        | Right::CloseIncident
        | Right::KeepArrivalSheet
        | Right::CreateHelpRequest
        | Right::AlertExperts
        | Right::SteerWaves
        | Right::AnswerForExpert
        | Right::ReleaseDeployment
        | Right::AcceptDeployment
        | Right::RunDeployment
        | Right::SetDeploymentBasis
        | Right::ConfirmConditions
        | Right::KeepLegalRules
        | Right::WriteLesson
        | Right::ShareLesson
        | Right::KeepRoster
        | Right::TakeDuty => TokenScope::Write,
        Right::RevealEmergencyContacts
        | Right::RevealIncidentContact
        | Right::ReadArrivalSheet
        | Right::RevealDeploymentContact
        | Right::RevealOfferContact
        | Right::RevealAlertContact => TokenScope::Reveal,
    }
}
