//! `/abgleich`: who fits an incident, and the team to send.

mod form;
mod result;

use askama::Template;
use i18n_embed_fl::fl;

pub use form::{MatchForm, MatchProblem, NeedForm, NeedFormSkill, Phase, SymptomTile};
pub use result::{
    Candidate, Excluded, Factor, FactorKind, MatchResult, NeedResult, Team, TeamMember, TeamNeed,
};

use crate::parts::{WorkMode, level_label};
use crate::{Frame, assets};

/// The match page: the form, and the result once a place and a symptom are given.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/matching.html")]
pub struct MatchPage {
    /// Surroundings.
    pub frame: Frame,
    /// What is asked.
    pub form: MatchForm,
    /// Who fits.
    pub result: Option<MatchResult>,
}
