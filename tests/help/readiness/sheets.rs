//! The sheet for who arrives.

use kataster::entity::arrival_sheet;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::{Case, sheet};
use crate::emergency::recorded;

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_is_read_by_who_comes_and_without_numbers_by_who_sends_them() {
    let case = Case::committed().await;
    let empty = case.app().get(&case.sheet(), &case.town).await.expect(200);
    assert_eq!(empty.etag(), "\"0\"");
    let saved = case.save(&case.town, "\"0\"", &sheet()).await.expect(200);
    assert_eq!(saved.etag(), "\"1\"");

    for token in [&case.town, &case.desk, &case.expert] {
        let seen = case
            .app()
            .get(&case.sheet(), token)
            .await
            .expect(200)
            .json();
        assert_eq!(seen["texts"]["lead_phone"], "+491719990001");
        assert_eq!(seen["texts"]["entrance"], "Haus B 🏛️");
        assert_eq!(seen["own_tools"], false);
        assert_eq!(seen["changed_as"], "town");
        assert_eq!(seen["private_numbers"], true);
    }
    let house = case.app().get(&case.sheet(), &case.employer).await;
    let house = house.expect(200).json();
    assert_eq!(house["texts"]["lead_phone"], "");
    assert_eq!(house["texts"]["stop_phone"], "+491719990002");
    assert_eq!(house["private_numbers"], false);
    case.app()
        .get(&case.sheet(), &case.stranger)
        .await
        .expect(404);
    let read = recorded(case.app(), "incident.arrival_sheet_read").await;
    let mut sides: Vec<_> = read
        .iter()
        .map(|entry| entry["details"]["as"].as_str().unwrap())
        .collect();
    sides.sort_unstable();
    assert_eq!(sides, ["coordinator", "employer", "expert"]);
    let changed = recorded(case.app(), "incident.arrival_sheet_changed").await;
    let record = json!(changed).to_string();
    assert!(record.contains("lead_phone") && !record.contains("Quastenflosser"));
    let rows = arrival_sheet::Entity::find();
    let rows = rows.all(case.app().state.db.reader()).await.unwrap();
    let is_readable = |sealed: &[u8]| sealed.windows(8).any(|part| part == b"Xylofani");
    assert!(rows.len() == 1 && !is_readable(&rows[0].sealed));
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_police_investigates_who_sends_somebody_reads_of_the_sheet_how_to_arrive_alone() {
    let case = Case::committed().await;
    let kept = ["police", "isolation", "backups", "insurer"];
    let mut full = sheet();
    for about in kept {
        full["texts"][about] = json!("Zwiebelfisch");
    }
    case.save(&case.town, "\"0\"", &full).await.expect(200);
    case.scene.hold(&case.incident, &case.town).await;

    let house = case.app().get(&case.sheet(), &case.employer).await;
    let house = house.expect(200);
    assert!(!house.text.contains("Zwiebelfisch"), "{}", house.text);
    assert_eq!(house.json()["texts"]["entrance"], "Haus B 🏛️");
    for token in [&case.town, &case.desk, &case.expert] {
        let seen = case.app().get(&case.sheet(), token).await.expect(200);
        let texts = &seen.json()["texts"];
        assert!(kept.iter().all(|about| texts[about] == "Zwiebelfisch"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_who_was_not_genuine_whoever_helped_reads_no_sheet() {
    let case = Case::committed().await;
    case.save(&case.town, "\"0\"", &sheet()).await.expect(200);
    case.step("start").await;
    let helpers = [&case.expert, &case.employer];
    for token in helpers {
        case.app().get(&case.sheet(), token).await.expect(200);
    }

    case.close("not_genuine").await;

    for token in helpers {
        case.app().get(&case.sheet(), token).await.expect(404);
    }
    case.app().get(&case.sheet(), &case.desk).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reads_the_sheet_before_they_are_committed_and_helpers_never_write_it() {
    let case = Case::proposed().await;
    case.save(&case.town, "\"0\"", &sheet()).await.expect(200);

    for token in [&case.expert, &case.employer, &case.stranger] {
        case.app().get(&case.sheet(), token).await.expect(404);
    }
    for (token, status) in [
        (&case.expert, 403),
        (&case.employer, 403),
        (&case.stranger, 404),
    ] {
        case.save(token, "\"1\"", &sheet()).await.expect(status);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_of_two_who_save_at_once_reads_again() {
    let case = Case::committed().await;
    case.save(&case.town, "\"0\"", &sheet()).await.expect(200);

    case.save(&case.desk, "\"0\"", &sheet()).await.expect(412);

    let path = case.sheet();
    case.app()
        .put(&path, &case.desk, &sheet())
        .await
        .expect(428);
    case.save(&case.desk, "\"1\"", &sheet()).await.expect(200);
    case.close("done").await;
    case.save(&case.desk, "\"2\"", &sheet()).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_in_a_sheet_is_said_at_its_field() {
    let case = Case::committed().await;
    let wrong = |texts: Value| json!({"texts": texts});

    let phone = wrong(json!({"lead_phone": "rufen Sie an"}));
    let refused = case.save(&case.town, "\"0\"", &phone).await.expect(422);
    assert_eq!(refused.pointers(), ["/texts/lead_phone"]);
    let secret = wrong(json!({"internet": "WLAN-Passwort: Sommer"}));
    let refused = case.save(&case.town, "\"0\"", &secret).await.expect(422);
    assert_eq!(refused.json()["errors"][0]["code"], "credentials");
    let long = wrong(json!({"parking": "🅿️".repeat(600)}));
    let refused = case.save(&case.town, "\"0\"", &long).await.expect(422);
    assert_eq!(refused.pointers(), ["/texts/parking"]);
    let huge = wrong(json!({"parking": "x".repeat(10 * 1024 * 1024)}));
    case.save(&case.town, "\"0\"", &huge).await.expect(413);
    let mut sure = secret;
    sure["no_credentials"] = json!(true);
    case.save(&case.town, "\"0\"", &sure).await.expect(200);
}
