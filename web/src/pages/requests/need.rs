//! A need of a request: places, waves, who is asked and who would be.

use i18n_embed_fl::fl;

use super::{AlertBadge, AlertChannel, Places, SpokenAnswer};
use crate::Language;
use crate::frame::{tel_href, tel_text};
use crate::parts::{Link, WorkMode};

/// A need of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestNeed {
    /// Names it in forms.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// A talk of up to two hours, before all else.
    pub is_first_call: bool,
    /// Where.
    pub mode: WorkMode,
    /// Its places.
    pub places: Places,
    /// How many waves there were.
    pub wave: u16,
    /// When the next one goes out, such as `heute, 14:20 Uhr`.
    pub next_wave: Option<String>,
    /// Nobody else fits who may be asked.
    pub is_exhausted: bool,
    /// Who was asked, oldest first.
    pub alerts: Vec<AlertRow>,
    /// Picks somebody, and asks the next wave; only for who steers, while people are asked.
    pub pick: Option<PickForm>,
    /// Who would be asked; nothing unless it was asked for.
    pub preview: Option<Vec<PreviewRow>>,
}

/// Somebody who was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertRow {
    /// Names it in forms.
    pub id: String,
    /// Names who was asked in forms.
    pub expert: String,
    /// The public name, leading to the masked entry; nothing once that was erased.
    pub alias: Option<Link>,
    /// Where it stands.
    pub state: AlertBadge,
    /// In which wave.
    pub wave: u16,
    /// By which way it went.
    pub channel: Option<AlertChannel>,
    /// Until when it can be answered.
    pub until: String,
    /// Skips the person; only for who steers, while an answer is waited for.
    pub can_be_skipped: bool,
    /// Whom no message reached is phoned.
    pub phone: AlertPhone,
    /// Takes what is said on the phone; only for who may, while an answer is waited for.
    pub answer: Option<SpokenAnswerForm>,
}

/// Whether a number of somebody whom no message reached is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlertPhone {
    /// A message reached them, nobody phones any more, or whoever looks may not see it.
    Hidden,
    /// A button shows it, on record: posts `alarm` to `…/nummer`.
    Ask,
    /// It is shown, this once; none where none was given.
    Shown(Option<String>),
}

/// An answer on the phone; posts `alarm`, `antwort` and `ausgeruht` to `…/antwort`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenAnswerForm {
    /// What can be said.
    pub options: Vec<SpokenAnswer>,
    /// What was chosen.
    pub chosen: Option<SpokenAnswer>,
    /// They said that they are rested.
    pub is_rested: bool,
    /// What is wrong.
    pub problem: Option<SpokenAnswerProblem>,
}

/// What is wrong with an answer on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpokenAnswerProblem {
    /// None was chosen.
    Missing,
    /// It needs the word that they are rested.
    NotRested,
    /// It is not what is needed.
    DoesNotFit,
}

/// Picks somebody by the public name; posts `bedarf`, `wahl` and `kennung` to `…/auswahl`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PickForm {
    /// What was typed.
    pub typed: String,
    /// What is wrong.
    pub problem: Option<PickProblem>,
}

/// What is wrong with a public name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickProblem {
    /// Nothing was typed.
    Missing,
    /// Nobody is called so.
    Unknown,
    /// Was asked for this need.
    AskedBefore,
    /// Is asked for another one.
    AskedElsewhere,
    /// Something of the entry or its release is missing.
    NotEligible,
    /// Is not asked at this hour.
    NotNow,
    /// Cannot do it, or not then.
    DoesNotFit,
}

/// Somebody who would be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// The public name, leading to the masked entry.
    pub alias: Link,
    /// Where from, and how far: `Sachsen, ca. 60 km`.
    pub region: String,
    /// Why they fit.
    pub why: String,
    /// By which way the message would go out; none where somebody has to phone.
    pub channel: Option<AlertChannel>,
}

impl RequestNeed {
    /// Id of the field that picks somebody.
    pub(super) fn pick_field(&self) -> String {
        format!("kennung-{}", self.id)
    }

    /// What is wrong with it and with its alerts, with the ids of the fields.
    pub(super) fn messages(&self, language: Language) -> Vec<(String, String)> {
        let pick = self.pick.iter().filter_map(|form| form.message(language));
        let pick = pick.map(|message| (self.pick_field(), message));
        let alerts = self.alerts.iter().filter_map(|row| {
            let problem = row.answer.as_ref()?.problem?;
            Some((row.field(problem), problem.message(language)))
        });
        pick.chain(alerts).collect()
    }
}

impl AlertRow {
    /// The public name, for whoever hears a button.
    pub(super) fn name(&self) -> &str {
        self.alias.as_ref().map_or("", |alias| alias.label.as_str())
    }

    /// Whether to show its forms at once.
    pub(super) fn is_open(&self) -> bool {
        let answer = self.answer.as_ref();
        let is_wrong = answer.is_some_and(|form| form.problem.is_some());
        is_wrong || matches!(self.phone, AlertPhone::Shown(_))
    }

    /// Whether its number is shown, this once.
    pub(super) fn has_number(&self) -> bool {
        matches!(self.phone, AlertPhone::Shown(Some(_)))
    }

    /// Whether to show it at once among all who were asked: the desk has to do something, or did.
    pub(super) fn is_for_the_desk(&self) -> bool {
        self.is_open() || self.phone == AlertPhone::Ask
    }

    /// Id of the field a problem is about.
    fn field(&self, problem: SpokenAnswerProblem) -> String {
        match problem {
            SpokenAnswerProblem::Missing | SpokenAnswerProblem::DoesNotFit => {
                format!("antwort-{}", self.id)
            }
            SpokenAnswerProblem::NotRested => format!("ausgeruht-{}", self.id),
        }
    }
}

impl AlertPhone {
    /// A number as a link that dials it.
    pub(super) fn href(number: &str) -> String {
        tel_href(number)
    }

    /// A number as it is read.
    pub(super) fn text(number: &str) -> String {
        tel_text(number)
    }
}

impl SpokenAnswerForm {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "templates hand over references"
    )]
    pub(super) fn is_chosen(&self, option: &SpokenAnswer) -> bool {
        self.chosen.as_ref() == Some(option)
    }

    /// What is wrong with the choice.
    pub(super) fn choice_message(&self, language: Language) -> Option<String> {
        let problem = self.problem?;
        (problem != SpokenAnswerProblem::NotRested).then(|| problem.message(language))
    }

    /// What is wrong with the tick.
    pub(super) fn rested_message(&self, language: Language) -> Option<String> {
        let problem = self.problem?;
        (problem == SpokenAnswerProblem::NotRested).then(|| problem.message(language))
    }
}

impl SpokenAnswerProblem {
    fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Missing => fl!(texts, "spoken-choice-missing"),
            Self::NotRested => fl!(texts, "spoken-not-rested"),
            Self::DoesNotFit => fl!(texts, "spoken-does-not-fit"),
        }
    }
}

impl PickForm {
    pub(super) fn message(&self, language: Language) -> Option<String> {
        let texts = language.texts();
        Some(match self.problem? {
            PickProblem::Missing => fl!(texts, "pick-missing"),
            PickProblem::Unknown => fl!(texts, "pick-unknown"),
            PickProblem::AskedBefore => fl!(texts, "pick-asked-before"),
            PickProblem::AskedElsewhere => fl!(texts, "pick-asked-elsewhere"),
            PickProblem::NotEligible => fl!(texts, "pick-not-eligible"),
            PickProblem::NotNow => fl!(texts, "pick-not-now"),
            PickProblem::DoesNotFit => fl!(texts, "pick-does-not-fit"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(phone: AlertPhone) -> AlertRow {
        AlertRow {
            id: "alt_1".to_owned(),
            expert: "exp_1".to_owned(),
            alias: None,
            state: AlertBadge::Failed,
            wave: 1,
            channel: None,
            until: String::new(),
            can_be_skipped: false,
            phone,
            answer: None,
        }
    }

    #[test]
    fn whom_no_message_reached_is_not_folded_away() {
        assert!(row(AlertPhone::Ask).is_for_the_desk());
        assert!(row(AlertPhone::Shown(None)).is_for_the_desk());
        assert!(!row(AlertPhone::Hidden).is_for_the_desk());
    }
}
