//! Telling the provider that a town it serves asks for help, and when that is over.

use sea_orm::ConnectionTrait;
use serde_json::json;

use crate::access::{self, Role};
use crate::accounts::AccountNotice;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::ids::OrganisationId;
use crate::incidents::model::{EventKind, Incident};
use crate::incidents::store;
use crate::organisations::{self, Organisation};
use crate::reference::Reference;

/// Seconds between two messages: who is flooded with them misses the one that counts.
const QUIET: i64 = 5 * 60;

/// Tells the managers of the provider that serves the town, once an incident is verified (trust.md 13): at once, and
/// of those that follow within minutes together. A provider that is struck itself, or was told, is skipped; while the
/// police investigates, all are; and where the town does not want it.
pub(super) async fn tell_providers(
    txn: &mut Txn,
    reference: &Reference,
    incident: &Incident,
) -> Result<(), StorageError> {
    if incident.verified.is_none() {
        return Ok(());
    }
    let now = txn.now();
    let mut serving = able_providers(txn.connection(), reference, (incident, now)).await?;
    let told = store::events(txn.connection(), incident.id).await?;
    serving.retain(|provider| {
        !told
            .iter()
            .any(|event| event.organisation == Some(provider.id))
    });
    for provider in serving {
        tell(txn, incident, (provider.id, EventKind::ProviderTold)).await?;
        txn.audit(AuditEntry {
            actor: Actor::Service,
            action: "incident.provider_told",
            subject: incident.id.to_string(),
            details: json!({ "provider": provider.id }),
        });
    }
    Ok(())
}

/// The providers that serve the town and can help: members, not struck, not the town itself. While the police
/// investigates, or where the town wants it so, none is told anything.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents) async fn able_providers<C: ConnectionTrait>(
    db: &C,
    reference: &Reference,
    (incident, now): (&Incident, Instant),
) -> Result<Vec<Organisation>, StorageError> {
    let Some(place) = incident.place.as_deref() else {
        return Ok(Vec::new());
    };
    let handling = &incident.handling;
    if handling.is_under_investigation || !handling.readers.provider {
        return Ok(Vec::new());
    }
    let serving = organisations::home_providers(db, reference, (place, now)).await?;
    let serving = serving.into_iter().map(|provider| provider.id);
    let others: Vec<_> = serving
        .filter(|provider| incident.organisation != Some(*provider))
        .collect();
    organisations::able(db, &others, now).await
}

/// Tells whoever was told of an incident that it is over, as long as they may read it: what is left to read is its
/// page (trust.md 13).
pub(super) async fn tell_of_end(
    txn: &mut Txn,
    reference: &Reference,
    incident: &Incident,
) -> Result<(), StorageError> {
    let (handling, now) = (&incident.handling, txn.now());
    if handling.is_under_investigation || !handling.readers.provider {
        return Ok(());
    }
    let Some(place) = &incident.place else {
        return Ok(());
    };
    let at = (place.as_str(), now);
    let serving = organisations::home_providers(txn.connection(), reference, at).await?;
    let serving: Vec<_> = serving.into_iter().map(|provider| provider.id).collect();
    let mut told = store::events(txn.connection(), incident.id).await?;
    told.retain(|event| event.kind == EventKind::ProviderTold);
    let told = told.into_iter().filter_map(|event| event.organisation);
    let told: Vec<_> = told.filter(|provider| serving.contains(provider)).collect();
    for provider in organisations::able(txn.connection(), &told, now).await? {
        tell(txn, incident, (provider.id, EventKind::ProviderToldOver)).await?;
    }
    Ok(())
}

/// Writes to the managers of a provider, at once unless they were written so within minutes.
async fn tell(
    txn: &mut Txn,
    incident: &Incident,
    (provider, kind): (OrganisationId, EventKind),
) -> Result<(), StorageError> {
    let notice = match kind {
        EventKind::ProviderTold => AccountNotice::HelpOfServedTown,
        EventKind::ProviderToldOver => AccountNotice::HelpOfServedTownOver,
        EventKind::Updated
        | EventKind::PrimaryCalled
        | EventKind::DeputyCalled
        | EventKind::ThirdCalled
        | EventKind::AllCalled => return Ok(()),
    };
    let now = txn.now();
    let since = now.plus_seconds(-QUIET);
    let was_told = store::is_told_since(txn, (provider, kind), since).await?;
    let at = if was_told { next(now) } else { now };
    let managers = (Role::MemberManager, Some(provider));
    for account in access::holders(txn.connection(), managers, now).await? {
        notice.plan_at(txn, account, at);
    }
    store::insert_event(txn, incident.id, (kind, Some(provider))).await?;
    Ok(())
}

/// The end of the period it is now.
fn next(now: Instant) -> Instant {
    let begun = now.as_seconds().div_euclid(QUIET);
    Instant::from_micros((begun + 1) * QUIET * 1_000_000)
}
