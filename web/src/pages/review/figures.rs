//! `/zahlen`: figures of the whole federation in which nobody can be found.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

/// The figures.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/figures.html")]
pub struct FiguresPage {
    /// Surroundings.
    pub frame: Frame,
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// Verified incidents.
    pub incidents: Option<usize>,
    /// By symptom, phase, group of Länder and quarter.
    pub incidents_by: [Vec<FigureRow>; 4],
    /// Deployments that ended.
    pub deployments: Option<usize>,
    /// By quarter.
    pub deployments_by_quarter: Vec<FigureRow>,
    /// Begun days of help.
    pub help_days: Option<i64>,
    /// Half of the incidents had somebody within so many hours.
    pub median_hours: Option<i64>,
    /// Requests of a hundred that were filled.
    pub filled_percent: Option<usize>,
}

/// How many of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    /// What is counted.
    pub label: String,
    /// How many; none where it is not told.
    pub count: Option<usize>,
}

impl FiguresPage {
    /// What a place is called that is in no list.
    pub fn unknown_group(language: Language) -> String {
        fl!(language.texts(), "after-group-unknown")
    }

    /// Tables with their headings.
    fn tables(&self) -> Vec<(String, &Vec<FigureRow>)> {
        let texts = self.frame.texts();
        let headings = [
            fl!(texts, "after-by-symptom"),
            fl!(texts, "after-by-phase"),
            fl!(texts, "after-by-group"),
            fl!(texts, "after-by-quarter"),
        ];
        let tables = headings.into_iter().zip(&self.incidents_by);
        let last = (
            fl!(texts, "after-deployments-by-quarter"),
            &self.deployments_by_quarter,
        );
        tables.chain([last]).collect()
    }

    /// Single figures: what, and how much.
    fn figures(&self) -> Vec<(String, String)> {
        let texts = self.frame.texts();
        let hours = self.median_hours;
        let hours = hours.map(|n| fl!(texts, "after-hours", n = n));
        let percent = self.filled_percent.map(|n| format!("{n} %"));
        let days = self.help_days.map(|days| days.to_string());
        let untold = || fl!(texts, "after-untold");
        let few = || fl!(texts, "after-few");
        vec![
            (
                fl!(texts, "after-incidents"),
                self.told(self.incidents.as_ref()),
            ),
            (
                fl!(texts, "after-deployments"),
                self.told(self.deployments.as_ref()),
            ),
            (fl!(texts, "after-days"), days.unwrap_or_else(untold)),
            (fl!(texts, "after-median"), hours.unwrap_or_else(few)),
            (fl!(texts, "after-filled"), percent.unwrap_or_else(few)),
        ]
    }

    fn told(&self, count: Option<&usize>) -> String {
        count.map_or_else(
            || fl!(self.frame.texts(), "after-untold"),
            ToString::to_string,
        )
    }
}
