//! What those who care for an incident see and hand over: reports the law asks for, whom to call, notes.

use i18n_embed_fl::fl;

use crate::Language;
use crate::frame::{tel_href, tel_text};
use crate::pages::ContactKind;

/// As what somebody cares for an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncidentSide {
    /// The coordination office.
    Desk,
    /// The town that asked.
    Town,
    /// The IT provider that serves it.
    Provider,
    /// The liaison of its Land.
    Land,
}

/// How far what is known may be passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the protocol's names")]
pub enum Tlp {
    Clear,
    Green,
    Amber,
    AmberStrict,
    Red,
}

/// How an incident is handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncidentHandling {
    /// How far what is known may be passed on.
    pub tlp: Tlp,
    /// The police investigates.
    pub is_under_investigation: bool,
    /// The liaison of the Land reads along once it is verified.
    pub land_reads: bool,
    /// So does the provider that serves the town.
    pub provider_reads: bool,
}

/// What is sealed of an incident, as far as whoever looks may see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncidentDetails {
    /// What was done, in paragraphs.
    pub measures: Vec<String>,
    /// The town's cyber insurance.
    pub insurer: Option<InsurerView>,
    /// Contracts of the town that help now, in paragraphs.
    pub contracts: Vec<String>,
}

/// A cyber insurance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InsurerView {
    /// Who.
    pub name: String,
    /// Number of the policy.
    pub policy: Option<String>,
    /// Where damage is reported.
    pub phone: Option<String>,
}

/// Somebody of the Land to call or to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LandContactRow {
    /// What kind of body it is.
    pub kind: ContactKind,
    /// Its name.
    pub name: String,
    /// Its number.
    pub phone: Option<String>,
    /// Its mail address.
    pub email: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// When somebody answers.
    pub hours: Option<String>,
    /// The day somebody last looked at it.
    pub checked: String,
}

/// What was handed over; posts `notiz` and `formular` to `…/notizen`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotesView {
    /// The notes, oldest first.
    pub rows: Vec<NoteRow>,
    /// The page with older ones.
    pub older: Option<String>,
    /// Writes another one; only while it is not over.
    pub form: Option<NoteForm>,
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// When it was written.
    pub at: String,
    /// As what its author wrote.
    pub side: IncidentSide,
    /// What it says, in paragraphs.
    pub text: Vec<String>,
}

/// Writes a note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteForm {
    /// Names this sending of the form.
    pub token: String,
    /// As typed.
    pub text: String,
    /// What is wrong.
    pub problem: Option<NoteProblem>,
}

/// What is wrong with a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteProblem {
    /// Nothing was typed.
    Missing,
    /// It is too long.
    TooLong,
}

impl IncidentSide {
    pub(in crate::pages) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Desk => fl!(texts, "side-desk"),
            Self::Town => fl!(texts, "side-town"),
            Self::Provider => fl!(texts, "side-provider"),
            Self::Land => fl!(texts, "side-land"),
        }
    }
}

impl Tlp {
    /// All there are.
    pub const ALL: [Self; 5] = [
        Self::Clear,
        Self::Green,
        Self::Amber,
        Self::AmberStrict,
        Self::Red,
    ];

    /// Its value on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Green => "green",
            Self::Amber => "amber",
            Self::AmberStrict => "amber_strict",
            Self::Red => "red",
        }
    }

    pub(in crate::pages) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Clear => fl!(texts, "tlp-clear"),
            Self::Green => fl!(texts, "tlp-green"),
            Self::Amber => fl!(texts, "tlp-amber"),
            Self::AmberStrict => fl!(texts, "tlp-amber-strict"),
            Self::Red => fl!(texts, "tlp-red"),
        }
    }
}

impl InsurerView {
    /// Its number as it is read, with the address that calls it.
    pub(super) fn call(&self) -> Option<(String, String)> {
        let phone = self.phone.as_deref()?;
        Some((tel_href(phone), tel_text(phone)))
    }
}

impl LandContactRow {
    /// Its number as it is read, with the address that calls it.
    pub(super) fn call(&self) -> Option<(String, String)> {
        let phone = self.phone.as_deref()?;
        Some((tel_href(phone), tel_text(phone)))
    }
}

impl NoteForm {
    /// Field of the note.
    pub(super) const FIELD: &str = "notiz";

    pub(super) fn message(&self, language: Language) -> Option<String> {
        let texts = language.texts();
        Some(match self.problem? {
            NoteProblem::Missing => fl!(texts, "note-missing"),
            NoteProblem::TooLong => fl!(texts, "note-too-long"),
        })
    }
}
