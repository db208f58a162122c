//! A house answers, a town uses what was promised, and gives it back.

use kataster::access::Role;
use serde_json::{Value, json};

use super::{Lender, REQUESTS, codes, elsewhere};

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_is_asked_for_promised_used_made_longer_and_given_back() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let wanted = json!({"quantity": 10, "days": 5, "message": "Bitte mit Telefon."});

    let asked = lender.ask(&town, &incident, wanted).await;

    let asked = asked.expect(201).json();
    let id = asked["id"].as_str().unwrap();
    assert_eq!(asked["state"], "asked");
    assert_eq!(asked["cost_terms"], "extra_costs");
    assert_eq!(asked["cost_note"]["de"], "nur Transport");
    assert_eq!(asked["provider_id"], Value::Null);
    let letters = scene.letters(&lender.manager_mail, "/organisation/angebote/anfragen");
    assert_eq!(letters.len(), 1);
    assert!(!letters[0].contains("Anhalt") && !letters[0].contains("Telefon"));
    let seen = lender.show(&lender.manager, id).await;
    assert_eq!(seen["district"], "Landkreis Anhalt-Bitterfeld");
    assert_eq!(seen["message"], "Bitte mit Telefon.");
    for hidden in ["incident_id", "requester_id"] {
        assert_eq!(seen[hidden], Value::Null, "{hidden}");
    }

    let less = json!({"decision": "accept", "quantity": 8, "estimate": "etwa 300 Euro"});
    let agreed = lender.act(&lender.manager, (id, "answer"), less).await;
    let agreed = agreed.expect(200).json();
    assert_eq!(
        (&agreed["state"], &agreed["quantity"]),
        (&json!("agreed"), &json!(8))
    );
    assert_eq!(agreed["incident_id"], json!(incident));
    let seen = lender.show(&town, id).await;
    assert_eq!(seen["estimate"], "etwa 300 Euro");
    assert_eq!(seen["provider_id"], json!(lender.house));

    lender
        .act(&town, (id, "start"), json!({}))
        .await
        .expect(409);
    scene.after(4 * 3_600).await;
    let started = lender.act(&town, (id, "start"), json!({})).await;
    assert_eq!(started.expect(200).json()["state"], "running");
    let wants = lender.act(&town, (id, "extend"), json!({"days": 3})).await;
    assert_eq!(wants.expect(200).json()["more_days"], 3);
    let yes = json!({"decision": "accept", "reason": "gern"});
    let longer = lender.act(&lender.manager, (id, "answer"), yes).await;
    let longer = longer.expect(200).json();
    assert_eq!(longer["more_days"], Value::Null);
    assert_eq!(longer["estimate"], "etwa 300 Euro");
    scene.after(6 * 86_400).await;
    assert_eq!(lender.state(id).await, "running");
    scene.after(2 * 86_400).await;
    assert_eq!(lender.state(id).await, "ended");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_towns_that_are_promised_the_last_piece_exactly_one_gets_it() {
    let lender = Lender::with(1).await;
    let (here, _) = lender.scene.incident().await;
    let there = elsewhere(&lender.scene).await;
    let (first, second) = (lender.asked(&here, 1).await, lender.asked(&there, 1).await);

    let accept = json!({"decision": "accept"});
    let app = &lender.scene.app;
    let [one, other] = [&first, &second].map(|id| format!("{REQUESTS}/{id}/answer"));
    let (one, other) = tokio::join!(
        app.post(&one, &lender.manager, &accept),
        app.post(&other, &lender.manager, &accept)
    );

    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let mut states = [lender.state(&first).await, lender.state(&second).await];
    states.sort_by_key(ToString::to_string);
    assert_eq!(states, ["agreed", "asked"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_promised_is_not_offered_again_until_it_is_given_back() {
    let lender = Lender::with(12).await;
    let (here, _) = lender.scene.incident().await;
    let there = elsewhere(&lender.scene).await;
    let id = lender.asked(&here, 8).await;
    lender.answer(&id, "accept").await.expect(200);
    let desk = lender.scene.coordinator.clone();

    let all = lender.ask(&desk, &there, json!({"quantity": 5})).await;
    assert_eq!(
        codes(all),
        [("/quantity".to_owned(), "promised".to_owned())]
    );
    let left = lender.ask(&desk, &there, json!({})).await;
    assert_eq!(left.expect(201).json()["quantity"], 4);
    let ended = lender.act(&lender.manager, (&id, "end"), json!({})).await;
    assert_eq!(ended.expect(200).json()["state"], "cancelled");

    let again = lender.ask(&desk, &here, json!({"quantity": 12})).await;
    again.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_that_does_not_answer_in_time_is_asked_no_more() {
    let lender = Lender::with(12).await;
    let (incident, _) = lender.scene.incident().await;
    let id = lender.asked(&incident, 12).await;

    lender.scene.after(3_599).await;
    assert_eq!(lender.state(&id).await, "asked");
    lender.scene.after(1).await;

    assert_eq!(lender.state(&id).await, "lapsed");
    lender.answer(&id, "accept").await.expect(409);
    lender.asked(&incident, 12).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_takes_back_what_it_asked_and_what_was_promised() {
    let lender = Lender::with(12).await;
    let (incident, _) = lender.scene.incident().await;
    let town = lender.scene.town(&incident).await;
    let id = lender.asked(&incident, 12).await;
    let twice = lender.ask(&town, &incident, json!({})).await;
    twice.expect(409);

    let back = lender.act(&town, (&id, "withdraw"), json!({})).await;

    assert_eq!(back.expect(200).json()["state"], "withdrawn");
    lender.answer(&id, "accept").await.expect(409);
    let over = "ist beendet";
    assert_eq!(lender.scene.letters(&lender.manager_mail, over).len(), 1);
    let id = lender.asked(&incident, 12).await;
    lender.answer(&id, "accept").await.expect(200);
    let back = lender.act(&town, (&id, "withdraw"), json!({})).await;
    assert_eq!(back.expect(200).json()["state"], "cancelled");
    lender
        .act(&town, (&id, "withdraw"), json!({}))
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_days_are_asked_for_and_not_beyond_what_the_offer_allows() {
    let lender = Lender::with(12).await;
    let (incident, _) = lender.scene.incident().await;
    let town = lender.scene.town(&incident).await;
    let id = lender.asked(&incident, 12).await;
    lender
        .act(&town, (&id, "extend"), json!({"days": 1}))
        .await
        .expect(409);
    lender.answer(&id, "accept").await.expect(200);

    let many = lender
        .act(&town, (&id, "extend"), json!({"days": 54}))
        .await;
    assert_eq!(codes(many), [("/days".to_owned(), "range".to_owned())]);
    let extend = json!({"days": 53});
    lender
        .act(&town, (&id, "extend"), extend.clone())
        .await
        .expect(200);
    lender
        .act(&town, (&id, "extend"), extend.clone())
        .await
        .expect(409);
    let refused = lender.answer(&id, "refuse").await.expect(200).json();
    assert_eq!(
        (&refused["state"], &refused["more_days"]),
        (&json!("agreed"), &Value::Null)
    );
    lender.act(&town, (&id, "extend"), extend).await.expect(200);
    lender.scene.after(3_600).await;

    assert_eq!(lender.show(&town, &id).await["more_days"], Value::Null);
    assert_eq!(lender.state(&id).await, "agreed");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_days_that_are_refused_are_no_new_promise() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let id = lender.asked(&incident, 12).await;
    let helped = scene.town_id(&incident).await;
    let (_, mail) = scene
        .app
        .account_with_password(Role::Requester, Some(helped))
        .await;
    lender.answer(&id, "accept").await.expect(200);
    assert_eq!(scene.letters(&mail, "zugesagt").len(), 1);
    let more = json!({"days": 3});
    lender.act(&town, (&id, "extend"), more).await.expect(200);

    lender.answer(&id, "refuse").await.expect(200);

    assert_eq!(scene.letters(&mail, "zugesagt").len(), 1);
    assert_eq!(scene.letters(&mail, "Neues").len(), 1);
}
