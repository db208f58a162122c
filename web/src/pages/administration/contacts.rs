//! `/verwaltung/kontakte`: whom to call in a Land, and the form for one.

use askama::Template;
use i18n_embed_fl::fl;

use super::field::{AdminInput, Control, messages};
use crate::{Frame, Language, assets};

/// The contacts, those to look at on top.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/kept_contacts.html")]
pub struct ContactsPage {
    /// Surroundings.
    pub frame: Frame,
    /// The contacts.
    pub rows: Vec<KeptContactRow>,
}

/// A contact as a row.
#[derive(Clone, Debug)]
pub struct KeptContactRow {
    /// Its page.
    pub href: String,
    /// Where it is responsible.
    pub land: String,
    /// What kind of body it is.
    pub kind: ContactKind,
    /// Its name.
    pub name: String,
    /// Its number.
    pub phone: Option<String>,
    /// The day somebody last looked at it.
    pub checked: String,
    /// Nobody has for half a year.
    pub is_due: bool,
    /// Somebody has today.
    pub is_checked_today: bool,
}

/// What kind of body a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum ContactKind {
    Cert,
    IncidentResponse,
    Police,
    Prosecution,
    DataProtection,
    MunicipalIt,
}

/// The form for a contact.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/contact_form.html")]
pub struct ContactFormPage {
    /// Surroundings.
    pub frame: Frame,
    /// Where it is sent.
    pub path: String,
    /// Its name as stored; nothing for a new one.
    pub name: Option<String>,
    /// Counts its changes.
    pub version: i32,
    /// Somebody else changed it after the form was shown.
    pub is_conflict: bool,
    /// Its fields.
    pub inputs: Vec<AdminInput>,
}

impl ContactKind {
    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Cert => fl!(texts, "contact-kind-cert"),
            Self::IncidentResponse => fl!(texts, "contact-kind-response"),
            Self::Police => fl!(texts, "contact-kind-police"),
            Self::Prosecution => fl!(texts, "contact-kind-prosecution"),
            Self::DataProtection => fl!(texts, "contact-kind-data-protection"),
            Self::MunicipalIt => fl!(texts, "contact-kind-municipal-it"),
        }
    }

    /// Where a body is responsible that belongs to no Land.
    pub fn federal(language: Language) -> String {
        fl!(language.texts(), "contact-federal")
    }
}

impl ContactsPage {
    fn due(&self) -> usize {
        self.rows.iter().filter(|row| row.is_due).count()
    }
}

impl ContactFormPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        messages(&self.inputs, self.frame.language)
    }

    fn heading(&self) -> String {
        let new = || fl!(self.frame.texts(), "land-contact-new");
        self.name.clone().unwrap_or_else(new)
    }
}
