//! What a requester cannot learn of single people from `POST /matches`, by one answer or by comparing two.

use kataster::access::Role;
use kataster::ids::ExpertId;
use serde_json::{Value, json};

use crate::support::{TestApp, expert, organisation};

const PLACE: &str = "15082180";

async fn requester(app: &TestApp) -> String {
    let town = organisation()
        .with("kind", "municipality")
        .with("name", "Stadt Zerbst")
        .with("place", "15001000")
        .save(app)
        .await;
    app.sign_in(Role::Requester, Some(town)).await
}

fn backup(place: &str) -> Value {
    json!({
        "municipality": place, "symptom": "files-encrypted",
        "needs": [{
            "label": "Datensicherung",
            "skills": [{"id": "domain:backup-restore", "min_level": 3, "required": true}],
        }],
    })
}

async fn answer(app: &TestApp, token: &str, ask: &Value) -> Value {
    let generation = app.state.db.generation().await.unwrap();
    let path = format!("/api/v1/matches?min_generation={generation}");
    app.post(&path, token, ask).await.expect(200).json()
}

fn candidates(answer: &Value) -> Vec<&Value> {
    let candidates = answer["needs"][0]["candidates"].as_array().unwrap();
    candidates
        .iter()
        .map(|found| &found["expert"]["id"])
        .collect()
}

/// Reasons with how many.
fn excluded(answer: &Value) -> Vec<(&Value, &Value)> {
    let excluded = answer["needs"][0]["excluded"].as_array().unwrap();
    excluded
        .iter()
        .map(|found| (&found["reason"], &found["count"]))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn naming_who_is_struck_tells_nobodys_employer() {
    let app = TestApp::new().await;
    let provider = organisation().save(&app).await;
    let other = organisation().with("name", "Anderes").save(&app).await;
    expert(provider).save(&app).await;
    expert(other).save(&app).await;
    let token = requester(&app).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let mut naming = backup(PLACE);
    naming["struck_organisations"] = json!([provider]);

    let before = answer(&app, &token, &backup(PLACE)).await;
    let after = answer(&app, &token, &naming).await;
    let all = answer(&app, &coordinator, &naming).await;

    assert_eq!(before["needs"], after["needs"]);
    assert_eq!(before["team"]["members"], after["team"]["members"]);
    assert_eq!(after["set_aside"], json!(["struck_organisations"]));
    let note = after["team"]["note"]["de"].as_str().unwrap();
    assert!(note.contains("prüft die Koordinierungsstelle"), "{note}");
    assert_eq!(all["needs"][0]["eligible"], 1);
    assert_eq!(all["set_aside"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_for_a_clearance_tells_nobodys_clearance() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    expert(employer)
        .with("clearance", json!({"level": 2}))
        .save(&app)
        .await;
    expert(employer).save(&app).await;
    let token = requester(&app).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let mut cleared = backup(PLACE);
    cleared["needs"][0]["clearance"] = json!("u2");

    let before = answer(&app, &token, &backup(PLACE)).await;
    let after = answer(&app, &token, &cleared).await;
    let all = answer(&app, &coordinator, &cleared).await;

    assert_eq!(before["needs"], after["needs"]);
    assert_eq!(after["set_aside"], json!(["clearance"]));
    assert_eq!(candidates(&all).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_for_longer_and_longer_tells_nobodys_quota() {
    let app = TestApp::new().await;
    let employer = organisation()
        .with("yearly_person_days", 10)
        .save(&app)
        .await;
    expert(employer).save(&app).await;
    let token = requester(&app).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let mut long = backup(PLACE);
    long["days"] = json!(14);

    let short = answer(&app, &token, &backup(PLACE)).await;
    let longer = answer(&app, &token, &long).await;
    let exact = answer(&app, &coordinator, &long).await;

    assert_eq!(short["needs"], longer["needs"]);
    assert_eq!(candidates(&longer).len(), 1);
    assert_eq!(excluded(&exact), [(&json!("QUOTA"), &json!(1))]);
}

/// Whoever asks for each day by itself gets the same answer for a whole week, away or not.
#[tokio::test(flavor = "multi_thread")]
async fn asking_for_single_days_tells_nobodys_absence() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    // Away on Wednesday and Thursday of a week that is still to come.
    let away = json!([{"first_day": "2026-12-09", "last_day": "2026-12-10"}]);
    expert(employer)
        .with("availability", json!({"state": "now", "absences": away}))
        .save(&app)
        .await;
    let token = requester(&app).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let mut masked = Vec::new();
    let mut exact = Vec::new();

    for day in 8..=11 {
        let mut ask = backup(PLACE);
        (ask["from"], ask["days"]) = (json!(format!("2026-12-{day:02}T08:00:00+01:00")), json!(1));
        masked.push(answer(&app, &token, &ask).await);
        exact.push(answer(&app, &coordinator, &ask).await["needs"][0]["eligible"].clone());
    }

    assert_eq!(exact, [1, 0, 0, 1], "the coordination");
    for answer in &masked {
        assert_eq!(answer["needs"], masked[0]["needs"]);
        assert_eq!(answer["set_aside"], json!(["period"]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_for_another_town_does_not_tell_who_works_there() {
    let app = TestApp::new().await;
    let town = organisation()
        .with("kind", "municipality")
        .with("name", "Stadt Köthen")
        .save(&app)
        .await;
    let id: ExpertId = expert(town).save(&app).await;
    let token = requester(&app).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;

    for (place, found_by_coordination) in [(PLACE, 0), ("15082015", 1)] {
        let answer_to_town = answer(&app, &token, &backup(place)).await;
        let answer_to_all = answer(&app, &coordinator, &backup(place)).await;

        assert_eq!(candidates(&answer_to_town), [&json!(id)], "{place}");
        assert_eq!(candidates(&answer_to_all).len(), found_by_coordination);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_from_each_land_does_not_tell_the_land_behind_a_group() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    expert(employer).save(&app).await;
    let token = requester(&app).await;
    let coordinator = app.sign_in(Role::Coordinator, None).await;
    let mut seen: Vec<(Value, Value)> = Vec::new();

    for place in ["15082", "05315"] {
        let legal = |answer: &Value| {
            let factors = &answer["needs"][0]["candidates"][0]["factors"];
            let mut factors = factors.as_array().unwrap().iter();
            let legal = factors.find(|factor| factor["id"] == "legal").unwrap();
            (legal["value"].clone(), legal["text"]["de"].clone())
        };
        let mut ask = backup(place);
        ask["needs"][0]["mode"] = json!("remote");
        let here = answer(&app, &token, &ask).await;
        let there = answer(&app, &coordinator, &ask).await;
        assert_eq!(
            here["needs"][0]["candidates"][0]["expert"]["region"]["land"],
            "de"
        );
        seen.push(legal(&here));
        seen.push(legal(&there));
    }

    assert_eq!(seen[0], seen[2], "a requester");
    assert_eq!(seen[0].1, "Gleiche Ländergruppe");
    assert_ne!(seen[1], seen[3], "the coordination");
}

/// Too far away, absent, not able, or without the language: to a requester a single entry looks the same.
#[tokio::test(flavor = "multi_thread")]
async fn why_a_single_entry_does_not_fit_is_not_told() {
    let kinds = [
        ("TRAVEL", json!({"mode": "on_site", "radius_km": 0})),
        ("WINDOW", json!({"availability": {"state": "none"}})),
        (
            "LEVEL",
            json!({"skills": [{"id": "domain:backup-restore", "level": 1}]}),
        ),
        (
            "LANGUAGE",
            json!({"languages": [{"id": "en", "cefr": "C1"}]}),
        ),
    ];
    for (rule, fields) in kinds {
        let app = TestApp::new().await;
        let employer = organisation().save(&app).await;
        let mut entry = expert(employer);
        for (name, value) in fields.as_object().unwrap() {
            entry = entry.with(name, value.clone());
        }
        entry.save(&app).await;
        let token = requester(&app).await;
        let coordinator = app.sign_in(Role::Coordinator, None).await;

        let masked = answer(&app, &token, &backup("05315")).await;
        let exact = answer(&app, &coordinator, &backup("05315")).await;

        let need = &masked["needs"][0];
        assert_eq!(
            excluded(&masked),
            [(&json!("OTHER"), &json!(null))],
            "{rule}"
        );
        assert_eq!(
            need["funnel"]["de"], "Alle Bedingungen erfüllen: 0.",
            "{rule}"
        );
        let relaxation = need["relaxation"]["de"].as_str().unwrap_or_default();
        assert!(!relaxation.contains('1'), "{rule}: {relaxation}");
        assert_eq!(excluded(&exact), [(&json!(rule), &json!(1))]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn from_three_on_what_stands_on_cards_is_counted_and_drafts_never_are() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    for _ in 0..3 {
        expert(employer)
            .with(
                "skills",
                json!([{"id": "domain:backup-restore", "level": 1}]),
            )
            .save(&app)
            .await;
    }
    expert(employer).save(&app).await;
    expert(employer).draft(&app).await;
    let token = requester(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;

    for token in [&token, &manager] {
        let answer = answer(&app, token, &backup(PLACE)).await;

        assert_eq!(excluded(&answer), [(&json!("LEVEL"), &json!(3))]);
        assert_eq!(
            answer["needs"][0]["funnel"]["de"],
            "Von 4 sichtbaren Einträgen erfüllen 1 alle Bedingungen."
        );
    }
}
