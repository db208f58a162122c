//! What town and house say to each other, sealed with the key of the incident: forgotten with it.

use std::collections::HashMap;
use std::fmt;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::db::{StorageError, Txn};
use crate::entity::offer_request::{Column, Entity, Model};
use crate::ids::OfferRequestId;
use crate::incidents::borrowing::model::OfferRequest;
use crate::sealed;
use crate::sealing::{DataKey, Keyring, Place, SealError};

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

/// What a town said, and what a house did.
pub(in crate::incidents::borrowing) type Said = (Option<String>, Words);

/// What both said of each of these requests; nothing where nobody did, or the incident has no key any more.
pub(in crate::incidents::borrowing) async fn texts<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    requests: &[OfferRequestId],
) -> Result<HashMap<OfferRequestId, Said>, StorageError> {
    let is_said = Condition::any()
        .add(Column::Message.is_not_null())
        .add(Column::Answer.is_not_null());
    let rows = Entity::find()
        .filter(Column::Id.is_in(requests.iter().copied()))
        .filter(is_said)
        .all(db)
        .await?;
    let incidents: Vec<_> = rows.iter().map(|row| row.incident_id.0).collect();
    let keys = sealed::keys(db, ring, &incidents).await?;
    let mut texts = HashMap::with_capacity(rows.len());
    for row in rows {
        if let Some(key) = keys.get(&row.incident_id.0) {
            texts.insert(row.id, opened(key, &row)?);
        }
    }
    Ok(texts)
}

fn opened(key: &DataKey, row: &Model) -> Result<Said, StorageError> {
    let message = match &row.message {
        None => None,
        Some(sealed) => {
            let plain = key.open(sealed, place("message", row.id))?;
            let text = std::str::from_utf8(&plain).map_err(|_| SealError::DoesNotOpen)?;
            Some(text.to_owned())
        }
    };
    let words = match &row.answer {
        None => Words::default(),
        Some(sealed) => {
            let plain = key.open(sealed, place("answer", row.id))?;
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
