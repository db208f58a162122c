//! `/verwaltung/gebiete`, and what a new territorial state means for those entered under old keys.

use std::sync::Arc;

use kataster::access::Role;
use kataster::db::Actor;
use kataster::entity::{reference_edition, region, region_import};
use kataster::reference::{self, Choices, Living, Order, Outcome, Part, PlacesError};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use serde_json::json;

use super::{admin, recorded};
use crate::emergency::{issue, redeem};
use crate::support::{Gazetteer, TestApp, expert, next_quarter, organisation};

const PAGE: &str = "/verwaltung/gebiete";
const DAY: &str = "2026-09-30";

/// The successors as they are proposed.
const RIGHT: [(&str, &str); 5] = [
    ("nach-16067011", "16068099 Döllstädt"),
    ("nach-16067036", "16067092"),
    ("nach-16067052", "Nessegrund"),
    ("nach-16067055", "16067099 Nessegrund"),
    ("nach-16067082", "nessegrund"),
];

async fn send(app: &TestApp, cookie: &str, bytes: &[u8]) -> crate::support::Answer {
    app.upload(PAGE, ("cookie", cookie), &[], ("file", bytes))
        .await
}

fn right() -> Choices {
    let pairs = [
        ("16067011", "16068099"),
        ("16067036", "16067092"),
        ("16067052", "16067099"),
        ("16067055", "16067099"),
        ("16067082", "16067099"),
    ];
    let key = |text: &str| text.parse().unwrap();
    pairs.map(|(gone, next)| (key(gone), key(next))).into()
}

fn order(gazetteer: &Gazetteer, is_forced: bool) -> Order {
    Order {
        bytes: gazetteer.text().into_bytes(),
        choices: right(),
        is_forced,
    }
}

async fn apply(app: &TestApp, order: Order) -> Result<Outcome, PlacesError> {
    reference::apply_official(&app.state.db, Actor::Operator, order).await
}

/// How many keys are out of use in the database.
async fn retired(app: &TestApp) -> usize {
    let rows = region::Entity::find()
        .all(app.state.db.reader())
        .await
        .unwrap();
    rows.iter().filter(|row| row.successor.is_some()).count()
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::too_many_lines, reason = "the whole way of a file")]
async fn a_file_is_compared_completed_and_taken_over_and_old_keys_lead_on() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let town = organisation()
        .with("kind", "municipality")
        .with("name", "Gemeinde Zimmernsupra")
        .with("legal_form", "territorial_authority")
        .with("place", "16067082")
        .with("member", false)
        .save(&app)
        .await;
    let house = organisation()
        .with("place", "16067029")
        .with("serves", json!([{ "ags": "16067082" }]))
        .save(&app)
        .await;
    let entry = expert(house).with("base", "16067011").save(&app).await;
    let (_, codes) = issue(&app, "16067082").await;
    let other = Living::new(app.state.living.now());

    let sent = send(&app, &keeper, next_quarter(DAY).text().as_bytes())
        .await
        .expect(303);
    let path = sent.location().to_owned();
    let page = app.page(&path, &keeper).await.expect(200).text;

    for part in [
        "Gebietsstand 30. September 2026 übernehmen",
        "2 neue Orte",
        "Ein Ort heißt anders",
        "5 Orte fallen weg",
        "16067067: Tonna heißt jetzt Bad Tonna",
        "value=\"16068099 Döllstädt\"",
        "value=\"16067092 Georgenthal\"",
        "value=\"16067099 Nessegrund\"",
        "Vorschlag: einziger neuer Ort im selben Gemeindeverband",
        "Nachfolger von Zimmernsupra, Landkreis Gotha (16067082)",
    ] {
        assert!(page.contains(part), "{part}");
    }
    println!("the page has {} bytes", page.len());
    let mut wrong = RIGHT;
    wrong[0].1 = "";
    wrong[1].1 = "Wolkenkuckucksheim";
    wrong[2].1 = "05954036";
    let refused = app.submit(&path, &keeper, &wrong).await.expect(422).text;
    for problem in [
        "Tragen Sie den Nachfolger ein.",
        "Diesen Ort gibt es in der Datei nicht.",
        "im selben Land",
    ] {
        assert!(refused.contains(problem), "{problem}");
    }
    assert!(refused.contains("value=\"Wolkenkuckucksheim\""));
    assert_eq!(retired(&app).await, 0);
    let done = app.submit(&path, &keeper, &RIGHT).await.expect(303);
    assert_eq!(done.location(), PAGE);
    app.settle().await;

    let region = |key: &'static str| {
        let path = format!("/api/v1/regions/{key}");
        let app = &app;
        async move { app.get(&path, "").await.expect(200).json() }
    };
    for old in ["16067052", "16067055", "16067082", "16067099"] {
        let place = region(old).await;
        assert_eq!(place["name"], "Nessegrund", "{old}");
        assert_eq!(place["population"], 1_286);
        assert_eq!(place["position_is_approximate"], true);
        assert_eq!(
            place["postcodes"],
            json!(["99100", "99192", "99869"]),
            "{place}"
        );
    }
    assert_eq!(region("16067011").await["path"][1]["ags"], "16068");
    assert_eq!(region("16067036").await["name"], "Georgenthal");
    assert_eq!(region("16067067").await["name"], "Bad Tonna");
    let shared = region("16067099").await["administration"].clone();
    assert_eq!(shared["name_is_derived"], false, "{shared}");
    let contacts = app
        .get("/api/v1/regions/16067082/contacts", "")
        .await
        .expect(200)
        .json();
    assert!(!contacts["items"].as_array().unwrap().is_empty());
    let found = app
        .get("/api/v1/regions?q=nessegrund", "")
        .await
        .expect(200)
        .json();
    assert_eq!(found["items"][0]["ags"], "16067099");

    // Entries, organisations and cards keep what they are entered under, and count to the place of today.
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let hits = app
        .get("/api/v1/experts?kreis=16068", &coordinator)
        .await
        .expect(200)
        .json();
    assert!(
        hits["items"].to_string().contains(&entry.to_string()),
        "{hits}"
    );
    let hits = app
        .get("/api/v1/experts?kreis=16067", &coordinator)
        .await
        .expect(200)
        .json();
    assert_eq!(hits["total"], 0);
    let shown = app
        .get(&format!("/api/v1/organisations/{town}"), &coordinator)
        .await
        .expect(200)
        .json();
    assert_eq!(
        shown["home_providers"][0]["id"],
        house.to_string(),
        "{shown}"
    );
    redeem(&app, "16067099", &codes[0]).await.expect(201);
    redeem(&app, "16067082", &codes[1]).await.expect(201);
    redeem(&app, "16067091", &codes[2]).await.expect(422);
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let cards = app
        .get("/api/v1/emergency-cards", &manager)
        .await
        .expect(200)
        .json();
    assert_eq!(
        cards["items"][0]["organisation_id"],
        town.to_string(),
        "{cards}"
    );
    let browser = app.browse_as(Role::MemberManager, Some(house)).await;
    let own = app.page("/organisation", &browser).await.expect(200).text;
    assert!(own.contains("Nessegrund"));

    // Every page names the state and the source, and the record the counts.
    let page = app.page(PAGE, &keeper).await.expect(200).text;
    assert!(page.contains("Gebietsstand 30. September 2026") && page.contains("5 alte Schlüssel"));
    let imprint = app.page("/impressum", "").await.expect(200).text;
    assert!(
        imprint.contains("© Statistisches Bundesamt (Destatis)")
            && imprint.contains("Gebietsstand 30.09.2026")
    );
    let status = app.page("/status", "").await.expect(200).text;
    assert!(status.contains("30. September 2026"));
    let record = recorded(&app, "regions.imported").await.remove(0);
    assert_eq!(record["subject"], DAY);
    assert_eq!(
        (&record["details"]["gone"], &record["details"]["new"]),
        (&json!(5), &json!(2))
    );
    other.reload(&app.state.db, &[Part::Regions]).await.unwrap();
    assert_eq!(other.now().regions.today("16067082"), "16067099");
    app.page(&path, &keeper).await.expect(404);

    // The same file again changes nothing.
    let again = send(&app, &keeper, &next_quarter(DAY).windows_1252())
        .await
        .expect(303);
    let path = again.location().to_owned();
    let page = app.page(&path, &keeper).await.expect(200).text;
    assert!(
        page.contains("Kein neuer Ort")
            && page.contains("Kein Ort fällt weg")
            && page.contains("Keine Einwohnerzahl")
    );
    app.submit(&path, &keeper, &[]).await.expect(303);
    assert_eq!(recorded(&app, "regions.imported").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_wrong_cut_off_or_old_is_refused_with_its_reason() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let good = next_quarter(DAY).text();
    let lines: Vec<&str> = good.lines().collect();
    let wrong = async |bytes: &[u8], said: &str| {
        let page = send(&app, &keeper, bytes).await.expect(422).text;
        assert!(page.contains(said), "{said}");
    };

    wrong(b"", "Wählen Sie eine Datei.").await;
    wrong(b"\r\n", "Die Datei ist leer.").await;
    wrong(
        b"PK\x03\x04 a zip",
        "Zeile 1: Sie beginnt mit keiner Satzart",
    )
    .await;
    wrong(
        &good.as_bytes()[..good.len() - 75],
        &format!("Zeile {}: In den Spalten 140", lines.len()),
    )
    .await;
    let half = lines[..lines.len() / 2].join("\n");
    wrong(half.as_bytes(), "In der Datei fehlt").await;
    let twice = format!("{good}{}\n", lines[lines.len() - 1]);
    wrong(twice.as_bytes(), "steht zweimal da").await;
    wrong(
        Gazetteer::shipped("2023-09-30").text().as_bytes(),
        "beschreibt den 30. September 2023",
    )
    .await;

    let kept = region_import::Entity::find()
        .all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(kept.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_waits_a_day_and_can_be_discarded() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let text = next_quarter(DAY).text();
    let first = send(&app, &keeper, text.as_bytes()).await.expect(303);
    app.submit(&format!("{}/verwerfen", first.location()), &keeper, &[])
        .await
        .expect(303);
    app.page(first.location(), &keeper).await.expect(404);
    app.submit(&format!("{}/verwerfen", first.location()), &keeper, &[])
        .await
        .expect(404);
    let second = send(&app, &keeper, text.as_bytes()).await.expect(303);
    app.move_days(2);
    let (_, keeper) = admin(&app).await;

    app.page(second.location(), &keeper).await.expect(404);
    app.submit(second.location(), &keeper, &RIGHT)
        .await
        .expect(404);

    reference::forget_imports(&app.state.db).await.unwrap();
    let kept = region_import::Entity::find()
        .all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!((kept.len(), retired(&app).await), (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_admins_at_once_one_takes_the_file_over() {
    let app = Arc::new(TestApp::new().await);
    let order = order(&next_quarter(DAY), false);

    let (one, other) = tokio::join!(apply(&app, order.clone()), apply(&app, order));

    let applied =
        |outcome: &Result<Outcome, _>| matches!(outcome.as_ref().unwrap(), Outcome::Applied(_));
    assert!(applied(&one) != applied(&other));
    assert_eq!(recorded(&app, "regions.imported").await.len(), 1);
    assert_eq!(retired(&app).await, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_faster_admin_with_another_file_is_noticed() {
    let app = TestApp::new().await;
    let (_, keeper) = admin(&app).await;
    let waiting = next_quarter(DAY).without("16067009");
    let sent = send(&app, &keeper, waiting.text().as_bytes())
        .await
        .expect(303);
    apply(&app, order(&next_quarter("2026-12-31"), false))
        .await
        .unwrap();

    let page = app.page(sent.location(), &keeper).await.expect(409).text;

    assert!(page.contains("beschreibt den 30. September 2026"));
    app.submit(sent.location(), &keeper, &RIGHT)
        .await
        .expect(409);
    assert_eq!(recorded(&app, "regions.imported").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fails_or_is_broken_off_leaves_everything_as_it_was() {
    let app = Arc::new(TestApp::new().await);
    let before = app.state.db.generation().await.unwrap();
    let mut incomplete = order(&next_quarter(DAY), false);
    incomplete.choices.remove(&"16067082".parse().unwrap());

    let error = apply(&app, incomplete).await.unwrap_err();

    assert!(matches!(error, PlacesError::Unsettled(places) if places.len() == 1));
    for millis in [1, 20, 100, 300, 900] {
        let (app, order) = (app.clone(), order(&next_quarter(DAY), false));
        let work = tokio::spawn(async move { apply(&app, order).await });
        tokio::time::sleep(std::time::Duration::from_millis(millis)).await;
        work.abort();
        let _ = work.await;
    }
    let retired = retired(&app).await;
    let generation = app.state.db.generation().await.unwrap();
    assert!(
        (retired, generation) == (0, before) || (retired == 5 && generation > before),
        "{retired}"
    );
    reference::load(&app.state.db).await.unwrap();
    apply(&app, order(&next_quarter(DAY), false)).await.unwrap();
}

/// Starts anew as after an upgrade from another shipped edition.
async fn upgrade(app: &TestApp, from: &str) {
    let txn = app.state.db.begin().await.unwrap();
    let row = reference_edition::ActiveModel {
        part: Set("regions".to_owned()),
        edition: Set(from.to_owned()),
        ..Default::default()
    };
    row.update(txn.connection()).await.unwrap();
    txn.commit().await.unwrap();
    reference::install(&app.state.db).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_that_moved_and_is_renamed_later_keeps_its_one_organisation() {
    let app = TestApp::new().await;
    let town = organisation()
        .with("kind", "municipality")
        .with("name", "Gemeinde Döllstädt")
        .with("legal_form", "territorial_authority")
        .with("place", "16067011");
    let body = town.0.clone();
    town.save(&app).await;
    apply(&app, order(&next_quarter(DAY), false)).await.unwrap();
    let renamed = next_quarter("2026-12-31").renamed("16068099", "Bad Döllstädt");
    apply(&app, order(&renamed, false)).await.unwrap();
    app.settle().await;

    let places = reference::load(&app.state.db).await.unwrap().regions;
    assert_eq!(places.of_one_place("16068099"), ["16068099", "16067011"]);
    let (_, keeper) = app.account(Role::Admin, None).await;
    for place in ["16068099", "16067011"] {
        let mut again = body.clone();
        again["place"] = place.into();
        app.post("/api/v1/organisations", &keeper, &again)
            .await
            .expect(409);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upgrade_leaves_places_alone_that_a_file_brought() {
    let app = TestApp::new().await;
    apply(&app, order(&next_quarter(DAY), false)).await.unwrap();

    upgrade(&app, "2022-12-31.1").await;

    let places = reference::load(&app.state.db).await.unwrap().regions;
    assert_eq!(places.today("16067082"), "16067099");
    assert_eq!(places.edition().unwrap().state().to_string(), DAY);
    let older = apply(&app, order(&next_quarter("2023-06-30"), false))
        .await
        .unwrap_err();
    assert!(matches!(older, PlacesError::Older { .. }));
    let forced = apply(&app, order(&next_quarter("2023-06-30"), true))
        .await
        .unwrap();
    assert!(matches!(forced, Outcome::Applied(_)));

    upgrade(&app, "2022-12-31.1").await;

    let places = reference::load(&app.state.db).await.unwrap().regions;
    let edition = places.edition().unwrap();
    assert_eq!(
        (edition.state().to_string().as_str(), edition.is_official()),
        ("2023-06-30", true)
    );
    assert_eq!(places.today("16067082"), "16067099");
    assert_eq!(places.today("16067011"), "16068099", "it lives once");
}
