//! What the page of an incident tells of the help that was asked for, and to whom.

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use serde_json::json;

use super::help::see;
use crate::emergency::{provider, town};
use crate::help::scene::{Scene, one_need};
use crate::help::{INCIDENTS, TOWN, unverified};
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn town_and_desk_see_each_step_and_nothing_of_what_anybody_answered() {
    let scene = Scene::with(2).await;
    let app = &scene.app;
    let own = town().save(app).await;
    let house = provider(&[TOWN]).save(app).await;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;
    let asked = scene.asked();
    let no = json!({"answer": "no"});
    scene.answer(&asked[1].1, &no).await.expect(200);
    let yes = json!({"answer": "remote", "rested": true});
    scene.answer(&asked[0].1, &yes).await.expect(200);
    let shown = scene.show(&request).await;
    let deployments = shown["deployments"].as_array().unwrap();
    let deployment = deployments[0]["id"].as_str().unwrap();
    let path = format!("/api/v1/deployments/{deployment}/acceptance");
    let accept = json!({"decision": "accept"});
    app.post(&path, &scene.coordinator, &accept)
        .await
        .expect(200);
    scene.run().await;
    let path = format!("/vorfaelle/{incident}");

    for role in [(Role::Requester, Some(own)), (Role::Coordinator, None)] {
        let session = app.browse_as(role.0, role.1).await;
        let page = see(app, &path, &session).await;
        for step in [
            "Fachkräfte werden gefragt",
            "Welle 1: 2 Fachkräfte gefragt",
            "Eine Fachkraft ist freigegeben",
            "Eine Fachkraft ist fest zugesagt",
            "Alle Plätze sind besetzt",
        ] {
            assert!(page.contains(step), "{step}");
        }
        assert!(!page.contains("abgelehnt"), "{page}");
    }
    let session = app.browse_as(Role::MemberManager, Some(house)).await;
    let page = see(app, &path, &session).await;
    assert!(page.contains("Hilfe angefordert") && !page.contains("Welle 1"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_called_off_is_told_with_the_end_of_the_request() {
    let scene = Scene::with(1).await;
    let app = &scene.app;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;
    let yes = json!({"answer": "remote", "rested": true});
    scene.answer(&scene.asked()[0].1, &yes).await.expect(200);
    let undo = json!({"answer": "undo"});
    scene.answer(&scene.asked()[0].1, &undo).await.expect(200);
    let over = format!("/api/v1/requests/{request}/stand-down");
    let why = json!({"reason": "Bedarf gedeckt"});
    app.post(&over, &scene.coordinator, &why).await.expect(200);

    let desk = app.browse_as(Role::Coordinator, None).await;
    let page = see(app, &format!("/vorfaelle/{incident}"), &desk).await;

    assert!(page.contains("Ersuchen beendet: Es wird niemand mehr gefragt"));
    for hidden in [
        "Eine Fachkraft ist freigegeben",
        "fest zugesagt",
        "Ein Einsatz ist beendet",
    ] {
        assert!(!page.contains(hidden), "{hidden}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_ends_with_its_incident_is_told_by_what_that_was() {
    for (reason, told, why) in [
        ("done", "Bedarf gedeckt: Es wird", "Hilfe wird nicht mehr"),
        (
            "withdrawn",
            "Ersuchen beendet: Die Kommune",
            "Die Kommune nimmt",
        ),
        ("duplicate", "Ersuchen beendet: derselbe", "Es ist derselbe"),
        (
            "not_genuine",
            "Ersuchen beendet: falscher",
            "ist nicht echt",
        ),
    ] {
        let scene = Scene::with(1).await;
        let app = &scene.app;
        let (incident, _) = scene.incident().await;
        let request = scene.request(&incident, &json!([one_need()])).await;
        scene.begin(&request).await;
        let close = format!("{INCIDENTS}/{incident}/close");
        let body = json!({ "reason": reason });
        app.post(&close, &scene.coordinator, &body)
            .await
            .expect(200);

        let desk = app.browse_as(Role::Coordinator, None).await;
        let page = see(app, &format!("/vorfaelle/{incident}"), &desk).await;
        assert!(page.contains(told), "{reason}");
        let need_met = page.contains("Bedarf gedeckt");
        assert_eq!(need_met, reason == "done", "{reason}");
        let page = see(app, &format!("/ersuchen/{request}"), &desk).await;
        assert!(page.contains("Beendet: ") && page.contains(why), "{reason}");
        assert!(!page.contains("incident closed"), "{reason}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_step_of_the_call_of_the_desk_is_told() {
    let app = TestApp::new().await;
    let first = app.account(Role::Coordinator, None).await.0;
    let desk = app.sign_in(Role::Coordinator, None).await;
    let now = app.state.db.clock().now();
    let shifts = json!({"shifts": [{
        "account_id": first, "seat": "primary", "from": now, "until": now.plus_seconds(3_600),
    }]});
    let etag = app.get("/api/v1/roster", &desk).await.expect(200).etag();
    let headers = HashMap::from([("if-match", etag.as_str())]);
    app.write(Method::PUT, "/api/v1/roster", &desk, &headers, &shifts)
        .await
        .expect(200);

    let (incident, _) = unverified(&app).await;

    let session = app.browse_as(Role::Coordinator, None).await;
    let page = see(&app, &format!("/vorfaelle/{incident}"), &session).await;
    assert!(page.contains("Koordinierungsstelle gerufen: die erste Kraft"));
    assert!(!page.contains("gerufen: die Vertretung"));
}
