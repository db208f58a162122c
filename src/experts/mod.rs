//! Entries of the register: persons and nameless team capacities.
//!
//! Identity, profile and availability are types and tables of their own. [`Entry`] is masked: it has
//! no field for a name or contact, so nothing made from it can show one.

mod alias;
mod api;
mod batch;
mod body;
mod calendar;
mod calendar_file;
mod check;
mod consent;
mod drafts;
mod duty;
mod evidence;
mod helping;
mod identity;
mod lock;
mod model;
mod pages;
mod private_contact;
pub mod proposals;
mod reveals;
mod service;
mod standing;
mod store;
mod wording;

pub use alias::Alias;
pub use api::routes;
pub use batch::{
    Checked, Examination, Examiner, Known, change_all, enter_all, remove_untouched, restore_all,
    roll, roll_shown,
};
pub use body::{
    ExpertBody, ExpertPatch, LongText, NewExpert, NewRelease, NewSkill, OwnStanding, ShortText,
};
pub use calendar::{
    Calendar, CalendarError, CalendarEvent, CalendarWords, EventKind, calendar, calendar_since,
    make_calendar, render as render_calendar, revoke_calendar,
};
pub use calendar_file::{
    CalendarChoice, CalendarFileError, CalendarReading, Doubt, DoubtfulDays, FileFault, Flaw,
    KnownEvent, LeftOut, MovedEvent, ProposedDays, read as read_calendar_file,
    take_over as take_over_calendar,
};
pub use check::invented as check_invented;
pub use consent::{ConsentPurpose, ConsentState, REMINDER_DAYS};
pub use drafts::{
    Draft, DraftFields, DraftForm, find as find_draft, forget as forget_draft,
    forget_old as forget_old_drafts, keep as keep_draft,
};
pub use duty::{Commitment, OnCall, OnCallPlan, PersonDays};
pub use evidence::{
    EvidenceBody, EvidenceError, EvidenceFile, EvidenceFormat, MOST_FILES, NewEvidence, OpenedFile,
    add as add_evidence, decided as evidence_decided, file_response, forget as forget_evidence,
    of_entry as evidence_of, open_own as open_own_evidence, own as own_evidence,
    past as past_evidence, remove as remove_evidence, show_vetter as show_evidence,
    whose as whose_evidence,
};
pub use helping::{
    DutyContact, PhoneNumber, Phoning, Way, commit, commit_earlier, enter_phoning, is_covered,
    next_free, prove, recommit, show_town, uncommit, unprove, ways,
};
pub use identity::Identity;
pub use lock::{Author, SkillChange};
pub use model::{
    Absence, Admission, Availability, AvailabilityState, Cefr, Certification, Clearance, Consent,
    Entry, EntryKind, Evidence, Grade, LanguageSkill, Profile, Release, ReleaseForm, Skill,
    WorkMode,
};
pub use pages::{EntryWords, evidence as evidence_words, readiness, work_mode};
pub use private_contact::{
    ContactOrder, ContactWay, PrivateContact, PrivateContactError, PrivateContactProblem,
    forget_without_consent as forget_private_contacts, keep as keep_private_contact,
    of_caller as own_private_contact,
};
pub use reveals::{Reveal, RevealPage, RevealPurpose, Viewer, reveals};
pub use service::{
    CONFIRMATION_DUE, CONFIRMED, CONSENT_ENDS, ExpertError, Joining, MailQuestion,
    MailQuestionError, OwnConsents, ReleaseOrder, Released, Releases, Saved, TeamEntry,
    answer_mail_question, change_availability, change_with_events, confirm, confirm_skills,
    consents, drop_skill_change, free_alias, give_consent, head_count, link_account, listed,
    mail_of, mail_question, missing, of_account, own_view, plan_on_call, releases,
    remind_of_confirmation, remind_of_consent, restrict, set_releases, stage, stage_draft,
    stage_link, team, update, withdraw_consent,
};
pub use standing::{Employer, Facts, Missing, holding};
pub use store::{
    NewEntry, admit, employers_of, find, ids_of, insert_all, kept_among, load,
    of_account as entry_of_account, of_alias, restore_admissions, revoke_admissions,
    take_admissions_back, used_person_days, withdraw_consents,
};
pub use wording::{
    Finding, Kind as WordingKind, Named, Wording, check_masked_texts, check_text, check_texts,
    names_to_look_for, words_of,
};
