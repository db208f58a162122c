//! `/einsaetze/{id}/bescheinigung`: a sheet for whoever helped, and for a coordinator who checks one.

use askama::Template;
use i18n_embed_fl::fl;

use crate::parts::WorkMode;
use crate::{Frame, Language, assets};

/// The sheet.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/certificate.html")]
pub struct CertificatePage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the deployment in addresses.
    pub id: String,
    /// Whose it is; a line to write on where that is not shown.
    pub name: Option<String>,
    /// Who sent them.
    pub employer: String,
    /// What somebody was needed for.
    pub task: String,
    /// Where help was given.
    pub mode: WorkMode,
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// Begun days.
    pub days: i64,
    /// Who was helped, where it agreed to be named.
    pub town: Option<String>,
    /// Skills the town saw.
    pub skills: Vec<String>,
    /// The day it is issued.
    pub issued: String,
    /// By which a coordinator knows it again.
    pub code: String,
    /// Whether the check value a coordinator was shown is right.
    pub is_right: Option<bool>,
}

impl CertificatePage {
    /// What the page is called where it is linked.
    pub fn title(language: Language) -> String {
        fl!(language.texts(), "after-certificate")
    }

    fn time(&self) -> String {
        let (texts, from) = (self.frame.texts(), self.from.as_str());
        if self.from == self.until {
            return fl!(texts, "after-time-day", day = from);
        }
        fl!(
            texts,
            "after-time-days",
            from = from,
            until = self.until.as_str(),
            n = self.days
        )
    }

    /// Lines of the sheet: what it is, and what it says.
    fn lines(&self) -> Vec<(String, String)> {
        let texts = self.frame.texts();
        let mut lines = vec![
            (fl!(texts, "after-employer"), self.employer.clone()),
            (fl!(texts, "after-task"), self.task.clone()),
            (fl!(texts, "after-time"), self.time()),
            (
                fl!(texts, "after-where"),
                self.mode.label(self.frame.language),
            ),
        ];
        if let Some(town) = &self.town {
            lines.push((fl!(texts, "after-town"), town.clone()));
        }
        if !self.skills.is_empty() {
            lines.push((fl!(texts, "after-seen"), self.skills.join(", ")));
        }
        lines
    }
}
