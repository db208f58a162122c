//! The employer's key, the town's acceptance, and what both sides see then.

use kataster::access::Role;
use kataster::entity::release_ask;
use sea_orm::EntityTrait;
use serde_json::json;

use super::scene::{Scene, each_time, one_need, token, yes};
use super::{INCIDENTS, status_page};

/// A request with a yes, and the id of the deployment that came of it.
async fn said_yes(scene: &Scene, incident: &str) -> (String, String) {
    scene.promised(incident, &one_need(), &yes()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_keys_and_an_acceptance_commit_somebody_and_stand_the_others_down() {
    let scene = Scene::with_release(3, each_time()).await;
    let employer = scene.helpers[0].employer;
    let manager = scene.app.sign_in(Role::MemberManager, Some(employer)).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let (request, id) = said_yes(&scene, &incident).await;
    assert_eq!(
        scene.show(&request).await["deployments"][0]["state"],
        "agreed"
    );

    scene
        .decide(&town, (&id, "acceptance"), "accept")
        .await
        .expect(409);
    let released = scene.decide(&manager, (&id, "release"), "release").await;
    assert_eq!(released.expect(200).json()["state"], "released");
    let accepted = scene.decide(&town, (&id, "acceptance"), "accept").await;
    assert_eq!(accepted.expect(200).json()["state"], "accepted");

    let shown = scene.show(&request).await;
    assert_eq!(shown["state"], "filled");
    let states = scene.states(&request).await;
    assert_eq!(
        states.iter().filter(|state| *state == "stood_down").count(),
        2
    );
    let told =
        |helper: &&super::scene::Helper| !scene.letters(&helper.email, "Bedarf gedeckt").is_empty();
    assert_eq!(scene.helpers.iter().filter(told).count(), 2);
    scene
        .decide(&manager, (&id, "release"), "refuse")
        .await
        .expect(409);
    scene
        .decide(&town, (&id, "acceptance"), "accept")
        .await
        .expect(200);
    scene
        .decide(&town, (&id, "acceptance"), "refuse")
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_turns_both_keys_and_the_desk_sees_where_nobody_can_turn_the_second() {
    let scene = Scene::with_release(1, each_time()).await;
    let helper = &scene.helpers[0];
    let (account, own) = scene
        .app
        .account(Role::MemberManager, Some(helper.employer))
        .await;
    kataster::experts::link_account(&scene.app.state.db, helper.id, account)
        .await
        .unwrap();
    let (incident, _) = scene.incident().await;
    let (request, id) = said_yes(&scene, &incident).await;

    scene
        .decide(&own, (&id, "release"), "release")
        .await
        .expect(409);

    let desk = scene.app.browse_as(Role::Coordinator, None).await;
    let page = format!("/ersuchen/{request}");
    let unasked = "niemand hinterlegt, der freigeben kann";
    let seen = scene.app.page(&page, &desk).await.expect(200);
    assert!(!seen.text.contains(unasked));
    // The other managers of the house are gone, and with them what they were asked.
    let txn = scene.app.state.db.begin().await.unwrap();
    release_ask::Entity::delete_many()
        .exec(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();
    let seen = scene.app.page(&page, &desk).await.expect(200);
    assert!(seen.text.contains(unasked));
    let other = scene
        .app
        .sign_in(Role::MemberManager, Some(helper.employer))
        .await;
    scene
        .decide(&other, (&id, "release"), "release")
        .await
        .expect(200);
    let seen = scene.app.page(&page, &desk).await.expect(200);
    assert!(!seen.text.contains(unasked));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_the_employer_releases_and_nobody_but_the_town_accepts() {
    let scene = Scene::with_release(1, each_time()).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let (_, id) = said_yes(&scene, &incident).await;
    let other = crate::support::organisation()
        .with("place", "15083")
        .save(&scene.app)
        .await;
    let other_manager = scene.app.sign_in(Role::MemberManager, Some(other)).await;
    let other_town = scene.app.sign_in(Role::Requester, Some(other)).await;

    scene
        .decide(&other_manager, (&id, "release"), "release")
        .await
        .expect(404);
    scene
        .decide(&town, (&id, "release"), "release")
        .await
        .expect(403);
    scene
        .decide(&scene.coordinator, (&id, "release"), "release")
        .await
        .expect(403);
    scene
        .decide(&other_town, (&id, "acceptance"), "accept")
        .await
        .expect(404);
    scene
        .decide(&other_manager, (&id, "acceptance"), "accept")
        .await
        .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_place_is_open_again() {
    let scene = Scene::with_release(2, each_time()).await;
    let employer = scene.helpers[0].employer;
    let manager = scene.app.sign_in(Role::MemberManager, Some(employer)).await;
    let (incident, _) = scene.incident().await;
    let (request, id) = said_yes(&scene, &incident).await;
    let second = scene.asked()[1].1.clone();
    scene.answer(&second, &yes()).await.expect(200);

    scene
        .decide(&manager, (&id, "release"), "refuse")
        .await
        .expect(200);

    let shown = scene.show(&request).await;
    let deployments = shown["deployments"].as_array().unwrap().iter();
    let mut states: Vec<_> = deployments
        .map(|one| one["state"].as_str().unwrap())
        .collect();
    states.sort_unstable();
    assert_eq!(
        states,
        ["agreed", "refused"],
        "the one in reserve has the place"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_answer_in_time_lets_it_lapse() {
    let scene = Scene::with_release(1, each_time()).await;
    let (incident, _) = scene.incident().await;
    let employer = scene.helpers[0].employer;
    let manager = scene.app.sign_in(Role::MemberManager, Some(employer)).await;
    let (request, id) = said_yes(&scene, &incident).await;

    scene.after(3_600).await;

    let shown = scene.show(&request).await;
    assert_eq!(shown["deployments"][0]["state"], "lapsed");
    scene
        .decide(&manager, (&id, "release"), "release")
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_manager_is_asked_by_mail_and_nothing_stands_in_it() {
    let scene = Scene::with_release(1, each_time()).await;
    let employer = scene.helpers[0].employer;
    let (_, email) = scene
        .app
        .account_with_password(Role::MemberManager, Some(employer))
        .await;
    let (incident, _) = scene.incident().await;

    said_yes(&scene, &incident).await;

    let letters = scene.letters(&email, "/freigabe/");
    assert_eq!(letters.len(), 1);
    assert!(token(&letters[0], "/freigabe/").is_some());
    for detail in [
        "Anhalt",
        "9998887",
        "Quastenflosser",
        "Datensicherung",
        "K-",
    ] {
        assert!(!letters[0].contains(detail), "{detail}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_see_each_other_once_committed_and_it_is_on_record() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let (_, id) = said_yes(&scene, &incident).await;
    let contact = format!("/api/v1/deployments/{id}/contact");
    scene.app.get(&contact, &town).await.expect(409);

    scene
        .decide(&town, (&id, "acceptance"), "accept")
        .await
        .expect(200);

    let shown = scene.app.get(&contact, &town).await.expect(200).json();
    assert!(shown["name"].as_str().unwrap().contains("Quastenflosser"));
    let (_, link) = &scene.asked()[0];
    let path = format!("/api/v1/answers/{link}");
    let asked = scene.app.get(&path, "").await.expect(200).json();
    assert_eq!(asked["contact"]["phone"], "+491719998887");
    assert_eq!(asked["contact"]["caller_word"], shown["caller_word"]);
    assert_eq!(asked["contact"]["code_word"], shown["code_word"]);
    let auditor = scene.app.sign_in(Role::Auditor, None).await;
    let record = scene
        .app
        .get("/api/v1/audit?limit=100", &auditor)
        .await
        .expect(200);
    assert!(record.text.contains("expert.identity_revealed"));
    assert!(record.text.contains("incident.contact_revealed"));

    scene.after(20 * 86_400).await;
    scene.app.get(&contact, &town).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_sees_whom_to_phone() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let (_, id) = said_yes(&scene, &incident).await;
    scene
        .decide(&town, (&id, "acceptance"), "accept")
        .await
        .expect(200);
    let contact = format!("/api/v1/deployments/{id}/contact");
    let manager = (Role::MemberManager, Some(scene.helpers[0].employer));
    let manager = scene.app.sign_in(manager.0, manager.1).await;

    scene.app.get(&contact, &manager).await.expect(403);
    scene
        .app
        .get(&contact, &scene.coordinator)
        .await
        .expect(403);
    let shown = scene
        .app
        .get("/api/v1/deployments", &manager)
        .await
        .expect(200);
    assert_eq!(shown.json()["items"][0]["state"], "accepted");
    for detail in ["Quastenflosser", "9998887", "Xylofanie"] {
        assert!(!shown.text.contains(detail), "{detail}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn expert_and_employer_learn_of_the_town_once_they_are_committed() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let (_, id) = said_yes(&scene, &incident).await;
    let manager = (Role::MemberManager, Some(scene.helpers[0].employer));
    let manager = scene.app.sign_in(manager.0, manager.1).await;
    let path = format!("/api/v1/deployments/{id}");
    let named = async |who: &str| {
        let shown = scene.app.get(&path, who).await.expect(200).json();
        shown["requester_id"].is_string() && shown["incident_id"].is_string()
    };

    assert!(named(&town).await && !named(&manager).await);
    scene
        .decide(&town, (&id, "acceptance"), "accept")
        .await
        .expect(200);
    assert!(named(&manager).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_incident_that_was_not_genuine_frees_whoever_is_committed_and_closes_both_sides() {
    let scene = Scene::with(1).await;
    let (incident, asked) = scene.incident().await;
    let town = scene.town(&incident).await;
    let (request, id) = said_yes(&scene, &incident).await;
    scene
        .decide(&town, (&id, "acceptance"), "accept")
        .await
        .expect(200);

    let path = format!("{INCIDENTS}/{incident}/close");
    let body = json!({"reason": "not_genuine"});
    let closed = scene.app.post(&path, &scene.coordinator, &body).await;
    closed.expect(200);

    let shown = scene.show(&request).await;
    assert_eq!(shown["deployments"][0]["state"], "withdrawn");
    let contact = format!("/api/v1/deployments/{id}/contact");
    scene.app.get(&contact, &town).await.expect(409);
    let (_, link) = &scene.asked()[0];
    let path = format!("/api/v1/answers/{link}");
    let own = scene.app.get(&path, "").await.expect(200).json();
    assert!(own["contact"].is_null());
    let status = status_page(&asked);
    let code = [("code", asked["spoken_code"].as_str().unwrap())];
    let path = format!("{status}/einsaetze/{id}/kontakt");
    let typed = scene.app.submit(&path, "", &code).await;
    assert!(!typed.text.contains("Quastenflosser"), "{}", typed.status);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_booked_twice() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let (first, id) = said_yes(&scene, &incident).await;
    scene
        .decide(&town, (&id, "acceptance"), "accept")
        .await
        .expect(200);
    assert_eq!(scene.show(&first).await["state"], "filled");

    let second = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&second).await;

    assert_eq!(
        scene.states(&second).await,
        [""; 0],
        "committed, so not asked"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_acceptances_of_one_person_at_once_one_wins() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let (_, id) = said_yes(&scene, &incident).await;
    let path = format!("/api/v1/deployments/{id}/acceptance");
    let body = json!({"decision": "accept"});

    let send = async || scene.app.post(&path, &town, &body).await.status.as_u16();
    let answers = futures_util::future::join_all((0..8).map(|_| send())).await;

    assert_eq!(answers, [200; 8]);
    let auditor = scene.app.sign_in(Role::Auditor, None).await;
    let record = scene
        .app
        .get("/api/v1/audit?limit=100", &auditor)
        .await
        .expect(200);
    assert_eq!(record.text.matches("\"deployment.accepted\"").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_differ_in_refusals_alone_rank_equal_and_no_manager_learns_of_them() {
    let scene = Scene::with(2).await;
    let employer = scene.helpers[0].employer;
    let manager = scene.app.sign_in(Role::MemberManager, Some(employer)).await;
    let scores = async || {
        let body =
            json!({"municipality": "15082", "symptom": "files-encrypted", "needs": [one_need()]});
        let found = scene
            .app
            .post("/api/v1/matches", &scene.coordinator, &body)
            .await;
        let found = found.expect(200).json();
        let both = found["needs"][0]["candidates"].as_array().unwrap().clone();
        both.iter()
            .map(|one| one["score"].clone())
            .collect::<Vec<_>>()
    };
    let before = scores().await;
    let helper = &scene.helpers[0];
    for _ in 0..10 {
        scene.alerting(&json!([one_need()])).await;
        let link = scene.link(&helper.email).unwrap();
        scene
            .answer(&link, &json!({"answer": "no"}))
            .await
            .expect(200);
        scene.after(1_800).await;
    }

    assert_eq!(scores().await, before);
    assert_eq!(before[0], before[1]);
    for path in [
        "/api/v1/deployments",
        &format!("/api/v1/experts/{}", helper.id),
    ] {
        let shown = scene.app.get(path, &manager).await.expect(200);
        assert!(!shown.text.contains("\"no\"") && !shown.text.contains("alt_"));
    }
    let path = format!("{INCIDENTS}?limit=1");
    let shown = scene.app.get(&path, &manager).await.expect(200);
    assert!(!shown.text.contains(&helper.id.to_string()));
}
