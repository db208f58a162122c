//! Rewording texts, and recording who checked them.

mod store;

use chrono::NaiveDate;
use serde_json::json;
use strum::VariantArray;

use super::KeepingError;
use crate::access::Permit;
use crate::access::action::KeepTexts;
use crate::clock::Instant;
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};
use crate::input::FieldError;
use crate::reference::Part;
use crate::reference::texts::{FIRST_SINCE, KeptText, TextKind, Texts, tidy};

/// Brings shipped texts in: first ones, and newer ones where nobody here reworded them.
pub(in crate::reference) async fn install(txn: &mut Txn) -> Result<(), StorageError> {
    for kind in TextKind::VARIANTS {
        let first = kind.shipped(1, FIRST_SINCE);
        let text = match store::last(txn.connection(), *kind).await? {
            None => first,
            Some(last) if !last.is_shipped => continue,
            // An older program beside a newer one would bring its words back.
            Some(_) if store::was_there(txn.connection(), &first).await? => continue,
            Some(last) => kind.shipped(last.version + 1, txn.now().date()),
        };
        // Of two nodes that start at once one writes it.
        if store::insert(txn, &text).await? {
            txn.audit(entry(Actor::Service, "text.changed", &text));
            Part::Texts.changed(txn);
        }
    }
    Ok(())
}

/// The texts of today.
///
/// # Errors
/// Storage failed, or a text was never installed.
pub(in crate::reference) async fn texts(db: &Db) -> Result<Texts, StorageError> {
    let last = async |kind: TextKind| {
        let found = store::last(db.reader(), kind).await?;
        found.ok_or(StorageError::Corrupt("texts"))
    };
    Ok(Texts {
        first_aid: last(TextKind::FirstAid).await?.into(),
        conditions: last(TextKind::Conditions).await?.into(),
        guide_acute: last(TextKind::GuideAcute).await?.into(),
        guide_emergency: last(TextKind::GuideEmergency).await?.into(),
        guide_rebuild: last(TextKind::GuideRebuild).await?.into(),
    })
}

/// The version of a text that is used today, as it is stored.
///
/// # Errors
/// Storage failed.
pub async fn kept_text(
    db: &Db,
    _: &Permit<KeepTexts>,
    kind: TextKind,
) -> Result<KeptText, KeepingError> {
    let found = store::last(db.reader(), kind).await?;
    found.ok_or(KeepingError::NotFound)
}

/// Rewords a text: a new version, which nobody has checked. The same words change nothing.
///
/// # Errors
/// Not built as it must be, changed by somebody else since `version`, or storage failed.
pub async fn reword(
    db: &Db,
    permit: &Permit<KeepTexts>,
    (kind, version): (TextKind, i32),
    (german, english): (&str, &str),
) -> Result<(), KeepingError> {
    let (german, english) = (tidy(german), tidy(english));
    let errors = kind.check(&german, &english);
    if !errors.is_empty() {
        return Err(KeepingError::Invalid(errors));
    }
    let mut txn = db.begin().await?;
    let last = current(&txn, kind, version).await?;
    let text = KeptText {
        kind,
        version: version + 1,
        since: txn.now().date(),
        german,
        english,
        is_shipped: false,
        checked: None,
    };
    if last.has_words_of(&text) {
        return Ok(());
    }
    // Of two at once one writes this version.
    if !store::insert(&txn, &text).await? {
        return Err(KeepingError::Changed);
    }
    txn.audit(entry(permit.actor(), "text.changed", &text));
    Part::Texts.changed(&mut txn);
    txn.commit().await?;
    Ok(())
}

/// Records who checked the version of today, and when.
///
/// # Errors
/// Nobody named, a day to come, changed by somebody else since `version`, or storage failed.
pub async fn record_check(
    db: &Db,
    permit: &Permit<KeepTexts>,
    (kind, version): (TextKind, i32),
    (by, on): (&str, Option<NaiveDate>),
) -> Result<(), KeepingError> {
    let mut txn = db.begin().await?;
    let by = tidy(by).replace('\n', " ");
    let on = check_fields(&by, on, txn.now()).map_err(KeepingError::Invalid)?;
    let mut text = current(&txn, kind, version).await?;
    text.checked = Some((by, on));
    store::set_checked(&txn, &text).await?;
    txn.audit(entry(permit.actor(), "text.checked", &text));
    Part::Texts.changed(&mut txn);
    txn.commit().await?;
    Ok(())
}

fn check_fields(
    by: &str,
    on: Option<NaiveDate>,
    now: Instant,
) -> Result<NaiveDate, Vec<FieldError>> {
    let mut errors = Vec::new();
    if !(2..=120).contains(&by.chars().count()) {
        let detail = "give it in 2 to 120 characters";
        errors.push(FieldError::new("/checked_by", "length", detail));
    }
    match on {
        Some(day) if day <= now.date() && errors.is_empty() => return Ok(day),
        Some(day) if day <= now.date() => {}
        Some(_) => {
            let detail = "it cannot have been checked in the future";
            errors.push(FieldError::new("/checked_on", "future", detail));
        }
        None => errors.push(FieldError::new("/checked_on", "day", "give a day")),
    }
    Err(errors)
}

/// The version somebody means, if it is the last one.
async fn current(txn: &Txn, kind: TextKind, version: i32) -> Result<KeptText, KeepingError> {
    let last = store::last(txn.connection(), kind).await?;
    let last = last.ok_or(KeepingError::NotFound)?;
    if last.version == version {
        Ok(last)
    } else {
        Err(KeepingError::Changed)
    }
}

fn entry(actor: Actor, action: &'static str, text: &KeptText) -> AuditEntry {
    AuditEntry {
        actor,
        action,
        subject: <&str>::from(text.kind).to_owned(),
        details: json!({ "version": text.version }),
    }
}
