//! The index is derived: whatever happens to its folder, it is made again from the database.

use std::path::{Path, PathBuf};

use kataster::search::{Indexer, Publisher};

use crate::support::{TestApp, expert, organisation};

const ENTRIES: u64 = 3;

/// A service with entries, and the folder of an index of its own.
async fn filled() -> (TestApp, PathBuf) {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    for _ in 0..ENTRIES {
        expert(employer).save(&app).await;
    }
    let folder = app.folder.path().join("other-index");
    assert_eq!(open(&app, &folder).await, ENTRIES);
    (app, folder)
}

/// Opens the index, brings it up to date and closes it; how many entries it holds.
async fn open(app: &TestApp, folder: &Path) -> u64 {
    let publisher = Publisher::default();
    let (db, living) = (app.state.db.clone(), app.state.living.clone());
    let opened = Indexer::open(db, living, folder, publisher.clone()).await;
    let mut indexer = opened.unwrap();
    indexer.catch_up(&|_, _| {}).await.unwrap();
    let snapshot = publisher.current().unwrap();
    assert_eq!(
        snapshot.generation,
        app.state.db.generation().await.unwrap()
    );
    u64::try_from(snapshot.index.len()).unwrap()
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_index_is_made_again() {
    let (app, folder) = filled().await;
    std::fs::remove_dir_all(&folder).unwrap();

    let entries = open(&app, &folder).await;

    assert_eq!(entries, ENTRIES);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_index_with_any_file_cut_off_is_made_again() {
    let (app, folder) = filled().await;
    let names = files(&folder);

    for name in &names {
        let Ok(text) = std::fs::read(name) else {
            continue;
        };
        std::fs::write(name, &text[..text.len() / 2]).unwrap();

        let entries = open(&app, &folder).await;

        assert_eq!(entries, ENTRIES, "{}", name.display());
    }
    assert!(names.len() > 3, "{names:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_index_ahead_of_the_database_is_made_again() {
    let (app, folder) = filled().await;
    let fresh = TestApp::new().await;

    let entries = open(&fresh, &folder).await;

    assert_eq!(entries, 0, "a restored database has none of them");
    drop(app);
}
