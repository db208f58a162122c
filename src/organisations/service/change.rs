//! Changing organisations.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::check::{check_changed, check_patch, check_phone};
use super::enter::taken_by;
use super::{OrganisationError, Saved, record};
use crate::access::Permit;
use crate::access::action::{SetMembership, SetStruck, UpdateOrganisation};
use crate::audit;
use crate::clock::Instant;
use crate::db::{Actor, Db, Txn};
use crate::http::{IfMatch, Problem};
use crate::ids::{self, OrganisationId};
use crate::input::{FieldError, Patch};
use crate::organisations::body::{OrganisationPatch, StruckSwitch};
use crate::organisations::model::{Organisation, Participation};
use crate::organisations::store;
use crate::phone;
use crate::reference::Reference;

/// Changes an organisation.
///
/// # Errors
/// Not the caller's to see, another version, invalid fields, or storage failed.
pub async fn update(
    db: &Db,
    reference: &Reference,
    permit: &Permit<UpdateOrganisation>,
    change: (OrganisationId, IfMatch, OrganisationPatch),
) -> Result<Saved, OrganisationError> {
    let (id, if_match, patch) = change;
    let mut txn = db.begin().await?;
    let mut row = store::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(OrganisationError::NotFound)?;
    if_match
        .check(row.version)
        .map_err(OrganisationError::Version)?;
    // Whom a house serves lets it act for others, as for their emergency cards.
    if patch.is_said_by_admins() && permit.also::<SetMembership>().is_none() {
        return Err(OrganisationError::SaidByAdmins);
    }
    check_patch(reference, &patch, txn.now())?;
    let serves = patch.serves.clone();
    let before = row.clone();
    apply(patch, &mut row, txn.now());
    check_changed(reference, &before, &row)?;
    if row.kind.is_seat_of_its_place()
        && let Some(other) = taken_by(&txn, reference, &row.place)
            .await?
            .into_iter()
            .find(|other| *other != id)
    {
        return Err(OrganisationError::PlaceTaken(other));
    }
    let details = details(&before, &row, serves.is_some(), txn.now());
    if !store::update(&txn, row).await? {
        return Err(OrganisationError::Version(Problem::precondition_failed(
            "somebody else changed this meanwhile",
        )));
    }
    if let Some(serves) = serves {
        store::replace_served(&txn, id, &serves).await?;
    }
    record(
        &mut txn,
        permit.actor(),
        "organisation.changed",
        id,
        details,
    );
    Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    })
}

/// Names the duty desk in a transaction that somebody else commits; nothing when it is the same number.
///
/// # Errors
/// No telephone number, no such organisation, changed meanwhile, or storage failed.
pub async fn stage_duty_phone(
    txn: &mut Txn,
    actor: Actor,
    (id, number): (OrganisationId, &str),
) -> Result<(), OrganisationError> {
    let invalid = |error| OrganisationError::Invalid(vec![error]);
    if let Some(error) = check_phone("/duty_phone", number) {
        return Err(invalid(error));
    }
    let found = store::by_id(txn.connection(), id).await?;
    let before = found.ok_or(OrganisationError::NotFound)?;
    let mut row = before.clone();
    row.duty_phone = phone::e164(number);
    if row == before {
        return Ok(());
    }
    let details = details(&before, &row, false, txn.now());
    if !store::update(txn, row).await? {
        let problem = Problem::precondition_failed("somebody else changed this meanwhile");
        return Err(OrganisationError::Version(problem));
    }
    record(txn, actor, "organisation.changed", id, details);
    Ok(())
}

/// Turns "selbst betroffen" on or off. On twice or off twice changes nothing.
///
/// # Errors
/// Not the caller's to see, a start in the future, or storage failed.
pub async fn set_struck(
    db: &Db,
    permit: &Permit<SetStruck>,
    id: OrganisationId,
    switch: StruckSwitch,
) -> Result<Saved, OrganisationError> {
    let mut txn = db.begin().await?;
    store::find(txn.connection(), permit.scope(), id)
        .await?
        .ok_or(OrganisationError::NotFound)?;
    let since = switch.since.unwrap_or(txn.now());
    if since > txn.now() {
        let error = FieldError::new("/since", "future", "it cannot begin in the future");
        return Err(OrganisationError::Invalid(vec![error]));
    }
    let is_struck = !store::struck(txn.connection(), &[id]).await?.is_empty();
    match (switch.struck, is_struck) {
        (true, false) => store::insert_struck(&txn, id, since, permit.actor()).await?,
        (false, true) => store::end_struck(&txn, id).await?,
        (true, true) | (false, false) => {}
    }
    let mut details = audit::change(
        &json!({ "struck": is_struck }),
        &json!({ "struck": switch.struck }),
        &[],
    );
    details["since"] = json!(switch.struck.then_some(since));
    // Whoever asks could write anything here; only an id is entered.
    let incident = switch.incident_id.as_deref();
    details["incident"] = json!(incident.filter(|id| ids::is_well_formed("inc", id)));
    let action = if switch.struck {
        "organisation.struck"
    } else {
        "organisation.recovered"
    };
    record(&mut txn, permit.actor(), action, id, details);
    Ok(Saved {
        id,
        generation: txn.commit().await?.generation,
    })
}

/// What the record says of a change: no name, no number.
fn details(
    before: &Organisation,
    after: &Organisation,
    changes_served: bool,
    now: Instant,
) -> Value {
    let facts = |row: &Organisation| {
        json!({
            "kind": row.kind,
            "legal_form": row.legal_form,
            "place": row.place,
            "member": row.is_member(now),
            "member_from": row.member_from.map(Instant::date),
            "member_until": row.last_member_day(),
            "nis2_status": row.nis2_status,
            "yearly_person_days": row.yearly_person_days,
            "participation": row.participation,
            "participation_on": row.participation_since.date(),
            "personal_response_history": row.personal_response_history,
        })
    };
    let named = [
        ("name", before.name != after.name),
        ("duty_phone", before.duty_phone != after.duty_phone),
        (
            "accident_insurer",
            before.accident_insurer != after.accident_insurer,
        ),
        (
            "liability_insurer",
            before.liability_insurer != after.liability_insurer,
        ),
        ("privacy_phone", before.privacy_phone != after.privacy_phone),
        ("serves", changes_served),
    ];
    let named: Vec<&'static str> = named
        .into_iter()
        .filter_map(|(name, is_changed)| is_changed.then_some(name))
        .collect();
    audit::change(&facts(before), &facts(after), &named)
}

fn apply(patch: OrganisationPatch, row: &mut Organisation, now: Instant) {
    let OrganisationPatch {
        kind,
        place,
        name,
        legal_form,
        member,
        member_from,
        member_until,
        serves: _,
        nis2_status,
        yearly_person_days,
        participation,
        participation_on,
        personal_response_history,
        duty_phone,
        accident_insurer,
        liability_insurer,
        privacy_phone,
    } = patch;
    if let Some(kind) = kind {
        row.kind = kind;
    }
    if let Some(place) = place {
        row.place = place;
    }
    if let Some(name) = name {
        name.trim().clone_into(&mut row.name);
    }
    if let Some(form) = legal_form {
        row.legal_form = form;
    }
    match member {
        Some(true) if !row.is_member(now) => {
            (row.member_from, row.member_until) = (Some(now), None);
        }
        Some(false) if row.is_member(now) => row.member_until = Some(now),
        Some(true | false) | None => {}
    }
    member_from
        .map(Instant::start_of)
        .apply(&mut row.member_from);
    member_until
        .map(Instant::end_of)
        .apply(&mut row.member_until);
    if let Some(status) = nis2_status {
        row.nis2_status = status;
    }
    yearly_person_days.apply(&mut row.yearly_person_days);
    participate(row, (participation, participation_on), now);
    if let Some(agreed) = personal_response_history {
        row.personal_response_history = agreed;
    }
    set_phone(duty_phone, &mut row.duty_phone);
    set_phone(privacy_phone, &mut row.privacy_phone);
    set_name(accident_insurer, &mut row.accident_insurer);
    set_name(liability_insurer, &mut row.liability_insurer);
}

fn participate(
    row: &mut Organisation,
    (participation, on): (Option<Participation>, Option<NaiveDate>),
    now: Instant,
) {
    let changed = participation.filter(|value| *value != row.participation);
    if let Some(participation) = changed {
        (row.participation, row.participation_since) = (participation, now);
    }
    // Of today it counts from now on; of an earlier day from its beginning.
    if let Some(day) = on.filter(|day| *day != row.participation_since.date()) {
        row.participation_since = Instant::start_of(day);
    }
}

fn set_name(patch: Patch<String>, name: &mut Option<String>) {
    patch.map(|typed| typed.trim().to_owned()).apply(name);
}

fn set_phone(patch: Patch<String>, number: &mut Option<String>) {
    match patch {
        Patch::Keep => {}
        Patch::Clear => *number = None,
        Patch::Set(typed) => *number = phone::e164(&typed),
    }
}
