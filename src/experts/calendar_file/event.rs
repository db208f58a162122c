//! An event of a calendar, and the days it takes.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use super::days::within;
use super::model::FileFault;
use super::moment::{Length, Moment};
use super::recurrence::Budget;
use super::rule::Rule;
use crate::clock::Instant;
use crate::experts::model::Absence;

/// Seconds of a day that make it a day away: a working day.
const WORKING_DAY: i64 = 8 * 3_600;

/// Why somebody may be there although an event takes the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It is marked as free time.
    Free,
    /// It is not settled.
    Tentative,
    /// It is work at another place.
    Elsewhere,
}

/// Which instance of a series, and the days it takes.
pub(super) type Occurrence = (Option<NaiveDate>, Absence);

/// An event, read.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// Names its series; empty where it has no name.
    pub(super) uid: String,
    pub(super) title: String,
    pub(super) start: Moment,
    pub(super) length: Length,
    pub(super) rule: Option<Rule>,
    /// When the rule ends.
    pub(super) until: Option<Moment>,
    /// When it takes place beside the rule.
    pub(super) extra: Vec<Moment>,
    /// When it does not.
    pub(super) except: Vec<Moment>,
    /// Which instance of its series it stands for.
    pub(super) instance: Option<Moment>,
    pub(super) is_cancelled: bool,
    pub(super) doubt: Option<Doubt>,
}

impl Event {
    /// The days in Berlin it takes when it begins then; none when it takes a working day of none.
    pub(super) fn days(&self, start: Moment) -> Option<Absence> {
        let (first_day, last_day) = match self.length {
            Length::Days(days) => {
                let first = start.date();
                let last = first.checked_add_days(Days::new(days.saturating_sub(1)));
                (first, last.unwrap_or(NaiveDate::MAX))
            }
            Length::Time(seconds) => {
                let begin = start.instant();
                let end = begin.plus_seconds(seconds);
                let takes = |day: NaiveDate| {
                    let from = begin.max(Instant::start_of(day));
                    let until = end.min(Instant::end_of(day));
                    until.as_seconds() - from.as_seconds() >= WORKING_DAY
                };
                // What lies between the first and the last day is taken whole.
                let first = Some(begin.date()).filter(|day| takes(*day));
                let last = Some(end.date()).filter(|day| takes(*day));
                (
                    first.or_else(|| begin.date().succ_opt())?,
                    last.or_else(|| end.date().pred_opt())?,
                )
            }
        };
        (first_day <= last_day).then_some(Absence {
            first_day,
            last_day,
        })
    }

    /// The days of a window it takes, occurrence by occurrence, without the instances that others stand for.
    pub(super) fn occurrences(
        &self,
        window: Absence,
        instances: &[Moment],
        budget: &mut Budget,
    ) -> Result<Vec<Occurrence>, FileFault> {
        budget.look_at(instances.len() + self.except.len())?;
        let absent: HashSet<NaiveDate> = instances
            .iter()
            .chain(&self.except)
            .map(|moment| moment.date_beside(self.start))
            .collect();
        let mut found = Vec::new();
        for start in self.starts(window, budget)? {
            if absent.contains(&start.date_beside(self.start)) {
                continue;
            }
            let days = self.days(start).and_then(|days| within(days, window));
            if let Some(days) = days {
                budget.found()?;
                found.push((self.instance_at(start), days));
            }
        }
        Ok(found)
    }

    /// Which instance of a series begins then, by the day the series has for it; none of an event that is no series, so
    /// that it stays the same when it is moved.
    fn instance_at(&self, start: Moment) -> Option<NaiveDate> {
        let is_series = self.rule.is_some() || !self.extra.is_empty();
        let of_series = is_series.then_some(start);
        let instance = self.instance.or(of_series)?;
        Some(instance.date_beside(self.start))
    }

    /// When it begins, as far as that may reach into a window.
    fn starts(&self, window: Absence, budget: &mut Budget) -> Result<Vec<Moment>, FileFault> {
        let extra = self.extra.iter().copied();
        let Some(rule) = &self.rule else {
            return Ok(std::iter::once(self.start).chain(extra).collect());
        };
        // A day more on either side: elsewhere it may be another one.
        let lead = match self.length {
            Length::Days(days) => days,
            Length::Time(seconds) => seconds.unsigned_abs() / 86_400 + 1,
        };
        let from = window.first_day.checked_sub_days(Days::new(lead));
        let to = window.last_day.checked_add_days(Days::new(1));
        let window = (from.unwrap_or(NaiveDate::MIN), to.unwrap_or(NaiveDate::MAX));
        let holds = |day: NaiveDate| match (self.until, self.start) {
            (None, _) => true,
            (Some(until), Moment::Day(_)) => day <= until.date_beside(self.start),
            (Some(Moment::Day(last)), Moment::Clock(..)) => day <= last,
            (Some(until), Moment::Clock(..)) => self.start.on(day).instant() <= until.instant(),
        };
        let days = rule.days(self.start.date(), window, holds, budget)?;
        let starts = days.into_iter().map(|day| self.start.on(day));
        Ok(starts.chain(extra).collect())
    }
}
