//! Who a request is about.

use crate::ids::{AccountId, ExpertId, VettingCaseId};

/// One person by their ids: the account, the entries tied to it, and the vetting cases of those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The account; an entry may have none.
    pub account: Option<AccountId>,
    /// The entries.
    pub entries: Vec<ExpertId>,
    /// Vetting cases of the entries.
    pub cases: Vec<VettingCaseId>,
}

impl Person {
    /// All ids, as the audit record names them.
    pub(super) fn ids(&self) -> Vec<String> {
        let account = self.account.iter().map(ToString::to_string);
        let entries = self.entries.iter().map(ToString::to_string);
        let cases = self.cases.iter().map(ToString::to_string);
        account.chain(entries).chain(cases).collect()
    }
}
