//! Checking and applying.

use std::collections::BTreeSet;

use axum::http::Method;
use kataster::access::Role;
use kataster::entity::{import, job};
use kataster::ids::OrganisationId;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::{apply, errors, file, names, person, roll, run_jobs, step, upload, upload_with};
use crate::support::{TestApp, expert, organisation};

async fn manager() -> (TestApp, OrganisationId, String) {
    let app = TestApp::new().await;
    let organisation = organisation().save(&app).await;
    let token = app.sign_in(Role::MemberManager, Some(organisation)).await;
    (app, organisation, token)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_checked_file_is_applied_once() {
    let (app, organisation, token) = manager().await;
    let rows = [
        person("Ahorn"),
        person("Birke"),
        "Kapazität;;;;;Netze wiederaufbauen;AD:3;;15082;vor Ort;;".to_owned(),
    ];
    let mut text = file(&rows);
    text = text
        .replacen("Art;", "Personenzahl;Art;", 1)
        .replace("Person;", ";Person;")
        .replace("Kapazität;", "4;Kapazität;");

    let import = upload(&app, &token, &text).await.expect(201).json();
    assert_eq!(import["state"], "checked");
    assert_eq!(names(&app, organisation).await, [] as [&str; 0]);
    let applied = apply(&app, &token, &import).await.expect(200);

    assert_eq!(
        (&applied.json()["state"], &applied.json()["new"]),
        (&json!("applied"), &json!(3))
    );
    assert_eq!(names(&app, organisation).await, ["Ahorn", "Birke"]);
    let roll = roll(&app, organisation).await;
    let capacity = roll.iter().find(|known| known.identity.is_none()).unwrap();
    assert_eq!(
        (
            capacity.entry.headcount,
            capacity.entry.profile.base.as_str()
        ),
        (4, "15082")
    );
    let ahorn = roll
        .iter()
        .filter_map(|known| known.identity.as_ref())
        .find(|person| person.family_name == "Ahorn")
        .unwrap();
    assert_eq!(ahorn.phone.as_deref(), Some("+493023125001"));
    apply(&app, &token, &import).await.expect(409);
    let again = upload(&app, &token, &text).await.expect(201).json();
    assert_eq!(
        (&again["rows"], &again["new"], &again["changed"]),
        (&json!(3), &json!(0), &json!(0))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_name_row_and_column_and_what_was_meant() {
    let (app, _, token) = manager().await;
    let rows = [
        person("Ahorn"),
        person("Birke").replace("Veeam:3", "Veam:3"),
        String::new(),
        person("Eiche").replace("Köthen (Anhalt)", "Köthn"),
        person("Fichte")
            .replace("Deutsch:C2", "Deutsch")
            .replace("beides", "überall"),
        person("Ahorn"),
        person("Ginster")
            .replace("fichte@", "")
            .replace("ginster@example.org", "keine"),
        person("Hasel").replace("Datensicherung und Wiederherstellung", "Frau Hasel hilft"),
    ];

    let import = upload(&app, &token, file(&rows)).await.expect(201).json();

    let places: Vec<(u64, String)> = errors(&import)
        .into_iter()
        .map(|(row, column, _)| (row, column))
        .collect();
    let expected = [
        (3, "Fähigkeiten"),
        (5, "Ort"),
        (6, "Sprachen"),
        (6, "Einsatzart"),
        (7, "E-Mail"),
        (8, "E-Mail"),
        (9, "Kurzbeschreibung"),
    ];
    assert_eq!(
        places,
        expected.map(|(row, column)| (row, column.to_owned())),
        "{import}"
    );
    assert!(
        import["errors"][0]["suggestion"]
            .as_str()
            .unwrap()
            .contains("Veeam"),
        "{import}"
    );
    assert!(
        import["errors"][1]["suggestion"]
            .as_str()
            .unwrap()
            .contains("Köthen"),
        "{import}"
    );
    assert!(errors(&import)[4].2.contains("row 2"), "{import}");
    assert!(
        errors(&import)[6].2.contains("Dieser Satz verrät"),
        "{import}"
    );
    assert_eq!(
        (&import["rows"], &import["new"], &import["rejected"]),
        (&json!(7), &json!(1), &json!(6))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_with_errors_are_left_out_only_when_somebody_says_so() {
    let (app, organisation, token) = manager().await;
    let rows = [
        person("Ahorn"),
        person("Birke").replace("Veeam:3", "Veam:3"),
    ];
    let import = upload(&app, &token, file(&rows)).await.expect(201).json();

    let refused = apply(&app, &token, &import).await.expect(422);
    assert!(refused.text.contains("1 rows"), "{}", refused.text);
    let path = format!(
        "/api/v1/imports/{}/apply?skip_errors=true",
        import["id"].as_str().unwrap()
    );
    step(&app, &token, (Method::POST, path)).await.expect(200);
    assert_eq!(names(&app, organisation).await, ["Ahorn"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_known_is_changed_and_empty_cells_leave_it_as_it_is() {
    let (app, organisation, token) = manager().await;
    let id = expert(organisation).draft(&app).await;
    let before = roll(&app, organisation).await.remove(0);
    let text = "E-Mail;Vorname;Fähigkeiten;Umkreis\r\nERIKA@example.org;;Veeam:4, domain:backup-restore:3;\r\n";

    let import = upload(&app, &token, text).await.expect(201).json();
    assert_eq!(
        (&import["new"], &import["changed"]),
        (&json!(0), &json!(1)),
        "{import}"
    );
    apply(&app, &token, &import).await.expect(200);

    let after = roll(&app, organisation).await.remove(0);
    assert_eq!(after.entry.id, id);
    let levels: BTreeSet<(&str, u8)> = after
        .entry
        .profile
        .skills
        .iter()
        .map(|skill| (skill.id.as_str(), skill.level))
        .collect();
    assert_eq!(
        levels,
        BTreeSet::from([("domain:backup-restore", 3), ("product:veeam", 4)])
    );
    assert_eq!(after.entry.profile.radius_km, 300);
    assert_eq!(after.entry.version, before.entry.version + 1);
    assert_eq!(after.entry.releases, before.entry.releases);
    let audit = app
        .get(
            &format!("/api/v1/audit?subject={id}"),
            &app.sign_in(Role::Auditor, None).await,
        )
        .await
        .expect(200);
    assert!(
        audit.text.contains("expert.changed") && audit.text.contains("skills"),
        "{}",
        audit.text
    );
    assert!(!audit.text.contains("Mustermann"), "{}", audit.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_changed_since_the_check_are_not_overwritten() {
    let (app, organisation, token) = manager().await;
    let id = expert(organisation).draft(&app).await;
    let text = "E-Mail;Umkreis\r\nerika@example.org;100\r\n";
    let import = upload(&app, &token, text).await.expect(201).json();
    let path = format!("/api/v1/experts/{id}");
    app.patch(&path, &token, "\"1\"", &json!({"max_days": 7}))
        .await
        .expect(200);

    apply(&app, &token, &import).await.expect(409);

    let entry = roll(&app, organisation).await.remove(0).entry;
    assert_eq!((entry.profile.radius_km, entry.profile.max_days), (300, 7));
    let path = format!("/api/v1/imports/{}", import["id"].as_str().unwrap());
    let again = app.get(&path, &token).await.expect(200).json();
    assert_eq!(
        (&again["state"], &again["overtaken"]),
        (&json!("checked"), &json!(true))
    );
    apply(&app, &token, &again).await.expect(200);
    assert_eq!(
        roll(&app, organisation)
            .await
            .remove(0)
            .entry
            .profile
            .radius_km,
        100
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_apply_at_once_one_wins() {
    let (app, organisation, token) = manager().await;
    let import = upload(&app, &token, file(&[person("Ahorn")]))
        .await
        .expect(201)
        .json();

    let attempts = (0..8).map(|_| apply(&app, &token, &import));
    let answers: Vec<u16> = futures_util::future::join_all(attempts)
        .await
        .iter()
        .map(|answer| answer.status.as_u16())
        .collect();

    assert_eq!(
        answers.iter().filter(|status| **status == 200).count(),
        1,
        "{answers:?}"
    );
    assert_eq!(
        answers.iter().filter(|status| **status == 409).count(),
        7,
        "{answers:?}"
    );
    assert_eq!(names(&app, organisation).await, ["Ahorn"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_file_is_worked_on_by_a_job() {
    let (app, organisation, token) = manager().await;
    let rows: Vec<String> = (0..301)
        .map(|number| person(&format!("P{number}")))
        .collect();

    let import = upload(&app, &token, file(&rows)).await.expect(202).json();
    assert_eq!(
        (&import["state"], &import["rows"]),
        (&json!("waiting"), &json!(301))
    );
    run_jobs(&app).await;
    let path = format!("/api/v1/imports/{}", import["id"].as_str().unwrap());
    let checked = app.get(&path, &token).await.expect(200).json();
    assert_eq!(
        (&checked["state"], &checked["checked"], &checked["new"]),
        (&json!("checked"), &json!(301), &json!(301))
    );
    assert_eq!(
        apply(&app, &token, &import).await.expect(202).json()["state"],
        "applying"
    );
    apply(&app, &token, &import).await.expect(409);
    run_jobs(&app).await;

    assert_eq!(
        app.get(&path, &token).await.expect(200).json()["state"],
        "applied"
    );
    assert_eq!(names(&app, organisation).await.len(), 301);
    assert_eq!(
        super::undo(&app, &token, &import).await.expect(202).json()["state"],
        "undoing"
    );
    run_jobs(&app).await;
    assert_eq!(
        app.get(&path, &token).await.expect(200).json()["state"],
        "undone"
    );
    assert_eq!(names(&app, organisation).await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_uploaded_is_sealed_and_forgotten() {
    let (app, _, token) = manager().await;
    let import = upload(&app, &token, file(&[person("Quastenflosser")]))
        .await
        .expect(201)
        .json();
    let rows = || async {
        import::Entity::find()
            .all(app.state.db.reader())
            .await
            .unwrap()
    };

    let row = rows().await.remove(0);
    for sealed in [row.sealed_file.unwrap(), row.sealed_report.unwrap()] {
        assert!(!String::from_utf8_lossy(&sealed).contains("Quastenflosser"));
    }
    apply(&app, &token, &import).await.expect(200);
    let row = rows().await.remove(0);
    assert!(row.sealed_file.is_none() && row.sealed_former.is_some());

    app.clock
        .set(app.state.db.clock().now().plus_seconds(24 * 3_600));
    let path = format!("/api/v1/imports/{}", import["id"].as_str().unwrap());
    app.get(&path, &token).await.expect(404);
    super::undo(&app, &token, &import).await.expect(404);
    run_jobs(&app).await;
    assert!(rows().await.is_empty());
    let jobs = job::Entity::find().all(app.state.db.reader()).await;
    assert!(jobs.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_upload_under_the_same_key_is_one() {
    let (app, _, token) = manager().await;
    let (one, other) = (file(&[person("Ahorn")]), file(&[person("Birke")]));
    let key = [("idempotency-key", "k1")];

    let first = upload_with(&app, &token, (one.as_bytes(), &[]), &key)
        .await
        .expect(201)
        .json();
    let second = upload_with(&app, &token, (one.as_bytes(), &[]), &key)
        .await
        .expect(201)
        .json();

    assert_eq!(first["id"], second["id"]);
    upload_with(&app, &token, (other.as_bytes(), &[]), &key)
        .await
        .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_manager_sees_the_own_organisation_alone() {
    let (app, own, token) = manager().await;
    let other = organisation().with("name", "Andere").save(&app).await;
    let stranger = app.sign_in(Role::MemberManager, Some(other)).await;
    let of_both = app
        .sign_in_as(&[
            (Role::MemberManager, Some(own)),
            (Role::MemberManager, Some(other)),
        ])
        .await;
    let text = file(&[person("Ahorn")]);
    let import = upload(&app, &token, &text).await.expect(201).json();

    for attempt in [
        apply(&app, &stranger, &import).await,
        super::undo(&app, &stranger, &import).await,
    ] {
        attempt.expect(404);
    }
    let path = format!("/api/v1/imports/{}", import["id"].as_str().unwrap());
    app.get(&path, &stranger).await.expect(404);
    let (own, other) = (own.to_string(), other.to_string());
    let foreign = [("organisation_id", own.as_str())];
    upload_with(&app, &stranger, (text.as_bytes(), &foreign), &[])
        .await
        .expect(422);
    upload(&app, &of_both, &text).await.expect(422);
    let named = [("organisation_id", other.as_str())];
    let made = upload_with(&app, &of_both, (text.as_bytes(), &named), &[])
        .await
        .expect(201)
        .json();
    assert_eq!(made["organisation_id"], Value::String(other));
}
