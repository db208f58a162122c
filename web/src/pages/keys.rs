//! `/verwaltung/schluessel`: two admins agree on a rotation of the keys; forms that post nothing.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// What the operator runs once two people agree; a command has no language.
const COMMAND: &str = "kataster keys rotate";

/// The page of the keys.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/keys.html")]
pub struct KeysPage {
    /// Surroundings.
    pub frame: Frame,
    /// Number of the key that seals.
    pub newest: i32,
    /// Where a rotation stands.
    pub state: KeysState,
}

/// Where a rotation stands, for whoever looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeysState {
    /// None is announced.
    Quiet,
    /// Waits for a second person.
    Announced {
        /// Whoever looks has announced it.
        is_own: bool,
        /// Until when it can be confirmed and begun.
        until: String,
    },
    /// The operator may begin.
    Confirmed {
        /// Until when.
        until: String,
    },
    /// The operator has begun.
    Begun,
}
