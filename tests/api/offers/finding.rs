//! Who finds which offers, and what they see of them.

use kataster::access::Role;
use kataster::accounts::Allowances;
use kataster::clock::Instant;
use serde_json::{Value, json};

use super::{PATH, at, ids, listed, workplaces};
use crate::support::{TestApp, expert, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn others_see_neither_the_house_nor_its_place() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let id = workplaces(house).save(&app, &manager).await;

    let other = organisation().with("name", "Anderes").save(&app).await;
    for role in [Role::Requester, Role::MemberManager] {
        let token = app.sign_in(role, Some(other)).await;
        let list = app.get(PATH, &token).await.expect(200);
        let one = app.get(&at(&id), &token).await.expect(200);

        assert_eq!(list.json()["items"], json!([one.json()]), "{role:?}");
        let offer = one.json();
        assert_eq!(offer["employer"], json!({"kind": "it_provider"}));
        assert_eq!(offer["region"], json!({"land": "de"}));
        assert_eq!(offer["quantity"], 12);
        for told in ["Musterland", "15082", &house.to_string(), "created_at"] {
            assert!(!list.text.contains(told), "{role:?} sees {told}");
        }
    }
    let own = app.get(PATH, &manager).await.expect(200).json();
    assert_eq!(own["items"][0]["organisation_id"], json!(house));
    // Whoever may read every organisation can ask the house.
    for role in [Role::Coordinator, Role::Vetter, Role::Admin] {
        let token = app.sign_in(role, None).await;
        let offer = app.get(&at(&id), &token).await.expect(200).json();

        assert_eq!(offer["organisation_id"], json!(house), "{role:?}");
        assert_eq!(offer.get("place"), None, "{role:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_land_is_named_where_a_card_names_it() {
    let app = TestApp::new().await;
    let mut houses = Vec::new();
    for (name, place) in [("A", "15082180"), ("B", "15002000"), ("C", "15003000")] {
        let house = organisation().with("name", format!("Rechenzentrum {name}"));
        houses.push(house.with("place", place).save(&app).await);
    }
    let manager = app.sign_in(Role::MemberManager, Some(houses[0])).await;
    workplaces(houses[0]).save(&app, &manager).await;
    let requester = app.sign_in(Role::Coordinator, None).await;
    let masks = || async {
        app.settle().await;
        let offers = app.get(PATH, &requester).await.expect(200).json();
        let cards = app
            .get("/api/v1/experts", &requester)
            .await
            .expect(200)
            .json();
        let mask = |list: &Value| {
            let item = &list["items"][0];
            (item["employer"].clone(), item["region"].clone())
        };
        (mask(&offers), mask(&cards))
    };
    expert(houses[0]).capacity(2).save(&app).await;
    let (offer, card) = masks().await;
    assert_eq!(offer, card);
    assert_eq!(offer.0.get("land"), None);

    for number in 0..9 {
        expert(houses[number % 3]).capacity(2).save(&app).await;
    }

    let (offer, card) = masks().await;
    assert_eq!(offer, card);
    assert_eq!(offer.0["land"], "15");
    assert_eq!(offer.1["land"], "15");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_ends_with_its_last_day_to_the_second() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    // Winter time: the day ends in Berlin an hour before it does in UTC.
    let id = workplaces(house)
        .with("valid_until", "2026-11-30")
        .save(&app, &manager)
        .await;
    let requester = app.sign_in(Role::Coordinator, None).await;
    let end: Instant = serde_json::from_value(json!("2026-11-30T23:00:00Z")).unwrap();

    app.clock.set(Instant::from_micros(end.as_micros() - 1));
    assert_eq!(listed(&app, &requester, "").await, [id.as_str()]);
    app.clock.set(end);

    assert_eq!(listed(&app, &requester, "").await, [""; 0]);
    app.get(&at(&id), &requester).await.expect(404);
    let own = app.get(&at(&id), &manager).await.expect(200).json();
    assert_eq!(
        (&own["state"], &own["found"]),
        (&json!("published"), &json!(false))
    );
    let patch = json!({"quantity": 2});
    app.patch(&at(&id), &manager, "\"1\"", &patch)
        .await
        .expect(200);
    let longer = json!({"valid_until": "2026-12-01"});
    app.patch(&at(&id), &manager, "\"2\"", &longer)
        .await
        .expect(200);
    assert_eq!(listed(&app, &requester, "").await, [id.as_str()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_whose_day_is_past_is_withdrawn_but_not_published() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let id = workplaces(house)
        .with("valid_until", "2026-11-24")
        .save(&app, &manager)
        .await;
    app.move_days(5);

    app.patch(&at(&id), &manager, "\"1\"", &json!({"state": "withdrawn"}))
        .await
        .expect(200);

    let again = app
        .patch(&at(&id), &manager, "\"2\"", &json!({"state": "published"}))
        .await
        .expect(422);
    assert_eq!(again.pointers(), ["/valid_until"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_that_is_struck_or_left_shows_nothing() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let admin = app.sign_in(Role::Admin, None).await;
    let id = workplaces(house).save(&app, &manager).await;
    let organisation = format!("/api/v1/organisations/{house}");
    let switch = format!("{organisation}/struck");

    app.post(&switch, &manager, &json!({"struck": true}))
        .await
        .expect(200);
    assert_eq!(listed(&app, &admin, "").await, [""; 0]);
    app.get(&at(&id), &admin).await.expect(404);
    assert_eq!(listed(&app, &manager, "scope=own").await, [id.as_str()]);
    app.post(&switch, &manager, &json!({"struck": false}))
        .await
        .expect(200);
    assert_eq!(listed(&app, &admin, "").await, [id.as_str()]);

    let etag = app.get(&organisation, &admin).await.expect(200).etag();
    let left = json!({"member_until": "2026-11-24"});
    app.patch(&organisation, &admin, &etag, &left)
        .await
        .expect(200);
    assert_eq!(listed(&app, &admin, "").await, [id.as_str()]);
    app.move_days(2);
    assert_eq!(listed(&app, &admin, "").await, [""; 0]);
    let own = app.get(&at(&id), &manager).await.expect(200);
    assert_eq!(own.json()["found"], false);
    let withdrawn = json!({"state": "withdrawn"});
    app.patch(&at(&id), &manager, "\"1\"", &withdrawn)
        .await
        .expect(200);
    app.patch(&at(&id), &manager, "\"2\"", &json!({"state": "published"}))
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_are_or_inside_and_and_between() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let requester = app.sign_in(Role::Coordinator, None).await;
    let desks = workplaces(house).save(&app, &manager).await;
    let team = workplaces(house).of("team_package").with(
        "skills",
        json!([{"id": "procedure:wohngeld", "level": 3}, {"id": "product:veeam", "level": 2}]),
    );
    let team = team
        .with("title", json!({"de": "Ein Team für Sozialleistungen"}))
        .save(&app, &manager)
        .await;
    let procedure = workplaces(house)
        .of("procedure")
        .with(
            "title",
            json!({"de": "Einwohnermeldewesen, geführt für Sie"}),
        )
        .save(&app, &manager)
        .await;

    for (query, found) in [
        ("", vec![&procedure, &team, &desks]),
        ("kind=workplaces", vec![&desks]),
        ("kind=workplaces&kind=team_package", vec![&team, &desks]),
        ("kind=devices", vec![]),
        ("procedure=procedure:meldewesen", vec![&procedure]),
        ("procedure=procedure:wohngeld", vec![&team]),
        (
            "procedure=procedure:wohngeld&procedure=procedure:meldewesen",
            vec![&procedure, &team],
        ),
        ("procedure=procedure:wohngeld&kind=procedure", vec![]),
        ("q=zwoelf+TELEFON", vec![&desks]),
        ("q=desks", vec![&desks]),
        ("q=veeam", vec![&team]),
        ("q=zwölf+veeam", vec![]),
        ("land=de", vec![&procedure, &team, &desks]),
    ] {
        assert_eq!(
            listed(&app, &requester, query)
                .await
                .iter()
                .collect::<Vec<_>>(),
            found,
            "{query}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn parameters_that_mean_nothing_are_named() {
    let app = TestApp::new().await;
    let requester = app.sign_in(Role::Coordinator, None).await;

    for (query, pointer) in [
        ("kind=spaceship", "kind[0]"),
        ("procedure=product:veeam", "procedure"),
        ("land=99", "land"),
        ("near=15", "near"),
        ("near=99999999", "near"),
        ("radius_km=50", "radius_km"),
        ("near=15082180&radius_km=24", "radius_km"),
        ("near=15082180&radius_km=-5", "radius_km"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("cursor=exp_1", "cursor"),
        ("q=%F0%9F%92%BE&wer=ich", "wer"),
        ("scope=own", "scope"),
    ] {
        let answer = app.get(&format!("{PATH}?{query}"), &requester).await;
        assert_eq!(answer.expect(422).pointers(), [pointer], "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_come_so_far_is_left_out_and_distances_are_steps() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let requester = app.sign_in(Role::Coordinator, None).await;
    let stays = workplaces(house).save(&app, &manager).await;
    let comes = workplaces(house)
        .with("reach", "radius")
        .with("radius_km", 100)
        .save(&app, &manager)
        .await;
    let everywhere = workplaces(house)
        .with("reach", "nationwide")
        .save(&app, &manager)
        .await;

    // Köthen itself, Magdeburg about 50 km away, Munich.
    for (near, found) in [
        ("near=15082180", vec![&everywhere, &comes, &stays]),
        ("near=15003000", vec![&everywhere, &comes, &stays]),
        ("near=15003000&radius_km=25", vec![&everywhere, &comes]),
        ("near=09162000", vec![&everywhere, &stays]),
        ("near=09162000&radius_km=25", vec![&everywhere]),
    ] {
        let answer = app.get(&format!("{PATH}?{near}"), &requester).await;
        let answer = answer.expect(200);
        assert_eq!(ids(&answer).iter().collect::<Vec<_>>(), found, "{near}");
        for item in answer.json()["items"].as_array().unwrap() {
            let km = item["distance_km"].as_u64().unwrap();
            assert!(km >= 10 && km % 10 == 0, "{km}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn places_asked_for_are_counted_as_in_a_search() {
    let app = TestApp::with_allowances(Allowances::new(10_000, 2)).await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    workplaces(house).save(&app, &manager).await;
    let requester = app.sign_in(Role::Requester, Some(house)).await;
    let ask = |place: &str| format!("{PATH}?near={place}");

    app.get("/api/v1/experts?near=15082180", &requester)
        .await
        .expect(200);
    app.get(&ask("15003000"), &requester).await.expect(200);
    app.get(&ask("15082180"), &requester).await.expect(200);

    app.get(&ask("09162000"), &requester).await.expect(429);
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    for place in ["15003000", "15082180", "09162000"] {
        app.get(&ask(place), &coordinator).await.expect(200);
    }
    let own = format!("{}&scope=own", ask("09162000"));
    app.get(&ask("15003000"), &manager).await.expect(200);
    app.get(&ask("15082180"), &manager).await.expect(200);
    app.get(&own, &manager).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_is_paged_without_gaps_or_repetitions() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let mut entered = Vec::new();
    for _ in 0..5 {
        entered.push(workplaces(house).save(&app, &manager).await);
    }
    entered.reverse();

    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let answer = app
            .get(&format!("{PATH}?limit=2{cursor}"), &manager)
            .await
            .expect(200);
        seen.extend(ids(&answer));
        match answer.json()["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }

    assert_eq!(seen, entered);
}
