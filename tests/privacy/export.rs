//! `GET /me/export` and `/konto/meine-daten`

use kataster::access::Role;
use kataster::privacy::{Class, classes};

use super::person::{FullPerson, PLANTED};
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn every_personal_column_is_in_the_copy_of_a_person() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;

    let copy = app
        .get("/api/v1/me/export", &person.token)
        .await
        .expect(200);

    let kept = copy.json()["kept"].as_array().unwrap().clone();
    for table in classes() {
        for column in table.columns {
            if !matches!(column.class, Class::Personal | Class::Sealed) || !column.is_copied() {
                continue;
            }
            let of_table = kept.iter().filter(|part| part["table"] == table.name);
            let mut rows = of_table.flat_map(|part| part["rows"].as_array().unwrap());
            let is_there = rows.any(|row| row.as_object().unwrap().contains_key(column.name));
            assert!(
                is_there,
                "{}.{} is not in the copy",
                table.name, column.name
            );
        }
    }
    for word in PLANTED {
        assert!(copy.text.contains(word), "{word} is not in the copy");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_copy_for_reading_says_the_same_and_neither_holds_a_secret_or_who_assessed() {
    let app = TestApp::new().await;
    let person = FullPerson::new(&app).await;

    let page = app
        .page("/konto/meine-daten/kopie", &person.session)
        .await
        .expect(200);
    let file = app
        .page("/konto/meine-daten/kopie.json", &person.session)
        .await
        .expect(200);

    assert_eq!(
        file.headers["content-disposition"],
        "attachment; filename=\"meine-daten.json\""
    );
    for word in PLANTED {
        assert!(page.text.contains(word), "{word} is not on the page");
    }
    for answer in [&page, &file] {
        assert!(!answer.text.contains("argon2"), "a password hash");
        assert!(!answer.text.contains("vetter_id"), "who assessed");
        assert!(!answer.text.contains(&person.token), "a token");
    }
    let record = file.json()["record"].as_array().unwrap().clone();
    assert!(
        record
            .iter()
            .any(|entry| entry["action"] == "consent.given" && entry["by"] == "oneself")
    );
    assert!(
        record
            .iter()
            .any(|entry| entry["action"] == "account.created" && entry["by"] == "operator")
    );
    assert!(
        record
            .iter()
            .any(|entry| entry["action"] == "vetting.decided" && entry["by"] == "another_account")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_the_data_of_another() {
    let app = TestApp::new().await;
    FullPerson::new(&app).await;
    let other = app.sign_in(Role::Admin, None).await;

    let copy = app.get("/api/v1/me/export", &other).await.expect(200);

    for word in PLANTED {
        assert!(!copy.text.contains(word), "{word} of another");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vetter_reads_what_they_wrote_but_not_of_whom() {
    let app = TestApp::new().await;
    let employer = crate::support::organisation().save(&app).await;
    let id = crate::support::expert(employer).draft(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let empty = serde_json::json!({});
    let submitted = app
        .post(&format!("/api/v1/experts/{id}/submit"), &manager, &empty)
        .await
        .expect(201);
    let case = submitted.json()["vetting_case_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let vetter = app.sign_in(Role::Vetter, None).await;
    let body = serde_json::json!({"verdict": "admit", "reason": "Belege gesehen"});
    app.post(
        &format!("/api/v1/vetting-cases/{case}/assessments"),
        &vetter,
        &body,
    )
    .await
    .expect(201);

    let copy = app.get("/api/v1/me/export", &vetter).await.expect(200);

    let kept = copy.json()["kept"].as_array().unwrap().clone();
    let written = kept
        .iter()
        .find(|part| part["about_others"] == true)
        .unwrap();
    assert_eq!(written["rows"][0]["reason"], "Belege gesehen");
    assert!(!copy.text.contains("Mustermann"));
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_are_on_record_and_ten_a_day() {
    let app = TestApp::new().await;
    let token = app
        .sign_in(
            Role::Requester,
            Some(crate::support::organisation().save(&app).await),
        )
        .await;
    let auditor = app.sign_in(Role::Auditor, None).await;

    for _ in 0..10 {
        app.get("/api/v1/me/export", &token).await.expect(200);
    }
    let eleventh = app.get("/api/v1/me/export", &token).await.expect(429);

    assert_eq!(eleventh.headers["retry-after"], "86400");
    let record = app
        .get("/api/v1/audit?action=account.exported&limit=100", &auditor)
        .await
        .expect(200);
    assert_eq!(record.json()["items"].as_array().unwrap().len(), 10);
    app.move_days(1);
    app.get("/api/v1/me/export", &token).await.expect(200);
}
