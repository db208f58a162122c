//! Which entries a caller may know of.

use search_index::{ExpertDocument, Scope};

use super::query::{SearchQuery, SearchScope};
use super::{SearchError, Snapshot};
use crate::access::Permit;
use crate::access::action::{ListOwnExperts, SearchExperts};
use crate::clock::Instant;
use crate::ids::ExpertId;
use crate::input::FieldError;

/// Whose entries are searched: one's own when asked, all for those who see internals, else the eligible ones.
pub(super) fn scope(
    permit: &Permit<SearchExperts>,
    query: &SearchQuery,
    sees_internals: bool,
) -> Result<Scope, SearchError> {
    match query.scope {
        None if sees_internals => Ok(Scope::Everything),
        None => Ok(Scope::Masked),
        Some(SearchScope::Own) => {
            let own = permit.also::<ListOwnExperts>();
            let organisation = own.and_then(|own| own.scope().organisations().first().copied());
            let error = || {
                SearchError::Invalid(vec![FieldError::new(
                    "scope",
                    "role",
                    "you manage no organisation",
                )])
            };
            organisation
                .map(|organisation| Scope::Organisation(organisation.0))
                .ok_or_else(error)
        }
    }
}

/// The entry with an id, of any standing.
pub(super) fn find(
    snapshot: &Snapshot,
    id: ExpertId,
) -> Result<Option<ExpertDocument>, SearchError> {
    Ok(snapshot.index.find(id.0)?)
}

/// Whether whoever may search may know of an entry.
pub(super) fn is_visible(document: &ExpertDocument, now: Instant) -> bool {
    let now = now.as_seconds();
    document
        .standing
        .eligible()
        .is_some_and(|(from, until)| from <= now && now < until)
}
