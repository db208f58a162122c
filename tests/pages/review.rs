//! After a deployment, as its sides see it: the review, the certificate, lessons and figures.

use kataster::access::Role;
use serde_json::json;

use super::requests::{look, person, told, town};
use crate::help::scene::{Scene, one_need, yes};

const DAY: i64 = 24 * 3_600;

/// A deployment all said yes to, and its incident.
async fn committed() -> (Scene, String, String) {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let (_, id) = scene.promised(&incident, &one_need(), &yes()).await;
    let desk = &scene.coordinator;
    let accepted = scene.decide(desk, (&id, "acceptance"), "accept").await;
    accepted.expect(200);
    (scene, incident, id)
}

/// The session of whoever helps.
async fn expert(scene: &Scene) -> String {
    let helper = &scene.helpers[0];
    person(scene, (helper.id, helper.employer)).await
}

/// A deployment that is over, with the town's session and that of whoever helped.
async fn over() -> (Scene, String, String, [String; 2]) {
    let (scene, incident, id) = committed().await;
    let town = town(&scene, &incident).await;
    let expert = expert(&scene).await;
    for what in ["start", "end"] {
        let path = format!("/api/v1/deployments/{id}/{what}");
        let done = scene.app.post(&path, &scene.coordinator, &json!({})).await;
        done.expect(200);
    }
    (scene, incident, id, [town, expert])
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sides_say_how_it_went_and_read_each_other() {
    let (scene, _, id, [town, expert]) = over().await;
    let path = format!("/einsaetze/{id}/rueckblick");
    let hub = look(&scene, &format!("/einsaetze/{id}"), &town).await;
    assert!(hub.contains(&path) && !hub.contains("/bescheinigung"));
    let page = look(&scene, &path, &town).await;
    assert!(page.contains("Es gibt keine Noten."));

    let empty = scene.app.submit(&path, &town, &[("gut", " ")]).await;
    assert!(empty.expect(422).text.contains("error-summary"));
    let sent = scene
        .app
        .submit(&path, &town, &[("gut", "Ruhige Anleitung")])
        .await;
    let page = told(&scene, sent, &town).await;
    assert!(page.contains("Ihr Rückblick ist gespeichert.") && page.contains("Ruhige Anleitung"));
    let page = look(&scene, &path, &expert).await;
    assert!(!page.contains("Ruhige Anleitung"));
    let sent = scene
        .app
        .submit(&path, &expert, &[("schwer", "Kein Netzplan")])
        .await;
    let page = told(&scene, sent, &expert).await;
    assert!(page.contains("Ruhige Anleitung") && page.contains("Kein Netzplan"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_certificate_names_the_town_only_where_it_agreed() {
    let (scene, _, id, [town, expert]) = over().await;
    let review = format!("/einsaetze/{id}/rueckblick");
    let path = format!("/einsaetze/{id}/bescheinigung");
    let sheet = look(&scene, &path, &expert).await;
    assert!(sheet.contains("Erika Quastenflosser0") && sheet.contains("Datensicherung"));
    assert!(!sheet.contains("Geholfen in"));
    scene.app.page(&path, &town).await.expect(404);

    let marks = [("faehigkeit", "domain:backup-restore")];
    let proven = format!("{review}/bewaehrt");
    let sent = scene.app.submit(&proven, &town, &marks).await;
    assert!(
        told(&scene, sent, &town)
            .await
            .contains("Die Auswahl ist gespeichert.")
    );
    let naming = format!("{review}/ort");
    scene
        .app
        .submit(&naming, &town, &[("ort", "ja")])
        .await
        .expect(303);

    let sheet = look(&scene, &path, &expert).await;
    assert!(sheet.contains("Geholfen in") && sheet.contains("Im Einsatz bewährt"));
    let (_, code) = sheet.split_once("Prüfwert ").unwrap();
    let code = &code[..14];
    let desk = scene.app.browse_as(Role::Coordinator, None).await;
    let right = look(&scene, &format!("{path}?pruefen={code}"), &desk).await;
    assert!(right.contains("Der Prüfwert stimmt.") && !right.contains("Quastenflosser"));
    let wrong = look(&scene, &format!("{path}?pruefen=AAAA-AAAA-AAAA"), &desk).await;
    assert!(wrong.contains("stimmt nicht mit diesem Einsatz überein"));
    scene.app.page(&path, &desk).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_what_nobody_began_no_certificate_is_offered() {
    let (scene, _, id) = committed().await;
    scene.after(14 * DAY).await;
    let expert = expert(&scene).await;

    let page = look(&scene, &format!("/einsaetze/{id}/rueckblick"), &expert).await;

    assert!(!page.contains("/bescheinigung"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lesson_is_drafted_checked_by_another_and_read() {
    let (scene, incident, _, [town, expert]) = over().await;
    let path = format!("/vorfaelle/{incident}/lehre");
    let one = look(&scene, &format!("/vorfaelle/{incident}"), &town).await;
    assert!(one.contains(&path));
    let fields = |text: &'static str| {
        [
            ("formular", "eins"),
            ("titel", "Zuerst trennen"),
            ("text", text),
            ("phase", "acute"),
            ("tlp", "green"),
        ]
    };
    let telling = fields("In Köthen war alles aus.");
    let refused = scene.app.submit(&path, &town, &telling).await.expect(422);
    assert!(refused.text.contains("Dieser Satz verrät, wer Sie sind"));

    let clean = fields("Die Datensicherung sofort vom Netz nehmen.");
    let sent = scene.app.submit(&path, &town, &clean).await;
    assert!(
        told(&scene, sent, &town)
            .await
            .contains("Eine zweite Person prüft ihn.")
    );
    let desk = scene.app.browse_as(Role::Coordinator, None).await;
    assert!(
        !look(&scene, "/erfahrungen", &expert)
            .await
            .contains("Zuerst trennen")
    );
    let page = look(&scene, "/erfahrungen", &desk).await;
    let (_, rest) = page.split_once("/erfahrungen/les_").unwrap();
    let id = format!("les_{}", &rest[..36]);
    let share = format!("/erfahrungen/{id}/freigabe");
    let shared = scene.app.submit(&share, &desk, &[]).await;
    assert!(
        told(&scene, shared, &desk)
            .await
            .contains("Die Erfahrung ist geteilt.")
    );
    let page = look(&scene, "/erfahrungen?phase=acute", &expert).await;
    assert!(page.contains("Zuerst trennen") && !page.contains("/zurueckziehen"));
    let page = look(&scene, "/erfahrungen?phase=rebuild", &expert).await;
    assert!(!page.contains("Zuerst trennen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_for_those_who_run_the_federation() {
    let scene = Scene::with(0).await;
    let auditor = scene.app.browse_as(Role::Auditor, None).await;

    let page = look(&scene, "/zahlen", &auditor).await;

    assert!(page.contains("Vorfälle nach Anzeichen") && page.contains("/erfahrungen"));
    let vetter = scene.app.browse_as(Role::Vetter, None).await;
    scene.app.page("/zahlen", &vetter).await.expect(403);
}
