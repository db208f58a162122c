//! Whom a call for help goes to, and when to the next.

use strum::{IntoStaticStr, VariantArray};

use crate::ids::AccountId;
use crate::incidents::roster::{DutySeat, OnDuty};

/// How far a call went: each step reaches further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Step {
    /// To the first seat, at once.
    Primary,
    /// To the second.
    Deputy,
    /// To the third.
    Third,
    /// To every coordinator.
    All,
}

impl Step {
    /// Seconds after help was asked for.
    pub const fn after(self) -> i64 {
        match self {
            Self::Primary => 0,
            Self::Deputy => 5 * 60,
            Self::Third => 10 * 60,
            Self::All => 15 * 60,
        }
    }

    /// How far it is, as it is kept; 0 is nobody.
    pub const fn reach(self) -> i32 {
        match self {
            Self::Primary => 1,
            Self::Deputy => 2,
            Self::Third => 3,
            Self::All => 4,
        }
    }

    /// The kind of its job.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Primary => "incident.call_primary",
            Self::Deputy => "incident.call_deputy",
            Self::Third => "incident.call_third",
            Self::All => "incident.call_all",
        }
    }

    /// Where it goes now: to its seat, where nobody has it to the next, where nobody is left to all.
    pub fn called(self, on_duty: &OnDuty) -> (Self, Option<AccountId>) {
        let seat = match self {
            Self::Primary => DutySeat::Primary,
            Self::Deputy => DutySeat::Deputy,
            Self::Third => DutySeat::Third,
            Self::All => return (Self::All, None),
        };
        match on_duty.first_from(seat) {
            Some(duty) => (Self::from(duty.seat), Some(duty.account)),
            None => (Self::All, None),
        }
    }
}

impl From<DutySeat> for Step {
    fn from(seat: DutySeat) -> Self {
        match seat {
            DutySeat::Primary => Self::Primary,
            DutySeat::Deputy => Self::Deputy,
            DutySeat::Third => Self::Third,
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::clock::Instant;
    use crate::incidents::roster::Duty;

    const NOW: Instant = Instant::from_micros(1_764_000_000_000_000);

    fn on_duty(seats: &[DutySeat]) -> OnDuty {
        let duty = |seat: &DutySeat| Duty {
            account: AccountId(Uuid::from_u128(
                Step::from(*seat).reach().unsigned_abs().into(),
            )),
            seat: *seat,
            from: NOW,
            until: NOW.plus_seconds(1),
        };
        OnDuty::at(seats.iter().map(duty), NOW)
    }

    #[test]
    fn a_seat_nobody_has_is_passed_over_and_after_the_last_come_all() {
        use DutySeat::{Deputy, Primary, Third};
        let reached = |seats: &[DutySeat]| {
            let steps = Step::VARIANTS.iter();
            let called = steps.map(|step| step.called(&on_duty(seats)).0);
            called.collect::<Vec<_>>()
        };

        let full = reached(&[Third, Deputy, Primary]);
        assert_eq!(full, Step::VARIANTS);
        assert_eq!(
            reached(&[Primary, Third]),
            [Step::Primary, Step::Third, Step::Third, Step::All]
        );
        assert_eq!(
            reached(&[Deputy]),
            [Step::Deputy, Step::Deputy, Step::All, Step::All]
        );
        assert_eq!(reached(&[]), [Step::All; 4]);
    }
}
