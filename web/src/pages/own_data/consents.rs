//! `/einwilligungen`: what an expert has agreed to, and the switch that hides the entry.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

/// The consents of an expert.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/consents.html")]
pub struct ConsentsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Public name of the entry.
    pub alias: String,
    /// What can be agreed to.
    pub consents: Vec<ConsentRow>,
    /// Since when the entry is kept but not used.
    pub restricted_since: Option<String>,
}

/// A purpose and where the consent to it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentRow {
    /// Its value in forms: `matching`, `alerts` or `private_contact`.
    pub value: &'static str,
    /// The text in force.
    pub text: String,
    /// Version of that text.
    pub version: String,
    /// Where the consent stands.
    pub state: ConsentState,
}

/// Where a consent stands; days such as `12. Mai 2026`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConsentState {
    /// Never given.
    Never,
    /// Given, and holds.
    Given {
        /// Since when.
        since: String,
        /// The last day.
        until: String,
        /// Version of the text agreed to, when another one is in force by now.
        old_version: Option<String>,
        /// It should be renewed.
        is_due: bool,
    },
    /// Ended by time.
    Ended {
        /// When.
        on: String,
    },
    /// Taken back.
    Withdrawn {
        /// When.
        on: String,
    },
}

impl ConsentRow {
    fn is_private_contact(&self) -> bool {
        self.value == "private_contact"
    }

    fn heading(&self, language: Language) -> String {
        let texts = language.texts();
        match self.value {
            "alerts" => fl!(texts, "consent-alerts"),
            "private_contact" => fl!(texts, "consent-private-contact"),
            _ => fl!(texts, "consent-matching"),
        }
    }

    fn is_given(&self) -> bool {
        matches!(self.state, ConsentState::Given { .. })
    }

    fn is_due(&self) -> bool {
        matches!(self.state, ConsentState::Given { is_due: true, .. })
    }
}
