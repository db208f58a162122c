//! Changing entries.

use serde_json::{Value, json};

use super::skills::settled;
use super::{ExpertError, Saved, record, release};
use crate::access::Permit;
use crate::access::action::UpdateExpert;
use crate::audit;
use crate::clock::Instant;
use crate::db::{Db, Txn};
use crate::experts::body::ExpertPatch;
use crate::experts::check;
use crate::experts::lock::{Author, SkillChange};
use crate::experts::model::{Entry, EntryKind, Profile};
use crate::experts::reveals::Disclosure;
use crate::experts::store;
use crate::experts::wording::{self, About};
use crate::http::{IfMatch, Problem};
use crate::ids::{AccountId, ExpertId};
use crate::input::FieldError;
use crate::reference::{Reference, Text};
use crate::sealing::Keyring;

/// Changes an entry.
///
/// # Errors
/// Not the caller's to see, another version, invalid fields, a field that is somebody else's, or storage failed.
pub async fn update(
    db: &Db,
    (reference, ring): (&Reference, &Keyring),
    permit: &Permit<UpdateExpert>,
    (id, if_match, patch): (ExpertId, IfMatch, ExpertPatch),
) -> Result<Saved, ExpertError> {
    let mut txn = db.begin().await?;
    let entry = store::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(ExpertError::NotFound)?;
    if_match
        .check(entry.version)
        .map_err(ExpertError::Version)?;
    let author = if permit.scope().covers(entry.organisation) {
        Author::Employer
    } else {
        Author::Person
    };
    may_change(&patch, author, &entry, permit.caller().account)?;
    // Nobody confirms the own skills, also not as a manager.
    let author = match entry.account {
        Some(account) if account == permit.caller().account => Author::Person,
        Some(_) | None => author,
    };
    let mut errors = texts(&txn, (reference, ring), &entry, &patch).await?;
    errors.extend(check::release(
        patch.release.as_ref(),
        txn.now(),
        "/release",
    ));
    let mut changed = patched(reference, &entry, &patch, (author, errors))?;
    let waiting = settled(&mut changed, &entry, (author, txn.now()));
    let details = details(&entry, (&changed, &waiting), &patch, txn.now());
    if !store::touch(&txn, &entry, patch.headcount.unwrap_or(entry.headcount)).await? {
        return Err(ExpertError::Version(Problem::precondition_failed(
            "somebody else changed this meanwhile",
        )));
    }
    store::replace_profile(&txn, id, &changed).await?;
    if waiting != entry.skill_changes {
        store::replace_skill_changes(&txn, id, &waiting).await?;
    }
    if let Some(identity) = patch.identity {
        let identity = identity
            .normalised("/identity")
            .map_err(ExpertError::Invalid)?;
        store::update_identity(&txn, ring, id, &identity).await?;
    }
    if let Some(given) = patch.release {
        store::replace_release(&txn, id, &release(given, txn.now())).await?;
    }
    record(&mut txn, permit.actor(), "expert.changed", id, details);
    Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    })
}

/// What the record says of a change: of the person only which fields, of the employer's consent what it was and is.
fn details(
    entry: &Entry,
    (changed, waiting): (&Profile, &[SkillChange]),
    patch: &ExpertPatch,
    now: Instant,
) -> Value {
    let release = entry.releases.iter().find(|held| held.holds(now));
    let before = json!({
        "headcount": entry.headcount,
        "release": release.map(|held| json!({"form": held.form, "days_a_year": held.days_a_year})),
    });
    let mut after = before.clone();
    if let Some(headcount) = patch.headcount {
        after["headcount"] = json!(headcount);
    }
    if let Some(given) = &patch.release {
        let days = given.days_a_year;
        after["release"] = json!({"form": given.form, "days_a_year": days, "until": given.until});
    }
    let profile = &entry.profile;
    let named = [
        ("identity", patch.identity.is_some()),
        ("headline", profile.headline != changed.headline),
        ("text", profile.text != changed.text),
        ("skills", profile.skills != changed.skills),
        ("skill_changes", entry.skill_changes != waiting),
        (
            "certifications",
            profile.certifications != changed.certifications,
        ),
        ("languages", profile.languages != changed.languages),
        ("base", profile.base != changed.base),
        ("radius_km", profile.radius_km != changed.radius_km),
        ("mode", profile.mode != changed.mode),
        ("max_days", profile.max_days != changed.max_days),
        ("notice_hours", profile.notice_hours != changed.notice_hours),
        ("clearance", profile.clearance != changed.clearance),
        ("night_alerts", profile.night_alerts != changed.night_alerts),
    ];
    let named: Vec<&'static str> = named
        .into_iter()
        .filter_map(|(name, is_changed)| is_changed.then_some(name))
        .collect();
    audit::change(&before, &after, &named)
}

/// Night alerts are the person's to allow, the release the employer's.
fn may_change(
    patch: &ExpertPatch,
    author: Author,
    entry: &Entry,
    account: AccountId,
) -> Result<(), ExpertError> {
    if patch.night_alerts.is_some() && entry.account != Some(account) {
        return Err(ExpertError::NotYours(
            "only the person allows alerts at night",
        ));
    }
    if patch.release.is_some() && author == Author::Person {
        return Err(ExpertError::NotYours("only the employer gives its release"));
    }
    let has_identity = patch.identity.is_some() || entry.kind == EntryKind::Person;
    let has_headcount = patch.headcount.is_some() || entry.kind == EntryKind::Capacity;
    check::kind(entry.kind, has_identity, has_headcount)
        .map_or(Ok(()), |error| Err(ExpertError::Invalid(vec![error])))
}

/// What must not stand in the texts that are to change.
async fn texts(
    txn: &Txn,
    (reference, ring): (&Reference, &Keyring),
    entry: &Entry,
    patch: &ExpertPatch,
) -> Result<Vec<FieldError>, ExpertError> {
    let headline = patch.headline.clone().map(Text::from);
    let text = patch.text.clone().map(Text::from);
    let given = [("headline", headline.as_ref()), ("text", text.as_ref())];
    let texts: Vec<_> = given
        .into_iter()
        .filter_map(|(field, text)| Some((field, text?)))
        .collect();
    if texts.is_empty() {
        return Ok(Vec::new());
    }
    let stored = if patch.identity.is_none() {
        store::identity(txn.connection(), ring, Disclosure::to_nobody(entry.id)).await?
    } else {
        None
    };
    let about = About {
        organisation: entry.organisation,
        base: patch.base.as_ref().unwrap_or(&entry.profile.base),
        identity: patch.identity.as_ref().or(stored.as_ref()),
    };
    Ok(wording::errors(txn.connection(), reference, about, &texts).await?)
}

fn patched(
    reference: &Reference,
    entry: &Entry,
    patch: &ExpertPatch,
    (author, mut errors): (Author, Vec<FieldError>),
) -> Result<Profile, ExpertError> {
    let mut profile = entry.profile.clone();
    if let Some(skills) = &patch.skills {
        match check::skills(reference, skills, &entry.profile.skills, author) {
            Ok(skills) => profile.skills = skills,
            Err(found) => errors.extend(found),
        }
    }
    if let Some(certifications) = &patch.certifications {
        errors.extend(check::certifications(reference, certifications));
        profile.certifications.clone_from(certifications);
    }
    if let Some(languages) = &patch.languages {
        errors.extend(check::languages(reference, languages));
        profile.languages.clone_from(languages);
    }
    if let Some(base) = &patch.base {
        errors.extend(check::base(reference, base));
        profile.base.clone_from(base);
    }
    if !errors.is_empty() {
        return Err(ExpertError::Invalid(errors));
    }
    profile.headline = patch.headline.clone().map_or(profile.headline, Into::into);
    profile.text = patch.text.clone().map_or(profile.text, Into::into);
    profile.radius_km = patch.radius_km.unwrap_or(profile.radius_km);
    profile.mode = patch.mode.unwrap_or(profile.mode);
    profile.max_days = patch.max_days.unwrap_or(profile.max_days);
    profile.notice_hours = patch.notice_hours.unwrap_or(profile.notice_hours);
    profile.clearance = patch.clearance.clone().unwrap_or(profile.clearance);
    profile.night_alerts = patch.night_alerts.unwrap_or(profile.night_alerts);
    Ok(profile)
}
