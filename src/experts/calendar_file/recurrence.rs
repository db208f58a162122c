//! The days of a rule, in bounded work.
//!
//! A rule is walked period by period, each day of a period asked whether it fits. What a file may ask for in all is a
//! [`Budget`]: a rule that fits no day, or a thousand that fit every day, end like a short one.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::model::FileFault;
use super::rule::{Frequency, Rule};

/// Days that are looked at for one file. In a year of rules that are as usual each looks at 730 at most.
const MOST_DAYS: usize = 3_000_000;
/// What a day that is found costs.
const FOUND: usize = 50;

/// How much work one file may still make.
#[derive(Debug)]
pub(super) struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(MOST_DAYS)
    }
}

impl Budget {
    /// Accounts for days that are looked at.
    pub(super) fn look_at(&mut self, days: usize) -> Result<(), FileFault> {
        self.0 = self.0.checked_sub(days).ok_or(FileFault::TooMuch)?;
        Ok(())
    }

    /// Accounts for a day that was found.
    pub(super) fn found(&mut self) -> Result<(), FileFault> {
        self.look_at(FOUND)
    }
}

impl Rule {
    /// The days from `start` on that lie between two others, in order, while `holds`.
    pub(super) fn days(
        &self,
        start: NaiveDate,
        (from, to): (NaiveDate, NaiveDate),
        holds: impl Fn(NaiveDate) -> bool,
        budget: &mut Budget,
    ) -> Result<Vec<NaiveDate>, FileFault> {
        let rule = self.completed(start);
        let mut found = Vec::new();
        let mut left = rule.count.unwrap_or(u32::MAX);
        // Without a count what lies before is of no matter.
        let mut number = match rule.count {
            Some(_) => 0,
            None => rule.periods_before(start, from),
        };
        while let Some((first, last)) = rule.period(start, number).filter(|(first, _)| *first <= to)
        {
            number = number.saturating_add(rule.interval);
            for day in rule.chosen((first, last), budget)? {
                if day < start {
                    continue;
                }
                if left == 0 || day > to || !holds(day) {
                    return Ok(found);
                }
                left -= 1;
                if day >= from {
                    budget.found()?;
                    found.push(day);
                }
            }
        }
        Ok(found)
    }

    /// With what the rule leaves to its first day.
    fn completed(&self, start: NaiveDate) -> Self {
        let mut rule = self.clone();
        let says_days = !rule.weeks.is_empty()
            || !rule.year_days.is_empty()
            || !rule.month_days.is_empty()
            || !rule.weekdays.is_empty();
        if says_days {
            return rule;
        }
        let day_of_month = vec![start.day().cast_signed()];
        match rule.frequency {
            Frequency::Daily => {}
            Frequency::Weekly => rule.weekdays = vec![(0, start.weekday())],
            Frequency::Monthly => rule.month_days = day_of_month,
            Frequency::Yearly => {
                if rule.months.is_empty() {
                    rule.months = vec![start.month().cast_signed()];
                }
                rule.month_days = day_of_month;
            }
        }
        rule
    }

    /// First and last day of the period so many after that of the first day.
    fn period(&self, start: NaiveDate, number: u32) -> Option<(NaiveDate, NaiveDate)> {
        let days = |first: NaiveDate, days| Some((first, first.checked_add_days(Days::new(days))?));
        match self.frequency {
            Frequency::Daily => days(start.checked_add_days(Days::new(number.into()))?, 0),
            Frequency::Weekly => {
                let week = start.week(self.week_start).checked_first_day()?;
                days(week.checked_add_days(Days::new(u64::from(number) * 7))?, 6)
            }
            Frequency::Monthly => {
                let month = start.with_day(1)?.checked_add_months(Months::new(number))?;
                days(month, u64::from(month.num_days_in_month()) - 1)
            }
            Frequency::Yearly => {
                let year = start.year().checked_add(i32::try_from(number).ok()?)?;
                Some((
                    NaiveDate::from_ymd_opt(year, 1, 1)?,
                    NaiveDate::from_ymd_opt(year, 12, 31)?,
                ))
            }
        }
    }

    /// How many periods can be passed over because they end before a day, a multiple of the interval.
    fn periods_before(&self, start: NaiveDate, from: NaiveDate) -> u32 {
        if from <= start {
            return 0;
        }
        let days = (from - start).num_days();
        let years = i64::from(from.year() - start.year());
        let passed = match self.frequency {
            Frequency::Daily => days,
            Frequency::Weekly => days / 7,
            Frequency::Monthly => years * 12 + i64::from(from.month()) - i64::from(start.month()),
            Frequency::Yearly => years,
        };
        let passed = u32::try_from(passed).unwrap_or(0);
        passed - passed % self.interval
    }

    /// The days of a period that the rule chooses.
    fn chosen(
        &self,
        (first, last): (NaiveDate, NaiveDate),
        budget: &mut Budget,
    ) -> Result<Vec<NaiveDate>, FileFault> {
        let days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day <= last).collect();
        budget.look_at(days.len())?;
        let days: Vec<NaiveDate> = days.into_iter().filter(|day| self.fits(*day)).collect();
        if self.positions.is_empty() {
            return Ok(days);
        }
        let at = |(index, day): (usize, &NaiveDate)| {
            let front = i32::try_from(index + 1).unwrap_or(i32::MAX);
            let back = i32::try_from(days.len() - index).unwrap_or(i32::MAX);
            let is_chosen = self.positions.contains(&front) || self.positions.contains(&-back);
            is_chosen.then_some(*day)
        };
        Ok(days.iter().enumerate().filter_map(at).collect())
    }

    fn fits(&self, day: NaiveDate) -> bool {
        let any = |list: &[i32], (front, length): (u32, u32)| {
            let (front, length) = (front.cast_signed(), length.cast_signed());
            list.is_empty() || list.contains(&front) || list.contains(&(front - length - 1))
        };
        let month = u32::from(day.num_days_in_month());
        let year = if day.leap_year() { 366 } else { 365 };
        (self.months.is_empty() || self.months.contains(&day.month().cast_signed()))
            && any(&self.month_days, (day.day(), month))
            && any(&self.year_days, (day.ordinal(), year))
            && (self.weeks.is_empty() || any(&self.weeks, self.week(day)))
            && (self.weekdays.is_empty() || self.has_weekday(day, (month, year)))
    }

    fn has_weekday(&self, day: NaiveDate, (month, year): (u32, u32)) -> bool {
        let is_of_month = self.frequency == Frequency::Monthly || !self.months.is_empty();
        let (at, length) = if is_of_month {
            (day.day(), month)
        } else {
            (day.ordinal(), year)
        };
        let front = ((at - 1) / 7 + 1).cast_signed();
        let back = ((length - at) / 7 + 1).cast_signed();
        let mut wanted = self.weekdays.iter();
        wanted.any(|(number, weekday)| {
            *weekday == day.weekday() && (*number == 0 || *number == front || *number == -back)
        })
    }

    /// The number of the week of a day, and how many there are in its year: it belongs to the year of its fourth day.
    fn week(&self, day: NaiveDate) -> (u32, u32) {
        let number = |day: NaiveDate| {
            let first = day.week(self.week_start).checked_first_day();
            let middle = first.and_then(|first| first.checked_add_days(Days::new(3)));
            middle.map_or((0, 0), |middle| (middle.year(), middle.ordinal0() / 7 + 1))
        };
        let (year, week) = number(day);
        let last = NaiveDate::from_ymd_opt(year, 12, 28).map_or(0, |day| number(day).1);
        (week, last)
    }
}
