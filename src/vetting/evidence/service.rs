//! Use cases of evidence in vetting.

use crate::access::Permit;
use crate::access::action::ReadEvidence;
use crate::db::Db;
use crate::experts::{self, Entry, EvidenceError, EvidenceFile, OpenedFile};
use crate::ids::{EvidenceFileId, ExpertId, VettingCaseId};
use crate::sealing::Keyring;
use crate::vetting::model::CaseState;
use crate::vetting::service::{VettingError, houses, seen_as};
use crate::vetting::store;

/// The files of the entry that an open case is about.
///
/// # Errors
/// No such case, decided, too close, or storage failed.
pub(in crate::vetting) async fn of_case(
    db: &Db,
    permit: &Permit<ReadEvidence>,
    id: VettingCaseId,
) -> Result<Vec<EvidenceFile>, VettingError> {
    let case = store::find(db.reader(), id)
        .await?
        .filter(|case| case.state == CaseState::Open)
        .ok_or(VettingError::NotFound)?;
    let entry = entry(db, permit, case.expert).await?;
    Ok(experts::evidence_of(db, permit, entry.id).await?)
}

/// Opens a file of an entry that is being vetted; that it was looked at is entered first.
///
/// # Errors
/// No such file, no open case of its entry, too close, or storage failed.
pub(in crate::vetting) async fn show(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<ReadEvidence>,
    id: EvidenceFileId,
) -> Result<OpenedFile, VettingError> {
    let expert = experts::whose_evidence(db, permit, id).await?;
    let vetted = store::with_open_case(db.reader(), &[expert]).await?;
    if !vetted.contains(&expert) {
        return Err(VettingError::NotFound);
    }
    let entry = entry(db, permit, expert).await?;
    Ok(experts::show_evidence(db, ring, permit, (&entry, id)).await?)
}

/// The entry, unless it is the vetter's own or a colleague's.
async fn entry(
    db: &Db,
    permit: &Permit<ReadEvidence>,
    id: ExpertId,
) -> Result<Entry, VettingError> {
    let entry = experts::load(db.reader(), &[id]).await?.pop();
    let entry = entry.ok_or(VettingError::NotFound)?;
    let caller = permit.caller();
    let houses = houses(db.reader(), caller.account, &caller.grants).await?;
    if seen_as(caller.account, &houses, &entry).is_close {
        return Err(VettingError::NotFound);
    }
    Ok(entry)
}

impl From<EvidenceError> for VettingError {
    fn from(error: EvidenceError) -> Self {
        match error {
            EvidenceError::Storage(error) => Self::Storage(error),
            EvidenceError::NotFound
            | EvidenceError::Format
            | EvidenceError::Term
            | EvidenceError::TooMany => Self::NotFound,
        }
    }
}
