//! The policy: one table on one screen.

use strum::IntoStaticStr;

use super::{Right, Role};

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
        // Private numbers: the person alone, never the employer (trust.md 2).
        (Right::KeepPrivateContact, Expert) => Some(Own),
        (Right::KeepPrivateContact, _) => None,
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
        // Messages and other work that failed for good: what kind, when and why, never whom.
        (Right::KeepDeliveries, Admin) => Some(Everything),
        (Right::KeepDeliveries, _) => None,
        (Right::KeepTexts, Admin) => Some(Everything),
        (Right::KeepTexts, _) => None,
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

        // On-call duty: the employer's word alone (trust, 16).
        (Right::PlanOnCall, MemberManager) => Some(Organisation),
        (Right::PlanOnCall, _) => None,
        // The own calendar by a secret address: for the person alone.
        (Right::KeepCalendar, Expert | Coordinator) => Some(Own),
        (Right::KeepCalendar, _) => None,

        // Many of them at once, as a file: the own organisation's alone.
        (Right::ImportExperts | Right::ExportExperts, MemberManager) => Some(Organisation),
        (Right::ImportExperts | Right::ExportExperts, _) => None,

        // Help that is not a person, masked as a card is: whoever may need it or passes it on.
        (Right::ReadOffers, MemberManager | Requester | Vetter | Coordinator | Admin) => Some(Everything),
        (Right::ReadOffers, Expert | Auditor | LandLiaison) => None,
        (Right::ReadOwnOffers | Right::KeepOffers, MemberManager) => Some(Organisation),
        (Right::ReadOwnOffers | Right::KeepOffers, _) => None,
        // Asking for an offer: the town for itself, the desk for all; the house says yes or no, and as whom somebody reads
        // it, is asked apart. Begun and ended by either side, or by the desk for it.
        (Right::ReadOfferRequests | Right::RunOfferRequest, Coordinator) => Some(Everything),
        (Right::ReadOfferRequests | Right::RunOfferRequest, MemberManager | Requester) => Some(Organisation),
        (Right::ReadOfferRequests | Right::RunOfferRequest, _) => None,
        (Right::RequestOffer, Coordinator) => Some(Everything),
        (Right::RequestOffer, Requester) => Some(Organisation),
        (Right::RequestOffer, _) => None,
        (Right::AnswerOfferRequest, MemberManager) => Some(Organisation),
        (Right::AnswerOfferRequest, _) => None,
        // Both sides of what was agreed see each other (tier 2).
        (Right::RevealOfferContact, MemberManager | Requester) => Some(Organisation),
        (Right::RevealOfferContact, _) => None,

        (Right::ReadOrganisation, Vetter | Coordinator | Admin) => Some(Everything),
        (Right::ReadOrganisation, Expert | MemberManager | Requester) => Some(Organisation),
        (Right::ReadOrganisation, Auditor | LandLiaison) => None,
        (Right::CreateOrganisation | Right::SetMembership, Admin) => Some(Everything),
        (Right::CreateOrganisation | Right::SetMembership, _) => None,
        // Whom to call in a Land: public, so what stands there must be right.
        (Right::KeepContacts, Admin) => Some(Everything),
        (Right::KeepContacts, _) => None,
        // The places of Germany, from the official file.
        (Right::KeepRegions, Admin) => Some(Everything),
        (Right::KeepRegions, _) => None,
        // The vocabulary; who misses a word in an entry says so.
        (Right::KeepTerms, Admin) => Some(Everything),
        (Right::KeepTerms, _) => None,
        (Right::ProposeTerm, Expert) => Some(Own),
        (Right::ProposeTerm, MemberManager) => Some(Organisation),
        (Right::ProposeTerm, _) => None,
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

        // Taking a call down; the address it comes from is not counted, so whoever may is named here.
        (Right::ReportIncident, Coordinator) => Some(Everything),
        (Right::ReportIncident, _) => None,
        // What happened where, and what is handed over: the desk, the town, the provider that serves it, the liaison of its
        // Land where the town lets it; which incidents that are as whom, is asked apart.
        (Right::ReadIncidents | Right::WriteIncidentNote, Coordinator) => Some(Everything),
        (Right::ReadIncidents | Right::WriteIncidentNote, Requester | MemberManager | LandLiaison) => Some(Organisation),
        (Right::ReadIncidents | Right::WriteIncidentNote, _) => None,
        (Right::ReadTownIncidents, Coordinator) => Some(Everything),
        (Right::ReadTownIncidents, Requester) => Some(Organisation),
        (Right::ReadTownIncidents, _) => None,
        (Right::ReadServedIncidents, MemberManager) => Some(Organisation),
        (Right::ReadServedIncidents, _) => None,
        (Right::ReadLandIncidents, LandLiaison) => Some(Organisation),
        (Right::ReadLandIncidents, _) => None,
        // Photos and documents of it: put there and taken away by the town and the desk; whoever reads it reads them.
        (Right::KeepIncidentAttachments, Coordinator) => Some(Everything),
        (Right::KeepIncidentAttachments, Requester) => Some(Organisation),
        (Right::KeepIncidentAttachments, _) => None,
        // What is known of it; the number to call back is asked for apart, and recorded.
        (Right::UpdateIncident | Right::RevealIncidentContact | Right::CloseIncident, Coordinator) => Some(Everything),
        (Right::UpdateIncident | Right::RevealIncidentContact | Right::CloseIncident, Requester) => Some(Organisation),
        (Right::UpdateIncident | Right::RevealIncidentContact | Right::CloseIncident, _) => None,
        // What whoever arrives must know, with private numbers of who leads on site: written by the town and the desk, read
        // by who is committed, and without the numbers by who sends them. Who that is now, is asked apart.
        (Right::ReadArrivalSheet, Coordinator) => Some(Everything),
        (Right::ReadArrivalSheet, Requester | MemberManager) => Some(Organisation),
        (Right::ReadArrivalSheet, Expert) => Some(Own),
        (Right::ReadArrivalSheet, _) => None,
        (Right::KeepArrivalSheet, Coordinator) => Some(Everything),
        (Right::KeepArrivalSheet, Requester) => Some(Organisation),
        (Right::KeepArrivalSheet, _) => None,
        // Who cares for it; who asks is who they say: by a call, or because a coordinator knows them.
        (Right::TakeIncident | Right::VerifyIncident, Coordinator) => Some(Everything),
        (Right::TakeIncident | Right::VerifyIncident, _) => None,
        // Who is on duty when; who does not sit at the desk takes no duty.
        (Right::ReadRoster | Right::KeepRoster, Coordinator | Admin) => Some(Everything),
        (Right::ReadRoster | Right::KeepRoster, _) => None,
        (Right::TakeDuty, Coordinator) => Some(Own),
        (Right::TakeDuty, _) => None,

        // Asking for people, masked until committed: the town for itself, the desk for all.
        (Right::ReadHelpRequests | Right::CreateHelpRequest | Right::AlertExperts, Coordinator) => Some(Everything),
        (Right::ReadHelpRequests | Right::CreateHelpRequest | Right::AlertExperts, Requester) => Some(Organisation),
        (Right::ReadHelpRequests | Right::CreateHelpRequest | Right::AlertExperts, _) => None,
        // Picking, skipping, pausing; what somebody said on the phone.
        (Right::SteerWaves | Right::AnswerForExpert, Coordinator) => Some(Everything),
        (Right::SteerWaves | Right::AnswerForExpert, _) => None,
        // One number of somebody whom no message reached, for the desk that phones (trust, 2); asked apart, and recorded.
        (Right::RevealAlertContact, Coordinator) => Some(Everything),
        (Right::RevealAlertContact, _) => None,
        // Two keys and an acceptance: the person's by a link, the employer's, the town's; the desk says what a town said.
        (Right::ReadDeployments, Coordinator) => Some(Everything),
        (Right::ReadDeployments, MemberManager | Requester) => Some(Organisation),
        (Right::ReadDeployments, Expert) => Some(Own),
        (Right::ReadDeployments, _) => None,
        (Right::ReleaseDeployment, MemberManager) => Some(Organisation),
        (Right::ReleaseDeployment, _) => None,
        (Right::AcceptDeployment, Coordinator) => Some(Everything),
        (Right::AcceptDeployment, Requester) => Some(Organisation),
        (Right::AcceptDeployment, _) => None,
        // What becomes of it once all said yes; which side may do what, deployments say.
        (Right::RunDeployment, Coordinator) => Some(Everything),
        (Right::RunDeployment, MemberManager | Requester) => Some(Organisation),
        (Right::RunDeployment, Expert) => Some(Own),
        (Right::RunDeployment, _) => None,
        // Both sides of a committed deployment see each other (tier 2).
        (Right::RevealDeploymentContact, Requester) => Some(Organisation),
        (Right::RevealDeploymentContact, Expert) => Some(Own),
        (Right::RevealDeploymentContact, _) => None,
        // On which legal basis somebody helps: the town, the house that sends them, the desk for either.
        (Right::SetDeploymentBasis, Coordinator) => Some(Everything),
        (Right::SetDeploymentBasis, MemberManager | Requester) => Some(Organisation),
        (Right::SetDeploymentBasis, _) => None,
        // Conditions confirmed at once: the town, and the desk for it on the phone.
        (Right::ConfirmConditions, Coordinator) => Some(Everything),
        (Right::ConfirmConditions, Requester) => Some(Organisation),
        (Right::ConfirmConditions, _) => None,
        // Who may help whom on which basis: checked by somebody whom the admins name.
        (Right::KeepLegalRules, Admin) => Some(Everything),
        (Right::KeepLegalRules, _) => None,

        // Hours a house gives and receives, of its deployments together: the house itself, and those who look after all.
        (Right::ReadHours, Coordinator | Admin) => Some(Everything),
        (Right::ReadHours, MemberManager | Requester) => Some(Organisation),
        (Right::ReadHours, _) => None,

        // What others learn of an incident: drafted by the town or the desk, shared by a second person of the desk; who
        // reads how far, its traffic light says.
        (Right::WriteLesson, Coordinator) => Some(Everything),
        (Right::WriteLesson, Requester) => Some(Organisation),
        (Right::WriteLesson, _) => None,
        (Right::ShareLesson, Coordinator) => Some(Everything),
        (Right::ShareLesson, _) => None,
        (Right::ReadLessons, Coordinator) => Some(Everything),
        (Right::ReadLessons, Requester | MemberManager) => Some(Organisation),
        (Right::ReadLessons, Expert | Vetter | Admin | Auditor | LandLiaison) => Some(Own),
        // Figures of the whole federation, never of fewer than five.
        (Right::ReadStatistics, Coordinator | Admin | Auditor) => Some(Everything),
        (Right::ReadStatistics, MemberManager) => Some(Organisation),
        (Right::ReadStatistics, _) => None,

        (Right::ReadMetrics, Admin) => Some(Everything),
        (Right::ReadMetrics, _) => None,
    }
}
