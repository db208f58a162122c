//! `/einsaetze/{id}/rechtsgrundlage`: on which basis a deployment stands.

use askama::Template;
use i18n_embed_fl::fl;

use super::{BasisLine, LegalBasisName, PersonnelFormName};
use crate::parts::Link;
use crate::{Frame, Language, assets};

/// On which basis a deployment stands, and the form that says it: posts `stand`, `grundlage`, `form`, and of a contract
/// `grund`, `umfang` and `bis`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/legal_basis.html")]
pub struct LegalBasisPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names it in addresses.
    pub id: String,
    /// Where it is listed.
    pub back: Link,
    /// Who helps: the public name; nothing once the entry was erased.
    pub alias: Option<String>,
    /// What they do.
    pub task: String,
    /// Where.
    pub place: String,
    /// It is a drill.
    pub is_drill: bool,
    /// The version of the deployment it was filled from.
    pub version: i32,
    /// What is so.
    pub stand: BasisStand,
    /// What the legal forms of both allow, the preferred first.
    pub choices: Vec<BasisChoice>,
    /// By which forms people are sent on one of them.
    pub forms: Vec<FormChoice>,
    /// Why what is bought could not wait.
    pub urgency: UrgencyForm,
    /// What is wrong.
    pub problems: Vec<BasisProblem>,
}

/// What is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BasisStand {
    /// A first talk: none is asked for.
    FirstCall,
    /// Nobody is committed.
    NotCommitted,
    /// It is asked for, and open or chosen.
    Asked(BasisLine),
}

/// A basis that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasisChoice {
    /// Which.
    pub basis: LegalBasisName,
    /// A rate is paid, and not what is spent besides.
    pub is_fee: bool,
    /// It is chosen.
    pub is_chosen: bool,
}

/// A form that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormChoice {
    /// Which.
    pub form: PersonnelFormName,
    /// It is chosen.
    pub is_chosen: bool,
}

/// Why what is bought could not wait, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UrgencyForm {
    /// The reason.
    pub reason: String,
    /// What is done.
    pub extent: String,
    /// Until which day.
    pub until: String,
}

/// What is wrong with what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BasisProblem {
    /// Nothing is chosen.
    Missing,
    /// The legal forms do not allow it; these they do.
    NotAllowed(Vec<LegalBasisName>),
    /// Nobody is sent like this on the basis; like these they are.
    FormNotAllowed(Vec<PersonnelFormName>),
    /// Somebody said something else meanwhile.
    Changed,
    /// The town accepted the costs that follow from it.
    Fixed,
    /// The reason is missing or too long.
    Reason,
    /// What is done is missing or too long.
    Extent,
    /// The day is missing.
    Until,
}

impl BasisChoice {
    /// What is paid.
    fn cost(self, language: Language) -> String {
        if self.is_fee {
            return fl!(language.texts(), "legal-cost-fee");
        }
        if self.basis == LegalBasisName::Amtshilfe {
            fl!(language.texts(), "legal-cost-expenses")
        } else {
            fl!(language.texts(), "legal-cost-other-expenses")
        }
    }
}

impl BasisProblem {
    const fn field(&self) -> &'static str {
        match self {
            Self::Missing | Self::NotAllowed(_) | Self::Changed | Self::Fixed => "grundlage",
            Self::FormNotAllowed(_) => "form",
            Self::Reason => "grund",
            Self::Extent => "umfang",
            Self::Until => "bis",
        }
    }

    fn message(&self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Missing => fl!(texts, "legal-basis-missing"),
            Self::NotAllowed(can) => {
                let can: Vec<_> = can.iter().map(|basis| basis.label(language)).collect();
                fl!(texts, "legal-basis-not-allowed", can = can.join(", "))
            }
            Self::FormNotAllowed(can) => {
                let can: Vec<_> = can.iter().map(|form| form.label(language)).collect();
                fl!(texts, "legal-form-not-allowed", can = can.join(", "))
            }
            Self::Changed => fl!(texts, "legal-basis-changed"),
            Self::Fixed => fl!(texts, "legal-basis-fixed"),
            Self::Reason => fl!(texts, "legal-urgency-reason-wrong"),
            Self::Extent => fl!(texts, "legal-urgency-extent-wrong"),
            Self::Until => fl!(texts, "legal-urgency-until-wrong"),
        }
    }
}

impl LegalBasisPage {
    /// What the page is called where it is linked.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "legal-title")
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        let problems = self.problems.iter();
        problems
            .map(|problem| (problem.field(), problem.message(self.frame.language)))
            .collect()
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }

    /// Who does what where, as far as it is told.
    fn preline(&self) -> String {
        let parts = [self.alias.as_deref(), Some(&self.task), Some(&self.place)];
        let told = parts.into_iter().flatten().filter(|part| !part.is_empty());
        told.collect::<Vec<_>>().join(" · ")
    }

    /// Whether one of them is bought.
    fn has_contract(&self) -> bool {
        let mut choices = self.choices.iter();
        choices.any(|choice| choice.basis == LegalBasisName::Contract)
    }

    /// Whether it is said that it is open.
    fn is_open(&self) -> bool {
        !self.choices.iter().any(|choice| choice.is_chosen)
    }

    /// Until when it is to be settled.
    fn until(&self) -> Option<&str> {
        match &self.stand {
            BasisStand::Asked(BasisLine::Open { until } | BasisLine::Late { until }) => Some(until),
            BasisStand::Asked(BasisLine::Chosen(..))
            | BasisStand::FirstCall
            | BasisStand::NotCommitted => None,
        }
    }
}
