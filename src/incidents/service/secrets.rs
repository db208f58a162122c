//! What whoever asked holds: made from keys, stored nowhere.

use super::IncidentError;
use crate::accounts::{Secret, link_token};
use crate::ids::IncidentId;
use crate::sealing::{Keyring, Purpose};

/// What opens the status page of an incident.
pub(in crate::incidents) fn link(ring: &Keyring, id: IncidentId) -> Result<Secret, IncidentError> {
    Ok(link_token(ring, "incident status", id.0)?)
}

/// What the phone that asked keeps to be known again.
pub(in crate::incidents) fn phone(ring: &Keyring, id: IncidentId) -> Result<Secret, IncidentError> {
    Ok(link_token(ring, "incident phone", id.0)?)
}

/// Six digits that whoever asked has, and nobody can make from what is stored.
pub(in crate::incidents) fn spoken_code(
    ring: &Keyring,
    id: IncidentId,
) -> Result<String, IncidentError> {
    let hash = ring.keyed_hash(Purpose::SpokenCodes, id.to_string().as_bytes())?;
    let number = hash.iter().fold(0, |number: u64, byte| {
        (number * 256 + u64::from(*byte)) % 1_000_000
    });
    Ok(format!("{number:06}"))
}
