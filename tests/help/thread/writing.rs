//! What both sides write to each other, and who is told of it.

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use serde_json::{Value, json};

use super::{Said, question};

const NEWS: &str = "Neue Nachricht zu Ihrem Einsatz";

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_ask_answer_and_report_once_they_are_committed() {
    let said = Said::yes().await;
    said.write(&said.town, &question()).await.expect(409);
    said.decide(&said.manager, "release", "release").await;
    said.write(&said.manager, &question()).await.expect(409);
    said.decide(&said.town, "acceptance", "accept").await;

    let asked = said.write(&said.town, &question()).await.expect(201).json();
    let unasked = json!({"type": "ResponseToRequestInformation", "text": "Im Keller."});
    said.write(&said.manager, &unasked).await.expect(422);
    let answer = json!({"type": "ResponseToRequestInformation", "text": "Im Keller.", "in_reply_to": asked["id"]});
    let answered = said.write(&said.manager, &answer).await.expect(201).json();
    let report = json!({"type": "ReportResourceDeploymentStatus", "text": "Die Bänder sind heil."});
    let reported = said.write(&said.town, &report).await.expect(201).json();
    let step = json!({"type": "ReleaseResource", "text": "Fertig."});
    said.write(&said.town, &step).await.expect(422);
    let blank = json!({"type": "RequestInformation", "text": " "});
    said.write(&said.town, &blank).await.expect(422);

    assert_eq!(answered["preceding_id"], asked["id"]);
    assert_eq!(answered["side"], "employer");
    let messages = said.messages().await;
    assert_eq!(reported["preceding_id"], messages[3]["id"]);
    assert_eq!(messages.len(), 7);
    assert_eq!(messages[4]["text"], "Wo steht der Schlüsseltresor?");
    assert_eq!(messages[5]["text"], "Im Keller.");
    let path = format!("{}?limit=2", said.path());
    let first = said.scene.app.get(&path, &said.town).await;
    let first = first.expect(200).json();
    let rest = format!(
        "{}?cursor={}",
        said.path(),
        first["next_cursor"].as_str().unwrap()
    );
    let rest = said
        .scene
        .app
        .get(&rest, &said.town)
        .await
        .expect(200)
        .json();
    assert_eq!(rest["items"][0]["id"], messages[2]["id"]);
    let auditor = said.scene.app.sign_in(Role::Auditor, None).await;
    let record = said
        .scene
        .app
        .get("/api/v1/audit?limit=100", &auditor)
        .await;
    let record = record.expect(200).text;
    assert_eq!(record.matches("\"deployment.message_written\"").count(), 3);
    assert!(!record.contains("Schlüsseltresor") && !record.contains("Keller"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_sent_twice_is_said_once() {
    let said = Said::committed().await;
    let key = HashMap::from([("idempotency-key", "abc")]);
    let send = async |message: &Value| {
        let path = said.path();
        said.scene
            .app
            .write(Method::POST, &path, &said.town, &key, message)
            .await
    };

    let first = send(&question()).await.expect(201).json();
    let second = send(&question()).await.expect(201).json();
    let other = json!({"type": "RequestInformation", "text": "Etwas anderes?"});
    send(&other).await.expect(422);

    assert_eq!(first, second);
    assert_eq!(said.messages().await.len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_other_sides_are_told_without_what_it_says_and_once_in_ten_minutes() {
    let said = Said::committed().await;
    let app = &said.scene.app;
    let house = (Role::MemberManager, Some(said.scene.helpers[0].employer));
    let (_, manager) = app.account_with_password(house.0, house.1).await;
    let told = || said.scene.letters(&manager, NEWS);

    said.write(&said.town, &question()).await.expect(201);
    said.scene.run().await;
    assert_eq!(told().len(), 1);
    for detail in [
        "Schlüsseltresor",
        "Köthen",
        "Anhalt",
        "Quastenflosser",
        "K-",
    ] {
        assert!(!told()[0].contains(detail), "{detail}");
    }
    let link = format!("/einsaetze/{}/verlauf", said.id);
    assert!(told()[0].replace("=\r\n", "").contains(&link));
    said.write(&said.town, &question()).await.expect(201);
    said.write(&said.town, &question()).await.expect(201);
    said.scene.after(60).await;
    assert_eq!(told().len(), 1);
    said.scene.after(600).await;
    assert_eq!(told().len(), 2);

    // Whoever wrote is not told of it.
    said.write(&said.manager, &question()).await.expect(201);
    said.scene.after(700).await;
    assert_eq!(told().len(), 2);
}
