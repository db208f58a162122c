//! Whoever asked shows that a request is theirs, and takes it back.

use serde_json::json;

use super::IncidentError;
use super::close::end;
use super::secrets::spoken_code;
use crate::accounts::Secret;
use crate::db::{Actor, AuditEntry, Db, StorageError};
use crate::ids::IncidentId;
use crate::incidents::model::{ClosingReason, Incident, IncidentState};
use crate::incidents::requests::Desk;
use crate::incidents::store;
use crate::sealing::Keyring;

/// Digits of the spoken code.
const DIGITS: usize = 6;

/// What somebody with the link has besides.
#[derive(Clone, Copy)]
pub(in crate::incidents) struct Proof<'a> {
    /// It is the phone that asked.
    pub(in crate::incidents) is_phone: bool,
    /// The spoken code as typed.
    pub(in crate::incidents) code: &'a str,
}

/// Why what whoever asked wants is not done.
#[derive(Debug, thiserror::Error)]
pub(in crate::incidents) enum AskerError {
    /// The spoken code is needed.
    #[error("the spoken code is needed")]
    NeedsCode,
    /// It is another one; so many tries are left.
    #[error("this is not the spoken code")]
    WrongCode(i32),
    /// There were too many wrong ones.
    #[error("there were too many wrong codes")]
    Locked,
    /// Nothing of the incident allows it.
    #[error(transparent)]
    Incident(#[from] IncidentError),
}

impl From<StorageError> for AskerError {
    fn from(error: StorageError) -> Self {
        Self::Incident(error.into())
    }
}

impl From<sea_orm::DbErr> for AskerError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Incident(error.into())
    }
}

/// The incident a link opens.
pub(in crate::incidents) async fn of_link(
    db: &Db,
    link: &Secret,
) -> Result<Incident, IncidentError> {
    let now = db.clock().now();
    let found = store::of_link(db.reader(), &link.hash(), now).await?;
    found.ok_or(IncidentError::NotFound)
}

/// Looks at the code typed: five tries, each counted whatever else happens.
pub(in crate::incidents) async fn check_code(
    (db, ring): (&Db, &Keyring),
    incident: &Incident,
    code: &str,
) -> Result<(), AskerError> {
    let typed: String = code.chars().filter(char::is_ascii_digit).collect();
    if typed.len() != DIGITS {
        // Not a try: it cannot be the code.
        return Err(AskerError::NeedsCode);
    }
    let spoken = spoken_code(ring, incident.id)?;
    match count_code(db, incident.id, typed == spoken).await? {
        Tried::Right => Ok(()),
        Tried::Wrong(left) => Err(AskerError::WrongCode(left)),
        Tried::Locked => Err(AskerError::Locked),
    }
}

/// What came of a spoken code.
pub(in crate::incidents) enum Tried {
    /// It is the one.
    Right,
    /// It is another one; so many tries are left.
    Wrong(i32),
    /// There were too many wrong ones.
    Locked,
}

/// Counts a spoken code of an incident, whatever it was typed for. The record says that it was wrong; a right one begins
/// the tries anew.
pub(in crate::incidents) async fn count_code(
    db: &Db,
    id: IncidentId,
    is_right: bool,
) -> Result<Tried, StorageError> {
    let mut txn = db.begin().await?;
    let Some(left) = store::count_code_try(&txn, id).await? else {
        return Ok(Tried::Locked);
    };
    if is_right {
        store::forget_code_tries(&txn, id).await?;
    } else {
        txn.audit(AuditEntry {
            actor: Actor::Service,
            action: "incident.code_refused",
            subject: id.to_string(),
            details: json!({}),
        });
    }
    txn.commit().await?;
    Ok(if is_right {
        Tried::Right
    } else {
        Tried::Wrong(left)
    })
}

/// Takes a request back: whoever is asked, waits or is committed is told that they are needed no more. The phone that
/// asked is enough, since it shows the code anyhow; everybody else types it.
///
/// # Errors
/// The link opens nothing, the code is needed or wrong, it is over already, or storage failed.
pub(in crate::incidents) async fn withdraw(
    desk: &Desk,
    link: &Secret,
    proof: Proof<'_>,
) -> Result<(), AskerError> {
    let found = of_link(&desk.db, link).await?;
    if found.state() == IncidentState::Closed {
        return Err(IncidentError::Closed.into());
    }
    if !proof.is_phone {
        let ring: &Keyring = &desk.ring;
        check_code((&desk.db, ring), &found, proof.code).await?;
    }
    let mut txn = desk.db.begin().await?;
    store::hold(&txn, found.id).await?;
    let incident = store::by_id(txn.connection(), found.id).await?;
    let incident = incident.ok_or(IncidentError::NotFound)?;
    let withdrawn = (ClosingReason::Withdrawn, Actor::Service);
    end(&mut txn, desk, &incident, withdrawn).await?;
    txn.commit().await?;
    Ok(())
}
