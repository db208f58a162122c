//! What others learn.

use kataster::access::Role;
use kataster::entity::{incident, lesson};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::Done;
use crate::help::INCIDENTS;
use crate::help::scene::Scene;
use crate::support::organisation;

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
