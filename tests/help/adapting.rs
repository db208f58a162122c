//! By the rule that is shipped as many are asked as it takes, by how likely people like them say yes.

use kataster::access::Role;
use kataster::incidents::waves::Waves;
use serde_json::{Value, json};

use super::scene::{Scene, need, one_need};

async fn scene(helpers: usize) -> Scene {
    let mut scene = Scene::with(helpers).await;
    scene.app.use_waves(Waves::default());
    scene
}

/// Whom the first need asks, or would.
fn ids(all: &Value, id: impl Fn(&Value) -> &Value) -> Vec<String> {
    let all = all.as_array().unwrap().iter();
    let mut ids: Vec<String> = all
        .map(|one| id(one).as_str().unwrap().to_owned())
        .collect();
    ids.sort();
    ids
}

async fn previewed(scene: &Scene, request: &str) -> Vec<String> {
    let path = format!("/api/v1/requests/{request}/alert");
    let body = json!({"preview": true});
    let shown = scene.app.post(&path, &scene.coordinator, &body).await;
    ids(&shown.expect(200).json()["would_alert"], |pick| {
        &pick["expert"]["id"]
    })
}

async fn asked(scene: &Scene, request: &str) -> Vec<String> {
    let shown = scene.show(request).await;
    ids(&shown["alerts"], |alert| &alert["expert_id"])
}

/// Asks everybody of a scene, who all answer this.
async fn answered_by_all(scene: &Scene, answer: &str) {
    let request = scene.alerting(&json!([one_need()])).await;
    let mut answered = 0;
    for _ in 0..20 {
        for (_, link) in scene.asked() {
            let said = scene.answer(&link, &json!({"answer": answer})).await;
            answered += usize::from(said.status == 200);
        }
        scene.after(60).await;
    }
    assert_eq!(answered, scene.helpers.len());
    let path = format!("/api/v1/requests/{request}/stand-down");
    let why = json!({"reason": "Das Backup war doch da."});
    let ended = scene.app.post(&path, &scene.coordinator, &why).await;
    ended.expect(200);
    scene.run().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_shows_exactly_whom_the_first_wave_asks() {
    let scene = scene(12).await;
    let (incident, _) = scene.incident().await;
    let needs = json!([one_need(), need(2)]);
    let request = scene.request(&incident, &needs).await;

    let would_be = previewed(&scene, &request).await;
    scene.begin(&request).await;

    assert_eq!(asked(&scene, &request).await, would_be);
    assert!(would_be.len() > 6, "{}", would_be.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_made_up_for_at_once_and_a_long_silence_before_the_wave_ends() {
    let scene = scene(12).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let first = asked(&scene, &request).await.len();
    let (_, link) = scene.asked().swap_remove(0);

    let said = scene.answer(&link, &json!({"answer": "no"})).await;

    said.expect(200);
    let refused = asked(&scene, &request).await.len();
    assert!(refused > first);
    for _ in 0..9 {
        scene.after(60).await;
    }
    assert!(asked(&scene, &request).await.len() > refused);
    assert_eq!(scene.show(&request).await["needs"][0]["wave"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_are_asked_of_those_whose_like_said_no_lately() {
    let scene = scene(9).await;
    let (incident, _) = scene.incident().await;
    let draft = scene.request(&incident, &json!([one_need()])).await;
    let before = previewed(&scene, &draft).await.len();

    answered_by_all(&scene, "no").await;

    assert!(previewed(&scene, &draft).await.len() > before);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_by_day_is_told_of_the_day_alone() {
    let scene = scene(9).await;
    let (incident, _) = scene.incident().await;
    let draft = scene.request(&incident, &json!([one_need()])).await;
    let before = previewed(&scene, &draft).await.len();
    answered_by_all(&scene, "no").await;

    scene.after(10 * 3_600).await;

    assert_eq!(previewed(&scene, &draft).await.len(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fewer_than_five_people_nothing_is_learnt() {
    let scene = scene(4).await;
    let (incident, _) = scene.incident().await;
    let draft = scene.request(&incident, &json!([one_need()])).await;
    let before = previewed(&scene, &draft).await.len();
    assert!(before < 4);

    answered_by_all(&scene, "no").await;

    assert_eq!(previewed(&scene, &draft).await.len(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_record_says_from_what_a_wave_was_reckoned_and_names_nobody() {
    let scene = scene(6).await;

    scene.alerting(&json!([one_need()])).await;

    let auditor = scene.app.sign_in(Role::Auditor, None).await;
    let found = scene
        .app
        .get("/api/v1/audit?action=need.wave_sent", &auditor)
        .await
        .expect(200);
    let details = found.json()["items"][0]["details"].clone();
    assert_eq!(details["rule"], "adaptive");
    assert_eq!(details["target"], 6_315);
    assert!(details["expected"].as_u64() >= Some(6_315));
    for helper in &scene.helpers {
        assert!(!found.text.contains(&helper.id.to_string()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_else_fits_the_need_says_so() {
    let scene = scene(1).await;

    let request = scene.alerting(&json!([one_need()])).await;

    assert_eq!(asked(&scene, &request).await.len(), 1);
    let shown = scene.show(&request).await;
    assert!(shown["needs"][0]["exhausted_at"].is_string(), "{shown}");
}
