//! Reading a file for an entry. Writing what was chosen is changing the availability, as typing it is.

use super::known::Held;
use super::model::{self, CalendarReading, FileFault};
use crate::access::Permit;
use crate::access::action::UpdateExpert;
use crate::db::{Db, StorageError};
use crate::experts::store;
use crate::ids::ExpertId;
use crate::sealing::{Keyring, Purpose};

/// Why a calendar file was not read.
#[derive(Debug, thiserror::Error)]
pub enum CalendarFileError {
    /// There is no such entry, or the caller may not know of it.
    #[error("there is no such entry")]
    NotFound,
    /// Nothing of the file can be used.
    #[error(transparent)]
    File(#[from] FileFault),
    /// The work broke off.
    #[error("the work broke off")]
    BrokeOff,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for CalendarFileError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// What a file says about the days away of an entry; changes nothing, and forgets the file.
///
/// # Errors
/// Not the caller's to write, a file of which nothing can be used, or storage failed.
pub async fn read(
    (db, ring): (&Db, &Keyring),
    permit: &Permit<UpdateExpert>,
    (id, file): (ExpertId, Vec<u8>),
) -> Result<CalendarReading, CalendarFileError> {
    let entry = store::find(db.reader(), permit.scope(), id)
        .await?
        .ok_or(CalendarFileError::NotFound)?;
    let events = store::absence_events(db.reader(), id).await?;
    let key = ring.keyed_hash(Purpose::CalendarEvents, id.0.as_bytes());
    let key = key.map_err(StorageError::from)?;
    let (absences, today) = (entry.availability.absences, db.clock().now().date());
    let read = tokio::task::spawn_blocking(move || {
        let held = Held {
            absences: &absences,
            events: &events,
            key: Some(&key),
        };
        model::read(&file, held, today)
    });
    Ok(read.await.map_err(|_| CalendarFileError::BrokeOff)??)
}
