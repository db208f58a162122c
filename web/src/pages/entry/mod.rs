//! `/eintraege/{id}/…`: changing an entry, by its person or a manager of its employer.

mod availability;
mod calendar_file;
mod calendar_list;
mod field;
mod form;
mod proposals;
mod terms;

pub use availability::{
    AbsenceRow, AvailabilityForm, AvailabilityPage, AvailabilityProblem, CalendarLink,
    CalendarLinkPage, OnCallRow,
};
pub use calendar_file::{
    CalendarChoiceProblem, CalendarDoubt, CalendarFilePage, CalendarFileProblem, CalendarFlaw,
    CalendarLeftOut, CalendarPreviewPage, CalendarRow,
};
pub use calendar_list::CalendarMove;
pub use field::{EntryField, EntryProblem};
pub use form::{EntryFormPage, EntryInput};
pub use proposals::{NewProposalProblem, OwnProposal, OwnProposalState, ProposalForm};
pub use terms::{TermChange, TermChoice, TermProblem, TermRow, TermsPage};

use i18n_embed_fl::fl;

use crate::Language;

/// A part of an entry, with a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntrySection {
    /// Name and duty contact.
    Contact,
    /// Headline and text.
    Description,
    /// Roles, domains, procedures, products.
    Skills,
    /// Certificates.
    Certificates,
    /// Languages.
    Languages,
    /// Where, how far, how long, clearance, nights.
    Deployment,
    /// Now, the week, absences.
    Availability,
}

impl EntrySection {
    /// All there are, in the order of the list.
    pub const ALL: [Self; 7] = [
        Self::Contact,
        Self::Skills,
        Self::Certificates,
        Self::Languages,
        Self::Deployment,
        Self::Availability,
        Self::Description,
    ];

    /// Its last part of a path.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Contact => "kontakt",
            Self::Description => "beschreibung",
            Self::Skills => "faehigkeiten",
            Self::Certificates => "zertifikate",
            Self::Languages => "sprachen",
            Self::Deployment => "einsatz",
            Self::Availability => "verfuegbarkeit",
        }
    }

    /// What it is called.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Contact => fl!(texts, "entry-contact"),
            Self::Description => fl!(texts, "entry-description"),
            Self::Skills => fl!(texts, "entry-skills"),
            Self::Certificates => fl!(texts, "entry-certificates"),
            Self::Languages => fl!(texts, "entry-languages"),
            Self::Deployment => fl!(texts, "entry-deployment"),
            Self::Availability => fl!(texts, "entry-availability"),
        }
    }

    /// What to know before filling it in.
    pub(crate) fn lead(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Contact => fl!(texts, "entry-contact-lead"),
            Self::Description => fl!(texts, "entry-description-lead"),
            Self::Skills => fl!(texts, "entry-skills-lead"),
            Self::Certificates => fl!(texts, "entry-certificates-lead"),
            Self::Languages => fl!(texts, "entry-languages-lead"),
            Self::Deployment => fl!(texts, "entry-deployment-lead"),
            Self::Availability => fl!(texts, "entry-availability-lead"),
        }
    }
}

/// The entry that a page changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryFrame {
    /// Its public name.
    pub alias: String,
    /// Path of its pages.
    pub path: String,
    /// Whether it is the own one of whoever looks.
    pub is_own: bool,
    /// Counts its changes; a form says which it was filled from.
    pub version: i32,
}

impl EntryFrame {
    /// The page that all parts lead back to.
    pub(crate) fn home(&self) -> &str {
        if self.is_own { "/profil" } else { &self.path }
    }
}
