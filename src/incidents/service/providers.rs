//! Telling the provider that a town it serves asks for help.

use sea_orm::ConnectionTrait;
use serde_json::json;

use crate::access::{self, Role};
use crate::accounts::AccountNotice;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, StorageError, Txn};
use crate::incidents::model::{EventKind, Incident};
use crate::incidents::store;
use crate::organisations::{self, Organisation};
use crate::reference::Reference;

/// Seconds between two messages: who is flooded with them misses the one that counts.
const QUIET: i64 = 5 * 60;

/// Tells the managers of the provider that serves the town, once an incident is verified (trust.md 13): at once, and
/// of those that follow within minutes together. A provider that is struck itself, or was told, is skipped; while the
/// police investigates, all are.
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
        let was_told = store::is_told_since(txn, provider.id, now.plus_seconds(-QUIET)).await?;
        let at = if was_told { next(now) } else { now };
        let managers = (Role::MemberManager, Some(provider.id));
        for account in access::holders(txn.connection(), managers, now).await? {
            AccountNotice::HelpOfServedTown.plan_at(txn, account, at);
        }
        let event = (EventKind::ProviderTold, Some(provider.id));
        store::insert_event(txn, incident.id, event).await?;
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
/// investigates, none is told anything.
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
    if incident.handling.is_under_investigation {
        return Ok(Vec::new());
    }
    let serving = organisations::home_providers(db, reference, (place, now)).await?;
    let serving = serving.into_iter().map(|provider| provider.id);
    let others: Vec<_> = serving
        .filter(|provider| incident.organisation != Some(*provider))
        .collect();
    organisations::able(db, &others, now).await
}

/// The end of the period it is now.
fn next(now: Instant) -> Instant {
    let begun = now.as_seconds().div_euclid(QUIET);
    Instant::from_micros((begun + 1) * QUIET * 1_000_000)
}
