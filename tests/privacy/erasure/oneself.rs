//! A person erases the own account.

use axum::http::Method;
use kataster::access::Role;
use kataster::entity::{account, audit_entry, data_key, expert, expert_consent};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::{run_jobs, soon_without_traces, traces, traces_in_tables, words_in};
use crate::privacy::person::FullPerson;
use crate::support::{PASSWORD, TestApp, expert as entry, organisation, server};

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
    app.settle().await;
    run_jobs(&app).await;

    soon_without_traces(folder);
    if !is_sqlite {
        assert_eq!(traces_in_tables(&app.state.db).await, Vec::<String>::new());
    }
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
    app.settle().await;
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
