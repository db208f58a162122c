//! `/konto/zweiter-faktor`: a form that posts `code`; then the recovery codes, once.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// The page that sets up an authenticator app.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/totp_setup.html")]
pub struct TotpSetupPage {
    /// Surroundings.
    pub frame: Frame,
    /// The secret to type, grouped in fours.
    pub secret: String,
    /// The same as an `otpauth:` address.
    pub address: String,
    /// The same to scan.
    pub qr: QrCode,
    /// The digits typed were wrong.
    pub problem: bool,
}

/// A square of dark and light modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// Modules a side has, without the light border.
    pub size: u32,
    /// The dark modules as an SVG path, one unit a module.
    pub path: String,
}

/// The page that shows the recovery codes, this once.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/recovery_codes.html")]
pub struct RecoveryCodesPage {
    /// Surroundings.
    pub frame: Frame,
    /// The codes.
    pub codes: Vec<String>,
}

impl QrCode {
    /// Light modules readers need around the code.
    const BORDER: u32 = 4;

    /// Modules a side has with the light border.
    const fn whole(&self) -> u32 {
        self.size + 2 * Self::BORDER
    }
}

impl TotpSetupPage {
    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let wrong = || ("code", fl!(self.frame.texts(), "totp-wrong"));
        self.problem.then(wrong).into_iter().collect()
    }
}
