//! What the page after a thing done says about it.

use i18n_embed_fl::fl;

use crate::{Flash, FlashKind, Language};

/// A message that travels to the next page by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Somebody has signed in.
    SignedIn,
    /// Somebody has signed out.
    SignedOut,
}

impl Notice {
    /// All there are.
    pub const ALL: [Self; 2] = [Self::SignedIn, Self::SignedOut];

    /// The name it travels by.
    pub const fn id(self) -> &'static str {
        match self {
            Self::SignedIn => "signed-in",
            Self::SignedOut => "signed-out",
        }
    }

    /// The message of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.id() == id)
    }

    /// What it says.
    pub fn flash(self, language: Language) -> Flash {
        let texts = language.texts();
        let text = match self {
            Self::SignedIn => fl!(texts, "notice-signed-in"),
            Self::SignedOut => fl!(texts, "notice-signed-out"),
        };
        Flash {
            kind: FlashKind::Success,
            text,
            undo: None,
        }
    }
}
