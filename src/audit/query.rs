//! Which entries somebody wants to read.

use crate::clock::Instant;

/// Entries that fit all of this; empty is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Id of who acted, `operator` or `service`.
    pub actor: Option<String>,
    /// Id of what it was done to.
    pub subject: Option<String>,
    /// Name of what was done; `vetting.` finds all that begin so.
    pub action: Option<String>,
    /// Not before.
    pub from: Option<Instant>,
    /// Before.
    pub until: Option<Instant>,
    /// Only entries before this number.
    pub before: Option<i64>,
    /// Only entries after this number, oldest first.
    pub after: Option<i64>,
}

/// An entry as the auditor reads it: ids and names of fields, no personal data.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditRecord {
    /// Its number, from 1 without gaps.
    pub seq: i64,
    /// When it was committed.
    pub at: Instant,
    /// Who acted.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// To whom or what.
    pub subject: String,
    /// More about it: a JSON object.
    pub details: serde_json::Value,
    /// Hash of the entry before, hexadecimal.
    pub previous_hash: String,
    /// Hash over that and all of this entry, hexadecimal.
    pub hash: String,
}
