//! Who reads along because the town lets them, and is told when it begins and when it is over.

use kataster::access::Role;
use serde_json::{Value, json};

use super::{INCIDENTS, TOWN, ask, new_incident};
use crate::emergency::{issue, provider, recorded, town};
use crate::notifications::choices::{at, letters};
use crate::support::{MailServer, TestApp};

/// An incident with this body, verified by the desk; its path, and a token of the desk.
async fn verified(app: &TestApp, body: &Value) -> (String, String) {
    let asked = ask(app, body).await.expect(201).json();
    let path = format!("{INCIDENTS}/{}", asked["id"].as_str().unwrap());
    let desk = app.sign_in(Role::Coordinator, None).await;
    let known = json!({"method": "known_person", "reason": "Stimme erkannt"});
    app.post(&format!("{path}/verify"), &desk, &known)
        .await
        .expect(200);
    (path, desk)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_the_town_does_not_want_is_not_told_and_reads_nothing() {
    let app = TestApp::new().await;
    let own = town().save(&app).await;
    let own = app.sign_in(Role::Requester, Some(own)).await;
    let house = provider(&[TOWN]).save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let told = async || recorded(&app, "incident.provider_told").await.len();
    let mut body = new_incident();
    body["home_provider"] = json!(false);

    let (path, _) = verified(&app, &body).await;

    let shown = app.get(&path, &own).await.expect(200);
    assert_eq!(
        (
            &shown.json()["home_provider"],
            &shown.json()["land_liaison"]
        ),
        (&json!(false), &json!(true))
    );
    assert_eq!(told().await, 0);
    app.get(&path, &manager).await.expect(404);
    let wanted = json!({"home_provider": true});
    app.patch(&path, &own, &shown.etag(), &wanted)
        .await
        .expect(200);
    assert_eq!(told().await, 1);
    let etag = app.get(&path, &manager).await.expect(200).etag();
    let unwanted = json!({"home_provider": false});
    app.patch(&path, &own, &etag, &unwanted).await.expect(200);
    app.get(&path, &manager).await.expect(404);
    let listed = app.get(INCIDENTS, &manager).await.expect(200).json();
    assert_eq!(listed["items"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_told_is_told_when_it_is_over_and_nothing_of_whom() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    at(&app, &server, "2026-12-01", "03:00:00").await;
    let house = provider(&[TOWN]).save(&app).await;
    let manager = (Role::MemberManager, Some(house));
    let (_, told) = app.account_with_password(manager.0, manager.1).await;
    let desk = app.sign_in(Role::Coordinator, None).await;
    let (_, codes) = issue(&app, TOWN).await;
    let mut body = new_incident();
    body["emergency_code"] = json!(codes[0]);
    let first = ask(&app, &body).await.expect(201).json();
    let never = ask(&app, &new_incident()).await.expect(201).json();
    let of = |to: &str| letters(&server, to, "Vorfall abgeschlossen");
    let close = async |asked: &Value| {
        let path = format!("{INCIDENTS}/{}/close", asked["id"].as_str().unwrap());
        let done = json!({"reason": "done"});
        app.post(&path, &desk, &done).await.expect(200);
    };

    // Of one that was never verified it was not told, and is not told that it is over.
    close(&never).await;
    at(&app, &server, "2026-12-01", "03:00:01").await;
    assert_eq!(of(&told).len(), 0);
    close(&first).await;
    at(&app, &server, "2026-12-01", "03:00:02").await;

    assert_eq!(of(&told).len(), 1);
    for detail in ["Anhalt", "9998887", "Xylofanie", "inc_"] {
        assert!(!of(&told)[0].contains(detail), "{detail}");
    }
    let path = format!("{INCIDENTS}/{}", first["id"].as_str().unwrap());
    let reader = app.sign_in(manager.0, manager.1).await;
    let shown = app.get(&path, &reader).await.expect(200).json();
    assert_eq!(shown["closed_as"], "done");
}
