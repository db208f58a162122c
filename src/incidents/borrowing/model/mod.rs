//! What a request for an offer is: asked, promised, used, over.

mod promised;
#[cfg(test)]
mod properties;
mod state;
mod terms;

pub use promised::{Period, Promise, free};
pub use state::{OfferRequestState, OfferStep, Turn};
pub use terms::{CostTerms, Flaw, Limits, Wanted, cost_terms};

use crate::clock::Instant;
use crate::ids::{IncidentId, OfferId, OfferRequestId, OrganisationId};
use crate::incidents::model::Incident;

/// Seconds of a day.
const DAY: i64 = 24 * 3_600;
/// The version of what was asked and answered, and nothing besides.
const PROMISED: i32 = 2;
/// Days after the end both sides still see each other (security.md, tier 2).
const SEEN_DAYS: i64 = 7;

/// An offer that a town asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferRequest {
    /// Its id.
    pub id: OfferRequestId,
    /// What is asked for.
    pub offer: OfferId,
    /// What for.
    pub incident: IncidentId,
    /// Whose the offer is.
    pub provider: OrganisationId,
    /// Who is helped.
    pub requester: OrganisationId,
    /// Where it stands.
    pub state: OfferRequestState,
    /// How much: asked, and from the promise on promised.
    pub quantity: u32,
    /// For how long.
    pub period: Period,
    /// Days the town wants besides, while the house is asked for them.
    pub more_days: Option<u16>,
    /// When it was asked.
    pub made_at: Instant,
    /// By whose word.
    pub made_by: String,
    /// Until when the house must answer.
    pub due_at: Instant,
    /// When and by whose word it was promised or refused.
    pub answered: Option<(Instant, String)>,
    /// When and by whose word it began.
    pub started: Option<(Instant, String)>,
    /// When and by whose word it ended.
    pub ended: Option<(Instant, String)>,
    /// Grows with every change.
    pub version: i32,
}

impl OfferRequest {
    /// Whether the house is waited for: for its promise, or for more days.
    pub fn is_waiting(&self) -> bool {
        self.state == OfferRequestState::Asked
            || (self.state.is_promised() && self.more_days.is_some())
    }

    /// Whether the house may answer now.
    pub fn is_asked(&self, now: Instant) -> bool {
        self.is_waiting() && now < self.due_at
    }

    /// What is kept for the town.
    pub fn promise(&self) -> Promise {
        Promise {
            quantity: self.quantity,
            period: self.period,
        }
    }

    /// How many days it is for.
    pub fn days(&self) -> i64 {
        (self.period.until.as_seconds() - self.period.from.as_seconds()) / DAY
    }

    /// Whether the promise is the last that happened: nobody asked for more days since.
    pub fn is_just_promised(&self) -> bool {
        self.state == OfferRequestState::Agreed && self.version == PROMISED
    }

    /// Whether the town may say that it uses it.
    pub fn may_start(&self, now: Instant) -> bool {
        self.state == OfferRequestState::Agreed && self.period.from <= now
    }

    /// Whether both sides of it, which is for this incident, see each other: never with whoever is not who they said.
    pub fn is_open_in(&self, incident: &Incident, now: Instant) -> bool {
        self.incident == incident.id && !incident.is_not_genuine() && self.is_open_to_both(now)
    }

    /// Whether it is promised or used, or was until seven days ago.
    fn is_open_to_both(&self, now: Instant) -> bool {
        match self.state {
            OfferRequestState::Agreed | OfferRequestState::Running => true,
            OfferRequestState::Ended => {
                let ended = self.ended.as_ref();
                ended.is_some_and(|(at, _)| now < at.plus_days(SEEN_DAYS))
            }
            OfferRequestState::Asked
            | OfferRequestState::Refused
            | OfferRequestState::Lapsed
            | OfferRequestState::Withdrawn
            | OfferRequestState::Cancelled => false,
        }
    }

    /// What time makes of it now: nothing, the end as this, or that more days were not promised.
    pub fn turn(&self, now: Instant) -> Option<Turn> {
        match self.state {
            OfferRequestState::Asked if self.due_at <= now => {
                Some(Turn::Over(OfferRequestState::Lapsed))
            }
            OfferRequestState::Agreed | OfferRequestState::Running if self.period.until <= now => {
                Some(Turn::Over(OfferRequestState::Ended))
            }
            OfferRequestState::Agreed | OfferRequestState::Running
                if self.more_days.is_some() && self.due_at <= now =>
            {
                Some(Turn::NoMoreDays)
            }
            OfferRequestState::Asked
            | OfferRequestState::Agreed
            | OfferRequestState::Running
            | OfferRequestState::Ended
            | OfferRequestState::Refused
            | OfferRequestState::Lapsed
            | OfferRequestState::Withdrawn
            | OfferRequestState::Cancelled => None,
        }
    }

    /// What became of it, where it was promised once.
    pub fn course(&self) -> Vec<(Instant, OfferStep)> {
        if !self.state.was_promised() {
            return Vec::new();
        }
        let agreed = self
            .answered
            .as_ref()
            .map(|(at, _)| (*at, OfferStep::Agreed));
        let ended = self.ended.as_ref().map(|(at, _)| (*at, OfferStep::Ended));
        agreed.into_iter().chain(ended).collect()
    }

    /// As what it is over when somebody ends it now; none where it is over, or was never promised.
    pub const fn ends_as(&self) -> Option<OfferRequestState> {
        match self.state {
            OfferRequestState::Agreed => Some(OfferRequestState::Cancelled),
            OfferRequestState::Running => Some(OfferRequestState::Ended),
            OfferRequestState::Asked
            | OfferRequestState::Ended
            | OfferRequestState::Refused
            | OfferRequestState::Lapsed
            | OfferRequestState::Withdrawn
            | OfferRequestState::Cancelled => None,
        }
    }

    /// As what it is over when the town takes it back now.
    pub const fn withdraws_as(&self) -> Option<OfferRequestState> {
        match self.state {
            OfferRequestState::Asked => Some(OfferRequestState::Withdrawn),
            OfferRequestState::Agreed => Some(OfferRequestState::Cancelled),
            OfferRequestState::Running
            | OfferRequestState::Ended
            | OfferRequestState::Refused
            | OfferRequestState::Lapsed
            | OfferRequestState::Withdrawn
            | OfferRequestState::Cancelled => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;
    use uuid::Uuid;

    use super::*;

    const NOW: Instant = Instant::from_micros(1_764_000_000_000_000);

    fn request(state: OfferRequestState) -> OfferRequest {
        OfferRequest {
            id: OfferRequestId(Uuid::nil()),
            offer: OfferId(Uuid::nil()),
            incident: IncidentId(Uuid::nil()),
            provider: OrganisationId(Uuid::nil()),
            requester: OrganisationId(Uuid::nil()),
            state,
            quantity: 3,
            period: Period {
                from: NOW.plus_seconds(3_600),
                until: NOW.plus_days(5).plus_seconds(3_600),
            },
            more_days: None,
            made_at: NOW,
            made_by: String::new(),
            due_at: NOW.plus_seconds(3_600),
            answered: None,
            started: None,
            ended: None,
            version: 1,
        }
    }

    #[test]
    fn a_question_lapses_and_what_is_promised_ends_with_its_time() {
        let asked = request(OfferRequestState::Asked);
        let running = request(OfferRequestState::Running);

        assert_eq!(asked.turn(asked.due_at.plus_seconds(-1)), None);
        assert_eq!(
            asked.turn(asked.due_at),
            Some(Turn::Over(OfferRequestState::Lapsed))
        );
        assert_eq!(running.turn(running.due_at), None);
        assert_eq!(
            running.turn(running.period.until),
            Some(Turn::Over(OfferRequestState::Ended))
        );
    }

    #[test]
    fn more_days_that_nobody_promises_are_not_waited_for() {
        let wants_more = OfferRequest {
            more_days: Some(2),
            ..request(OfferRequestState::Running)
        };

        assert!(wants_more.is_asked(NOW) && !wants_more.is_asked(wants_more.due_at));
        assert_eq!(wants_more.turn(wants_more.due_at), Some(Turn::NoMoreDays));
    }

    #[test]
    fn a_promise_is_new_until_more_days_are_asked_for() {
        let promised = OfferRequest {
            version: 2,
            ..request(OfferRequestState::Agreed)
        };
        let kept_as_it_was = OfferRequest {
            version: 4,
            ..promised.clone()
        };

        assert!(promised.is_just_promised() && !kept_as_it_was.is_just_promised());
    }

    #[test]
    fn what_is_over_stays_over() {
        let over = OfferRequestState::VARIANTS
            .iter()
            .filter(|state| !state.is_live());

        for state in over {
            let request = request(*state);
            let later = NOW.plus_days(100);
            assert_eq!(request.turn(later), None, "{state:?}");
            assert_eq!(request.ends_as(), None, "{state:?}");
            assert_eq!(request.withdraws_as(), None, "{state:?}");
            assert!(
                !request.is_waiting() && !request.may_start(later),
                "{state:?}"
            );
        }
    }

    #[test]
    fn nobody_sees_the_other_side_before_the_promise_and_seven_days_after_the_end() {
        let ended = OfferRequest {
            ended: Some((NOW, String::new())),
            ..request(OfferRequestState::Ended)
        };

        assert!(!request(OfferRequestState::Asked).is_open_to_both(NOW));
        assert!(request(OfferRequestState::Agreed).is_open_to_both(NOW));
        assert!(ended.is_open_to_both(NOW.plus_days(6)));
        assert!(!ended.is_open_to_both(NOW.plus_days(7)));
    }
}
