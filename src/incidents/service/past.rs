//! What happened to an incident, for its page.

use super::IncidentError;
use super::report::Kit;
use super::view::Seen;
use crate::clock::Instant;
use crate::incidents::borrowing::{self, OfferRequest, OfferStep};
use crate::incidents::model::{Event, EventKind, Side};
use crate::incidents::requests::{self, HelpStep};
use crate::incidents::store;
use crate::organisations;

/// What happened to an incident besides what it says itself, without what was said.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Happened {
    /// Changes, and which providers were told, oldest first.
    pub(in crate::incidents) events: Vec<Event>,
    /// When notes were written, oldest first.
    pub(in crate::incidents) notes: Vec<Instant>,
    /// What became of its requests, for the desk and the town: how many are asked is nobody else's.
    pub(in crate::incidents) help: Vec<(Instant, HelpStep)>,
    /// Which offers were promised, and which of these are over, for the desk and the town.
    pub(in crate::incidents) offers: Vec<(Instant, OfferStep)>,
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
) -> Result<Happened, IncidentError> {
    if seen.is_held_back() {
        return Ok(Happened {
            events: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
            offers: Vec::new(),
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
        help: helped(kit, seen).await?,
        offers: offered(kit, seen).await?,
        providers: told.into_iter().map(|house| house.name).collect(),
        events,
    })
}

/// Nothing before somebody made sure who asks.
async fn helped(kit: Kit<'_>, seen: &Seen) -> Result<Vec<(Instant, HelpStep)>, IncidentError> {
    if !is_theirs(seen) {
        return Ok(Vec::new());
    }
    let now = kit.db.clock().now();
    let all = requests::of_incident(kit.db, seen.incident.id).await?;
    let steps = all.iter().flat_map(|situation| situation.course(now));
    Ok(steps.collect())
}

/// The same of offers.
async fn offered(kit: Kit<'_>, seen: &Seen) -> Result<Vec<(Instant, OfferStep)>, IncidentError> {
    if !is_theirs(seen) {
        return Ok(Vec::new());
    }
    let all = borrowing::of_incident(kit.db, seen.incident.id).await?;
    Ok(all.iter().flat_map(OfferRequest::course).collect())
}

/// Whether what is asked for an incident is theirs to know: for the desk and the town, once somebody made sure who asks.
fn is_theirs(seen: &Seen) -> bool {
    let is_theirs = match seen.side {
        Side::Desk | Side::Town => true,
        Side::Provider | Side::Land => false,
    };
    is_theirs && seen.incident.verified.is_some()
}
