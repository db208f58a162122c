//! Offers that are no people: asked for by a town, promised once, used for a while, given back.

use kataster::access::{Role, TokenScope};
use kataster::entity::offer_request;
use kataster::ids::OrganisationId;
use kataster::incidents;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::scene::Scene;
use super::{INCIDENTS, SCOPES, new_incident, unverified};
use crate::support::Answer;

const REQUESTS: &str = "/api/v1/offer-requests";
/// Another town of the same Landkreis.
const OTHER_TOWN: &str = "15082015";

/// A house that offers desks, and who manages it.
pub struct Lender {
    pub scene: Scene,
    pub house: OrganisationId,
    pub manager: String,
    pub manager_mail: String,
    pub offer: String,
}

impl Lender {
    /// With so many desks, four hours ahead and for sixty days.
    pub async fn with(desks: u32) -> Self {
        let scene = Scene::with(1).await;
        let house = scene.helpers[0].employer;
        let (_, manager_mail) = scene
            .app
            .account_with_password(Role::MemberManager, Some(house))
            .await;
        let grant = (Role::MemberManager, Some(house));
        let manager = scene.app.with_token_scopes(grant, &SCOPES).await;
        let new = json!({
            "organisation_id": house, "state": "published", "kind": "workplaces",
            "title": {"de": "Arbeitsplätze mit Telefon", "en": "Desks with telephones"},
            "quantity": desks, "place": "15082180", "reach": "at_place", "lead_hours": 4,
            "max_days": 60, "cost": "expenses", "valid_until": "2026-12-31",
            "cost_note": {"de": "nur Transport", "en": "transport only"},
        });
        let made = scene.app.post("/api/v1/offers", &manager, &new).await;
        let offer = made.expect(201).json()["id"].as_str().unwrap().to_owned();
        scene.run().await;
        Self {
            scene,
            house,
            manager,
            manager_mail,
            offer,
        }
    }

    async fn ask(&self, who: &str, incident: &str, fields: Value) -> Answer {
        let mut new = json!({ "offer_id": self.offer });
        for (name, value) in fields.as_object().unwrap() {
            new[name] = value.clone();
        }
        let path = format!("{INCIDENTS}/{incident}/offer-requests");
        let asked = self.scene.app.post(&path, who, &new).await;
        self.scene.run().await;
        asked
    }

    /// A request of so many desks for an incident; its id.
    pub async fn asked(&self, incident: &str, desks: u32) -> String {
        let fields = json!({ "quantity": desks });
        let asked = self.ask(&self.scene.coordinator, incident, fields).await;
        asked.expect(201).json()["id"].as_str().unwrap().to_owned()
    }

    async fn act(&self, who: &str, (id, what): (&str, &str), body: Value) -> Answer {
        let path = format!("{REQUESTS}/{id}/{what}");
        let done = self.scene.app.post(&path, who, &body).await;
        self.scene.run().await;
        done
    }

    pub async fn answer(&self, id: &str, decision: &str) -> Answer {
        let body = json!({ "decision": decision });
        self.act(&self.manager, (id, "answer"), body).await
    }

    async fn show(&self, who: &str, id: &str) -> Value {
        let path = format!("{REQUESTS}/{id}");
        self.scene.app.get(&path, who).await.expect(200).json()
    }

    async fn state(&self, id: &str) -> Value {
        self.show(&self.scene.coordinator, id).await["state"].clone()
    }
}

/// A verified incident of another town.
async fn elsewhere(scene: &Scene) -> String {
    let mut new = new_incident();
    new["municipality"] = json!(OTHER_TOWN);
    scene.verified(&new).await.0
}

/// Codes of the fields that were wrong.
fn codes(answer: Answer) -> Vec<(String, String)> {
    let problem = answer.expect(422).json();
    let errors = problem["errors"].as_array().unwrap().iter();
    let text = |error: &Value, name: &str| error[name].as_str().unwrap().to_owned();
    errors
        .map(|error| (text(error, "pointer"), text(error, "code")))
        .collect()
}

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
async fn nothing_is_asked_that_the_offer_does_not_allow() {
    let lender = Lender::with(12).await;
    let (incident, _) = lender.scene.incident().await;
    let desk = lender.scene.coordinator.clone();
    let now = lender.scene.app.state.db.clock().now();
    let soon = now.plus_seconds(3_600);
    let wanted = json!({"quantity": 13, "from": soon, "days": 61});

    let wrong = lender.ask(&desk, &incident, wanted).await;

    let mut wrong = codes(wrong);
    wrong.sort();
    let named = wrong.iter().map(|(at, code)| (at.as_str(), code.as_str()));
    assert_eq!(
        named.collect::<Vec<_>>(),
        [
            ("/days", "range"),
            ("/from", "too_soon"),
            ("/quantity", "range")
        ]
    );
    let named = json!({"message": "Die Stadt Köthen braucht das."});
    let named = codes(lender.ask(&desk, &incident, named).await);
    assert_eq!(named[0].0, "/message");
    let (open, _) = unverified(&lender.scene.app).await;
    lender.ask(&desk, &open, json!({})).await.expect(409);
    let path = format!("/api/v1/organisations/{}/struck", lender.house);
    let struck = json!({"struck": true});
    let struck = lender.scene.app.post(&path, &desk, &struck).await;
    assert!(struck.status.is_success(), "{}", struck.text);
    let gone = codes(lender.ask(&desk, &incident, json!({})).await);
    assert_eq!(gone, [("/offer_id".to_owned(), "unknown".to_owned())]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_offer_is_not_asked_for() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let path = format!("/api/v1/offers/{}", lender.offer);
    let shown = scene.app.get(&path, &lender.manager).await.expect(200);
    let etag = shown.etag();
    let withdrawn = json!({"state": "withdrawn"});
    let withdrawn = scene.app.patch(&path, &lender.manager, &etag, &withdrawn);
    withdrawn.await.expect(200);

    let asked = lender.ask(&scene.coordinator, &incident, json!({})).await;

    assert_eq!(codes(asked)[0].0, "/offer_id");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_does_not_ask_itself() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let own = crate::support::organisation()
        .with("kind", "municipality")
        .with("name", "Köthen (Anhalt)")
        .with("legal_form", "territorial_authority")
        .save(&scene.app)
        .await;
    let (incident, _) = scene.incident().await;
    let manager = scene.app.sign_in(Role::MemberManager, Some(own)).await;
    let new = json!({
        "organisation_id": own, "state": "published", "kind": "devices", "quantity": 5,
        "title": {"de": "Notebooks", "en": "Notebooks"}, "place": "15082180",
        "reach": "nationwide", "lead_hours": 0, "max_days": 30, "cost": "none",
        "valid_until": "2026-12-31",
    });
    let made = scene.app.post("/api/v1/offers", &manager, &new).await;
    let offer = made.expect(201).json()["id"].clone();

    let asked = json!({ "offer_id": offer });
    let asked = lender.ask(&scene.coordinator, &incident, asked).await;

    assert_eq!(codes(asked)[0].0, "/offer_id");
}

#[tokio::test(flavor = "multi_thread")]
async fn others_know_of_no_request() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let there = elsewhere(scene).await;
    let other_town = scene.town(&there).await;
    let other_house = crate::support::organisation()
        .with("name", "Rechenzentrum Anderswo")
        .save(&scene.app)
        .await;
    let grant = (Role::MemberManager, Some(other_house));
    let other_house = scene.app.with_token_scopes(grant, &SCOPES).await;
    let id = lender.asked(&incident, 12).await;
    let accept = json!({"decision": "accept"});

    for stranger in [&other_town, &other_house] {
        let path = format!("{REQUESTS}/{id}");
        scene.app.get(&path, stranger).await.expect(404);
        let contact = format!("{path}/contact");
        scene.app.get(&contact, stranger).await.expect(404);
        lender
            .act(stranger, (&id, "end"), json!({}))
            .await
            .expect(404);
        let listed = scene.app.get(REQUESTS, stranger).await.expect(200);
        assert_eq!(listed.json()["items"], json!([]));
    }
    let mine = lender.act(&other_town, (&id, "withdraw"), json!({})).await;
    mine.expect(404);
    let answered = lender.act(&other_house, (&id, "answer"), accept).await;
    answered.expect(404);
    let path = format!("{INCIDENTS}/{incident}/offer-requests");
    scene.app.get(&path, &other_town).await.expect(404);
    scene.app.get(&path, &lender.manager).await.expect(404);
    lender
        .ask(&other_town, &incident, json!({}))
        .await
        .expect(404);
    let listed = scene.app.get(REQUESTS, &lender.manager).await.expect(200);
    assert_eq!(listed.json()["items"][0]["id"], json!(id));
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_see_whom_to_phone_once_it_is_promised_and_the_record_says_so() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let id = lender.asked(&incident, 12).await;
    let contact = format!("{REQUESTS}/{id}/contact");
    scene.app.get(&contact, &town).await.expect(409);
    scene.app.get(&contact, &lender.manager).await.expect(409);
    lender.answer(&id, "accept").await.expect(200);

    let house = scene.app.get(&contact, &town).await.expect(200).json();
    let asker = scene.app.get(&contact, &lender.manager).await;

    assert_eq!(house["name"], "Rechenzentrum Musterland");
    assert_eq!(asker.expect(200).json()["name"], "Xylofanie Quastenflosser");
    scene
        .app
        .get(&contact, &scene.coordinator)
        .await
        .expect(403);
    let auditor = scene.app.sign_in(Role::Auditor, None).await;
    let record = scene.app.get("/api/v1/audit?limit=20", &auditor).await;
    let record = record.expect(200).text;
    assert!(record.contains("offer_request.contact_revealed"));
    assert!(record.contains("incident.contact_revealed"));
    lender.act(&town, (&id, "end"), json!({})).await.expect(200);
    scene.app.get(&contact, &town).await.expect(409);
}

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
async fn while_the_police_investigates_a_house_that_is_asked_does_not_learn_what_happened() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    scene.hold(&incident, &town).await;
    let id = lender.asked(&incident, 6).await;
    let role = (Role::MemberManager, Some(lender.house));
    let manager = scene.app.browse_as(role.0, role.1).await;
    let path = "/organisation/angebote/anfragen";
    let page = async || scene.app.page(path, &manager).await.expect(200).text;

    assert!(lender.show(&lender.manager, &id).await["symptom"].is_null());
    assert!(!page().await.contains("Dateien verschlüsselt"));
    assert_eq!(lender.show(&town, &id).await["symptom"], "files-encrypted");

    lender.answer(&id, "accept").await.expect(200);

    let promised = lender.show(&lender.manager, &id).await;
    assert_eq!(promised["symptom"], "files-encrypted");
    assert!(page().await.contains("Dateien verschlüsselt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_twice_under_a_key_it_is_asked_once() {
    let lender = Lender::with(12).await;
    let (incident, _) = lender.scene.incident().await;
    let path = format!("{INCIDENTS}/{incident}/offer-requests");
    let token = format!("Bearer {}", lender.scene.coordinator);
    let headers = [
        ("authorization", token.as_str()),
        ("content-type", "application/json"),
        ("idempotency-key", "einmal"),
    ];
    let body = json!({ "offer_id": lender.offer }).to_string();
    let send = || async {
        let sent = body.clone().into();
        let app = &lender.scene.app;
        app.send(axum::http::Method::POST, &path, &headers, sent)
            .await
    };

    let (first, second) = (send().await, send().await);

    let (first, second) = (first.expect(201).json(), second.expect(201).json());
    assert_eq!(first["id"], second["id"]);
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

    scene.app.move_days(366);
    incidents::forget_old(&scene.app.state.db, &scene.app.state.retention)
        .await
        .unwrap();

    let left = offer_request::Entity::find();
    let left = left.count(scene.app.state.db.reader()).await.unwrap();
    assert_eq!(left, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_only_writes_asks_for_nothing() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let path = format!("{INCIDENTS}/{incident}");
    let shown = scene.app.get(&path, &scene.coordinator).await.expect(200);
    let town: OrganisationId = shown.json()["organisation_id"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let grant = (Role::Requester, Some(town));
    let writes = scene.app.with_token_scopes(grant, &[TokenScope::Write]);
    let writes = writes.await;

    let refused = lender.ask(&writes, &incident, json!({})).await;

    refused.expect(403);
}
