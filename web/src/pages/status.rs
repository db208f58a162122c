//! `/status`: whether the register works, in plain words.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// The status page.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/status.html")]
pub struct StatusPage {
    /// Surroundings.
    pub frame: Frame,
    /// Whether records can be read and written.
    pub database: DatabaseHealth,
    /// Whether entries can be found.
    pub search: SearchHealth,
    /// Whether somebody is on duty; none where nobody keeps a roster, or it cannot be read.
    pub desk: Option<DeskHealth>,
    /// Moment of the last change search knows, such as `heute, 14:20 Uhr`.
    pub as_of: Option<String>,
    /// Version of the software.
    pub version: String,
    /// State of the places and postcodes, such as `31. Dezember 2023`.
    pub reference_as_of: Option<String>,
    /// Moment the page was made, such as `heute, 14:21 Uhr`.
    pub checked_at: String,
}

/// Whether records can be read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseHealth {
    /// Yes.
    Up,
    /// No.
    Down,
}

/// Whether entries can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchHealth {
    /// Yes, all changes are in.
    Ready,
    /// Yes, but some changes are not in yet.
    Behind {
        /// How many.
        changes: u64,
    },
    /// Not yet.
    NotReady,
}

/// Whether somebody is on duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskHealth {
    /// Yes.
    OnDuty,
    /// No.
    Nobody,
}

impl StatusPage {
    /// Whether all is well.
    fn is_well(&self) -> bool {
        self.database == DatabaseHealth::Up && self.search == SearchHealth::Ready
    }

    fn search_text(&self) -> String {
        let texts = self.frame.texts();
        match self.search {
            SearchHealth::Ready => fl!(texts, "status-search-ready"),
            SearchHealth::Behind { changes } => {
                fl!(texts, "status-search-behind", changes = changes)
            }
            SearchHealth::NotReady => fl!(texts, "status-search-not-ready"),
        }
    }

    fn search_badge(&self) -> &'static str {
        match self.search {
            SearchHealth::Ready => "success",
            SearchHealth::Behind { .. } => "warning",
            SearchHealth::NotReady => "danger",
        }
    }
}
