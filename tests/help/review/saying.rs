//! How each side says it went, and who reads it.

use kataster::access::Role;
use kataster::entity::{deployment_proven, deployment_review};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::{Done, SKILL};
use crate::support::organisation;

fn sides(read: &Value) -> Vec<&str> {
    let reviews = read["reviews"].as_array().unwrap().iter();
    reviews
        .map(|review| review["side"].as_str().unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_copy_of_what_is_kept_holds_the_own_words_and_no_others() {
    let done = Done::new().await;
    done.step("start", json!({})).await;
    let now = || done.scene.app.state.db.clock().now();
    let from = now();
    done.scene.after(3_600).await;
    let time = json!({
        "from": from, "until": now(), "mode": "remote", "note": "Wurzelserver 🔧",
    });
    let app = &done.scene.app;
    let times = done.path("times");
    app.post(&times, &done.expert, &time).await.expect(201);
    done.step("end", json!({})).await;
    let own = done.write(&done.expert, "Zirbelgeist").await;
    assert!(own.status.is_success(), "{}", own.text);
    let towns = done.write(&done.town, "Murkelburg").await;
    assert!(towns.status.is_success(), "{}", towns.text);

    let copy = app.get("/api/v1/me/export", &done.expert).await.expect(200);

    assert!(!copy.text.contains("Murkelburg"), "the town's words");
    let kept = copy.json()["kept"].as_array().unwrap().clone();
    let said = |table: &str| {
        let part = kept.iter().find(|part| part["table"] == table).unwrap();
        let rows = part["rows"].as_array().unwrap().iter();
        let said = rows.map(|row| row["sealed"].clone());
        said.filter(|one| !one.is_null()).collect::<Vec<_>>()
    };
    assert_eq!(said("deployment_times"), [json!("Wurzelserver 🔧")]);
    let reviews = said("deployment_reviews");
    assert_eq!(reviews.len(), 1);
    assert_eq!(reviews[0]["went_well"], "Zirbelgeist");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reads_the_other_before_both_wrote() {
    let done = Done::over().await;
    let desk = &done.scene.coordinator;

    let written = done.write(&done.town, "Ruhige Anleitung").await;
    assert_eq!(sides(&written.expect(200).json()), ["town"]);
    assert_eq!(sides(&done.read(&done.expert).await), [""; 0]);
    assert_eq!(sides(&done.read(desk).await), [""; 0]);
    done.write(&done.town, "Sehr ruhige Anleitung")
        .await
        .expect(200);
    done.write(&done.manager, "Gut vorbereitet")
        .await
        .expect(200);
    let both = done.write(&done.expert, "Klare Ansagen").await.expect(200);

    assert_eq!(both.json()["visible"], true);
    for who in [&done.town, &done.expert, &done.manager, desk] {
        let read = done.read(who).await;
        assert_eq!(sides(&read), ["employer", "expert", "town"]);
        assert_eq!(read["reviews"][2]["went_well"], "Sehr ruhige Anleitung");
    }
    done.write(&done.town, "Anders").await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_two_weeks_whoever_wrote_is_read_and_nobody_writes() {
    let done = Done::over().await;
    done.write(&done.town, "Ruhige Anleitung").await.expect(200);

    done.scene.after(14 * 86_400).await;

    let desk = done.scene.app.sign_in(Role::Coordinator, None).await;
    assert_eq!(sides(&done.read(&desk).await), ["town"]);
    done.write(&done.expert, "Zu spät").await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_sides_write_and_only_after_the_end() {
    let done = Done::new().await;
    done.write(&done.town, "Zu früh").await.expect(409);
    done.step("start", json!({})).await;
    done.step("end", json!({})).await;
    let other = organisation()
        .with("place", "15083")
        .save(&done.scene.app)
        .await;
    let other_town = done.scene.app.sign_in(Role::Requester, Some(other)).await;
    let other_house = done
        .scene
        .app
        .sign_in(Role::MemberManager, Some(other))
        .await;

    done.write(&other_town, "Fremd").await.expect(404);
    done.write(&other_house, "Fremd").await.expect(404);
    let desk = done.scene.coordinator.clone();
    done.write(&desk, "Für andere").await.expect(403);
    done.write(&done.town, " ").await.expect(422);
    done.write(&done.town, &"ä".repeat(4_001)).await.expect(422);
    done.prove(&other_town, &[SKILL]).await.expect(404);
    done.prove(&done.manager, &[SKILL]).await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_is_deleted_a_year_after_the_end() {
    let done = Done::over().await;
    done.write(&done.town, "Ruhige Anleitung").await.expect(200);
    done.prove(&done.town, &[SKILL]).await.expect(200);
    let state = &done.scene.app.state;
    let kept = || async {
        let reviews = deployment_review::Entity::find();
        let reviews = reviews.count(state.db.reader()).await.unwrap();
        let proven = deployment_proven::Entity::find();
        (reviews, proven.count(state.db.reader()).await.unwrap())
    };
    assert_eq!(kept().await, (1, 1));

    done.scene.forget_after(366).await;

    assert_eq!(kept().await, (0, 1));
}
