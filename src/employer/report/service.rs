//! The report of an organisation.

use super::model::Figures;
use crate::access::Permit;
use crate::access::action::ReadReport;
use crate::db::Db;
use crate::experts::{self, EntryKind, ExpertError};
use crate::ids::OrganisationId;

/// How a team stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// Nameless capacities, which are no persons.
    pub capacities: usize,
    /// The figures of its persons; none of fewer than five.
    pub figures: Option<Figures>,
}

/// The report of an organisation now.
///
/// # Errors
/// Not the caller's to see, or storage failed.
pub async fn report(
    db: &Db,
    permit: &Permit<ReadReport>,
    organisation: OrganisationId,
) -> Result<Report, ExpertError> {
    if !permit.scope().covers(organisation) {
        return Err(ExpertError::NotFound);
    }
    let ids = experts::ids_of(db.reader(), &[organisation]).await?;
    let mut entries = experts::load(db.reader(), &ids).await?;
    entries.retain(|entry| entry.hidden_since.is_none());
    let all = entries.len();
    entries.retain(|entry| entry.kind == EntryKind::Person);
    Ok(Report {
        capacities: all - entries.len(),
        figures: Figures::of(&entries, db.clock().now()),
    })
}
