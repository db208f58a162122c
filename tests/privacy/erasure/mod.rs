//! Erasing a person leaves no trace but id, alias and the audit record.

mod invitations;
mod oneself;
mod operator;
mod tombstones;

use std::path::Path;
use std::time::{Duration, Instant};

use kataster::db::Db;
use kataster::jobs::Runner;
use kataster::notifications::Post;
use kataster::privacy::Retention;
use sea_orm::{ConnectionTrait, Statement};

use crate::privacy::person::PLANTED;
use crate::support::TestApp;

/// Planted words in the bytes of a file.
fn words_in(bytes: &[u8]) -> Vec<&'static str> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    let mut words = PLANTED.to_vec();
    words.retain(|word| text.contains(&word.to_lowercase()));
    words
}

/// Files below a folder that hold a planted word, with the word.
fn traces(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for item in std::fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(traces(&path));
        } else if let Ok(bytes) = std::fs::read(&path) {
            found.extend(
                words_in(&bytes)
                    .iter()
                    .map(|word| format!("{word} in {}", path.display())),
            );
        }
    }
    found
}

/// The files of the index go when the last search that reads them has ended.
fn soon_without_traces(folder: &Path) {
    let started = Instant::now();
    while !traces(folder).is_empty() && started.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(traces(folder), Vec::<String>::new());
}

/// Planted words in any text or bytes of any table of PostgreSQL.
async fn traces_in_tables(db: &Db) -> Vec<String> {
    let backend = db.reader().get_database_backend();
    let sql = "SELECT table_name::text AS t, column_name::text AS c, data_type::text AS k FROM information_schema.columns \
               WHERE table_schema = current_schema() AND data_type IN ('text', 'character varying', 'bytea')";
    let columns = db
        .reader()
        .query_all_raw(Statement::from_string(backend, sql))
        .await
        .unwrap();
    let mut found = Vec::new();
    for row in columns {
        let [table, column, kind] =
            ["t", "c", "k"].map(|name| row.try_get::<String>("", name).unwrap());
        let value = if kind == "bytea" {
            format!("encode({column}, 'escape')")
        } else {
            column.clone()
        };
        for word in PLANTED {
            let sql =
                format!("SELECT 1 FROM {table} WHERE position('{word}' in {value}) > 0 LIMIT 1");
            let hit = db
                .reader()
                .query_one_raw(Statement::from_string(backend, sql))
                .await
                .unwrap();
            if hit.is_some() {
                found.push(format!("{word} in {table}.{column}"));
            }
        }
    }
    found
}

async fn run_jobs(app: &TestApp) {
    let runner = Runner::new(
        app.state.db.clone(),
        kataster::app::handlers(
            app.state.keyring.clone(),
            Retention::default(),
            &Post::default(),
        ),
    );
    while runner.run_one().await.unwrap() {}
}
