//! How long a session lasts (mechanics: sessions).

use crate::access::{Grant, Role};
use crate::clock::Instant;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// Seconds a session may rest, and seconds it lasts at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limits {
    idle: i64,
    whole: i64,
}

/// Of those who see or decide much: they are asked again sooner.
const SHORT: Limits = Limits {
    idle: 2 * HOUR,
    whole: 12 * HOUR,
};
/// Of all others.
const LONG: Limits = Limits {
    idle: 12 * HOUR,
    whole: 7 * DAY,
};

fn limits(grants: &[Grant]) -> Limits {
    let is_short = grants.iter().any(|grant| match grant.role {
        Role::Vetter | Role::Coordinator | Role::Admin => true,
        Role::Expert
        | Role::MemberManager
        | Role::Requester
        | Role::Auditor
        | Role::LandLiaison => false,
    });
    if is_short { SHORT } else { LONG }
}

/// The longest any session lasts, in seconds.
pub(super) const LONGEST: i64 = LONG.whole;

/// Whether a session of somebody with these roles still holds.
pub(super) fn holds(grants: &[Grant], started: Instant, seen: Instant, now: Instant) -> bool {
    let Limits { idle, whole } = limits(grants);
    now < seen.plus_seconds(idle) && now < started.plus_seconds(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Instant = Instant::from_micros(0);

    fn holds_after(role: Role, seen_hours: i64, hours: i64) -> bool {
        let grants = [Grant {
            role,
            organisation: None,
        }];
        let at = |hours| START.plus_seconds(hours * HOUR);
        holds(&grants, START, at(seen_hours), at(hours))
    }

    #[test]
    fn a_session_ends_when_it_rests_too_long() {
        assert!(holds_after(Role::Requester, 0, 11));
        assert!(!holds_after(Role::Requester, 0, 12));
        assert!(holds_after(Role::Coordinator, 0, 1));
        assert!(!holds_after(Role::Coordinator, 0, 2));
    }

    #[test]
    fn a_session_ends_however_busy_it_is() {
        assert!(holds_after(Role::Requester, 167, 167));
        assert!(!holds_after(Role::Requester, 168, 168));
        assert!(!holds_after(Role::Vetter, 12, 12));
    }
}
