//! `/a/{token}`: somebody is asked whether they can help, and sees what became of their answer.

use askama::Template;
use i18n_embed_fl::fl;

use super::{AnswerForm, HelpWords};
use crate::frame::{tel_href, tel_text};
use crate::pages::Phase;
use crate::parts::WorkMode;
use crate::{Frame, Language, assets};

/// What somebody is asked, by their link.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/help_answer.html")]
pub struct AnswerPage {
    /// Surroundings.
    pub frame: Frame,
    /// It is a drill.
    pub is_drill: bool,
    /// What is needed; the Kreis and not the town.
    pub asked: AskedFacts,
    /// Where it stands.
    pub state: AnswerState,
    /// The answer could not be taken back.
    pub is_undo_refused: bool,
    /// Where to listen for changes; none where nothing changes by itself, or the page is shown this once.
    pub stream: Option<String>,
    /// What the page shows, in short: another one when anything on it changed.
    pub stand: String,
}

/// What is needed, without a name.
#[derive(Clone, Debug)]
pub struct AskedFacts {
    /// Name of the Kreis, or of the Land where the Kreis would name the town.
    pub district: Option<String>,
    /// What for.
    pub task: String,
    /// What is seen.
    pub symptom: Option<String>,
    /// How far it has gone.
    pub phase: Phase,
    /// Where.
    pub mode: WorkMode,
    /// From when, such as `sofort`.
    pub from: String,
    /// For how many days.
    pub days: u16,
    /// Nothing but a talk is needed.
    pub is_first_call: bool,
    /// What they said yes to began or is over: when it was to begin matters no more.
    pub is_begun: bool,
    /// They work for the provider of whoever asks.
    pub is_of_own_town: bool,
}

/// Where a question stands.
#[derive(Clone, Debug)]
pub enum AnswerState {
    /// It can be answered.
    Open(AnswerForm),
    /// It was.
    Said {
        /// What comes next.
        next: AnswerNext,
        /// Until when it can be taken back, such as `14:20 Uhr`.
        undo_until: Option<String>,
    },
    /// It is too late.
    Expired,
    /// It is needed no more.
    StoodDown,
}

/// What follows from an answer.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one of them a page")]
pub enum AnswerNext {
    /// Nothing.
    No,
    /// Nothing before the morning.
    NotTonight,
    /// Others were faster.
    Reserve,
    /// The employer is asked, until a time such as `14:20 Uhr`.
    Employer(String),
    /// The town is asked, until a time.
    Town(String),
    /// Whom they help.
    Committed(AnswerContact),
    /// It was committed, and is over.
    Over,
    /// The employer said no.
    NotReleased,
    /// The town said no.
    Declined,
    /// Somebody did not answer in time.
    Lapsed,
    /// It came to nothing.
    Withdrawn,
}

/// Whom somebody who is committed phones.
#[derive(Clone, Debug)]
pub struct AnswerContact {
    /// Name of the town.
    pub place: String,
    /// Name and function of whoever asked.
    pub name: Option<String>,
    /// Their number.
    pub phone: String,
    /// What both sides say.
    pub words: Option<HelpWords>,
    /// Until when they promised to phone; of what is more than a talk, nothing.
    pub call_by: Option<String>,
    /// From when they help, such as `heute 15 Uhr`.
    pub from: String,
    /// Until when they do.
    pub until: String,
    /// It began.
    pub is_running: bool,
    /// What they may say of it; posts `schritt` to `…/einsatz`.
    pub steps: AnswerSteps,
}

/// What somebody who is committed says of it, by the link alone.
#[derive(Clone, Debug, Default)]
pub struct AnswerSteps {
    /// It begins.
    pub start: bool,
    /// It is over.
    pub end: bool,
    /// They cannot come after all.
    pub cancel: bool,
    /// The town asks them to stay: until when, and until when they answer.
    pub stay: Option<(String, String)>,
}

impl AnswerSteps {
    fn stay_text(&self, language: Language) -> Option<String> {
        let (until, due) = self.stay.as_ref()?;
        let (until, due) = (until.as_str(), due.as_str());
        let texts = language.texts();
        Some(fl!(texts, "answer-extension", until = until, due = due))
    }
}

impl AnswerPage {
    fn heading(&self) -> String {
        let texts = self.frame.texts();
        match &self.state {
            AnswerState::Open(_) => fl!(texts, "answer-title"),
            AnswerState::Expired => fl!(texts, "answer-expired"),
            AnswerState::StoodDown => fl!(texts, "answer-stood-down"),
            AnswerState::Said { next, .. } => match next {
                AnswerNext::No | AnswerNext::NotTonight => fl!(texts, "answer-no-title"),
                AnswerNext::Reserve => fl!(texts, "answer-reserve"),
                AnswerNext::Employer(_) => fl!(texts, "answer-employer"),
                AnswerNext::Town(_) => fl!(texts, "answer-town"),
                AnswerNext::Committed(contact) => {
                    fl!(texts, "answer-committed", place = contact.place.as_str())
                }
                AnswerNext::Over => fl!(texts, "answer-over"),
                AnswerNext::NotReleased
                | AnswerNext::Declined
                | AnswerNext::Lapsed
                | AnswerNext::Withdrawn => fl!(texts, "answer-nothing"),
            },
        }
    }

    /// What to know, in one paragraph.
    fn lead(&self) -> String {
        let texts = self.frame.texts();
        match &self.state {
            AnswerState::Open(form) => fl!(texts, "answer-until", until = form.until.as_str()),
            AnswerState::Expired => fl!(texts, "answer-expired-text"),
            AnswerState::StoodDown => fl!(texts, "answer-stood-down-text"),
            AnswerState::Said { next, .. } => match next {
                AnswerNext::No => fl!(texts, "answer-no-text"),
                AnswerNext::NotTonight => fl!(texts, "answer-not-tonight-text"),
                AnswerNext::Reserve => fl!(texts, "answer-reserve-text"),
                AnswerNext::Employer(by) => fl!(texts, "answer-employer-text", by = by.as_str()),
                AnswerNext::Town(by) => fl!(texts, "answer-town-text", by = by.as_str()),
                AnswerNext::Committed(contact) => match &contact.call_by {
                    Some(by) => fl!(texts, "answer-call-by", by = by.as_str()),
                    None if contact.is_running => {
                        fl!(texts, "answer-running", until = contact.until.as_str())
                    }
                    None => fl!(texts, "answer-begins", from = contact.from.as_str()),
                },
                AnswerNext::Over => fl!(texts, "answer-over-text"),
                AnswerNext::NotReleased => fl!(texts, "answer-not-released"),
                AnswerNext::Declined => fl!(texts, "answer-declined"),
                AnswerNext::Lapsed => fl!(texts, "answer-lapsed"),
                AnswerNext::Withdrawn => fl!(texts, "answer-withdrawn"),
            },
        }
    }

    fn form(&self) -> Option<&AnswerForm> {
        match &self.state {
            AnswerState::Open(form) => Some(form),
            AnswerState::Said { .. } | AnswerState::Expired | AnswerState::StoodDown => None,
        }
    }

    fn contact(&self) -> Option<&AnswerContact> {
        match &self.state {
            AnswerState::Said {
                next: AnswerNext::Committed(contact),
                ..
            } => Some(contact),
            AnswerState::Said { .. }
            | AnswerState::Open(_)
            | AnswerState::Expired
            | AnswerState::StoodDown => None,
        }
    }

    fn undo_until(&self) -> Option<String> {
        match &self.state {
            AnswerState::Said { undo_until, .. } => undo_until.clone(),
            AnswerState::Open(_) | AnswerState::Expired | AnswerState::StoodDown => None,
        }
    }

    /// Somebody else decides now, so the page is worth another look.
    fn is_waiting(&self) -> bool {
        matches!(
            self.state,
            AnswerState::Said {
                next: AnswerNext::Reserve | AnswerNext::Employer(_) | AnswerNext::Town(_),
                ..
            }
        )
    }

    /// Whether others may change what it says. Whom somebody who is committed phones is not loaded every half minute: each
    /// time is on record.
    pub fn is_followed(&self) -> bool {
        self.is_waiting() || self.contact().is_some()
    }

    fn is_wrong(&self) -> bool {
        !self.messages().is_empty()
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        let problem = self.form().and_then(|form| form.problem);
        let language = self.frame.language();
        let message = problem.map(|problem| (problem.field(), problem.message(language)));
        message.into_iter().collect()
    }
}

impl AskedFacts {
    /// From when and how long, in one line.
    fn when(&self, language: Language) -> String {
        let (texts, from) = (language.texts(), self.from.as_str());
        if self.is_first_call {
            return from.to_owned();
        }
        fl!(texts, "asked-when", from = from, days = self.days)
    }
}

impl AnswerContact {
    fn href(&self) -> String {
        tel_href(&self.phone)
    }

    /// The number as it is read.
    fn number(&self) -> String {
        tel_text(&self.phone)
    }
}
