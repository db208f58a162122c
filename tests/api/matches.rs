//! `POST /matches`

use kataster::access::Role;
use kataster::ids::OrganisationId;
use serde_json::{Value, json};

use crate::support::{TestApp, expert, organisation};

async fn requester(app: &TestApp) -> (OrganisationId, String) {
    let town = organisation()
        .with("kind", "district")
        .with("place", "15082")
        .with("name", "Kreis")
        .save(app)
        .await;
    (town, app.sign_in(Role::Requester, Some(town)).await)
}

fn backup() -> Value {
    json!({
        "municipality": "15082", "symptom": "files-encrypted",
        "needs": [{
            "label": "Datensicherung",
            "skills": [{"id": "domain:backup-restore", "min_level": 3, "required": true}, {"id": "product:veeam", "min_level": 2}],
        }],
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_candidate_comes_with_eight_factors_that_sum_to_its_score() {
    let app = TestApp::new().await;
    let id = expert(organisation().save(&app).await).save(&app).await;
    let (_, token) = requester(&app).await;

    let answer = app
        .post("/api/v1/matches", &token, &backup())
        .await
        .expect(200)
        .json();

    let candidate = &answer["needs"][0]["candidates"][0];
    assert_eq!(candidate["expert"]["id"], json!(id));
    let factors = candidate["factors"].as_array().unwrap();
    assert_eq!(factors.len(), 8);
    let points = |factor: &Value| {
        (factor["weight"].as_f64().unwrap()
            * 1_000.0
            * factor["value"].as_f64().unwrap()
            * 10_000.0)
            .round()
    };
    let sum: f64 = factors.iter().map(points).sum();
    assert!((sum / 10_000_000.0 - candidate["score"].as_f64().unwrap()).abs() < 1e-12);
    assert_eq!(
        answer["team"]["members"],
        json!([{"need": 0, "expert_id": id}])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn without_needs_the_playbook_asks_and_nobody_goes_unexplained() {
    let app = TestApp::new().await;
    expert(organisation().save(&app).await).save(&app).await;
    let token = app.sign_in(Role::Coordinator, None).await;
    let ask = json!({"municipality": "15082", "symptom": "files-encrypted", "phase": "acute"});

    let answer = app
        .post("/api/v1/matches", &token, &ask)
        .await
        .expect(200)
        .json();

    let needs = answer["needs"].as_array().unwrap();
    assert!(
        needs.len() >= 8
            && needs[0]["label"]
                .as_str()
                .unwrap()
                .starts_with("Erstgespräch")
    );
    for need in needs {
        let candidates = need["candidates"].as_array().unwrap().len();
        let excluded: u64 = need["excluded"]
            .as_array()
            .unwrap()
            .iter()
            .map(|reason| reason["count"].as_u64().unwrap())
            .sum();
        assert_eq!(candidates as u64 + excluded, 1, "{need}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_ask_gets_the_same_bytes_but_for_the_time_it_took() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    for _ in 0..5 {
        expert(employer).save(&app).await;
    }
    let (_, token) = requester(&app).await;
    let generation = app.state.db.generation().await.unwrap();
    let path = format!("/api/v1/matches?min_generation={generation}");
    let ask = || async {
        let text = app.post(&path, &token, &backup()).await.expect(200).text;
        let at = text.find("\"took_us\":").unwrap();
        let rest = text[at..].find(',').unwrap();
        format!("{}{}", &text[..at], &text[at + rest..])
    };

    assert_eq!(ask().await, ask().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_struck_provider_and_whom_it_serves_do_not_help() {
    let app = TestApp::new().await;
    let provider = organisation()
        .with("serves", json!([{"ags": "15082180"}]))
        .save(&app)
        .await;
    let served = organisation()
        .with("kind", "municipality")
        .with("name", "Köthen")
        .save(&app)
        .await;
    expert(provider).save(&app).await;
    expert(served).save(&app).await;
    let token = app.sign_in(Role::Coordinator, None).await;
    let mut ask = backup();

    let before = app
        .post("/api/v1/matches", &token, &ask)
        .await
        .expect(200)
        .json();
    ask["struck_organisations"] = json!([provider]);
    let after = app
        .post("/api/v1/matches", &token, &ask)
        .await
        .expect(200)
        .json();

    assert_eq!(before["needs"][0]["eligible"], 2);
    assert_eq!(after["needs"][0]["eligible"], 0);
    let excluded = &after["needs"][0]["excluded"][0];
    assert_eq!(
        (&excluded["reason"], &excluded["count"]),
        (&json!("CONFLICT"), &json!(2))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_helps_the_own_house() {
    let app = TestApp::new().await;
    let (town, token) = requester(&app).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    expert(town).save(&app).await;

    for (token, reason, count) in [
        (token, "OTHER", json!(null)),
        (coordinator, "CONFLICT", json!(1)),
    ] {
        let answer = app
            .post("/api/v1/matches", &token, &backup())
            .await
            .expect(200)
            .json();

        assert_eq!(answer["needs"][0]["eligible"], 0);
        let excluded = &answer["needs"][0]["excluded"][0];
        assert_eq!(
            (&excluded["reason"], &excluded["count"]),
            (&json!(reason), &count)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capacity_fills_as_many_places_as_it_has_heads() {
    let app = TestApp::new().await;
    expert(organisation().save(&app).await)
        .capacity(2)
        .save(&app)
        .await;
    let (_, token) = requester(&app).await;
    let mut ask = backup();
    ask["needs"][0]["headcount"] = json!({"min": 1, "desired": 3});

    let answer = app
        .post("/api/v1/matches", &token, &ask)
        .await
        .expect(200)
        .json();

    assert_eq!(
        answer["team"]["covers"],
        json!([{"need": 0, "filled": 2, "of": 3}])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_unknown_is_named_with_the_nearest_valid_values() {
    let app = TestApp::new().await;
    let (_, token) = requester(&app).await;
    let mut ask = backup();
    ask["municipality"] = json!("15099");
    ask["symptom"] = json!("files-encrypt");
    ask["needs"][0]["skills"][1]["id"] = json!("product:veam");
    ask["needs"][0]["languages"] = json!(["xx"]);

    let answer = app.post("/api/v1/matches", &token, &ask).await.expect(422);

    let expected = [
        "/municipality",
        "/symptom",
        "/needs/0/skills/1/id",
        "/needs/0/languages/0",
    ];
    let mut pointers = answer.pointers();
    pointers.sort_unstable();
    let mut sorted = expected.map(str::to_owned);
    sorted.sort_unstable();
    assert_eq!(pointers, sorted);
    assert!(
        answer.text.contains("product:veeam") && answer.text.contains("files-encrypted"),
        "{}",
        answer.text
    );
}
