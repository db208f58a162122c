//! What somebody who is rung hears and presses.

use std::net::TcpListener;

use kataster::notifications::Post;
use serde_json::{Value, json};

use super::scene::{Scene, one_need};
use crate::support::{GatewayProcess, SECRET};

/// A request whose one helper was rung by a gateway that reports to the service.
async fn rung(gateway: &GatewayProcess) -> (Scene, String) {
    let mut scene = Scene::with(1).await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let reports = format!(
        "http://{}/gateway/voice/delivery",
        listener.local_addr().unwrap()
    );
    let post = Post {
        voice: Some(gateway.gateway(&reports)),
        ..scene.server.post()
    };
    scene.app.use_post(post.clone());
    scene.app.serve_on(listener);
    let (incident, _) = scene.incident().await;
    scene.run().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    let path = format!("/api/v1/requests/{request}/alert");
    let begun = scene.app.post(&path, &scene.coordinator, &json!({})).await;
    begun.expect(202);
    scene.run_by(post).await;
    (scene, request)
}

/// What came of the answers.
async fn deployments(scene: &Scene, request: &str) -> Vec<Value> {
    let shown = scene.show(request).await;
    shown["deployments"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_says_its_keys_and_what_they_confirm_and_nothing_of_whom() {
    let gateway = GatewayProcess::new();
    let (scene, request) = rung(&gateway).await;

    assert_eq!(scene.states(&request).await, ["sent"]);
    let call = &gateway.bodies()[0];
    assert_eq!(call["to"], "+493023125000");
    let said = call["text"].as_str().unwrap();
    for expected in [
        "Drücken Sie 1 für Ja",
        "Drücken Sie 2 für Ja",
        "ausgeruht",
        "Drücken Sie 3 für Nein",
        "Drücken Sie 4",
        "Press 1 for yes",
        "Press 4",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    // Nobody is needed at the place.
    for other in [
        "Drücken Sie 5",
        "Anhalt",
        "Köthen",
        "9998887",
        "Xylofanie",
        "/a/",
    ] {
        assert!(!said.contains(other), "{other}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_keys_are_heard_none_are_said() {
    let gateway = GatewayProcess::new();
    let silent = gateway
        .settings()
        .replace("callback_key = \"/digits\"\n", "");
    let settings: kataster::notifications::GatewaySettings = toml::from_str(&silent).unwrap();
    let secrets = kataster::notifications::GatewaySecrets {
        token: Some("geheim".to_owned()),
        callback: Some(SECRET.to_owned()),
    };
    let voice = settings.gateway(&secrets, "https://kataster.example.org".to_owned());
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    scene.run().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    let path = format!("/api/v1/requests/{request}/alert");
    let begun = scene.app.post(&path, &scene.coordinator, &json!({})).await;
    begun.expect(202);

    let post = Post {
        voice: Some(voice.unwrap()),
        ..Post::default()
    };
    scene.run_by(post).await;

    let said = gateway.bodies()[0]["text"].as_str().unwrap().to_owned();
    assert!(said.contains("Jemand braucht Hilfe"), "{said}");
    assert!(!said.contains("Drücken"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_an_answer_and_reported_twice_it_is_one() {
    let gateway = GatewayProcess::new();
    let (scene, request) = rung(&gateway).await;

    assert_eq!(gateway.press("2", 3), json!([204, 204, 204]));

    assert_eq!(scene.states(&request).await, ["answered"]);
    let made = deployments(&scene, &request).await;
    assert_eq!(made.len(), 1);
    assert_eq!(made[0]["state"], "released");
    assert_eq!(made[0]["first_call"], false);
    assert_eq!(gateway.press("3", 1), json!([204]));
    assert_eq!(
        deployments(&scene, &request).await,
        made,
        "the first counts"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_by_key_needs_no_reason() {
    let gateway = GatewayProcess::new();
    let (scene, request) = rung(&gateway).await;

    assert_eq!(gateway.press("3", 1), json!([204]));

    assert_eq!(scene.states(&request).await, ["answered"]);
    assert!(deployments(&scene, &request).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_says_nothing_here_is_no_answer_and_takes_nothing_away() {
    let gateway = GatewayProcess::new();
    let (scene, request) = rung(&gateway).await;

    for key in ["0", "5", "11", "#", "zwei"] {
        assert_eq!(gateway.press(key, 1), json!([204]), "{key}");
    }

    let alert = scene.show(&request).await["alerts"][0].clone();
    assert_eq!(alert["state"], "delivered", "whoever presses was reached");
    assert_eq!(gateway.press("1", 1), json!([204]));
    assert_eq!(scene.states(&request).await, ["answered"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_key_changes_nothing() {
    let gateway = GatewayProcess::new();
    let (scene, request) = rung(&gateway).await;
    let before = scene.app.state.db.generation().await.unwrap();

    assert_eq!(
        gateway.forge_key("2", "ein anderes Geheimnis"),
        json!([401])
    );
    assert_eq!(gateway.forge_key("2", ""), json!([401]));

    assert_eq!(scene.states(&request).await, ["sent"]);
    assert_eq!(scene.app.state.db.generation().await.unwrap(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_too_late_after_half_an_hour() {
    let gateway = GatewayProcess::new();
    let (scene, request) = rung(&gateway).await;
    scene.after(1_800).await;

    assert_eq!(gateway.press("2", 2), json!([204, 204]));

    assert_eq!(scene.states(&request).await, ["expired"]);
    assert!(deployments(&scene, &request).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_seemed_to_fail_is_answered_too_and_the_link_takes_it_back_for_good() {
    let gateway = GatewayProcess::that_does(&["delay"]);
    let (scene, request) = rung(&gateway).await;
    let link = scene.link(&scene.helpers[0].email).unwrap();

    assert_eq!(gateway.press("2", 1), json!([204]));
    assert_eq!(scene.states(&request).await, ["answered"]);
    let undone = scene.answer(&link, &json!({"answer": "undo"})).await;
    undone.expect(200);

    assert_eq!(gateway.press("2", 1), json!([204]), "said again");
    assert_eq!(scene.states(&request).await, ["seen"]);
    scene
        .answer(&link, &json!({"answer": "no"}))
        .await
        .expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_link_and_a_key_the_first_one_counts() {
    let gateway = GatewayProcess::that_does(&["delay"]);
    let (scene, request) = rung(&gateway).await;
    let link = scene.link(&scene.helpers[0].email).unwrap();
    scene
        .answer(&link, &json!({"answer": "no"}))
        .await
        .expect(200);

    assert_eq!(gateway.press("2", 1), json!([204]));

    assert_eq!(scene.states(&request).await, ["answered"]);
    assert!(deployments(&scene, &request).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_refuses_leaves_the_question_to_the_next_way() {
    let gateway = GatewayProcess::that_does(&["refuse"]);
    let (scene, request) = rung(&gateway).await;

    assert!(scene.link(&scene.helpers[0].email).is_some());
    let alert = scene.show(&request).await["alerts"][0].clone();
    assert_eq!(
        (&alert["state"], &alert["channel"]),
        (&json!("sent"), &json!("mail"))
    );
}
