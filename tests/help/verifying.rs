//! Whoever asks proves who they are, and the end.

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use serde_json::json;

use super::{INCIDENTS, SCOPES, ask, new_incident, unverified};
use crate::emergency::recorded;
use crate::support::TestApp;
use crate::support::organisation;

#[tokio::test(flavor = "multi_thread")]
async fn the_word_of_a_call_back_verifies_once() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let (id, word) = unverified(&app).await;
    let path = format!("{INCIDENTS}/{id}/verify");
    let right = json!({"method": "call_back", "code_word": word.to_uppercase()});

    let verified = app.post(&path, &coordinator, &right).await.expect(200);

    let verified = verified.json();
    assert_eq!(
        (&verified["state"], &verified["verification"]),
        (&json!("verified"), &json!("call_back"))
    );
    // The town had no organisation before.
    assert!(verified["organisation_id"].is_string());
    app.post(&path, &coordinator, &right).await.expect(409);
    assert_eq!(recorded(&app, "incident.verified").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_five_wrong_words_the_right_one_proves_nothing() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let (id, word) = unverified(&app).await;
    let path = format!("{INCIDENTS}/{id}/verify");
    let said = |word: &str| json!({"method": "call_back", "code_word": word});

    for _ in 0..5 {
        let wrong = app.post(&path, &coordinator, &said("falsch")).await;
        assert_eq!(wrong.expect(422).pointers(), ["/code_word"]);
    }
    app.post(&path, &coordinator, &said(&word))
        .await
        .expect(409);

    let vouched = json!({"method": "known_person", "reason": "Stimme des Leiters der IT erkannt"});
    app.post(&path, &coordinator, &vouched).await.expect(200);
    let town = organisation().save(&app).await;
    let revealing = app.sign_in_scoped(town, &SCOPES).await;
    let contact = app
        .get(&format!("{INCIDENTS}/{id}/contact"), &revealing)
        .await;
    assert_eq!(
        contact.expect(200).json()["vouched"],
        "Stimme des Leiters der IT erkannt"
    );
    assert_eq!(
        recorded(&app, "incident.verification_failed").await.len(),
        6
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verification_says_how() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let (id, word) = unverified(&app).await;
    let path = format!("{INCIDENTS}/{id}/verify");

    for (body, pointer) in [
        (json!({"method": "call_back"}), "/code_word"),
        (json!({"method": "known_person"}), "/reason"),
        (json!({"method": "known_person", "reason": "x"}), "/reason"),
        (json!({"method": "guess"}), "/method"),
        (
            json!({"method": "call_back", "code_word": word, "municipality": "99999"}),
            "/municipality",
        ),
    ] {
        let answer = app.post(&path, &coordinator, &body).await.expect(422);
        assert_eq!(answer.pointers(), [pointer]);
    }
    let right = json!({"method": "call_back", "code_word": word});
    app.post(&path, &coordinator, &right).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_incident_is_closed_once_and_verified_no_more() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let (id, word) = unverified(&app).await;
    let path = format!("{INCIDENTS}/{id}");
    let done = json!({"reason": "duplicate"});

    let closed = app
        .post(&format!("{path}/close"), &coordinator, &done)
        .await
        .expect(200)
        .json();

    assert_eq!(
        (&closed["state"], &closed["closed_as"]),
        (&json!("closed"), &json!("duplicate"))
    );
    app.post(&format!("{path}/close"), &coordinator, &done)
        .await
        .expect(409);
    let right = json!({"method": "call_back", "code_word": word});
    app.post(&format!("{path}/verify"), &coordinator, &right)
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_verify_at_once_one_does() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let (id, word) = unverified(&app).await;
    let path = format!("{INCIDENTS}/{id}/verify");
    let right = json!({"method": "call_back", "code_word": word});

    let all = (0..8).map(|_| app.post(&path, &coordinator, &right));
    let answers = futures_util::future::join_all(all).await;
    let mut answers: Vec<_> = answers
        .iter()
        .map(|answer| answer.status.as_u16())
        .collect();
    answers.sort_unstable();

    assert_eq!(answers[0], 200);
    assert!(
        answers[1..]
            .iter()
            .all(|status| matches!(status, 409 | 422)),
        "{answers:?}"
    );
    assert_eq!(recorded(&app, "incident.verified").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_goes_on_and_keeps_to_its_state() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let mut ids = Vec::new();
    for _ in 0..3 {
        let asked = ask(&app, &new_incident()).await.expect(201).json();
        ids.push(asked["id"].clone());
    }

    let first = app.get(&format!("{INCIDENTS}?limit=2"), &coordinator).await;
    let first = first.expect(200).json();
    let cursor = first["next_cursor"].as_str().unwrap();
    let rest = app
        .get(
            &format!("{INCIDENTS}?limit=2&cursor={cursor}&state=unverified"),
            &coordinator,
        )
        .await
        .expect(200)
        .json();

    let of = |page: &serde_json::Value| {
        let items = page["items"].as_array().unwrap().iter();
        items.map(|item| item["id"].clone()).collect::<Vec<_>>()
    };
    // Asked in one instant, so in any order, but each once.
    let mut listed = [of(&first), of(&rest)].concat();
    listed.sort_by_key(ToString::to_string);
    ids.sort_by_key(ToString::to_string);
    assert_eq!(listed, ids);
    assert!(rest["next_cursor"].is_null());
    let none = app
        .get(&format!("{INCIDENTS}?state=closed"), &coordinator)
        .await;
    assert_eq!(none.expect(200).json()["items"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_the_desk_takes_it_and_another_may_take_it_over() {
    let app = TestApp::new().await;
    let first = app.sign_in(Role::Coordinator, None).await;
    let second = app.sign_in(Role::Coordinator, None).await;
    let (id, _) = unverified(&app).await;
    let path = format!("{INCIDENTS}/{id}");
    let take = format!("{path}/take");
    let nothing = json!({});
    assert!(app.get(&path, &first).await.expect(200).json()["taken_at"].is_null());

    app.post(&take, &first, &nothing).await.expect(200);
    let over = app.post(&take, &second, &nothing).await.expect(200).json();

    assert!(over["taken_at"].is_string());
    let record = recorded(&app, "incident.taken").await;
    assert_eq!(record.len(), 2);
    assert_eq!(record[0]["details"]["from"], record[1]["actor"]);
    let done = json!({"reason": "done"});
    app.post(&format!("{path}/close"), &first, &done)
        .await
        .expect(200);
    app.post(&take, &first, &nothing).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_take_it_at_once_the_second_is_told() {
    let app = TestApp::new().await;
    let first = app.sign_in(Role::Coordinator, None).await;
    let second = app.sign_in(Role::Coordinator, None).await;
    let (id, _) = unverified(&app).await;
    let path = format!("{INCIDENTS}/{id}");
    let seen = app.get(&path, &first).await.expect(200).etag();
    let take = async |token: &str| {
        let headers = HashMap::from([("if-match", seen.as_str())]);
        let path = format!("{path}/take");
        app.write(Method::POST, &path, token, &headers, &json!({}))
            .await
    };

    take(&first).await.expect(200);
    take(&second).await.expect(412);
    // A double click takes nothing over.
    take(&first).await.expect(200);

    assert_eq!(recorded(&app, "incident.taken").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tap_that_verifies_asks_people_where_it_is_told_to() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let made = async || {
        let (made, begun) = ("help_request.created", "help_request.begun");
        [
            recorded(&app, made).await.len(),
            recorded(&app, begun).await.len(),
        ]
    };
    let verify = async |begin: bool| {
        let (id, word) = unverified(&app).await;
        let path = format!("{INCIDENTS}/{id}/verify");
        let mut body = json!({"method": "call_back", "code_word": word});
        if begin {
            body["begin"] = json!(true);
        }
        let verified = app.post(&path, &coordinator, &body).await.expect(200);
        assert_eq!(verified.json()["state"], "verified");
    };

    verify(false).await;
    assert_eq!(made().await, [0, 0]);
    verify(true).await;
    assert_eq!(made().await, [1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn which_number_was_called_is_on_record_and_another_one_has_a_reason() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    for (number, reason, status) in [
        ("registered", None, 200),
        ("other", None, 422),
        ("other", Some("Anschluss der Leitstelle"), 200),
        ("guessed", None, 422),
    ] {
        let (id, word) = unverified(&app).await;
        let path = format!("{INCIDENTS}/{id}/verify");
        let mut body = json!({"method": "call_back", "code_word": word, "number": number});
        if let Some(reason) = reason {
            body["reason"] = json!(reason);
        }
        let answer = app.post(&path, &coordinator, &body).await.expect(status);
        if number == "other" && status == 422 {
            assert_eq!(answer.pointers(), ["/reason"]);
        }
    }

    let record = recorded(&app, "incident.verified").await;
    let mut numbers: Vec<_> = record
        .iter()
        .map(|entry| entry["details"]["number"].as_str().unwrap())
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, ["other", "registered"]);
    // Why may name people: it is sealed with the incident.
    assert!(!json!(record).to_string().contains("Leitstelle"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_that_shares_its_administration_belongs_to_that() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let mut body = new_incident();
    // Nastätten, of the Verbandsgemeinde Nastätten.
    body["municipality"] = json!("07141092");
    let mut organisations = Vec::new();
    for _ in 0..2 {
        let asked = ask(&app, &body).await.expect(201).json();
        let path = format!("{INCIDENTS}/{}/verify", asked["id"].as_str().unwrap());
        let known = json!({"method": "known_person", "reason": "Stimme erkannt"});
        let verified = app.post(&path, &coordinator, &known).await.expect(200);
        organisations.push(
            verified.json()["organisation_id"]
                .as_str()
                .unwrap()
                .to_owned(),
        );
    }

    assert_eq!(organisations[0], organisations[1]);
    let path = format!("/api/v1/organisations/{}", organisations[0]);
    let organisation = app.get(&path, &coordinator).await.expect(200).json();
    assert_eq!(organisation["kind"], "municipal_association");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_incidents_of_a_town_are_verified_at_once() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let paths = [unverified(&app).await, unverified(&app).await]
        .map(|(id, _)| format!("{INCIDENTS}/{id}/verify"));
    let known = json!({"method": "known_person", "reason": "Stimme erkannt"});

    let both = paths
        .iter()
        .map(|path| app.post(path, &coordinator, &known));
    let both = futures_util::future::join_all(both).await;

    // Who loses the race for the town's organisation tries again; nothing is stored that cannot be read.
    for (answer, path) in both.iter().zip(&paths) {
        match answer.status.as_u16() {
            200 => {}
            503 => _ = app.post(path, &coordinator, &known).await.expect(200),
            other => panic!("{other}"),
        }
    }
    let listed = app.get(INCIDENTS, &coordinator).await.expect(200).json();
    assert_eq!(
        listed["items"][0]["organisation_id"],
        listed["items"][1]["organisation_id"]
    );
}
