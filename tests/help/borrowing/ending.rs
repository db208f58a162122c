//! How a promise ends: with its incident, and with what is kept of it.

use kataster::entity::offer_request;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;

use super::{Lender, REQUESTS};
use crate::help::scene::{one_need, yes};

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_an_incident_takes_back_what_was_asked_and_a_hoax_what_was_promised() {
    for (reason, then) in [("done", "agreed"), ("not_genuine", "cancelled")] {
        let lender = Lender::with(12).await;
        let (incident, _) = lender.scene.incident().await;
        let promised = lender.asked(&incident, 6).await;
        lender.answer(&promised, "accept").await.expect(200);
        let desk = &lender.scene.coordinator;

        lender.scene.close(&incident, reason).await;
        lender.scene.run().await;

        assert_eq!(lender.state(&promised).await, then, "{reason}");
        lender.ask(desk, &incident, json!({})).await.expect(409);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_not_genuine_sees_no_house_whose_offer_was_used() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let id = lender.asked(&incident, 6).await;
    lender.answer(&id, "accept").await.expect(200);
    scene.after(5 * 3_600).await;
    lender
        .act(&town, (&id, "start"), json!({}))
        .await
        .expect(200);
    let contact = format!("{REQUESTS}/{id}/contact");
    scene.app.get(&contact, &town).await.expect(200);

    scene.close(&incident, "not_genuine").await;
    scene.run().await;

    assert_eq!(lender.state(&id).await, "ended");
    scene.app.get(&contact, &town).await.expect(409);
    scene.app.get(&contact, &lender.manager).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_asked_is_forgotten_with_its_incident() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let id = lender.asked(&incident, 12).await;
    lender.answer(&id, "accept").await.expect(200);
    scene.close(&incident, "done").await;
    scene.run().await;

    scene.forget_after(366).await;

    let left = offer_request::Entity::find();
    let left = left.count(scene.app.state.db.reader()).await.unwrap();
    assert_eq!(left, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_an_order_what_was_promised_stays_and_no_word_of_it() {
    let lender = Lender::with(12).await;
    let (scene, desk) = (&lender.scene, &lender.scene.coordinator);
    let (incident, _) = scene.incident().await;
    let wanted = json!({"quantity": 4, "message": "Bitte mit Telefon."});
    let mut promised = String::new();
    for decision in ["refuse", "accept"] {
        let asked = lender.ask(desk, &incident, wanted.clone()).await;
        let asked = asked.expect(201).json();
        asked["id"].as_str().unwrap().clone_into(&mut promised);
        lender.answer(&promised, decision).await.expect(200);
    }
    let (_, id) = scene.promised(&incident, &one_need(), &yes()).await;
    let accepted = scene.decide(desk, (&id, "acceptance"), "accept").await;
    accepted.expect(200);
    scene.close(&incident, "done").await;
    scene.run().await;

    scene.forget_after(366).await;

    let left = offer_request::Entity::find();
    let left = left.all(scene.app.state.db.reader()).await.unwrap();
    let left = left.iter();
    let left = left.map(|row| (row.id.to_string(), row.message.is_some()));
    assert_eq!(left.collect::<Vec<_>>(), [(promised, false)]);
}
