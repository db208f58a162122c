//! What town and house say to each other, sealed with the key of the incident: forgotten with it.

use std::fmt;

use sea_orm::{ConnectionTrait, EntityTrait};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::db::{StorageError, Txn};
use crate::entity::offer_request::Entity;
use crate::ids::OfferRequestId;
use crate::incidents::borrowing::model::OfferRequest;
use crate::sealed;
use crate::sealing::{Keyring, Place, SealError};

/// What a house says beside yes or no.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::incidents) struct Words {
    /// Why not, or a word besides.
    pub(in crate::incidents) reason: Option<String>,
    /// What it will cost, by its estimate.
    pub(in crate::incidents) estimate: Option<String>,
}

impl Words {
    /// What somebody typed; nothing where it is empty.
    pub(in crate::incidents) fn new(reason: Option<String>, estimate: Option<String>) -> Self {
        let said = |text: Option<String>| {
            let text = text?.trim().to_owned();
            (!text.is_empty()).then_some(text)
        };
        Self {
            reason: said(reason),
            estimate: said(estimate),
        }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Words")
    }
}

/// What a town says, sealed; none where the incident has no key any more.
pub(in crate::incidents::borrowing) async fn seal_message(
    txn: &Txn,
    ring: &Keyring,
    request: &OfferRequest,
    message: &str,
) -> Result<Option<Vec<u8>>, StorageError> {
    let Some(key) = sealed::key(txn.connection(), ring, request.incident.0).await? else {
        return Ok(None);
    };
    let plain = Zeroizing::new(message.as_bytes().to_vec());
    Ok(Some(key.seal(&plain, place("message", request.id))?))
}

/// The same for a house.
pub(in crate::incidents::borrowing) async fn seal_answer(
    txn: &Txn,
    ring: &Keyring,
    request: &OfferRequest,
    words: &Words,
) -> Result<Option<Vec<u8>>, StorageError> {
    let Some(key) = sealed::key(txn.connection(), ring, request.incident.0).await? else {
        return Ok(None);
    };
    let plain = serde_json::to_vec(words).map_err(|_| SealError::DoesNotOpen)?;
    let plain = Zeroizing::new(plain);
    Ok(Some(key.seal(&plain, place("answer", request.id))?))
}

/// What both said.
pub(in crate::incidents::borrowing) async fn texts<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    request: &OfferRequest,
) -> Result<(Option<String>, Words), StorageError> {
    let row = Entity::find_by_id(request.id).one(db).await?;
    let Some(row) = row.filter(|row| row.message.is_some() || row.answer.is_some()) else {
        return Ok((None, Words::default()));
    };
    let Some(key) = sealed::key(db, ring, request.incident.0).await? else {
        return Ok((None, Words::default()));
    };
    let message = match &row.message {
        None => None,
        Some(sealed) => {
            let plain = key.open(sealed, place("message", request.id))?;
            let text = std::str::from_utf8(&plain).map_err(|_| SealError::DoesNotOpen)?;
            Some(text.to_owned())
        }
    };
    let words = match &row.answer {
        None => Words::default(),
        Some(sealed) => {
            let plain = key.open(sealed, place("answer", request.id))?;
            serde_json::from_slice(&plain).map_err(|_| SealError::DoesNotOpen)?
        }
    };
    Ok((message, words))
}

fn place(column: &'static str, id: OfferRequestId) -> Place {
    Place {
        table: "offer_requests",
        column,
        id: id.0,
    }
}
