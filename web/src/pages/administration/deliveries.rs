//! `/verwaltung/zustellung`: messages and other work that failed for good.

use askama::Template;
use i18n_embed_fl::fl;

use super::ChannelRow;
use crate::{Frame, Language, assets};

/// What failed for good, the latest first, and how the channels do.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/deliveries.html")]
pub struct DeliveriesPage {
    /// Surroundings.
    pub frame: Frame,
    /// By which ways messages go.
    pub channels: Vec<ChannelRow>,
    /// The jobs.
    pub rows: Vec<FailedJobRow>,
}

/// A job that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedJobRow {
    /// Its id.
    pub id: String,
    /// What it was to do, by the name of its kind.
    pub kind: String,
    /// When it was given up.
    pub at: String,
    /// How often it was tried.
    pub tries: u32,
    /// The mail server refused a message, now and later.
    pub is_refused: bool,
}

impl FailedJobRow {
    fn label(&self, language: Language) -> String {
        let texts = language.texts();
        match self.kind.as_str() {
            "mail.name_shown" => fl!(texts, "delivery-name-shown"),
            "mail.admission_ends" | "mail.team_admission_ends" => {
                fl!(texts, "delivery-admission")
            }
            "mail.confirmation_due" | "mail.team_confirmation_due" => {
                fl!(texts, "delivery-confirmation")
            }
            "mail.consent_ends" => fl!(texts, "delivery-consent"),
            "mail.daily" => fl!(texts, "delivery-daily"),
            "mail.case_decided"
            | "mail.case_asks"
            | "mail.team_case_decided"
            | "mail.team_case_asks"
            | "mail.cases_wait" => fl!(texts, "delivery-case"),
            "mail.team_invitation" => fl!(texts, "delivery-invitation"),
            kind if kind.starts_with("mail.") => fl!(texts, "delivery-credential"),
            kind => fl!(texts, "delivery-other", kind = kind),
        }
    }

    fn why(&self, language: Language) -> String {
        let texts = language.texts();
        if self.is_refused {
            fl!(texts, "delivery-refused")
        } else {
            fl!(texts, "delivery-failed")
        }
    }
}
