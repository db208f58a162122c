//! `/hilfe`: asking for help without an account, on a private phone, with little signal; and by links that need none
//! either, answering and releasing.
//!
//! These pages have a base and a stylesheet of their own, need no script and weigh at most 20 KB with their styles. With
//! scripts, what is typed is kept on the phone for half an hour.

mod answer;
mod answer_form;
mod care;
mod form;
mod introduction;
mod problem;
mod readers;
mod release;
mod status;
mod system;
mod team;
mod withdraw;

use askama::Template;
use i18n_embed_fl::fl;

pub use answer::{AnswerContact, AnswerNext, AnswerPage, AnswerState, AnswerSteps, AskedFacts};
pub use answer_form::{AnswerForm, AnswerOption, AnswerProblem};
pub use care::{HelpCare, HelpGuidePage};
pub use form::HelpForm;
pub(in crate::pages) use form::HelpLine;
pub use introduction::{Cost, Introduction};
pub(in crate::pages) use problem::HelpOrder;
pub use problem::{HelpDoubt, HelpField, HelpProblem};
pub use readers::{HelpReaders, ReadersForm};
pub use release::{HouseInsurance, ReleasePage, ReleaseState};
pub use status::{CodeOutcome, HelpState, HelpStatusPage, HelpWait, HelpWords};
pub use system::AffectedSystem;
pub use team::{
    CodeProblem, Committed, HelpPerson, HelpProgress, HelpRefusal, HelpStage, HelpTeam,
    PersonContact, PersonState, TownSteps,
};
pub use withdraw::HelpWithdrawPage;

use super::SymptomTile;
use crate::parts::FirstAid;
use crate::{Frame, assets};

/// `/hilfe`: asks for help.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/help.html")]
pub struct HelpPage {
    /// Surroundings.
    pub frame: Frame,
    /// What to do first.
    pub first_aid: FirstAid,
    /// Where the visitor is.
    pub step: HelpStep,
}

/// Where somebody who asks for help is.
#[derive(Clone, Debug)]
pub enum HelpStep {
    /// What happened: one tile each, which leads to `/hilfe?symptom=<id>`.
    Symptom(Vec<SymptomTile>),
    /// Where, and how to reach: one of the form's tiles is chosen.
    Contact(HelpForm),
    /// From the card's QR (`/hilfe?ort=<AGS>`): number and code, then each tile is the button that sends.
    Card(HelpForm),
}

impl HelpPage {
    fn heading(&self) -> String {
        let texts = self.frame.texts();
        match &self.step {
            HelpStep::Symptom(_) => fl!(texts, "match-symptom"),
            HelpStep::Contact(_) => fl!(texts, "help-contact-title"),
            HelpStep::Card(form) if form.place.ags.is_some() => {
                fl!(texts, "help-for", place = form.place.text.as_str())
            }
            HelpStep::Card(_) => fl!(texts, "help-card-title"),
        }
    }

    fn form(&self) -> Option<&HelpForm> {
        match &self.step {
            HelpStep::Symptom(_) => None,
            HelpStep::Contact(form) | HelpStep::Card(form) => Some(form),
        }
    }

    /// The code is asked for, and a tile sends.
    fn is_card(&self) -> bool {
        matches!(self.step, HelpStep::Card(_))
    }

    fn is_wrong(&self) -> bool {
        self.form().is_some_and(HelpForm::is_wrong)
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        let phone = self.frame.operator.phone.as_deref();
        let order = if self.is_card() {
            HelpOrder::Card
        } else {
            HelpOrder::Form
        };
        let form = self.form();
        form.map_or_else(Vec::new, |form| {
            form.messages(order, self.frame.language(), phone)
        })
    }
}
