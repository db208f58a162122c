//! Queries about persons, over all tables by their classes.

mod erase;
mod hold;
mod person;
mod record;
mod retention;
mod rows;
mod views;

pub(super) use erase::{buried, bury, erase, open_vetting};
pub(super) use hold::hold;
pub(super) use person::{of_account, of_entry};
pub(super) use record::concerning;
pub(super) use retention::{forget_ended_tokens, oldest_audit_entry};
pub(super) use rows::{Row, rows};
pub(super) use views::{
    aliases, cards_seen, entries_in_reach, entries_named, life_of_session, life_of_token,
};
