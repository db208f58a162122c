//! A further card needs two people.

use kataster::access::Role;
use serde_json::json;

use super::{
    CARDS, TOWN, issue, issued, manager, provider, reason, recorded, redeem, requester, town,
};
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn one_asks_another_confirms_and_the_old_codes_die() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let (id, old) = issue(&app, TOWN).await;
    let own = requester(&app, house).await;
    let theirs = manager(&app, provider(&[TOWN]).save(&app).await).await;
    let path = format!("{CARDS}/{id}/replacement");

    let asked = app.post(&path, &own, &json!({})).await.expect(201);
    assert_eq!(asked.json()["replacement"]["asked_by_caller"], true);
    redeem(&app, TOWN, &old[0]).await.expect(201);
    let answer = app
        .post(&format!("{path}/confirm"), &theirs, &json!({}))
        .await
        .expect(201);

    let (new_id, new) = issued(&answer);
    assert_eq!(answer.json()["card"]["number"], "15082180-2");
    assert_eq!(
        reason(&redeem(&app, TOWN, &old[1]).await.expect(422)),
        "refused"
    );
    redeem(&app, TOWN, &new[0]).await.expect(201);
    let before = app
        .get(&format!("{CARDS}/{id}"), &own)
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&before["state"], &before["codes_left"]),
        (&json!("replaced"), &json!(0))
    );
    let listed = app.get(CARDS, &own).await.expect(200).json();
    assert_eq!(listed["items"][0]["id"], new_id);
    assert_eq!(
        recorded(&app, "emergency_card.replacement_asked")
            .await
            .len(),
        1
    );
    let replaced = recorded(&app, "emergency_card.replaced").await;
    assert_ne!(replaced[0]["actor"], replaced[0]["details"]["asked_by"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asked_does_not_confirm_whatever_roles_they_have() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let (id, codes) = issue(&app, TOWN).await;
    let both = app
        .sign_in_as(&[(Role::Requester, Some(house)), (Role::Coordinator, None)])
        .await;
    let path = format!("{CARDS}/{id}/replacement");

    app.post(&path, &both, &json!({})).await.expect(201);
    app.post(&format!("{path}/confirm"), &both, &json!({}))
        .await
        .expect(409);

    redeem(&app, TOWN, &codes[0]).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_confirms_what_nobody_asked_for_within_a_day() {
    let app = TestApp::new().await;
    let (id, _) = issue(&app, TOWN).await;
    let one = app.sign_in(Role::Coordinator, None).await;
    let other = app.sign_in(Role::Admin, None).await;
    let path = format!("{CARDS}/{id}/replacement");

    app.post(&format!("{path}/confirm"), &other, &json!({}))
        .await
        .expect(409);
    app.post(&path, &one, &json!({})).await.expect(201);
    app.post(&path, &other, &json!({})).await.expect(409);
    app.move_days(1);
    app.post(&format!("{path}/confirm"), &other, &json!({}))
        .await
        .expect(409);

    app.post(&path, &other, &json!({})).await.expect(201);
    app.post(&format!("{path}/confirm"), &one, &json!({}))
        .await
        .expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_confirm_at_once_one_gets_the_codes() {
    let app = TestApp::new().await;
    let (id, _) = issue(&app, TOWN).await;
    let one = app.sign_in(Role::Coordinator, None).await;
    let other = app.sign_in(Role::Admin, None).await;
    let path = format!("{CARDS}/{id}/replacement");
    app.post(&path, &one, &json!({})).await.expect(201);
    let (confirm, body) = (format!("{path}/confirm"), json!({}));

    let answers =
        futures_util::future::join_all((0..20).map(|_| app.post(&confirm, &other, &body))).await;

    assert_eq!(
        answers.iter().filter(|answer| answer.status == 201).count(),
        1
    );
    assert_eq!(
        answers.iter().filter(|answer| answer.status == 409).count(),
        19
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replaced_card_is_neither_revoked_nor_replaced_again() {
    let app = TestApp::new().await;
    let (id, _) = issue(&app, TOWN).await;
    let one = app.sign_in(Role::Coordinator, None).await;
    let other = app.sign_in(Role::Admin, None).await;
    let path = format!("{CARDS}/{id}/replacement");
    app.post(&path, &one, &json!({})).await.expect(201);
    app.post(&format!("{path}/confirm"), &other, &json!({}))
        .await
        .expect(201);

    app.post(&path, &one, &json!({})).await.expect(409);
    app.post(&format!("{path}/confirm"), &other, &json!({}))
        .await
        .expect(409);
    app.post(&format!("{CARDS}/{id}/revoke"), &one, &json!({}))
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_card_is_replaced_by_two_people_too() {
    let app = TestApp::new().await;
    let (id, _) = issue(&app, TOWN).await;
    let one = app.sign_in(Role::Coordinator, None).await;
    let other = app.sign_in(Role::Admin, None).await;
    app.post(&format!("{CARDS}/{id}/revoke"), &one, &json!({}))
        .await
        .expect(200);
    let path = format!("{CARDS}/{id}/replacement");

    app.post(&path, &one, &json!({})).await.expect(201);
    app.post(&format!("{path}/confirm"), &one, &json!({}))
        .await
        .expect(409);
    let answer = app
        .post(&format!("{path}/confirm"), &other, &json!({}))
        .await
        .expect(201);

    redeem(&app, TOWN, &issued(&answer).1[9]).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_asked_for_who_is_gone_is_asked_for_anew() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let (id, codes) = issue(&app, TOWN).await;
    let (gone, first) = app.account(Role::Coordinator, None).await;
    let own = requester(&app, house).await;
    let theirs = manager(&app, provider(&[TOWN]).save(&app).await).await;
    let path = format!("{CARDS}/{id}/replacement");
    app.post(&path, &first, &json!({})).await.expect(201);

    crate::pages::accounts::take_role(&app, gone, "coordinator").await;

    app.post(&format!("{path}/confirm"), &own, &json!({}))
        .await
        .expect(409);
    let shown = app.get(&format!("{CARDS}/{id}"), &own).await.expect(200);
    assert!(shown.json()["replacement"].is_null());
    redeem(&app, TOWN, &codes[0]).await.expect(201);
    app.post(&path, &own, &json!({})).await.expect(201);
    app.post(&format!("{path}/confirm"), &theirs, &json!({}))
        .await
        .expect(201);
}
