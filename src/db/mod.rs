//! The database: connections, the one kind of transaction, and the feeds it writes.
//!
//! SQLite has one writer connection (`BEGIN IMMEDIATE`) and readers beside it; PostgreSQL one pool.
//! Whoever holds a [`Txn`] passes it on; its commit is the only one there is.

mod chain;
mod connect;
mod free_space;
pub mod idempotency;
mod marks;
mod roles;
mod schema;
mod scrub;
mod txn;

pub use chain::{GENESIS, Link, link_hash};
pub use connect::{Database, Db, DbOptions};
pub use marks::{mark, remove_mark, set_mark};
pub use roles::{RoleError, grant_to, may_alter_record};
pub use schema::{SchemaError, migrate, require_current};
pub use txn::{Actor, AuditEntry, Change, ChangeKind, Committed, Job, Txn};

/// Why a write was not acknowledged.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The database failed or is away.
    #[error("the database failed")]
    Db(#[from] sea_orm::DbErr),
    /// Free space is below the floor.
    #[error("too little free space: writing has stopped")]
    ReadOnly,
    /// Somebody else is in the way for now.
    #[error("the database is busy")]
    Busy,
    /// Sealed data does not open.
    #[error("sealed data failed")]
    Seal(#[from] crate::sealing::SealError),
    /// A stored value is not one this version knows.
    #[error("the stored value of {0} is unknown")]
    Corrupt(&'static str),
}
