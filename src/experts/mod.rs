//! Entries of the register: persons and nameless team capacities.
//!
//! Identity, profile and availability are types and tables of their own. [`Entry`] is masked: it has
//! no field for a name or contact, so nothing made from it can show one.

mod alias;
mod api;
mod batch;
mod body;
mod check;
mod consent;
mod identity;
mod model;
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
pub use body::{ExpertBody, LongText, NewExpert, NewRelease, NewSkill, OwnStanding, ShortText};
pub use check::invented as check_invented;
pub use consent::{ConsentPurpose, ConsentState, REMINDER_DAYS};
pub use identity::Identity;
pub use model::{
    Absence, Admission, Availability, AvailabilityState, Cefr, Certification, Clearance,
    Commitment, Consent, Entry, EntryKind, Evidence, Grade, LanguageSkill, Profile, Release,
    ReleaseForm, Skill, WorkMode,
};
pub use reveals::{Reveal, RevealPage, RevealPurpose, Viewer, reveals};
pub use service::{
    ExpertError, OwnConsents, REMINDER, Saved, TeamEntry, consents, free_alias, give_consent,
    link_account, of_account, own_view, remind, restrict, stage, team, withdraw_consent,
};
pub use standing::{Employer, Facts, Missing};
pub use store::{
    NewEntry, admit, find, ids_of, insert_all, load, used_person_days, withdraw_consents,
};
pub use wording::{Finding, Kind as WordingKind, Named, Wording, check_texts};
