//! What is said of a deployment: every step by its verb, and what both sides write to each other.

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use kataster::entity::{deployment, deployment_message, deployment_message_text};
use kataster::incidents;
use migration::sea_orm::ConnectionTrait;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::INCIDENTS;
use super::scene::{Scene, each_time, one_need, yes};
use crate::support::{Answer, server};

const SCHEMA: &str = "/api/v1/schemas/edxl-rm.json";
const NEWS: &str = "Neue Nachricht zu Ihrem Einsatz";

/// A deployment whose employer is asked each time, as all its sides see it.
struct Said {
    scene: Scene,
    incident: String,
    id: String,
    town: String,
    manager: String,
}

impl Said {
    /// As far as the person's yes.
    async fn yes() -> Self {
        let scene = Scene::with_release(1, each_time()).await;
        let (incident, _) = scene.incident().await;
        let (_, id) = scene.promised(&incident, &one_need(), &yes()).await;
        Self {
            town: scene.town(&incident).await,
            manager: scene.manager().await,
            incident,
            id,
            scene,
        }
    }

    async fn committed() -> Self {
        let said = Self::yes().await;
        said.decide(&said.manager, "release", "release").await;
        said.decide(&said.town, "acceptance", "accept").await;
        said
    }

    async fn decide(&self, who: &str, what: &str, decision: &str) {
        let about = (self.id.as_str(), what);
        let decided = self.scene.decide(who, about, decision).await;
        decided.expect(200);
    }

    fn path(&self) -> String {
        format!("/api/v1/deployments/{}/messages", self.id)
    }

    async fn write(&self, who: &str, message: &Value) -> Answer {
        self.scene.app.post(&self.path(), who, message).await
    }

    /// All messages as the town reads them, oldest first.
    async fn messages(&self) -> Vec<Value> {
        let path = format!("{}?limit=100", self.path());
        let listed = self.scene.app.get(&path, &self.town).await.expect(200);
        listed.json()["items"].as_array().unwrap().clone()
    }

    async fn verbs(&self) -> Vec<String> {
        let messages = self.messages().await.into_iter();
        messages
            .map(|message| message["type"].as_str().unwrap().to_owned())
            .collect()
    }

    /// What the messages look like to somebody who takes them elsewhere, checked by the schema that is served.
    async fn export(&self, who: &str) -> Value {
        let path = format!("{}/export", self.path());
        let exported = self.scene.app.get(&path, who).await.expect(200).json();
        let schema = self.scene.app.get(SCHEMA, "").await.expect(200).json();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors = validator.iter_errors(&exported);
        let errors: Vec<String> = errors.map(|error| error.to_string()).collect();
        assert_eq!(errors, [] as [String; 0], "{exported:#}");
        exported
    }
}

fn question() -> Value {
    json!({"type": "RequestInformation", "text": "Wo steht der Schlüsseltresor?"})
}

#[tokio::test(flavor = "multi_thread")]
async fn each_step_is_a_message_that_follows_the_one_before() {
    let said = Said::yes().await;
    let begun = ["RequestResource", "ResponseToRequestResource"];
    assert_eq!(said.verbs().await, begun);

    said.decide(&said.manager, "release", "release").await;
    said.decide(&said.town, "acceptance", "accept").await;

    let messages = said.messages().await;
    let verbs: Vec<_> = messages.iter().map(|one| &one["type"]).collect();
    assert_eq!(
        verbs,
        [
            "RequestResource",
            "ResponseToRequestResource",
            "CommitResource",
            "RequisitionResource"
        ]
    );
    let sides: Vec<_> = messages.iter().map(|one| &one["side"]).collect();
    assert_eq!(sides, ["town", "expert", "employer", "town"]);
    assert_eq!(messages[1]["response"], "provisional");
    assert!(messages[0]["preceding_id"].is_null());
    for pair in messages.windows(2) {
        assert_eq!(pair[1]["preceding_id"], pair[0]["id"]);
        assert_eq!(pair[1]["originating_id"], messages[0]["id"]);
        assert!(pair[0]["sent_at"].as_str() <= pair[1]["sent_at"].as_str());
    }
    let kinds = |at: usize| messages[at]["schedule"].as_array().unwrap().clone();
    assert_eq!(kinds(2)[0]["type"], "Committed");
    assert_eq!(kinds(3)[0]["type"], "RequestedArrival");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deployment_is_told_from_its_beginning_to_its_end() {
    let said = Said::committed().await;
    let app = &said.scene.app;
    let expert = said.scene.account_of(&said.scene.helpers[0]).await;
    let act = async |who: &str, what: &str, body: &Value| {
        let path = format!("/api/v1/deployments/{}/{what}", said.id);
        let acted = app.post(&path, who, body).await.expect(200).json();
        said.scene.run().await;
        acted
    };

    let begun = act(&expert, "start", &json!({})).await;
    let until = begun["until"].as_str().unwrap().to_owned();
    let now = app.state.db.clock().now();
    let later = json!({"until": now.plus_days(9)});
    act(&said.town, "extend", &later).await;
    act(&expert, "extension", &json!({"decision": "agree"})).await;
    let longer = act(&said.manager, "extension", &json!({"decision": "agree"})).await;
    assert_ne!(longer["until"], until);
    let back = json!({"at": now.plus_days(1)});
    act(&said.manager, "return", &back).await;
    act(&said.town, "end", &json!({})).await;

    let messages = said.messages().await;
    let told = messages[4..].iter().map(|one| {
        let text = |name: &str| one[name].as_str().unwrap_or("-").to_owned();
        format!("{} {} {}", text("type"), text("side"), text("response"))
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "ReportResourceDeploymentStatus expert -",
            "RequestExtendedDeploymentDuration town -",
            "ResponseToRequestExtendedDeploymentDuration employer accept",
            "RequestReturn employer -",
            "ReleaseResource town -",
        ]
    );
    assert_eq!(messages[6]["preceding_id"], messages[5]["id"]);
    assert_eq!(messages[4]["schedule"][0]["type"], "ActualArrival");
    // For a week more both sides may still ask.
    said.write(&said.town, &question()).await.expect(201);
    let document = said.export(&expert).await;
    let listed = document["ResourceMessage"].as_array().unwrap();
    assert_eq!(listed.len(), 10);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_no_to_a_later_end_nobody_says_whose_it_is() {
    let said = Said::committed().await;
    let app = &said.scene.app;
    let path = format!("/api/v1/deployments/{}/extend", said.id);
    let now = app.state.db.clock().now();
    let later = json!({"until": now.plus_days(9)});
    app.post(&path, &said.town, &later).await.expect(200);

    said.decide(&said.manager, "extension", "refuse").await;

    let messages = said.messages().await;
    let last = messages.last().unwrap();
    assert_eq!(
        (&last["side"], &last["response"]),
        (&json!("service"), &json!("decline"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_says_no_takes_back_what_was_said_for_them() {
    let last = async |said: &Said| {
        let messages = said.messages().await;
        let last = messages.last().unwrap().clone();
        let recalled = &last["recall"]["message_id"];
        let recalled = messages.iter().find(|one| one["id"] == *recalled).unwrap();
        assert_eq!(recalled["type"], last["type"]);
        assert_eq!(last["recall"]["type"], "cancel");
        let text = |name: &str| last[name].as_str().unwrap().to_owned();
        (text("type"), text("side"))
    };
    let pair = |verb: &str, side: &str| (verb.to_owned(), side.to_owned());

    let said = Said::yes().await;
    said.decide(&said.manager, "release", "refuse").await;
    let refused = pair("ResponseToRequestResource", "employer");
    assert_eq!(last(&said).await, refused);

    let said = Said::yes().await;
    said.decide(&said.manager, "release", "release").await;
    said.decide(&said.town, "acceptance", "refuse").await;
    assert_eq!(last(&said).await, pair("RequestResource", "town"));

    let said = Said::yes().await;
    said.scene.after(2 * 3_600).await;
    let lapsed = pair("ResponseToRequestResource", "service");
    assert_eq!(last(&said).await, lapsed);
    // What was taken back takes no message more.
    said.write(&said.town, &question()).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_ask_answer_and_report_once_they_are_committed() {
    let said = Said::yes().await;
    said.write(&said.town, &question()).await.expect(409);
    said.decide(&said.manager, "release", "release").await;
    said.write(&said.manager, &question()).await.expect(409);
    said.decide(&said.town, "acceptance", "accept").await;

    let asked = said.write(&said.town, &question()).await.expect(201).json();
    let unasked = json!({"type": "ResponseToRequestInformation", "text": "Im Keller."});
    said.write(&said.manager, &unasked).await.expect(422);
    let answer = json!({"type": "ResponseToRequestInformation", "text": "Im Keller.", "in_reply_to": asked["id"]});
    let answered = said.write(&said.manager, &answer).await.expect(201).json();
    let report = json!({"type": "ReportResourceDeploymentStatus", "text": "Die Bänder sind heil."});
    let reported = said.write(&said.town, &report).await.expect(201).json();
    let step = json!({"type": "ReleaseResource", "text": "Fertig."});
    said.write(&said.town, &step).await.expect(422);
    let blank = json!({"type": "RequestInformation", "text": " "});
    said.write(&said.town, &blank).await.expect(422);

    assert_eq!(answered["preceding_id"], asked["id"]);
    assert_eq!(answered["side"], "employer");
    let messages = said.messages().await;
    assert_eq!(reported["preceding_id"], messages[3]["id"]);
    assert_eq!(messages.len(), 7);
    assert_eq!(messages[4]["text"], "Wo steht der Schlüsseltresor?");
    assert_eq!(messages[5]["text"], "Im Keller.");
    let path = format!("{}?limit=2", said.path());
    let first = said.scene.app.get(&path, &said.town).await;
    let first = first.expect(200).json();
    let rest = format!(
        "{}?cursor={}",
        said.path(),
        first["next_cursor"].as_str().unwrap()
    );
    let rest = said
        .scene
        .app
        .get(&rest, &said.town)
        .await
        .expect(200)
        .json();
    assert_eq!(rest["items"][0]["id"], messages[2]["id"]);
    let auditor = said.scene.app.sign_in(Role::Auditor, None).await;
    let record = said
        .scene
        .app
        .get("/api/v1/audit?limit=100", &auditor)
        .await;
    let record = record.expect(200).text;
    assert_eq!(record.matches("\"deployment.message_written\"").count(), 3);
    assert!(!record.contains("Schlüsseltresor") && !record.contains("Keller"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_sent_twice_is_said_once() {
    let said = Said::committed().await;
    let key = HashMap::from([("idempotency-key", "abc")]);
    let send = async |message: &Value| {
        let path = said.path();
        said.scene
            .app
            .write(Method::POST, &path, &said.town, &key, message)
            .await
    };

    let first = send(&question()).await.expect(201).json();
    let second = send(&question()).await.expect(201).json();
    let other = json!({"type": "RequestInformation", "text": "Etwas anderes?"});
    send(&other).await.expect(422);

    assert_eq!(first, second);
    assert_eq!(said.messages().await.len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_reads_or_writes() {
    let said = Said::committed().await;
    let app = &said.scene.app;
    let other = crate::support::organisation()
        .with("place", "15083")
        .save(app)
        .await;
    let export = format!("{}/export", said.path());

    for role in [Role::MemberManager, Role::Requester, Role::Expert] {
        let stranger = app.sign_in(role, Some(other)).await;
        app.get(&said.path(), &stranger).await.expect(404);
        app.get(&export, &stranger).await.expect(404);
        said.write(&stranger, &question()).await.expect(404);
    }
    for role in [Role::Auditor, Role::Vetter] {
        let stranger = app.sign_in(role, None).await;
        app.get(&said.path(), &stranger).await.expect(403);
        said.write(&stranger, &question()).await.expect(403);
    }
    assert_eq!(said.messages().await.len(), 4);
    let desk = said.write(&said.scene.coordinator, &question()).await;
    assert_eq!(desk.expect(201).json()["side"], "coordinator");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_fits_its_schema_and_names_nobody() {
    let said = Said::yes().await;
    let early = said.export(&said.manager).await;
    let text = early.to_string();
    assert!(!text.contains("inc_") && !text.contains("Köthen"), "{text}");

    said.decide(&said.manager, "release", "release").await;
    said.decide(&said.town, "acceptance", "accept").await;
    said.write(&said.town, &question()).await.expect(201);

    for who in [&said.town, &said.manager, &said.scene.coordinator] {
        let export = said.export(who).await;
        let messages = export["ResourceMessage"].as_array().unwrap();
        assert_eq!(messages.len(), 5);
        let last = &messages[4];
        assert_eq!(last["MessageContentType"], "RequestInformation");
        assert_eq!(last["MessageDescription"], "Wo steht der Schlüsseltresor?");
        assert_eq!(last["OriginatingMessageID"], messages[0]["MessageID"]);
        assert_eq!(last["IncidentInformation"][0]["IncidentID"], said.incident);
        let sent = last["SentDateTime"].as_str().unwrap();
        assert!(!sent.ends_with('Z'), "{sent}");
        let resource = &last["ResourceInformation"][0];
        assert_eq!(resource["Resource"]["Keyword"][0], "domain:backup-restore");
        assert_eq!(resource["AssignmentInformation"]["OrderID"], said.id);
        let text = export.to_string();
        for detail in ["Quastenflosser", "Xylofanie", "9998887", "2312500", "acc_"] {
            assert!(!text.contains(detail), "{detail}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_manages_the_town_itself_reads_neither_who_sends_somebody_nor_what_is_written() {
    let said = Said::yes().await;
    said.decide(&said.manager, "release", "release").await;
    let app = &said.scene.app;
    let path = format!("{INCIDENTS}/{}", said.incident);
    let shown = app.get(&path, &said.town).await.expect(200).json();
    let town = shown["organisation_id"].as_str().unwrap().parse().unwrap();
    let manager = app.sign_in(Role::MemberManager, Some(town)).await;

    let before = said.export(&manager).await.to_string();
    let house = said.export(&said.manager).await.to_string();
    assert!(!before.contains("RespondingOrg"), "{before}");
    assert!(house.contains("RespondingOrg"), "{house}");

    said.decide(&said.town, "acceptance", "accept").await;
    said.write(&said.town, &question()).await.expect(201);

    let after = said.export(&manager).await.to_string();
    let list = app.get(&said.path(), &manager).await.expect(200).text;
    for read in [&after, &list] {
        assert!(!read.contains("RespondingOrg") && !read.contains("Schlüsseltresor"));
    }
    said.write(&manager, &question()).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_police_investigates_who_sends_somebody_reads_no_words() {
    let said = Said::committed().await;
    said.write(&said.town, &question()).await.expect(201);
    let app = &said.scene.app;
    said.scene.hold(&said.incident, &said.town).await;

    let export = format!("{}/export", said.path());
    let reads = async |who: &str| {
        let list = app.get(&said.path(), who).await.expect(200).text;
        let export = app.get(&export, who).await.expect(200).text;
        [list, export].map(|text| text.contains("Schlüsseltresor"))
    };

    assert_eq!(reads(&said.manager).await, [false, false]);
    assert_eq!(reads(&said.town).await, [true, false]);
    assert_eq!(reads(&said.scene.coordinator).await, [true, false]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_changes_and_deletes_no_message() {
    let said = Said::committed().await;
    said.write(&said.town, &question()).await.expect(201);
    let db = &said.scene.app.state.db;
    let mut attempts = vec![
        "UPDATE deployment_messages SET side = 'service'",
        "DELETE FROM deployment_messages",
        "DELETE FROM deployment_messages WHERE position = 5",
        "UPDATE deployment_message_texts SET message_id = message_id",
    ];
    attempts.push(if server().is_none() {
        "INSERT OR REPLACE INTO deployment_messages SELECT id, deployment_id, position, sent_at, 'ReleaseResource', originating_id, preceding_id, side, recall, recalled_id, response, schedule FROM deployment_messages WHERE position = 1"
    } else {
        "TRUNCATE deployment_messages, deployment_message_texts"
    });

    for sql in attempts {
        let txn = db.begin().await.unwrap();
        let refused = txn.connection().execute_unprepared(sql).await;
        let error = refused.expect_err(sql).to_string();
        assert!(error.contains("is append-only"), "{sql}: {error}");
        txn.rollback().await.unwrap();
    }

    assert_eq!(said.messages().await.len(), 5);
    // With their deployment they go.
    let txn = db.begin().await.unwrap();
    for asked in ["release_asks", "deployment_reveals"] {
        let gone = format!("DELETE FROM {asked}");
        txn.connection().execute_unprepared(&gone).await.unwrap();
    }
    let gone = deployment::Entity::delete_many().exec(txn.connection());
    gone.await.unwrap();
    let left = deployment_message::Entity::find().count(txn.connection());
    assert_eq!(left.await.unwrap(), 0);
    txn.rollback().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_forgotten_before_verbs_and_times() {
    let said = Said::committed().await;
    said.write(&said.town, &question()).await.expect(201);
    let app = &said.scene.app;
    said.scene.close(&said.incident, "done").await;
    let left = async || {
        incidents::forget_old(&app.state.db, &app.state.retention)
            .await
            .unwrap();
        let db = app.state.db.reader();
        (
            deployment_message_text::Entity::find()
                .count(db)
                .await
                .unwrap(),
            deployment_message::Entity::find().count(db).await.unwrap(),
        )
    };

    app.move_days(90);
    assert_eq!(left().await, (1, 5));
    app.move_days(1);

    assert_eq!(left().await, (0, 5));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_other_sides_are_told_without_what_it_says_and_once_in_ten_minutes() {
    let said = Said::committed().await;
    let app = &said.scene.app;
    let house = (Role::MemberManager, Some(said.scene.helpers[0].employer));
    let (_, manager) = app.account_with_password(house.0, house.1).await;
    let told = || said.scene.letters(&manager, NEWS);

    said.write(&said.town, &question()).await.expect(201);
    said.scene.run().await;
    assert_eq!(told().len(), 1);
    for detail in [
        "Schlüsseltresor",
        "Köthen",
        "Anhalt",
        "Quastenflosser",
        "K-",
    ] {
        assert!(!told()[0].contains(detail), "{detail}");
    }
    let link = format!("/einsaetze/{}/verlauf", said.id);
    assert!(told()[0].replace("=\r\n", "").contains(&link));
    said.write(&said.town, &question()).await.expect(201);
    said.write(&said.town, &question()).await.expect(201);
    said.scene.after(60).await;
    assert_eq!(told().len(), 1);
    said.scene.after(600).await;
    assert_eq!(told().len(), 2);

    // Whoever wrote is not told of it.
    said.write(&said.manager, &question()).await.expect(201);
    said.scene.after(700).await;
    assert_eq!(told().len(), 2);
}
