//! `/einladung/{token}`: somebody invited chooses a password; a form that posts `passwort` and `nochmal`.

use askama::Template;
use i18n_embed_fl::fl;

use super::PasswordProblem;
use super::password::messages;
use crate::{Frame, assets};

/// The page that welcomes somebody invited.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/invitation.html")]
pub struct InvitationPage {
    /// Surroundings.
    pub frame: Frame,
    /// Where the form posts to.
    pub action: String,
    /// Characters a password needs.
    pub needed: usize,
    /// What was wrong.
    pub problems: Vec<PasswordProblem>,
}

/// The page for a link that is used or expired.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/invitation_over.html")]
pub struct InvitationOverPage {
    /// Surroundings.
    pub frame: Frame,
}

impl InvitationPage {
    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        messages(&self.problems, self.frame.language)
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
