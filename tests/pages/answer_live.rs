//! The page of somebody who said yes shows itself anew when somebody else decided.

use axum::body::Body;
use axum::http::Method;
use http_body_util::BodyExt;
use serde_json::json;

use super::help::look;
use crate::help::scene::{Scene, one_need};

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_hears_of_the_decision() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;
    let link = scene.asked()[0].1.clone();
    let path = format!("/a/{link}");
    let open = look(&scene.app, &path, "").await;
    assert!(!open.contains("data-stream"), "a form is not shown anew");

    let yes = json!({"answer": "remote", "rested": true});
    scene.answer(&link, &yes).await.expect(200);
    let waiting = look(&scene.app, &path, "").await;
    assert!(waiting.contains(&format!("data-stream=\"{path}/stand\"")));
    assert!(waiting.contains("<noscript><meta http-equiv=\"refresh\""));
    let stream = format!("{path}/stand");
    let response = scene
        .app
        .begin(Method::GET, &stream, &[], Body::empty())
        .await;
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut events = response.into_body();
    let first = events.frame().await.unwrap().unwrap().into_data().unwrap();
    let first = String::from_utf8(first.to_vec()).unwrap();
    let stand = first.trim().strip_prefix("data: ").unwrap();
    assert!(waiting.contains(&format!("data-stand=\"{stand}\"")));

    let shown = scene.show(&request).await;
    let deployment = shown["deployments"][0]["id"].as_str().unwrap();
    let accept = format!("/api/v1/deployments/{deployment}/acceptance");
    let body = json!({"decision": "accept"});
    scene.app.post(&accept, &town, &body).await.expect(200);

    let next = events.frame().await.unwrap().unwrap().into_data().unwrap();
    let next = String::from_utf8(next.to_vec()).unwrap();
    let committed = look(&scene.app, &path, "").await;
    let stand = next.trim().strip_prefix("data: ").unwrap();
    assert!(committed.contains(&format!("data-stand=\"{stand}\"")));
    assert_ne!(first, next);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_link_hears_nothing() {
    let scene = Scene::with(0).await;
    let unknown = format!("/a/{}/stand", "0".repeat(64));
    scene
        .app
        .send(Method::GET, &unknown, &[], Body::empty())
        .await
        .expect(404);
}
