//! How soon somebody can start, asked at a moment.

use crate::{Availability, Instant, Readiness};

const HOUR: Instant = 3_600;

/// How soon an entry can start, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadinessAt {
    /// What it is called.
    pub state: Readiness,
    /// Earliest start; `None` when there is none.
    pub from: Option<Instant>,
}

/// How soon an entry can start at `now`: what it says or on-call duty, whichever is sooner, put off by absences and
/// commitments. Who is not available at all is not on duty either.
///
/// Somebody busy who would otherwise work only from afar is [`Readiness::Later`] until free.
pub fn readiness_at(availability: &Availability, now: Instant) -> ReadinessAt {
    readiness_of(
        (availability.readiness, availability.from),
        &availability.on_call,
        [&availability.absences, &availability.commitments],
        now,
    )
}

/// [`readiness_at`] over columns.
pub(crate) fn readiness_of(
    declared: (Readiness, Option<Instant>),
    on_call: &[(Instant, Instant)],
    busy: [&[(Instant, Instant)]; 2],
    now: Instant,
) -> ReadinessAt {
    let willing_from = match declared.0 {
        Readiness::Now | Readiness::RemoteOnly => Some(now),
        Readiness::Within24Hours => Some(now.saturating_add(24 * HOUR)),
        Readiness::Within72Hours => Some(now.saturating_add(72 * HOUR)),
        Readiness::Later => declared.1.map(|from| from.max(now)),
        Readiness::Unavailable => None,
    };
    let free = willing_from.map(|willing| first_free(willing, busy));
    let from = match declared.0 {
        Readiness::Unavailable => None,
        _ => [free, first_on_call(on_call, busy, now)]
            .into_iter()
            .flatten()
            .min(),
    };
    let Some(from) = from else {
        let state = match declared.0 {
            Readiness::Later => Readiness::Later,
            _ => Readiness::Unavailable,
        };
        return ReadinessAt { state, from: None };
    };
    ReadinessAt {
        state: name(declared.0, now, from),
        from: Some(from),
    }
}

/// The first instant from `now` on at which it is on call and free.
fn first_on_call(
    on_call: &[(Instant, Instant)],
    busy: [&[(Instant, Instant)]; 2],
    now: Instant,
) -> Option<Instant> {
    let starts = on_call.iter().filter_map(|&(from, until)| {
        let free = first_free(from.max(now), busy);
        (free < until).then_some(free)
    });
    starts.min()
}

fn name(declared: Readiness, now: Instant, from: Instant) -> Readiness {
    if from <= now {
        return match declared {
            Readiness::RemoteOnly => Readiness::RemoteOnly,
            _ => Readiness::Now,
        };
    }
    if declared == Readiness::RemoteOnly {
        return Readiness::Later;
    }
    match from.saturating_sub(now) {
        ..=86_400 => Readiness::Within24Hours,
        86_401..=259_200 => Readiness::Within72Hours,
        _ => Readiness::Later,
    }
}

/// The first instant from `start` on that no period covers. Each list is sorted by start.
fn first_free(start: Instant, busy: [&[(Instant, Instant)]; 2]) -> Instant {
    let mut free = start;
    loop {
        let before = free;
        for periods in busy {
            for &(from, until) in periods {
                if from <= free && free < until {
                    free = until;
                }
            }
        }
        if free == before {
            return free;
        }
    }
}

/// Whether no period overlaps `[from, until)`.
pub(crate) fn is_free(from: Instant, until: Instant, busy: [&[(Instant, Instant)]; 2]) -> bool {
    busy.into_iter()
        .flatten()
        .all(|period| period.1 <= from || until <= period.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = 1_000_000;
    const DAY: Instant = 24 * HOUR;

    fn at(readiness: Readiness, from: Option<Instant>, absences: &[(i64, i64)]) -> ReadinessAt {
        readiness_of((readiness, from), &[], [absences, &[]], NOW)
    }

    #[test]
    fn who_is_ready_and_free_can_start_now() {
        let ready = at(Readiness::Now, None, &[(NOW + DAY, NOW + 2 * DAY)]);

        assert_eq!(ready.state, Readiness::Now);
        assert_eq!(ready.from, Some(NOW));
    }

    #[test]
    fn an_absence_puts_the_start_off() {
        let absences = [(NOW - DAY, NOW + DAY), (NOW + DAY, NOW + 2 * DAY)];

        let ready = at(Readiness::Now, None, &absences);

        assert_eq!(ready.state, Readiness::Within72Hours);
        assert_eq!(ready.from, Some(NOW + 2 * DAY));
    }

    #[test]
    fn a_date_that_has_come_is_now() {
        assert_eq!(
            at(Readiness::Later, Some(NOW - 1), &[]).state,
            Readiness::Now
        );
        assert_eq!(
            at(Readiness::Later, Some(NOW + 9 * DAY), &[]).state,
            Readiness::Later
        );
        assert_eq!(at(Readiness::Later, None, &[]).from, None);
    }

    #[test]
    fn who_works_from_afar_only_stays_so() {
        assert_eq!(
            at(Readiness::RemoteOnly, None, &[]).state,
            Readiness::RemoteOnly
        );
        let busy = at(Readiness::RemoteOnly, None, &[(NOW, NOW + 1)]);
        assert_eq!(busy.state, Readiness::Later);
    }

    #[test]
    fn who_is_not_available_has_no_date() {
        let never = at(Readiness::Unavailable, None, &[]);

        assert_eq!((never.state, never.from), (Readiness::Unavailable, None));
    }

    #[test]
    fn a_period_that_ends_at_the_start_does_not_overlap() {
        assert!(is_free(10, 20, [&[(0, 10), (20, 30)], &[]]));
        assert!(!is_free(10, 20, [&[(19, 30)], &[]]));
    }

    #[test]
    fn on_call_duty_makes_ready_while_it_lasts() {
        let on_call = [(NOW + HOUR, NOW + DAY)];
        let at = |readiness, now| readiness_of((readiness, None), &on_call, [&[], &[]], now);

        let before = at(Readiness::Within72Hours, NOW);
        assert_eq!(
            (before.state, before.from),
            (Readiness::Within24Hours, Some(NOW + HOUR))
        );
        assert_eq!(
            at(Readiness::Within72Hours, NOW + HOUR).state,
            Readiness::Now
        );
        assert_eq!(
            at(Readiness::Within72Hours, NOW + DAY - 1).state,
            Readiness::Now
        );
        assert_eq!(
            at(Readiness::Within72Hours, NOW + DAY).state,
            Readiness::Within72Hours
        );
        assert_eq!(at(Readiness::Later, NOW + HOUR).state, Readiness::Now);
        assert_eq!(
            at(Readiness::RemoteOnly, NOW + HOUR).state,
            Readiness::RemoteOnly
        );
        assert_eq!(
            at(Readiness::Unavailable, NOW + HOUR).state,
            Readiness::Unavailable
        );
    }

    #[test]
    fn who_is_away_is_not_on_call() {
        let (on_call, away) = ([(NOW, NOW + DAY)], [(NOW - DAY, NOW + HOUR)]);
        let at = |away: &[(i64, i64)]| {
            readiness_of((Readiness::Within72Hours, None), &on_call, [away, &[]], NOW).from
        };

        assert_eq!(at(&away), Some(NOW + HOUR));
        assert_eq!(at(&[(NOW - DAY, NOW + DAY)]), Some(NOW + 3 * DAY));
    }
}
