//! Absences from a calendar file: choosing the file, and choosing what of it is entered.

use askama::Template;
use i18n_embed_fl::fl;

use super::calendar_list::CalendarMove;
use super::{EntryFrame, EntrySection};
use crate::{Frame, Language, assets};

/// The page on which the file is chosen.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/calendar_file.html")]
pub struct CalendarFilePage {
    /// Surroundings.
    pub frame: Frame,
    /// The entry.
    pub entry: EntryFrame,
    /// Why the file before was not taken.
    pub problem: Option<CalendarFileProblem>,
}

/// The page that shows what would be entered; nothing is stored yet.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/calendar_preview.html")]
pub struct CalendarPreviewPage {
    /// Surroundings.
    pub frame: Frame,
    /// The entry.
    pub entry: EntryFrame,
    /// Absences that can be entered, the next first.
    pub rows: Vec<CalendarRow>,
    /// Days on which somebody may be there all the same.
    pub doubtful: Vec<CalendarRow>,
    /// Events entered before that take other days now.
    pub moved: Vec<CalendarMove>,
    /// Days of events entered before that are not in the file any more.
    pub gone: Vec<CalendarRow>,
    /// Names the events of what can be entered, in hidden fields: digests and days.
    pub events: Vec<String>,
    /// What is entered already.
    pub held: Vec<String>,
    /// What was left out; none when the choice is shown again.
    pub left_out: Option<CalendarLeftOut>,
    /// Zones that nobody knows.
    pub unknown_zones: Vec<String>,
    /// Absences there may be in all.
    pub most: usize,
    /// Why the choice was not taken.
    pub problem: Option<CalendarChoiceProblem>,
}

/// Days that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRow {
    /// Names them in the form: the days themselves.
    pub value: String,
    /// What they are called, such as `24. Dezember 2026 bis 6. Januar 2027`.
    pub days: String,
    /// What the events are called, as far as it is known.
    pub titles: String,
    /// Why somebody may be there.
    pub doubt: Option<CalendarDoubt>,
    /// Whether they are ticked.
    pub is_chosen: bool,
}

/// Why somebody may be there on days that an event takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarDoubt {
    /// Marked as free time.
    Free,
    /// Not settled.
    Tentative,
    /// Work at another place.
    Elsewhere,
}

/// How many events were left out, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarLeftOut {
    /// Cancelled.
    pub cancelled: usize,
    /// Shorter than a working day.
    pub short: usize,
    /// Past, or more than twelve months ahead.
    pub other_time: usize,
    /// Not to be read.
    pub unreadable: usize,
    /// Doubtful days beside those that are shown.
    pub doubtful: usize,
    /// Lines of events that cannot be read, and why: the first ones.
    pub flaws: Vec<(usize, CalendarFlaw)>,
}

/// What of an event cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum CalendarFlaw {
    Start,
    End,
    Rule,
    Dates,
    Instance,
}

/// Why nothing of a file can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum CalendarFileProblem {
    None,
    Empty,
    NoCalendar,
    NoEvents,
    Encoding(usize),
    LineTooLong(usize),
    Broken(usize),
    Incomplete,
    TooMany,
    TooMuch,
}

/// Why a choice was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarChoiceProblem {
    /// Nothing is ticked.
    None,
    /// Something that was sent is no days.
    NoDays,
    /// There is no room for so many.
    TooMany,
}

impl CalendarFileProblem {
    fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::None => fl!(texts, "calendar-file-none"),
            Self::Empty => fl!(texts, "calendar-file-empty"),
            Self::NoCalendar => fl!(texts, "calendar-file-no-calendar"),
            Self::NoEvents => fl!(texts, "calendar-file-no-events"),
            Self::Encoding(line) => fl!(texts, "calendar-file-encoding", line = line),
            Self::LineTooLong(line) => fl!(texts, "calendar-file-line-long", line = line),
            Self::Broken(line) => fl!(texts, "calendar-file-broken", line = line),
            Self::Incomplete => fl!(texts, "calendar-file-incomplete"),
            Self::TooMany => fl!(texts, "calendar-file-too-many"),
            Self::TooMuch => fl!(texts, "calendar-file-too-much"),
        }
    }
}

impl CalendarFilePage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        let problems = self.problem.into_iter();
        problems
            .map(|problem| ("file", problem.message(self.frame.language())))
            .collect()
    }
}

impl CalendarDoubt {
    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Free => fl!(texts, "calendar-doubt-free"),
            Self::Tentative => fl!(texts, "calendar-doubt-tentative"),
            Self::Elsewhere => fl!(texts, "calendar-doubt-elsewhere"),
        }
    }
}

impl CalendarFlaw {
    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Start => fl!(texts, "calendar-flaw-start"),
            Self::End => fl!(texts, "calendar-flaw-end"),
            Self::Rule => fl!(texts, "calendar-flaw-rule"),
            Self::Dates => fl!(texts, "calendar-flaw-dates"),
            Self::Instance => fl!(texts, "calendar-flaw-instance"),
        }
    }
}

impl CalendarLeftOut {
    fn lines(&self, language: Language) -> Vec<String> {
        let texts = language.texts();
        let lines = [
            (
                self.short,
                fl!(texts, "calendar-left-short", n = self.short),
            ),
            (
                self.other_time,
                fl!(texts, "calendar-left-other-time", n = self.other_time),
            ),
            (
                self.cancelled,
                fl!(texts, "calendar-left-cancelled", n = self.cancelled),
            ),
            (
                self.doubtful,
                fl!(texts, "calendar-left-doubtful", n = self.doubtful),
            ),
            (
                self.unreadable,
                fl!(texts, "calendar-left-unreadable", n = self.unreadable),
            ),
        ];
        let counted = lines.into_iter().filter(|(count, _)| *count > 0);
        counted.map(|(_, line)| line).collect()
    }
}

impl CalendarPreviewPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        let texts = self.frame.texts();
        let message = |problem| match problem {
            CalendarChoiceProblem::None => fl!(texts, "calendar-choice-none"),
            CalendarChoiceProblem::NoDays => fl!(texts, "calendar-choice-no-days"),
            CalendarChoiceProblem::TooMany => {
                fl!(texts, "calendar-choice-too-many", most = self.most)
            }
        };
        let problems = self.problem.into_iter();
        problems.map(|problem| ("tage", message(problem))).collect()
    }

    /// Some absences are not ticked because there is no room for them.
    fn has_no_room(&self) -> bool {
        self.rows.iter().any(|row| !row.is_chosen) && self.problem.is_none()
    }

    fn zones(&self) -> String {
        self.unknown_zones.join(", ")
    }
}
