//! The page of somebody who is asked: by a link, without an account and without scripts.

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

use super::help::{look, submit};
use crate::help::scene::{Scene, one_need};
use crate::help::{INCIDENTS, ask, new_incident};
use crate::support::Answer;

const REST: (&str, &str) = ("ausgeruht", "1");

/// Somebody who can come or stay.
fn either() -> Value {
    let mut need = one_need();
    need["mode"] = json!("either");
    need
}

/// A request with somebody who is asked, and the path of their page.
async fn asked(scene: &Scene, need: &Value) -> (String, String) {
    let request = scene.alerting(&json!([need])).await;
    let (_, link) = &scene.asked()[0];
    (request, format!("/a/{link}"))
}

async fn say(scene: &Scene, path: &str, fields: &[(&str, &str)]) -> Answer {
    let said = submit(&scene.app, path, fields).await;
    scene.run().await;
    said
}

/// A town says yes to what came of an answer.
async fn accept(scene: &Scene, request: &str) {
    let shown = scene.show(request).await;
    let town = scene.town(shown["incident_id"].as_str().unwrap()).await;
    let deployment = shown["deployments"][0]["id"].as_str().unwrap();
    let path = format!("/api/v1/deployments/{deployment}/acceptance");
    let yes = json!({"decision": "accept"});
    scene.app.post(&path, &town, &yes).await.expect(200);
    scene.run().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_names_nobody_and_one_tap_answers() {
    let scene = Scene::with(1).await;
    let (request, path) = asked(&scene, &one_need()).await;

    let page = look(&scene.app, &path, "").await;
    for said in [
        "Können Sie helfen?",
        "Anhalt-Bitterfeld",
        "Datensicherung",
        "Antworten Sie bis",
        "Ein Nein braucht keinen Grund. Ihr Arbeitgeber sieht es nicht.",
        "Ja, Telefonat jetzt (bis 2 Stunden)",
        "Heute Nacht nicht mehr fragen",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(
        !page.contains("value=\"on_site\""),
        "nobody is needed there"
    );
    for detail in ["Köthen", "9998887", "Xylofanie", "Quastenflosser"] {
        assert!(!page.contains(detail), "{detail}");
    }
    assert_eq!(scene.states(&request).await, ["seen"]);

    let said = say(&scene, &path, &[("antwort", "first_call")]).await;
    assert_eq!(said.expect(303).location(), path);
    let page = look(&scene.app, &path, "").await;
    assert!(page.contains("Die Kommune wird gefragt") && page.contains("Rückgängig"));
    assert!(!page.contains("Köthen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_taken_back_for_ten_minutes_and_the_first_one_counts() {
    let scene = Scene::with(1).await;
    let (request, path) = asked(&scene, &one_need()).await;
    say(&scene, &path, &[("antwort", "no")]).await.expect(303);
    let page = look(&scene.app, &path, "").await;
    assert!(page.contains("Danke für Ihre Antwort"));

    say(&scene, &path, &[("antwort", "undo")]).await.expect(303);
    assert_eq!(scene.states(&request).await, ["seen"]);
    say(&scene, &path, &[("antwort", "not_tonight")])
        .await
        .expect(303);
    let late = say(&scene, &path, &[("antwort", "first_call")]).await;
    assert_eq!(late.expect(303).location(), path);
    let page = look(&scene.app, &path, "").await;
    assert!(page.contains("ab 7 Uhr"), "the first answer counts");

    scene.after(600).await;
    assert!(!look(&scene.app, &path, "").await.contains("Rückgängig"));
    let refused = say(&scene, &path, &[("antwort", "undo")]).await;
    assert!(refused.expect(409).text.contains("nicht mehr zurücknehmen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tick_is_asked_for_at_its_place_and_nothing_is_lost() {
    let scene = Scene::with(1).await;
    let (request, path) = asked(&scene, &one_need()).await;
    let later = scene.app.state.db.clock().now().plus_seconds(7_200);
    let time = later.time_of_day();
    let typed = format!("{}T{time:0>5}", later.date());

    let tired = say(&scene, &path, &[("antwort", "remote"), ("ab", &typed)]).await;
    let page = tired.expect(422).text;
    assert!(page.contains("href=\"#ausgeruht\"") && page.contains("ausgeruht-fehler"));
    assert!(page.contains(&format!("value=\"{typed}\"")));
    let wrong = [("antwort", "remote"), ("ab", "irgendwann"), REST];
    let page = say(&scene, &path, &wrong).await.expect(422).text;
    assert!(page.contains("ab-fehler") && page.contains("irgendwann"));
    assert!(page.contains("value=\"1\" checked"));
    let far = [("antwort", "remote"), ("ab", "2030-01-01T08:00"), REST];
    let page = say(&scene, &path, &far).await.expect(422).text;
    assert!(page.contains("innerhalb eines Tages"));
    let none = say(&scene, &path, &[("ab", ""), REST]).await.expect(422);
    assert!(none.text.contains("Tippen Sie auf eine Antwort"));

    let rested = [("antwort", "remote"), ("ab", typed.as_str()), REST];
    say(&scene, &path, &rested).await.expect(303);
    let from = scene.show(&request).await["deployments"][0]["from"].clone();
    let from: kataster::clock::Instant = serde_json::from_value(from).unwrap();
    assert_eq!(from.time_of_day(), time);
}

#[tokio::test(flavor = "multi_thread")]
async fn at_night_the_way_there_begins_at_seven_and_by_day_at_once() {
    let scene = Scene::with(1).await;
    let evening = serde_json::from_value(json!("2026-12-01T21:50:00+01:00")).unwrap();
    scene.app.clock.set(evening);
    let (request, path) = asked(&scene, &either()).await;
    let page = look(&scene.app, &path, "").await;
    assert!(page.contains("Ja, vor Ort ab sofort"), "{page}");

    scene.after(1_200).await;

    let page = look(&scene.app, &path, "").await;
    assert!(page.contains("Ja, vor Ort ab morgen 7 Uhr"));
    assert!(page.contains("Sie müssen nicht helfen und nicht erreichbar sein."));
    let there = [("antwort", "on_site"), REST];
    say(&scene, &path, &there).await.expect(303);
    let from = scene.show(&request).await["deployments"][0]["from"].clone();
    assert_eq!(from, "2026-12-02T06:00:00.000000Z");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_committed_sees_whom_to_phone_and_both_words() {
    let scene = Scene::with(1).await;
    let (request, path) = asked(&scene, &one_need()).await;
    say(&scene, &path, &[("antwort", "first_call")])
        .await
        .expect(303);

    accept(&scene, &request).await;

    let page = look(&scene.app, &path, "").await;
    for said in [
        "Köthen (Anhalt)",
        "href=\"tel:+491719998887\"",
        "Xylofanie Quastenflosser",
        "Gesprächsbeginn bis",
        "Sie rufen an und sagen zuerst:",
        "Fragen Sie nie nach Passwörtern.",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("Rückgängig"));
    let undo = say(&scene, &path, &[("antwort", "undo")]).await.expect(409);
    assert!(undo.text.contains("nicht mehr zurücknehmen"));
    scene.after(9 * 86_400).await;
    look_gone(&scene, &path).await;
}

/// The link shows nothing any more.
async fn look_gone(scene: &Scene, path: &str) {
    let headers = [("accept-language", "de")];
    let gone = scene
        .app
        .send(Method::GET, path, &headers, Body::empty())
        .await;
    let gone = gone.expect(410);
    assert!(gone.text.contains("Dieser Link gilt nicht mehr"));
    assert!(!gone.text.contains("Köthen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_is_told_for_whom() {
    let release = json!({"form": "each_time"});
    let scene = Scene::with_release(3, release).await;
    scene.alerting(&json!([one_need()])).await;
    let paths: Vec<_> = scene
        .asked()
        .iter()
        .map(|(_, link)| format!("/a/{link}"))
        .collect();
    for path in &paths[..2] {
        say(&scene, path, &[("antwort", "remote"), REST])
            .await
            .expect(303);
    }

    let first = look(&scene.app, &paths[0], "").await;
    let second = look(&scene.app, &paths[1], "").await;

    assert!(first.contains("Ihr Arbeitgeber wird gefragt"));
    assert!(second.contains("Sie sind in Reserve"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_is_over_thanks_and_asks_nothing() {
    let scene = Scene::with(1).await;
    let (request, path) = asked(&scene, &one_need()).await;
    let stand_down = format!("/api/v1/requests/{request}/stand-down");
    let why = json!({"reason": "Bedarf gedeckt"});
    scene
        .app
        .post(&stand_down, &scene.coordinator, &why)
        .await
        .expect(200);

    let over = look(&scene.app, &path, "").await;
    assert!(over.contains("Bedarf gedeckt. Danke.") && !over.contains("<form"));
    let late = say(&scene, &path, &[("antwort", "first_call")]).await;
    assert_eq!(late.expect(303).location(), path);

    let (_, path) = asked(&scene, &one_need()).await;
    scene.after(1_800).await;
    let late = look(&scene.app, &path, "").await;
    assert!(late.contains("Die Zeit ist abgelaufen") && !late.contains("<form"));
    scene.after(8 * 86_400).await;
    look_gone(&scene, &path).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_link_of_nobody_asks_and_no_other_site_answers() {
    let scene = Scene::with(1).await;
    let (request, path) = asked(&scene, &one_need()).await;

    for unknown in ["/a/x", &format!("/a/{}", "0".repeat(64))] {
        scene.app.get(unknown, "").await.expect(404);
        say(&scene, unknown, &[("antwort", "no")]).await.expect(404);
    }
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "cross-site"),
    ];
    let body = Body::from("antwort=no");
    let foreign = scene.app.send(Method::POST, &path, &headers, body).await;
    foreign.expect(403);
    assert_eq!(scene.states(&request).await, ["sent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drill_says_so_on_the_page() {
    let scene = Scene::with(1).await;
    let mut drill = new_incident();
    drill["drill"] = json!(true);
    let reported = ask(&scene.app, &drill).await.expect(201).json();
    let incident = reported["id"].as_str().unwrap();
    let known = json!({"method": "known_person", "reason": "kenne ich seit Jahren"});
    let path = format!("{INCIDENTS}/{incident}/verify");
    scene
        .app
        .post(&path, &scene.coordinator, &known)
        .await
        .expect(200);
    let request = scene.request(incident, &json!([one_need()])).await;
    scene.begin(&request).await;

    let page = look(&scene.app, &format!("/a/{}", scene.asked()[0].1), "").await;

    assert!(page.contains("ÜBUNG ÜBUNG ÜBUNG"));
}
