//! `/verwaltung/warnungen`: alarms about accounts; a form for each open one posts `notiz`.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Role, assets};

/// The page of the alarms.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/alarms.html")]
pub struct AlarmsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Nobody looked after these, newest first.
    pub open: Vec<AlarmRow>,
    /// Somebody looked after these, newest first.
    pub done: Vec<AlarmRow>,
}

/// An alarm.
#[derive(Clone, Debug)]
pub struct AlarmRow {
    /// Names it in forms.
    pub id: String,
    /// What is alarming.
    pub kind: AlarmKind,
    /// Who caused it, by id.
    pub account: String,
    /// What they were then.
    pub roles: String,
    /// The houses they act for now; empty when there are none.
    pub houses: String,
    /// First day counted.
    pub from: String,
    /// Last day counted.
    pub until: String,
    /// Both are the same day.
    pub is_one_day: bool,
    /// How many it was.
    pub seen: i32,
    /// How many are an alarm.
    pub threshold: i32,
    /// When it was raised.
    pub raised: String,
    /// What came of it.
    pub done: Option<AlarmDone>,
}

/// What came of an alarm.
#[derive(Clone, Debug)]
pub struct AlarmDone {
    /// When.
    pub at: String,
    /// Who looked after it, by id.
    pub by: String,
    /// What they found.
    pub note: Option<String>,
}

/// What is alarming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlarmKind {
    /// Unusually many entries were seen.
    Sweep,
    /// Somebody went on with the day's allowance used up.
    Refused,
    /// Somebody was shown an invented entry.
    Decoy,
}

impl AlarmsPage {
    /// Whether whoever looks keeps decoys and accounts.
    fn is_admin(&self) -> bool {
        self.frame.has_role(&[Role::Admin])
    }

    /// What an alarm is called.
    fn title_of(&self, alarm: &AlarmRow) -> String {
        let texts = self.frame.texts();
        match alarm.kind {
            AlarmKind::Sweep => fl!(texts, "alarm-sweep"),
            AlarmKind::Refused => fl!(texts, "alarm-refused"),
            AlarmKind::Decoy => fl!(texts, "alarm-decoy"),
        }
    }

    /// What was counted.
    fn text_of(&self, alarm: &AlarmRow) -> String {
        let texts = self.frame.texts();
        let (seen, threshold) = (alarm.seen, alarm.threshold);
        match alarm.kind {
            AlarmKind::Sweep => {
                fl!(
                    texts,
                    "alarm-sweep-text",
                    seen = seen,
                    threshold = threshold
                )
            }
            AlarmKind::Refused => {
                fl!(
                    texts,
                    "alarm-refused-text",
                    seen = seen,
                    threshold = threshold
                )
            }
            AlarmKind::Decoy => fl!(texts, "alarm-decoy-text"),
        }
    }

    /// The days counted.
    fn days_of(&self, alarm: &AlarmRow) -> String {
        if alarm.is_one_day {
            return alarm.until.clone();
        }
        let (from, until) = (alarm.from.as_str(), alarm.until.as_str());
        fl!(
            self.frame.texts(),
            "alarm-days-range",
            from = from,
            until = until
        )
    }
}
