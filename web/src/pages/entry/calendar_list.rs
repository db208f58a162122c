//! What of a calendar file can be ticked, list by list.

use i18n_embed_fl::fl;

use super::calendar_file::{CalendarDoubt, CalendarPreviewPage, CalendarRow};

/// An event that was moved since it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarMove {
    /// Names it in the form.
    pub value: String,
    /// The days it took.
    pub before: String,
    /// The days it takes now.
    pub now: String,
    /// What it is called, as far as it is known.
    pub titles: String,
    /// Why somebody may be there on the days it takes now.
    pub doubt: Option<CalendarDoubt>,
    /// Whether it is ticked.
    pub is_chosen: bool,
}

/// Rows under one heading.
pub(super) struct CalendarList {
    /// Begins the ids of its fields.
    pub(super) id: &'static str,
    /// Name of the boxes.
    pub(super) field: &'static str,
    /// Name of what was offered.
    pub(super) offered: &'static str,
    pub(super) heading: String,
    pub(super) hint: Option<String>,
    pub(super) rows: Vec<CalendarRow>,
}

impl CalendarPreviewPage {
    /// All lists in which there is something to tick.
    pub(super) fn lists(&self) -> Vec<CalendarList> {
        let texts = self.frame.texts();
        let days = |id, heading, rows: &[CalendarRow]| CalendarList {
            id,
            field: "tage",
            offered: "angebot",
            heading,
            hint: None,
            rows: rows.to_vec(),
        };
        let lists = [
            CalendarList {
                id: "verschoben",
                field: "verschoben",
                offered: "verschoben-angebot",
                heading: fl!(texts, "calendar-preview-moved"),
                hint: Some(fl!(texts, "calendar-preview-moved-hint")),
                rows: self
                    .moved
                    .iter()
                    .map(|moved| self.moved_row(moved))
                    .collect(),
            },
            days("neu", fl!(texts, "calendar-preview-new"), &self.rows),
            days(
                "frei",
                fl!(texts, "calendar-preview-doubtful"),
                &self.doubtful,
            ),
            CalendarList {
                id: "weg",
                field: "weg",
                offered: "weg-angebot",
                heading: fl!(texts, "calendar-preview-gone"),
                hint: Some(fl!(texts, "calendar-preview-gone-hint")),
                rows: self.gone.clone(),
            },
        ];
        let lists = lists.into_iter();
        lists.filter(|list| !list.rows.is_empty()).collect()
    }

    fn moved_row(&self, moved: &CalendarMove) -> CalendarRow {
        let (before, now) = (moved.before.as_str(), moved.now.as_str());
        CalendarRow {
            value: moved.value.clone(),
            days: fl!(
                self.frame.texts(),
                "calendar-moved",
                before = before,
                now = now
            ),
            titles: moved.titles.clone(),
            doubt: moved.doubt,
            is_chosen: moved.is_chosen,
        }
    }
}
