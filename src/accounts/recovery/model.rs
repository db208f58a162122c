//! Who may vouch for whom.

use strum::{EnumString, IntoStaticStr};

use crate::access::{Grant, Role, Scope};
use crate::ids::AccountId;

/// How long the second person has, in seconds.
pub(super) const OPEN_FOR: i64 = 24 * 3_600;

/// Why somebody needs help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Cause {
    /// The device is lost.
    Lost,
    /// The device was stolen.
    Stolen,
    /// The device is broken or replaced.
    Replaced,
}

/// Whether somebody may vouch: never for themselves, and with one organisation's word only for those who are nothing
/// beyond organisations of that word.
pub(super) fn may_vouch(
    scope: &Scope,
    voucher: AccountId,
    account: AccountId,
    grants: &[Grant],
) -> bool {
    let is_known = scope.is_everything()
        || (!grants.is_empty()
            && grants.iter().all(|grant| {
                let organisation = grant.organisation;
                organisation.is_some_and(|organisation| scope.covers(organisation))
            }));
    is_known && voucher != account
}

/// Whether the words of two people are enough. An admin alone makes managers: with a manager's word the other one is a
/// coordinator's; two admins are two people whom others made admins.
pub(super) fn suffice(one: &[Grant], other: &[Grant]) -> bool {
    let holds = |grants: &[Grant], role| grants.iter().any(|grant| grant.role == role);
    let coordinates = |grants| holds(grants, Role::Coordinator);
    let was_made_by_two = |grants| coordinates(grants) || holds(grants, Role::Admin);
    coordinates(one) || coordinates(other) || (was_made_by_two(one) && was_made_by_two(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_makes_managers_does_not_vouch_with_one() {
        let one = |role| {
            [Grant {
                role,
                organisation: None,
            }]
        };
        let enough = |a, b| suffice(&one(a), &one(b));

        assert!(enough(Role::Coordinator, Role::MemberManager));
        assert!(enough(Role::Admin, Role::Coordinator));
        assert!(enough(Role::Admin, Role::Admin));
        assert!(!enough(Role::Admin, Role::MemberManager));
        assert!(!enough(Role::MemberManager, Role::Admin));
        assert!(!enough(Role::MemberManager, Role::MemberManager));
    }
}
