//! Pages for what cannot be answered; each leads on.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// An error page.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/error.html")]
pub struct ErrorPage {
    /// Surroundings.
    pub frame: Frame,
    /// What happened.
    pub kind: ErrorKind,
    /// What exactly was wrong with the input, in the page's language.
    pub details: Vec<String>,
    /// What to name when asking the operator.
    pub request_id: Option<String>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// 404.
    NotFound,
    /// 403.
    Forbidden,
    /// 405.
    MethodNotAllowed,
    /// 400 and 422.
    Invalid,
    /// 429.
    TooMany {
        /// When to try again.
        retry_minutes: u32,
    },
    /// 500.
    Internal,
    /// 503.
    Unavailable,
}

impl ErrorKind {
    /// Its HTTP status.
    pub const fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Forbidden => 403,
            Self::MethodNotAllowed => 405,
            Self::Invalid => 422,
            Self::TooMany { .. } => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
        }
    }
}

impl ErrorPage {
    fn title(&self) -> String {
        let texts = self.frame.texts();
        match self.kind {
            ErrorKind::NotFound => fl!(texts, "error-not-found-title"),
            ErrorKind::Forbidden => fl!(texts, "error-forbidden-title"),
            ErrorKind::MethodNotAllowed => fl!(texts, "error-method-title"),
            ErrorKind::Invalid => fl!(texts, "error-invalid-title"),
            ErrorKind::TooMany { .. } => fl!(texts, "error-too-many-title"),
            ErrorKind::Internal => fl!(texts, "error-internal-title"),
            ErrorKind::Unavailable => fl!(texts, "error-unavailable-title"),
        }
    }

    fn text(&self) -> String {
        let texts = self.frame.texts();
        match self.kind {
            ErrorKind::NotFound => fl!(texts, "error-not-found-text"),
            ErrorKind::Forbidden => fl!(texts, "error-forbidden-text"),
            ErrorKind::MethodNotAllowed => fl!(texts, "error-method-text"),
            ErrorKind::Invalid => fl!(texts, "error-invalid-text"),
            ErrorKind::TooMany { retry_minutes } => {
                fl!(texts, "error-too-many-text", minutes = retry_minutes)
            }
            ErrorKind::Internal => fl!(texts, "error-internal-text"),
            ErrorKind::Unavailable => fl!(texts, "error-unavailable-text"),
        }
    }
}
