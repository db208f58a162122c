//! "Waren Sie das?": those known of an administration are asked when a code of theirs was used.

use std::net::TcpListener;

use kataster::access::Role;
use kataster::app::handlers;
use kataster::ids::OrganisationId;
use kataster::jobs::Runner;
use kataster::notifications::{Gateway, Post};
use kataster::privacy::Retention;
use serde_json::{Value, json};

use super::{CARDS, TOWN, issue, recorded, redeem};
use crate::support::{GatewayProcess, MailServer, TestApp, post};

const SENT: &str = "emergency_code.alert_sent";
const FAILED: &str = "emergency_code.alert_failed";
const NOT_SENT: &str = "emergency_code.alert_not_sent";

fn gateway(process: &GatewayProcess) -> Gateway {
    process.gateway("https://kataster.example.org/gateway/sms/delivery")
}

async fn run(app: &TestApp, post: &Post) {
    let state = &app.state;
    let ring = state.keyring.clone();
    let mut all = handlers(ring.clone(), Retention::default(), post);
    let register = (&state.living, &state.search);
    all.extend(kataster::incidents::handlers(
        &ring,
        register,
        (post, state.waves),
    ));
    let runner = Runner::new(app.state.db.clone(), all);
    while runner.run_one().await.unwrap() {}
}

/// A town with a card, a contact for each number, and an account; its codes and the address of the account.
async fn town(app: &TestApp, numbers: &[&str]) -> (Vec<String>, String) {
    let (card, codes) = issue(app, TOWN).await;
    let admin = app.sign_in(Role::Admin, None).await;
    let shown = app.get(&format!("{CARDS}/{card}"), &admin).await;
    let id = shown.expect(200).json()["organisation_id"].clone();
    let id: OrganisationId = id.as_str().unwrap().parse().unwrap();
    let (_, email) = app.account_with_password(Role::Requester, Some(id)).await;
    let session = app.begin_session(&email).await;
    for number in numbers {
        let form = [("name", "Bürgermeisterin"), ("nummer", *number)];
        app.submit("/kommune/kontakte", &session, &form)
            .await
            .expect(303);
    }
    (codes, email)
}

/// What the town reads on its own page.
async fn page(app: &TestApp, email: &str) -> String {
    let session = app.begin_session(email).await;
    app.page("/kommune", &session).await.expect(200).text
}

async fn records(app: &TestApp) -> [Vec<Value>; 3] {
    [
        recorded(app, SENT).await,
        recorded(app, FAILED).await,
        recorded(app, NOT_SENT).await,
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn all_who_are_known_are_asked_each_by_a_way_of_their_own() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (texts, calls) = (GatewayProcess::new(), GatewayProcess::new());
    let (codes, email) = town(&app, &["0171 1000001", "03496 1000002"]).await;
    let post = Post {
        sms: Some(gateway(&texts)),
        voice: Some(gateway(&calls)),
        ..server.post()
    };

    let redeemed = redeem(&app, TOWN, &codes[0]).await.expect(201).json();
    run(&app, &post).await;
    run(&app, &post).await;

    let (texts, calls) = (texts.bodies(), calls.bodies());
    assert_eq!((texts.len(), calls.len()), (1, 1));
    assert_eq!(texts[0]["to"], "+491711000001");
    assert_eq!(calls[0]["to"], "+4934961000002");
    let letters = crate::notifications::choices::letters(&server, &email, "Notfallcode");
    assert_eq!(letters.len(), 1);
    let said = texts[0]["text"].as_str().unwrap();
    for expected in ["Waren Sie das?", "0345 1234567", "Was that you?"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    for detail in ["Köthen", TOWN, "Bürgermeisterin", &codes[0], "http"] {
        assert!(!said.contains(detail), "{detail}: {said}");
    }
    let [sent, failed, not_sent] = records(&app).await;
    assert_eq!((sent.len(), failed.len(), not_sent.len()), (1, 0, 0));
    assert_eq!(sent[0]["subject"], redeemed["id"]);
    assert_eq!(sent[0]["details"]["told"], 3);
    assert!(page(&app, &email).await.contains("wurde gefragt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_could_not_be_reached_is_tried_again_and_then_told_once() {
    let app = TestApp::new().await;
    let calls = GatewayProcess::that_does(&["delay"]);
    let (codes, email) = town(&app, &["03496 1000002"]).await;
    let post = Post {
        voice: Some(gateway(&calls)),
        ..post("smtp://127.0.0.1:1")
    };
    redeem(&app, TOWN, &codes[0]).await.expect(201);

    run(&app, &post).await;
    let [sent, failed, _] = records(&app).await;
    assert_eq!((sent.len(), failed.len()), (0, 1));
    assert!(page(&app, &email).await.contains("bisher nicht erreicht"));
    app.move_days(1);
    run(&app, &post).await;
    app.move_days(1);
    run(&app, &post).await;

    let [sent, failed, not_sent] = records(&app).await;
    assert_eq!((sent.len(), failed.len(), not_sent.len()), (1, 1, 0));
    assert_eq!(calls.taken().len(), 2, "told, nobody is told again");
    assert!(page(&app, &email).await.contains("wurde gefragt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_got_lost_is_followed_by_a_call_and_a_lost_call_by_nothing() {
    let mut app = TestApp::new().await;
    let (texts, calls) = (GatewayProcess::new(), GatewayProcess::new());
    let (codes, _) = town(&app, &["0171 1000001"]).await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}/gateway", listener.local_addr().unwrap());
    let post = Post {
        sms: Some(texts.gateway(&format!("{base}/sms/delivery"))),
        voice: Some(calls.gateway(&format!("{base}/voice/delivery"))),
        ..Post::default()
    };
    app.use_post(post.clone());
    app.serve_on(listener);
    redeem(&app, TOWN, &codes[0]).await.expect(201);
    run(&app, &post).await;
    assert_eq!((texts.bodies().len(), calls.bodies().len()), (1, 0));

    assert_eq!(texts.report("failed", 2), json!([204, 204]));
    run(&app, &post).await;

    let rung = calls.bodies();
    assert_eq!(rung.len(), 1);
    assert_eq!(rung[0]["to"], "+491711000001");
    assert!(rung[0]["text"].as_str().unwrap().contains("Waren Sie das?"));
    assert_eq!(calls.report("failed", 1), json!([204]));
    run(&app, &post).await;
    assert_eq!((texts.bodies().len(), calls.bodies().len()), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_could_not_be_told_with_the_others_is_told_later_by_the_same_message() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let calls = GatewayProcess::that_does(&["away"]);
    let (codes, email) = town(&app, &["03496 1000001", "03496 1000002"]).await;
    let post = Post {
        voice: Some(gateway(&calls)),
        ..server.post()
    };
    redeem(&app, TOWN, &codes[0]).await.expect(201);

    run(&app, &post).await;
    assert_eq!(calls.taken().len(), 2);
    let [sent, failed, _] = records(&app).await;
    assert_eq!((sent.len(), failed.len()), (1, 0));
    for _ in 0..2 {
        app.move_days(1);
        run(&app, &post).await;
    }

    let calls = calls.bodies();
    assert_eq!(calls.len(), 3, "only whom nothing reached");
    assert_eq!(calls[2], calls[0]);
    assert_ne!(calls[1]["to"], calls[0]["to"]);
    let letters = crate::notifications::choices::letters(&server, &email, "Notfallcode");
    assert_eq!(letters.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_told_by_one_job_after_the_other_and_each_once() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let calls = GatewayProcess::new();
    let numbers: Vec<String> = (1..=6).map(|n| format!("03496 100000{n}")).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let (codes, email) = town(&app, &numbers).await;
    let post = Post {
        voice: Some(gateway(&calls)),
        ..server.post()
    };
    redeem(&app, TOWN, &codes[0]).await.expect(201);

    run(&app, &post).await;
    assert_eq!(calls.taken().len(), 4);
    for _ in 0..2 {
        let now = app.state.db.clock().now();
        app.clock.set(now.plus_seconds(1));
        run(&app, &post).await;
    }

    let rung: std::collections::HashSet<_> = calls
        .bodies()
        .iter()
        .map(|call| call["to"].to_string())
        .collect();
    assert_eq!((rung.len(), calls.taken().len()), (6, 6));
    let letters = crate::notifications::choices::letters(&server, &email, "Notfallcode");
    assert_eq!(letters.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_every_channel_refuses_is_not_tried_again() {
    let app = TestApp::new().await;
    let calls = GatewayProcess::that_does(&["refuse"]);
    let (codes, _) = town(&app, &["03496 1000002"]).await;
    let post = Post {
        voice: Some(gateway(&calls)),
        ..Post::default()
    };
    redeem(&app, TOWN, &codes[0]).await.expect(201);

    for _ in 0..2 {
        run(&app, &post).await;
        app.move_days(1);
    }

    let [sent, failed, not_sent] = records(&app).await;
    assert_eq!((sent.len(), failed.len(), not_sent.len()), (0, 1, 0));
    assert_eq!(calls.taken().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn that_nobody_is_told_is_on_record_only_where_nothing_sends_or_nobody_is_known() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    let (codes, email) = town(&app, &["03496 1000002"]).await;

    redeem(&app, TOWN, &codes[0]).await.expect(201);
    run(&app, &Post::default()).await;
    let [_, _, not_sent] = records(&app).await;
    assert_eq!(not_sent[0]["details"]["reason"], "no_channel");
    assert!(page(&app, &email).await.contains("kein Versandweg"));

    let (_, codes) = issue(&app, "15082").await;
    redeem(&app, "15082", &codes[0]).await.expect(201);
    run(&app, &server.post()).await;
    let [_, _, not_sent] = records(&app).await;
    let reasons = not_sent.iter().map(|entry| &entry["details"]["reason"]);
    assert!(reasons.collect::<Vec<_>>().contains(&&json!("no_contact")));
}
