//! What a town is told of whom it decides about: who sends them, what they can do, what it costs.

use kataster::access::Role;
use serde_json::{Value, json};

use super::scene::{Scene, one_need};
use super::status_page;
use crate::support::{expert, organisation};

/// A deployment that waits for the town, with whoever asked.
async fn released(scene: &Scene, answer: &Value) -> (String, Value) {
    let (incident, asked) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;
    let (_, link) = &scene.asked()[0];
    scene.answer(link, answer).await.expect(200);
    let shown = scene.show(&request).await;
    let id = shown["deployments"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(
        shown["deployments"][0]["introduction"]["reasons"][0]["id"],
        "domain:backup-restore"
    );
    let town = scene.town(&incident).await;
    let path = format!("/api/v1/deployments/{id}");
    let told = scene.app.get(&path, &town).await.expect(200);
    assert!(!told.text.contains("Quastenflosser"));
    assert!(!told.text.contains("2312500"));
    let status = status_page(&asked);
    let page = scene.app.get(&status, "").await.expect(200);
    assert!(!page.text.contains("Quastenflosser"));
    (page.text.clone(), told.json())
}

fn remote() -> Value {
    json!({"answer": "remote", "rested": true})
}

#[tokio::test(flavor = "multi_thread")]
async fn the_town_is_told_who_sends_somebody_why_they_fit_and_what_it_costs() {
    let scene = Scene::with(5).await;

    let (page, told) = released(&scene, &remote()).await;

    let introduction = &told["introduction"];
    assert_eq!(introduction["employer_kind"], "it_provider");
    assert_eq!(introduction["employer"], "Rechenzentrum Musterland");
    assert_eq!(introduction["reasons"][0]["level"], 3);
    assert_eq!(introduction["cost_basis"], "extra_costs");
    for text in [
        "Rechenzentrum Musterland, Kommunaler IT-Dienstleister",
        "Datensicherung",
        introduction["cost"]["de"].as_str().unwrap(),
    ] {
        assert!(page.contains(text), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_an_employer_of_few_only_the_kind_is_told() {
    let scene = Scene::with(4).await;

    let (page, told) = released(&scene, &remote()).await;

    assert!(told["introduction"]["employer"].is_null());
    assert_eq!(told["introduction"]["employer_kind"], "it_provider");
    assert!(!page.contains("Rechenzentrum Musterland"));
    assert!(page.contains("Kommunaler IT-Dienstleister"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_costs_nothing() {
    let scene = Scene::with(1).await;

    let (page, told) = released(&scene, &json!({"answer": "first_call"})).await;

    assert_eq!(told["introduction"]["cost_basis"], "free");
    assert!(page.contains("Das erste Gespräch kostet nichts."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_paid_its_rate() {
    let mut scene = Scene::with(0).await;
    let company = organisation().with("legal_form", "gmbh");
    let company = company.save(&scene.app).await;
    let email = "firma@example.org".to_owned();
    let identity = json!({"given_name": "Erika", "family_name": "Quastenflosser", "email": email, "phone": "030 23125001"});
    let id = expert(company).with("identity", identity);
    let id = id.save(&scene.app).await;
    scene.helpers.push(super::scene::Helper {
        id,
        email,
        employer: company,
    });

    let (_, told) = released(&scene, &remote()).await;

    assert_eq!(told["introduction"]["cost_basis"], "agreed_rate");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_is_not_asked_any_more_when_time_ran_out() {
    let scene = Scene::with(1).await;
    let (incident, asked) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;
    let (_, link) = &scene.asked()[0];
    scene.answer(link, &remote()).await.expect(200);
    let status = status_page(&asked);
    let open = scene.app.get(&status, "").await.expect(200);
    assert!(open.text.contains("value=\"accept\""));

    // What lapses has not lapsed yet: the job is late.
    let now = scene.app.state.db.clock().now();
    scene.app.clock.set(now.plus_seconds(3_600));

    let late = scene.app.get(&status, "").await.expect(200);
    assert!(!late.text.contains("value=\"accept\""));
    assert!(late.text.contains("Die Frist ist verstrichen."));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_the_town_and_the_desk_is_told() {
    let scene = Scene::with_release(1, json!({"form": "each_time"})).await;
    let house = (Role::MemberManager, Some(scene.helpers[0].employer));
    let manager = scene.app.sign_in(house.0, house.1).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;
    let (_, link) = &scene.asked()[0];
    scene.answer(link, &remote()).await.expect(200);
    let shown = scene.show(&request).await;
    let id = shown["deployments"][0]["id"].as_str().unwrap();
    let path = format!("/api/v1/deployments/{id}");

    let before = scene.app.get(&path, &town).await.expect(200).json();
    assert!(before["introduction"].is_null(), "not released yet");
    let decision = json!({"decision": "release"});
    let release = format!("{path}/release");
    let released = scene.app.post(&release, &manager, &decision).await;

    assert!(released.expect(200).json()["introduction"].is_null());
    let after = scene.app.get(&path, &town).await.expect(200).json();
    assert!(after["introduction"].is_object());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_releases_people_of_the_town_does_not_speak_for_it() {
    let scene = Scene::with(1).await;
    let (incident, _) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;
    let (_, link) = &scene.asked()[0];
    scene.answer(link, &remote()).await.expect(200);
    let shown = scene.show(&request).await;
    let id = shown["deployments"][0]["id"].as_str().unwrap();
    let path = format!("/api/v1/deployments/{id}");
    let town = scene.town(&incident).await;
    let told = scene.app.get(&path, &town).await.expect(200).json();
    assert!(told["introduction"].is_object() && told["incident_id"].is_string());
    let own = told["requester_id"].as_str().unwrap().parse().unwrap();
    let manager = scene.app.sign_in(Role::MemberManager, Some(own)).await;

    let seen = scene.app.get(&path, &manager).await.expect(200).json();
    let list = scene.app.get("/api/v1/deployments", &manager).await;

    for body in [&seen, &list.expect(200).json()["items"][0]] {
        assert!(body["introduction"].is_null() && body["incident_id"].is_null());
    }
}
