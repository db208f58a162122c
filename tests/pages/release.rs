//! The page of an employer who is asked: by a link, without an account and without scripts.

use kataster::access::Role;
use serde_json::{Value, json};

use super::help::{look, submit};
use crate::help::scene::{Scene, one_need, token};
use crate::support::Answer;

/// A request with a yes, whose employer is asked; its id and the path of the manager's page.
async fn asked(scene: &Scene, mode: &str, answer: &str) -> (String, String) {
    let employer = scene.helpers[0].employer;
    let manager = (Role::MemberManager, Some(employer));
    let (_, email) = scene.app.account_with_password(manager.0, manager.1).await;
    let mut need = one_need();
    need["mode"] = json!(mode);
    let request = scene.alerting(&json!([need])).await;
    let yes = json!({"answer": answer, "rested": true});
    scene.answer(&scene.asked()[0].1, &yes).await.expect(200);
    let letters = scene.letters(&email, "/freigabe/");
    let link = token(&letters[0], "/freigabe/").unwrap();
    (request, format!("/freigabe/{link}"))
}

async fn each_time() -> Scene {
    Scene::with_release(1, json!({"form": "each_time"})).await
}

async fn decide(scene: &Scene, path: &str, decision: &str) -> Answer {
    let decided = submit(&scene.app, path, &[("entscheidung", decision)]).await;
    scene.run().await;
    decided
}

async fn state(scene: &Scene, request: &str) -> Value {
    scene.show(request).await["deployments"][0]["state"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_releases_in_two_taps_and_sees_no_name() {
    let scene = each_time().await;
    let (request, path) = asked(&scene, "remote", "remote").await;

    let page = look(&scene.app, &path, "").await;
    for said in [
        "aus Ihrem Haus möchte helfen",
        "K-",
        "Anhalt-Bitterfeld",
        "Stadt oder Gemeinde",
        "Datensicherung",
        "Aus der Ferne",
        "Entscheiden Sie bis",
        "Weisungen gibt weiter Ihr Haus.",
        "Unfallversicherung: noch nicht hinterlegt. Haftpflicht: noch nicht hinterlegt.",
        "Die Kommune erstattet zusätzliche Kosten wie Fahrt, Unterkunft, Überstunden.",
        "value=\"release\"",
        "value=\"refuse\"",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("value=\"remote_only\""), "it is from afar");
    for detail in ["Köthen", "9998887", "Xylofanie", "Quastenflosser"] {
        assert!(!page.contains(detail), "{detail}");
    }

    let released = decide(&scene, &path, "release").await;
    assert_eq!(released.expect(303).location(), path);
    assert_eq!(state(&scene, &request).await, "released");
    let page = look(&scene.app, &path, "").await;
    assert!(page.contains("Jetzt entscheidet die Kommune") && !page.contains("<form"));
    // Decided is decided.
    decide(&scene, &path, "refuse").await.expect(303);
    assert_eq!(state(&scene, &request).await, "released");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_insures_is_said_as_the_house_keeps_it() {
    let scene = each_time().await;
    let (_, path) = asked(&scene, "remote", "remote").await;
    let admin = scene.app.sign_in(kataster::access::Role::Admin, None).await;
    let house = format!("/api/v1/organisations/{}", scene.helpers[0].employer);
    let etag = scene.app.get(&house, &admin).await.expect(200).etag();
    let insured = json!({"accident_insurer": "Unfallkasse Musterland", "liability_insurer": "KSA"});

    let kept = scene.app.patch(&house, &admin, &etag, &insured).await;

    assert_eq!(kept.expect(200).json()["liability_insurer"], "KSA");
    let page = look(&scene.app, &path, "").await;
    assert!(page.contains("Unfallversicherung: Unfallkasse Musterland. Haftpflicht: KSA."));
}

#[tokio::test(flavor = "multi_thread")]
async fn from_afar_only_is_offered_where_that_helps() {
    let scene = each_time().await;
    let (request, path) = asked(&scene, "either", "on_site").await;
    let page = look(&scene.app, &path, "").await;
    assert!(page.contains("Nur aus der Ferne") && page.contains("Dienstreise"));

    decide(&scene, &path, "remote_only").await.expect(303);

    let shown = scene.show(&request).await;
    assert_eq!(shown["deployments"][0]["mode"], "remote");
    let scene = each_time().await;
    let (request, path) = asked(&scene, "on_site", "on_site").await;
    let page = look(&scene.app, &path, "").await;
    assert!(!page.contains("Nur aus der Ferne"));
    decide(&scene, &path, "remote_only").await.expect(422);
    decide(&scene, &path, "vielleicht").await.expect(422);
    assert_eq!(state(&scene, &request).await, "agreed");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_stays_refused() {
    let scene = each_time().await;
    let (request, path) = asked(&scene, "remote", "remote").await;

    decide(&scene, &path, "refuse").await.expect(303);

    assert_eq!(state(&scene, &request).await, "refused");
    let page = look(&scene.app, &path, "").await;
    assert!(page.contains("Ihr Haus hat den Einsatz abgelehnt"));
    let link = scene.asked()[0].1.clone();
    let own = look(&scene.app, &format!("/a/{link}"), "").await;
    assert!(own.contains("Ihr Haus gibt den Einsatz nicht frei"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_is_too_late_after_its_hour_and_one_of_nobody_asks_nothing() {
    let scene = each_time().await;
    let (request, path) = asked(&scene, "remote", "remote").await;

    scene.after(3_600).await;

    let page = look(&scene.app, &path, "").await;
    assert!(page.contains("Die Zeit ist abgelaufen") && !page.contains("<form"));
    decide(&scene, &path, "release").await.expect(303);
    assert_eq!(state(&scene, &request).await, "lapsed");
    for unknown in ["/freigabe/x", &format!("/freigabe/{}", "0".repeat(64))] {
        scene.app.get(unknown, "").await.expect(404);
        decide(&scene, unknown, "release").await.expect(404);
    }
}
