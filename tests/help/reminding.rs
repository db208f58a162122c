//! A town is reminded of the reports the law asks for, until they are made.

use kataster::access::Role;
use kataster::entity::{clock_reminder, guide_tick};
use kataster::incidents;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::scene::{Scene, token};
use super::{INCIDENTS, ask, new_incident};
use crate::emergency::recorded;

const TOWN_MAIL: &str = "xylofanie@privat.example";
const HOUR: i64 = 3_600;

/// A verified incident of a town that is written to at this address; its id, and the link of its status page.
async fn verified(scene: &Scene, email: &str) -> (String, String) {
    let (id, asked) = scene.incident_with_mail(email).await;
    scene.run().await;
    let link = asked["status_url"].as_str().unwrap();
    let link = link.rsplit_once("/hilfe/").unwrap().1.to_owned();
    (id, link)
}

/// Letters about a time limit that went to an address.
fn told(scene: &Scene, to: &str) -> Vec<String> {
    scene.letters(to, "Meldefrist")
}

/// The desk says something of an incident, with a token that still works.
async fn say(scene: &Scene, path: &str, body: &Value) {
    let desk = scene.app.sign_in(Role::Coordinator, None).await;
    scene.app.post(path, &desk, body).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_and_whoever_cares_are_reminded_at_half_time_before_the_end_and_at_the_end() {
    let scene = Scene::with(0).await;
    let (_, desk) = scene
        .app
        .account_with_password(Role::Coordinator, None)
        .await;
    let (id, link) = verified(&scene, TOWN_MAIL).await;
    let count = || (told(&scene, TOWN_MAIL).len(), told(&scene, &desk).len());
    assert_eq!(count(), (0, 0));

    for (hours, letters) in [(35, 0), (1, 1), (29, 1), (1, 2), (6, 3), (100, 3)] {
        scene.after(hours * HOUR).await;
        // A second run finds nothing to do.
        scene.run().await;
        assert_eq!(count(), (letters, letters), "after {hours} more hours");
    }

    let letters = told(&scene, TOWN_MAIL);
    for letter in &letters {
        assert_eq!(token(letter, "/hilfe/"), Some(link.clone()));
        for detail in ["Anhalt", "9998887", "Xylofanie Q", "verschl", "DSGVO"] {
            assert!(!letter.contains(detail), "{detail}");
        }
    }
    assert!(letters[2].contains("abgelaufen") && !letters[1].contains("abgelaufen"));
    let told = told(&scene, &desk);
    assert_eq!(token(&told[0], "/vorfaelle/"), Some(id));
    let record = recorded(&scene.app, "incident.clock_reminded").await;
    assert_eq!(record.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_took_it_over_is_told_and_no_other_coordinator() {
    let scene = Scene::with(0).await;
    let (_, other) = scene
        .app
        .account_with_password(Role::Coordinator, None)
        .await;
    let (id, _) = verified(&scene, TOWN_MAIL).await;
    say(&scene, &format!("{INCIDENTS}/{id}/take"), &json!({})).await;

    scene.after(36 * HOUR).await;

    assert_eq!(told(&scene, TOWN_MAIL).len(), 1);
    assert_eq!(told(&scene, &other).len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_reported_is_not_reminded_of() {
    let scene = Scene::with(0).await;
    let (id, _) = verified(&scene, TOWN_MAIL).await;
    scene.after(36 * HOUR).await;
    assert_eq!(told(&scene, TOWN_MAIL).len(), 1);

    let done = format!("{INCIDENTS}/{id}/clocks/gdpr_72h/done");
    say(&scene, &done, &json!({})).await;

    scene.after(36 * HOUR).await;
    assert_eq!(told(&scene, TOWN_MAIL).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_limit_that_moved_is_reminded_of_when_it_ends_now() {
    let scene = Scene::with(0).await;
    let (id, _) = verified(&scene, TOWN_MAIL).await;
    let path = format!("{INCIDENTS}/{id}");
    let earlier = scene.app.state.db.clock().now().plus_seconds(-10 * HOUR);
    let shown = scene.app.get(&path, &scene.coordinator).await.expect(200);
    let known = json!({ "breach_known_at": earlier });
    scene
        .app
        .patch(&path, &scene.coordinator, &shown.etag(), &known)
        .await
        .expect(200);

    // Half of the time has run ten hours after half of what was left.
    scene.after(26 * HOUR).await;
    assert_eq!(told(&scene, TOWN_MAIL).len(), 1);
    scene.after(10 * HOUR).await;
    assert_eq!(told(&scene, TOWN_MAIL).len(), 1);
    scene.after(20 * HOUR).await;
    assert_eq!(told(&scene, TOWN_MAIL).len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_duty_outlasts_the_help_and_not_a_hoax() {
    for (reason, letters) in [("done", 1), ("not_genuine", 0)] {
        let scene = Scene::with(0).await;
        let (id, _) = verified(&scene, TOWN_MAIL).await;
        scene.close(&id, reason).await;

        scene.after(36 * HOUR).await;

        assert_eq!(told(&scene, TOWN_MAIL).len(), letters, "{reason}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_mailbox_of_the_struck_house_is_written_to() {
    let scene = Scene::with(0).await;
    let own = "it@koethen-anhalt.de";
    verified(&scene, own).await;

    scene.after(36 * HOUR).await;

    assert_eq!(told(&scene, own).len(), 0);
    let record = recorded(&scene.app, "incident.clock_reminded").await;
    assert_eq!(record.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn before_anybody_made_sure_nobody_is_reminded() {
    let scene = Scene::with(0).await;
    let mut body = new_incident();
    body["contact"]["email"] = json!(TOWN_MAIL);
    ask(&scene.app, &body).await.expect(201);

    scene.after(72 * HOUR).await;

    assert_eq!(told(&scene, TOWN_MAIL).len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_when_the_town_was_reminded() {
    let scene = Scene::with(0).await;
    let (id, link) = verified(&scene, TOWN_MAIL).await;
    scene.after(36 * HOUR).await;

    let desk = scene.app.browse_as(Role::Coordinator, None).await;
    let page = scene.app.page(&format!("/vorfaelle/{id}"), &desk).await;
    let page = page.expect(200).text;
    assert!(page.contains("Kommune erinnert, verschickt"), "{page}");
    assert!(page.contains("noch 36 Std."));
    let status = scene.app.page(&format!("/hilfe/{link}"), "").await;
    let status = status.expect(200).text;
    assert!(status.contains("noch 36 Std.") && status.contains("Art. 33"));
}

#[tokio::test(flavor = "multi_thread")]
async fn reminders_and_ticks_are_forgotten_with_their_incident() {
    let scene = Scene::with(0).await;
    let (id, link) = verified(&scene, TOWN_MAIL).await;
    let app = &scene.app;
    let guide = format!("/hilfe/{link}/leitfaden");
    let page = app.page(&guide, "").await.expect(200).text;
    let (_, key) = page.split_once("name=\"zeile\" value=\"").unwrap();
    let key = key.split('"').next().unwrap();
    let form = [("phase", "acute"), ("zeile", key)];
    app.submit(&guide, "", &form).await.expect(303);
    let kept = || async {
        let db = app.state.db.reader();
        let reminders = clock_reminder::Entity::find().count(db).await.unwrap();
        (
            reminders,
            guide_tick::Entity::find().count(db).await.unwrap(),
        )
    };
    assert_eq!(kept().await, (3, 1));
    let path = format!("{INCIDENTS}/{id}/close");
    say(&scene, &path, &json!({"reason": "done"})).await;

    app.move_days(366);
    incidents::forget_old(&app.state.db, &app.state.retention)
        .await
        .unwrap();

    assert_eq!(kept().await, (0, 0));
}
