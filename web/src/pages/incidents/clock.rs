//! Reports the law asks for: by when, and who was reminded.

use i18n_embed_fl::fl;

use super::IncidentSide;
use crate::Language;

/// Minutes of an hour.
const HOUR: u32 = 60;
/// Minutes up to which hours are counted, and no days.
const IN_HOURS: u32 = 72 * HOUR;
/// Minutes up to which minutes are told beside the hours.
const TO_THE_MINUTE: u32 = 6 * HOUR;

/// A report the law asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockRow {
    /// Which; posts to `…/fristen/{value}`.
    pub report: LegalReport,
    /// By when, such as `heute, 14:20 Uhr`.
    pub due: String,
    /// Where it stands.
    pub state: ClockState,
    /// Who was reminded, oldest first.
    pub reminders: Vec<ReminderRow>,
}

/// Where a report stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// There is time.
    Running {
        /// Whole minutes left.
        minutes: u32,
    },
    /// There was.
    Overdue {
        /// Whole minutes since.
        minutes: u32,
    },
    /// It was made.
    Done {
        /// When.
        at: String,
        /// Who says so.
        side: IncidentSide,
    },
}

/// That the town was reminded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderRow {
    /// When, such as `heute, 14:20 Uhr`.
    pub at: String,
    /// What became of the message.
    pub reached: Reached,
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// It arrived.
    Delivered,
    /// Somebody else answers for it now.
    Sent,
    /// No way worked.
    Failed,
    /// Nobody knows any more.
    Unknown,
}

/// A report the law asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegalReport {
    /// To the data protection authority.
    DataProtection,
    /// First report to the BSI.
    EarlyWarning,
    /// Report to the BSI.
    Notification,
    /// Final report to the BSI.
    FinalReport,
}

impl LegalReport {
    /// Its value on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::DataProtection => "gdpr_72h",
            Self::EarlyWarning => "bsig_24h",
            Self::Notification => "bsig_72h",
            Self::FinalReport => "bsig_1_month",
        }
    }

    pub(in crate::pages) fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::DataProtection => fl!(texts, "clock-data-protection"),
            Self::EarlyWarning => fl!(texts, "clock-early-warning"),
            Self::Notification => fl!(texts, "clock-notification"),
            Self::FinalReport => fl!(texts, "clock-final-report"),
        }
    }
}

impl ClockRow {
    pub(in crate::pages) fn is_done(&self) -> bool {
        matches!(self.state, ClockState::Done { .. })
    }

    pub(in crate::pages) fn is_overdue(&self) -> bool {
        matches!(self.state, ClockState::Overdue { .. })
    }

    /// Where it stands, in words that need no colour.
    pub(in crate::pages) fn text(&self, language: Language) -> String {
        let texts = language.texts();
        match &self.state {
            ClockState::Running { minutes } => left(*minutes, language),
            ClockState::Overdue { minutes } => over(*minutes, language),
            ClockState::Done { at, side } => {
                let by = side.label(language);
                fl!(texts, "clock-done", at = at.as_str(), by = by)
            }
        }
    }
}

impl ReminderRow {
    pub(in crate::pages) fn text(&self, language: Language) -> String {
        let (texts, at) = (language.texts(), self.at.as_str());
        match self.reached {
            Reached::Delivered => fl!(texts, "care-reminded-delivered", at = at),
            Reached::Sent => fl!(texts, "care-reminded-sent", at = at),
            Reached::Failed => fl!(texts, "care-reminded-failed", at = at),
            Reached::Unknown => fl!(texts, "care-reminded", at = at),
        }
    }
}

/// To the hour as long as whole days would hide one, and to the minute at the end.
fn left(minutes: u32, language: Language) -> String {
    let texts = language.texts();
    let (hours, days, rest) = (minutes / HOUR, minutes / (24 * HOUR), minutes % HOUR);
    match minutes {
        0 => fl!(texts, "care-left-now"),
        1..HOUR => fl!(texts, "care-left-minutes", m = minutes),
        HOUR..TO_THE_MINUTE => fl!(texts, "care-left-both", n = hours, m = rest),
        TO_THE_MINUTE..=IN_HOURS => fl!(texts, "care-left-hours", n = hours),
        _ => fl!(texts, "clock-left-days", n = days),
    }
}

fn over(minutes: u32, language: Language) -> String {
    let texts = language.texts();
    let (hours, days) = (minutes / HOUR, minutes / (24 * HOUR));
    match minutes {
        0..HOUR => fl!(texts, "clock-over-now"),
        HOUR..=IN_HOURS => fl!(texts, "clock-over-hours", n = hours),
        _ => fl!(texts, "clock-over-days", n = days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_hour_is_hidden_behind_whole_days() {
        let told = |minutes| left(minutes, Language::German);

        assert_eq!(told(0), "noch weniger als eine Minute");
        assert_eq!(told(12), "noch 12 Min.");
        assert_eq!(told(5 * HOUR + 7), "noch 5 Std. 7 Min.");
        assert_eq!(told(41 * HOUR + 59), "noch 41 Std.");
        assert_eq!(told(72 * HOUR), "noch 72 Std.");
        assert_eq!(told(72 * HOUR + 1), "noch 3 Tage");
    }

    #[test]
    fn what_is_overdue_says_so_plainly() {
        let told = |minutes| over(minutes, Language::German);

        assert_eq!(told(59), "überfällig seit weniger als einer Stunde");
        assert_eq!(told(49 * HOUR), "überfällig seit 49 Stunden");
        assert_eq!(told(96 * HOUR), "überfällig seit 4 Tagen");
    }
}
