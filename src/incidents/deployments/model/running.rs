//! What may be done with a deployment once all said yes: it begins, they are called back, it ends or is called off.

use super::block::LONGEST_DAYS;
use super::{Deployment, DeploymentState, Terms};
use crate::clock::Instant;

/// Days after its end in which a start can still be reported: whoever was busy forgets to.
pub const UNSTARTED_DAYS: i64 = 7;

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// It stands otherwise.
    State,
    /// It is not possible at this instant.
    Instant,
}

impl Deployment {
    /// When it began: now, or when it was, between the town's yes and its end.
    ///
    /// # Errors
    /// It stands otherwise, or it cannot have been then.
    pub fn start(&self, at: Option<Instant>, now: Instant) -> Result<Instant, NotNow> {
        let accepted = self.accepted.as_ref().map(|(at, _)| *at);
        let accepted = accepted.filter(|_| self.state == DeploymentState::Accepted);
        let accepted = accepted.ok_or(NotNow::State)?;
        let at = at.unwrap_or(now.min(self.terms.until));
        if at < accepted || at > now || at > self.terms.until {
            return Err(NotNow::Instant);
        }
        Ok(at)
    }

    /// What was said yes to, once it began then: before it was to, they are booked from then on, and two blocks from then
    /// on stay the most.
    pub fn begun_at(&self, at: Instant) -> Terms {
        let terms = self.terms;
        if terms.from <= at {
            return terms;
        }
        Terms {
            from: at,
            until: terms.until.min(at.plus_days(LONGEST_DAYS)),
            ..terms
        }
    }

    /// The new end of whoever is called back: never later than it was.
    ///
    /// # Errors
    /// It stands otherwise, or it is past.
    pub fn call_back(&self, at: Instant, now: Instant) -> Result<Instant, NotNow> {
        if self.state != DeploymentState::Active {
            return Err(NotNow::State);
        }
        if at < now || at >= self.terms.until {
            return Err(NotNow::Instant);
        }
        Ok(at)
    }

    /// Whether it can end now: it was begun, and is not over.
    pub const fn can_end(&self) -> bool {
        match self.state {
            DeploymentState::Active | DeploymentState::Returning => true,
            DeploymentState::Agreed
            | DeploymentState::Released
            | DeploymentState::Accepted
            | DeploymentState::Ended
            | DeploymentState::Cancelled
            | DeploymentState::Refused
            | DeploymentState::Lapsed
            | DeploymentState::Withdrawn => false,
        }
    }

    /// Whether it is over and was carried out: somebody said that it began, but of a talk, of which nobody says so.
    pub fn was_carried_out(&self) -> bool {
        let is_begun = self.started.is_some() || self.terms.is_first_call;
        is_begun && self.state == DeploymentState::Ended
    }

    /// Whether it can be called off now: it is committed, and was not begun.
    pub fn can_be_called_off(&self) -> bool {
        self.state == DeploymentState::Accepted
    }

    /// When it ends though nobody says so: with its end; a week later if nobody said that it began, but a talk, of which
    /// nobody says so.
    pub fn runs_out_at(&self) -> Option<Instant> {
        let until = self.terms.until;
        match self.state {
            DeploymentState::Active | DeploymentState::Returning => Some(until),
            DeploymentState::Accepted if self.terms.is_first_call => Some(until),
            DeploymentState::Accepted => Some(until.plus_days(UNSTARTED_DAYS)),
            DeploymentState::Agreed
            | DeploymentState::Released
            | DeploymentState::Ended
            | DeploymentState::Cancelled
            | DeploymentState::Refused
            | DeploymentState::Lapsed
            | DeploymentState::Withdrawn => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::VariantArray;

    use super::*;
    use crate::incidents::deployments::model::samples::{START, deployment, instants, states};

    #[test]
    fn it_begins_now_or_at_its_end_where_that_is_past() {
        let accepted = deployment(DeploymentState::Accepted);
        let (early, late) = (START.plus_days(1), START.plus_days(8));

        assert_eq!(accepted.start(None, early), Ok(early));
        assert_eq!(accepted.start(None, late), Ok(accepted.terms.until));
    }

    #[test]
    fn what_was_begun_or_is_a_talk_runs_out_with_its_end_and_what_was_not_a_week_later() {
        let until = |state, is_first_call| {
            let mut one = deployment(state);
            one.terms.is_first_call = is_first_call;
            one.runs_out_at()
        };
        let end = START.plus_days(7);

        assert_eq!(until(DeploymentState::Active, false), Some(end));
        assert_eq!(until(DeploymentState::Returning, false), Some(end));
        assert_eq!(until(DeploymentState::Accepted, true), Some(end));
        let later = end.plus_days(UNSTARTED_DAYS);
        assert_eq!(until(DeploymentState::Accepted, false), Some(later));
    }

    #[test]
    fn only_what_is_committed_runs_out() {
        for state in DeploymentState::VARIANTS {
            let runs_out = deployment(*state).runs_out_at().is_some();
            assert_eq!(runs_out, state.is_committed(), "{state:?}");
        }
    }

    #[test]
    fn of_what_is_committed_one_can_be_called_off_and_the_other_ended() {
        for state in DeploymentState::VARIANTS {
            let one = deployment(*state);
            let (off, ends) = (one.can_be_called_off(), one.can_end());
            assert!(!(off && ends), "{state:?}");
            assert_eq!(off || ends, state.is_committed(), "{state:?}");
        }
    }

    proptest! {
        #[test]
        fn what_began_early_is_booked_from_then_on_and_ends_no_later(
            (at, extended) in (instants(), 0_i64..8),
        ) {
            let mut one = deployment(DeploymentState::Accepted);
            one.terms.until = one.terms.until.plus_days(extended);
            let begun = one.begun_at(at);
            prop_assert_eq!(begun.from, one.terms.from.min(at));
            prop_assert!(begun.until <= one.terms.until);
            prop_assert!(begun.until <= begun.from.plus_days(LONGEST_DAYS));
            prop_assert!(at > one.terms.until || at <= begun.until);
            prop_assert!(begun.from <= begun.until);
        }

        #[test]
        fn it_began_between_the_acceptance_and_now_and_before_its_end(
            state in states(),
            (at, now) in (proptest::option::of(instants()), instants()),
        ) {
            let one = deployment(state);
            let accepted = one.accepted.as_ref().map(|(at, _)| *at);
            match one.start(at, now) {
                Ok(began) => {
                    prop_assert_eq!(state, DeploymentState::Accepted);
                    prop_assert!(accepted.is_some_and(|accepted| accepted <= began));
                    prop_assert!(began <= now && began <= one.terms.until);
                    prop_assert!(at.is_none_or(|at| at == began));
                }
                Err(NotNow::State) => prop_assert_ne!(state, DeploymentState::Accepted),
                Err(NotNow::Instant) => prop_assert_eq!(state, DeploymentState::Accepted),
            }
        }

        #[test]
        fn whoever_is_called_back_helps_until_a_day_that_comes_and_never_longer(
            state in states(),
            (at, now) in (instants(), instants()),
        ) {
            let one = deployment(state);
            let is_possible = now <= at && at < one.terms.until;
            let called = one.call_back(at, now);
            if state == DeploymentState::Active {
                prop_assert_eq!(called, if is_possible { Ok(at) } else { Err(NotNow::Instant) });
            } else {
                prop_assert_eq!(called, Err(NotNow::State));
            }
        }
    }
}
