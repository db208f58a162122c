//! Figures that name nobody.

use kataster::access::Role;
use kataster::entity::incident;
use kataster::ids::IncidentId;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::{Value, json};

use crate::help::scene::Scene;
use crate::support::organisation;

/// So many more incidents like this one.
async fn copy(scene: &Scene, first: &str, times: u8) {
    let db = &scene.app.state.db;
    let id: IncidentId = first.parse().unwrap();
    let row = incident::Entity::find_by_id(id).one(db.reader()).await;
    let row = row.unwrap().unwrap();
    let txn = db.begin().await.unwrap();
    for number in 0..times {
        let copy = incident::Model {
            id: IncidentId(uuid::Uuid::new_v4()),
            link_hash: vec![number; 32],
            ..row.clone()
        };
        let copy = incident::Entity::insert(copy.into_active_model());
        copy.exec_without_returning(txn.connection()).await.unwrap();
    }
    txn.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn fewer_than_five_are_not_counted_out() {
    let scene = Scene::with(0).await;
    let (first, _) = scene.incident().await;
    let figures = |days: i64| {
        let scene = &scene;
        async move {
            scene.app.move_days(days);
            let auditor = scene.app.sign_in(Role::Auditor, None).await;
            let read = scene.app.get("/api/v1/statistics", &auditor).await;
            read.expect(200).json()
        }
    };
    let of = |figures: &Value, key: &str| {
        let groups = figures["incidents_by_land_group"]
            .as_array()
            .unwrap()
            .clone();
        let found = groups.into_iter().find(|group| group["key"] == key);
        found.unwrap()["count"].clone()
    };

    let alone = figures(92).await;
    assert_eq!(alone["incidents"], Value::Null);
    assert_eq!(of(&alone, "ost"), Value::Null);
    assert_eq!(
        of(&alone, "nord"),
        Value::Null,
        "not even where there is none"
    );

    copy(&scene, &first, 5).await;
    let six = figures(0).await;
    assert_eq!(six["incidents"], 6);
    assert_eq!((of(&six, "ost"), of(&six, "nord")), (json!(6), json!(0)));
    assert_eq!(six["help_days"], 0);
    assert_eq!(six["filled_percent"], Value::Null);
    let house = organisation().with("place", "15083").save(&scene.app).await;
    let roles = [
        (Role::Requester, Some(house)),
        (Role::Expert, Some(house)),
        (Role::Vetter, None),
    ];
    for (role, house) in roles {
        let token = scene.app.sign_in(role, house).await;
        scene
            .app
            .get("/api/v1/statistics", &token)
            .await
            .expect(403);
    }
}
