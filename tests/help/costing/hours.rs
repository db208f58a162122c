//! What houses give and receive.

use kataster::access::Role;
use serde_json::{Value, json};

use super::Costing;

async fn hours(costing: &Costing, house: &str, who: &str) -> Value {
    let path = format!("/api/v1/organisations/{house}/hours");
    costing.scene.app.get(&path, who).await.expect(200).json()
}

#[tokio::test(flavor = "multi_thread")]
async fn confirmed_hours_count_and_agreed_ones_are_an_estimate() {
    let costing = Costing::begun().await;
    let house = costing.scene.helpers[0].employer.to_string();
    let given = &hours(&costing, &house, &costing.manager).await["given"];
    assert_eq!(given["deployments"], 1);
    assert_eq!(given["minutes"], given["estimated_minutes"]);
    assert_eq!(
        given["months"],
        Value::Null,
        "few deployments are not split"
    );

    costing.scene.after(90 * 60).await;
    let new = json!({"from": costing.at(-60), "until": costing.at(0), "mode": "remote"});
    costing
        .post("times", &costing.expert, &new)
        .await
        .expect(201);
    costing
        .post("times/confirm", &costing.manager, &json!({}))
        .await
        .expect(200);

    let given = &hours(&costing, &house, &costing.manager).await["given"];
    assert_eq!(
        (&given["minutes"], &given["estimated_minutes"]),
        (&json!(60), &json!(0))
    );
    let town = costing.scene.town_id(&costing.incident).await.to_string();
    let received = hours(&costing, &town, &costing.town).await;
    assert_eq!(received["received"]["minutes"], 60);
    assert_eq!(received["given"]["minutes"], 0);
    assert!(!received.to_string().contains("exp_"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_sees_its_own_hours_and_the_desk_all() {
    let costing = Costing::begun().await;
    let house = costing.scene.helpers[0].employer;
    let path = format!("/api/v1/organisations/{house}/hours");
    let stranger = costing.stranger(Role::MemberManager).await;

    costing.scene.app.get(&path, &stranger).await.expect(404);
    costing
        .scene
        .app
        .get(&path, &costing.town)
        .await
        .expect(404);
    costing
        .scene
        .app
        .get(&path, &costing.expert)
        .await
        .expect(403);
    let desk = &costing.scene.coordinator;
    costing.scene.app.get(&path, desk).await.expect(200);
    let wrong = costing.scene.app.get(&format!("{path}?year=1"), desk).await;
    wrong.expect(422);
}
