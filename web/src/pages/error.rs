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
    /// Its HTTP status.
    pub status: u16,
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
    /// 403, for a form that another site sent.
    OtherSite,
    /// 405.
    MethodNotAllowed,
    /// 410.
    Gone,
    /// 400, 413, 415 and 422.
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

impl ErrorPage {
    fn title(&self) -> String {
        let texts = self.frame.texts();
        match self.kind {
            ErrorKind::NotFound => fl!(texts, "error-not-found-title"),
            ErrorKind::Forbidden => fl!(texts, "error-forbidden-title"),
            ErrorKind::OtherSite => fl!(texts, "error-other-site-title"),
            ErrorKind::MethodNotAllowed => fl!(texts, "error-method-title"),
            ErrorKind::Gone => fl!(texts, "error-gone-title"),
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
            ErrorKind::OtherSite => fl!(texts, "error-other-site-text"),
            ErrorKind::MethodNotAllowed => fl!(texts, "error-method-text"),
            ErrorKind::Gone => fl!(texts, "error-gone-text"),
            ErrorKind::Invalid => fl!(texts, "error-invalid-text"),
            ErrorKind::TooMany { retry_minutes } => {
                fl!(texts, "error-too-many-text", minutes = retry_minutes)
            }
            ErrorKind::Internal => fl!(texts, "error-internal-text"),
            ErrorKind::Unavailable => fl!(texts, "error-unavailable-text"),
        }
    }
}
