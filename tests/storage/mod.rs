//! Acknowledged writes are kept, on both databases.

mod attacks;
mod audit;
mod commits;
mod disk_full;
mod guards;
mod index;
mod kill;
mod rotation;
mod settings;

use migration::sea_orm::ConnectionTrait;

/// What somebody does first who holds the database itself and wants to alter the record.
async fn remove_guards(db: &kataster::db::Db) {
    let statements: &[&str] = if crate::support::server().is_some() {
        &[
            "ALTER TABLE audit_entries DISABLE TRIGGER ALL",
            "ALTER TABLE audit_checkpoints DISABLE TRIGGER ALL",
        ]
    } else {
        &[
            "DROP TRIGGER audit_entries_no_UPDATE",
            "DROP TRIGGER audit_entries_no_DELETE",
            "DROP TRIGGER audit_entries_no_REPLACE",
            "DROP TRIGGER audit_checkpoints_no_UPDATE",
            "DROP TRIGGER audit_checkpoints_no_DELETE",
            "DROP TRIGGER audit_checkpoints_no_REPLACE",
        ]
    };
    let txn = db.begin().await.unwrap();
    for sql in statements {
        txn.connection().execute_unprepared(sql).await.unwrap();
    }
    txn.commit().await.unwrap();
}

/// Whether this run tests PostgreSQL, where a test of SQLite has nothing to say.
fn is_postgres() -> bool {
    let answer = crate::support::server().is_some();
    if answer {
        println!("skipped: this is about SQLite");
    }
    answer
}
