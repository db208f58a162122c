//! `/hilfe/{token}`: where a request for help stands.

use askama::Template;
use i18n_embed_fl::fl;

use super::{HelpCare, HelpDoubt, HelpTeam, PersonContact, ReadersForm};
use crate::pages::{Call, CallStep, OrderOfCalls};
use crate::parts::FirstAid;
use crate::{Frame, Language, assets};

/// Where a request for help stands, for whoever has the link.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/help_status.html")]
pub struct HelpStatusPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the place, or what was typed.
    pub place: String,
    /// When help was asked for, such as `heute, 14:02 Uhr`.
    pub asked: String,
    /// It is a drill.
    pub is_drill: bool,
    /// Where it stands.
    pub state: HelpState,
    /// It was taken back.
    pub is_withdrawn: bool,
    /// What both sides of the call say.
    pub words: Option<HelpWords>,
    /// Opens the name of who helps, later; only on the phone that asked. Shown in groups of three.
    pub spoken_code: Option<String>,
    /// What may not work and was sent nevertheless.
    pub doubts: Vec<HelpDoubt>,
    /// What became of the emergency code.
    pub code: CodeOutcome,
    /// What to do first.
    pub first_aid: FirstAid,
    /// Whom to call; the provider has no name before verification.
    pub calls: OrderOfCalls,
    /// Who helps; nothing before verification.
    pub team: Option<HelpTeam>,
    /// Who reads along; asked of a verified town.
    pub readers: Option<ReadersForm>,
    /// What else to think of; nothing before verification.
    pub care: Option<HelpCare>,
    /// Address of the live updates; none where what is shown is shown this once.
    pub stream: Option<String>,
    /// What the page shows, in short; the updates say it too.
    pub stand: String,
}

/// Where a request for help stands.
#[derive(Clone, Debug)]
pub enum HelpState {
    /// Nobody has spoken with whoever asked: nothing but the call to come.
    Unverified {
        /// The last three digits of the number called back.
        phone_ending: String,
        /// What to expect.
        wait: HelpWait,
    },
    /// It is no hoax: help is looked for.
    Verified {
        /// Since when, such as `14:09 Uhr`.
        at: String,
        /// People are asked, or were; else the desk still puts the team together.
        is_sought: bool,
    },
    /// It is over.
    Closed {
        /// Since when, such as `gestern, 14:09 Uhr`.
        at: String,
    },
}

/// What to expect before somebody has called back.
#[derive(Clone, Debug)]
pub enum HelpWait {
    /// A call until about this time, such as `14:17 Uhr`.
    CallUntil(String),
    /// A call, and nobody knows when, since nobody is on duty: the body of the Land for whoever cannot wait.
    NobodyOnDuty(Option<Call>),
    /// Nobody is to be reached: the body of the Land to call instead, where the register knows it.
    NobodyReachable(Option<Call>),
}

/// What both sides of a call say, so that each knows whom it speaks with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpWords {
    /// The caller says it first.
    pub caller: String,
    /// The called answers with it.
    pub called: String,
}

/// What became of the code of an emergency card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeOutcome {
    /// There was none.
    NotGiven,
    /// It held.
    Accepted,
    /// It did not hold.
    Refused,
    /// It could not be checked.
    NotChecked,
}

impl HelpStatusPage {
    fn heading(&self) -> String {
        let texts = self.frame.texts();
        match &self.state {
            HelpState::Unverified {
                wait: HelpWait::CallUntil(_) | HelpWait::NobodyOnDuty(_),
                ..
            } => fl!(texts, "help-status-call"),
            HelpState::Unverified {
                wait: HelpWait::NobodyReachable(_),
                ..
            } => fl!(texts, "help-status-nobody"),
            HelpState::Verified { .. } => fl!(texts, "help-status-verified"),
            HelpState::Closed { .. } if self.is_withdrawn => fl!(texts, "help-status-withdrawn"),
            HelpState::Closed { .. } => fl!(texts, "help-status-closed"),
        }
    }

    /// What is wrong with what was typed, by the id of its field.
    fn messages(&self) -> Vec<(String, String)> {
        let language = self.frame.language();
        let people = self.team.iter().flat_map(|team| &team.people);
        let codes = people.filter_map(|person| Some((person.field(), person.problem(language)?)));
        let readers = self.readers.iter();
        let readers = readers
            .filter_map(|form| Some((ReadersForm::FIELD.to_owned(), form.message(language)?)));
        codes.chain(readers).collect()
    }

    fn is_verified(&self) -> bool {
        matches!(self.state, HelpState::Verified { .. })
    }

    fn is_closed(&self) -> bool {
        matches!(self.state, HelpState::Closed { .. })
    }

    /// The spoken code in groups of three, as people say it.
    fn spoken_groups(&self) -> Option<String> {
        let signs: Vec<char> = self.spoken_code.as_ref()?.chars().collect();
        let groups = signs.chunks(3).map(String::from_iter);
        Some(groups.collect::<Vec<_>>().join(" "))
    }
}

impl HelpWait {
    /// Whom to call when nobody is to be reached.
    fn instead(land: Option<&Call>) -> Option<CallStep> {
        let land = land?;
        Some(CallStep {
            whom: land.name.clone(),
            name: None,
            phone: Some(land.phone.clone()?),
        })
    }
}

impl CodeOutcome {
    pub(in crate::pages) fn note(self, language: Language) -> Option<String> {
        let texts = language.texts();
        match self {
            Self::NotGiven => None,
            Self::Accepted => Some(fl!(texts, "help-code-accepted")),
            Self::Refused => Some(fl!(texts, "help-code-refused")),
            Self::NotChecked => Some(fl!(texts, "help-code-not-checked")),
        }
    }

    /// How its note looks.
    pub(in crate::pages) const fn tone(self) -> &'static str {
        match self {
            Self::Accepted => "success",
            Self::NotGiven | Self::Refused | Self::NotChecked => "warning",
        }
    }
}
