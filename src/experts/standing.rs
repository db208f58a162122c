//! Whether an entry is eligible: derived from dated facts for each query, never stored.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::consent::ConsentPurpose;
use super::duty::PersonDays;
use super::model::{Admission, Entry, EntryKind, Grade};
use crate::clock::Instant;

/// Days a confirmation holds before the entry is hidden.
const CONFIRMATION_DAYS: i64 = 365;

/// What counts of the employer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Employer {
    /// From when persons can be eligible: staff-council participation is settled.
    pub participation_from: Option<Instant>,
    /// Since when it is struck itself.
    pub struck_since: Option<Instant>,
    /// Person-days left, across all its entries.
    pub days_left: Option<PersonDays>,
    /// When its membership ends or ended: from then on no release counts.
    pub member_until: Option<Instant>,
}

/// The dated facts of an entry. Periods are half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Admitted by the vetters.
    pub admitted: Option<(Instant, Instant)>,
    /// Consent given.
    pub consent: Option<(Instant, Instant)>,
    /// Last confirmed.
    pub confirmed_at: Option<Instant>,
    /// Participation settled.
    pub participation_from: Option<Instant>,
    /// Released by the employer.
    pub released: Option<(Instant, Instant)>,
    /// Days left under the employer's and the release's caps.
    pub days_left: Option<PersonDays>,
    /// Employer struck.
    pub struck_since: Option<Instant>,
}

/// What an entry lacks to be eligible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Admission by the vetters.
    Vetted,
    /// The person's consent.
    Consent,
    /// A confirmation within a year.
    Confirmed,
    /// Settled staff-council participation.
    Participation,
    /// The employer's release.
    Release,
    /// The employer is struck itself.
    EmployerStruck,
}

impl Entry {
    /// How thorough the admission is that holds.
    pub fn grade(&self, now: Instant) -> Option<Grade> {
        holding(&self.admissions, now).map(|held| held.grade)
    }
}

/// The admission that holds; of several the one that lasts longest, for it was given last.
pub fn holding(admissions: &[Admission], now: Instant) -> Option<Admission> {
    let holds = |row: &&Admission| row.from <= now && now < until(row.until, row.revoked_at);
    let held = admissions.iter().filter(holds);
    held.max_by_key(|row| row.until).copied()
}

impl Facts {
    /// The facts of an entry at an instant: of each kind the period that holds, else the latest one.
    ///
    /// A capacity needs neither consent nor participation: it is no person.
    pub fn of(entry: &Entry, employer: &Employer, now: Instant) -> Self {
        let is_person = entry.kind == EntryKind::Person;
        let visible_until = entry.hidden_since.unwrap_or(FOREVER);
        let admissions = entry
            .admissions
            .iter()
            .map(|row| (row.from, until(row.until, row.revoked_at)));
        let consents = entry.consents.iter();
        let consents = consents.filter(|row| row.purpose == ConsentPurpose::Matching);
        let consents = consents.map(|row| {
            (
                row.given_at,
                until(row.valid_until, row.withdrawn_at).min(visible_until),
            )
        });
        let release = entry
            .releases
            .iter()
            .max_by_key(|row| (until(row.until, row.withdrawn_at) > now, row.from));
        let capped = release.and_then(|row| row.days_a_year).map(|days| {
            PersonDays::used(entry.commitments.iter().copied(), now).left_of(days.into())
        });
        Self {
            admitted: best(admissions, now),
            consent: if is_person {
                best(consents, now)
            } else {
                Some((entry.created_at, visible_until))
            },
            confirmed_at: entry.confirmed_at,
            participation_from: if is_person {
                employer.participation_from
            } else {
                Some(entry.created_at)
            },
            released: release.map(|row| {
                let ends = until(row.until, row.withdrawn_at);
                (row.from, until(ends, employer.member_until))
            }),
            days_left: [capped, employer.days_left]
                .into_iter()
                .flatten()
                .reduce(PersonDays::min),
            struck_since: employer.struck_since,
        }
    }

    /// What is missing at an instant; nothing when the entry is eligible.
    pub fn missing(&self, now: Instant) -> Vec<Missing> {
        let holds = |period: Option<(Instant, Instant)>| {
            period.is_some_and(|(from, until)| from <= now && now < until)
        };
        let is_confirmed = self
            .confirmed_at
            .is_some_and(|at| now < at.plus_days(CONFIRMATION_DAYS));
        let checks = [
            (Missing::Vetted, holds(self.admitted)),
            (Missing::Consent, holds(self.consent)),
            (Missing::Confirmed, is_confirmed),
            (
                Missing::Participation,
                self.participation_from.is_some_and(|from| from <= now),
            ),
            (Missing::Release, holds(self.released)),
            (
                Missing::EmployerStruck,
                self.struck_since.is_none_or(|since| now < since),
            ),
        ];
        checks
            .into_iter()
            .filter(|(_, is_met)| !is_met)
            .map(|(missing, _)| missing)
            .collect()
    }
}

const FOREVER: Instant = Instant::from_micros(i64::MAX);

fn until(planned: Instant, ended: Option<Instant>) -> Instant {
    ended.map_or(planned, |ended| planned.min(ended))
}

/// The period that holds, else the one that ends last.
fn best(
    periods: impl Iterator<Item = (Instant, Instant)>,
    now: Instant,
) -> Option<(Instant, Instant)> {
    periods.max_by_key(|(from, until)| (*from <= now && now < *until, *until))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant::from_micros(1_000_000_000_000_000);

    fn admission(grade: Grade, from: i64, until: i64) -> Admission {
        Admission {
            grade,
            from: NOW.plus_days(from),
            until: NOW.plus_days(until),
            revoked_at: None,
        }
    }

    #[test]
    fn of_several_admissions_the_one_given_last_holds() {
        let older = admission(Grade::Extended, -900, 30);
        let newer = admission(Grade::Basic, -1, 900);
        let revoked = Admission {
            revoked_at: Some(NOW),
            ..newer
        };

        assert_eq!(holding(&[older, newer], NOW), Some(newer));
        assert_eq!(holding(&[older, revoked], NOW), Some(older));
        assert_eq!(holding(&[older], NOW.plus_days(30)), None);
    }
}
