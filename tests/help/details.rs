//! What is known of an incident, who may know of it, and what is handed over.

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use kataster::entity::{incident_clock, incident_event, incident_note};
use kataster::ids::OrganisationId;
use kataster::incidents;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::{INCIDENTS, TOWN, ask, new_incident, unverified};
use crate::emergency::{issue, provider, recorded, town};
use crate::notifications::choices::{at, letters};
use crate::support::{Answer, MailServer, Organisation, TestApp, organisation};

/// Everybody who may have to do with an incident, each with a token.
struct Cast {
    desk: String,
    town: String,
    stranger: String,
    house: OrganisationId,
    provider: String,
    land: String,
    other_land: String,
    id: String,
    path: String,
}

fn authority(land: &str) -> Organisation {
    organisation()
        .with("kind", "land_authority")
        .with("name", format!("Landesamt {land}"))
        .with("legal_form", "state_authority")
        .with("place", land)
        .with("member", false)
}

/// An incident of the town that nobody verified.
async fn cast(app: &TestApp) -> Cast {
    let own = town().save(app).await;
    let other = organisation().save(app).await;
    let house = provider(&[TOWN]).save(app).await;
    let land = authority("15").save(app).await;
    let other_land = authority("09").save(app).await;
    let (id, _) = unverified(app).await;
    Cast {
        desk: app.sign_in(Role::Coordinator, None).await,
        town: app.sign_in(Role::Requester, Some(own)).await,
        stranger: app.sign_in(Role::Requester, Some(other)).await,
        house,
        provider: app.sign_in(Role::MemberManager, Some(house)).await,
        land: app.sign_in(Role::LandLiaison, Some(land)).await,
        other_land: app.sign_in(Role::LandLiaison, Some(other_land)).await,
        path: format!("{INCIDENTS}/{id}"),
        id,
    }
}

impl Cast {
    async fn verify(&self, app: &TestApp) {
        let known = json!({"method": "known_person", "reason": "Stimme erkannt"});
        app.post(&format!("{}/verify", self.path), &self.desk, &known)
            .await
            .expect(200);
    }

    async fn patch(&self, app: &TestApp, token: &str, body: &Value) -> Answer {
        let etag = app.get(&self.path, &self.desk).await.expect(200).etag();
        app.patch(&self.path, token, &etag, body).await
    }

    /// What a reader is answered at the incident, and whether it is in their list.
    async fn sees(&self, app: &TestApp, token: &str) -> bool {
        let shown = app.get(&self.path, token).await;
        let listed = app.get(INCIDENTS, token).await.expect(200).json();
        let items = listed["items"].as_array().unwrap();
        let is_listed = items.iter().any(|item| item["id"] == self.id.as_str());
        assert_eq!(shown.status == 200, is_listed, "{}", shown.text);
        is_listed
    }

    async fn note(&self, app: &TestApp, token: &str, text: &str) -> Answer {
        let path = format!("{}/notes", self.path);
        app.post(&path, token, &json!({ "text": text })).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_town_and_the_desk_change_what_is_known() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    let first = json!({
        "phase": "emergency", "severity": 4, "systems_down": ["mail", "mail"], "services_down": ["procedure:meldewesen"],
        "tlp": "amber_strict", "measures_taken": " Xylophon gespielt ", "own_contracts": "Quastenflosser GmbH",
        "insurer": {"name": "Zwiebelfisch AG", "policy_number": "CY-4711", "phone": "030 1234567"},
        "land_liaison": false, "personal_data": "yes",
    });

    let changed = cast.patch(&app, &cast.town, &first).await.expect(200);
    let second = json!({"severity": null, "insurer": {"policy_number": null}});
    let again = cast.patch(&app, &cast.desk, &second).await.expect(200);

    let body = changed.json();
    assert_eq!(
        (&body["phase"], &body["severity"], &body["systems_down"]),
        (&json!("emergency"), &json!(4), &json!(["mail"]))
    );
    assert_eq!(
        (&body["tlp"], &body["land_liaison"], &body["personal_data"]),
        (&json!("amber_strict"), &json!(false), &json!("yes"))
    );
    assert!(again.json()["severity"].is_null());
    let details = app.get(&format!("{}/details", cast.path), &cast.town).await;
    assert_eq!(
        details.expect(200).json(),
        json!({
            "measures_taken": "Xylophon gespielt", "own_contracts": "Quastenflosser GmbH",
            "insurer": {"name": "Zwiebelfisch AG", "policy_number": null, "phone": "+49301234567"},
        })
    );
    let record = recorded(&app, "incident.updated").await;
    assert_eq!(record.len(), 2);
    let told = json!(record).to_string();
    assert!(told.contains("measures_taken") && told.contains("emergency"));
    for secret in ["Xylophon", "Zwiebelfisch", "4711", "Quastenflosser"] {
        assert!(
            !told.contains(secret) && !changed.text.contains(secret),
            "{secret}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_changes_it_and_nothing_is_overwritten_unseen() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    cast.verify(&app).await;
    let body = json!({"severity": 5});
    let etag = app.get(&cast.path, &cast.town).await.expect(200).etag();

    for (token, status) in [
        (&cast.stranger, 404),
        (&cast.provider, 403),
        (&cast.land, 403),
    ] {
        cast.patch(&app, token, &body).await.expect(status);
    }
    app.patch(&cast.path, &cast.town, "\"1\"", &body)
        .await
        .expect(412);
    app.write(
        Method::PATCH,
        &cast.path,
        &cast.town,
        &HashMap::new(),
        &body,
    )
    .await
    .expect(428);
    app.patch(&cast.path, &cast.town, &etag, &body)
        .await
        .expect(200);
    app.patch(&cast.path, &cast.desk, &etag, &body)
        .await
        .expect(412);
    let done = json!({"reason": "done"});
    app.post(&format!("{}/close", cast.path), &cast.town, &done)
        .await
        .expect(200);
    cast.patch(&app, &cast.desk, &body).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_valid_is_said_at_its_field() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;

    for (body, pointer) in [
        (json!({"severity": 6}), "/severity"),
        (json!({"tlp": "blue"}), "/tlp"),
        (
            json!({"services_down": ["procedure:zauberei"]}),
            "/services_down/0",
        ),
        (
            json!({"breach_known_at": "2099-01-01T00:00:00Z"}),
            "/breach_known_at",
        ),
        (
            json!({"insurer": {"phone": "030 1234567"}}),
            "/insurer/name",
        ),
        (
            json!({"insurer": {"name": "X", "phone": "kaputt"}}),
            "/insurer/phone",
        ),
        (
            json!({"measures_taken": "x".repeat(4_001)}),
            "/measures_taken",
        ),
    ] {
        let answer = cast.patch(&app, &cast.town, &body).await.expect(422);
        assert_eq!(answer.pointers(), [pointer]);
    }
    cast.patch(&app, &cast.town, &json!({"state": "closed"}))
        .await
        .expect(400);
    assert_eq!(recorded(&app, "incident.updated").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_home_provider_reads_along_once_it_is_verified_and_not_while_it_is_struck() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    let other = provider(&["09162"]).save(&app).await;
    let other = app.sign_in(Role::MemberManager, Some(other)).await;
    let left = provider(&[TOWN]).with("member", false).save(&app).await;
    let left = app.sign_in(Role::MemberManager, Some(left)).await;
    assert!(!cast.sees(&app, &cast.provider).await);

    cast.verify(&app).await;

    assert!(cast.sees(&app, &cast.provider).await);
    assert!(!cast.sees(&app, &other).await);
    assert!(!cast.sees(&app, &left).await);
    let contact = format!("{}/contact", cast.path);
    app.get(&contact, &cast.provider).await.expect(403);
    let struck = format!("/api/v1/organisations/{}/struck", cast.house);
    for (switch, sees) in [(true, false), (false, true)] {
        app.post(&struck, &cast.desk, &json!({ "struck": switch }))
            .await
            .expect(200);
        assert_eq!(cast.sees(&app, &cast.provider).await, sees);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_liaison_of_the_land_reads_along_while_the_town_lets_it() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    // A role of a house that is no authority of a Land opens nothing.
    let none = app.sign_in(Role::LandLiaison, Some(cast.house)).await;
    assert!(!cast.sees(&app, &cast.land).await);

    cast.verify(&app).await;

    assert!(cast.sees(&app, &cast.land).await);
    assert!(!cast.sees(&app, &cast.other_land).await);
    assert!(!cast.sees(&app, &none).await);
    let contact = format!("{}/contact", cast.path);
    app.get(&contact, &cast.land).await.expect(403);
    let closed = json!({"land_liaison": false});
    cast.patch(&app, &cast.town, &closed).await.expect(200);
    assert!(!cast.sees(&app, &cast.land).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn insurance_and_contracts_are_for_the_town_and_the_desk() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    let known = json!({
        "measures_taken": "Netz getrennt", "own_contracts": "Quastenflosser GmbH", "insurer": {"name": "Zwiebelfisch AG"},
    });
    cast.patch(&app, &cast.town, &known).await.expect(200);
    cast.verify(&app).await;
    let path = format!("{}/details", cast.path);

    for (token, is_bound) in [
        (&cast.desk, true),
        (&cast.town, true),
        (&cast.provider, false),
        (&cast.land, false),
    ] {
        let details = app.get(&path, token).await.expect(200).json();
        assert_eq!(details["measures_taken"], "Netz getrennt");
        assert_eq!(details["insurer"].is_object(), is_bound);
        assert_eq!(details["own_contracts"] == "", !is_bound);
    }
    for token in [&cast.stranger, &cast.other_land] {
        app.get(&path, token).await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_police_investigates_provider_and_land_see_only_that_there_is_one() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    cast.verify(&app).await;
    cast.note(&app, &cast.town, "Nur für uns").await.expect(201);
    let hold = json!({"investigation_hold": true, "severity": 3, "systems_down": ["mail"]});
    cast.patch(&app, &cast.town, &hold).await.expect(200);
    let (notes, details) = (
        format!("{}/notes", cast.path),
        format!("{}/details", cast.path),
    );

    for token in [&cast.provider, &cast.land] {
        let shown = app.get(&cast.path, token).await.expect(200).json();
        assert_eq!(
            (&shown["held_back"], &shown["state"], &shown["municipality"]),
            (&json!(true), &json!("verified"), &json!(TOWN))
        );
        assert!(shown["symptom"].is_null() && shown["severity"].is_null());
        assert_eq!(shown["systems_down"], json!([]));
        assert_eq!(shown["clocks"].as_array().unwrap().len(), 1);
        app.get(&notes, token).await.expect(403);
        app.get(&details, token).await.expect(403);
        cast.note(&app, token, "Hallo").await.expect(403);
    }
    for token in [&cast.town, &cast.desk] {
        let shown = app.get(&cast.path, token).await.expect(200).json();
        assert_eq!(
            (&shown["held_back"], &shown["symptom"]),
            (&json!(false), &json!("files-encrypted"))
        );
        let notes = app.get(&notes, token).await.expect(200).json();
        assert_eq!(notes["items"][0]["text"], "Nur für uns");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_who_cares_hands_over_and_what_was_said_stands() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    cast.verify(&app).await;
    let path = format!("{}/notes", cast.path);
    let sides = [
        (&cast.town, "town"),
        (&cast.provider, "provider"),
        (&cast.land, "land"),
        (&cast.desk, "desk"),
    ];
    for (seconds, (token, side)) in (1..).zip(sides) {
        app.clock
            .set(app.state.db.clock().now().plus_seconds(seconds));
        let text = format!("  Xylophon {side}  ");
        let note = cast.note(&app, token, &text).await.expect(201).json();
        assert_eq!(note["written_as"], side);
    }

    let first = app.get(&format!("{path}?limit=3"), &cast.land).await;
    let first = first.expect(200).json();
    let cursor = first["next_cursor"].as_str().unwrap();
    let rest = app
        .get(&format!("{path}?cursor={cursor}"), &cast.town)
        .await;

    let texts = |page: &Value| {
        let items = page["items"].as_array().unwrap().iter();
        items.map(|item| item["text"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        texts(&first),
        ["Xylophon desk", "Xylophon land", "Xylophon provider"]
    );
    assert_eq!(texts(&rest.expect(200).json()), ["Xylophon town"]);
    let record = json!(recorded(&app, "incident.note_added").await).to_string();
    assert!(record.contains("provider") && !record.contains("Xylophon"));
    for token in [&cast.stranger, &cast.other_land] {
        cast.note(&app, token, "Hallo").await.expect(404);
        app.get(&path, token).await.expect(404);
    }
    for text in ["  ", &"x".repeat(4_001)] {
        let wrong = cast.note(&app, &cast.town, text).await.expect(422);
        assert_eq!(wrong.pointers(), ["/text"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_sent_twice_is_said_once_and_none_after_the_end() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    let path = format!("{}/notes", cast.path);
    let key = HashMap::from([("idempotency-key", "one")]);
    let send = async |text: &str| {
        let body = json!({ "text": text });
        let method = Method::POST;
        app.write(method, &path, &cast.town, &key, &body).await
    };

    let first = send("Eins").await.expect(201).json();
    let again = send("Eins").await.expect(201).json();

    assert_eq!(first, again);
    send("Zwei").await.expect(422);
    let notes = app.get(&path, &cast.desk).await.expect(200).json();
    assert_eq!(notes["items"].as_array().unwrap().len(), 1);
    let done = json!({"reason": "withdrawn"});
    app.post(&format!("{}/close", cast.path), &cast.town, &done)
        .await
        .expect(200);
    cast.note(&app, &cast.desk, "Drei").await.expect(409);
    assert_eq!(send("Eins").await.expect(201).json(), first);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_law_counts_from_when_it_is_known_and_a_report_is_noted_once() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    let asked = app.get(&cast.path, &cast.town).await.expect(200).json();
    let instant =
        |value: &Value| serde_json::from_value::<kataster::clock::Instant>(value.clone()).unwrap();
    let start = instant(&asked["asked_at"]);
    assert_eq!(asked["clocks"][0]["id"], "gdpr_72h");
    assert_eq!(
        instant(&asked["clocks"][0]["due_at"]),
        start.plus_seconds(72 * 3_600)
    );

    let known = json!({"breach_known_at": start.plus_seconds(-3_600)});
    let earlier = cast
        .patch(&app, &cast.town, &known)
        .await
        .expect(200)
        .json();
    assert_eq!(
        instant(&earlier["clocks"][0]["due_at"]),
        start.plus_seconds(71 * 3_600)
    );
    let done = format!("{}/clocks/gdpr_72h/done", cast.path);
    for at in [start.plus_seconds(60), start.plus_seconds(-3_601)] {
        let wrong = app.post(&done, &cast.town, &json!({ "at": at })).await;
        assert_eq!(wrong.expect(422).pointers(), ["/at"]);
    }
    app.post(&done, &cast.stranger, &json!({}))
        .await
        .expect(404);
    app.post(&done, &cast.provider, &json!({}))
        .await
        .expect(403);
    let made = app.post(&done, &cast.town, &json!({ "at": start })).await;
    assert_eq!(
        made.expect(200).json()["clocks"][0]["done_at"],
        json!(start)
    );
    app.post(&done, &cast.desk, &json!({})).await.expect(409);
    for clock in ["bsig_24h", "nonsense"] {
        let path = format!("{}/clocks/{clock}/done", cast.path);
        app.post(&path, &cast.town, &json!({})).await.expect(404);
    }
    assert_eq!(
        recorded(&app, "incident.reported_to_authority").await.len(),
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bsi_is_told_by_a_town_in_scope_even_after_the_end() {
    let app = TestApp::new().await;
    let own = town().with("nis2_status", "important").save(&app).await;
    let town = app.sign_in(Role::Requester, Some(own)).await;
    let (id, _) = unverified(&app).await;
    let path = format!("{INCIDENTS}/{id}");
    let ids = |body: &Value| {
        let clocks = body["clocks"].as_array().unwrap().iter();
        clocks.map(|clock| clock["id"].clone()).collect::<Vec<_>>()
    };

    let shown = app.get(&path, &town).await.expect(200);

    assert_eq!(
        ids(&shown.json()),
        ["gdpr_72h", "bsig_24h", "bsig_72h", "bsig_1_month"]
    );
    let none = json!({"personal_data": "no"});
    let changed = app.patch(&path, &town, &shown.etag(), &none).await;
    assert_eq!(ids(&changed.expect(200).json()).len(), 3);
    let done = json!({"reason": "done"});
    app.post(&format!("{path}/close"), &town, &done)
        .await
        .expect(200);
    app.post(
        &format!("{path}/clocks/bsig_1_month/done"),
        &town,
        &json!({}),
    )
    .await
    .expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_managers_of_the_provider_are_told_and_nothing_of_whom() {
    let (app, server) = (TestApp::new().await, MailServer::new());
    at(&app, &server, "2026-12-01", "03:00:00").await;
    let house = provider(&[TOWN]).save(&app).await;
    let struck = provider(&[TOWN]).save(&app).await;
    let (_, told) = app
        .account_with_password(Role::MemberManager, Some(house))
        .await;
    let (_, silent) = app
        .account_with_password(Role::MemberManager, Some(struck))
        .await;
    let desk = app.sign_in(Role::Coordinator, None).await;
    let path = format!("/api/v1/organisations/{struck}/struck");
    app.post(&path, &desk, &json!({"struck": true}))
        .await
        .expect(200);
    let (_, codes) = issue(&app, TOWN).await;
    let of = |to: &str| letters(&server, to, "betreute Kommune bittet um Hilfe");

    ask(&app, &new_incident()).await.expect(201);
    at(&app, &server, "2026-12-01", "03:00:01").await;
    assert_eq!(of(&told).len(), 0);
    for (code, second) in codes.iter().zip([2, 3]) {
        let mut body = new_incident();
        body["emergency_code"] = json!(code);
        ask(&app, &body).await.expect(201);
        at(&app, &server, "2026-12-01", &format!("03:00:0{second}")).await;
    }

    // What follows within minutes is told together.
    assert_eq!((of(&told).len(), of(&silent).len()), (1, 0));
    at(&app, &server, "2026-12-01", "03:05:00").await;
    assert_eq!(of(&told).len(), 2);
    for detail in ["Anhalt", "9998887", "Xylofanie", "verschl", "inc_"] {
        assert!(!of(&told)[0].contains(detail), "{detail}");
    }
    assert_eq!(recorded(&app, "incident.provider_told").await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_kept_out_of_an_investigation_is_told_when_it_ends() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    let told = async || recorded(&app, "incident.provider_told").await.len();
    let hold = json!({"investigation_hold": true});
    cast.patch(&app, &cast.town, &hold).await.expect(200);
    cast.verify(&app).await;
    assert_eq!(told().await, 0);

    let lifted = json!({"investigation_hold": false});
    cast.patch(&app, &cast.town, &lifted).await.expect(200);
    for hold in [&hold, &lifted] {
        cast.patch(&app, &cast.town, hold).await.expect(200);
    }

    assert_eq!(told().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn that_it_is_not_genuine_the_desk_says_alone() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    let path = format!("{}/close", cast.path);

    for reason in ["duplicate", "not_genuine"] {
        let refused = app
            .post(&path, &cast.town, &json!({ "reason": reason }))
            .await;
        assert_eq!(refused.expect(422).pointers(), ["/reason"]);
    }
    let duplicate = json!({"reason": "duplicate"});
    app.post(&path, &cast.provider, &duplicate)
        .await
        .expect(403);
    app.post(&path, &cast.desk, &duplicate).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_handed_over_is_forgotten_with_its_incident() {
    let app = TestApp::new().await;
    let cast = cast(&app).await;
    cast.verify(&app).await;
    cast.note(&app, &cast.town, "Eins").await.expect(201);
    let done = format!("{}/clocks/gdpr_72h/done", cast.path);
    app.post(&done, &cast.town, &json!({})).await.expect(200);
    let reason = json!({"reason": "done"});
    app.post(&format!("{}/close", cast.path), &cast.town, &reason)
        .await
        .expect(200);
    let left = async || {
        let (db, retention) = (&app.state.db, &app.state.retention);
        incidents::forget_old(db, retention).await.unwrap();
        let db = db.reader();
        [
            incident_note::Entity::find().count(db).await.unwrap(),
            incident_clock::Entity::find().count(db).await.unwrap(),
            incident_event::Entity::find().count(db).await.unwrap(),
        ]
    };

    // The provider was told, and that it is over.
    assert_eq!(left().await, [1, 1, 2]);
    app.move_days(366);
    assert_eq!(left().await, [0, 0, 0]);
}
