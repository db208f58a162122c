//! It ends with its incident, or with whoever helps.

use kataster::privacy::{Whom, erase_for};
use serde_json::json;

use super::{DAY, Running};
use crate::help::status_page;

#[tokio::test(flavor = "multi_thread")]
async fn who_was_not_genuine_sees_nobody_though_help_had_begun() {
    let help = Running::new().await;
    help.begun_for(DAY).await;
    let contact = format!("/api/v1/deployments/{}/contact", help.id);
    let app = &help.scene.app;
    app.get(&contact, &help.town).await.expect(200);

    help.close("not_genuine").await;

    assert_eq!(help.state().await, "ended");
    assert_eq!(help.booked().await, [(help.from, help.now())]);
    assert_eq!(help.told_expert("Ihr Einsatz ist beendet"), 1);
    app.get(&contact, &help.town).await.expect(409);
    let answer = format!("/api/v1/answers/{}", help.helper.2);
    let own = app.get(&answer, "").await.expect(200).json();
    assert!(own["contact"].is_null(), "{own}");
    let status = status_page(&help.held);
    let code = [("code", help.held["spoken_code"].as_str().unwrap())];
    let path = format!("{status}/einsaetze/{}/kontakt", help.id);
    let typed = app.submit(&path, "", &code).await;
    assert!(!typed.text.contains("Quastenflosser"), "{}", typed.status);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_not_genuine_neither_writes_to_who_helped_nor_reads_what_they_left() {
    let help = Running::new().await;
    help.begun_for(DAY).await;
    let path = |what: &str| format!("/api/v1/deployments/{}/{what}", help.id);
    let question = json!({"type": "RequestInformation", "text": "Wo sind Sie jetzt?"});
    let left = json!({"texts": {"state": "Zwei Server laufen"}});
    let app = &help.scene.app;
    let written = app.post(&path("messages"), &help.expert, &question).await;
    written.expect(201);
    let written = app.post(&path("hand-over"), &help.expert, &left).await;
    written.expect(201);

    help.close("not_genuine").await;

    for who in [&help.town, &help.expert, &help.manager] {
        let refused = app.post(&path("messages"), who, &question).await;
        refused.expect(409);
    }
    for who in [&help.town, &help.expert] {
        let refused = app.post(&path("hand-over"), who, &left).await;
        refused.expect(404);
        app.get(&path("hand-over"), who).await.expect(404);
        app.get(&path("readiness"), who).await.expect(404);
    }
    app.get(&path("hand-over"), &help.scene.coordinator)
        .await
        .expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_incident_that_is_over_leaves_who_still_helps_helping() {
    let help = Running::new().await;
    help.begun_for(DAY).await;

    help.close("done").await;

    assert_eq!(help.state().await, "active");
    let ended = help.take(&help.town, "end", &json!({})).await;
    ended.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn help_of_whoever_is_erased_while_they_help_was_carried_out() {
    let help = Running::new().await;
    help.begun_for(DAY).await;
    let state = &help.scene.app.state;

    let whom = Whom::Entry(help.helper.0);
    let erased = erase_for(&state.db, &state.tombstones, whom).await;
    erased.unwrap();
    help.scene.run().await;

    let shown = help.shown().await;
    assert_eq!(shown["state"], "ended");
    assert_eq!(shown["until"], json!(help.now()));
    let contact = format!("/api/v1/deployments/{}/contact", help.id);
    let contact = help.scene.app.get(&contact, &help.town).await;
    contact.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_said_had_begun_comes_to_nothing_when_whoever_was_to_help_is_erased() {
    let help = Running::new().await;
    // Its end is past, and it would count as carried out a week after that.
    help.scene.after(8 * DAY).await;
    assert_eq!(help.state().await, "accepted");
    let state = &help.scene.app.state;

    let whom = Whom::Entry(help.helper.0);
    let erased = erase_for(&state.db, &state.tombstones, whom).await;
    erased.unwrap();
    help.scene.run().await;

    assert_eq!(help.state().await, "withdrawn");
    help.scene.after(7 * DAY).await;
    assert_eq!(help.state().await, "withdrawn");
}
