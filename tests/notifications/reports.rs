//! What gateways report, truly and falsely.

use std::net::TcpListener;

use axum::body::Body;
use axum::http::Method;
use kataster::notifications::{
    self, Channel, Delivery, DeliveryState, Destination, Dispatch, Failure, Post, ShortMessage,
    SigningSecret,
};
use serde_json::json;
use uuid::Uuid;

use crate::support::{Answer, GatewayProcess, SECRET, TestApp};

const SMS: &str = "/gateway/sms/delivery";

/// Sends a message and records what became of it; what it is about.
pub async fn sent(app: &TestApp, post: &Post, ways: &[Destination]) -> Uuid {
    let dispatch = Dispatch {
        subject: Uuid::new_v4(),
        purpose: "test",
        attempt: 1,
        reference: Uuid::new_v4(),
        ways: None,
    };
    send_again(app, post, ways, dispatch).await;
    dispatch.subject
}

async fn send_again(app: &TestApp, post: &Post, ways: &[Destination], dispatch: Dispatch<'_>) {
    let message = ShortMessage {
        subject: "Hilfe gesucht".to_owned(),
        text: "Können Sie helfen?".to_owned(),
        link: None,
        spoken: None,
    };
    let outcome = post.send(dispatch.reference, ways, &message).await;
    let txn = app.state.db.begin().await.unwrap();
    let recorded = match outcome {
        Ok(sent) => notifications::record_sent(&txn, &dispatch, &sent).await,
        Err(failed) => notifications::record_failed(&txn, &dispatch, &failed).await,
    };
    recorded.unwrap();
    txn.commit().await.unwrap();
}

fn sms() -> Destination {
    Destination::sms("0171 1234567").unwrap()
}

/// A service that is reached by a gateway of its own.
async fn with(gateway: &GatewayProcess) -> TestApp {
    let mut app = TestApp::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    app.use_post(Post {
        sms: Some(gateway.gateway(&format!("{base}{SMS}"))),
        voice: Some(gateway.gateway(&format!("{base}/gateway/voice/delivery"))),
        ..Post::default()
    });
    app.serve_on(listener);
    app
}

async fn deliveries(app: &TestApp, subject: Uuid) -> Vec<Delivery> {
    notifications::deliveries_of(&app.state.db, &[subject])
        .await
        .unwrap()
}

async fn state(app: &TestApp, subject: Uuid) -> DeliveryState {
    deliveries(app, subject).await[0].state
}

async fn post(app: &TestApp, path: &str, body: &str, signature: &str) -> Answer {
    let headers = [
        ("content-type", "application/json"),
        ("x-signature", signature),
    ];
    app.send(Method::POST, path, &headers, Body::from(body.to_owned()))
        .await
}

fn signed(body: &str) -> String {
    SigningSecret::new(SECRET).unwrap().sign(body.as_bytes())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_arrived_when_its_gateway_says_so_once_or_twice() {
    let gateway = GatewayProcess::new();
    let app = with(&gateway).await;
    let subject = sent(&app, &app.state.post, &[sms()]).await;
    assert_eq!(state(&app, subject).await, DeliveryState::Sent);
    assert_eq!(gateway.report("buffered", 1), json!([204]));
    assert_eq!(state(&app, subject).await, DeliveryState::Sent);

    assert_eq!(gateway.report("delivered", 2), json!([204, 204]));

    assert_eq!(state(&app, subject).await, DeliveryState::Delivered);
    assert_eq!(gateway.report("failed", 1), json!([204]));
    assert_eq!(
        state(&app, subject).await,
        DeliveryState::Delivered,
        "what arrived stays so"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_report_changes_nothing_and_fills_no_record() {
    let gateway = GatewayProcess::new();
    let app = with(&gateway).await;
    let subject = sent(&app, &app.state.post, &[sms()]).await;
    let before = app.state.db.generation().await.unwrap();

    assert_eq!(
        gateway.forge("delivered", "ein anderes Geheimnis"),
        json!([401])
    );
    assert_eq!(gateway.forge("delivered", ""), json!([401]));

    assert_eq!(state(&app, subject).await, DeliveryState::Sent);
    assert_eq!(app.state.db.generation().await.unwrap(), before);
    let reference = deliveries(&app, subject).await[0].reference;
    let good = json!({ "reference": reference, "state": "delivered" }).to_string();
    let other = json!({ "reference": reference, "state": "failed" }).to_string();
    let answer = post(&app, SMS, &other, &signed(&good)).await.expect(401);
    assert_eq!(answer.json()["type"], "urn:kataster:problem:unsigned");
    post(&app, SMS, &good, &signed(&good)).await.expect(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_names_a_message_of_its_own_channel() {
    let gateway = GatewayProcess::new();
    let app = with(&gateway).await;
    let subject = sent(&app, &app.state.post, &[sms()]).await;
    let reference = deliveries(&app, subject).await[0].reference;
    let body = json!({ "reference": reference, "state": "delivered" }).to_string();

    post(&app, "/gateway/voice/delivery", &body, &signed(&body))
        .await
        .expect(404);

    for reference in [Uuid::new_v4().to_string(), "4711".to_owned()] {
        let body = json!({ "reference": reference, "state": "delivered" }).to_string();
        post(&app, SMS, &body, &signed(&body)).await.expect(404);
    }
    assert_eq!(state(&app, subject).await, DeliveryState::Sent);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_is_short_and_of_a_known_form() {
    let gateway = GatewayProcess::new();
    let app = with(&gateway).await;
    let long = format!("\"{}\"", "x".repeat(16 * 1024));

    post(&app, SMS, &long, &signed(&long)).await.expect(413);
    post(&app, SMS, "{", &signed("{")).await.expect(400);
    post(&app, SMS, "{}", &signed("{}")).await.expect(422);
    let headers = [("content-type", "text/plain")];
    app.send(Method::POST, SMS, &headers, Body::from("x"))
        .await
        .expect(415);
    let silent = TestApp::new().await;
    post(&silent, SMS, "{}", &signed("{}")).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_was_thought_lost_may_have_arrived() {
    let gateway = GatewayProcess::that_does(&["delay"]);
    let app = with(&gateway).await;
    let subject = sent(&app, &app.state.post, &[sms()]).await;
    let lost = deliveries(&app, subject).await;
    assert_eq!(
        (lost[0].state, lost[0].failure),
        (DeliveryState::Failed, Some(Failure::Later))
    );

    assert_eq!(gateway.report("delivered", 1), json!([204]));

    assert_eq!(state(&app, subject).await, DeliveryState::Delivered);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_channel_that_was_tried_is_kept_and_none_that_is_not_set_up() {
    let gateway = GatewayProcess::that_does(&["away", "away"]);
    let app = with(&gateway).await;
    let ways = [
        Destination::mail("a@example.org").unwrap(),
        sms(),
        Destination::voice("0171 1234567").unwrap(),
    ];
    let dispatch = Dispatch {
        subject: Uuid::new_v4(),
        purpose: "test",
        attempt: 1,
        reference: Uuid::new_v4(),
        ways: None,
    };
    send_again(&app, &app.state.post, &ways, dispatch).await;
    let kept = |rows: Vec<Delivery>| -> Vec<_> {
        rows.iter()
            .map(|row| (row.channel, row.state, row.attempt))
            .collect()
    };
    let failed = DeliveryState::Failed;
    assert_eq!(
        kept(deliveries(&app, dispatch.subject).await),
        [(Channel::Sms, failed, 1), (Channel::Voice, failed, 1)]
    );

    let second = Dispatch {
        attempt: 2,
        ..dispatch
    };
    send_again(&app, &app.state.post, &ways, second).await;

    assert_eq!(
        kept(deliveries(&app, dispatch.subject).await),
        [
            (Channel::Sms, DeliveryState::Sent, 2),
            (Channel::Voice, failed, 1)
        ]
    );
}
