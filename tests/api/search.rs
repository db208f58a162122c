//! `GET /experts`

use kataster::access::Role;
use kataster::accounts::Allowances;
use kataster::ids::OrganisationId;
use serde_json::{Value, json};

use crate::support::{TestApp, expert, organisation};

async fn requester(app: &TestApp) -> String {
    let town = organisation()
        .with("kind", "district")
        .with("place", "15082")
        .with("name", "Kreis")
        .save(app)
        .await;
    app.sign_in(Role::Requester, Some(town)).await
}

async fn total(app: &TestApp, token: &str, query: &str) -> u64 {
    app.get(&format!("/api/v1/experts?{query}"), token)
        .await
        .expect(200)
        .json()["total"]
        .as_u64()
        .unwrap()
}

async fn network(app: &TestApp, employer: OrganisationId, level: u8) {
    let skills = json!([{"id": "domain:firewall", "level": level}]);
    expert(employer)
        .with("skills", skills)
        .with("headline", json!({"de": "Netz"}))
        .save(app)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_says_why_and_in_which_words() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    expert(employer).save(&app).await;
    network(&app, employer, 3).await;
    let token = requester(&app).await;

    for query in [
        "Datensicherng",
        "Backup",
        "Sicherungskopie",
        "%22Datensicherung%20und%20Wiederherstellung%22",
        "veeam",
        "Datensich",
    ] {
        let found = app
            .get(&format!("/api/v1/experts?q={query}"), &token)
            .await
            .expect(200)
            .json();

        assert_eq!(found["total"], 1, "{query}");
        let item = &found["items"][0];
        assert!(
            item["reasons"]
                .as_array()
                .is_some_and(|reasons| !reasons.is_empty()),
            "{query}: {item}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broader_term_finds_the_narrower_one_at_its_level() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    network(&app, employer, 2).await;
    let token = requester(&app).await;

    assert_eq!(total(&app, &token, "domain=domain:network").await, 1);
    assert_eq!(
        total(&app, &token, "domain=domain:network&min_level=2").await,
        1
    );
    assert_eq!(
        total(&app, &token, "domain=domain:network&min_level=3").await,
        0
    );
    assert_eq!(
        total(
            &app,
            &token,
            "domain=domain:network&domain=domain:backup-restore"
        )
        .await,
        1
    );
    assert_eq!(
        total(
            &app,
            &token,
            "all_of=domain:network&all_of=domain:backup-restore"
        )
        .await,
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn small_cells_are_hidden_from_requesters_alone() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    network(&app, employer, 2).await;
    let requester = requester(&app).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;

    let count = |body: Value| body["facets"]["domain"][0]["count"].clone();
    let hidden = count(
        app.get("/api/v1/experts", &requester)
            .await
            .expect(200)
            .json(),
    );
    let shown = count(
        app.get("/api/v1/experts", &coordinator)
            .await
            .expect(200)
            .json(),
    );

    assert_eq!((hidden, shown), (Value::Null, json!(1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn distances_are_rounded_before_they_are_used() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    expert(employer).with("base", "15003000").save(&app).await;
    let token = requester(&app).await;

    let near = app
        .get("/api/v1/experts?near=15082180&sort=distance", &token)
        .await
        .expect(200)
        .json();

    // Magdeburg is 49 km from Köthen as the crow flies.
    assert_eq!(near["items"][0]["distance_km"], 50);
    assert_eq!(total(&app, &token, "near=15082180&radius_km=49").await, 0);
    assert_eq!(total(&app, &token, "near=15082180&radius_km=50").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_for_requesters_or_not_known_is_named() {
    let app = TestApp::new().await;
    let token = requester(&app).await;
    let vetter = app.sign_in(Role::Vetter, None).await;

    for (query, pointer) in [
        ("kreis=15082", "kreis"),
        ("clearance=1", "clearance"),
        ("nonsense=1", "nonsense"),
        ("role=role:wizard", "role"),
        ("near=99999", "near"),
        ("sort=distance", "sort"),
        ("radius_km=50", "radius_km"),
        ("page=11&limit=100", "page"),
        ("limit=101", "limit"),
        ("land=99", "land"),
        ("scope=own", "scope"),
    ] {
        let answer = app
            .get(&format!("/api/v1/experts?{query}"), &token)
            .await
            .expect(422);

        assert_eq!(answer.pointers(), [pointer], "{query}: {}", answer.text);
    }
    app.get("/api/v1/experts?kreis=15082&clearance=1", &vetter)
        .await
        .expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_and_places_of_a_day_are_limited() {
    let app = TestApp::with_allowances(Allowances::new(2, 2)).await;
    let employer = organisation().save(&app).await;
    expert(employer).save(&app).await;
    let token = requester(&app).await;

    for place in ["15082", "15082180", "15082"] {
        app.get(&format!("/api/v1/experts?q=Xyz&near={place}"), &token)
            .await
            .expect(200);
    }
    app.get("/api/v1/experts?q=Xyz&near=15003000", &token)
        .await
        .expect(429);
    for _ in 0..3 {
        // The same card again costs nothing.
        app.get("/api/v1/experts", &token).await.expect(200);
    }
    expert(employer).save(&app).await;
    app.get("/api/v1/experts", &token).await.expect(200);
    expert(employer).save(&app).await;
    let used_up = app.get("/api/v1/experts", &token).await.expect(429);
    app.move_days(1);

    assert!(used_up.headers.contains_key("retry-after"));
    app.get("/api/v1/experts?limit=2", &token).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dated_fact_that_ends_hides_at_once() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer).save(&app).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let town = organisation()
        .with("kind", "district")
        .with("place", "15082")
        .save(&app)
        .await;

    // Consent and confirmation hold for 365 days.
    for (days, shown) in [(364, 1), (1, 0)] {
        app.move_days(days);
        let token = app.sign_in(Role::Requester, Some(town)).await;
        assert_eq!(total(&app, &token, "").await, shown);
    }
    let coordinator = app
        .get(&format!("/api/v1/experts/{id}"), &coordinator)
        .await;
    assert_eq!(coordinator.status, 401, "its token has expired too");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_struck_employer_takes_its_entries_out_and_back() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    expert(employer).save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let token = requester(&app).await;
    let path = format!("/api/v1/organisations/{employer}/struck");

    for (struck, shown) in [(true, 0), (false, 1)] {
        let generation = app
            .post(&path, &manager, &json!({"struck": struck}))
            .await
            .expect(200)
            .generation();

        assert_eq!(
            total(&app, &token, &format!("min_generation={generation}")).await,
            shown
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capacity_is_found_without_a_person() {
    let app = TestApp::new().await;
    let employer = organisation()
        .with("participation", "asked")
        .save(&app)
        .await;
    expert(employer).capacity(4).save(&app).await;
    expert(employer).save(&app).await;
    let token = requester(&app).await;

    let found = app.get("/api/v1/experts", &token).await.expect(200).json();

    // The person waits for the staff council; the capacity shows nobody.
    assert_eq!(found["total"], 1);
    assert_eq!(
        (&found["items"][0]["kind"], &found["items"][0]["headcount"]),
        (&json!("capacity"), &json!(4))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_finds_its_own_drafts() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    expert(employer).draft(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let generation = app.state.db.generation().await.unwrap();

    assert_eq!(
        total(&app, &manager, &format!("min_generation={generation}")).await,
        0
    );
    assert_eq!(total(&app, &manager, "scope=own").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn suggestions_come_from_the_vocabulary() {
    let app = TestApp::new().await;
    let token = requester(&app).await;

    let words = app
        .get("/api/v1/experts/suggest?q=foren", &token)
        .await
        .expect(200)
        .json();

    assert!(words["items"].to_string().contains("Forensik"), "{words}");
}
