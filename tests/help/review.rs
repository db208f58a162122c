//! After a deployment: what the sides say, what the town saw, what others learn, and figures that name nobody.

use kataster::access::Role;
use kataster::entity::{deployment_proven, deployment_review, incident, lesson};
use kataster::ids::IncidentId;
use sea_orm::{EntityTrait, IntoActiveModel, PaginatorTrait};
use serde_json::{Value, json};

use super::INCIDENTS;
use super::scene::{Scene, one_need, yes};
use crate::support::organisation;

/// A deployment that was carried out, with those who took part.
struct Done {
    scene: Scene,
    incident: String,
    id: String,
    town: String,
    expert: String,
    manager: String,
}

impl Done {
    async fn new() -> Self {
        let scene = Scene::with(1).await;
        let (incident, _) = scene.incident().await;
        let town = scene.town(&incident).await;
        let expert = scene.account_of(&scene.helpers[0]).await;
        let manager = scene.manager().await;
        let (_, id) = scene.promised(&incident, &one_need(), &yes()).await;
        let done = Self {
            scene,
            incident,
            id,
            town,
            expert,
            manager,
        };
        done.step("acceptance", json!({"decision": "accept"})).await;
        done
    }

    /// One that is over.
    async fn over() -> Self {
        let done = Self::new().await;
        done.step("start", json!({})).await;
        done.scene.after(3_600).await;
        done.step("end", json!({})).await;
        done
    }

    async fn step(&self, what: &str, body: Value) {
        let path = self.path(what);
        self.scene
            .app
            .post(&path, &self.town, &body)
            .await
            .expect(200);
        self.scene.run().await;
    }

    fn path(&self, what: &str) -> String {
        format!("/api/v1/deployments/{}/{what}", self.id)
    }

    async fn write(&self, who: &str, text: &str) -> crate::support::Answer {
        let body = json!({ "went_well": text });
        let path = self.path("review");
        self.scene.app.put(&path, who, &body).await
    }

    async fn read(&self, who: &str) -> Value {
        let read = self.scene.app.get(&self.path("review"), who).await;
        read.expect(200).json()
    }

    async fn prove(&self, who: &str, skills: &[&str]) -> crate::support::Answer {
        let body = json!({ "skills": skills });
        let path = self.path("proven");
        let proven = self.scene.app.put(&path, who, &body).await;
        self.scene.app.settle().await;
        proven
    }

    /// How the skill of the need is known on the card that others find.
    async fn evidence(&self) -> String {
        let found = self
            .scene
            .app
            .get("/api/v1/experts?q=backup", &self.scene.coordinator)
            .await
            .expect(200)
            .json();
        let skills = found["items"][0]["skills"].as_array().unwrap().clone();
        let mut skills = skills.iter();
        let skill = skills.find(|skill| skill["id"] == SKILL).unwrap();
        skill["evidence"].as_str().unwrap().to_owned()
    }
}

const SKILL: &str = "domain:backup-restore";

fn sides(read: &Value) -> Vec<&str> {
    let reviews = read["reviews"].as_array().unwrap().iter();
    reviews
        .map(|review| review["side"].as_str().unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_copy_of_what_is_kept_holds_the_own_words_and_no_others() {
    let done = Done::new().await;
    done.step("start", json!({})).await;
    let now = || done.scene.app.state.db.clock().now();
    let from = now();
    done.scene.after(3_600).await;
    let time = json!({
        "from": from, "until": now(), "mode": "remote", "note": "Wurzelserver 🔧",
    });
    let app = &done.scene.app;
    let times = done.path("times");
    app.post(&times, &done.expert, &time).await.expect(201);
    done.step("end", json!({})).await;
    let own = done.write(&done.expert, "Zirbelgeist").await;
    assert!(own.status.is_success(), "{}", own.text);
    let towns = done.write(&done.town, "Murkelburg").await;
    assert!(towns.status.is_success(), "{}", towns.text);

    let copy = app.get("/api/v1/me/export", &done.expert).await.expect(200);

    assert!(!copy.text.contains("Murkelburg"), "the town's words");
    let kept = copy.json()["kept"].as_array().unwrap().clone();
    let said = |table: &str| {
        let part = kept.iter().find(|part| part["table"] == table).unwrap();
        let rows = part["rows"].as_array().unwrap().iter();
        let said = rows.map(|row| row["sealed"].clone());
        said.filter(|one| !one.is_null()).collect::<Vec<_>>()
    };
    assert_eq!(said("deployment_times"), [json!("Wurzelserver 🔧")]);
    let reviews = said("deployment_reviews");
    assert_eq!(reviews.len(), 1);
    assert_eq!(reviews[0]["went_well"], "Zirbelgeist");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reads_the_other_before_both_wrote() {
    let done = Done::over().await;
    let desk = &done.scene.coordinator;

    let written = done.write(&done.town, "Ruhige Anleitung").await;
    assert_eq!(sides(&written.expect(200).json()), ["town"]);
    assert_eq!(sides(&done.read(&done.expert).await), [""; 0]);
    assert_eq!(sides(&done.read(desk).await), [""; 0]);
    done.write(&done.town, "Sehr ruhige Anleitung")
        .await
        .expect(200);
    done.write(&done.manager, "Gut vorbereitet")
        .await
        .expect(200);
    let both = done.write(&done.expert, "Klare Ansagen").await.expect(200);

    assert_eq!(both.json()["visible"], true);
    for who in [&done.town, &done.expert, &done.manager, desk] {
        let read = done.read(who).await;
        assert_eq!(sides(&read), ["employer", "expert", "town"]);
        assert_eq!(read["reviews"][2]["went_well"], "Sehr ruhige Anleitung");
    }
    done.write(&done.town, "Anders").await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_two_weeks_whoever_wrote_is_read_and_nobody_writes() {
    let done = Done::over().await;
    done.write(&done.town, "Ruhige Anleitung").await.expect(200);

    done.scene.after(14 * 86_400).await;

    let desk = done.scene.app.sign_in(Role::Coordinator, None).await;
    assert_eq!(sides(&done.read(&desk).await), ["town"]);
    done.write(&done.expert, "Zu spät").await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_sides_write_and_only_after_the_end() {
    let done = Done::new().await;
    done.write(&done.town, "Zu früh").await.expect(409);
    done.step("start", json!({})).await;
    done.step("end", json!({})).await;
    let other = organisation()
        .with("place", "15083")
        .save(&done.scene.app)
        .await;
    let other_town = done.scene.app.sign_in(Role::Requester, Some(other)).await;
    let other_house = done
        .scene
        .app
        .sign_in(Role::MemberManager, Some(other))
        .await;

    done.write(&other_town, "Fremd").await.expect(404);
    done.write(&other_house, "Fremd").await.expect(404);
    let desk = done.scene.coordinator.clone();
    done.write(&desk, "Für andere").await.expect(403);
    done.write(&done.town, " ").await.expect(422);
    done.write(&done.town, &"ä".repeat(4_001)).await.expect(422);
    done.prove(&other_town, &[SKILL]).await.expect(404);
    done.prove(&done.manager, &[SKILL]).await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_town_saw_is_found_and_the_person_takes_it_back() {
    let done = Done::over().await;
    let before = done.evidence().await;
    assert_ne!(before, "deployment");

    done.prove(&done.expert, &[SKILL]).await.expect(422);
    let proven = done.prove(&done.town, &[SKILL]).await.expect(200).json();
    assert_eq!(proven["skills"][0]["proven"], true);
    assert_eq!(done.evidence().await, "deployment");

    let auditor = done.scene.app.sign_in(Role::Auditor, None).await;
    let record = done
        .scene
        .app
        .get("/api/v1/audit?limit=100", &auditor)
        .await;
    assert!(record.text.contains("deployment.skills_proven"));
    let taken = done.prove(&done.expert, &[]).await.expect(200).json();
    assert_eq!(taken["skills"][0]["taken_back"], true);
    assert_eq!(done.evidence().await, before);
    done.prove(&done.town, &[SKILL]).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_marks_what_is_not_of_the_need_or_not_held_nor_after_90_days() {
    let done = Done::over().await;
    let desk = done.scene.coordinator.clone();

    done.prove(&desk, &["product:veeam"]).await.expect(422);
    done.prove(&desk, &["domain:forensics"]).await.expect(422);
    done.prove(&desk, &[SKILL]).await.expect(200);
    done.prove(&desk, &[]).await.expect(200);
    assert_ne!(done.evidence().await, "deployment");

    done.scene.after(90 * 86_400).await;
    let desk = done.scene.app.sign_in(Role::Coordinator, None).await;
    done.prove(&desk, &[SKILL]).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_is_deleted_a_year_after_the_end() {
    let done = Done::over().await;
    done.write(&done.town, "Ruhige Anleitung").await.expect(200);
    done.prove(&done.town, &[SKILL]).await.expect(200);
    let state = &done.scene.app.state;
    let kept = || async {
        let reviews = deployment_review::Entity::find();
        let reviews = reviews.count(state.db.reader()).await.unwrap();
        let proven = deployment_proven::Entity::find();
        (reviews, proven.count(state.db.reader()).await.unwrap())
    };
    assert_eq!(kept().await, (1, 1));

    done.scene.app.move_days(366);
    kataster::incidents::forget_old(&state.db, &state.retention)
        .await
        .unwrap();

    assert_eq!(kept().await, (0, 1));
}

/// A lesson that tells nothing.
fn new_lesson(tlp: &str) -> Value {
    json!({
        "title": "Zuerst trennen, dann fragen",
        "text": "Wer die Datensicherung sofort vom Netz nahm, war nach drei Tagen zurück.",
        "tlp": tlp,
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_person_shares_a_lesson_and_its_light_says_who_reads_it() {
    let done = Done::new().await;
    let app = &done.scene.app;
    let path = format!("{INCIDENTS}/{}/lessons", done.incident);
    let second = app.sign_in(Role::Coordinator, None).await;
    app.post(&path, &done.town, &new_lesson("red"))
        .await
        .expect(422);
    for tlp in ["clear", "green", "amber", "amber_strict"] {
        let drafted = app
            .post(&path, &done.scene.coordinator, &new_lesson(tlp))
            .await;
        let drafted = drafted.expect(201).json();
        assert_eq!(
            (&drafted["state"], &drafted["land_group"]),
            (&json!("draft"), &json!("ost"))
        );
        let share = format!("/api/v1/lessons/{}/share", drafted["id"].as_str().unwrap());
        app.post(&share, &done.scene.coordinator, &json!({}))
            .await
            .expect(409);
        app.post(&share, &second, &json!({})).await.expect(200);
        app.post(&share, &second, &json!({})).await.expect(409);
    }

    let auditor = app.sign_in(Role::Auditor, None).await;
    for (who, count) in [
        (&auditor, 2),
        (&done.expert, 2),
        (&done.town, 3),
        (&done.manager, 3),
        (&second, 4),
    ] {
        let read = app.get("/api/v1/lessons", who).await.expect(200);
        assert_eq!(read.json()["items"].as_array().unwrap().len(), count);
        assert!(!read.text.contains("inc_"));
    }
    let other = "/api/v1/lessons?symptom=data-leaked";
    let none = app.get(other, &second).await.expect(200).json();
    assert_eq!(none["items"], json!([]));
    app.get("/api/v1/lessons", "").await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lesson_that_tells_whose_it_is_is_refused() {
    let done = Done::new().await;
    let app = &done.scene.app;
    let path = format!("{INCIDENTS}/{}/lessons", done.incident);

    for telling in [
        "In Köthen war alles aus.",
        "Der Landkreis Anhalt-Bitterfeld half.",
        "Frau Quastenflosser0 kam schnell.",
        "Fragen Sie Xylofanie!",
        "Rückfragen an 0171 9998887",
    ] {
        let mut lesson = new_lesson("green");
        lesson["text"] = json!(telling);
        let refused = app.post(&path, &done.town, &lesson).await.expect(422);
        let pointers = refused.pointers();
        assert!(
            pointers.iter().all(|pointer| pointer == "/text"),
            "{telling}: {pointers:?}"
        );
        assert!(refused.text.contains("Dieser Satz verrät, wer Sie sind"));
    }
    let other = organisation().with("place", "15083").save(app).await;
    let other_town = app.sign_in(Role::Requester, Some(other)).await;
    app.post(&path, &other_town, &new_lesson("green"))
        .await
        .expect(404);
    app.post(&path, &done.manager, &new_lesson("green"))
        .await
        .expect(403);
    let kept = lesson::Entity::find().count(app.state.db.reader()).await;
    assert_eq!(kept.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_learned_of_what_the_police_investigates() {
    let done = Done::new().await;
    let app = &done.scene.app;
    let path = format!("{INCIDENTS}/{}", done.incident);
    let lessons = format!("{path}/lessons");
    let drafted = app.post(&lessons, &done.town, &new_lesson("green")).await;
    let id = drafted.expect(201).json()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let share = format!("/api/v1/lessons/{id}/share");
    let desk = &done.scene.coordinator;
    app.post(&share, desk, &json!({})).await.expect(200);
    let hold = |is_held: bool| {
        let (path, desk) = (path.clone(), desk.clone());
        async move {
            let etag = app.get(&path, &desk).await.expect(200).etag();
            let body = json!({ "investigation_hold": is_held });
            app.patch(&path, &desk, &etag, &body).await.expect(200);
        }
    };
    let read = || async {
        let read = app.get("/api/v1/lessons", desk).await.expect(200).json();
        read["items"].as_array().unwrap().len()
    };

    hold(true).await;
    assert_eq!(read().await, 0);
    app.post(&lessons, &done.town, &new_lesson("green"))
        .await
        .expect(409);
    hold(false).await;
    assert_eq!(read().await, 1);

    let withdraw = format!("/api/v1/lessons/{id}/withdraw");
    app.post(&withdraw, &done.expert, &json!({}))
        .await
        .expect(403);
    app.post(&withdraw, &done.town, &json!({}))
        .await
        .expect(204);
    assert_eq!(read().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_learned_outlives_its_incident_unless_the_police_investigates() {
    for (is_held, kept) in [(false, 1), (true, 0)] {
        let scene = Scene::with(0).await;
        let (app, desk) = (&scene.app, &scene.coordinator);
        let (incident, _) = scene.incident().await;
        let town = scene.town(&incident).await;
        let path = format!("{INCIDENTS}/{incident}");
        let lessons = format!("{path}/lessons");
        let drafted = app.post(&lessons, &town, &new_lesson("green")).await;
        let drafted = drafted.expect(201).json();
        let share = drafted["id"].as_str().unwrap();
        let share = format!("/api/v1/lessons/{share}/share");
        app.post(&share, desk, &json!({})).await.expect(200);
        let etag = app.get(&path, desk).await.expect(200).etag();
        let body = json!({ "investigation_hold": is_held, "severity": 3 });
        app.patch(&path, desk, &etag, &body).await.expect(200);
        let done = json!({"reason": "done"});
        let closed = app.post(&format!("{path}/close"), desk, &done).await;
        closed.expect(200);

        app.move_days(366);
        let (db, retention) = (&app.state.db, &app.state.retention);
        kataster::incidents::forget_old(db, retention)
            .await
            .unwrap();

        let incidents = incident::Entity::find().count(db.reader()).await;
        assert_eq!(incidents.unwrap(), 0);
        let left = lesson::Entity::find().count(db.reader()).await;
        assert_eq!(left.unwrap(), kept, "{is_held}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fewer_than_five_are_not_counted_out() {
    let scene = Scene::with(0).await;
    let (first, _) = scene.incident().await;
    let figures = |days: i64| {
        let scene = &scene;
        async move {
            scene.app.move_days(days);
            let auditor = scene.app.sign_in(Role::Auditor, None).await;
            let read = scene.app.get("/api/v1/statistics", &auditor).await;
            read.expect(200).json()
        }
    };
    let of = |figures: &Value, key: &str| {
        let groups = figures["incidents_by_land_group"]
            .as_array()
            .unwrap()
            .clone();
        let found = groups.into_iter().find(|group| group["key"] == key);
        found.unwrap()["count"].clone()
    };

    let alone = figures(92).await;
    assert_eq!(alone["incidents"], Value::Null);
    assert_eq!(of(&alone, "ost"), Value::Null);
    assert_eq!(
        of(&alone, "nord"),
        Value::Null,
        "not even where there is none"
    );

    copy(&scene, &first, 5).await;
    let six = figures(0).await;
    assert_eq!(six["incidents"], 6);
    assert_eq!((of(&six, "ost"), of(&six, "nord")), (json!(6), json!(0)));
    assert_eq!(six["help_days"], 0);
    assert_eq!(six["filled_percent"], Value::Null);
    let house = organisation().with("place", "15083").save(&scene.app).await;
    let roles = [
        (Role::Requester, Some(house)),
        (Role::Expert, Some(house)),
        (Role::Vetter, None),
    ];
    for (role, house) in roles {
        let token = scene.app.sign_in(role, house).await;
        scene
            .app
            .get("/api/v1/statistics", &token)
            .await
            .expect(403);
    }
}

/// So many more incidents like this one.
async fn copy(scene: &Scene, first: &str, times: u8) {
    let db = &scene.app.state.db;
    let id: IncidentId = first.parse().unwrap();
    let row = incident::Entity::find_by_id(id).one(db.reader()).await;
    let row = row.unwrap().unwrap();
    let txn = db.begin().await.unwrap();
    for number in 0..times {
        let copy = incident::Model {
            id: IncidentId(uuid::Uuid::new_v4()),
            link_hash: vec![number; 32],
            ..row.clone()
        };
        let copy = incident::Entity::insert(copy.into_active_model());
        copy.exec_without_returning(txn.connection()).await.unwrap();
    }
    txn.commit().await.unwrap();
}
