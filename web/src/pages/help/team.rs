//! Who is asked to help a verified town, and who does.

use i18n_embed_fl::fl;

use super::{HelpWords, Introduction};
use crate::Language;
use crate::frame::{tel_href, tel_text};
use crate::pages::DeploymentKind;

/// Characters of tasks that are read in passing; more of them are folded.
const AT_A_GLANCE: usize = 80;

/// Help for a verified town.
#[derive(Clone, Debug, Default)]
pub struct HelpTeam {
    /// One a request, oldest first; none once the incident is closed.
    pub requests: Vec<HelpProgress>,
    /// Who helps or wants to, without names.
    pub people: Vec<HelpPerson>,
    /// Why the last decision was not taken.
    pub refusal: Option<HelpRefusal>,
}

/// How far a request for people is.
#[derive(Clone, Debug)]
pub struct HelpProgress {
    /// What people are needed for, such as `Forensik, Datensicherung`.
    pub tasks: String,
    /// People who were asked.
    pub asked: u16,
    /// Places taken for good.
    pub committed: u16,
    /// Places that are not.
    pub open: u16,
    /// What happens next.
    pub stage: HelpStage,
}

/// What happens next with a request for people.
#[derive(Clone, Debug)]
pub enum HelpStage {
    /// Nobody is asked yet.
    Draft,
    /// People are asked; the next of them at a time, such as `14:20 Uhr`.
    Asking(Option<String>),
    /// Nobody else fits for now.
    Exhausted,
    /// Nobody new is asked for a while.
    Paused,
    /// Every place is taken.
    Filled,
    /// It is over.
    StoodDown,
}

/// Somebody who helps or wants to.
#[derive(Clone, Debug)]
pub struct HelpPerson {
    /// Id of the deployment.
    pub id: String,
    /// Public name.
    pub alias: String,
    /// What for.
    pub task: String,
    /// How they help.
    pub kind: DeploymentKind,
    /// Who sends them and what they can do, once they are released.
    pub introduction: Option<Introduction>,
    /// Where it stands.
    pub state: PersonState,
}

/// Where somebody who wants to help stands.
#[derive(Clone, Debug)]
pub enum PersonState {
    /// The employer is asked, until a time such as `14:20 Uhr`.
    Employer(String),
    /// The town is asked.
    Town {
        /// Until when.
        by: String,
        /// From when they help, such as `heute 15 Uhr`.
        from: String,
    },
    /// Whoever was asked did not answer in time.
    Late,
    /// They are committed.
    Committed(Committed),
}

/// Somebody who is committed.
#[derive(Clone, Debug)]
pub struct Committed {
    /// Until when they phone; of what is more than a talk, nothing.
    pub calls_by: Option<String>,
    /// From when they help.
    pub from: String,
    /// What both sides of the call say.
    pub words: Option<HelpWords>,
    /// Until when the town can object.
    pub objection_until: Option<String>,
    /// Their name and number.
    pub contact: PersonContact,
    /// What the town may say of it; posts `schritt` and `bis` to `…/schritt`.
    pub steps: TownSteps,
}

/// What a town says of a deployment on its status page.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
pub struct TownSteps {
    /// They help until then.
    pub until: String,
    /// It begins.
    pub start: bool,
    /// It is over.
    pub end: bool,
    /// It is called off.
    pub cancel: bool,
    /// They are to stay longer.
    pub extend: bool,
    /// Until when they were asked to stay.
    pub asked: Option<String>,
}

impl TownSteps {
    pub(super) const fn has_any(&self) -> bool {
        self.start || self.end || self.cancel || self.extend || self.asked.is_some()
    }

    /// It began: only its end can be said.
    const fn is_running(&self) -> bool {
        self.end && !self.start
    }

    pub(super) fn asked_text(&self, language: Language) -> Option<String> {
        let until = self.asked.as_deref()?;
        Some(fl!(language.texts(), "person-asked-longer", until = until))
    }

    pub(super) fn until_text(&self, language: Language) -> String {
        fl!(
            language.texts(),
            "person-until",
            until = self.until.as_str()
        )
    }
}

/// Name and number of somebody who helps.
#[derive(Clone, Debug)]
pub enum PersonContact {
    /// The spoken code opens it; posts `code` to `…/kontakt`.
    Ask(Option<CodeProblem>),
    /// Opened, this once.
    Shown {
        /// Given and family name; the house's for a team.
        name: String,
        /// Number of the duty.
        phone: Option<String>,
        /// Mail address at work.
        email: Option<String>,
    },
}

/// What is wrong with a spoken code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeProblem {
    /// It has not six digits.
    Missing,
    /// It is another one.
    Wrong {
        /// Tries left.
        left: u8,
    },
    /// There were too many wrong ones.
    Locked,
}

/// Why a decision was not taken.
#[derive(Clone, Debug)]
pub enum HelpRefusal {
    /// It was decided before, or is not asked any more.
    Decided,
    /// They are committed elsewhere, and free from a time such as `morgen 7 Uhr`.
    Booked(String),
    /// It cannot end then: at most seven days more, fourteen in a row.
    NoTime,
    /// A later end was not agreed; from when another may be asked for, such as `morgen 7 Uhr`, if at all.
    NotAgreed(Option<String>),
}

impl HelpTeam {
    /// Somebody phones, and both sides have their word.
    pub(super) fn has_words(&self) -> bool {
        let mut committed = self.people.iter().filter_map(HelpPerson::committed);
        committed.any(|committed| committed.words.is_some())
    }
}

impl HelpProgress {
    /// What happens next.
    pub(super) fn next(&self, language: Language) -> Option<String> {
        let texts = language.texts();
        match &self.stage {
            HelpStage::Draft => Some(fl!(texts, "helpers-draft")),
            HelpStage::Asking(Some(at)) => Some(fl!(texts, "helpers-next-wave", at = at.as_str())),
            HelpStage::Asking(None) => None,
            HelpStage::Exhausted => Some(fl!(texts, "helpers-exhausted")),
            HelpStage::Paused => Some(fl!(texts, "helpers-paused")),
            HelpStage::Filled => Some(fl!(texts, "helpers-filled")),
            HelpStage::StoodDown => Some(fl!(texts, "helpers-over")),
        }
    }

    /// They are too long a list for a glance.
    pub(super) fn has_many_tasks(&self) -> bool {
        self.tasks.chars().count() > AT_A_GLANCE
    }

    /// People are asked or were.
    pub(super) fn has_begun(&self) -> bool {
        match self.stage {
            HelpStage::Draft | HelpStage::StoodDown => false,
            HelpStage::Asking(_) | HelpStage::Exhausted | HelpStage::Paused | HelpStage::Filled => {
                true
            }
        }
    }

    pub(super) fn places(&self) -> u16 {
        self.committed + self.open
    }
}

impl HelpPerson {
    /// What they do, such as `Forensik · Aus der Ferne`.
    pub(super) fn work(&self, language: Language) -> String {
        format!("{} · {}", self.task, self.kind.label(language))
    }

    /// Where it stands, in a sentence.
    pub(super) fn stand(&self, language: Language) -> String {
        let (texts, alias) = (language.texts(), self.alias.as_str());
        match &self.state {
            PersonState::Employer(by) => fl!(texts, "person-employer", by = by.as_str()),
            PersonState::Town { by, from } => {
                let (by, from) = (by.as_str(), from.as_str());
                fl!(texts, "person-town", from = from, by = by)
            }
            PersonState::Late => fl!(texts, "person-late"),
            PersonState::Committed(Committed {
                calls_by: Some(by), ..
            }) => fl!(texts, "person-calls", alias = alias, by = by.as_str()),
            PersonState::Committed(Committed { steps, .. }) if steps.is_running() => {
                let until = steps.until.as_str();
                fl!(texts, "person-helps-until", alias = alias, until = until)
            }
            PersonState::Committed(Committed { from, .. }) => {
                fl!(texts, "person-helps", alias = alias, from = from.as_str())
            }
        }
    }

    pub(super) fn is_asked(&self) -> bool {
        matches!(self.state, PersonState::Town { .. })
    }

    pub(super) fn committed(&self) -> Option<&Committed> {
        match &self.state {
            PersonState::Committed(committed) => Some(committed),
            PersonState::Employer(_) | PersonState::Town { .. } | PersonState::Late => None,
        }
    }

    /// Id of the field for the spoken code.
    pub(super) fn field(&self) -> String {
        format!("code-{}", self.id)
    }

    /// What is wrong with the code typed for them.
    pub(super) fn problem(&self, language: Language) -> Option<String> {
        match &self.committed()?.contact {
            PersonContact::Ask(problem) => problem.map(|problem| problem.message(language)),
            PersonContact::Shown { .. } => None,
        }
    }
}

impl PersonContact {
    /// Whether another code may be typed.
    pub(super) fn is_asking(&self) -> bool {
        match self {
            Self::Ask(problem) => *problem != Some(CodeProblem::Locked),
            Self::Shown { .. } => false,
        }
    }

    pub(super) fn href(phone: &str) -> String {
        tel_href(phone)
    }

    /// A number as it is read.
    pub(super) fn text(phone: &str) -> String {
        tel_text(phone)
    }
}

impl CodeProblem {
    pub(in crate::pages) fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Missing => fl!(texts, "spoken-missing"),
            Self::Wrong { left } => fl!(texts, "spoken-wrong", left = left),
            Self::Locked => fl!(texts, "spoken-locked"),
        }
    }
}

impl HelpRefusal {
    pub(super) fn message(&self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Decided => fl!(texts, "helpers-decided"),
            Self::Booked(from) => fl!(texts, "helpers-booked", from = from.as_str()),
            Self::NoTime => fl!(texts, "person-no-time"),
            Self::NotAgreed(Some(again)) => {
                fl!(texts, "deployment-moment-again", from = again.as_str())
            }
            Self::NotAgreed(None) => fl!(texts, "deployment-moment-often"),
        }
    }
}
