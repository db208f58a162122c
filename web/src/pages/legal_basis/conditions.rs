//! Conditions confirmed at once: `/vorfaelle/{id}/sofortvereinbarung`, and the same by the link of the status page.

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::{AcceptanceForm, CodeProblem, ConditionsText};
use crate::{Frame, Language, assets};

/// What the conditions of an incident rest on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConditionsStand {
    /// The version and the day the town accepted them.
    pub accepted: Option<(i32, String)>,
    /// What was confirmed at once.
    pub confirmed: Option<ConfirmedAtOnce>,
    /// Until when it is to be accepted as all others do; nothing where it is.
    pub ratify_by: Option<String>,
}

/// What was confirmed at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmedAtOnce {
    /// The version.
    pub version: i32,
    /// When.
    pub at: String,
    /// By whom, for whoever may read it.
    pub who: Option<String>,
    /// A coordinator wrote it down as it was said on the phone.
    pub is_by_phone: bool,
}

/// The conditions on one page, to be confirmed and printed: posts `name`, `funktion`, `bedingungen` and `fassung`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/immediate_conditions.html")]
pub struct ImmediateConditionsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the incident in addresses.
    pub id: String,
    /// Name of the town.
    pub place: String,
    /// It is a drill.
    pub is_drill: bool,
    /// What stands.
    pub stand: ConditionsStand,
    /// The text.
    pub text: ConditionsText,
    /// Whoever looks speaks for the town, who is on the phone.
    pub is_desk: bool,
    /// It can be confirmed now.
    pub is_open: bool,
    /// What was typed.
    pub form: AcceptanceForm,
}

/// The same without an account; asks for the spoken code where the phone is another one.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/help_conditions.html")]
pub struct HelpConditionsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the town.
    pub place: String,
    /// It is a drill.
    pub is_drill: bool,
    /// The status page.
    pub back: String,
    /// What stands.
    pub stand: ConditionsStand,
    /// The text.
    pub text: ConditionsText,
    /// It can be confirmed now.
    pub is_open: bool,
    /// The spoken code is to be typed.
    pub asks_code: bool,
    /// What is wrong with the code typed.
    pub code: Option<CodeProblem>,
    /// What was typed.
    pub form: AcceptanceForm,
}

impl ConditionsStand {
    /// Whether nothing stands.
    pub(crate) const fn is_missing(&self) -> bool {
        self.accepted.is_none() && self.confirmed.is_none()
    }

    /// In words, a line each.
    pub(crate) fn lines(&self, language: Language) -> Vec<String> {
        let texts = language.texts();
        let mut lines = Vec::new();
        if let Some((version, day)) = &self.accepted {
            lines.push(fl!(
                texts,
                "legal-conditions-accepted",
                version = (*version),
                day = day.as_str()
            ));
        }
        if let Some(confirmed) = &self.confirmed {
            lines.push(confirmed.text(language));
        }
        if let Some(until) = &self.ratify_by {
            lines.push(fl!(
                texts,
                "legal-conditions-ratify",
                until = until.as_str()
            ));
        }
        if lines.is_empty() {
            lines.push(fl!(texts, "legal-conditions-none"));
        }
        lines
    }
}

impl ConfirmedAtOnce {
    fn text(&self, language: Language) -> String {
        let texts = language.texts();
        let said = fl!(
            texts,
            "legal-conditions-confirmed",
            version = self.version,
            at = self.at.as_str()
        );
        let by = self
            .who
            .as_deref()
            .map(|who| fl!(texts, "legal-conditions-by", who = who));
        let phone = self
            .is_by_phone
            .then(|| fl!(texts, "legal-conditions-phone"));
        let parts = [Some(said), by, phone].into_iter().flatten();
        parts.collect::<Vec<_>>().join(" ")
    }
}

impl ImmediateConditionsPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        self.form.messages(self.frame.language)
    }

    fn message_for(&self, field: &str) -> Option<String> {
        found(self.messages(), field)
    }
}

impl HelpConditionsPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        let mut messages = self.form.messages(self.frame.language);
        let code = self.code.map(|code| code.message(self.frame.language));
        messages.extend(code.map(|message| ("code", message)));
        messages
    }

    fn message_for(&self, field: &str) -> Option<String> {
        found(self.messages(), field)
    }

    fn is_locked(&self) -> bool {
        self.code == Some(CodeProblem::Locked)
    }
}

fn found(messages: Vec<(&'static str, String)>, field: &str) -> Option<String> {
    let mut messages = messages.into_iter();
    messages
        .find(|(about, _)| *about == field)
        .map(|(_, message)| message)
}
