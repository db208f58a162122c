//! What became of a yes: told to whoever said it, to their house, and to the town that is waited for.

use kataster::access::Role;
use kataster::db::Job;
use kataster::ids::{AlertId, DeploymentId};
use kataster::notifications::deliveries_of;
use serde_json::json;

use super::INCIDENTS;
use super::scene::{Scene, need, one_need, token, yes};
use crate::support::MailServer;

const ACCEPTED: &str = "Ihr Einsatz ist angenommen";
const NOT_NEEDED: &str = "Ihre Zusage wird nicht gebraucht";
const CALLED_OFF: &str = "Bitte fahren Sie nicht los";
const TOWN: &str = "Eine Fachkraft wartet auf Ihre Zusage";
const TOWN_MAIL: &str = "krisenstab@example.net";

/// A request with a yes, and the id of the deployment that came of it.
async fn said_yes(scene: &Scene, incident: &str) -> (String, String) {
    scene.promised(incident, &one_need(), &yes()).await
}

async fn decide(scene: &Scene, who: &str, (id, what): (&str, &str), decision: &str) {
    scene.decide(who, (id, what), decision).await.expect(200);
}

/// Letters to the one who helps, by what they say.
fn told(scene: &Scene) -> [usize; 3] {
    let to = &scene.helpers[0].email;
    [ACCEPTED, NOT_NEEDED, CALLED_OFF].map(|text| scene.letters(to, text).len())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_committed_is_told_once_by_the_link_of_their_answer() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let (_, id) = said_yes(&scene, &incident).await;
    let link = scene.asked()[0].1.clone();
    assert_eq!(told(&scene), [0, 0, 0]);

    decide(&scene, &town, (&id, "acceptance"), "accept").await;

    assert_eq!(told(&scene), [1, 0, 0]);
    let letter = &scene.letters(&scene.helpers[0].email, ACCEPTED)[0];
    assert_eq!(token(letter, "/a/"), Some(link));
    for detail in ["Anhalt", "9998887", "Xylofanie", "Datensicherung", "K-"] {
        assert!(!letter.contains(detail), "{detail}");
    }
    run_again(&scene, "help.news", &id).await;
    assert_eq!(told(&scene), [1, 0, 0]);
}

/// A job that had run runs again, as after a crash.
async fn run_again(scene: &Scene, kind: &'static str, deployment: &str) {
    let mut txn = scene.app.state.db.begin().await.unwrap();
    let run_at = txn.now();
    txn.enqueue(Job {
        kind,
        key: format!("{kind} again"),
        subject: deployment.parse::<DeploymentId>().unwrap().0,
        run_at,
    });
    txn.commit().await.unwrap();
    scene.run().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_refused_or_not_answered_is_told_that_they_are_not_needed() {
    for is_refused in [true, false] {
        let scene = Scene::with(1).await;
        let (incident, _) = scene.incident().await;
        let town = scene.town(&incident).await;
        let (_, id) = said_yes(&scene, &incident).await;

        if is_refused {
            decide(&scene, &town, (&id, "acceptance"), "refuse").await;
        } else {
            scene.after(3_600).await;
        }

        assert_eq!(told(&scene), [0, 1, 0], "{is_refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_takes_a_yes_back_is_told_nothing() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    said_yes(&scene, &incident).await;

    let undo = json!({"answer": "undo"});
    scene.answer(&scene.asked()[0].1, &undo).await.expect(200);

    assert_eq!(told(&scene), [0, 0, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_committed_to_what_was_not_genuine_is_told_not_to_set_out() {
    let scene = Scene::with(1).await;
    let (_, manager) = scene
        .app
        .account_with_password(Role::MemberManager, Some(scene.helpers[0].employer))
        .await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let (_, id) = said_yes(&scene, &incident).await;
    decide(&scene, &town, (&id, "acceptance"), "accept").await;

    let path = format!("{INCIDENTS}/{incident}/close");
    let body = json!({"reason": "not_genuine"});
    let closed = scene.app.post(&path, &scene.coordinator, &body).await;
    closed.expect(200);
    scene.run().await;

    assert_eq!(told(&scene), [1, 0, 1]);
    let house = |text: &str| scene.letters(&manager, text).len();
    assert_eq!(
        (house("Haus ist angenommen"), house("Haus entf")),
        (1, 1),
        "nobody asked them: the employer had said yes beforehand"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn managers_who_were_asked_learn_what_came_of_it_but_not_of_their_own_doing() {
    let scene = Scene::with_release(1, json!({"form": "each_time"})).await;
    let house = (Role::MemberManager, Some(scene.helpers[0].employer));
    let (_, first) = scene.app.account_with_password(house.0, house.1).await;
    let (_, second) = scene.app.account_with_password(house.0, house.1).await;
    let (incident, _) = scene.incident().await;
    said_yes(&scene, &incident).await;
    let asked = scene.letters(&first, "/freigabe/");
    let link = token(&asked[0], "/freigabe/").unwrap();

    let path = format!("/freigabe/{link}");
    let refused = scene.app.submit(&path, "", &[("entscheidung", "refuse")]);
    refused.await.expect(303);
    scene.run().await;

    let over = |to: &str| scene.letters(to, "kommt nicht zustande").len();
    assert_eq!((over(&first), over(&second)), (0, 1));
    assert_eq!(told(&scene), [0, 1, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_is_told_once_in_ten_minutes_while_somebody_waits() {
    let scene = Scene::with(2).await;
    let (incident, held) = scene.incident_with_mail(TOWN_MAIL).await;
    let request = scene.request(&incident, &json!([need(2)])).await;
    scene.begin(&request).await;
    let links: Vec<_> = scene.asked().into_iter().map(|(_, link)| link).collect();
    let told = || scene.letters(TOWN_MAIL, TOWN);
    assert_eq!(told().len(), 0);

    scene.answer(&links[0], &yes()).await.expect(200);
    assert_eq!(told().len(), 1);
    let status = token(&told()[0], "/hilfe/").unwrap();
    assert!(held["status_url"].as_str().unwrap().ends_with(&status));
    for detail in ["Anhalt", "Xylofanie", "Quastenflosser", "K-"] {
        assert!(!told()[0].contains(detail), "{detail}");
    }
    scene.answer(&links[1], &yes()).await.expect(200);
    assert_eq!(told().len(), 1);

    scene.after(600).await;
    assert_eq!(told().len(), 2);
    scene.after(600).await;
    assert_eq!(told().len(), 2, "nobody new waits");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_after_a_late_message_is_told_of_by_the_next() {
    let scene = Scene::with(3).await;
    let (incident, _) = scene.incident_with_mail(TOWN_MAIL).await;
    let request = scene.request(&incident, &json!([need(3)])).await;
    scene.begin(&request).await;
    let links: Vec<_> = scene.asked().into_iter().map(|(_, link)| link).collect();
    let told = || scene.letters(TOWN_MAIL, TOWN).len();
    let path = format!("/api/v1/answers/{}", links[0]);
    let first = scene.app.post(&path, "", &yes()).await;
    first.expect(200);
    let away = MailServer::that_answers(451, 100);
    scene.run_by(away.post()).await;
    scene.answer(&links[1], &yes()).await.expect(200);
    assert_eq!(told(), 0, "the first message is tried again later");

    scene.after(10).await;
    assert_eq!(told(), 1, "of both");
    scene.answer(&links[2], &yes()).await.expect(200);
    scene.after(600).await;

    assert_eq!(told(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_of_what_was_called_off_works_for_a_week_more() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let (_, id) = said_yes(&scene, &incident).await;
    decide(&scene, &town, (&id, "acceptance"), "accept").await;
    let answer = format!("/api/v1/answers/{}", scene.asked()[0].1);
    scene.app.move_days(8);

    let path = format!("{INCIDENTS}/{incident}/close");
    let body = json!({"reason": "not_genuine"});
    let closed = scene.app.post(&path, &scene.coordinator, &body).await;
    closed.expect(200);

    let shown = scene.app.get(&answer, "").await.expect(200).json();
    assert_eq!(shown["deployment_state"], "withdrawn");
    scene.app.move_days(7);
    scene.app.get(&answer, "").await.expect(410);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_that_has_answered_is_not_told_again() {
    let scene = Scene::with(2).await;
    let (incident, _) = scene.incident_with_mail(TOWN_MAIL).await;
    let town = scene.town(&incident).await;
    let request = scene.request(&incident, &json!([need(2)])).await;
    scene.begin(&request).await;
    for (_, link) in scene.asked() {
        scene.answer(&link, &yes()).await.expect(200);
    }
    let shown = scene.show(&request).await;
    for deployment in shown["deployments"].as_array().unwrap() {
        let id = deployment["id"].as_str().unwrap();
        decide(&scene, &town, (id, "acceptance"), "accept").await;
    }

    scene.after(600).await;

    assert_eq!(scene.letters(TOWN_MAIL, TOWN).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_tried_again_is_the_same_one() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    let path = format!("/api/v1/requests/{request}/alert");
    let begun = scene.app.post(&path, &scene.coordinator, &json!({})).await;
    begun.expect(202);
    let away = MailServer::that_answers(451, 100);
    scene.run_by(away.post()).await;
    let shown = scene.show(&request).await;
    let alert = shown["alerts"][0]["id"].as_str().unwrap().to_owned();
    let alert: AlertId = alert.parse().unwrap();
    let kept = async || {
        let kept = deliveries_of(&scene.app.state.db, &[alert.0]).await;
        let kept = kept.unwrap().into_iter();
        kept.filter(|one| one.purpose == "help.alert")
            .map(|one| (one.reference, one.failure.is_some()))
            .collect::<Vec<_>>()
    };
    let failed = kept().await;
    let [(reference, true)] = failed[..] else {
        panic!("{failed:?}");
    };

    scene.after(60).await;

    assert_eq!(kept().await, [(reference, false)]);
    let letters = scene.letters(&scene.helpers[0].email, "/a/");
    assert_eq!(letters.len(), 1);
    assert!(letters[0].contains(&format!("Message-ID: <{reference}@")));
}
