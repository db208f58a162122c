//! The classes are those of the schema.

use std::collections::BTreeSet;

use kataster::privacy::{Class, classes};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::support::TestApp;

/// Table and column of everything a migrated database has.
async fn columns(app: &TestApp) -> BTreeSet<(String, String)> {
    let db = app.state.db.reader();
    let sql = match db.get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT m.name AS t, c.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
        }
        _ => {
            "SELECT table_name::text AS t, column_name::text AS c FROM information_schema.columns \
             WHERE table_schema = current_schema()"
        }
    };
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await.unwrap();
    let pairs = rows
        .iter()
        .map(|row| (row.try_get("", "t").unwrap(), row.try_get("", "c").unwrap()));
    pairs.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_column_has_a_class_and_every_class_a_column() {
    let app = TestApp::new().await;
    let in_schema = columns(&app).await;

    let mut classed = BTreeSet::new();
    for table in classes() {
        for column in table.columns {
            let pair = (table.name.to_owned(), column.name.to_owned());
            assert!(
                classed.insert(pair),
                "{}.{} is there twice",
                table.name,
                column.name
            );
        }
    }

    let missing: Vec<_> = in_schema.difference(&classed).collect();
    let lost: Vec<_> = classed.difference(&in_schema).collect();
    assert_eq!(
        (missing, lost),
        (Vec::new(), Vec::new()),
        "(without a class, without a column)"
    );
}

#[test]
fn what_is_personal_is_somebodys() {
    for table in classes() {
        for column in table.columns {
            let is_personal = matches!(column.class, Class::Personal | Class::Sealed);
            assert!(
                !is_personal || !table.whose.is_empty(),
                "{}.{} is personal, but nobody's",
                table.name,
                column.name
            );
            let is_shown = is_personal
                || column.class == Class::Named
                || (column.class == Class::Pseudonym && !table.whose.is_empty());
            assert!(
                !is_shown || !(column.label.de.is_empty() || column.label.en.is_empty()),
                "{}.{} has no name for people",
                table.name,
                column.name
            );
        }
    }
}

#[test]
fn what_looks_like_a_secret_is_classed_as_one() {
    for table in classes() {
        for column in table.columns {
            let looks_secret = column.name.ends_with("_hash") || column.name == "wrapped";
            let is_chain = table.name == "audit_entries" || table.name == "commit_head";
            if looks_secret && !is_chain {
                assert_eq!(
                    column.class,
                    Class::Secret,
                    "{}.{}",
                    table.name,
                    column.name
                );
            }
        }
    }
}
