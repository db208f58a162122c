//! The pages: a struct each, filled by a handler and rendered by its template.

mod accessibility;
mod account;
mod administration;
mod alarms;
mod audit;
mod borrowing;
mod confirm;
mod costs;
mod decoys;
mod deployments;
mod emergency;
mod employer;
mod entry;
mod error;
mod evidence;
mod expert;
mod gallery;
mod help;
mod import;
mod imprint;
mod incidents;
mod invitation;
mod keys;
mod legal_basis;
mod map;
mod matching;
mod messages;
mod offers;
mod organisation;
mod own_data;
mod password;
mod privacy;
mod private_contact;
mod profile;
mod readiness;
mod recovery;
mod requests;
mod review;
mod search;
mod second_factor;
mod sign_in;
mod start;
mod status;
mod still_right;
mod thread;
mod vetting;

pub use accessibility::AccessibilityPage;
pub use account::{
    AccountPage, HeldRole, PasskeyProblem, PasskeyRow, Passkeys, RemovalProblem, SessionRow,
    TokenForm, TokenProblem, TokenRow, TokenScope,
};
pub use administration::{
    AccountRow, AccountState, AccountsFilter, AccountsPage, AdminField, AdminInput, AdminProblem,
    AdministrationPage, ChannelName, ChannelRow, ChannelState, ContactFormPage, ContactKind,
    ContactsPage, DeliveriesPage, DeputyRow, FailedJobRow, FindProblem, GoneRow, KeptAccess,
    KeptAccountPage, KeptContactRow, KeptDeputies, KeptOrganisationPage, KeptOrganisationsPage,
    KeptRole, KeptServed, KeptTermRow, KeptTermsPage, KeptTextRow, LegalFormsRow, LegalPairRow,
    LegalRulesPage, LineTrouble, MembershipForm, NewAccountPage, NewAccountProblem,
    NewOrganisationPage, Nis2, OrganisationChoice, OrganisationRow, OrganisationsFilter,
    PresumedBy, ProposalProblem, ProposalRow, ProposedTerm, RegionCounts, RegionImportPage,
    RegionsPage, RegionsProblem, RoleForm, RoleOption, RoleProblem, ServedForm, SuccessorTrouble,
    TermAxis, TermFormPage, TermStanding, TermState, TextFormPage, TextName, TextsPage, Tick,
    yes_or_no,
};
pub use alarms::{AlarmDone, AlarmKind, AlarmRow, AlarmsPage};
pub use audit::{AuditFilter, AuditPage, AuditRow, action_label};
pub use borrowing::{
    AskOfferPage, BorrowedAct, BorrowedRow, BorrowingContactPage, BorrowingCost, BorrowingPage,
    BorrowingStand, MoreDaysForm, OfferAnswerForm, OfferAnswersPage, OfferChoice,
};
pub use confirm::{ConfirmPage, ConfirmProblem, ConfirmWith};
pub use costs::{
    CostCategory, CostField, CostFormPage, CostKind, CostLineInput, CostLineRow, CostPrintPage,
    CostProblem, CostSheetView, CostStage, CostState, CostStep, CostsPage, CostsRefusal,
    GiveAndTakePage, HouseHoursRow, SideHours, TimeMode, TimeProblem, TimeRow, TimesDay, TimesPage,
    TimesWarning, VatReason, VatRow,
};
pub use decoys::{DecoyChoice, DecoyField, DecoyForm, DecoyProblem, DecoyRow, DecoysPage};
pub use deployments::{DeploymentPage, LaterEnd, LaterEndState, MomentForm, MomentProblem, Powers};
pub(crate) use emergency::CallStep;
pub use emergency::{
    AcceptanceForm, AcceptanceProblem, AcceptedConditions, BulkForm, BulkProblem, BulkProblemKind,
    Call, CardRow, CardView, CardsPage, CardsView, CodesGonePage, ConditionsPage, ConditionsText,
    ContactForm, ContactProblem, ContactRow, EmergencyCardPage, IssueCardPage, IssuedAs,
    MemberConditionsPage, OrderOfCalls, PrintedCard, PrintedCardsPage, RedemptionNotice,
    RedemptionRow, ReplaceCardPage, ReplacementStep, ReplacementView, RevealPurpose, TownCard,
    TownCardPage, TownPage,
};
pub use employer::{
    CapacityPage, CapacityRow, DelegationRow, DelegationsPage, EmployerTask, EmployerTaskRow,
    EndedDelegationRow, HeldRelease, HouseFacts, HouseFormPage, InvitableRow, InvitationRow,
    JoinAs, JoinPage, ParticipationPage, QuotaForm, ReleaseRow, ReleasesPage, ReportBlock,
    ReportFigures, ReportPage, SkillInput, SkillProblem, StruckPage, TeamInvitationsPage,
};
pub use entry::{
    AbsenceRow, AvailabilityForm, AvailabilityPage, AvailabilityProblem, CalendarChoiceProblem,
    CalendarDoubt, CalendarFilePage, CalendarFileProblem, CalendarFlaw, CalendarLeftOut,
    CalendarLink, CalendarLinkPage, CalendarMove, CalendarPreviewPage, CalendarRow, EntryField,
    EntryFormPage, EntryFrame, EntryInput, EntryProblem, EntrySection, NewProposalProblem,
    OnCallRow, OwnProposal, OwnProposalState, ProposalForm, TermChange, TermChoice, TermProblem,
    TermRow, TermsPage,
};
pub use error::{ErrorKind, ErrorPage};
pub use evidence::{EvidencePage, EvidenceProblem, EvidenceRow};
pub use expert::ExpertPage;
pub use gallery::GalleryPage;
pub use help::{
    AffectedSystem, AnswerContact, AnswerForm, AnswerNext, AnswerOption, AnswerPage, AnswerProblem,
    AnswerState, AnswerSteps, AskedFacts, CodeOutcome, CodeProblem, Committed, Cost, HelpCare,
    HelpDoubt, HelpField, HelpForm, HelpGuidePage, HelpPage, HelpPerson, HelpProblem, HelpProgress,
    HelpReaders, HelpRefusal, HelpStage, HelpState, HelpStatusPage, HelpStep, HelpTeam, HelpWait,
    HelpWithdrawPage, HelpWords, HouseInsurance, Introduction, PersonContact, PersonState,
    ReadersForm, ReleasePage, ReleaseState, TownSteps,
};
pub use import::{
    FileProblem, ImportError, ImportPage, ImportPreview, ImportProblem, ImportStartPage,
    ImportState, KeptEntry, RecentImport, file_problem_text, import_problem_text,
};
pub use imprint::{ImprintPage, Publisher};
pub use incidents::{
    AttachmentForm, AttachmentProblem, AttachmentRow, AttachmentsView, CalledNumber, ClockRow,
    ClockState, CloseForm, ClosingReason, ContactView, DutySeat, DutyTake, GapRow, GuideLine,
    GuidePhase, GuideTick, GuideView, HowVerified, IncidentBadge, IncidentContact, IncidentDetails,
    IncidentDetailsPage, IncidentEvent, IncidentHandling, IncidentPage, IncidentRow, IncidentSide,
    IncidentsPage, InsurerView, IntakeDonePage, IntakePage, IntakeTold, LandContactRow,
    LegalReport, NoteForm, NoteProblem, NoteRow, NotesView, Reached, RegisteredNumber,
    RegisteredView, ReminderRow, RosterPage, ShiftProblem, ShiftRow, SituationNeed, SituationPage,
    TakeView, TimelineRow, Tlp, Verified, VerifyForm, VerifyProblem, VerifyWith,
};
pub use invitation::{InvitationOverPage, InvitationPage};
pub use keys::{KeysPage, KeysState};
pub use legal_basis::{
    BasisChoice, BasisLine, BasisProblem, BasisStand, ConditionsStand, ConfirmedAtOnce,
    DeploymentBasis, FormChoice, HelpConditionsPage, ImmediateConditionsPage, LegalBasisName,
    LegalBasisPage, LegalGroup, PersonnelFormName, UrgencyForm,
};
pub use map::{MapPage, RegionMap, RegionShape};
pub use matching::{
    Candidate, Excluded, Factor, FactorKind, MatchForm, MatchPage, MatchProblem, MatchResult,
    NeedForm, NeedFormSkill, NeedResult, Phase, SymptomTile, Team, TeamMember, TeamNeed,
};
pub use messages::{
    MessageChoice, MessageDelivery, MessageGroup, MessageKind, MessagePart, MessagePhone,
    MessagesPage,
};
pub use offers::{
    OfferFilter, OfferFormPage, OfferFormState, OfferRefusal, OffersPage, OwnOfferRow,
    OwnOfferState, OwnOffersPage,
};
pub use organisation::{
    LegalForm, Member, OrganisationKind, OrganisationPage, Participation, ServedPlace,
};
pub use own_data::{
    ConsentRow, ConsentState, ConsentsPage, EraseBlocked, EraseHint, ErasePage, EraseProblem,
    ErasedPage, ExportActor, ExportPage, ExportRecord, ExportSection, OwnDataPage, RevealReason,
    RevealRow, RevealsPage,
};
pub use password::PasswordProblem;
pub use privacy::{Controller, PrivacyPage, PrivacyPurpose};
pub use private_contact::{ContactWay, ContactWayProblem, ContactWayRow, PrivateContactPage};
pub use profile::{EntryTask, Identity, MissingStep, ProfilePage, Release, Standing};
pub use readiness::{
    ArrivalSheetFormPage, ArrivalSheetPage, DeploymentSide, EstimateLine, HandOverField,
    HandOverForm, HandOverPage, HandOverVersion, HelpReadinessPage, HelpSheetPage, OrderBasis,
    OrderHouse, OrderPage, ReadinessTick, ReadinessView, SheetField, SheetForm, TickRow,
    TownConditions, credentials_problem,
};
pub use recovery::{RecoveryCause, RecoveryOutcome, RecoveryPage, RecoveryProblem};
pub use requests::{
    AlertBadge, AlertChannel, AlertPhone, AlertRow, DeploymentContactPage, DeploymentKind,
    DeploymentStand, DeploymentsPage, EndForm, HelpSection, HouseDeployments, NeedInput,
    NeedsFormPage, OtherSide, OwnDeployment, PickForm, PickProblem, Places, PreviewRow,
    RequestBadge, RequestDeployment, RequestNeed, RequestPage, RequestRights, RequestSummary,
    RunningDeployment, SpokenAnswer, SpokenAnswerForm, SpokenAnswerProblem, TownDecision,
    UnaskedHouse, WaitingRelease,
};
pub use review::{
    CertificatePage, FigureRow, FiguresPage, LessonFormPage, LessonRow, LessonsPage, ProvenRow,
    ReviewPage, ReviewSide, ReviewView, SkillMarks,
};
pub use search::{
    Chip, Choice, Facet, FacetKind, SearchForm, SearchPage, SearchResults, SearchUpdate, Sort,
};
pub use second_factor::{
    PasskeySetupPage, QrCode, RecoveryCodesPage, SecondFactorPage, SecondFactorProblem,
    SetupProblem, TotpSetupPage,
};
pub use sign_in::{DemoAccount, SignInPage, SignInProblem};
pub use start::{Figures, StartPage};
pub use status::{DatabaseHealth, DeskHealth, SearchHealth, StatusPage};
pub use still_right::{StillRight, StillRightEntry, StillRightPage};
pub use thread::{
    AnsweredRow, ThreadForm, ThreadKind, ThreadOutcome, ThreadPage, ThreadProblem, ThreadRow,
    ThreadSide, ThreadVerb,
};
pub use vetting::{
    AppealPage, AppealProblem, AssessForm, CaseKind, CaseProblem, CaseProfile, CaseRow, CaseState,
    CheckItem, Grade, OwnStep, OwnVetting, PastCase, Progress, QueueFilter, RenewalOutcome,
    RenewalProblem, RenewalResult, RenewalRow, RevokeForm, Said, Verdict, VettingCasePage,
    VettingQueuePage, VettingRenewalsPage, WhyNot, vetter_name,
};
