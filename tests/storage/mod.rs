//! Acknowledged writes are kept, on both databases.

mod audit;
mod commits;
mod disk_full;
mod index;
mod kill;
mod settings;

/// Whether this run tests PostgreSQL, where a test of SQLite has nothing to say.
fn is_postgres() -> bool {
    let answer = crate::support::server().is_some();
    if answer {
        println!("skipped: this is about SQLite");
    }
    answer
}
