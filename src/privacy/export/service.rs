//! Gathering the copy.

use serde_json::json;

use crate::access::Permit;
use crate::access::action::ExportSelf;
use crate::accounts::{AllowanceError, Allowances};
use crate::clock::Instant;
use crate::db::{AuditEntry, Db, StorageError};
use crate::privacy::Person;
use crate::privacy::classes::{Table, classes};
use crate::privacy::store::{self, Row};
use crate::sealing::Keyring;

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub(super) enum ExportError {
    /// The day's copies are used up.
    #[error("the copies of the day are used up")]
    UsedUp,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for ExportError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<AllowanceError> for ExportError {
    fn from(error: AllowanceError) -> Self {
        match error {
            AllowanceError::UsedUp => Self::UsedUp,
            AllowanceError::Storage(error) => Self::Storage(error),
        }
    }
}

/// In which form somebody takes a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(super) enum Form {
    /// For programs.
    Json,
    /// For reading.
    Page,
}

/// Everything that is kept of a person.
pub(super) struct Copy {
    pub(super) made_at: Instant,
    pub(super) person: Person,
    /// Tables with at least one row of the person.
    pub(super) sections: Vec<Section>,
    /// What the audit record says by or about the person.
    pub(super) record: Vec<Recorded>,
}

/// The person's rows of a table.
pub(super) struct Section {
    pub(super) table: &'static Table,
    /// The person wrote the rows about others, such as a vetter.
    pub(super) is_about_others: bool,
    pub(super) rows: Vec<Row>,
}

/// An entry of the audit record, without who else it names.
pub(super) struct Recorded {
    pub(super) seq: i64,
    pub(super) at: Instant,
    pub(super) by: Actor,
    pub(super) action: String,
    pub(super) subject: String,
}

/// Who acted, as a person may know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Actor {
    /// The person.
    Oneself,
    /// Somebody else who was signed in.
    AnotherAccount,
    /// An operator at the command line.
    Operator,
    /// The service itself.
    Service,
}

/// Gathers everything about whoever holds the permit; that is put on record first.
///
/// # Errors
/// Too many copies today, or storage failed.
pub(super) async fn copy(
    db: &Db,
    ring: &Keyring,
    allowances: &Allowances,
    (permit, form): (&Permit<ExportSelf>, Form),
) -> Result<Copy, ExportError> {
    let account = permit.caller().account;
    allowances.draw_export(db, account).await?;
    let mut txn = db.begin().await?;
    txn.audit(AuditEntry {
        actor: permit.actor(),
        action: "account.exported",
        subject: account.to_string(),
        details: json!({ "form": <&str>::from(form) }),
    });
    txn.commit().await?;
    let person = store::of_account(db.reader(), account)
        .await?
        .ok_or(StorageError::Corrupt("accounts"))?;
    Ok(Copy {
        made_at: db.clock().now(),
        sections: sections(db, ring, &person).await?,
        record: record(db, &person).await?,
        person,
    })
}

async fn sections(db: &Db, ring: &Keyring, person: &Person) -> Result<Vec<Section>, StorageError> {
    let mut sections = Vec::new();
    for table in classes() {
        for (position, whose) in table.whose.iter().enumerate() {
            let rows = store::rows(db.reader(), ring, (table, *whose), person).await?;
            let has_columns = rows.iter().any(|row| !row.is_empty());
            if has_columns {
                sections.push(Section {
                    table,
                    is_about_others: position > 0,
                    rows,
                });
            }
        }
    }
    Ok(sections)
}

async fn record(db: &Db, person: &Person) -> Result<Vec<Recorded>, StorageError> {
    let ids = person.ids();
    let own = person.account.map(|id| id.to_string());
    let entries = store::concerning(db.reader(), &ids).await?;
    let recorded = entries.into_iter().map(|entry| Recorded {
        seq: entry.seq,
        at: entry.at,
        by: match entry.actor.as_str() {
            "operator" => Actor::Operator,
            "service" => Actor::Service,
            actor if Some(actor) == own.as_deref() => Actor::Oneself,
            _ => Actor::AnotherAccount,
        },
        action: entry.action,
        subject: entry.subject,
    });
    Ok(recorded.collect())
}
