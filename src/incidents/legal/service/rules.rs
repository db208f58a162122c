//! Keeping the matrix: each change is a new version, with who checked it.

use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::LegalError;
use crate::access::Permit;
use crate::access::action::KeepLegalRules;
use crate::clock::Instant;
use crate::db::{AuditEntry, Db, StorageError};
use crate::incidents::legal::model::{FormGroup, LegalBasis, Matrix, PersonnelForm};
use crate::incidents::legal::store;
use crate::input::FieldError;

/// A version of the matrix.
#[derive(Clone, Debug)]
pub struct KeptRules {
    /// Its number; 0 for what is shipped.
    pub version: i32,
    /// From when it is used; what is shipped, always.
    pub since: Option<NaiveDate>,
    /// What it says.
    pub matrix: Matrix,
    /// Who checked it, and on which day; of what is shipped nobody did.
    pub checked: Option<(String, NaiveDate)>,
}

/// The matrix as somebody ticked it, and who checked that.
#[derive(Clone, Debug)]
pub struct NewRules {
    /// The version it was changed from.
    pub version: i32,
    /// Who may help whom on which basis.
    pub bases: Vec<(FormGroup, FormGroup, LegalBasis)>,
    /// On which basis people are sent by which form.
    pub forms: Vec<(LegalBasis, PersonnelForm)>,
    /// Who checked it.
    pub checked_by: String,
    /// On which day.
    pub checked_on: Option<NaiveDate>,
}

/// The matrix of today.
///
/// # Errors
/// Storage failed.
pub async fn matrix<C: ConnectionTrait>(db: &C) -> Result<Matrix, StorageError> {
    Ok(current(db).await?.matrix)
}

/// The same, with its version and who checked it.
///
/// # Errors
/// Storage failed.
pub async fn kept_rules(db: &Db, _: &Permit<KeepLegalRules>) -> Result<KeptRules, LegalError> {
    Ok(current(db.reader()).await?)
}

async fn current<C: ConnectionTrait>(db: &C) -> Result<KeptRules, StorageError> {
    let last = store::last_rules(db).await?;
    Ok(last.unwrap_or_else(shipped))
}

fn shipped() -> KeptRules {
    KeptRules {
        version: 0,
        since: None,
        matrix: Matrix::shipped(),
        checked: None,
    }
}

/// Keeps what was ticked as a new version. What no data can allow is left out.
///
/// # Errors
/// Nobody checked it, a basis without a form, changed by somebody else meanwhile, or storage failed.
pub async fn save_rules(
    db: &Db,
    permit: &Permit<KeepLegalRules>,
    new: &NewRules,
) -> Result<(), LegalError> {
    let mut txn = db.begin().await?;
    let last = current(txn.connection()).await?;
    if last.version != new.version {
        return Err(LegalError::Changed);
    }
    let matrix = last.matrix.ticked(&new.bases, &new.forms);
    let by = new.checked_by.trim();
    let on = check(&matrix, (by, new.checked_on), txn.now()).map_err(LegalError::Invalid)?;
    let version = last.version + 1;
    // Of two at once one writes this version.
    if !store::insert_rules(&txn, (version, &matrix), (by, on)).await? {
        return Err(LegalError::Changed);
    }
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "legal_rules.changed",
        subject: "legal_rules".to_owned(),
        details: json!({ "version": version }),
    });
    txn.commit().await?;
    Ok(())
}

fn check(
    matrix: &Matrix,
    (by, on): (&str, Option<NaiveDate>),
    now: Instant,
) -> Result<NaiveDate, Vec<FieldError>> {
    let mut errors = Vec::new();
    for basis in matrix.without_form() {
        let basis: &str = basis.into();
        let detail = "say by which forms people are sent on it";
        errors.push(FieldError::new(
            format!("/forms/{basis}"),
            "missing",
            detail,
        ));
    }
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
