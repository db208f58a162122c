//! Erasing a person leaves no trace but id, alias and the audit record.

use std::path::Path;
use std::time::{Duration, Instant};

use axum::http::Method;
use kataster::access::Role;
use kataster::db::{Database, Db};
use kataster::entity::{account, audit_entry, data_key, erasure, expert, expert_consent};
use kataster::jobs::Runner;
use kataster::notifications::Post;
use kataster::privacy::{Retention, Tombstone, Tombstones, replay_tombstones};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};
use serde_json::json;

use super::person::{FullPerson, PLANTED};
use crate::support::{PASSWORD, Site, TestApp, expert as entry, organisation, server};

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

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_person_is_left_in_database_log_of_writes_or_index() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    let folder = app.folder.path();
    let is_sqlite = server().is_none();
    assert!(
        !traces(&folder.join("index")).is_empty(),
        "there is something to erase"
    );
    if is_sqlite {
        assert!(!words_in(&std::fs::read(folder.join("kataster.db-wal")).unwrap()).is_empty());
    } else {
        assert!(!traces_in_tables(&app.state.db).await.is_empty());
    }

    person.erase(&app).await;
    let seen = app.state.db.generation().await.unwrap();
    app.state.search.wait_for(Some(seen)).await.unwrap();
    run_jobs(&app).await;

    soon_without_traces(folder);
    if !is_sqlite {
        assert_eq!(traces_in_tables(&app.state.db).await, Vec::<String>::new());
    }
}

/// Until the index has seen everything that was committed.
async fn index_follows(app: &TestApp) {
    let seen = app.state.db.generation().await.unwrap();
    app.state.search.wait_for(Some(seen)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_and_ways_in_are_gone_and_the_pseudonym_stays() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    let admin = app.sign_in(Role::Admin, None).await;

    person.erase(&app).await;

    let db = app.state.db.reader();
    let keys = data_key::Entity::find()
        .filter(data_key::Column::Id.is_in([person.account.0, person.expert.0]));
    assert!(keys.all(db).await.unwrap().is_empty());
    let entry = expert::Entity::find_by_id(person.expert)
        .one(db)
        .await
        .unwrap()
        .unwrap();
    assert!(
        entry.alias.starts_with("K-") && entry.erased_at.is_some() && entry.account_id.is_none()
    );
    let closed = account::Entity::find_by_id(person.account)
        .one(db)
        .await
        .unwrap()
        .unwrap();
    assert!(
        closed.closed_at.is_some()
            && closed.sealed_email.is_empty()
            && closed.password_hash.is_none()
    );
    let consents =
        expert_consent::Entity::find().filter(expert_consent::Column::ExpertId.eq(person.expert));
    let consents = consents.all(db).await.unwrap();
    assert!(consents.len() >= 2 && consents.iter().all(|row| row.withdrawn_at.is_some()));
    app.get("/api/v1/me", &person.token).await.expect(401);
    app.page("/konto", &person.session).await.expect(303);
    let sign_in = [
        ("email", "kanarie.konto@example.org"),
        ("passwort", PASSWORD),
        ("weiter", "/"),
    ];
    assert_ne!(
        app.submit("/anmelden", "", &sign_in).await.status,
        303,
        "nobody signs in any more"
    );
    index_follows(&app).await;
    app.get(&format!("/api/v1/experts/{}", person.expert), &admin)
        .await
        .expect(404);
    let record = audit_entry::Entity::find()
        .filter(audit_entry::Column::Subject.eq(person.expert.to_string()));
    let actions: Vec<String> = record
        .all(db)
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.action)
        .collect();
    assert!(
        actions.contains(&"expert.created".to_owned())
            && actions.contains(&"expert.erased".to_owned())
    );
    kataster::audit::verify(&app.state.db).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_is_free_again() {
    let app = TestApp::new().await;
    FullPerson::new(&app).await.erase(&app).await;

    let again = FullPerson::new(&app).await;

    app.get("/api/v1/me/export", &again.token).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_password_is_asked_for_and_a_token_is_not_enough() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;

    let wrong = json!({"password": "falsch"}).to_string();
    let answer = person
        .send(&app, Method::DELETE, "/api/v1/me", &wrong)
        .await;
    assert!(
        [401, 403, 422].contains(&answer.status.as_u16()),
        "{}",
        answer.text
    );
    let right = json!({"password": PASSWORD});
    let empty = std::collections::HashMap::new();
    app.write(Method::DELETE, "/api/v1/me", &person.token, &empty, &right)
        .await
        .expect(403);
    let form = [("passwort", "falsch"), ("verstanden", "ja")];
    let page = app
        .submit("/konto/loeschen", &person.session, &form)
        .await
        .expect(422);
    assert!(
        page.text.contains("Das Passwort stimmt nicht"),
        "{}",
        page.text
    );
    let unsure = [("passwort", PASSWORD)];
    app.submit("/konto/loeschen", &person.session, &unsure)
        .await
        .expect(422);

    app.get("/api/v1/me", &person.token).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_the_page_a_person_is_erased_and_signed_out() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;

    let form = [("passwort", PASSWORD), ("verstanden", "ja")];
    let page = app
        .submit("/konto/loeschen", &person.session, &form)
        .await
        .expect(200);

    assert!(
        page.text.contains("Ihre Daten sind gelöscht"),
        "{}",
        page.text
    );
    assert!(
        page.cookie_line("kataster").is_some() && page.cookie("kataster").is_none(),
        "the cookie goes"
    );
    app.page("/konto", &person.session).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_admin_stays_until_there_is_another() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Admin, None).await;
    let session = app.begin_session(&email).await;
    let form = [("passwort", PASSWORD), ("verstanden", "ja")];

    let refused = app
        .submit("/konto/loeschen", &session, &form)
        .await
        .expect(409);
    assert!(
        refused.text.contains("letzte Systemverwaltung"),
        "{}",
        refused.text
    );

    // Whoever has not taken the invitation up administers nothing.
    app.account(Role::Admin, None).await;
    app.submit("/konto/loeschen", &session, &form)
        .await
        .expect(409);
    app.account_with_password(Role::Admin, None).await;
    app.submit("/konto/loeschen", &session, &form)
        .await
        .expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_last_admins_who_erase_themselves_at_once_one_stays() {
    let app = TestApp::new().await;
    let mut sessions = Vec::new();
    for _ in 0..2 {
        let (_, email) = app.account_with_password(Role::Admin, None).await;
        sessions.push(app.begin_session(&email).await);
    }
    let form = [("passwort", PASSWORD), ("verstanden", "ja")];

    let (first, second) = tokio::join!(
        app.submit("/konto/loeschen", &sessions[0], &form),
        app.submit("/konto/loeschen", &sessions[1], &form),
    );

    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_vetter_said_of_open_cases_counts_on_and_the_vetter_is_told() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    // Active Directory takes two vetters.
    let skills = json!([{"id": "domain:active-directory", "level": 4}]);
    let id = entry(employer).with("skills", skills).draft(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let submitted = app
        .post(
            &format!("/api/v1/experts/{id}/submit"),
            &manager,
            &json!({}),
        )
        .await
        .expect(201);
    let path = format!(
        "/api/v1/vetting-cases/{}/assessments",
        submitted.json()["vetting_case_id"].as_str().unwrap()
    );
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let session = app.begin_session(&email).await;
    let admits = json!({"verdict": "admit", "reason": "geprüft"});
    let headers = [
        ("cookie", session.as_str()),
        ("content-type", "application/json"),
        ("sec-fetch-site", "same-origin"),
    ];
    app.send(Method::POST, &path, &headers, admits.to_string().into())
        .await
        .expect(201);

    let page = app.page("/konto/loeschen", &session).await.expect(200);
    assert!(
        page.text.contains("Ihr Urteil zählt weiter"),
        "{}",
        page.text
    );
    app.submit(
        "/konto/loeschen",
        &session,
        &[("passwort", PASSWORD), ("verstanden", "ja")],
    )
    .await
    .expect(200);

    let second = app.sign_in(Role::Vetter, None).await;
    let decided = app.post(&path, &second, &admits).await.expect(201);
    assert_eq!(decided.json()["state"], "decided");
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_only_the_list_knows_is_erased_again() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    let list = Tombstones::in_folder(app.folder.path());
    let db = &app.state.db;
    // As an older copy of the database: it does not know of the erasure, the list beside it does.
    let both = [
        Tombstone::Account(person.account),
        Tombstone::Entry(person.expert),
    ];
    list.append(&both, db.clock().now()).unwrap();

    assert_eq!(replay_tombstones(db, &list).await.unwrap(), 2);
    assert_eq!(
        replay_tombstones(db, &list).await.unwrap(),
        0,
        "once is enough"
    );

    app.get("/api/v1/me", &person.token).await.expect(401);
    let keys = data_key::Entity::find_by_id(person.expert.0)
        .one(db.reader())
        .await
        .unwrap();
    assert_eq!(keys, None);
    let record =
        audit_entry::Entity::find().filter(audit_entry::Column::Action.eq("expert.erased_again"));
    assert_eq!(record.all(db.reader()).await.unwrap().len(), 1);
    app.state
        .search
        .wait_for(Some(db.generation().await.unwrap()))
        .await
        .unwrap();
    run_jobs(&app).await;
    soon_without_traces(&app.folder.path().join("index"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_only_the_database_knows_is_added_to_the_list() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;
    person.erase(&app).await;
    std::fs::remove_file(app.folder.path().join("erased")).unwrap();
    let list = Tombstones::in_folder(app.folder.path());

    assert_eq!(replay_tombstones(&app.state.db, &list).await.unwrap(), 0);

    let mut listed = list.read().unwrap();
    listed.sort();
    assert_eq!(
        listed,
        [
            Tombstone::Account(person.account),
            Tombstone::Entry(person.expert)
        ]
    );
    let known = erasure::Entity::find()
        .all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(known.len(), 2);
}

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
