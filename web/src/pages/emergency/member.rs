//! `/organisation/bedingungen`: a member accepts the conditions; a form that posts `name`, `funktion`, `datum` and
//! `bedingungen`.

use askama::Template;
use i18n_embed_fl::fl;

use super::{AcceptanceForm, ConditionsText};
use crate::{Frame, assets};

/// The conditions as a member accepted them, or the form that accepts them.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/member_conditions.html")]
pub struct MemberConditionsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub name: String,
    /// The version of today.
    pub text: ConditionsText,
    /// How they were accepted last.
    pub accepted: Option<AcceptedConditions>,
    /// The form.
    pub form: AcceptanceForm,
}

/// Conditions that were accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedConditions {
    /// Which version.
    pub version: i32,
    /// The day it was signed.
    pub on: String,
    /// Who signed, with the function; nothing where it was erased.
    pub by: Option<String>,
    /// It is the text of today.
    pub is_current: bool,
}

impl MemberConditionsPage {
    fn is_open(&self) -> bool {
        let mut accepted = self.accepted.iter();
        !accepted.any(|accepted| accepted.is_current)
    }

    /// What is wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        self.form.messages(self.frame.language)
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
