//! Who issues, sees and revokes cards.

use std::collections::{HashMap, HashSet};

use axum::http::Method;
use kataster::access::Role;
use serde_json::json;

use super::{
    CARDS, TOWN, issue, issued, manager, new_card, provider, reason, recorded, redeem, requester,
    town,
};
use crate::support::{TestApp, district, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn a_card_has_ten_codes_that_are_shown_once() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let own = requester(&app, house).await;

    let answer = app.post(CARDS, &own, &new_card(TOWN)).await.expect(201);

    let (id, codes) = issued(&answer);
    assert_eq!(codes.iter().collect::<HashSet<_>>().len(), 10);
    let card = app.get(&format!("{CARDS}/{id}"), &own).await.expect(200);
    let json = card.json();
    assert_eq!(json["number"], "15082180-1");
    assert_eq!(
        (&json["codes_left"], &json["state"], &json["issued_as"]),
        (&json!(10), &json!("issued"), &json!("own"))
    );
    assert_eq!(
        (&json["conditions_version"], &json["accepted_on"]),
        (&json!(1), &json!("2026-11-20"))
    );
    assert!(
        codes.iter().all(|code| !card.text.contains(code)),
        "{}",
        card.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_request_is_the_same_card_and_does_not_show_its_codes_again() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let headers = HashMap::from([("idempotency-key", "k1")]);
    let body = new_card(TOWN);
    let send = || app.write(Method::POST, CARDS, &coordinator, &headers, &body);

    let first = send().await.expect(201);
    let again = send().await.expect(201);
    let other = app
        .write(
            Method::POST,
            CARDS,
            &coordinator,
            &headers,
            &new_card("15082"),
        )
        .await;

    assert_eq!(first.json()["card"]["id"], again.json()["card"]["id"]);
    assert_eq!(again.json()["codes"], json!(null));
    assert_eq!(other.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_without_an_organisation_gets_one_with_its_card() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;

    for (place, name) in [
        (TOWN, "Stadt Köthen (Anhalt)"),
        ("15082", "Landkreis Anhalt-Bitterfeld"),
    ] {
        let answer = app
            .post(CARDS, &coordinator, &new_card(place))
            .await
            .expect(201);

        assert_eq!(answer.json()["card"]["place"], place);
        assert!(
            answer.json()["card"]["municipality"]
                .as_str()
                .unwrap()
                .contains(name.split(' ').next_back().unwrap())
        );
        assert_eq!(answer.json()["card"]["issued_as"], "office");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_administration_has_a_card_for_all_its_members() {
    let app = TestApp::new().await;
    let shared = app.state.reference.regions.administrations()[0].clone();

    let (_, codes) = issue(&app, shared.key.as_str()).await;

    redeem(&app, shared.members[1].as_str(), &codes[0])
        .await
        .expect(201);
    redeem(&app, shared.key.as_str(), &codes[1])
        .await
        .expect(201);
    let elsewhere = redeem(&app, "01001000", &codes[2]).await.expect(422);
    assert_eq!(reason(&elsewhere), "refused");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_administration_gets_no_card() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;

    for place in ["15000000", "99999", "abcdefgh", "999999999"] {
        let answer = app
            .post(CARDS, &coordinator, &new_card(place))
            .await
            .expect(422);
        assert_eq!(answer.pointers(), ["/place"], "{place}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_card_is_not_issued_by_one_person() {
    let app = TestApp::new().await;
    let (id, _) = issue(&app, TOWN).await;
    let admin = app.sign_in(Role::Admin, None).await;

    app.post(CARDS, &admin, &new_card(TOWN)).await.expect(409);
    app.post(&format!("{CARDS}/{id}/revoke"), &admin, &json!({}))
        .await
        .expect(200);

    app.post(CARDS, &admin, &new_card(TOWN)).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_issue_the_first_card_at_once_one_does() {
    let app = TestApp::new().await;
    let house = town().save(&app).await;
    let own = requester(&app, house).await;
    let body = new_card(TOWN);

    let answers =
        futures_util::future::join_all((0..20).map(|_| app.post(CARDS, &own, &body))).await;

    let made = answers.iter().filter(|answer| answer.status == 201).count();
    let refused = answers.iter().filter(|answer| answer.status == 409).count();
    assert_eq!((made, refused), (1, 19));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_current_conditions_signed_by_somebody_until_today_are_accepted() {
    let app = TestApp::new().await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let mut body = new_card(TOWN);
    body["acceptance"]["conditions_version"] = json!(2);
    body["acceptance"]["accepted_on"] = json!("2026-11-24");
    body["acceptance"]["signatory"]["name"] = json!("   ");

    let answer = app.post(CARDS, &coordinator, &body).await.expect(422);

    let expected = [
        "/acceptance/conditions_version",
        "/acceptance/accepted_on",
        "/acceptance/signatory/name",
    ];
    assert_eq!(answer.pointers(), expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn issuing_records_who_and_what_was_accepted_but_not_by_whom() {
    let app = TestApp::new().await;
    let (id, codes) = issue(&app, TOWN).await;

    let cards = recorded(&app, "emergency_card.issued").await;
    let accepted = recorded(&app, "conditions.accepted").await;

    assert_eq!(cards[0]["subject"], id);
    assert_eq!(
        accepted[0]["details"],
        json!({"version": 1, "accepted_on": "2026-11-20"})
    );
    let auditor = app.sign_in(Role::Auditor, None).await;
    let record = app
        .get("/api/v1/audit?limit=100", &auditor)
        .await
        .expect(200)
        .text;
    for secret in codes
        .iter()
        .map(String::as_str)
        .chain(["Quastenflosser", "Zwiebelfisch"])
    {
        assert!(!record.contains(secret), "{secret}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_acts_for_the_towns_it_serves_and_no_longer_than_it_does() {
    let app = TestApp::new().await;
    let house = provider(&["15082"]).save(&app).await;
    let theirs = manager(&app, house).await;
    let admin = app.sign_in(Role::Admin, None).await;

    let answer = app.post(CARDS, &theirs, &new_card(TOWN)).await.expect(201);
    let (id, _) = issued(&answer);
    assert_eq!(answer.json()["card"]["issued_as"], "provider");
    let path = format!("{CARDS}/{id}");
    app.get(&path, &theirs).await.expect(200);
    assert_eq!(
        app.get(CARDS, &theirs).await.expect(200).json()["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );

    app.patch(
        &format!("/api/v1/organisations/{house}"),
        &admin,
        "\"1\"",
        &json!({"serves": []}),
    )
    .await
    .expect(200);

    app.get(&path, &theirs).await.expect(404);
    app.post(&format!("{path}/revoke"), &theirs, &json!({}))
        .await
        .expect(404);
    app.post(&format!("{path}/replacement"), &theirs, &json!({}))
        .await
        .expect(404);
    app.post(&format!("{path}/replacement/confirm"), &theirs, &json!({}))
        .await
        .expect(404);
    assert_eq!(
        app.get(CARDS, &theirs).await.expect(200).json()["items"],
        json!([])
    );
    let refused = app
        .post(CARDS, &theirs, &new_card("15082"))
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/place"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_town_and_its_provider_cannot_tell_that_a_card_exists() {
    let app = TestApp::new().await;
    let (id, _) = issue(&app, TOWN).await;
    let kreis = requester(&app, district().save(&app).await).await;
    let foreign = provider(&["01001"]).save(&app).await;
    let foreign = manager(&app, foreign).await;
    let path = format!("{CARDS}/{id}");

    for token in [&kreis, &foreign] {
        app.get(&path, token).await.expect(404);
        app.post(&format!("{path}/revoke"), token, &json!({}))
            .await
            .expect(404);
        app.post(&format!("{path}/replacement"), token, &json!({}))
            .await
            .expect(404);
        app.post(&format!("{path}/replacement/confirm"), token, &json!({}))
            .await
            .expect(404);
        assert_eq!(
            app.get(CARDS, token).await.expect(200).json()["items"],
            json!([])
        );
        app.post(CARDS, token, &new_card(TOWN)).await.expect(422);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_requester_does_not_act_for_the_towns_its_house_serves() {
    let app = TestApp::new().await;
    let (id, _) = issue(&app, TOWN).await;
    let house = provider(&[TOWN]).save(&app).await;
    let other = requester(&app, house).await;

    app.get(&format!("{CARDS}/{id}"), &other).await.expect(404);
    app.post(&format!("{CARDS}/{id}/revoke"), &other, &json!({}))
        .await
        .expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_town_its_provider_and_the_offices_revoke_at_once() {
    for who in ["town", "provider", "coordinator", "admin"] {
        let app = TestApp::new().await;
        let house = town().save(&app).await;
        let (id, codes) = issue(&app, TOWN).await;
        let token = match who {
            "town" => requester(&app, house).await,
            "provider" => manager(&app, provider(&[TOWN]).save(&app).await).await,
            "coordinator" => app.sign_in(Role::Coordinator, None).await,
            _ => app.sign_in(Role::Admin, None).await,
        };
        let path = format!("{CARDS}/{id}/revoke");

        let card = app.post(&path, &token, &json!({})).await.expect(200);

        assert_eq!(
            (&card.json()["state"], &card.json()["codes_left"]),
            (&json!("revoked"), &json!(0)),
            "{who}"
        );
        let refused = redeem(&app, TOWN, &codes[0]).await.expect(422);
        assert_eq!(reason(&refused), "refused", "{who}");
        app.post(&path, &token, &json!({})).await.expect(200);
        assert_eq!(
            recorded(&app, "emergency_card.revoked").await.len(),
            1,
            "{who}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_are_listed_by_page_and_found_by_name() {
    let app = TestApp::new().await;
    for place in [TOWN, "15082", "01001000"] {
        issue(&app, place).await;
    }
    let admin = app.sign_in(Role::Admin, None).await;
    let first = app
        .get(&format!("{CARDS}?limit=2"), &admin)
        .await
        .expect(200)
        .json();
    let cursor = first["next_cursor"].as_str().unwrap();

    let second = app
        .get(&format!("{CARDS}?limit=2&cursor={cursor}"), &admin)
        .await
        .expect(200)
        .json();
    let found = app
        .get(&format!("{CARDS}?q=k%C3%B6then"), &admin)
        .await
        .expect(200)
        .json();

    assert_eq!(first["items"].as_array().unwrap().len(), 2);
    assert_eq!(
        (
            second["items"].as_array().unwrap().len(),
            &second["next_cursor"]
        ),
        (1, &json!(null))
    );
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
    app.get(&format!("{CARDS}?cursor=org_1"), &admin)
        .await
        .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_that_is_no_administration_has_no_card() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let own = requester(&app, house).await;

    app.post(CARDS, &own, &new_card(TOWN)).await.expect(422);
    assert_eq!(
        app.get(CARDS, &own).await.expect(200).json()["items"],
        json!([])
    );
}
