//! `/einblicke`: who was shown an expert's name and contact.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, Role, assets};

/// Who was shown name and contact, newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/reveals.html")]
pub struct RevealsPage {
    /// Surroundings.
    pub frame: Frame,
    /// The reveals.
    pub reveals: Vec<RevealRow>,
    /// Address of the older ones.
    pub older: Option<String>,
    /// The register sends mails.
    pub is_mail_sent: bool,
}

/// That name and contact were shown to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevealRow {
    /// When, such as `12. Mai 2026, 14:20 Uhr`.
    pub at: String,
    /// In which role.
    pub role: Role,
    /// For which organisation.
    pub organisation: Option<String>,
    /// Why.
    pub purpose: RevealReason,
}

/// Why somebody was shown name and contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevealReason {
    /// The employer keeps the entry.
    Keeping,
    /// A vetter looks at evidence.
    Vetting,
    /// A town that is helped.
    Deployment,
    /// A call, since no message arrived.
    Alert,
}

impl RevealRow {
    fn viewer(&self, language: Language) -> String {
        let role = self.role.label(language);
        match &self.organisation {
            Some(organisation) => format!("{role}, {organisation}"),
            None => role,
        }
    }
}

impl RevealReason {
    fn label(self, language: Language) -> String {
        match self {
            Self::Keeping => fl!(language.texts(), "reveals-keeping"),
            Self::Vetting => fl!(language.texts(), "reveals-vetting"),
            Self::Deployment => fl!(language.texts(), "reveals-deployment"),
            Self::Alert => fl!(language.texts(), "reveals-alert"),
        }
    }
}
