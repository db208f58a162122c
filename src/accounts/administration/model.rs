//! An account as an admin sees it.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::access::{Grant, Role};
use crate::clock::Instant;
use crate::ids::AccountId;

/// The second admin has so many seconds.
pub(super) const PROPOSED_FOR: i64 = 24 * 3_600;
/// Accounts a page: each has a mail address to be unsealed.
pub(super) const AT_ONCE: u64 = 50;

/// Whether somebody can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum AccountState {
    /// Somebody chose a password.
    Open,
    /// Nobody has chosen a password yet.
    Invited,
    /// It is closed.
    Closed,
}

/// An account.
#[derive(Clone, Debug)]
pub struct KeptAccount {
    /// Its id.
    pub id: AccountId,
    /// Its mail address.
    pub email: String,
    /// Its roles now.
    pub grants: Vec<Grant>,
    /// Whether somebody can sign in.
    pub state: AccountState,
    /// When it was made.
    pub created_at: Instant,
}

/// An account with what hangs on it.
#[derive(Clone, Debug)]
pub struct AccountStanding {
    /// The account.
    pub account: KeptAccount,
    /// Sessions that were not ended; some may be over.
    pub sessions: u64,
    /// Access keys that work.
    pub tokens: u64,
    /// Signing in asks for more than the password.
    pub has_second_factor: bool,
    /// Roles that wait for a second admin.
    pub proposals: Vec<Proposal>,
}

/// A role that waits for a second admin.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// For whom.
    pub account: AccountId,
    /// Mail address of the account.
    pub email: String,
    /// The role.
    pub role: Role,
    /// Who proposed it.
    pub proposed_by: AccountId,
    /// Mail address of whoever did.
    pub proposer: String,
    /// Until when it can be confirmed.
    pub expires_at: Instant,
}

/// Which accounts a list asks for.
#[derive(Clone, Debug, Default)]
pub struct AccountFilter {
    /// With this role.
    pub role: Option<Role>,
    /// In this state.
    pub state: Option<AccountState>,
    /// With a role for an organisation whose name has these words, folded.
    pub words: Vec<String>,
    /// Made before this one.
    pub after: Option<AccountId>,
}

/// Whether a role is held for an organisation exactly where it is for one.
pub(super) fn fits(grant: &Grant) -> bool {
    grant.role.is_for_an_organisation() == grant.organisation.is_some()
}
