//! `/experts`

use kataster::access::Role;
use serde_json::json;

use crate::support::{Answer, TestApp, expert, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn an_admitted_person_is_found_masked() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer).save(&app).await;
    let requester = app
        .sign_in(
            Role::Requester,
            Some(
                organisation()
                    .with("kind", "district")
                    .with("place", "15082")
                    .save(&app)
                    .await,
            ),
        )
        .await;

    let found = app
        .get("/api/v1/experts?q=Datensicherung", &requester)
        .await
        .expect(200);

    assert_eq!(found.json()["total"], 1, "{}", found.text);
    assert_eq!(found.json()["items"][0]["id"], json!(id));
    assert!(!found.text.contains("Mustermann") && !found.text.contains("erika"));
    assert!(!found.text.contains("Rechenzentrum Musterland"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_seen_by_its_manager_alone() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer).draft(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let other = organisation().with("name", "Andere").save(&app).await;
    let stranger = app.sign_in(Role::MemberManager, Some(other)).await;

    let own = app
        .get(&format!("/api/v1/experts/{id}"), &manager)
        .await
        .expect(200)
        .json();

    assert_eq!(own["identity"]["family_name"], "Mustermann");
    assert_eq!(
        own["standing"]["missing"],
        json!(["vetted", "consent", "confirmed"])
    );
    app.get(&format!("/api/v1/experts/{id}"), &stranger)
        .await
        .expect(404);
}

/// An eligible entry with its manager, and a requester who looks for it.
async fn found(app: &TestApp) -> (String, String, String) {
    let employer = organisation().save(app).await;
    let id = expert(employer).save(app).await;
    let town = organisation()
        .with("kind", "district")
        .with("place", "15082")
        .save(app)
        .await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let requester = app.sign_in(Role::Requester, Some(town)).await;
    (format!("/api/v1/experts/{id}"), manager, requester)
}

/// How many the requester finds once a write is in the index.
async fn total(app: &TestApp, requester: &str, query: &str, written: &Answer) -> u64 {
    let generation = written.generation();
    let path = format!("/api/v1/experts?min_generation={generation}&{query}");
    let answer = app.get(&path, requester).await.expect(200);
    assert!(!answer.headers.contains_key("x-kataster-degraded"));
    answer.json()["total"].as_u64().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_is_found_by_who_asks_for_its_generation() {
    let app = TestApp::new().await;
    let (entry, manager, requester) = found(&app).await;
    let etag = app.get(&entry, &manager).await.etag();
    let skills = json!([{"id": "domain:active-directory", "level": 4}]);

    let written = app
        .patch(&entry, &manager, &etag, &json!({"skills": skills}))
        .await
        .expect(200);

    assert_eq!(written.json()["skills"][0]["id"], "domain:active-directory");
    let backup = total(&app, &requester, "domain=domain:backup-restore", &written).await;
    let directory = total(&app, &requester, "domain=domain:active-directory", &written).await;
    assert_eq!((backup, directory), (0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absent_person_is_not_available_until_she_is_back() {
    let app = TestApp::new().await;
    let (entry, manager, requester) = found(&app).await;
    let away = json!({"state": "now", "absences": [{"first_day": "2026-11-20", "last_day": "2026-11-30"}]});

    let written = app
        .put(&format!("{entry}/availability"), &manager, &away)
        .await
        .expect(200);

    assert_eq!(
        total(&app, &requester, "availability=now", &written).await,
        0
    );
    app.move_days(8);
    assert_eq!(
        total(&app, &requester, "availability=now", &written).await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unconfirmed_entry_is_hidden_after_a_year() {
    let app = TestApp::new().await;
    let (entry, manager, _) = found(&app).await;

    app.move_days(366);

    let manager_again = {
        let employer = app.get(&entry, &manager).await;
        assert_eq!(employer.status, 401, "tokens end sooner");
        let coordinator = app.sign_in(Role::Coordinator, None).await;
        app.get("/api/v1/experts", &coordinator).await.expect(200)
    };
    assert_eq!(manager_again.json()["total"], 1, "coordinators see it");
    let town = organisation()
        .with("kind", "municipality")
        .with("place", "15082015")
        .save(&app)
        .await;
    let requester = app.sign_in(Role::Requester, Some(town)).await;
    let hidden = app.get("/api/v1/experts", &requester).await.expect(200);
    assert_eq!(hidden.json()["total"], 0);
    app.get(&entry, &requester).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_person_confirms_a_persons_entry() {
    let app = TestApp::new().await;
    let (entry, manager, _) = found(&app).await;

    app.post(&format!("{entry}/confirm"), &manager, &json!({}))
        .await
        .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn night_alerts_are_the_persons_and_the_release_is_the_employers() {
    let app = TestApp::new().await;
    let (entry, manager, _) = found(&app).await;
    let etag = app.get(&entry, &manager).await.etag();

    app.patch(&entry, &manager, &etag, &json!({"night_alerts": true}))
        .await
        .expect(403);
    let release = json!({"release": {"form": "each_time"}});
    let changed = app
        .patch(&entry, &manager, &etag, &release)
        .await
        .expect(200);

    assert_eq!(changed.json()["release"]["form"], "each_time");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capacity_is_published_without_vetting_or_names() {
    let app = TestApp::new().await;
    let employer = organisation()
        .with("participation", "asked")
        .save(&app)
        .await;

    let id = expert(employer).capacity(5).save(&app).await;

    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let card = app
        .get(&format!("/api/v1/experts/{id}"), &coordinator)
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&card["kind"], &card["headcount"]),
        (&json!("capacity"), &json!(5))
    );
    let named = expert(employer).capacity(5).with("identity", json!({"given_name": "E", "family_name": "M", "email": "e@example.org", "phone": "030 23125 001"}));
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let refused = app.post("/api/v1/experts", &manager, &named.0).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.pointers(), ["/identity"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn persons_wait_for_the_staff_council() {
    let app = TestApp::new().await;
    let employer = organisation()
        .with("participation", "asked")
        .save(&app)
        .await;
    let id = expert(employer).save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;

    let own = app
        .get(&format!("/api/v1/experts/{id}"), &manager)
        .await
        .expect(200)
        .json();

    assert_eq!(own["standing"]["missing"], json!(["participation"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_field_is_named_at_once() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let wrong = expert(employer)
        .with("skills", json!([{"id": "domain:backup-restor", "level": 3}, {"id": "product:veeam", "level": 9}]))
        .with("base", "15082181999");

    let ranges = app
        .post("/api/v1/experts", &manager, &wrong.0)
        .await
        .expect(422);
    let terms = wrong
        .with(
            "skills",
            json!([{"id": "domain:backup-restor", "level": 3}]),
        )
        .with("base", "15082999");
    let terms = app
        .post("/api/v1/experts", &manager, &terms.0)
        .await
        .expect(422);

    assert_eq!(ranges.pointers(), ["/base", "/skills/1/level"]);
    assert_eq!(terms.pointers(), ["/base", "/skills/0/id"]);
    let suggested = &terms.json()["errors"][1]["suggestions"];
    assert_eq!(suggested[0], "domain:backup-restore", "{suggested}");
}
