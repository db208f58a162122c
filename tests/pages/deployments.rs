//! Deployments as the town, the employer and the expert see them.

use kataster::access::Role;
use serde_json::json;

use super::requests::{look, told, town};
use crate::help::scene::{Scene, each_time, one_need, yes};

const RELEASES: &str = "/organisation/freigaben";

/// A request with a yes, and the id of the deployment that came of it.
async fn said_yes(scene: &Scene, incident: &str) -> (String, String) {
    scene.promised(incident, &one_need(), &yes()).await
}

async fn asking_each_time() -> Scene {
    Scene::with_release(1, each_time()).await
}

async fn manager(scene: &Scene) -> String {
    let employer = scene.helpers[0].employer;
    scene
        .app
        .browse_as(Role::MemberManager, Some(employer))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_employer_releases_and_the_town_accepts_and_phones() {
    let scene = asking_each_time().await;
    let (incident, _) = scene.incident().await;
    let (town, manager) = (town(&scene, &incident).await, manager(&scene).await);
    let (request, id) = said_yes(&scene, &incident).await;
    let path = format!("/ersuchen/{request}");
    let waiting = look(&scene, &path, &town).await;
    assert!(waiting.contains("Der Arbeitgeber entscheidet bis"));
    assert!(!waiting.contains("/annahme"));

    let page = look(&scene, RELEASES, &manager).await;
    assert!(page.contains("Einsätze, die auf Ihre Freigabe warten"));
    assert!(page.contains("Landkreis Anhalt-Bitterfeld") && page.contains("Antwort bis"));
    assert!(page.contains("Die Kommune erstattet zusätzliche Kosten"));
    assert!(!page.contains("Köthen") && !page.contains("Nur aus der Ferne"));
    let release = format!("{RELEASES}/einsaetze/{id}");
    let released = scene
        .app
        .submit(&release, &manager, &[("antwort", "release")])
        .await;
    let page = told(&scene, released, &manager).await;
    assert!(
        page.contains("Der Einsatz ist freigegeben.") && page.contains("Freigegebene Einsätze")
    );
    let late = scene
        .app
        .submit(&release, &manager, &[("antwort", "refuse")])
        .await;
    assert!(
        told(&scene, late, &manager)
            .await
            .contains("Das ging nicht mehr")
    );
    let accept = format!("/einsaetze/{id}/annahme");
    let contact = format!("/einsaetze/{id}/kontakt");
    let early = scene.app.submit(&contact, &town, &[]).await;
    assert!(
        told(&scene, early, &town)
            .await
            .contains("Das ging nicht mehr")
    );
    let accepted = scene
        .app
        .submit(&accept, &town, &[("antwort", "accept")])
        .await;
    let page = told(&scene, accepted, &town).await;
    assert!(page.contains("Verbindlich zugesagt") && page.contains("Kontakt ansehen"));
    assert!(!page.contains("Quastenflosser"));

    let shown = scene.app.submit(&contact, &town, &[]).await.expect(200);
    assert!(shown.text.contains("Quastenflosser0"));
    assert!(shown.text.contains("Ihr Anrufer nennt zuerst sein Wort:"));
    let refused = scene
        .app
        .submit(&accept, &town, &[("antwort", "refuse")])
        .await;
    assert!(
        told(&scene, refused, &town)
            .await
            .contains("Das ging nicht mehr")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_is_called_one_by_everybody() {
    let scene = asking_each_time().await;
    let (incident, _) = scene.incident().await;
    let (town, manager) = (town(&scene, &incident).await, manager(&scene).await);
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;
    let (_, link) = &scene.asked()[0];
    let talk = json!({"answer": "first_call"});
    scene.answer(link, &talk).await.expect(200);

    let request = format!("/ersuchen/{request}");
    for (path, who) in [
        (request.as_str(), &town),
        ("/einsaetze", &town),
        ("/einsaetze", &manager),
        (RELEASES, &manager),
    ] {
        let page = look(&scene, path, who).await;
        assert!(page.contains("Telefonat bis 2 Stunden"), "{path}");
        let is_of_the_need = path == request;
        assert!(is_of_the_need || !page.contains("Aus der Ferne"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_answers_for_a_town_and_sees_no_contact() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let (request, id) = said_yes(&scene, &incident).await;
    let desk = scene.app.browse_as(Role::Coordinator, None).await;
    let path = format!("/ersuchen/{request}");
    let page = look(&scene, &path, &desk).await;
    assert!(page.contains("Sie antworten im Auftrag der Kommune."));

    let accept = format!("/einsaetze/{id}/annahme");
    let accepted = scene
        .app
        .submit(&accept, &desk, &[("antwort", "accept")])
        .await;

    let page = told(&scene, accepted, &desk).await;
    assert!(page.contains("Alle Plätze zugesagt") && !page.contains("/kontakt"));
    let contact = format!("/einsaetze/{id}/kontakt");
    scene.app.submit(&contact, &desk, &[]).await.expect(403);
    let wrong = scene.app.submit(&accept, &desk, &[("antwort", "x")]).await;
    wrong.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_place_is_open_again() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = town(&scene, &incident).await;
    let (request, id) = said_yes(&scene, &incident).await;
    let accept = format!("/einsaetze/{id}/annahme");

    let refused = scene
        .app
        .submit(&accept, &town, &[("antwort", "refuse")])
        .await;

    let page = told(&scene, refused, &town).await;
    assert!(page.contains("Der Platz ist wieder offen.") && page.contains("Abgelehnt"));
    assert!(page.contains("0 von 1 Platz zugesagt"));
    assert_eq!(scene.show(&request).await["state"], "alerting");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_side_lists_its_own_deployments() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let (own, manager) = (town(&scene, &incident).await, manager(&scene).await);
    let (request, id) = said_yes(&scene, &incident).await;
    let other = crate::support::organisation()
        .with("place", "15083")
        .save(&scene.app)
        .await;
    let stranger = scene.app.browse_as(Role::Requester, Some(other)).await;

    let page = look(&scene, "/einsaetze", &own).await;
    assert!(page.contains(&format!("/ersuchen/{request}")) && page.contains("Köthen"));
    let page = look(&scene, "/einsaetze", &manager).await;
    assert!(page.contains("Landkreis Anhalt-Bitterfeld") && !page.contains("Köthen"));
    assert!(!page.contains("/ersuchen/"));
    let page = look(&scene, "/einsaetze", &stranger).await;
    assert!(page.contains("Noch gibt es keinen Einsatz."));
    let accept = format!("/einsaetze/{id}/annahme");
    let form = [("antwort", "accept")];
    scene
        .app
        .submit(&accept, &stranger, &form)
        .await
        .expect(404);
    let contact = format!("/einsaetze/{id}/kontakt");
    scene.app.submit(&contact, &stranger, &[]).await.expect(404);
    let release = format!("{RELEASES}/einsaetze/{id}");
    let elsewhere = scene.app.browse_as(Role::MemberManager, Some(other)).await;
    let form = [("antwort", "refuse")];
    scene
        .app
        .submit(&release, &elsewhere, &form)
        .await
        .expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_expert_sees_the_place_and_whom_to_phone_once_committed() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = town(&scene, &incident).await;
    let (_, id) = said_yes(&scene, &incident).await;
    let helper = &scene.helpers[0];
    let app = &scene.app;
    let role = (Role::Expert, Some(helper.employer));
    let (account, email) = app.account_with_password(role.0, role.1).await;
    kataster::experts::link_account(&app.state.db, helper.id, account)
        .await
        .unwrap();
    let person = app.begin_session(&email).await;
    let page = look(&scene, "/einsaetze", &person).await;
    assert!(page.contains("Landkreis Anhalt-Bitterfeld") && !page.contains("Köthen"));

    let accept = format!("/einsaetze/{id}/annahme");
    scene
        .app
        .submit(&accept, &town, &[("antwort", "accept")])
        .await
        .expect(303);

    let page = look(&scene, "/einsaetze", &person).await;
    assert!(page.contains("Köthen") && page.contains("Kontakt ansehen"));
    let contact = format!("/einsaetze/{id}/kontakt");
    let shown = scene.app.submit(&contact, &person, &[]).await.expect(200);
    assert!(shown.text.contains("tel:+491719998887"));
    assert!(shown.text.contains("Sie nennen zuerst Ihr Wort:"));
}
