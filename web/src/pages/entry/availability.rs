//! When somebody can start: now with one tap, the week, absences.

use askama::Template;
use i18n_embed_fl::fl;

use super::{EntryFrame, EntrySection};
use crate::parts::Readiness;
use crate::{Frame, Language, assets};

/// The page of the availability.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/entry_availability.html")]
pub struct AvailabilityPage {
    /// Surroundings.
    pub frame: Frame,
    /// The entry.
    pub entry: EntryFrame,
    /// What holds now.
    pub state: Readiness,
    /// First day of `later`, as a form takes it.
    pub from: String,
    /// Weekdays, Monday first.
    pub weekdays: [bool; 7],
    /// Days away, the next first.
    pub absences: Vec<AbsenceRow>,
    /// On-call duty ahead, the next first.
    pub on_call: Vec<OnCallRow>,
    /// Whoever looks plans it.
    pub plans_on_call: bool,
    /// Until when it rests after a deployment.
    pub rests_until: Option<String>,
    /// Person-days left this year; none without a cap.
    pub days_left: Option<i64>,
    /// The own calendar to subscribe to; none where it is not one's own.
    pub calendar: Option<CalendarLink>,
    /// What was filled in.
    pub form: AvailabilityForm,
}

/// Days away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsenceRow {
    /// Names it in the form: its days.
    pub value: String,
    /// From, such as `3. Mai 2026`.
    pub first_day: String,
    /// To.
    pub last_day: String,
}

/// The address of the own calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarLink {
    /// Since which day there is one.
    pub since: Option<String>,
}

/// The page that shows the address once.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/calendar_link.html")]
pub struct CalendarLinkPage {
    /// Surroundings.
    pub frame: Frame,
    /// The address.
    pub link: String,
    /// It was made on the page of the desk's roster.
    pub is_of_desk: bool,
}

/// A period of on-call duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnCallRow {
    /// Names it in the form.
    pub value: String,
    /// From, such as `heute, 18:00 Uhr`.
    pub from: String,
    /// To.
    pub until: String,
    /// It is that time.
    pub is_now: bool,
}

/// What was filled in and could not be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AvailabilityForm {
    /// First day away.
    pub first_day: String,
    /// Last day away.
    pub last_day: String,
    /// Begin of on-call duty.
    pub on_call_from: String,
    /// End of on-call duty.
    pub on_call_until: String,
    /// What is wrong.
    pub problem: Option<AvailabilityProblem>,
}

/// What is wrong with an availability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AvailabilityProblem {
    /// `later` needs its first day.
    From,
    /// No weekday is left.
    Weekdays,
    /// A day of an absence is none, or it ends before it begins.
    Absence,
    /// There is no room for more absences.
    TooMany,
    /// On-call duty needs a begin and a later end that fit the rest of it.
    OnCall,
    /// There is no room for more on-call duty.
    OnCallTooMany,
}

impl AvailabilityProblem {
    const fn field(self) -> &'static str {
        match self {
            Self::From => "ab",
            Self::Weekdays => "tag1",
            Self::Absence | Self::TooMany => "von",
            Self::OnCall | Self::OnCallTooMany => "beginn",
        }
    }

    fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::From => fl!(texts, "availability-from-missing"),
            Self::Weekdays => fl!(texts, "availability-no-weekday"),
            Self::Absence => fl!(texts, "availability-absence-wrong"),
            Self::TooMany => fl!(texts, "availability-too-many"),
            Self::OnCall => fl!(texts, "on-call-wrong"),
            Self::OnCallTooMany => fl!(texts, "on-call-too-many"),
        }
    }
}

impl AvailabilityPage {
    fn messages(&self) -> Vec<(&'static str, String)> {
        let problem = self.form.problem.into_iter();
        problem
            .map(|problem| (problem.field(), problem.message(self.frame.language())))
            .collect()
    }

    fn message_for(&self, field: &str) -> Option<String> {
        let mut messages = self.messages().into_iter();
        messages
            .find(|(about, _)| *about == field)
            .map(|(_, message)| message)
    }

    /// Weekdays with number and name.
    fn week(&self) -> Vec<(usize, String, bool)> {
        let texts = self.frame.texts();
        let names = [
            fl!(texts, "weekday-1"),
            fl!(texts, "weekday-2"),
            fl!(texts, "weekday-3"),
            fl!(texts, "weekday-4"),
            fl!(texts, "weekday-5"),
            fl!(texts, "weekday-6"),
            fl!(texts, "weekday-7"),
        ];
        let days = names.into_iter().zip(self.weekdays).enumerate();
        days.map(|(at, (name, is_on))| (at + 1, name, is_on))
            .collect()
    }

    fn left(&self) -> Option<String> {
        let texts = self.frame.texts();
        self.days_left
            .map(|days| fl!(texts, "days-left", days = days))
    }

    fn title(&self) -> String {
        EntrySection::Availability.label(self.frame.language())
    }
}
