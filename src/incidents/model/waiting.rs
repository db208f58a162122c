//! What whoever asked may expect until somebody has called back, and when the desk is called again.

use strum::IntoStaticStr;

use super::{Incident, IncidentState, Step};
use crate::clock::Instant;
use crate::incidents::roster::Desk;

/// Seconds within which somebody calls back.
const CALL_BACK: i64 = 15 * 60;
/// Seconds without a human after which the page says that nobody can be reached (trust.md 8).
const TRUTH: i64 = 20 * 60;
/// Seconds after which the desk is called again, for as long as nobody verified it.
pub const AGAIN: i64 = 15 * 60;

/// That somebody of the desk cares for an incident, so that nobody else calls back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Since when somebody does, whoever it was.
    pub first_at: Instant,
    /// Since when the one who does now.
    pub at: Instant,
    /// Who.
    pub by: String,
}

/// What whoever asked may expect before they are called back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// A call until then.
    CallUntil(Instant),
    /// A call, and nobody knows when: all were told, and nobody is on duty.
    NobodyOnDuty,
    /// Nobody is to be reached.
    LeftAlone,
}

/// Who is called again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Recall {
    /// Every coordinator.
    All,
    /// Whoever is on duty; every coordinator where nobody is.
    OnDuty,
}

impl Incident {
    /// Until when somebody calls back.
    pub fn called_back_by(&self) -> Instant {
        self.waits_since().plus_seconds(CALL_BACK)
    }

    /// Since when it waits for whoever took it first, else for anybody. Who takes it over later moves nothing: the
    /// town has waited all the same.
    fn waits_since(&self) -> Instant {
        let taken = self.taken.as_ref();
        taken.map_or(self.asked_at, |taken| taken.first_at)
    }

    /// What whoever asked may expect, of an incident that nobody verified.
    pub fn wait(&self, now: Instant, desk: Desk) -> Wait {
        if self.waits_since().plus_seconds(TRUTH) <= now {
            return Wait::LeftAlone;
        }
        match (desk, &self.taken) {
            (Desk::Nobody, None) => Wait::NobodyOnDuty,
            (Desk::Nobody, Some(_)) | (Desk::NoRoster | Desk::OnDuty, _) => {
                Wait::CallUntil(self.called_back_by())
            }
        }
    }

    /// When the desk is called again and who of it, after it was called last; never once it is verified or over. One
    /// that was taken over and forgotten is told to all once.
    pub fn next_recall(&self, last: Option<Instant>) -> Option<(Instant, Recall)> {
        match self.state() {
            IncidentState::Unverified => {}
            IncidentState::Verified | IncidentState::Closed => return None,
        }
        let forgotten = self.taken.as_ref();
        let forgotten = forgotten.map(|taken| taken.first_at.plus_seconds(AGAIN));
        if let Some(forgotten) = forgotten.filter(|at| last.is_none_or(|last| last < *at)) {
            return Some((forgotten, Recall::All));
        }
        let last = last.unwrap_or(self.asked_at.plus_seconds(Step::All.after()));
        Some((last.plus_seconds(AGAIN), Recall::OnDuty))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incidents::model::samples::{ASKED, incident};
    use crate::incidents::model::{Closed, ClosingReason, Verification, Verified};

    fn after(minutes: i64) -> Instant {
        ASKED.plus_seconds(minutes * 60)
    }

    fn taken(first: i64, last: i64) -> Taken {
        Taken {
            first_at: after(first),
            at: after(last),
            by: "acc".to_owned(),
        }
    }

    #[test]
    fn after_twenty_minutes_without_a_human_the_page_says_so() {
        let mut incident = incident();

        assert_eq!(
            incident.wait(ASKED.plus_seconds(1_199), Desk::NoRoster),
            Wait::CallUntil(after(15))
        );
        assert_eq!(incident.wait(after(20), Desk::OnDuty), Wait::LeftAlone);
        incident.taken = Some(taken(10, 10));
        assert_eq!(
            incident.wait(ASKED.plus_seconds(1_799), Desk::OnDuty),
            Wait::CallUntil(after(25))
        );
        assert_eq!(incident.wait(after(30), Desk::OnDuty), Wait::LeftAlone);
    }

    #[test]
    fn who_takes_it_over_later_moves_neither_the_promise_nor_the_truth() {
        let mut incident = incident();
        incident.taken = Some(taken(10, 29));

        assert_eq!(incident.called_back_by(), after(25));
        assert_eq!(incident.wait(after(30), Desk::OnDuty), Wait::LeftAlone);
    }

    #[test]
    fn where_nobody_is_on_duty_no_time_is_promised_until_somebody_takes_it() {
        let mut incident = incident();

        assert_eq!(incident.wait(ASKED, Desk::Nobody), Wait::NobodyOnDuty);
        assert_eq!(incident.wait(after(20), Desk::Nobody), Wait::LeftAlone);
        incident.taken = Some(taken(5, 5));
        assert_eq!(
            incident.wait(after(6), Desk::Nobody),
            Wait::CallUntil(after(20))
        );
    }

    #[test]
    fn nobody_took_it_and_the_desk_is_called_every_quarter_of_an_hour() {
        let incident = incident();

        let planned = incident.next_recall(None);
        assert_eq!(planned, Some((after(30), Recall::OnDuty)));
        let early = incident.next_recall(Some(ASKED));
        assert_eq!(early, Some((after(15), Recall::OnDuty)));
        let late = incident.next_recall(Some(after(200)));
        assert_eq!(late, Some((after(215), Recall::OnDuty)));
    }

    #[test]
    fn one_taken_over_and_forgotten_is_told_to_all_once_and_then_to_whoever_is_on_duty() {
        let mut incident = incident();
        incident.taken = Some(taken(4, 12));

        let forgotten = Some((after(19), Recall::All));
        assert_eq!(incident.next_recall(None), forgotten);
        assert_eq!(incident.next_recall(Some(after(18))), forgotten);
        assert_eq!(
            incident.next_recall(Some(after(19))),
            Some((after(34), Recall::OnDuty))
        );
    }

    #[test]
    fn nobody_is_called_again_once_it_is_verified_or_over() {
        let mut incident = incident();
        incident.verified = Some(Verified {
            at: ASKED,
            by: "acc".to_owned(),
            how: Verification::CallBack,
        });
        assert_eq!(incident.next_recall(None), None);

        incident.verified = None;
        incident.closed = Some(Closed {
            at: ASKED,
            by: "acc".to_owned(),
            reason: ClosingReason::Withdrawn,
        });
        assert_eq!(incident.next_recall(None), None);
    }
}
