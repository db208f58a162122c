//! Conditions a town confirms at once.

use kataster::access::{Role, TokenScope};
use kataster::ids::OrganisationId;
use serde_json::{Value, json};

use super::{HOUR, TOWN_MAIL, confirms, incident, mayor};
use crate::emergency::{CARDS, TOWN, new_card, recorded};
use crate::help::scene::Scene;
use crate::help::unverified;
use crate::support::organisation;

const RATIFY: &str = "Einsatzbedingungen noch annehmen";

#[tokio::test(flavor = "multi_thread")]
async fn a_town_confirms_the_conditions_once_and_accepts_them_later() {
    let scene = Scene::with(0).await;
    let incident = incident(&scene).await;
    let town = scene.town(&incident).await;
    let path = confirms(&incident);
    let show = async || scene.app.get(&path, &town).await.expect(200).json();
    assert_eq!(show().await["immediate"], Value::Null);

    let wrong = json!({"name": "X", "function": ""});
    let refused = scene.app.post(&path, &town, &wrong).await.expect(422);
    assert_eq!(refused.pointers(), ["/name", "/function"]);
    scene.app.post(&path, &town, &mayor()).await.expect(200);
    scene.app.post(&path, &town, &mayor()).await.expect(409);

    let shown = show().await;
    assert_eq!(shown["immediate"]["version"], 1);
    assert_eq!(shown["immediate"]["said_by"], "town");
    assert_eq!(shown["immediate"]["function"], "Bürgermeisterin");
    assert!(shown["ratify_by"].is_string());
    let entries = recorded(&scene.app, "conditions.confirmed_at_once").await;
    assert_eq!(entries.len(), 1);
    assert!(!json!(entries).to_string().contains("Quastenflosser"));

    scene.after(73 * HOUR).await;
    assert_eq!(scene.letters(TOWN_MAIL, RATIFY).len(), 1);
    let card = scene.app.post(CARDS, &town, &new_card(TOWN)).await;
    card.expect(201);
    let shown = show().await;
    assert_eq!(shown["accepted_version"], 1);
    assert_eq!(shown["ratify_by"], Value::Null);
    assert_eq!(shown["immediate"]["version"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_accepted_them_in_time_is_not_reminded_and_confirms_nothing() {
    let scene = Scene::with(0).await;
    let first = incident(&scene).await;
    let desk = &scene.coordinator;
    let said = scene.app.post(&confirms(&first), desk, &mayor()).await;
    assert_eq!(said.expect(200).json()["immediate"]["said_by"], "desk");
    let card = scene.app.post(CARDS, desk, &new_card(TOWN)).await;
    card.expect(201);

    scene.after(80 * HOUR).await;

    assert_eq!(scene.letters(TOWN_MAIL, RATIFY).len(), 0);
    let second = incident(&scene).await;
    let again = scene.app.post(&confirms(&second), desk, &mayor()).await;
    again.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_confirmed_for_others_or_before_a_call() {
    let scene = Scene::with(0).await;
    let app = &scene.app;
    let (waiting, _) = unverified(app).await;
    app.post(&confirms(&waiting), &scene.coordinator, &mayor())
        .await
        .expect(409);
    let known = incident(&scene).await;
    let other: OrganisationId = organisation().save(app).await;

    let foreign = app.sign_in(Role::Requester, Some(other)).await;
    app.post(&confirms(&known), &foreign, &mayor())
        .await
        .expect(404);
    app.get(&confirms(&known), &foreign).await.expect(404);
    let manager = app.sign_in(Role::MemberManager, Some(other)).await;
    app.get(&confirms(&known), &manager).await.expect(403);
    let reads = [TokenScope::Read];
    let reading = app
        .with_token_scopes((Role::Coordinator, None), &reads)
        .await;
    app.post(&confirms(&known), &reading, &mayor())
        .await
        .expect(403);
}
