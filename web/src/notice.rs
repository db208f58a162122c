//! What the page after a thing done says about it.

use i18n_embed_fl::fl;

use crate::{Flash, FlashKind, Language};

/// A message that travels to the next page by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Somebody has signed in.
    SignedIn,
    /// Somebody has signed out.
    SignedOut,
    /// Somebody invited has set a password.
    PasswordSet,
    /// The password is another one.
    PasswordChanged,
    /// One of the own sessions has ended.
    SessionEnded,
    /// All other own sessions have ended.
    OthersEnded,
    /// An access key works no more.
    TokenRevoked,
    /// The password alone signs in again.
    SecondFactorRemoved,
    /// A device signs in.
    PasskeyAdded,
    /// A device signs in no more.
    PasskeyRemoved,
    /// An expert has consented.
    ConsentGiven,
    /// An expert has withdrawn a consent.
    ConsentWithdrawn,
    /// An entry rests.
    Restricted,
    /// An entry rests no more.
    Unrestricted,
    /// Another choice of messages is saved.
    MessagesSaved,
    /// A new version of a text is in force.
    TextSaved,
    /// Who checked a text is recorded.
    TextChecked,
    /// On which legal basis a deployment stands is recorded.
    LegalBasisSaved,
    /// The conditions are confirmed at once.
    ConditionsConfirmed,
    /// A new version of the legal matrix is in force.
    LegalRulesSaved,
    /// A rotation of the keys waits for a second person.
    RotationAnnounced,
    /// A rotation of the keys may be done.
    RotationConfirmed,
    /// A card works no more.
    CardRevoked,
    /// A new card waits for a second person.
    ReplacementAsked,
    /// Somebody to call back is registered.
    ContactAdded,
    /// Somebody to call back is no longer registered.
    ContactRemoved,
    /// A number is noted as right.
    ContactChecked,
    /// Somebody is called earlier.
    ContactMoved,
    /// An account is closed.
    AccountClosed,
    /// An account is open again.
    AccountReopened,
    /// All sessions of an account have ended.
    AccountSessionsEnded,
    /// All access keys of an account work no more.
    AccountTokensRevoked,
    /// An account has a role.
    RoleGranted,
    /// A role waits for a second person.
    RoleProposed,
    /// A role is taken back.
    RoleTaken,
    /// A role waits no more.
    ProposalDiscarded,
    /// A form was not heeded: the session had to be confirmed first.
    NotDoneYet,
    /// Somebody looked after an alarm.
    AlarmAcknowledged,
    /// An entry is changed.
    EntrySaved,
    /// An entry is still right.
    EntryConfirmed,
    /// When somebody can start is changed.
    AvailabilitySaved,
    /// A change of a confirmed skill waits for the other side.
    SkillChangeProposed,
    /// On-call duty is changed.
    OnCallSaved,
    /// The own calendar can no longer be subscribed to.
    CalendarRevoked,
    /// Work that failed is tried again.
    JobBegunAnew,
    /// Work that failed is dropped.
    JobDropped,
    /// A file of evidence is kept.
    EvidenceAdded,
    /// A file of evidence is deleted.
    EvidenceRemoved,
    /// A decoy is there.
    DecoyMade,
    /// A decoy is gone.
    DecoyRemoved,
    /// A vetter has assessed a case.
    CaseAssessed,
    /// A vetter has taken an assessment back.
    AssessmentUndone,
    /// A vetter has noted something.
    CommentAdded,
    /// A vetter has ticked what was looked at.
    ChecklistSaved,
    /// A revocation waits for a second person.
    RevocationOpened,
    /// An entry waits for vetters.
    EntrySubmitted,
    /// A team is submitted to the vetters.
    TeamSubmitted,
    /// A team is submitted, but for entries that lack something.
    TeamSubmittedInPart,
    /// An application is taken back.
    ApplicationWithdrawn,
    /// Others look at a rejection again.
    AppealMade,
    /// An estimate is saved as a draft.
    EstimateSaved,
    /// An estimate is with the town.
    EstimateSent,
    /// The town said yes to an estimate.
    EstimateAgreed,
    /// The town said no to an estimate.
    EstimateDeclined,
    /// Costs are saved as a draft.
    CostsSaved,
    /// Costs are with the town.
    CostsSubmitted,
    /// The town accepts the costs.
    CostsAccepted,
    /// The town asks back.
    CostsQueried,
    /// The costs are paid.
    CostsSettled,
    /// What was worked is written down.
    TimeSaved,
    /// What was worked is struck.
    TimeRemoved,
    /// The employer vouches for the times.
    TimesConfirmed,
    /// A shift is planned.
    ShiftAdded,
    /// A shift is planned no more.
    ShiftRemoved,
    /// Whoever looks is called first.
    DutyTaken,
    /// An organisation is in the register.
    OrganisationMade,
    /// An organisation is changed.
    OrganisationSaved,
    /// A contact of a Land is right for everybody.
    LandContactSaved,
    /// An official file of places is taken over.
    RegionsImported,
    /// An official file had nothing new.
    RegionsUnchanged,
    /// An official file waits no more.
    RegionsDiscarded,
    /// Somebody looked at a contact of a Land.
    LandContactChecked,
    /// A contact of a Land is gone.
    LandContactRemoved,
    /// A term is as it was said.
    TermSaved,
    /// A term counts as another.
    TermsMerged,
    /// A term is offered no more.
    TermRetired,
    /// A proposal is declined.
    TermDeclined,
    /// A word that is missed waits for an admin.
    TermProposed,
    /// A text says what it must not.
    NotSubmitted,
    /// A colleague manages until a day.
    DelegationGiven,
    /// A colleague manages no more.
    DelegationEnded,
    /// A colleague managed no more before it was asked for.
    DelegationOver,
    /// A capacity is published.
    CapacityPublished,
    /// An offer is kept as a draft.
    OfferSaved,
    /// An offer stands.
    OfferPublished,
    /// An offer stands no longer.
    OfferWithdrawn,
    /// The employer confirms skills.
    SkillsConfirmed,
    /// Somebody claimed other skills meanwhile; nothing is confirmed.
    SkillsChanged,
    /// People are invited to a team.
    InvitationsSent,
    /// An invitation works no more.
    InvitationWithdrawn,
    /// Somebody belongs to a team.
    TeamJoined,
    /// Releases are given.
    ReleasesSaved,
    /// Releases are withdrawn.
    ReleasesWithdrawn,
    /// The person-days of a house are set.
    QuotaSaved,
    /// The duty desk has another number.
    DutyPhoneSaved,
    /// Insurance and data protection officer are kept.
    InsuranceSaved,
    /// Participation stands otherwise.
    ParticipationSaved,
    /// A member accepted the conditions.
    ConditionsAccepted,
    /// A house is struck.
    StruckSet,
    /// A house is struck no more.
    StruckLifted,
    /// Whoever looks cares for an incident now.
    IncidentTaken,
    /// Somebody else was faster.
    IncidentTakenByOther,
    /// An incident is no hoax.
    IncidentVerified,
    /// Somebody made sure of an incident before.
    IncidentVerifiedBefore,
    /// An incident is no hoax, and people are asked.
    IncidentSought,
    /// The place of an incident is known.
    IncidentPlaceSet,
    /// An incident is over.
    IncidentClosed,
    /// A request for help is there, as a draft.
    RequestMade,
    /// People are asked.
    RequestBegun,
    /// Nobody new is asked.
    RequestPaused,
    /// People are asked again.
    RequestResumed,
    /// The next people are asked.
    WaveAsked,
    /// Somebody is asked next.
    ExpertPicked,
    /// Somebody is not asked.
    ExpertSkipped,
    /// What somebody said on the phone is noted.
    SpokenAnswerTaken,
    /// A request is over.
    RequestEnded,
    /// A request of which nobody was asked is dropped.
    RequestDiscarded,
    /// It could not be done: others were faster.
    RequestMovedOn,
    /// No wave was asked: one was since the page was shown.
    WaveMovedOn,
    /// A town said yes to somebody.
    DeploymentAccepted,
    /// A town said no to somebody.
    DeploymentRefused,
    /// An employer released somebody.
    DeploymentReleased,
    /// The start of a deployment is noted.
    DeploymentStarted,
    /// A deployment is over.
    DeploymentEnded,
    /// A deployment is called off.
    DeploymentCancelled,
    /// Somebody is called back.
    DeploymentCalledBack,
    /// A later end is asked for.
    ExtensionAsked,
    /// A later end was answered.
    ExtensionAnswered,
    /// A review is kept.
    ReviewSaved,
    /// It is too late for a review.
    ReviewClosed,
    /// Skills that were seen are kept.
    ProvenSaved,
    /// Whether the town may be named is kept.
    TownNamingSaved,
    /// A lesson is drafted.
    LessonDrafted,
    /// A lesson is shared.
    LessonShared,
    /// A lesson is not shared.
    LessonNotShared,
    /// A lesson is withdrawn.
    LessonWithdrawn,
    /// An employer did not release somebody.
    ReleaseRefused,
    /// Somebody is committed elsewhere.
    PersonBooked,
    /// Whoever helps does not release themselves.
    OwnRelease,
    /// It cannot be done from afar.
    OnSiteOnly,
    /// What is known of an incident is saved.
    IncidentUpdated,
    /// Something is handed over.
    IncidentNoteAdded,
    /// A message to the other sides of a deployment is sent.
    ThreadWritten,
    /// A file is added to an incident.
    IncidentAttachmentAdded,
    /// A file of an incident is deleted.
    IncidentAttachmentRemoved,
    /// A report the law asks for is noted.
    IncidentReported,
    /// An offer is asked for.
    BorrowingAsked,
    /// The offer was asked for before.
    BorrowingAskedAlready,
    /// A house promised what it was asked for.
    BorrowingAgreed,
    /// A house said no.
    BorrowingRefused,
    /// A question about an offer is taken back.
    BorrowingWithdrawn,
    /// What was promised is used.
    BorrowingStarted,
    /// A house is asked for more days.
    BorrowingMoreAsked,
    /// What was promised is over.
    BorrowingEnded,
    /// The arrival sheet of an incident is kept.
    ArrivalSheetSaved,
    /// Something is settled before the first touch, or not any more.
    ReadinessSaved,
    /// A deployment is handed over.
    HandedOver,
}

impl Notice {
    /// All there are.
    pub const ALL: [Self; 167] = [
        Self::SignedIn,
        Self::SignedOut,
        Self::PasswordSet,
        Self::PasswordChanged,
        Self::SessionEnded,
        Self::OthersEnded,
        Self::TokenRevoked,
        Self::SecondFactorRemoved,
        Self::PasskeyAdded,
        Self::PasskeyRemoved,
        Self::ConsentGiven,
        Self::ConsentWithdrawn,
        Self::Restricted,
        Self::Unrestricted,
        Self::MessagesSaved,
        Self::TextSaved,
        Self::TextChecked,
        Self::LegalBasisSaved,
        Self::ConditionsConfirmed,
        Self::LegalRulesSaved,
        Self::RotationAnnounced,
        Self::RotationConfirmed,
        Self::CardRevoked,
        Self::ReplacementAsked,
        Self::ContactAdded,
        Self::ContactRemoved,
        Self::ContactChecked,
        Self::ContactMoved,
        Self::AccountClosed,
        Self::AccountReopened,
        Self::AccountSessionsEnded,
        Self::AccountTokensRevoked,
        Self::RoleGranted,
        Self::RoleProposed,
        Self::RoleTaken,
        Self::ProposalDiscarded,
        Self::NotDoneYet,
        Self::AlarmAcknowledged,
        Self::EntrySaved,
        Self::EntryConfirmed,
        Self::AvailabilitySaved,
        Self::SkillChangeProposed,
        Self::OnCallSaved,
        Self::CalendarRevoked,
        Self::JobBegunAnew,
        Self::JobDropped,
        Self::EvidenceAdded,
        Self::EvidenceRemoved,
        Self::DecoyMade,
        Self::DecoyRemoved,
        Self::CaseAssessed,
        Self::AssessmentUndone,
        Self::CommentAdded,
        Self::ChecklistSaved,
        Self::RevocationOpened,
        Self::EntrySubmitted,
        Self::TeamSubmitted,
        Self::TeamSubmittedInPart,
        Self::ApplicationWithdrawn,
        Self::AppealMade,
        Self::EstimateSaved,
        Self::EstimateSent,
        Self::EstimateAgreed,
        Self::EstimateDeclined,
        Self::CostsSaved,
        Self::CostsSubmitted,
        Self::CostsAccepted,
        Self::CostsQueried,
        Self::CostsSettled,
        Self::TimeSaved,
        Self::TimeRemoved,
        Self::TimesConfirmed,
        Self::ShiftAdded,
        Self::ShiftRemoved,
        Self::DutyTaken,
        Self::OrganisationMade,
        Self::OrganisationSaved,
        Self::LandContactSaved,
        Self::RegionsImported,
        Self::RegionsUnchanged,
        Self::RegionsDiscarded,
        Self::LandContactChecked,
        Self::LandContactRemoved,
        Self::TermSaved,
        Self::TermsMerged,
        Self::TermRetired,
        Self::TermDeclined,
        Self::TermProposed,
        Self::NotSubmitted,
        Self::DelegationGiven,
        Self::DelegationEnded,
        Self::DelegationOver,
        Self::CapacityPublished,
        Self::OfferSaved,
        Self::OfferPublished,
        Self::OfferWithdrawn,
        Self::SkillsConfirmed,
        Self::SkillsChanged,
        Self::InvitationsSent,
        Self::InvitationWithdrawn,
        Self::TeamJoined,
        Self::ReleasesSaved,
        Self::ReleasesWithdrawn,
        Self::QuotaSaved,
        Self::DutyPhoneSaved,
        Self::InsuranceSaved,
        Self::ParticipationSaved,
        Self::ConditionsAccepted,
        Self::StruckSet,
        Self::StruckLifted,
        Self::IncidentTaken,
        Self::IncidentTakenByOther,
        Self::IncidentVerified,
        Self::IncidentVerifiedBefore,
        Self::IncidentSought,
        Self::IncidentPlaceSet,
        Self::IncidentClosed,
        Self::RequestMade,
        Self::RequestBegun,
        Self::RequestPaused,
        Self::RequestResumed,
        Self::WaveAsked,
        Self::ExpertPicked,
        Self::ExpertSkipped,
        Self::SpokenAnswerTaken,
        Self::RequestEnded,
        Self::RequestDiscarded,
        Self::RequestMovedOn,
        Self::WaveMovedOn,
        Self::DeploymentAccepted,
        Self::DeploymentRefused,
        Self::DeploymentReleased,
        Self::DeploymentStarted,
        Self::DeploymentEnded,
        Self::DeploymentCancelled,
        Self::DeploymentCalledBack,
        Self::ExtensionAsked,
        Self::ExtensionAnswered,
        Self::ReviewSaved,
        Self::ReviewClosed,
        Self::ProvenSaved,
        Self::TownNamingSaved,
        Self::LessonDrafted,
        Self::LessonShared,
        Self::LessonNotShared,
        Self::LessonWithdrawn,
        Self::ReleaseRefused,
        Self::PersonBooked,
        Self::OwnRelease,
        Self::OnSiteOnly,
        Self::IncidentUpdated,
        Self::IncidentNoteAdded,
        Self::ThreadWritten,
        Self::IncidentAttachmentAdded,
        Self::IncidentAttachmentRemoved,
        Self::IncidentReported,
        Self::BorrowingAsked,
        Self::BorrowingAskedAlready,
        Self::BorrowingAgreed,
        Self::BorrowingRefused,
        Self::BorrowingWithdrawn,
        Self::BorrowingStarted,
        Self::BorrowingMoreAsked,
        Self::BorrowingEnded,
        Self::ArrivalSheetSaved,
        Self::ReadinessSaved,
        Self::HandedOver,
    ];

    /// The name it travels by.
    #[expect(clippy::too_many_lines, reason = "one arm a notice")]
    pub const fn id(self) -> &'static str {
        match self {
            Self::SignedIn => "signed-in",
            Self::SignedOut => "signed-out",
            Self::PasswordSet => "password-set",
            Self::PasswordChanged => "password-changed",
            Self::SessionEnded => "session-ended",
            Self::OthersEnded => "others-ended",
            Self::TokenRevoked => "token-revoked",
            Self::SecondFactorRemoved => "second-factor-removed",
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyRemoved => "passkey-removed",
            Self::ConsentGiven => "consent-given",
            Self::ConsentWithdrawn => "consent-withdrawn",
            Self::Restricted => "restricted",
            Self::Unrestricted => "unrestricted",
            Self::MessagesSaved => "messages-saved",
            Self::TextSaved => "text-saved",
            Self::TextChecked => "text-checked",
            Self::LegalBasisSaved => "legal-basis-saved",
            Self::ConditionsConfirmed => "conditions-confirmed",
            Self::LegalRulesSaved => "legal-rules-saved",
            Self::RotationAnnounced => "rotation-announced",
            Self::RotationConfirmed => "rotation-confirmed",
            Self::CardRevoked => "card-revoked",
            Self::ReplacementAsked => "replacement-asked",
            Self::ContactAdded => "contact-added",
            Self::ContactRemoved => "contact-removed",
            Self::ContactChecked => "contact-checked",
            Self::ContactMoved => "contact-moved",
            Self::AccountClosed => "account-closed",
            Self::AccountReopened => "account-reopened",
            Self::AccountSessionsEnded => "account-sessions-ended",
            Self::AccountTokensRevoked => "account-tokens-revoked",
            Self::RoleGranted => "role-granted",
            Self::RoleProposed => "role-proposed",
            Self::RoleTaken => "role-taken",
            Self::ProposalDiscarded => "proposal-discarded",
            Self::NotDoneYet => "not-done-yet",
            Self::AlarmAcknowledged => "alarm-acknowledged",
            Self::EntrySaved => "entry-saved",
            Self::EntryConfirmed => "entry-confirmed",
            Self::AvailabilitySaved => "availability-saved",
            Self::SkillChangeProposed => "skill-change-proposed",
            Self::OnCallSaved => "on-call-saved",
            Self::CalendarRevoked => "calendar-revoked",
            Self::JobBegunAnew => "job-begun-anew",
            Self::JobDropped => "job-dropped",
            Self::EvidenceAdded => "evidence-added",
            Self::EvidenceRemoved => "evidence-removed",
            Self::DecoyMade => "decoy-made",
            Self::DecoyRemoved => "decoy-removed",
            Self::CaseAssessed => "case-assessed",
            Self::AssessmentUndone => "assessment-undone",
            Self::CommentAdded => "comment-added",
            Self::ChecklistSaved => "checklist-saved",
            Self::RevocationOpened => "revocation-opened",
            Self::EntrySubmitted => "entry-submitted",
            Self::TeamSubmitted => "team-submitted",
            Self::TeamSubmittedInPart => "team-submitted-in-part",
            Self::ApplicationWithdrawn => "application-withdrawn",
            Self::AppealMade => "appeal-made",
            Self::EstimateSaved => "estimate-saved",
            Self::EstimateSent => "estimate-sent",
            Self::EstimateAgreed => "estimate-agreed",
            Self::EstimateDeclined => "estimate-declined",
            Self::CostsSaved => "costs-saved",
            Self::CostsSubmitted => "costs-submitted",
            Self::CostsAccepted => "costs-accepted",
            Self::CostsQueried => "costs-queried",
            Self::CostsSettled => "costs-settled",
            Self::TimeSaved => "time-saved",
            Self::TimeRemoved => "time-removed",
            Self::TimesConfirmed => "times-confirmed",
            Self::ShiftAdded => "shift-added",
            Self::ShiftRemoved => "shift-removed",
            Self::DutyTaken => "duty-taken",
            Self::OrganisationMade => "organisation-made",
            Self::OrganisationSaved => "organisation-saved",
            Self::LandContactSaved => "land-contact-saved",
            Self::RegionsImported => "regions-imported",
            Self::RegionsUnchanged => "regions-unchanged",
            Self::RegionsDiscarded => "regions-discarded",
            Self::LandContactChecked => "land-contact-checked",
            Self::LandContactRemoved => "land-contact-removed",
            Self::TermSaved => "term-saved",
            Self::TermsMerged => "terms-merged",
            Self::TermRetired => "term-retired",
            Self::TermDeclined => "term-declined",
            Self::TermProposed => "term-proposed",
            Self::NotSubmitted => "not-submitted",
            Self::DelegationGiven => "delegation-given",
            Self::DelegationEnded => "delegation-ended",
            Self::DelegationOver => "delegation-over",
            Self::CapacityPublished => "capacity-published",
            Self::OfferSaved => "offer-saved",
            Self::OfferPublished => "offer-published",
            Self::OfferWithdrawn => "offer-withdrawn",
            Self::SkillsConfirmed => "skills-confirmed",
            Self::SkillsChanged => "skills-changed",
            Self::InvitationsSent => "invitations-sent",
            Self::InvitationWithdrawn => "invitation-withdrawn",
            Self::TeamJoined => "team-joined",
            Self::ReleasesSaved => "releases-saved",
            Self::ReleasesWithdrawn => "releases-withdrawn",
            Self::QuotaSaved => "quota-saved",
            Self::DutyPhoneSaved => "duty-phone-saved",
            Self::InsuranceSaved => "insurance-saved",
            Self::ParticipationSaved => "participation-saved",
            Self::ConditionsAccepted => "conditions-accepted",
            Self::StruckSet => "struck-set",
            Self::StruckLifted => "struck-lifted",
            Self::IncidentTaken => "incident-taken",
            Self::IncidentTakenByOther => "incident-taken-by-other",
            Self::IncidentVerified => "incident-verified",
            Self::IncidentVerifiedBefore => "incident-verified-before",
            Self::IncidentSought => "incident-sought",
            Self::IncidentPlaceSet => "incident-place-set",
            Self::IncidentClosed => "incident-closed",
            Self::RequestMade => "request-made",
            Self::RequestBegun => "request-begun",
            Self::RequestPaused => "request-paused",
            Self::RequestResumed => "request-resumed",
            Self::WaveAsked => "wave-asked",
            Self::ExpertPicked => "expert-picked",
            Self::ExpertSkipped => "expert-skipped",
            Self::SpokenAnswerTaken => "spoken-answer-taken",
            Self::RequestEnded => "request-ended",
            Self::RequestDiscarded => "request-discarded",
            Self::RequestMovedOn => "request-moved-on",
            Self::WaveMovedOn => "wave-moved-on",
            Self::DeploymentAccepted => "deployment-accepted",
            Self::DeploymentRefused => "deployment-refused",
            Self::DeploymentReleased => "deployment-released",
            Self::DeploymentStarted => "deployment-started",
            Self::DeploymentEnded => "deployment-ended",
            Self::DeploymentCancelled => "deployment-cancelled",
            Self::DeploymentCalledBack => "deployment-called-back",
            Self::ExtensionAsked => "extension-asked",
            Self::ExtensionAnswered => "extension-answered",
            Self::ReviewSaved => "review-saved",
            Self::ReviewClosed => "review-closed",
            Self::ProvenSaved => "proven-saved",
            Self::TownNamingSaved => "town-naming-saved",
            Self::LessonDrafted => "lesson-drafted",
            Self::LessonShared => "lesson-shared",
            Self::LessonNotShared => "lesson-not-shared",
            Self::LessonWithdrawn => "lesson-withdrawn",
            Self::ReleaseRefused => "release-refused",
            Self::PersonBooked => "person-booked",
            Self::OwnRelease => "own-release",
            Self::OnSiteOnly => "on-site-only",
            Self::IncidentUpdated => "incident-updated",
            Self::IncidentNoteAdded => "incident-note-added",
            Self::ThreadWritten => "thread-written",
            Self::IncidentAttachmentAdded => "incident-attachment-added",
            Self::IncidentAttachmentRemoved => "incident-attachment-removed",
            Self::IncidentReported => "incident-reported",
            Self::BorrowingAsked => "borrowing-asked",
            Self::BorrowingAskedAlready => "borrowing-asked-already",
            Self::BorrowingAgreed => "borrowing-agreed",
            Self::BorrowingRefused => "borrowing-refused",
            Self::BorrowingWithdrawn => "borrowing-withdrawn",
            Self::BorrowingStarted => "borrowing-started",
            Self::BorrowingMoreAsked => "borrowing-more-asked",
            Self::BorrowingEnded => "borrowing-ended",
            Self::ArrivalSheetSaved => "ready-sheet-saved",
            Self::ReadinessSaved => "ready-tick-saved",
            Self::HandedOver => "ready-handed-over",
        }
    }

    /// The message of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.id() == id)
    }

    /// What it says.
    #[expect(clippy::too_many_lines, reason = "one arm a notice")]
    pub fn flash(self, language: Language) -> Flash {
        let texts = language.texts();
        let text = match self {
            Self::SignedIn => fl!(texts, "notice-signed-in"),
            Self::SignedOut => fl!(texts, "notice-signed-out"),
            Self::PasswordSet => fl!(texts, "notice-password-set"),
            Self::PasswordChanged => fl!(texts, "notice-password-changed"),
            Self::SessionEnded => fl!(texts, "notice-session-ended"),
            Self::OthersEnded => fl!(texts, "notice-others-ended"),
            Self::TokenRevoked => fl!(texts, "notice-token-revoked"),
            Self::SecondFactorRemoved => fl!(texts, "notice-second-factor-removed"),
            Self::PasskeyAdded => fl!(texts, "notice-passkey-added"),
            Self::PasskeyRemoved => fl!(texts, "notice-passkey-removed"),
            Self::ConsentGiven => fl!(texts, "notice-consent-given"),
            Self::ConsentWithdrawn => fl!(texts, "notice-consent-withdrawn"),
            Self::Restricted => fl!(texts, "notice-restricted"),
            Self::Unrestricted => fl!(texts, "notice-unrestricted"),
            Self::MessagesSaved => fl!(texts, "notice-messages-saved"),
            Self::TextSaved => fl!(texts, "notice-text-saved"),
            Self::TextChecked => fl!(texts, "notice-text-checked"),
            Self::LegalBasisSaved => fl!(texts, "notice-legal-basis-saved"),
            Self::ConditionsConfirmed => fl!(texts, "notice-conditions-confirmed"),
            Self::LegalRulesSaved => fl!(texts, "notice-legal-rules-saved"),
            Self::RotationAnnounced => fl!(texts, "notice-rotation-announced"),
            Self::RotationConfirmed => fl!(texts, "notice-rotation-confirmed"),
            Self::CardRevoked => fl!(texts, "notice-card-revoked"),
            Self::ReplacementAsked => fl!(texts, "notice-replacement-asked"),
            Self::ContactAdded => fl!(texts, "notice-contact-added"),
            Self::ContactRemoved => fl!(texts, "notice-contact-removed"),
            Self::ContactChecked => fl!(texts, "notice-contact-checked"),
            Self::ContactMoved => fl!(texts, "notice-contact-moved"),
            Self::AccountClosed => fl!(texts, "notice-account-closed"),
            Self::AccountReopened => fl!(texts, "notice-account-reopened"),
            Self::AccountSessionsEnded => fl!(texts, "notice-account-sessions-ended"),
            Self::AccountTokensRevoked => fl!(texts, "notice-account-tokens-revoked"),
            Self::RoleGranted => fl!(texts, "notice-role-granted"),
            Self::RoleProposed => fl!(texts, "notice-role-proposed"),
            Self::RoleTaken => fl!(texts, "notice-role-taken"),
            Self::ProposalDiscarded => fl!(texts, "notice-proposal-discarded"),
            Self::NotDoneYet => fl!(texts, "notice-not-done-yet"),
            Self::AlarmAcknowledged => fl!(texts, "notice-alarm-acknowledged"),
            Self::EntrySaved => fl!(texts, "notice-entry-saved"),
            Self::EntryConfirmed => fl!(texts, "notice-entry-confirmed"),
            Self::AvailabilitySaved => fl!(texts, "notice-availability-saved"),
            Self::SkillChangeProposed => fl!(texts, "notice-skill-change-proposed"),
            Self::OnCallSaved => fl!(texts, "notice-on-call-saved"),
            Self::CalendarRevoked => fl!(texts, "notice-calendar-revoked"),
            Self::JobBegunAnew => fl!(texts, "notice-job-begun-anew"),
            Self::JobDropped => fl!(texts, "notice-job-dropped"),
            Self::EvidenceAdded => fl!(texts, "notice-evidence-added"),
            Self::EvidenceRemoved => fl!(texts, "notice-evidence-removed"),
            Self::DecoyMade => fl!(texts, "notice-decoy-made"),
            Self::DecoyRemoved => fl!(texts, "notice-decoy-removed"),
            Self::CaseAssessed => fl!(texts, "notice-case-assessed"),
            Self::AssessmentUndone => fl!(texts, "notice-assessment-undone"),
            Self::CommentAdded => fl!(texts, "notice-comment-added"),
            Self::ChecklistSaved => fl!(texts, "notice-checklist-saved"),
            Self::RevocationOpened => fl!(texts, "notice-revocation-opened"),
            Self::EntrySubmitted => fl!(texts, "notice-entry-submitted"),
            Self::TeamSubmitted => fl!(texts, "notice-team-submitted"),
            Self::TeamSubmittedInPart => fl!(texts, "notice-team-submitted-in-part"),
            Self::ApplicationWithdrawn => fl!(texts, "notice-application-withdrawn"),
            Self::AppealMade => fl!(texts, "notice-appeal-made"),
            Self::EstimateSaved => fl!(texts, "notice-estimate-saved"),
            Self::EstimateSent => fl!(texts, "notice-estimate-sent"),
            Self::EstimateAgreed => fl!(texts, "notice-estimate-agreed"),
            Self::EstimateDeclined => fl!(texts, "notice-estimate-declined"),
            Self::CostsSaved => fl!(texts, "notice-costs-saved"),
            Self::CostsSubmitted => fl!(texts, "notice-costs-submitted"),
            Self::CostsAccepted => fl!(texts, "notice-costs-accepted"),
            Self::CostsQueried => fl!(texts, "notice-costs-queried"),
            Self::CostsSettled => fl!(texts, "notice-costs-settled"),
            Self::TimeSaved => fl!(texts, "notice-time-saved"),
            Self::TimeRemoved => fl!(texts, "notice-time-removed"),
            Self::TimesConfirmed => fl!(texts, "notice-times-confirmed"),
            Self::ShiftAdded => fl!(texts, "notice-shift-added"),
            Self::ShiftRemoved => fl!(texts, "notice-shift-removed"),
            Self::DutyTaken => fl!(texts, "notice-duty-taken"),
            Self::OrganisationMade => fl!(texts, "notice-organisation-made"),
            Self::OrganisationSaved => fl!(texts, "notice-organisation-saved"),
            Self::LandContactSaved => fl!(texts, "notice-land-contact-saved"),
            Self::RegionsImported => fl!(texts, "notice-regions-imported"),
            Self::RegionsUnchanged => fl!(texts, "notice-regions-unchanged"),
            Self::RegionsDiscarded => fl!(texts, "notice-regions-discarded"),
            Self::LandContactChecked => fl!(texts, "notice-land-contact-checked"),
            Self::LandContactRemoved => fl!(texts, "notice-land-contact-removed"),
            Self::TermSaved => fl!(texts, "notice-term-saved"),
            Self::TermsMerged => fl!(texts, "notice-terms-merged"),
            Self::TermRetired => fl!(texts, "notice-term-retired"),
            Self::TermDeclined => fl!(texts, "notice-term-declined"),
            Self::TermProposed => fl!(texts, "notice-term-proposed"),
            Self::NotSubmitted => fl!(texts, "notice-not-submitted"),
            Self::DelegationGiven => fl!(texts, "notice-delegation-given"),
            Self::DelegationEnded => fl!(texts, "notice-delegation-ended"),
            Self::DelegationOver => fl!(texts, "notice-delegation-over"),
            Self::CapacityPublished => fl!(texts, "notice-capacity-published"),
            Self::OfferSaved => fl!(texts, "notice-offer-saved"),
            Self::OfferPublished => fl!(texts, "notice-offer-published"),
            Self::OfferWithdrawn => fl!(texts, "notice-offer-withdrawn"),
            Self::SkillsConfirmed => fl!(texts, "notice-skills-confirmed"),
            Self::SkillsChanged => fl!(texts, "notice-skills-changed"),
            Self::InvitationsSent => fl!(texts, "notice-invitations-sent"),
            Self::InvitationWithdrawn => fl!(texts, "notice-invitation-withdrawn"),
            Self::TeamJoined => fl!(texts, "notice-team-joined"),
            Self::ReleasesSaved => fl!(texts, "notice-releases-saved"),
            Self::ReleasesWithdrawn => fl!(texts, "notice-releases-withdrawn"),
            Self::QuotaSaved => fl!(texts, "notice-quota-saved"),
            Self::DutyPhoneSaved => fl!(texts, "notice-duty-phone-saved"),
            Self::InsuranceSaved => fl!(texts, "notice-insurance-saved"),
            Self::ParticipationSaved => fl!(texts, "notice-participation-saved"),
            Self::ConditionsAccepted => fl!(texts, "notice-conditions-accepted"),
            Self::StruckSet => fl!(texts, "notice-struck-set"),
            Self::StruckLifted => fl!(texts, "notice-struck-lifted"),
            Self::IncidentTaken => fl!(texts, "notice-incident-taken"),
            Self::IncidentTakenByOther => fl!(texts, "notice-incident-taken-by-other"),
            Self::IncidentVerified => fl!(texts, "notice-incident-verified"),
            Self::IncidentVerifiedBefore => fl!(texts, "notice-incident-verified-before"),
            Self::IncidentSought => fl!(texts, "notice-incident-sought"),
            Self::IncidentPlaceSet => fl!(texts, "notice-incident-place-set"),
            Self::IncidentClosed => fl!(texts, "notice-incident-closed"),
            Self::RequestMade => fl!(texts, "notice-request-made"),
            Self::RequestBegun => fl!(texts, "notice-request-begun"),
            Self::RequestPaused => fl!(texts, "notice-request-paused"),
            Self::RequestResumed => fl!(texts, "notice-request-resumed"),
            Self::WaveAsked => fl!(texts, "notice-wave-asked"),
            Self::ExpertPicked => fl!(texts, "notice-expert-picked"),
            Self::ExpertSkipped => fl!(texts, "notice-expert-skipped"),
            Self::SpokenAnswerTaken => fl!(texts, "notice-spoken-answer-taken"),
            Self::RequestEnded => fl!(texts, "notice-request-ended"),
            Self::RequestDiscarded => fl!(texts, "notice-request-discarded"),
            Self::RequestMovedOn => fl!(texts, "notice-request-moved-on"),
            Self::WaveMovedOn => fl!(texts, "notice-wave-moved-on"),
            Self::DeploymentAccepted => fl!(texts, "notice-deployment-accepted"),
            Self::DeploymentRefused => fl!(texts, "notice-deployment-refused"),
            Self::DeploymentReleased => fl!(texts, "notice-deployment-released"),
            Self::DeploymentStarted => fl!(texts, "notice-deployment-started"),
            Self::DeploymentEnded => fl!(texts, "notice-deployment-ended"),
            Self::DeploymentCancelled => fl!(texts, "notice-deployment-cancelled"),
            Self::DeploymentCalledBack => fl!(texts, "notice-deployment-called-back"),
            Self::ExtensionAsked => fl!(texts, "notice-extension-asked"),
            Self::ExtensionAnswered => fl!(texts, "notice-extension-answered"),
            Self::ReviewSaved => fl!(texts, "notice-review-saved"),
            Self::ReviewClosed => fl!(texts, "notice-review-closed"),
            Self::ProvenSaved => fl!(texts, "notice-proven-saved"),
            Self::TownNamingSaved => fl!(texts, "notice-town-naming-saved"),
            Self::LessonDrafted => fl!(texts, "notice-lesson-drafted"),
            Self::LessonShared => fl!(texts, "notice-lesson-shared"),
            Self::LessonNotShared => fl!(texts, "notice-lesson-not-shared"),
            Self::LessonWithdrawn => fl!(texts, "notice-lesson-withdrawn"),
            Self::ReleaseRefused => fl!(texts, "notice-release-refused"),
            Self::PersonBooked => fl!(texts, "notice-person-booked"),
            Self::OwnRelease => fl!(texts, "notice-own-release"),
            Self::OnSiteOnly => fl!(texts, "notice-on-site-only"),
            Self::IncidentUpdated => fl!(texts, "notice-incident-updated"),
            Self::IncidentNoteAdded => fl!(texts, "notice-incident-note-added"),
            Self::ThreadWritten => fl!(texts, "thread-notice-written"),
            Self::IncidentAttachmentAdded => fl!(texts, "notice-incident-attachment-added"),
            Self::IncidentAttachmentRemoved => fl!(texts, "notice-incident-attachment-removed"),
            Self::IncidentReported => fl!(texts, "notice-incident-reported"),
            Self::BorrowingAsked => fl!(texts, "notice-borrowing-asked"),
            Self::BorrowingAskedAlready => fl!(texts, "notice-borrowing-asked-already"),
            Self::BorrowingAgreed => fl!(texts, "notice-borrowing-agreed"),
            Self::BorrowingRefused => fl!(texts, "notice-borrowing-refused"),
            Self::BorrowingWithdrawn => fl!(texts, "notice-borrowing-withdrawn"),
            Self::BorrowingStarted => fl!(texts, "notice-borrowing-started"),
            Self::BorrowingMoreAsked => fl!(texts, "notice-borrowing-more-asked"),
            Self::BorrowingEnded => fl!(texts, "notice-borrowing-ended"),
            Self::ArrivalSheetSaved => fl!(texts, "notice-ready-sheet-saved"),
            Self::ReadinessSaved => fl!(texts, "notice-ready-tick-saved"),
            Self::HandedOver => fl!(texts, "notice-ready-handed-over"),
        };
        Flash {
            kind: if matches!(
                self,
                Self::NotDoneYet
                    | Self::NotSubmitted
                    | Self::DelegationOver
                    | Self::RequestMovedOn
                    | Self::ReviewClosed
                    | Self::LessonNotShared
                    | Self::WaveMovedOn
                    | Self::IncidentTakenByOther
                    | Self::PersonBooked
                    | Self::OwnRelease
                    | Self::OnSiteOnly
            ) {
                FlashKind::Warning
            } else {
                FlashKind::Success
            },
            text,
            undo: None,
        }
    }
}
