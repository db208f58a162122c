//! Organisations by what people call them.

use crate::access::Permit;
use crate::access::action::ReadOrganisation;
use crate::db::{Db, StorageError};
use crate::fold::fold;
use crate::ids::OrganisationId;
use crate::organisations::store::{self, Listing};

/// Ids and names of those called so: exactly so, else with all these words in their names; so many at most.
///
/// # Errors
/// Storage failed.
pub async fn called(
    db: &Db,
    permit: &Permit<ReadOrganisation>,
    (named, limit): (&str, u64),
) -> Result<Vec<(OrganisationId, String)>, StorageError> {
    let folded = fold(named);
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = store::named(db.reader(), permit.scope(), (&folded, limit)).await?;
    if found.is_empty() {
        let listing = Listing {
            words: folded.split(' ').map(str::to_owned).collect(),
            kind: None,
            land: None,
            member: None,
            after: None,
            limit,
            now: db.clock().now(),
        };
        found = store::list(db.reader(), permit.scope(), &listing).await?;
    }
    Ok(found
        .into_iter()
        .map(|organisation| (organisation.id, organisation.name))
        .collect())
}
