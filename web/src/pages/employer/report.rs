//! `/organisation/bericht`: how a team stands as a whole.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, assets};

/// How a team stands.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/report.html")]
pub struct ReportPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub name: String,
    /// The day it is of.
    pub on: String,
    /// Nameless capacities.
    pub capacities: usize,
    /// The figures; nothing of fewer than five persons.
    pub figures: Option<ReportFigures>,
}

/// Counts of persons; none where too few are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportFigures {
    /// Persons counted.
    pub persons: usize,
    /// Confirmed lately, due, hidden.
    pub freshness: ReportBlock,
    /// Admitted for long, ending soon, not.
    pub admissions: ReportBlock,
    /// Of those admitted, of the extended grade.
    pub extended: Option<usize>,
    /// Standing, each time, not.
    pub releases: ReportBlock,
}

/// Three counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportBlock(pub [Option<usize>; 3]);

impl ReportPage {
    /// Headings with their lines: what is counted, and how many.
    fn blocks(&self) -> Vec<(String, Vec<(String, String)>)> {
        let texts = self.frame.texts();
        let Some(figures) = self.figures else {
            return Vec::new();
        };
        let [fresh, due, hidden] = figures.freshness.0;
        let [lasting, ending, none] = figures.admissions.0;
        let [standing, each_time, unreleased] = figures.releases.0;
        let line = |label, count| (label, self.count(count));
        vec![
            (
                fl!(texts, "report-freshness"),
                vec![
                    line(fl!(texts, "report-fresh"), fresh),
                    line(fl!(texts, "report-due"), due),
                    line(fl!(texts, "report-hidden"), hidden),
                ],
            ),
            (
                fl!(texts, "report-admissions"),
                vec![
                    line(fl!(texts, "report-lasting"), lasting),
                    line(fl!(texts, "report-ending"), ending),
                    line(fl!(texts, "report-not-admitted"), none),
                    line(fl!(texts, "report-extended"), figures.extended),
                ],
            ),
            (
                fl!(texts, "releases-title"),
                vec![
                    line(fl!(texts, "report-standing"), standing),
                    line(fl!(texts, "releases-each-time"), each_time),
                    line(fl!(texts, "releases-held-none"), unreleased),
                ],
            ),
        ]
    }

    fn count(&self, count: Option<usize>) -> String {
        count.map_or_else(
            || fl!(self.frame.texts(), "report-untold"),
            |count| count.to_string(),
        )
    }
}
