//! What happened to an incident, for its page.

use super::report::Kit;
use super::view::Seen;
use crate::clock::Instant;
use crate::db::StorageError;
use crate::incidents::model::{Event, EventKind};
use crate::incidents::store;
use crate::organisations;

/// What happened to an incident besides what it says itself, without what was said.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Happened {
    /// Changes, and which providers were told, oldest first.
    pub(in crate::incidents) events: Vec<Event>,
    /// When notes were written, oldest first.
    pub(in crate::incidents) notes: Vec<Instant>,
    /// Names of the providers that were told.
    pub(in crate::incidents) providers: Vec<String>,
}

/// What happened to an incident. While an investigation holds details back, nothing of it is told.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn happened(
    kit: Kit<'_>,
    seen: &Seen,
) -> Result<Happened, StorageError> {
    if seen.is_held_back() {
        return Ok(Happened {
            events: Vec::new(),
            notes: Vec::new(),
            providers: Vec::new(),
        });
    }
    let (db, id) = (kit.db.reader(), seen.incident.id);
    let events = store::events(db, id).await?;
    let told = events
        .iter()
        .filter(|event| event.kind == EventKind::ProviderTold);
    let told: Vec<_> = told.filter_map(|event| event.organisation).collect();
    let told = organisations::by_ids(db, &told).await?;
    Ok(Happened {
        notes: store::note_times(db, id).await?,
        providers: told.into_iter().map(|house| house.name).collect(),
        events,
    })
}
