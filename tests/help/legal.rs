//! On which legal basis somebody helps, and conditions a town confirms at once.

use std::collections::HashMap;

use axum::body::Body;
use axum::http::Method;
use kataster::access::{Role, TokenScope};
use kataster::entity::{data_key, immediate_condition, incident as incident_row, urgency_note};
use kataster::ids::OrganisationId;
use kataster::incidents;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::scene::{Scene, each_time, one_need, yes};
use super::{INCIDENTS, unverified};
use crate::emergency::{CARDS, TOWN, new_card, recorded};
use crate::support::{Answer, Organisation, TestApp, organisation};

const TOWN_MAIL: &str = "krisenstab@example.net";
const OPEN: &str = "Rechtsgrundlage eines Einsatzes";
const RATIFY: &str = "Einsatzbedingungen noch annehmen";
const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

/// A verified town that named a mail address, with somebody committed.
struct Committed {
    scene: Scene,
    incident: String,
    town: String,
    id: String,
}

impl Committed {
    async fn new(house: Organisation) -> Self {
        Self::to(house, one_need(), "remote").await
    }

    async fn to(house: Organisation, need: Value, answer: &str) -> Self {
        let standing = json!({"form": "standing", "days_a_year": 200});
        let scene = Scene::of(house, (1, standing)).await;
        let incident = incident(&scene).await;
        let town = scene.town(&incident).await;
        let yes = json!({"answer": answer, "rested": true});
        let (_, id) = scene.promised(&incident, &need, &yes).await;
        let accepted = scene.decide(&town, (&id, "acceptance"), "accept").await;
        accepted.expect(200);
        Self {
            scene,
            incident,
            town,
            id,
        }
    }

    fn path(&self) -> String {
        format!("/api/v1/deployments/{}/basis", self.id)
    }

    async fn set(&self, who: &str, body: &Value) -> Answer {
        self.scene.app.put(&self.path(), who, body).await
    }

    async fn show(&self, who: &str) -> Value {
        let shown = self.scene.app.get(&self.path(), who).await;
        shown.expect(200).json()
    }

    async fn manager(&self) -> String {
        self.scene.manager().await
    }
}

async fn incident(scene: &Scene) -> String {
    scene.incident_with_mail(TOWN_MAIL).await.0
}

fn company() -> Organisation {
    organisation().with("legal_form", "gmbh")
}

fn contract() -> Value {
    json!({
        "legal_basis": "contract", "personnel_form": "service_contract",
        "urgency": {
            "reason": "Das Rathaus steht still", "extent": "Xylofonie der Spuren",
            "until": "2099-12-03T15:00:00Z",
        },
    })
}

fn error_of(answer: &Answer) -> (String, String, Value) {
    let error = answer.json()["errors"][0].clone();
    let text = |name: &str| error[name].as_str().unwrap().to_owned();
    (text("pointer"), text("code"), error["suggestions"].clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_gives_no_amtshilfe_and_says_why_it_could_not_wait() {
    let committed = Committed::new(company()).await;
    let (town, manager) = (&committed.town, committed.manager().await);
    let open = committed.show(town).await;
    assert_eq!(open["legal_basis"], Value::Null);
    assert_eq!(open["allowed"][0]["legal_basis"], "contract");
    assert_eq!(open["allowed"][0]["cost_kind"], "fee");

    let amtshilfe = json!({"legal_basis": "amtshilfe"});
    for who in [town, &manager, &committed.scene.coordinator] {
        let refused = committed.set(who, &amtshilfe).await.expect(422);
        let (pointer, code, can) = error_of(&refused);
        assert_eq!((&*pointer, &*code), ("/legal_basis", "not_allowed"));
        assert_eq!(can, json!(["contract", "membership", "disaster_law"]));
    }
    let membership = json!({"legal_basis": "membership", "personnel_form": "service_contract"});
    let refused = committed.set(town, &membership).await.expect(422);
    assert_eq!(error_of(&refused).0, "/personnel_form");
    let without = json!({"legal_basis": "contract"});
    let refused = committed.set(town, &without).await.expect(422);
    assert_eq!(error_of(&refused).0, "/urgency");

    let set = committed.set(town, &contract()).await.expect(200).json();
    assert_eq!(set["legal_basis"], "contract");
    assert_eq!(set["settle_by"], Value::Null);
    let seen = committed.show(&manager).await;
    assert_eq!(seen["urgency"]["extent"], "Xylofonie der Spuren");
    assert_eq!(
        recorded(&committed.scene.app, "deployment.basis_set")
            .await
            .len(),
        1
    );
    let text = serde_json::to_string(&recorded(&committed.scene.app, "deployment.basis_set").await);
    assert!(!text.unwrap().contains("Xylofonie"));

    // Another basis needs no note any more.
    let other = json!({"legal_basis": "membership"});
    let other = committed.set(&manager, &other).await.expect(200).json();
    assert_eq!(other["personnel_form"], "business_trip");
    assert_eq!(other["urgency"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn authorities_choose_amtshilfe_and_open_it_again() {
    let committed = Committed::new(organisation()).await;
    let (town, path) = (
        &committed.town,
        format!("/api/v1/deployments/{}", committed.id),
    );

    let amtshilfe = json!({"legal_basis": "amtshilfe", "personnel_form": "remote"});
    committed.set(town, &amtshilfe).await.expect(200);
    let shown = committed
        .scene
        .app
        .get(&path, town)
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&shown["legal_basis"], &shown["personnel_form"]),
        (&json!("amtshilfe"), &json!("remote"))
    );
    assert_eq!(shown["introduction"]["cost_basis"], "extra_costs");
    let agreed = json!({"legal_basis": "public_law_agreement"});
    committed.set(town, &agreed).await.expect(200);

    let open = committed.set(town, &json!({"legal_basis": null})).await;
    assert!(open.expect(200).json()["settle_by"].is_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_forms_of_today_do_not_allow_is_open_again() {
    let committed = Committed::new(organisation()).await;
    let (town, scene) = (&committed.town, &committed.scene);
    let amtshilfe = json!({"legal_basis": "amtshilfe", "personnel_form": "remote"});
    committed.set(town, &amtshilfe).await.expect(200);
    let deployment = format!("/api/v1/deployments/{}", committed.id);

    scene.becomes("gmbh").await;

    let basis = committed.show(town).await;
    assert_eq!(basis["legal_basis"], Value::Null);
    assert!(basis["settle_by"].is_string());
    let shown = scene.app.get(&deployment, town).await.expect(200).json();
    assert_eq!(shown["legal_basis"], Value::Null);
    assert_eq!(shown["introduction"]["cost_basis"], "agreed_rate");
    scene.after(73 * HOUR).await;
    assert_eq!(scene.letters(TOWN_MAIL, OPEN).len(), 1);
    committed.set(town, &amtshilfe).await.expect(422);
    committed.set(town, &contract()).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_other_side_said_meanwhile_is_not_replaced_unseen() {
    let committed = Committed::new(organisation()).await;
    let (town, app) = (&committed.town, &committed.scene.app);
    let path = committed.path();
    let read = app.get(&path, town).await.expect(200).etag();
    let set = async |etag: &str| {
        let headers = HashMap::from([("if-match", etag)]);
        let body = json!({"legal_basis": "disaster_law"});
        app.write(Method::PUT, &path, town, &headers, &body).await
    };
    let amtshilfe = json!({"legal_basis": "amtshilfe"});
    let manager = committed.manager().await;
    committed.set(&manager, &amtshilfe).await.expect(200);

    set(&read).await.expect(412);

    let stands = app.get(&path, town).await.expect(200);
    assert_eq!(stands.json()["legal_basis"], "amtshilfe");
    let set = set(&stands.etag()).await.expect(200);
    assert_eq!(set.json()["legal_basis"], "disaster_law");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_sides_and_the_desk_say_it() {
    let committed = Committed::new(organisation()).await;
    let app = &committed.scene.app;
    let other = organisation().with("name", "Anderes Haus").save(app).await;
    let body = json!({"legal_basis": "amtshilfe"});

    for role in [Role::MemberManager, Role::Requester] {
        let foreign = app.sign_in(role, Some(other)).await;
        committed.set(&foreign, &body).await.expect(404);
        app.get(&committed.path(), &foreign).await.expect(404);
    }
    // Of the house that sends, but not who releases: they ask for help for it.
    let house = committed.scene.helpers[0].employer;
    let asks = app.sign_in(Role::Requester, Some(house)).await;
    committed.set(&asks, &body).await.expect(404);
    let expert = app.sign_in(Role::Expert, Some(house)).await;
    committed.set(&expert, &body).await.expect(403);

    let desk = committed.scene.coordinator.clone();
    committed.set(&desk, &body).await.expect(200);
    committed
        .set(&committed.manager().await, &body)
        .await
        .expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_chosen_before_somebody_is_committed_or_of_a_first_talk() {
    let scene = Scene::with_release(1, each_time()).await;
    let incident = incident(&scene).await;
    let town = scene.town(&incident).await;
    let (_, id) = scene.promised(&incident, &one_need(), &yes()).await;
    let path = format!("/api/v1/deployments/{id}/basis");
    let body = json!({"legal_basis": "amtshilfe"});

    scene.app.put(&path, &town, &body).await.expect(409);
    let shown = scene.app.get(&path, &town).await.expect(200).json();
    assert_eq!(shown["allowed"], json!([]));

    let mut talk = one_need();
    talk["first_call"] = json!(true);
    let talk = Committed::to(organisation(), talk, "first_call").await;
    talk.set(&talk.town, &body).await.expect(409);
    talk.scene.after(8 * DAY).await;
    assert_eq!(talk.scene.letters(TOWN_MAIL, OPEN).len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_are_reminded_after_three_days_and_daily_while_it_is_open() {
    let committed = Committed::new(organisation()).await;
    let scene = &committed.scene;
    let house = Some(scene.helpers[0].employer);
    let (_, manager) = scene
        .app
        .account_with_password(Role::MemberManager, house)
        .await;
    let told = || {
        let to = |who: &str| scene.letters(who, OPEN).len();
        (to(TOWN_MAIL), to(&manager))
    };

    scene.after(71 * HOUR).await;
    assert_eq!(told(), (0, 0));
    scene.after(2 * HOUR).await;
    assert_eq!(told(), (1, 1));
    scene.after(24 * HOUR).await;
    assert_eq!(told(), (2, 2));
    let letter = &scene.letters(&manager, OPEN)[0];
    for detail in ["Köthen", "Quastenflosser", "K-"] {
        assert!(!letter.contains(detail), "{detail}");
    }

    let desk = scene.app.sign_in(Role::Coordinator, None).await;
    let body = json!({"legal_basis": "amtshilfe"});
    committed.set(&desk, &body).await.expect(200);
    scene.after(4 * DAY).await;
    assert_eq!(told(), (2, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_reminded_after_the_seventh_day() {
    let committed = Committed::new(organisation()).await;
    let scene = &committed.scene;
    let told = || scene.letters(TOWN_MAIL, OPEN).len();

    for _ in 0..12 {
        scene.after(DAY).await;
    }

    assert_eq!(told(), 5);
}

fn confirms(incident: &str) -> String {
    format!("{INCIDENTS}/{incident}/immediate-conditions")
}

fn mayor() -> Value {
    json!({"name": "Xylofanie Quastenflosser", "function": "Bürgermeisterin"})
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_confirms_the_conditions_once_and_accepts_them_later() {
    let scene = Scene::with(0).await;
    let incident = incident(&scene).await;
    let town = scene.town(&incident).await;
    let path = confirms(&incident);
    let show = async || scene.app.get(&path, &town).await.expect(200).json();
    assert_eq!(show().await["immediate"], Value::Null);

    let wrong = json!({"name": "X", "function": ""});
    let refused = scene.app.post(&path, &town, &wrong).await.expect(422);
    assert_eq!(refused.pointers(), ["/name", "/function"]);
    scene.app.post(&path, &town, &mayor()).await.expect(200);
    scene.app.post(&path, &town, &mayor()).await.expect(409);

    let shown = show().await;
    assert_eq!(shown["immediate"]["version"], 1);
    assert_eq!(shown["immediate"]["said_by"], "town");
    assert_eq!(shown["immediate"]["function"], "Bürgermeisterin");
    assert!(shown["ratify_by"].is_string());
    let entries = recorded(&scene.app, "conditions.confirmed_at_once").await;
    assert_eq!(entries.len(), 1);
    assert!(!json!(entries).to_string().contains("Quastenflosser"));

    scene.after(73 * HOUR).await;
    assert_eq!(scene.letters(TOWN_MAIL, RATIFY).len(), 1);
    let card = scene.app.post(CARDS, &town, &new_card(TOWN)).await;
    card.expect(201);
    let shown = show().await;
    assert_eq!(shown["accepted_version"], 1);
    assert_eq!(shown["ratify_by"], Value::Null);
    assert_eq!(shown["immediate"]["version"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_accepted_them_in_time_is_not_reminded_and_confirms_nothing() {
    let scene = Scene::with(0).await;
    let first = incident(&scene).await;
    let desk = &scene.coordinator;
    let said = scene.app.post(&confirms(&first), desk, &mayor()).await;
    assert_eq!(said.expect(200).json()["immediate"]["said_by"], "desk");
    let card = scene.app.post(CARDS, desk, &new_card(TOWN)).await;
    card.expect(201);

    scene.after(80 * HOUR).await;

    assert_eq!(scene.letters(TOWN_MAIL, RATIFY).len(), 0);
    let second = incident(&scene).await;
    let again = scene.app.post(&confirms(&second), desk, &mayor()).await;
    again.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_confirmed_for_others_or_before_a_call() {
    let scene = Scene::with(0).await;
    let app = &scene.app;
    let (waiting, _) = unverified(app).await;
    app.post(&confirms(&waiting), &scene.coordinator, &mayor())
        .await
        .expect(409);
    let known = incident(&scene).await;
    let other: OrganisationId = organisation().save(app).await;

    let foreign = app.sign_in(Role::Requester, Some(other)).await;
    app.post(&confirms(&known), &foreign, &mayor())
        .await
        .expect(404);
    app.get(&confirms(&known), &foreign).await.expect(404);
    let manager = app.sign_in(Role::MemberManager, Some(other)).await;
    app.get(&confirms(&known), &manager).await.expect(403);
    let reads = [TokenScope::Read];
    let reading = app
        .with_token_scopes((Role::Coordinator, None), &reads)
        .await;
    app.post(&confirms(&known), &reading, &mayor())
        .await
        .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_and_names_are_forgotten_with_the_incident() {
    let committed = Committed::new(company()).await;
    let (scene, town) = (&committed.scene, &committed.town);
    committed.set(town, &contract()).await.expect(200);
    let path = confirms(&committed.incident);
    scene.app.post(&path, town, &mayor()).await.expect(200);
    scene.close(&committed.incident, "done").await;
    scene.run().await;
    let left = || kept(&scene.app);
    assert_eq!(left().await, (1, 1));

    scene.app.move_days(366);

    assert_eq!(left().await, (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_contract_is_kept_without_its_note() {
    let committed = Committed::new(company()).await;
    let (town, db) = (&committed.town, &committed.scene.app.state.db);
    let txn = db.begin().await.unwrap();
    let incident = incident_row::Entity::find().one(txn.connection()).await;
    data_key::Entity::delete_by_id(incident.unwrap().unwrap().id.0)
        .exec(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();

    committed.set(town, &contract()).await.expect(409);

    assert_eq!(committed.show(town).await["legal_basis"], Value::Null);
    let membership = json!({"legal_basis": "membership"});
    committed.set(town, &membership).await.expect(200);
}

/// Notes and confirmations there are after what is old was forgotten.
async fn kept(app: &TestApp) -> (u64, u64) {
    incidents::forget_old(&app.state.db, &app.state.retention)
        .await
        .unwrap();
    let db = app.state.db.reader();
    (
        urgency_note::Entity::find().count(db).await.unwrap(),
        immediate_condition::Entity::find().count(db).await.unwrap(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn no_line_of_them_stands_in_the_database_as_it_is_read() {
    let committed = Committed::new(company()).await;
    let town = &committed.town;
    committed.set(town, &contract()).await.expect(200);
    let path = confirms(&committed.incident);
    let app = &committed.scene.app;
    app.post(&path, town, &mayor()).await.expect(200);

    let db = app.state.db.reader();
    let note = urgency_note::Entity::find().one(db).await.unwrap().unwrap();
    let said = immediate_condition::Entity::find().one(db).await.unwrap();
    for (sealed, word) in [
        (note.sealed, "Xylofonie"),
        (said.unwrap().sealed, "Quastenflosser"),
    ] {
        let bytes = word.as_bytes();
        assert!(!sealed.windows(bytes.len()).any(|part| part == bytes));
    }
    // Whoever is not signed in is told nothing.
    let answer = app.send(Method::GET, &path, &[], Body::empty()).await;
    answer.expect(401);
}
