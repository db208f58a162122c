//! `/hilfe/{token}/zurueckziehen`: asks once more before a request for help is taken back.

use askama::Template;
use i18n_embed_fl::fl;

use super::CodeProblem;
use crate::{Frame, assets};

/// Id of the field for the spoken code.
const FIELD: &str = "code";

/// Asks whether a request is to be taken back; posts to itself, with `code` where it is needed.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/help_withdraw.html")]
pub struct HelpWithdrawPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the place, or what was typed.
    pub place: String,
    /// It is a drill.
    pub is_drill: bool,
    /// Where the request stands: `/hilfe/…`.
    pub back: String,
    /// People may be on their way: it is verified.
    pub is_verified: bool,
    /// The spoken code is to be typed.
    pub asks_code: bool,
    /// What is wrong with the code typed.
    pub problem: Option<CodeProblem>,
}

impl HelpWithdrawPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        let problem = self.problem.into_iter();
        let language = self.frame.language();
        problem
            .map(|problem| (FIELD, problem.message(language)))
            .collect()
    }

    fn is_locked(&self) -> bool {
        self.problem == Some(CodeProblem::Locked)
    }
}
