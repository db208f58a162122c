//! Who may vouch for whom.

use strum::{EnumString, IntoStaticStr};

use crate::access::{Grant, Scope};
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
