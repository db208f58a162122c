//! Who knows of a request, and what they learn of the other side.

use kataster::access::Role;
use serde_json::json;

use super::{Lender, REQUESTS, elsewhere};
use crate::help::{INCIDENTS, SCOPES};

#[tokio::test(flavor = "multi_thread")]
async fn others_know_of_no_request() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let there = elsewhere(scene).await;
    let other_town = scene.town(&there).await;
    let other_house = crate::support::organisation()
        .with("name", "Rechenzentrum Anderswo")
        .save(&scene.app)
        .await;
    let grant = (Role::MemberManager, Some(other_house));
    let other_house = scene.app.with_token_scopes(grant, &SCOPES).await;
    let id = lender.asked(&incident, 12).await;
    let accept = json!({"decision": "accept"});

    for stranger in [&other_town, &other_house] {
        let path = format!("{REQUESTS}/{id}");
        scene.app.get(&path, stranger).await.expect(404);
        let contact = format!("{path}/contact");
        scene.app.get(&contact, stranger).await.expect(404);
        lender
            .act(stranger, (&id, "end"), json!({}))
            .await
            .expect(404);
        let listed = scene.app.get(REQUESTS, stranger).await.expect(200);
        assert_eq!(listed.json()["items"], json!([]));
    }
    let mine = lender.act(&other_town, (&id, "withdraw"), json!({})).await;
    mine.expect(404);
    let answered = lender.act(&other_house, (&id, "answer"), accept).await;
    answered.expect(404);
    let path = format!("{INCIDENTS}/{incident}/offer-requests");
    scene.app.get(&path, &other_town).await.expect(404);
    scene.app.get(&path, &lender.manager).await.expect(404);
    lender
        .ask(&other_town, &incident, json!({}))
        .await
        .expect(404);
    let listed = scene.app.get(REQUESTS, &lender.manager).await.expect(200);
    assert_eq!(listed.json()["items"][0]["id"], json!(id));
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_see_whom_to_phone_once_it_is_promised_and_the_record_says_so() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let id = lender.asked(&incident, 12).await;
    let contact = format!("{REQUESTS}/{id}/contact");
    scene.app.get(&contact, &town).await.expect(409);
    scene.app.get(&contact, &lender.manager).await.expect(409);
    lender.answer(&id, "accept").await.expect(200);

    let house = scene.app.get(&contact, &town).await.expect(200).json();
    let asker = scene.app.get(&contact, &lender.manager).await;

    assert_eq!(house["name"], "Rechenzentrum Musterland");
    assert_eq!(asker.expect(200).json()["name"], "Xylofanie Quastenflosser");
    scene
        .app
        .get(&contact, &scene.coordinator)
        .await
        .expect(403);
    let auditor = scene.app.sign_in(Role::Auditor, None).await;
    let record = scene.app.get("/api/v1/audit?limit=20", &auditor).await;
    let record = record.expect(200).text;
    assert!(record.contains("offer_request.contact_revealed"));
    assert!(record.contains("incident.contact_revealed"));
    lender.act(&town, (&id, "end"), json!({})).await.expect(200);
    scene.app.get(&contact, &town).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_police_investigates_a_house_that_is_asked_does_not_learn_what_happened() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    scene.hold(&incident, &town).await;
    let id = lender.asked(&incident, 6).await;
    let role = (Role::MemberManager, Some(lender.house));
    let manager = scene.app.browse_as(role.0, role.1).await;
    let path = "/organisation/angebote/anfragen";
    let page = async || scene.app.page(path, &manager).await.expect(200).text;

    assert!(lender.show(&lender.manager, &id).await["symptom"].is_null());
    assert!(!page().await.contains("Dateien verschlüsselt"));
    assert_eq!(lender.show(&town, &id).await["symptom"], "files-encrypted");

    lender.answer(&id, "accept").await.expect(200);

    let promised = lender.show(&lender.manager, &id).await;
    assert_eq!(promised["symptom"], "files-encrypted");
    assert!(page().await.contains("Dateien verschlüsselt"));
}
