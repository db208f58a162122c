//! Taking the own entries out.

use kataster::access::{Role, TokenScope};
use serde_json::json;

use super::{apply, errors, file, person, upload};
use crate::support::{TestApp, expert, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_out_comes_back_unchanged_and_shows_in_the_list_of_each_person() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let token = app.sign_in(Role::MemberManager, Some(house)).await;
    let id = expert(house)
        .with("text", json!({"de": "=SUMME(1)", "en": "+1\n'quoted'"}))
        .draft(&app)
        .await;
    expert(house).capacity(3).draft(&app).await;
    let (account, person_token) = app.account(Role::Expert, Some(house)).await;
    kataster::experts::link_account(&app.state.db, id, account)
        .await
        .unwrap();
    app.move_days(1);

    let export = app
        .get("/api/v1/exports/experts.csv", &token)
        .await
        .expect(200);

    assert!(
        export.text.contains("'=SUMME(1)") && export.text.contains("'+493023125001"),
        "{}",
        export.text
    );
    assert!(
        !export.text.contains(";=") && !export.text.contains(";+"),
        "{}",
        export.text
    );
    let import = upload(&app, &token, &export.text).await.expect(201).json();
    assert_eq!(
        (
            &import["rows"],
            &import["new"],
            &import["changed"],
            errors(&import)
        ),
        (&json!(2), &json!(0), &json!(0), vec![])
    );
    let reveals = app
        .get("/api/v1/me/reveals", &person_token)
        .await
        .expect(200)
        .json();
    assert_eq!(
        reveals["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|reveal| reveal["at"].as_str().unwrap().starts_with("2026-11-24"))
            .count(),
        1,
        "{reveals}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_imported_is_taken_out_the_same() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let token = app.sign_in(Role::MemberManager, Some(house)).await;
    let import = upload(&app, &token, file(&[person("Müller"), person("Öztürk 🚒")]))
        .await
        .expect(201)
        .json();
    apply(&app, &token, &import).await.expect(200);

    let export = app
        .get("/api/v1/exports/experts.csv", &token)
        .await
        .expect(200);

    assert!(
        export.text.contains(";Müller;") && export.text.contains(";Öztürk 🚒;"),
        "{}",
        export.text
    );
    let again = upload(&app, &token, &export.text).await.expect(201).json();
    assert_eq!(
        (&again["new"], &again["changed"], &again["rejected"]),
        (&json!(0), &json!(0), &json!(0))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_own_entries_are_taken_out() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let other = organisation().with("name", "Andere").save(&app).await;
    expert(house).draft(&app).await;
    let stranger = app.sign_in(Role::MemberManager, Some(other)).await;
    let writes = app.sign_in_scoped(house, &[TokenScope::Write]).await;

    let own = app
        .get("/api/v1/exports/experts.csv", &stranger)
        .await
        .expect(200);
    assert_eq!(own.text.lines().count(), 1);
    app.get(
        &format!("/api/v1/exports/experts.csv?organisation_id={house}"),
        &stranger,
    )
    .await
    .expect(422);
    app.get("/api/v1/exports/experts.csv", &writes)
        .await
        .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn that_all_were_taken_out_is_on_record() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let token = app.sign_in(Role::MemberManager, Some(house)).await;
    expert(house).draft(&app).await;
    expert(house).capacity(3).draft(&app).await;

    app.get("/api/v1/exports/experts.csv", &token)
        .await
        .expect(200);

    let auditor = app.sign_in(Role::Auditor, None).await;
    let audit = app
        .get("/api/v1/audit?action=experts.exported", &auditor)
        .await
        .expect(200)
        .json();
    assert_eq!(
        audit["items"][0]["details"],
        json!({"entries": 2}),
        "{audit}"
    );
}
