//! When a rotation may be done.

use crate::clock::Instant;
use crate::ids::AccountId;

/// An announcement holds for so many hours, until the rotation is begun.
const HOLDS_HOURS: i64 = 24;

/// A rotation of the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The version it makes.
    pub version: i32,
    /// Who announced it.
    pub announced_by: AccountId,
    /// When.
    pub announced_at: Instant,
    /// Who confirmed it: somebody else.
    pub confirmed_by: Option<AccountId>,
    /// When it was begun.
    pub begun_at: Option<Instant>,
    /// The key before has signed which key follows.
    pub is_vouched_for: bool,
    /// When nothing was left under older keys.
    pub finished_at: Option<Instant>,
}

/// Where a rotation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RotationState {
    /// Waits for the second person.
    Announced,
    /// May be begun.
    Confirmed,
    /// Begun and not finished: goes on without being asked again.
    Begun,
    /// Done.
    Finished,
    /// Was not begun in time; may be announced anew.
    Expired,
}

impl Rotation {
    /// Where it stands at this instant.
    pub fn state(&self, now: Instant) -> RotationState {
        if self.finished_at.is_some() {
            return RotationState::Finished;
        }
        if self.begun_at.is_some() {
            return RotationState::Begun;
        }
        if now >= self.holds_until() {
            return RotationState::Expired;
        }
        match self.confirmed_by {
            Some(_) => RotationState::Confirmed,
            None => RotationState::Announced,
        }
    }

    /// Until when it must be begun.
    pub fn holds_until(&self) -> Instant {
        self.announced_at.plus_seconds(HOLDS_HOURS * 3_600)
    }
}

/// Announcements from then on still hold.
pub(super) fn oldest_that_holds(now: Instant) -> Instant {
    now.plus_seconds(-HOLDS_HOURS * 3_600)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn announced() -> Rotation {
        Rotation {
            version: 2,
            announced_by: AccountId(Uuid::nil()),
            announced_at: Instant::from_micros(0),
            confirmed_by: None,
            begun_at: None,
            is_vouched_for: false,
            finished_at: None,
        }
    }

    #[test]
    fn an_announcement_holds_for_a_day_and_what_is_begun_goes_on() {
        let confirmed = Rotation {
            confirmed_by: Some(AccountId(Uuid::max())),
            ..announced()
        };
        let begun = Rotation {
            begun_at: Some(Instant::from_micros(7)),
            ..confirmed
        };
        let (soon, late) = (
            Instant::from_micros(9),
            Instant::from_micros(0).plus_days(1),
        );

        assert_eq!(announced().state(soon), RotationState::Announced);
        assert_eq!(announced().state(late), RotationState::Expired);
        assert_eq!(confirmed.state(soon), RotationState::Confirmed);
        assert_eq!(confirmed.state(late), RotationState::Expired);
        assert_eq!(begun.state(late), RotationState::Begun);
    }
}
