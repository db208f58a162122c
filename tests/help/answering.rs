//! What somebody who is asked sees and says, by a link without signing in.

use kataster::access::Role;
use serde_json::json;

use super::scene::{Scene, need, one_need};

#[tokio::test(flavor = "multi_thread")]
async fn a_link_shows_the_kreis_and_what_is_needed_and_nothing_of_whom() {
    let scene = Scene::with(1).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let (_, link) = &scene.asked()[0];

    let path = format!("/api/v1/answers/{link}");
    let shown = scene.app.get(&path, "").await.expect(200);

    assert_eq!(scene.states(&request).await, ["seen"]);
    let asked = shown.json();
    assert_eq!(asked["state"], "open");
    assert!(
        asked["district"]
            .as_str()
            .unwrap()
            .contains("Anhalt-Bitterfeld")
    );
    assert_eq!(asked["task"]["de"], "Datensicherung");
    assert_eq!(
        asked["options"],
        json!(["first_call", "remote", "no", "not_tonight"])
    );
    assert!(asked["contact"].is_null());
    for detail in ["Köthen", "9998887", "Xylofanie"] {
        assert!(!shown.text.contains(detail), "{detail}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_nobody_made_asks_nothing() {
    let scene = Scene::with(0).await;

    for link in ["x", &"A".repeat(43)] {
        let path = format!("/api/v1/answers/{link}");
        scene.app.get(&path, "").await.expect(404);
        scene
            .answer(link, &json!({"answer": "no"}))
            .await
            .expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_answer_counts() {
    let scene = Scene::with(1).await;
    scene.alerting(&json!([one_need()])).await;
    let (_, link) = &scene.asked()[0];

    scene
        .answer(link, &json!({"answer": "no"}))
        .await
        .expect(200);

    let second = json!({"answer": "remote", "rested": true});
    scene.answer(link, &second).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn help_that_is_more_than_a_talk_needs_the_word_that_one_is_rested() {
    let scene = Scene::with(1).await;
    scene.alerting(&json!([one_need()])).await;
    let (_, link) = &scene.asked()[0];

    let tired = scene.answer(link, &json!({"answer": "remote"})).await;
    assert_eq!(tired.expect(422).pointers(), ["/rested"]);
    let there = json!({"answer": "on_site", "rested": true});
    let there = scene.answer(link, &there).await;
    assert_eq!(there.expect(422).pointers(), ["/answer"]);
    let late = json!({"answer": "remote", "rested": true, "from": "2030-01-01T00:00:00Z"});
    let late = scene.answer(link, &late).await;
    assert_eq!(late.expect(422).pointers(), ["/from"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_too_late_after_half_an_hour() {
    let scene = Scene::with(1).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let (_, link) = &scene.asked()[0];

    scene.after(1_800).await;

    assert_eq!(scene.states(&request).await, ["expired"]);
    let late = scene.answer(link, &json!({"answer": "no"})).await;
    late.expect(410);
    let path = format!("/api/v1/answers/{link}");
    scene.app.get(&path, "").await.expect(410);
    scene.after(8 * 86_400).await;
    scene.app.get(&path, "").await.expect(410);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_taken_back_within_ten_minutes() {
    let scene = Scene::with(1).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let (_, link) = &scene.asked()[0];
    let (yes, undo) = (
        json!({"answer": "remote", "rested": true}),
        json!({"answer": "undo"}),
    );

    scene.answer(link, &undo).await.expect(409);
    let said = scene.answer(link, &yes).await.expect(200).json();
    assert_eq!(said["deployment_state"], "released");
    let undone = scene.answer(link, &undo).await.expect(200).json();

    assert_eq!(undone["state"], "open");
    assert_eq!(scene.states(&request).await, ["seen"]);
    assert_eq!(scene.show(&request).await["needs"][0]["held"], 0);
    scene.answer(link, &yes).await.expect(200);
    scene.after(600).await;
    scene.answer(link, &undo).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn not_tonight_holds_for_every_request_until_the_morning() {
    let scene = Scene::with(1).await;
    let evening = serde_json::from_value(json!("2026-12-01T20:00:00+01:00")).unwrap();
    scene.app.clock.set(evening);
    scene.alerting(&json!([one_need()])).await;
    let (_, link) = &scene.asked()[0];

    let said = scene.answer(link, &json!({"answer": "not_tonight"})).await;
    said.expect(200);

    let next = scene.alerting(&json!([one_need()])).await;
    assert_eq!(scene.states(&next).await, [""; 0]);
    scene.after(11 * 3_600).await;
    assert_eq!(scene.states(&next).await, ["sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_says_yes_too_late_is_in_reserve_and_gets_the_next_place() {
    let scene = Scene::with(3).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let asked = scene.asked();
    let yes = json!({"answer": "remote", "rested": true});

    let first = scene.answer(&asked[0].1, &yes).await.expect(200).json();
    let second = scene.answer(&asked[1].1, &yes).await.expect(200).json();
    assert_eq!(first["deployment_state"], "released");
    assert!(second["deployment_state"].is_null());

    scene
        .answer(&asked[0].1, &json!({"answer": "undo"}))
        .await
        .expect(200);
    let path = format!("/api/v1/answers/{}", asked[1].1);
    let second = scene.app.get(&path, "").await.expect(200).json();
    assert_eq!(second["deployment_state"], "released");
    assert_eq!(scene.show(&request).await["needs"][0]["held"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_beside_a_need_takes_none_of_its_places() {
    let scene = Scene::with(3).await;
    let request = scene.alerting(&json!([need(1)])).await;
    let asked = scene.asked();

    let talk = scene
        .answer(&asked[0].1, &json!({"answer": "first_call"}))
        .await;

    assert_eq!(talk.expect(200).json()["deployment_state"], "released");
    let shown = scene.show(&request).await;
    assert_eq!(shown["needs"][0]["held"], 0);
    assert_eq!(shown["deployments"][0]["first_call"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_talk_waits_for_the_first_and_no_longer_than_a_talk_lasts() {
    let scene = Scene::with(3).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let request = scene.request(&incident, &json!([need(1)])).await;
    scene.begin(&request).await;
    let asked = scene.asked();
    let talk = json!({"answer": "first_call"});
    scene.answer(&asked[0].1, &talk).await.expect(200);
    let shown = scene.show(&request).await;
    let id = shown["deployments"][0]["id"].as_str().unwrap();
    let path = format!("/api/v1/deployments/{id}/acceptance");
    let accept = json!({"decision": "accept"});
    scene.app.post(&path, &town, &accept).await.expect(200);

    let second = scene.answer(&asked[1].1, &talk).await.expect(200).json();
    assert!(second["deployment_state"].is_null(), "in reserve");
    scene.after(7_200).await;

    let path = format!("/api/v1/answers/{}", asked[1].1);
    let second = scene.app.get(&path, "").await.expect(200).json();
    assert_eq!(second["state"], "stood_down");
    assert!(second["deployment_state"].is_null());
    let letters = scene.letters(&asked[1].0.email, "Bedarf gedeckt");
    assert_eq!(letters.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_that_was_offered_later_gets_the_place_of_one_that_is_over() {
    let scene = Scene::with(3).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let request = scene.request(&incident, &json!([need(1)])).await;
    scene.begin(&request).await;
    let asked = scene.asked();
    let talk = json!({"answer": "first_call"});
    scene.answer(&asked[0].1, &talk).await.expect(200);
    let shown = scene.show(&request).await;
    let id = shown["deployments"][0]["id"].as_str().unwrap();
    let path = format!("/api/v1/deployments/{id}/acceptance");
    let accept = json!({"decision": "accept"});
    scene.app.post(&path, &town, &accept).await.expect(200);

    scene.after(1_200).await;
    scene.answer(&asked[1].1, &talk).await.expect(200);
    scene.after(6_000).await;

    let path = format!("/api/v1/answers/{}", asked[1].1);
    let second = scene.app.get(&path, "").await.expect(200).json();
    assert_eq!(second["deployment_state"], "released");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_says_what_somebody_said_on_the_phone() {
    let scene = Scene::with(1).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let alert = scene.show(&request).await["alerts"][0]["id"].clone();
    let path = format!("/api/v1/alerts/{}/answer", alert.as_str().unwrap());
    let yes = json!({"answer": "remote", "rested": true});
    let manager = (Role::MemberManager, Some(scene.helpers[0].employer));
    let manager = scene.app.sign_in(manager.0, manager.1).await;

    scene.app.post(&path, &manager, &yes).await.expect(403);
    let said = scene.app.post(&path, &scene.coordinator, &yes).await;

    assert_eq!(said.expect(200).json()["state"], "answered");
    assert_eq!(scene.states(&request).await, ["answered"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_answers_by_one_link_one_counts() {
    let scene = Scene::with(1).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let (_, link) = &scene.asked()[0];
    let path = format!("/api/v1/answers/{link}");
    let body = json!({"answer": "remote", "rested": true}).to_string();

    let send = async || {
        let headers = [("content-type", "application/json")];
        let method = axum::http::Method::POST;
        let answer = scene
            .app
            .send(method, &path, &headers, body.clone().into())
            .await;
        answer.status.as_u16()
    };
    let answers = futures_util::future::join_all((0..50).map(|_| send())).await;

    assert_eq!(answers.iter().filter(|status| **status == 200).count(), 1);
    assert_eq!(answers.iter().filter(|status| **status == 409).count(), 49);
    let deployments = scene.show(&request).await["deployments"].clone();
    assert_eq!(deployments.as_array().unwrap().len(), 1);
}
