//! The thread of a deployment as its sides read it, and write to each other.

use kataster::access::Role;

use super::requests::{look, told, town};
use crate::help::scene::{Scene, one_need, yes};

/// A deployment that waits for the town: its page, and the address at which the town accepts.
async fn promised(scene: &Scene, incident: &str) -> (String, String) {
    let (_, id) = scene.promised(incident, &one_need(), &yes()).await;
    (
        format!("/einsaetze/{id}/verlauf"),
        format!("/einsaetze/{id}/annahme"),
    )
}

/// The id of the question a page offers to answer.
fn asked(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("?antwort=")?;
    Some(rest.split('#').next()?.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_ask_and_answer_on_the_page() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = town(&scene, &incident).await;
    let house = (Role::MemberManager, Some(scene.helpers[0].employer));
    let manager = scene.app.browse_as(house.0, house.1).await;
    let (path, accept) = promised(&scene, &incident).await;
    let page = look(&scene, &path, &manager).await;
    assert!(page.contains("Um Hilfe gebeten") && page.contains("CommitResource"));
    assert!(!page.contains("id=\"schreiben\"") && !page.contains("Köthen"));
    let accepted = [("antwort", "accept")];
    let accepted = scene.app.submit(&accept, &town, &accepted).await;
    accepted.expect(303);

    let form = [
        ("formular", "1"),
        ("art", "frage"),
        ("nachricht", "Wo steht der Tresor?"),
    ];
    let sent = scene.app.submit(&path, &town, &form).await;
    let page = told(&scene, sent, &town).await;
    assert!(page.contains("Ihre Nachricht ist gesendet.") && page.contains("Wo steht der Tresor?"));
    assert_eq!(asked(&page), None, "nobody answers themselves");
    let again = scene.app.submit(&path, &town, &form).await;
    told(&scene, again, &town).await;

    let page = look(&scene, &path, &manager).await;
    assert_eq!(page.matches("Wo steht der Tresor?").count(), 1);
    let question = asked(&page).unwrap();
    let replying = look(&scene, &format!("{path}?antwort={question}"), &manager).await;
    assert!(replying.contains("Sie antworten auf die Frage: Kommune"));
    let answer = [
        ("antwort_auf", question.as_str()),
        ("nachricht", "Im Keller."),
    ];
    let sent = scene.app.submit(&path, &manager, &answer).await;
    let page = told(&scene, sent, &manager).await;
    assert!(page.contains("Im Keller.") && page.contains("ResponseToRequestInformation"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_said_at_its_field() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = town(&scene, &incident).await;
    let (path, accept) = promised(&scene, &incident).await;
    let question = [("art", "frage"), ("nachricht", "Wo steht der Tresor?")];
    let early = scene.app.submit(&path, &town, &question).await;
    let page = told(&scene, early, &town).await;
    assert!(page.contains("Das ging nicht mehr"));
    let accepted = [("antwort", "accept")];
    let accepted = scene.app.submit(&accept, &town, &accepted).await;
    accepted.expect(303);

    let unchosen = [("nachricht", "Alles ruhig.")];
    let unchosen = scene.app.submit(&path, &town, &unchosen).await.expect(422);
    assert!(unchosen.text.contains("id=\"art-fehler\""));
    assert!(unchosen.text.contains("Alles ruhig."));
    let wordless = [("art", "stand"), ("nachricht", " ")];
    let wordless = scene.app.submit(&path, &town, &wordless).await.expect(422);
    assert!(wordless.text.contains("id=\"nachricht-fehler\""));
    let long = "x".repeat(4_001);
    let long = [("art", "stand"), ("nachricht", long.as_str())];
    let long = scene.app.submit(&path, &town, &long).await.expect(422);
    assert!(long.text.contains("höchstens 4.000 Zeichen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_finds_no_thread() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let (path, _) = promised(&scene, &incident).await;
    let other = crate::support::organisation()
        .with("place", "15083")
        .save(&scene.app)
        .await;
    let stranger = scene.app.browse_as(Role::Requester, Some(other)).await;

    scene.app.page(&path, &stranger).await.expect(404);
    let form = [("art", "frage"), ("nachricht", "Wer da?")];
    let sent = scene.app.submit(&path, &stranger, &form).await;
    sent.expect(404);
    let desk = scene.app.browse_as(Role::Coordinator, None).await;
    let page = look(&scene, &path, &desk).await;
    assert!(page.contains("Verlauf des Einsatzes"));
}
