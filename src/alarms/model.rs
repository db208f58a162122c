//! When it is an alarm.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use crate::access::{Caller, Role};
use crate::clock::Instant;
use crate::ids::{AccountId, AlarmId};

/// Days, with today, in which different entries are counted: a sweep may be slow.
pub const WINDOW_DAYS: u64 = 14;
/// So many refusals in a day after the day's allowance is used up are no accident.
pub const REFUSED_A_DAY: i32 = 60;
/// Seconds in which refusals count as one: whoever types on after the last card is not asking again and again.
pub const REFUSED_EVERY: i64 = 60;

/// What is alarming.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AlarmKind {
    /// Unusually many different entries were seen.
    Sweep,
    /// Somebody went on asking with the day's allowance used up.
    Refused,
    /// Somebody was shown a decoy.
    Decoy,
}

/// How many different entries somebody may see before it is an alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// In a day.
    pub a_day: i32,
    /// In [`WINDOW_DAYS`] days; one seen on two of them counts once.
    pub a_window: i32,
}

impl Limits {
    /// What holds for an account: of several roles the one that needs most.
    ///
    /// An allowance stops most roles at 60 cards a day, so only their window counts.
    pub fn of(caller: &Caller) -> Self {
        let roles = caller.grants.iter().map(|grant| Self::of_role(grant.role));
        roles.fold(Self::new(0, 0), |most, next| Self {
            a_day: most.a_day.max(next.a_day),
            a_window: most.a_window.max(next.a_window),
        })
    }

    const fn of_role(role: Role) -> Self {
        match role {
            // Four whole days of the allowance: a search shows other cards with every pause in typing.
            Role::Requester | Role::Expert | Role::Admin => Self::new(240, 240),
            Role::MemberManager => Self::new(480, 480),
            Role::Vetter => Self::new(600, 800),
            Role::Coordinator => Self::new(1_500, 1_500),
            // They see no cards.
            Role::Auditor | Role::LandLiaison => Self::new(0, 0),
        }
    }

    const fn new(a_day: i32, a_window: i32) -> Self {
        Self { a_day, a_window }
    }
}

/// What was noticed about an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// What is alarming.
    pub kind: AlarmKind,
    /// First day counted.
    pub from: NaiveDate,
    /// Last day counted: today.
    pub until: NaiveDate,
    /// How many it was.
    pub seen: i32,
    /// How many would have been an alarm.
    pub threshold: i32,
}

/// An alarm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// Its id.
    pub id: AlarmId,
    /// Who caused it.
    pub account: AccountId,
    /// What they were when it was raised.
    pub roles: Vec<Role>,
    /// What was noticed.
    pub sighting: Sighting,
    /// When it was raised.
    pub raised_at: Instant,
    /// What came of it; none while it is open.
    pub acknowledged: Option<Acknowledged>,
}

/// What came of an alarm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    /// When somebody looked after it.
    pub at: Instant,
    /// Who did.
    pub by: AccountId,
    /// What they found.
    pub note: Option<String>,
}

/// The last alarm of a kind about an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Last {
    pub(super) is_open: bool,
    pub(super) until: NaiveDate,
}

/// The first day of a window that counts towards the next alarm; none while one is open, or was raised today.
pub(super) fn first_day(
    last: Option<Last>,
    (first, today): (NaiveDate, NaiveDate),
) -> Option<NaiveDate> {
    match last {
        None => Some(first),
        Some(Last { is_open: true, .. }) => None,
        Some(Last { until, .. }) => {
            let next = until.succ_opt()?.max(first);
            (next <= today).then_some(next)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Grant, TokenScope};

    fn caller(roles: &[Role]) -> Caller {
        let grant = |role: &Role| Grant {
            role: *role,
            organisation: None,
        };
        Caller {
            account: AccountId(uuid::Uuid::nil()),
            grants: roles.iter().map(grant).collect(),
            token_scopes: vec![TokenScope::Read],
            session: None,
            owes_second_factor: false,
            is_confirmed: false,
        }
    }

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, number).unwrap()
    }

    #[test]
    fn of_several_roles_the_one_that_needs_most_counts() {
        let both = Limits::of(&caller(&[Role::Requester, Role::Coordinator]));

        assert_eq!(both, Limits::of(&caller(&[Role::Coordinator])));
        assert_eq!(Limits::of(&caller(&[Role::Requester])).a_window, 240);
    }

    #[test]
    fn fifty_cards_a_day_are_noticed_within_ten_days_whoever_looks_under_an_allowance() {
        for role in [
            Role::Requester,
            Role::Expert,
            Role::Admin,
            Role::MemberManager,
        ] {
            assert!(Limits::of(&caller(&[role])).a_window <= 10 * 50, "{role:?}");
        }
    }

    #[test]
    fn nothing_counts_while_an_alarm_is_open_or_on_the_day_it_was_raised() {
        let last = |is_open, until| Some(Last { is_open, until });
        let window = (day(1), day(14));

        assert_eq!(first_day(None, window), Some(day(1)));
        assert_eq!(first_day(last(true, day(2)), window), None);
        assert_eq!(first_day(last(false, day(14)), window), None);
        assert_eq!(first_day(last(false, day(10)), window), Some(day(11)));
        assert_eq!(
            first_day(last(false, day(1)), (day(5), day(14))),
            Some(day(5))
        );
    }
}
