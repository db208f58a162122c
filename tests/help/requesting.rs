//! A verified town asks for people, and they are asked wave after wave.

use axum::http::Method;
use kataster::access::Role;
use kataster::notifications::Post;
use serde_json::json;

use super::scene::{Helper, Scene, need, one_need};
use super::{INCIDENTS, TOWN, unverified};
use crate::support::{district, expert, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn a_request_takes_the_needs_of_the_playbook_with_a_talk_on_top() {
    let scene = Scene::with(0).await;
    let (incident, _) = scene.incident().await;

    let path = format!("{INCIDENTS}/{incident}/requests");
    let made = scene.app.post(&path, &scene.coordinator, &json!({})).await;

    let made = made.expect(201).json();
    assert_eq!(made["state"], "draft");
    assert_eq!(made["needs"][0]["wanted"]["first_call"], true);
    assert!(made["needs"].as_array().unwrap().len() > 3, "{made}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_asks_for_people_before_the_town_is_verified() {
    let scene = Scene::with(0).await;
    let (incident, _) = unverified(&scene.app).await;

    let path = format!("{INCIDENTS}/{incident}/requests");
    let refused = scene.app.post(&path, &scene.coordinator, &json!({})).await;

    refused.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_of_somebody_else_is_not_there() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    let town = scene.town(&incident).await;
    let other = district().with("place", "15083").save(&scene.app).await;
    let other = scene.app.sign_in(Role::Requester, Some(other)).await;

    for (path, body) in [
        (format!("{INCIDENTS}/{incident}/requests"), json!({})),
        (format!("/api/v1/requests/{request}/alert"), json!({})),
        (
            format!("/api/v1/requests/{request}/stand-down"),
            json!({"reason": "vorbei"}),
        ),
    ] {
        scene.app.post(&path, &other, &body).await.expect(404);
    }
    let path = format!("/api/v1/requests/{request}");
    scene.app.get(&path, &other).await.expect(404);
    scene.app.get(&path, &town).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_known_is_said_at_its_place() {
    let scene = Scene::with(0).await;
    let (incident, _) = scene.incident().await;
    let mut wrong = one_need();
    wrong["skills"][0]["id"] = json!("domain:bakcup-restore");

    let path = format!("{INCIDENTS}/{incident}/requests");
    let body = json!({"needs": [one_need(), wrong]});
    let refused = scene.app.post(&path, &scene.coordinator, &body).await;

    assert_eq!(refused.expect(422).pointers(), ["/needs/1/skills/0/id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_attempt_is_the_same_request() {
    let scene = Scene::with(0).await;
    let (incident, _) = scene.incident().await;
    let path = format!("{INCIDENTS}/{incident}/requests");
    let send = async |body: &serde_json::Value| {
        let headers = [("idempotency-key", "eins")].into();
        scene
            .app
            .write(Method::POST, &path, &scene.coordinator, &headers, body)
            .await
    };

    let first = send(&json!({"days": 3})).await.expect(201).json();
    let again = send(&json!({"days": 3})).await.expect(201).json();

    assert_eq!(first["id"], again["id"]);
    send(&json!({"days": 4})).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_shows_masked_cards_and_asks_nobody() {
    let scene = Scene::with(4).await;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;

    let path = format!("/api/v1/requests/{request}/alert");
    let body = json!({"preview": true});
    let shown = scene.app.post(&path, &scene.coordinator, &body).await;

    let shown = shown.expect(200);
    let picks = shown.json()["would_alert"].as_array().unwrap().clone();
    assert_eq!(picks.len(), 3);
    assert!(!picks[0]["why"]["de"].as_str().unwrap().is_empty());
    assert!(!shown.text.contains("Quastenflosser"));
    assert_eq!(scene.states(&request).await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn three_are_asked_for_a_place_by_a_message_that_says_nothing_of_whom() {
    let scene = Scene::with(5).await;

    let request = scene.alerting(&json!([one_need()])).await;

    assert_eq!(scene.states(&request).await, ["sent"; 3]);
    let asked = scene.asked();
    assert_eq!(asked.len(), 3);
    let letter = &scene.letters(&asked[0].0.email, "/a/")[0];
    for detail in ["Anhalt", "Köthen", "9998887", "Datensicherung", "verschl"] {
        assert!(!letter.contains(detail), "{detail}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_channel_is_set_up_alerts_wait_to_be_phoned_and_nobody_else_is_used_up() {
    let scene = Scene::with(5).await;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    let path = format!("/api/v1/requests/{request}/alert");
    let begun = scene.app.post(&path, &scene.coordinator, &json!({})).await;
    begun.expect(202);

    scene.run_by(Post::default()).await;

    assert_eq!(scene.states(&request).await, ["queued"; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn begun_twice_it_asks_once() {
    let scene = Scene::with(5).await;
    let request = scene.alerting(&json!([one_need()])).await;

    scene.begin(&request).await;

    assert_eq!(scene.states(&request).await.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_no_is_made_up_for_at_once_and_nobody_learns_of_it() {
    let scene = Scene::with(5).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let (_, link) = &scene.asked()[0];

    scene
        .answer(link, &json!({"answer": "no"}))
        .await
        .expect(200);

    let shown = scene.show(&request).await;
    assert_eq!(shown["alerts"].as_array().unwrap().len(), 4);
    assert!(!shown.to_string().contains("\"no\""));
    assert_eq!(shown["needs"][0]["wave"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wave_without_an_answer_is_followed_by_the_next() {
    let scene = Scene::with(7).await;
    let request = scene.alerting(&json!([one_need()])).await;

    scene.after(599).await;
    assert_eq!(scene.states(&request).await.len(), 3);
    scene.after(1).await;
    let shown = scene.show(&request).await;
    assert_eq!(shown["alerts"].as_array().unwrap().len(), 6);
    assert_eq!(shown["needs"][0]["wave"], 2);

    scene.after(1_200).await;
    let states = scene.states(&request).await;
    assert_eq!(states[..3], ["expired"; 3]);
    assert_eq!(states.len(), 7, "the seventh and last one");
    let shown = scene.show(&request).await;
    assert!(shown["needs"][0]["exhausted_at"].is_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_holds_two_open_alerts() {
    let scene = Scene::with(3).await;

    let first = scene.alerting(&json!([one_need(), one_need()])).await;
    let second = scene.alerting(&json!([one_need()])).await;

    assert_eq!(scene.states(&first).await, ["sent"; 3]);
    assert_eq!(scene.states(&second).await, [""; 0]);

    let (_, link) = &scene.asked()[0];
    scene
        .answer(link, &json!({"answer": "no"}))
        .await
        .expect(200);
    let asked = scene.show(&second).await["alerts"]
        .as_array()
        .unwrap()
        .len()
        + scene.show(&first).await["alerts"].as_array().unwrap().len();
    assert_eq!(asked, 4, "free again, by one of the others");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_picks_skips_pauses_and_sends_the_next_wave() {
    let scene = Scene::with(5).await;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    let need = scene.show(&request).await["needs"][0]["id"].clone();
    let (picked, skipped) = (scene.helpers[4].id, scene.helpers[0].id);
    let post = async |what: &str, body: serde_json::Value, status: u16| {
        let path = format!("/api/v1/requests/{request}/{what}");
        let answer = scene.app.post(&path, &scene.coordinator, &body).await;
        answer.expect(status);
        scene.run().await;
    };

    for (expert, choice) in [(picked, "pick"), (skipped, "skip")] {
        let body = json!({"need_id": need, "expert_id": expert, "choice": choice});
        post("choices", body, 202).await;
    }
    post("pause", json!({"paused": true}), 200).await;
    scene.begin(&request).await;
    assert_eq!(scene.states(&request).await, [""; 0]);
    post("pause", json!({"paused": false}), 200).await;

    let asked = async || {
        let shown = scene.show(&request).await;
        let alerts = shown["alerts"].as_array().unwrap().clone();
        alerts
            .iter()
            .map(|alert| alert["expert_id"].clone())
            .collect::<Vec<_>>()
    };
    assert!(asked().await.contains(&json!(picked)));
    assert!(!asked().await.contains(&json!(skipped)));
    post("waves", json!({}), 202).await;
    assert_eq!(asked().await.len(), 4, "all but who is skipped");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_saw_the_same_wave_one_sends_the_next() {
    let scene = Scene::with(9).await;
    let request = scene.alerting(&json!([one_need()])).await;
    let path = format!("/api/v1/requests/{request}/waves");
    let need = scene.show(&request).await["needs"][0].clone();
    let seen = json!({"need_id": need["id"], "after_wave": need["wave"]});
    let of_all = json!({"after_wave": need["wave"]});
    let send = async |body: &serde_json::Value, status: u16| {
        let answer = scene.app.post(&path, &scene.coordinator, body).await;
        answer.expect(status);
    };

    send(&seen, 202).await;
    send(&seen, 409).await;
    send(&of_all, 409).await;
    scene.run().await;
    send(&seen, 409).await;
    send(&of_all, 409).await;
    scene.run().await;

    assert_eq!(scene.show(&request).await["needs"][0]["wave"], 2);
    assert_eq!(scene.states(&request).await.len(), 6);
    let newer = json!({"after_wave": 2});
    send(&newer, 202).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_is_over_tells_everybody_who_was_asked() {
    let scene = Scene::with(3).await;
    let request = scene.alerting(&json!([one_need()])).await;

    let path = format!("/api/v1/requests/{request}/stand-down");
    let body = json!({"reason": "Das Backup war doch da."});
    let ended = scene.app.post(&path, &scene.coordinator, &body).await;

    assert_eq!(ended.expect(200).json()["state"], "stood_down");
    scene.run().await;
    assert_eq!(scene.states(&request).await, ["stood_down"; 3]);
    for helper in &scene.helpers {
        assert_eq!(scene.letters(&helper.email, "Bedarf gedeckt").len(), 1);
    }
    let again = scene.app.post(&path, &scene.coordinator, &body).await;
    again.expect(409);
    let (_, link) = &scene.asked()[0];
    let late = scene.answer(link, &json!({"answer": "no"})).await;
    late.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_incident_ends_its_requests() {
    let scene = Scene::with(3).await;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;

    let path = format!("{INCIDENTS}/{incident}/close");
    let closed = scene
        .app
        .post(&path, &scene.coordinator, &json!({"reason": "done"}))
        .await;

    closed.expect(200);
    assert_eq!(scene.states(&request).await, ["stood_down"; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_what_was_not_genuine_nobody_is_told_that_a_need_is_met() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;

    let path = format!("{INCIDENTS}/{incident}/close");
    let reason = json!({"reason": "not_genuine"});
    let closed = scene.app.post(&path, &scene.coordinator, &reason).await;
    closed.expect(200);
    scene.run().await;

    let told = |text: &str| scene.letters(&scene.helpers[0].email, text).len();
    assert_eq!(told("Es wird niemand mehr gebraucht"), 1);
    assert_eq!(told("Bedarf gedeckt"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn at_night_nobody_is_asked_who_did_not_want_it() {
    let scene = Scene::with(2).await;
    let night = serde_json::from_value(json!("2026-12-01T02:00:00+01:00")).unwrap();
    scene.app.clock.set(night);

    let request = scene.alerting(&json!([need(2)])).await;

    assert_eq!(scene.states(&request).await, [""; 0]);
    scene.after(4 * 3_600).await;
    assert_eq!(scene.states(&request).await, ["sent"; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_own_provider_of_a_town_is_asked_beside_the_first_wave_for_twenty_minutes() {
    let mut scene = Scene::with(3).await;
    let provider = organisation().with("serves", json!([{"ags": TOWN}]));
    let provider = provider.save(&scene.app).await;
    for number in 0..2 {
        let email = format!("heimat{number}@example.org");
        let identity = json!({"given_name": "Erika", "family_name": "Mustermann", "email": email, "phone": "030 23125009"});
        let id = expert(provider).with("identity", identity);
        let id = id.save(&scene.app).await;
        scene.helpers.push(Helper {
            id,
            email,
            employer: provider,
        });
    }

    let request = scene.alerting(&json!([one_need()])).await;

    let shown = scene.show(&request).await;
    let alerts = shown["alerts"].as_array().unwrap().clone();
    let of_wave = |wave: u64| alerts.iter().filter(move |alert| alert["wave"] == wave);
    assert_eq!((of_wave(0).count(), of_wave(1).count()), (2, 3));
    let own: Vec<_> = scene.helpers[3..]
        .iter()
        .map(|one| one.id.to_string())
        .collect();
    for alert in of_wave(0) {
        assert!(own.iter().any(|id| alert["expert_id"] == *id));
    }
    scene.after(1_200).await;
    let states = scene.states(&request).await;
    let expired = states.iter().filter(|state| *state == "expired");
    assert_eq!(expired.count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_took_back_that_they_may_be_asked_is_not_asked() {
    let scene = Scene::with(1).await;
    let helper = &scene.helpers[0];
    let house = (Role::Expert, Some(helper.employer));
    let (account, email) = scene.app.account_with_password(house.0, house.1).await;
    let linked = kataster::experts::link_account(&scene.app.state.db, helper.id, account);
    linked.await.unwrap();
    let session = scene.app.begin_session(&email).await;
    for what in ["geben", "widerrufen"] {
        let form = [("zweck", "alerts"), ("was", what)];
        let sent = scene.app.submit("/einwilligungen", &session, &form).await;
        sent.expect(303);
        let now = scene.app.state.db.clock().now();
        scene.app.clock.set(now.plus_seconds(1));
    }

    let request = scene.alerting(&json!([one_need()])).await;

    assert_eq!(scene.states(&request).await, [""; 0]);
}
