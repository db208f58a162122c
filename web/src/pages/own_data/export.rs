//! `/konto/meine-daten` and the copy for reading.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

/// What one can do about one's own data.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/own_data.html")]
pub struct OwnDataPage {
    /// Surroundings.
    pub frame: Frame,
    /// The account may be an expert's, who consents to things.
    pub has_consents: bool,
}

/// Everything that is kept of somebody, for reading.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/export.html")]
pub struct ExportPage {
    /// Surroundings.
    pub frame: Frame,
    /// When the copy was made.
    pub made_at: String,
    /// What is kept, in parts.
    pub sections: Vec<ExportSection>,
    /// What the audit record says by or about the person.
    pub record: Vec<ExportRecord>,
}

/// A part of what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportSection {
    /// What it is.
    pub title: String,
    /// The person wrote it about others.
    pub is_about_others: bool,
    /// Why it is kept.
    pub purpose: String,
    /// How long.
    pub kept: String,
    /// Who can see it.
    pub readers: String,
    /// What is kept, by name.
    pub rows: Vec<Vec<(String, String)>>,
}

/// An entry of the audit record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportRecord {
    /// Its number.
    pub number: i64,
    /// When it happened.
    pub at: String,
    /// Who acted.
    pub by: ExportActor,
    /// What was done.
    pub action: String,
}

/// Who acted, as a person may know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportActor {
    /// The person.
    Oneself,
    /// Somebody else who was signed in.
    AnotherAccount,
    /// An operator at the command line.
    Operator,
    /// The service itself.
    Service,
}

impl ExportActor {
    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Oneself => fl!(texts, "export-by-oneself"),
            Self::AnotherAccount => fl!(texts, "export-by-other"),
            Self::Operator => fl!(texts, "export-by-operator"),
            Self::Service => fl!(texts, "export-by-service"),
        }
    }
}
