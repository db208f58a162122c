//! `/hilfe`: asking for help without an account, on a private phone, with little signal.
//!
//! These pages have a base and a stylesheet of their own, need no script and weigh at most 20 KB with their styles.

mod form;
mod problem;
mod status;

use askama::Template;
use i18n_embed_fl::fl;

pub use form::{AffectedSystem, HelpForm};
pub use problem::{HelpDoubt, HelpField, HelpProblem};
pub use status::{CodeOutcome, HelpState, HelpStatusPage, HelpWait, HelpWords};

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
