//! `/einsaetze/{id}`: where it stands, what is to be done next, and its papers.

use askama::Template;
use i18n_embed_fl::fl;

use crate::pages::{CostStage, OwnDeployment, ReadinessView};
use crate::parts::Link;
use crate::{Frame, Language, assets};

/// A deployment as one of its sides sees it.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/deployment.html")]
pub struct DeploymentPage {
    /// Surroundings.
    pub frame: Frame,
    /// What is known of it.
    pub deployment: OwnDeployment,
    /// When it began.
    pub started: Option<String>,
    /// When it ended.
    pub ended: Option<String>,
    /// It ends within two days, and nobody takes over yet.
    pub ends_soon: bool,
    /// The request by which somebody is sought who takes over.
    pub successor: Option<String>,
    /// A later end that was asked for last.
    pub later: Option<LaterEnd>,
    /// What this side may do now.
    pub powers: Powers,
    /// What of the costs waits for the town, for who says its word.
    pub waiting: Option<CostStage>,
    /// Papers that are written once it ended.
    pub next: Vec<Link>,
    /// Its papers.
    pub papers: Vec<Link>,
    /// What is settled before the first touch, for who knows of the town.
    pub readiness: Option<ReadinessView>,
    /// It ends, and nothing is handed over.
    pub lacks_hand_over: bool,
}

/// What a side may do now.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
pub struct Powers {
    /// Says that it began: posts `ab` to `/einsaetze/{id}/beginn`.
    pub start: Option<MomentForm>,
    /// Asks for a later end: posts `bis` to `/einsaetze/{id}/verlaengerung`.
    pub extend: Option<MomentForm>,
    /// Says whether they stay: posts `antwort` to `/einsaetze/{id}/verlaengerung/antwort`.
    pub answer: bool,
    /// Calls them back: posts `am` to `/einsaetze/{id}/rueckruf`.
    pub call_back: Option<MomentForm>,
    /// Ends it.
    pub end: bool,
    /// Calls it off.
    pub cancel: bool,
    /// Seeks somebody who takes over.
    pub successor: bool,
}

/// A field for a day and a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MomentForm {
    /// As browsers write it.
    pub value: String,
    /// What is wrong with it.
    pub problem: Option<MomentProblem>,
}

/// What is wrong with a day and a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MomentProblem {
    /// There is none, or it is none.
    Missing,
    /// It cannot be then.
    Range,
    /// More than a block more; the latest.
    PastBlock(String),
    /// Too long without a break; the latest, if there is one.
    NoRest(Option<String>),
    /// They are committed elsewhere; free from then.
    Booked(String),
    /// One was not agreed; from when another may be asked for, if at all.
    NotAgreed(Option<String>),
}

/// A later end that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterEnd {
    /// Until when it is to last.
    pub until: String,
    /// Where it stands.
    pub state: LaterEndState,
}

/// Where a later end stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LaterEndState {
    /// It is asked for.
    Open {
        /// Whoever helps said yes.
        expert: bool,
        /// Their house said yes.
        employer: bool,
        /// Until when both must have.
        due: String,
    },
    /// It was agreed.
    Agreed,
    /// Somebody said no, or nobody answered in time.
    NotAgreed,
}

impl DeploymentPage {
    /// What the page is called where it is linked.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "deployment-one")
    }

    /// What the start warns of.
    fn warning(&self) -> Option<String> {
        let readiness = self.readiness.as_ref()?;
        readiness.warning(self.frame.language)
    }

    fn id(&self) -> &str {
        &self.deployment.id
    }

    /// Of what waits for the town: what is said of it, and what its link is called.
    fn waits(&self) -> Option<(String, String)> {
        let texts = self.frame.texts();
        self.waiting.map(|stage| match stage {
            CostStage::Estimate => (
                fl!(texts, "deployment-estimate-waits"),
                fl!(texts, "deployment-estimate-see"),
            ),
            CostStage::Actual => (
                fl!(texts, "deployment-costs-wait"),
                fl!(texts, "deployment-costs-see"),
            ),
        })
    }

    fn has_next(&self) -> bool {
        self.waiting.is_some() || !self.next.is_empty() || self.has_powers()
    }

    fn has_powers(&self) -> bool {
        let Powers {
            start,
            extend,
            answer,
            call_back,
            end,
            cancel,
            successor,
        } = &self.powers;
        start.is_some()
            || extend.is_some()
            || call_back.is_some()
            || [answer, end, cancel, successor].into_iter().any(|one| *one)
    }
}

impl MomentForm {
    pub(crate) fn message(&self, language: Language) -> Option<String> {
        let texts = language.texts();
        let problem = self.problem.as_ref()?;
        Some(match problem {
            MomentProblem::Missing => fl!(texts, "deployment-moment-missing"),
            MomentProblem::Range => fl!(texts, "deployment-moment-range"),
            MomentProblem::PastBlock(latest) => {
                fl!(texts, "deployment-moment-block", latest = latest.as_str())
            }
            MomentProblem::NoRest(Some(latest)) => {
                fl!(texts, "deployment-moment-rest", latest = latest.as_str())
            }
            MomentProblem::NoRest(None) => fl!(texts, "deployment-moment-relieve"),
            MomentProblem::Booked(free) => {
                fl!(texts, "deployment-moment-booked", free = free.as_str())
            }
            MomentProblem::NotAgreed(Some(again)) => {
                fl!(texts, "deployment-moment-again", from = again.as_str())
            }
            MomentProblem::NotAgreed(None) => fl!(texts, "deployment-moment-often"),
        })
    }
}

impl LaterEnd {
    fn text(&self, language: Language) -> String {
        let (texts, until) = (language.texts(), self.until.as_str());
        match &self.state {
            LaterEndState::Open {
                expert,
                employer,
                due,
            } => {
                let due = due.as_str();
                match (expert, employer) {
                    (false, false) => fl!(texts, "deployment-later-both", until = until, due = due),
                    (true, _) => fl!(texts, "deployment-later-house", until = until, due = due),
                    (false, true) => {
                        fl!(texts, "deployment-later-expert", until = until, due = due)
                    }
                }
            }
            LaterEndState::Agreed => fl!(texts, "deployment-later-agreed", until = until),
            LaterEndState::NotAgreed => fl!(texts, "deployment-later-not", until = until),
        }
    }
}
