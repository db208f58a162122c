//! `/stimmt-noch/{token}`: whether entries are still right, asked by mail; a form that posts nothing but itself.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// The page a mail leads to.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/still_right.html")]
pub struct StillRightPage {
    /// Surroundings.
    pub frame: Frame,
    /// What is asked.
    pub state: StillRight,
}

/// What is asked, or why nothing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StillRight {
    /// Whether these entries are still right.
    Open {
        /// The nameless ones of a team, or the own one.
        is_team: bool,
        /// By their public names.
        entries: Vec<StillRightEntry>,
        /// The consent that the answer renews, by paragraphs; none when it renews none.
        consent: Vec<String>,
        /// Where the form posts to.
        action: String,
    },
    /// They were confirmed.
    Answered {
        /// The nameless ones of a team, or the own one.
        is_team: bool,
        /// The day.
        on: String,
    },
    /// The link works no more.
    Over,
}

/// An entry without anything that says whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StillRightEntry {
    /// Its public name.
    pub alias: String,
    /// The day it was last confirmed.
    pub confirmed_on: Option<String>,
}

impl StillRightPage {
    fn title(&self) -> String {
        let texts = self.frame.texts();
        match &self.state {
            StillRight::Open { is_team: true, .. } => fl!(texts, "still-team"),
            StillRight::Open { entries, .. } => match entries.first() {
                Some(entry) => fl!(texts, "still-own", alias = entry.alias.as_str()),
                None => fl!(texts, "still-title"),
            },
            StillRight::Answered { .. } => fl!(texts, "still-done-title"),
            StillRight::Over => fl!(texts, "still-over-title"),
        }
    }

    /// Where something is changed, signed in.
    const fn change_at(&self) -> &'static str {
        match self.state {
            StillRight::Open { is_team: true, .. } | StillRight::Answered { is_team: true, .. } => {
                "/organisation"
            }
            StillRight::Open { .. } | StillRight::Answered { .. } | StillRight::Over => "/profil",
        }
    }
}
