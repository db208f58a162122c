//! `/konto/zweiter-faktor`: a form that posts `code`; then the recovery codes, once.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::PasskeyOffer;
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
    /// Goes back with the form: what was begun.
    pub begun: String,
    /// What was wrong.
    pub problem: Option<SetupProblem>,
}

/// The page for whoever must use a passkey and has none, or signed in without it.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/passkey_setup.html")]
pub struct PasskeySetupPage {
    /// Surroundings.
    pub frame: Frame,
    /// Makes a key, where the session is confirmed.
    pub offer: Option<PasskeyOffer>,
    /// There is a passkey already: it confirms the session.
    pub has_passkey: bool,
}

/// What was wrong with a setup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupProblem {
    /// The password.
    Password,
    /// The digits.
    Code,
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
    pub(crate) const BORDER: u32 = 4;

    /// Modules a side has with the light border.
    pub(crate) const fn whole(&self) -> u32 {
        self.size + 2 * Self::BORDER
    }
}

impl TotpSetupPage {
    /// What was wrong, with the id of the field it is about.
    fn messages(&self) -> Vec<(&'static str, String)> {
        let texts = self.frame.texts();
        let message = self.problem.map(|problem| match problem {
            SetupProblem::Password => ("passwort", fl!(texts, "second-factor-wrong-password")),
            SetupProblem::Code => ("code", fl!(texts, "totp-wrong")),
        });
        message.into_iter().collect()
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }
}
