//! An operator erases on request.

use std::time::{Duration, Instant};

use kataster::db::Database;
use kataster::entity::{data_key, expert};
use sea_orm::EntityTrait;
use serde_json::json;

use super::{traces, words_in};
use crate::support::{Site, expert as entry, organisation};

/// Lines for `admin import`: an organisation, then a person of it.
fn imported(site: &Site) -> String {
    let file = site.folder.with_extension("jsonl");
    let import = |line: serde_json::Value| {
        std::fs::write(&file, format!("{line}\n")).unwrap();
        let ended = site
            .run(&["admin", "import", file.to_str().unwrap()])
            .expect_success();
        std::fs::remove_file(&file).unwrap();
        ended.stdout.trim().to_owned()
    };
    let house = import(json!({"organisation": organisation().0}));
    let person = entry(house.parse().unwrap())
        .with("identity", json!({"given_name": "Xylofanie", "family_name": "Quastenflosser", "email": "kanarie.zz9@example.org"}))
        .with("headline", json!({"de": "Zirbelknopf rettet Daten"}))
        .with("text", json!({"de": "Ich kann Knickerbocker."}));
    import(json!({"expert": person.0}))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_erases_beside_a_server_and_an_older_copy_put_back_is_erased_again() {
    let site = Site::new().await;
    let id = imported(&site);
    let Database::Sqlite(file) = site.options.database.clone() else {
        return println!("skipped: a copy of a file is about SQLite");
    };
    let older = file.with_extension("older");
    std::fs::copy(&file, &older).unwrap();
    std::fs::write(
        file.with_extension("before-migrating-from-m0001.db"),
        "Xylofanie",
    )
    .unwrap();
    let server = site.serve();

    let ended = site
        .run(&["admin", "erase", "--expert", &id])
        .expect_success();

    assert_eq!(ended.stdout, format!("{id} erased\n"));
    let list = std::fs::read_to_string(site.folder.join("erased")).unwrap();
    assert!(list.starts_with(&id), "{list}");
    let (status, _) = {
        let started = Instant::now();
        while !traces(&site.folder)
            .iter()
            .all(|trace| trace.ends_with("older"))
            && started.elapsed() < Duration::from_secs(20)
        {
            std::thread::sleep(Duration::from_millis(50));
        }
        let log = server.log();
        assert_eq!(words_in(log.as_bytes()), Vec::<&str>::new(), "the log");
        server.stop()
    };
    assert!(status.success());
    let left = traces(&site.folder);
    assert!(
        !left.is_empty() && left.iter().all(|trace| trace.ends_with("older")),
        "{left:?}"
    );

    std::fs::rename(&older, &file).unwrap();
    site.run(&["migrate"]).expect_success();

    let db = site.db().await;
    let found = expert::Entity::find_by_id(id.parse::<kataster::ids::ExpertId>().unwrap())
        .one(db.reader())
        .await
        .unwrap();
    assert!(found.unwrap().erased_at.is_some(), "erased again");
    let keys = data_key::Entity::find().all(db.reader()).await.unwrap();
    assert!(keys.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_names_one_person_who_is_there() {
    let site = Site::new().await;

    site.run(&["admin", "erase"]).expect_failure(2, "required");
    site.run(&["admin", "erase", "--expert", "exp_1"])
        .expect_failure(2, "exp_1");
    let nobody = format!("exp_{}", uuid::Uuid::new_v4());
    site.run(&["admin", "erase", "--expert", &nobody])
        .expect_failure(1, "no such person");
    site.run(&["admin", "erase", "--account", "niemand@example.org"])
        .expect_failure(1, "no such account");
}
