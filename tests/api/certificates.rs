//! A certificate counts until the last second of its last day in Berlin, and stays visible after.

use kataster::access::Role;
use kataster::clock::Instant;
use serde_json::json;

use crate::support::{TestApp, expert, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_certificate_stays_visible_and_stops_counting_the_same_second() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let last_day = app.state.db.clock().now().date().succ_opt().unwrap();
    let held = json!([{"id": "certification:cissp", "valid_until": last_day}]);
    let id = expert(employer)
        .with("certifications", held)
        .save(&app)
        .await;
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(other)).await;
    let asked = async || {
        let found = app.get(
            "/api/v1/experts?certification=certification:cissp",
            &manager,
        );
        let found = found.await.expect(200).json();
        let path = format!("/api/v1/experts/{id}");
        let shown = app.get(&path, &manager).await.expect(200).json();
        (
            found["total"].clone(),
            shown["certifications"][0]["valid"].clone(),
        )
    };
    let end = Instant::end_of(last_day);

    app.clock.set(end.plus_seconds(-1));
    let before = asked().await;
    app.clock.set(end);
    let after = asked().await;

    assert_eq!(before, (json!(1), json!(true)));
    assert_eq!(after, (json!(0), json!(false)));
}
