//! Who is rung beside experts: the desk, and managers who are asked for a release.

use kataster::access::Role;
use kataster::app::handlers;
use kataster::jobs::Runner;
use kataster::notifications::Post;
use kataster::privacy::Retention;
use serde_json::{Value, json};

use super::scene::{Scene, one_need};
use super::{INCIDENTS, ask, new_incident};
use crate::support::{GatewayProcess, MailServer, TestApp, organisation};

const PATH: &str = "/konto/mitteilungen";
const REPORTS: &str = "https://kataster.example.org/gateway/voice/delivery";

/// States a telephone as its holder does.
async fn state(app: &TestApp, email: &str, number: &str) {
    let session = app.begin_session(email).await;
    let form = [("telefon", number)];
    app.submit(PATH, &session, &form).await.expect(303);
}

fn post(server: &MailServer, gateway: &GatewayProcess) -> Post {
    Post {
        voice: Some(gateway.gateway(REPORTS)),
        ..server.post()
    }
}

async fn run(app: &TestApp, post: &Post) {
    let all = handlers(app.state.keyring.clone(), Retention::default(), post);
    let runner = Runner::new(app.state.db.clone(), all);
    while runner.run_one().await.unwrap() {}
}

fn later(app: &TestApp, seconds: i64) {
    let now = app.state.db.clock().now();
    app.clock.set(now.plus_seconds(seconds));
}

fn rung(gateway: &GatewayProcess) -> Vec<Value> {
    let calls = gateway.bodies().into_iter();
    calls.map(|call| call["to"].clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_on_duty_is_rung_and_five_minutes_later_the_next() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let gateway = GatewayProcess::new();
    let post = post(&server, &gateway);
    let mut shifts = Vec::new();
    let now = app.state.db.clock().now();
    for (seat, number) in [("primary", "0171 1000001"), ("deputy", "0345 1000002")] {
        let (id, email) = app.account_with_password(Role::Coordinator, None).await;
        state(&app, &email, number).await;
        let until = now.plus_seconds(8 * 3_600);
        shifts.push(json!({"account_id": id, "seat": seat, "from": now, "until": until}));
    }
    let planner = app.sign_in(Role::Coordinator, None).await;
    let etag = app.get("/api/v1/roster", &planner).await.etag();
    let headers = std::collections::HashMap::from([("if-match", etag.as_str())]);
    let (put, body) = (axum::http::Method::PUT, json!({ "shifts": shifts }));
    app.write(put, "/api/v1/roster", &planner, &headers, &body)
        .await
        .expect(200);
    run(&app, &post).await;

    ask(&app, &new_incident()).await.expect(201);
    later(&app, 1);
    run(&app, &post).await;
    assert_eq!(rung(&gateway), ["+491711000001"]);
    later(&app, 300);
    run(&app, &post).await;
    assert_eq!(rung(&gateway), ["+491711000001", "+493451000002"]);

    for call in gateway.bodies() {
        let said = call["text"].as_str().unwrap().to_owned();
        assert!(said.contains("Koordinierungsstelle"), "{said}");
        for detail in [
            "Anhalt",
            "Köthen",
            "9998887",
            "Xylofanie",
            "Drücken",
            "http",
        ] {
            assert!(!said.contains(detail), "{detail}: {said}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_rung_who_states_no_number_or_once_somebody_cares() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let gateway = GatewayProcess::new();
    let post = post(&server, &gateway);
    let (_, silent) = app.account_with_password(Role::Coordinator, None).await;
    let (_, changed) = app.account_with_password(Role::Coordinator, None).await;
    let (_, kept) = app.account_with_password(Role::Coordinator, None).await;
    let (_, vetter) = app.account_with_password(Role::Vetter, None).await;
    state(&app, &changed, "0171 1000001").await;
    state(&app, &changed, " ").await;
    state(&app, &kept, "0171 1000002").await;
    state(&app, &vetter, "0171 1000003").await;

    ask(&app, &new_incident()).await.expect(201);
    later(&app, 1);
    run(&app, &post).await;
    assert_eq!(rung(&gateway), ["+491711000002"]);
    assert!(!crate::notifications::choices::letters(&server, &silent, "bittet").is_empty());

    ask(&app, &new_incident()).await.expect(201);
    let all = app.sign_in(Role::Coordinator, None).await;
    let incidents = app.get(INCIDENTS, &all).await.expect(200).json();
    for incident in incidents["items"].as_array().unwrap() {
        let id = incident["id"].as_str().unwrap();
        let path = format!("{INCIDENTS}/{id}/take");
        app.post(&path, &all, &json!({})).await.expect(200);
    }
    later(&app, 600);
    run(&app, &post).await;
    assert_eq!(rung(&gateway), ["+491711000002"], "nothing waits any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_shown_to_its_holder_alone_and_one_that_is_none_is_told() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Coordinator, None).await;
    let session = app.begin_session(&email).await;
    let page = async || app.page(PATH, &session).await.expect(200).text;
    assert!(page().await.contains("name=\"telefon\""));

    let wrong = app.submit(PATH, &session, &[("telefon", "ruf an")]).await;
    let wrong = wrong.expect(422).text;
    assert!(wrong.contains("value=\"ruf an\""), "{wrong}");
    let right = app
        .submit(PATH, &session, &[("telefon", "0171 1000001")])
        .await;
    right.expect(303);
    assert!(page().await.contains("+491711000001"));

    let house = organisation().save(&app).await;
    let (_, expert) = app.account_with_password(Role::Expert, Some(house)).await;
    let other = app.begin_session(&expert).await;
    let other = app.page(PATH, &other).await.expect(200).text;
    assert!(!other.contains("name=\"telefon\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_who_is_asked_for_a_release_is_rung_beside_the_mail() {
    let gateway = GatewayProcess::that_does(&["refuse"]);
    let scene = Scene::with_release(1, json!({"form": "each_time"})).await;
    let employer = Some(scene.helpers[0].employer);
    let manager = (Role::MemberManager, employer);
    let (_, email) = scene.app.account_with_password(manager.0, manager.1).await;
    state(&scene.app, &email, "0345 2000001").await;
    scene.alerting(&json!([one_need()])).await;
    let (_, link) = &scene.asked()[0];
    let path = format!("/api/v1/answers/{link}");
    let headers = [("content-type", "application/json")];
    let yes = json!({"answer": "remote", "rested": true}).to_string();
    let post_method = axum::http::Method::POST;
    let said = scene
        .app
        .send(post_method, &path, &headers, yes.into())
        .await;
    said.expect(200);

    scene.run_by(post(&scene.server, &gateway)).await;

    assert_eq!(
        rung(&gateway),
        ["+493452000001"],
        "refused, it is not tried again"
    );
    let said = gateway.bodies()[0]["text"].as_str().unwrap().to_owned();
    assert!(
        said.contains("Freigabe") && !said.contains("Anhalt"),
        "{said}"
    );
    assert_eq!(scene.letters(&email, "/freigabe/").len(), 1);
}
