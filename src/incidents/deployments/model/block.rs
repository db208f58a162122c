//! How long somebody helps without a break: blocks of seven days, two at most.

use super::{Deployment, DeploymentState};
use crate::clock::Instant;

/// Days of a block: whoever helps longer is asked again.
pub const BLOCK_DAYS: i64 = 7;
/// Days after which somebody else takes over. The law asks for a day of rest in seven (§ 9, § 11 `ArbZG`); teams in other
/// countries are relieved after fourteen days.
pub const LONGEST_DAYS: i64 = 14;
/// Seconds before its end at which both sides are asked how it goes on.
pub const REMINDED: i64 = 48 * 3_600;

/// Why a deployment is not made longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionRefused {
    /// It is not running, or is a talk.
    NotNow,
    /// It would end no later than it does.
    NotLater,
    /// It would be more than a block more; the latest end.
    PastBlock(Instant),
    /// It would be too long without a break; the latest end, if there is one.
    TooLong(Option<Instant>),
}

/// Checks a later end.
///
/// # Errors
/// Why it cannot be this one.
pub fn extended(
    deployment: &Deployment,
    until: Instant,
    now: Instant,
) -> Result<Instant, ExtensionRefused> {
    let terms = deployment.terms;
    let runs = match deployment.state {
        DeploymentState::Accepted | DeploymentState::Active => now < terms.until,
        DeploymentState::Agreed
        | DeploymentState::Released
        | DeploymentState::Returning
        | DeploymentState::Ended
        | DeploymentState::Cancelled
        | DeploymentState::Refused
        | DeploymentState::Lapsed
        | DeploymentState::Withdrawn => false,
    };
    if !runs || terms.is_first_call {
        return Err(ExtensionRefused::NotNow);
    }
    if until <= terms.until {
        return Err(ExtensionRefused::NotLater);
    }
    if until > terms.from.plus_days(LONGEST_DAYS) {
        return Err(ExtensionRefused::TooLong(latest_end(deployment)));
    }
    let block = terms.until.plus_days(BLOCK_DAYS);
    if until > block {
        return Err(ExtensionRefused::PastBlock(block));
    }
    Ok(until)
}

/// The latest end it can have next; none when somebody else has to take over.
pub fn latest_end(deployment: &Deployment) -> Option<Instant> {
    let until = deployment.terms.until;
    let longest = deployment.terms.from.plus_days(LONGEST_DAYS);
    (longest > until).then(|| longest.min(until.plus_days(BLOCK_DAYS)))
}

impl Deployment {
    /// Whether a later end is possible now.
    pub fn can_be_extended(&self, now: Instant) -> bool {
        latest_end(self).is_some_and(|latest| extended(self, latest, now).is_ok())
    }

    /// Whether both sides are to say how it goes on: it ends within two days, or they are called back.
    pub fn is_to_be_relieved(&self, now: Instant) -> bool {
        let is_close = match self.state {
            DeploymentState::Returning => true,
            DeploymentState::Accepted | DeploymentState::Active => {
                self.terms.until <= now.plus_seconds(REMINDED)
            }
            DeploymentState::Agreed
            | DeploymentState::Released
            | DeploymentState::Ended
            | DeploymentState::Cancelled
            | DeploymentState::Refused
            | DeploymentState::Lapsed
            | DeploymentState::Withdrawn => false,
        };
        is_close && !self.terms.is_first_call && now < self.terms.until
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::incidents::deployments::model::samples::{START, deployment, instants, states};

    /// Help that began at the start and ends after so many seconds.
    fn until(state: DeploymentState, seconds: i64) -> Deployment {
        let mut one = deployment(state);
        one.terms.until = START.plus_seconds(seconds);
        one
    }

    #[test]
    fn a_talk_is_never_longer() {
        let mut talk = deployment(DeploymentState::Accepted);
        talk.terms.is_first_call = true;

        let longer = extended(&talk, START.plus_days(8), START);

        assert_eq!(longer, Err(ExtensionRefused::NotNow));
        assert!(!talk.can_be_extended(START));
        assert!(!talk.is_to_be_relieved(START.plus_days(6)));
    }

    #[test]
    fn what_is_too_long_names_the_latest_end_that_is_possible() {
        let three_days = until(DeploymentState::Active, 3 * 86_400);
        let two_weeks = until(DeploymentState::Active, 14 * 86_400);
        let far = START.plus_days(20);

        let block = START.plus_days(10);
        let refused = ExtensionRefused::TooLong(Some(block));
        assert_eq!(extended(&three_days, far, START), Err(refused));
        let refused = ExtensionRefused::TooLong(None);
        assert_eq!(extended(&two_weeks, far, START), Err(refused));
    }

    #[test]
    fn both_sides_say_how_it_goes_on_in_its_last_two_days() {
        let active = deployment(DeploymentState::Active);
        let end = active.terms.until;

        assert!(!active.is_to_be_relieved(end.plus_seconds(-REMINDED - 1)));
        assert!(active.is_to_be_relieved(end.plus_seconds(-REMINDED)));
        assert!(!active.is_to_be_relieved(end));
        let called_back = deployment(DeploymentState::Returning);
        assert!(called_back.is_to_be_relieved(START));
    }

    proptest! {
        #[test]
        fn a_later_end_is_a_block_later_at_most_and_two_from_the_start(
            state in states(),
            seconds in 1_i64..15 * 86_400,
            (later, now) in (instants(), instants()),
        ) {
            let one = until(state, seconds);
            let end = one.terms.until;
            if let Ok(longer) = extended(&one, later, now) {
                prop_assert_eq!(longer, later);
                prop_assert!(end < longer && longer <= end.plus_days(BLOCK_DAYS));
                prop_assert!(longer <= START.plus_days(LONGEST_DAYS));
                prop_assert!(one.state.is_committed() && now < end);
            }
        }

        #[test]
        fn it_can_be_extended_where_some_later_end_is_one(
            state in states(),
            seconds in 1_i64..15 * 86_400,
            (later, now) in (instants(), instants()),
        ) {
            let one = until(state, seconds);
            if extended(&one, later, now).is_ok() {
                prop_assert!(one.can_be_extended(now));
            }
            let goes_on = matches!(state, DeploymentState::Accepted | DeploymentState::Active);
            let is_ahead = now < one.terms.until && seconds < LONGEST_DAYS * 86_400;
            prop_assert_eq!(one.can_be_extended(now), goes_on && is_ahead);
        }

        #[test]
        fn the_latest_end_is_one_and_nothing_later_is(seconds in 1_i64..15 * 86_400) {
            let one = until(DeploymentState::Active, seconds);
            let Some(latest) = latest_end(&one) else {
                prop_assert!(one.terms.until >= START.plus_days(LONGEST_DAYS));
                return Ok(());
            };
            prop_assert_eq!(extended(&one, latest, START), Ok(latest));
            prop_assert!(extended(&one, latest.plus_seconds(1), START).is_err());
        }
    }
}
