//! Taking back what was applied: what nobody else touched since.

use std::collections::HashMap;

use serde_json::json;

use super::model::{Former, FormerEntry, Import, ImportError, ImportState, Kept, Report};
use super::service::Desk;
use super::store::{self, Part};
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Txn};
use crate::experts::{self, Known, NewExpert};
use crate::ids::{ExpertId, ImportId};
use crate::sealing::Keyring;

/// Takes an import back: entries it entered are removed, those it changed hold again what they held before. What
/// somebody else touched since stays, and the report says which that is.
///
/// # Errors
/// Somebody was faster, or storage failed; nothing was taken back.
pub(super) async fn run(
    desk: &Desk,
    id: ImportId,
    (from, actor): (ImportState, Actor),
) -> Result<(), ImportError> {
    let mut txn = desk.db.begin().await?;
    if !store::step(&txn, id, (from, ImportState::Undone)).await? {
        return Err(ImportError::NotNow);
    }
    let import = store::find(txn.connection(), id, txn.now())
        .await?
        .ok_or(ImportError::NotFound)?;
    let former: Option<Former> =
        store::value(txn.connection(), &desk.ring, (id, Part::Former)).await?;
    let former = former.ok_or(ImportError::NotNow)?;
    let all = former.entered.len() + former.changed.len();
    let kept = take_back(&mut txn, &desk.ring, (&import, actor), former).await?;
    txn.audit(AuditEntry {
        actor,
        action: "import.undone",
        subject: id.to_string(),
        details: json!({ "organisation": import.organisation, "undone": all - kept.len(), "kept": kept.len() }),
    });
    let report = Report {
        kept,
        ..Report::default()
    };
    store::put(&txn, &desk.ring, (id, Part::Report), &report).await?;
    store::drop_part(&txn, (id, Part::Former)).await?;
    store::note_by(
        &txn,
        id,
        match actor {
            Actor::Account(account) => Some(account),
            Actor::Operator | Actor::Service => None,
        },
    )
    .await?;
    txn.commit().await?;
    Ok(())
}

/// What stays.
async fn take_back(
    txn: &mut Txn,
    ring: &Keyring,
    (import, actor): (&Import, Actor),
    former: Former,
) -> Result<Vec<Kept>, ImportError> {
    let came_with = import.id.to_string();
    let by = (actor, came_with.as_str());
    let applied_at = import.applied_at.unwrap_or(import.created_at);
    let roll = experts::roll(txn.connection(), ring, import.organisation).await?;
    let known: HashMap<ExpertId, &Known> =
        roll.iter().map(|known| (known.entry.id, known)).collect();
    let mut kept = Vec::new();
    let mut restored: Vec<(&Known, NewExpert)> = Vec::new();
    for FormerEntry {
        row,
        id,
        version,
        held,
    } in former.changed
    {
        match known
            .get(&id)
            .filter(|known| is_untouched(known, (version, applied_at)))
        {
            Some(known) => restored.push((known, held)),
            None => kept.push(Kept { row, entry: id }),
        }
    }
    if !experts::restore_all(txn, ring, by, restored).await? {
        return Err(ImportError::NotNow);
    }
    let ids: Vec<ExpertId> = former.entered.iter().map(|(_, id)| *id).collect();
    let staying = experts::remove_untouched(txn, by, (&ids, applied_at)).await?;
    let staying = former
        .entered
        .into_iter()
        .filter(|(_, id)| staying.contains(id));
    kept.extend(staying.map(|(row, entry)| Kept { row, entry }));
    kept.sort_by_key(|kept| kept.row);
    Ok(kept)
}

/// Nobody changed it, and the person did not say that it is right.
fn is_untouched(known: &Known, (version, applied_at): (i32, Instant)) -> bool {
    let entry = &known.entry;
    entry.version == version
        && entry
            .confirmed_at
            .is_none_or(|confirmed| confirmed <= applied_at)
}
