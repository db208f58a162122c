//! Somebody who is asked, waits or helps is erased.

use kataster::access::Role;
use kataster::ids::ExpertId;
use kataster::privacy::{Whom, erase_for};
use serde_json::json;

use super::scene::{Scene, one_need, yes};

async fn erase(scene: &Scene, id: ExpertId) {
    let state = &scene.app.state;
    let erased = erase_for(&state.db, &state.tombstones, Whom::Entry(id)).await;
    erased.unwrap();
}

fn count(states: &[String], state: &str) -> usize {
    states.iter().filter(|known| *known == state).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_erased_is_asked_no_more_and_the_next_is() {
    let scene = Scene::with(4).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let asked = scene.asked();
    assert_eq!(asked.len(), 3);
    let (helper, link) = (asked[0].0.id, asked[0].1.clone());

    erase(&scene, helper).await;
    let path = format!("/api/v1/answers/{link}");
    scene.app.get(&path, "").await.expect(410);
    scene.answer(&link, &yes()).await.expect(410);

    let states = scene.states(&request).await;
    assert_eq!(count(&states, "stood_down"), 1);
    assert_eq!(count(&states, "sent"), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_in_reserve_of_whoever_is_erased_is_never_proposed() {
    let scene = Scene::with(3).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let asked = scene.asked();
    scene.answer(&asked[0].1, &yes()).await.expect(200);
    scene.answer(&asked[1].1, &yes()).await.expect(200);

    erase(&scene, asked[1].0.id).await;
    scene.run().await;
    let undo = json!({"answer": "undo"});
    scene.answer(&asked[0].1, &undo).await.expect(200);

    let shown = scene.show(&request).await;
    assert_eq!(shown["needs"][0]["held"], 0);
    let gone = asked[1].0.id.to_string();
    let deployments = shown["deployments"].as_array().unwrap().iter();
    assert_eq!(
        deployments.filter(|one| one["expert_id"] == gone).count(),
        0
    );
    scene.answer(&asked[1].1, &undo).await.expect(410);
}

#[tokio::test(flavor = "multi_thread")]
async fn help_of_whoever_is_erased_ends_and_is_looked_for_anew() {
    let scene = Scene::with(4).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;
    let asked = scene.asked();
    scene.answer(&asked[0].1, &yes()).await.expect(200);
    let shown = scene.show(&request).await;
    let id = shown["deployments"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/deployments/{id}");
    let accepted = scene.decide(&town, (&id, "acceptance"), "accept").await;
    accepted.expect(200);
    assert_eq!(scene.show(&request).await["state"], "filled");

    erase(&scene, asked[0].0.id).await;
    scene.run().await;

    let shown = scene.show(&request).await;
    assert_eq!(shown["state"], "alerting");
    assert_eq!(shown["deployments"][0]["state"], "withdrawn");
    let states = scene.states(&request).await;
    assert_eq!(count(&states, "sent"), 1, "the fourth is asked: {states:?}");
    scene
        .app
        .get(&format!("{path}/contact"), &town)
        .await
        .expect(409);
    let auditor = scene.app.sign_in(Role::Auditor, None).await;
    let record = scene
        .app
        .get("/api/v1/audit?limit=100", &auditor)
        .await
        .expect(200);
    assert!(record.text.contains("\"deployment.ended\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_cannot_accept_whoever_was_erased() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;
    let asked = scene.asked();
    scene.answer(&asked[0].1, &yes()).await.expect(200);
    let shown = scene.show(&request).await;
    let id = shown["deployments"][0]["id"].as_str().unwrap().to_owned();

    // The job that ends it has not run yet.
    erase(&scene, asked[0].0.id).await;
    let path = format!("/api/v1/deployments/{id}/acceptance");
    let accept = json!({"decision": "accept"});

    scene.app.post(&path, &town, &accept).await.expect(409);
}
