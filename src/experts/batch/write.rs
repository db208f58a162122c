//! Enters, changes and removes many entries in a transaction that somebody else commits.

use serde_json::{Value, json};

use super::{Checked, Known};
use crate::clock::Instant;
use crate::db::{Actor, StorageError, Txn};
use crate::experts::Alias;
use crate::experts::body::NewExpert;
use crate::experts::model::{EntryKind, Profile};
use crate::experts::service::{new_entry, plan_confirmations, record, release};
use crate::experts::store::{self, ReleaseChange, Replacement};
use crate::ids::ExpertId;
use crate::sealing::Keyring;

/// Entries inserted at once.
const AT_ONCE: usize = 1_000;

/// Enters new ones; the record says of each what it came with.
///
/// # Errors
/// Storage failed.
pub async fn enter_all(
    txn: &mut Txn,
    ring: &Keyring,
    (actor, came_with): (Actor, &str),
    new: Vec<Checked>,
) -> Result<Vec<ExpertId>, StorageError> {
    let aliases = free_aliases(txn, new.len()).await?;
    let mut ids = Vec::with_capacity(new.len());
    let mut rows = Vec::with_capacity(new.len().min(AT_ONCE));
    let last = new.len();
    for (position, (Checked { new, skills }, alias)) in new.into_iter().zip(aliases).enumerate() {
        let (id, kind, identity) = (ExpertId::random(), new.kind, new.identity.clone());
        rows.push(new_entry(
            ring,
            (id, alias),
            (new, (skills, identity)),
            txn.now(),
        )?);
        let details = json!({ "kind": kind, "import": came_with });
        record(txn, actor, "expert.created", id, details);
        if kind == EntryKind::Capacity {
            plan_confirmations(txn, id);
        }
        ids.push(id);
        if rows.len() == AT_ONCE || position + 1 == last {
            store::insert_all(txn, &rows).await?;
            rows.clear();
        }
    }
    Ok(ids)
}

/// So many public names that no entry has or had.
async fn free_aliases(txn: &Txn, count: usize) -> Result<Vec<Alias>, StorageError> {
    let mut free = Vec::with_capacity(count);
    let mut seen = std::collections::HashSet::new();
    while free.len() < count {
        let wanted = (count - free.len()).min(AT_ONCE);
        let mut some: Vec<Alias> = std::iter::repeat_with(Alias::random).take(wanted).collect();
        some.retain(|alias| seen.insert(alias.to_string()));
        let names: Vec<&str> = some.iter().map(Alias::as_str).collect();
        let taken = store::aliases_taken(txn, &names).await?;
        some.retain(|alias| !taken.iter().any(|taken| taken == alias.as_str()));
        free.extend(some);
    }
    Ok(free)
}

/// Changes entries, each read in this transaction; `false` when somebody changed one of them since.
///
/// # Errors
/// Storage failed.
pub async fn change_all(
    txn: &mut Txn,
    ring: &Keyring,
    (actor, came_with): (Actor, &str),
    changes: &[(&Known, Checked)],
) -> Result<bool, StorageError> {
    let now = txn.now();
    let replacements: Vec<Replacement<'_>> = changes
        .iter()
        .map(|(known, checked)| replacement(known, checked, now))
        .collect();
    if !store::replace_all(txn, ring, &replacements).await? {
        return Ok(false);
    }
    for (known, checked) in changes {
        let fields = changed_fields(&known.as_new(now), &checked.new);
        let details = json!({ "fields": fields, "import": came_with });
        record(txn, actor, "expert.changed", known.entry.id, details);
    }
    Ok(true)
}

/// Gives entries back what they held before; `false` when somebody changed one of them since.
///
/// # Errors
/// Storage failed.
pub async fn restore_all(
    txn: &mut Txn,
    ring: &Keyring,
    by: (Actor, &str),
    former: Vec<(&Known, NewExpert)>,
) -> Result<bool, StorageError> {
    let former: Vec<_> = former
        .into_iter()
        .map(|(known, new)| (known, Checked::stored(new)))
        .collect();
    change_all(txn, ring, by, &former).await
}

/// Removes entries for good that nobody touched since they were entered; those that stay.
///
/// # Errors
/// Storage failed.
pub async fn remove_untouched(
    txn: &mut Txn,
    (actor, came_with): (Actor, &str),
    (entered, at): (&[ExpertId], Instant),
) -> Result<Vec<ExpertId>, StorageError> {
    let (mut kept, mut removed) = (Vec::new(), Vec::new());
    for ids in entered.chunks(AT_ONCE) {
        let entries = store::load(txn.connection(), ids).await?;
        let in_vetting = store::with_cases(txn, ids).await?;
        let untouched = entries.iter().filter(|entry| {
            let is_new = entry.version == 1
                && entry.account.is_none()
                && entry.hidden_since.is_none()
                && entry.confirmed_at.is_none_or(|confirmed| confirmed <= at);
            let is_unused = entry.consents.is_empty()
                && entry.admissions.is_empty()
                && entry.commitments.is_empty();
            is_new && is_unused && !in_vetting.contains(&entry.id)
        });
        let untouched: Vec<ExpertId> = untouched.map(|entry| entry.id).collect();
        kept.extend(ids.iter().filter(|id| !untouched.contains(id)));
        store::remove_all(txn, &untouched).await?;
        removed.extend(untouched);
    }
    for id in removed {
        let details = Value::from_iter([("import", came_with)]);
        record(txn, actor, "expert.removed", id, details);
    }
    Ok(kept)
}

fn replacement<'a>(known: &'a Known, checked: &'a Checked, now: Instant) -> Replacement<'a> {
    let Checked { new, skills } = checked;
    let before = known.as_new(now);
    Replacement {
        entry: &known.entry,
        headcount: new.headcount.unwrap_or(known.entry.headcount),
        profile: Profile {
            headline: new.headline.clone().into(),
            text: new.text.clone().into(),
            skills: skills.clone(),
            certifications: new.certifications.clone(),
            languages: new.languages.clone(),
            base: new.base.clone(),
            radius_km: new.radius_km,
            mode: new.mode,
            max_days: new.max_days,
            notice_hours: new.notice_hours,
            clearance: new.clearance.clone(),
            night_alerts: known.entry.profile.night_alerts,
        },
        identity: new
            .identity
            .as_ref()
            .filter(|_| new.identity != before.identity),
        availability: (new.availability != before.availability).then_some(&new.availability),
        release: match new.release {
            same if same == before.release => ReleaseChange::Keep,
            None => ReleaseChange::End,
            Some(given) => ReleaseChange::Begin(release(given, now)),
        },
    }
}

/// Names of the fields that differ; what stands in them is nobody's business but theirs.
fn changed_fields(before: &NewExpert, after: &NewExpert) -> Vec<&'static str> {
    let differs = [
        ("headcount", before.headcount != after.headcount),
        ("identity", before.identity != after.identity),
        ("headline", before.headline != after.headline),
        ("text", before.text != after.text),
        ("skills", before.skills != after.skills),
        (
            "certifications",
            before.certifications != after.certifications,
        ),
        ("languages", before.languages != after.languages),
        ("base", before.base != after.base),
        ("radius_km", before.radius_km != after.radius_km),
        ("mode", before.mode != after.mode),
        ("max_days", before.max_days != after.max_days),
        ("notice_hours", before.notice_hours != after.notice_hours),
        ("clearance", before.clearance != after.clearance),
        ("availability", before.availability != after.availability),
        ("release", before.release != after.release),
    ];
    let differing = differs.into_iter().filter(|(_, differs)| *differs);
    differing.map(|(name, _)| name).collect()
}
