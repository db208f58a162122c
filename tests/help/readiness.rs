//! What is settled before the first touch, the sheet for who arrives, and what is handed over.

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use kataster::accounts::{self, TokenTerms};
use kataster::entity::{arrival_sheet, hand_over, readiness_tick};
use kataster::ids::{ExpertId, OrganisationId};
use kataster::incidents;
use kataster::privacy::{Whom, erase_for};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::scene::{Scene, one_need, yes};
use super::{INCIDENTS, SCOPES};
use crate::emergency::recorded;
use crate::support::{Answer, TestApp, organisation};

/// Somebody who helps a town, and everybody who has to do with it.
struct Case {
    scene: Scene,
    incident: String,
    /// `/api/v1/deployments/dep_…`.
    path: String,
    desk: String,
    town: String,
    expert: String,
    employer: String,
    stranger: String,
}

impl Case {
    /// The town has not said yes yet.
    async fn proposed() -> Self {
        let scene = Scene::with(1).await;
        let (incident, _) = scene.incident().await;
        let town = scene.town(&incident).await;
        let (_, id) = scene.promised(&incident, &one_need(), &yes()).await;
        let helper = &scene.helpers[0];
        let app = &scene.app;
        let token = async |role, house: Option<OrganisationId>| {
            app.with_token_scopes((role, house), &SCOPES).await
        };
        let other = organisation().with("place", "15083").save(app).await;
        Self {
            desk: token(Role::Coordinator, None).await,
            expert: person(app, (helper.id, helper.employer)).await,
            employer: token(Role::MemberManager, Some(helper.employer)).await,
            stranger: token(Role::Requester, Some(other)).await,
            path: format!("/api/v1/deployments/{id}"),
            town,
            incident,
            scene,
        }
    }

    /// All are committed.
    async fn committed() -> Self {
        let case = Self::proposed().await;
        let accept = json!({"decision": "accept"});
        let path = format!("{}/acceptance", case.path);
        let accepted = case.app().post(&path, &case.town, &accept).await;
        accepted.expect(200);
        case.scene.run().await;
        case
    }

    fn app(&self) -> &TestApp {
        &self.scene.app
    }

    fn sheet(&self) -> String {
        format!("{INCIDENTS}/{}/arrival-sheet", self.incident)
    }

    async fn tick(&self, token: &str, tick: &str, is_done: bool) -> Answer {
        let path = format!("{}/readiness/{tick}", self.path);
        self.app()
            .put(&path, token, &json!({ "done": is_done }))
            .await
    }

    async fn save(&self, token: &str, etag: &str, body: &Value) -> Answer {
        let headers = HashMap::from([("if-match", etag)]);
        let path = self.sheet();
        self.app()
            .write(Method::PUT, &path, token, &headers, body)
            .await
    }

    async fn hand_over(&self, token: &str, body: &Value) -> Answer {
        let path = format!("{}/hand-over", self.path);
        self.app().post(&path, token, body).await
    }

    async fn handed_over(&self, token: &str) -> Answer {
        let path = format!("{}/hand-over", self.path);
        self.app().get(&path, token).await
    }

    /// The town says that it begins, or that it is over.
    async fn step(&self, what: &str) {
        let path = format!("{}/{what}", self.path);
        let taken = self.app().post(&path, &self.town, &json!({})).await;
        taken.expect(200);
        self.scene.run().await;
    }

    async fn close(&self, reason: &str) {
        self.scene.close(&self.incident, reason).await;
    }
}

/// A token of whoever helps.
async fn person(app: &TestApp, (id, employer): (ExpertId, OrganisationId)) -> String {
    let house = Some(employer);
    let (account, email) = app.account_with_password(Role::Expert, house).await;
    let (db, ring) = (&app.state.db, &app.state.keyring);
    kataster::experts::link_account(db, id, account)
        .await
        .unwrap();
    let terms = TokenTerms {
        label: "test".to_owned(),
        scopes: SCOPES.to_vec(),
        days: 30,
    };
    let token = accounts::issue_token(db, ring, &email.parse().unwrap(), terms).await;
    token.unwrap().reveal()
}

/// A sheet with a number to be hidden.
fn sheet() -> Value {
    json!({
        "texts": {
            "lead_name": "Xylofanie Quastenflosser", "lead_phone": "0171 9990001",
            "entrance": "Haus B 🏛️", "stop_name": "Leitstelle", "stop_phone": "0171 9990002",
        },
        "own_tools": false,
    })
}

fn open(readiness: &Value) -> Vec<String> {
    let ticks = readiness["ticks"].as_array().unwrap().iter();
    let open = ticks.filter(|tick| tick["done"] == false);
    open.map(|tick| tick["id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_see_the_same_seven_ticks_with_open_ones_first() {
    let case = Case::committed().await;

    let ticked = case
        .tick(&case.town, "backups_safe", true)
        .await
        .expect(200);
    case.tick(&case.expert, "written_order", true)
        .await
        .expect(200);

    assert!(ticked.generation() > 0);
    let path = format!("{}/readiness", case.path);
    let seen = case.app().get(&path, &case.expert).await.expect(200).json();
    for token in [&case.town, &case.desk, &case.employer] {
        let other = case.app().get(&path, token).await.expect(200).json();
        assert_eq!(other, seen);
    }
    assert_eq!(seen["open"], 5);
    let ticks = seen["ticks"].as_array().unwrap();
    assert_eq!(ticks.len(), 7);
    assert_eq!(ticks[0]["done"], false);
    let of = |id: &str| ticks.iter().find(|tick| tick["id"] == id).unwrap();
    assert_eq!(of("backups_safe")["side"], "town");
    assert_eq!(of("backups_safe")["scope"], "incident");
    assert_eq!(of("written_order")["side"], "expert");
    assert_eq!(of("written_order")["scope"], "deployment");
    assert!(!seen.to_string().contains("acc_"));
    let record = recorded(case.app(), "deployment.tick_set").await;
    assert_eq!(record.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tick_is_taken_back_and_said_twice_it_is_recorded_once() {
    let case = Case::committed().await;
    for _ in 0..2 {
        case.tick(&case.desk, "who_decides", true).await.expect(200);
    }

    let back = case.tick(&case.town, "who_decides", false).await;

    assert_eq!(open(&back.expect(200).json()).len(), 7);
    case.tick(&case.town, "who_decides", false)
        .await
        .expect(200);
    assert_eq!(recorded(case.app(), "deployment.tick_set").await.len(), 1);
    let taken = recorded(case.app(), "deployment.tick_taken_back").await;
    assert_eq!(taken.len(), 1);
    case.tick(&case.town, "everything", true).await.expect(404);
    let body = json!({"done": true, "by": "Erika"});
    let path = format!("{}/readiness/who_decides", case.path);
    case.app().put(&path, &case.town, &body).await.expect(400);
}

#[tokio::test(flavor = "multi_thread")]
async fn helpers_tick_nothing_before_they_are_committed_and_nobody_after_the_end() {
    let case = Case::proposed().await;
    let path = format!("{}/readiness", case.path);
    for token in [&case.expert, &case.employer, &case.stranger] {
        case.app().get(&path, token).await.expect(404);
        case.tick(token, "written_order", true).await.expect(404);
    }
    case.app().get(&path, &case.town).await.expect(200);

    case.close("done").await;

    case.tick(&case.desk, "written_order", true)
        .await
        .expect(409);
}

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

#[tokio::test(flavor = "multi_thread")]
async fn each_hand_over_is_a_new_version_that_employers_never_see() {
    let case = Case::committed().await;
    let first = json!({"texts": {"state": "Zwei Server laufen 🖥️", "who_knows": "Xylofanie"}});
    let made = case.hand_over(&case.expert, &first).await.expect(201);
    assert!(made.generation() > 0);
    let second = json!({"texts": {"open_points": "Drucker"}});
    case.hand_over(&case.town, &second).await.expect(201);

    for token in [&case.town, &case.desk, &case.expert] {
        let all = case.handed_over(token).await.expect(200).json();
        assert_eq!(all.as_array().unwrap().len(), 2);
        assert_eq!(all[0]["number"], 2);
        assert_eq!(all[0]["written_as"], "town");
        assert_eq!(all[1]["texts"]["state"], "Zwei Server laufen 🖥️");
    }
    for token in [&case.employer, &case.stranger] {
        case.handed_over(token).await.expect(404);
        case.hand_over(token, &first).await.expect(404);
    }
    let record = json!(recorded(case.app(), "deployment.handed_over").await).to_string();
    assert!(!record.contains("Server") && !record.contains("Xylofanie"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_erased_leaves_hand_overs_without_their_words() {
    let case = Case::committed().await;
    let app = case.app();
    case.step("start").await;
    let first = json!({"texts": {"state": "Zwei Server laufen 🖥️", "who_knows": "Xylofanie"}});
    case.hand_over(&case.expert, &first).await.expect(201);
    let second = json!({"texts": {"open_points": "Drucker"}});
    case.hand_over(&case.town, &second).await.expect(201);

    let whom = Whom::Entry(case.scene.helpers[0].id);
    let erased = erase_for(&app.state.db, &app.state.tombstones, whom).await;
    erased.unwrap();
    case.scene.run().await;

    let all = case.handed_over(&case.town).await.expect(200);
    assert!(!all.text.contains("Server") && !all.text.contains("Xylofanie"));
    let all = all.json();
    assert_eq!(all[0]["texts"]["open_points"], "Drucker");
    assert_eq!(all[1]["number"], 1);
    assert_eq!(all[1]["written_as"], "expert");
    let rows = hand_over::Entity::find().all(app.state.db.reader()).await;
    let rows = rows.unwrap();
    assert_eq!(rows.iter().filter(|row| row.sealed.is_empty()).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_and_credentials_are_not_handed_over() {
    let case = Case::committed().await;
    let nothing = json!({"texts": {"state": " "}});
    let refused = case.hand_over(&case.expert, &nothing).await.expect(422);
    assert_eq!(refused.pointers(), ["/texts/state"]);
    let secret = json!({"texts": {"changes": "Kennwort=geheim"}});
    let refused = case.hand_over(&case.expert, &secret).await.expect(422);
    assert_eq!(refused.pointers(), ["/texts/changes"]);
    let huge = json!({"texts": {"state": "x".repeat(10 * 1024 * 1024)}});
    case.hand_over(&case.expert, &huge).await.expect(413);
    assert_eq!(
        case.handed_over(&case.town).await.expect(200).json(),
        json!([])
    );
    // What is left to say is said once the incident is closed, too.
    case.close("done").await;
    let late = json!({"texts": {"state": "fertig"}});
    case.hand_over(&case.desk, &late).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn for_a_week_after_the_end_there_is_time_to_hand_over() {
    let case = Case::committed().await;
    case.step("start").await;
    case.step("end").await;
    let late = json!({"texts": {"state": "fertig"}});
    case.scene.after(7 * 86_400 - 1).await;
    case.hand_over(&case.expert, &late).await.expect(201);

    case.scene.after(1).await;

    case.hand_over(&case.expert, &late).await.expect(404);
    for token in [&case.town, &case.desk] {
        case.hand_over(token, &late).await.expect(409);
        case.handed_over(token).await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hand_over_sent_twice_under_a_key_is_one_version() {
    let case = Case::committed().await;
    let body = json!({"texts": {"state": "fertig"}});
    let headers = HashMap::from([("idempotency-key", "einmal")]);
    let path = format!("{}/hand-over", case.path);
    let send = async |body: &Value| {
        let app = case.app();
        app.write(Method::POST, &path, &case.expert, &headers, body)
            .await
    };

    let first = send(&body).await.expect(201).json();
    let again = send(&body).await.expect(201).json();

    assert_eq!(first, again);
    let other = json!({"texts": {"state": "anders"}});
    send(&other).await.expect(422);
    let all = case.handed_over(&case.town).await.expect(200).json();
    assert_eq!(all.as_array().unwrap().len(), 1);
}

/// Ticks, sheets and hand-overs there are, once what is old was forgotten.
async fn left(case: &Case) -> [u64; 3] {
    let state = &case.app().state;
    incidents::forget_old(&state.db, &state.retention)
        .await
        .unwrap();
    let db = state.db.reader();
    [
        readiness_tick::Entity::find().count(db).await.unwrap(),
        arrival_sheet::Entity::find().count(db).await.unwrap(),
        hand_over::Entity::find().count(db).await.unwrap(),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_go_90_days_after_the_end_and_ticks_with_the_incident() {
    let case = Case::committed().await;
    case.tick(&case.town, "backups_safe", true)
        .await
        .expect(200);
    case.save(&case.town, "\"0\"", &sheet()).await.expect(200);
    let body = json!({"texts": {"state": "fertig"}});
    case.hand_over(&case.expert, &body).await.expect(201);
    case.close("done").await;

    case.app().move_days(89);
    assert_eq!(left(&case).await, [1, 1, 1]);
    case.app().move_days(2);
    assert_eq!(left(&case).await, [1, 0, 0]);
    // Somebody was committed, or was until it was closed: orders are kept six years.
    case.app().move_days(7 * 366);
    assert_eq!(left(&case).await, [0, 0, 0]);
}
