//! `/organisations`

use kataster::access::Role;
use serde_json::json;

use crate::support::{TestApp, organisation};

#[tokio::test(flavor = "multi_thread")]
async fn a_created_organisation_is_shown_with_what_serves_it() {
    let app = TestApp::new().await;
    let provider = organisation()
        .with("serves", json!([{"ags": "15082", "whole": true}]))
        .save(&app)
        .await;
    let admin = app.sign_in(Role::Admin, None).await;

    let town = organisation()
        .with("kind", "municipality")
        .with("legal_form", "territorial_authority")
        .with("name", "Stadt Köthen");
    let id = town.save(&app).await;

    let body = app
        .get(&format!("/api/v1/organisations/{id}"), &admin)
        .await
        .expect(200)
        .json();
    assert_eq!(body["name"], "Stadt Köthen");
    assert_eq!(
        body["home_providers"],
        json!([{"id": provider, "name": "Rechenzentrum Musterland"}])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_has_one_administration() {
    let app = TestApp::new().await;
    let town = || organisation().with("kind", "municipality");
    town().save(&app).await;
    let admin = app.sign_in(Role::Admin, None).await;

    app.post("/api/v1/organisations", &admin, &town().0)
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_values_are_named_with_the_nearest_valid_ones() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;

    let answer = app
        .post(
            "/api/v1/organisations",
            &admin,
            &organisation().with("kind", "it_provder").0,
        )
        .await
        .expect(422);
    assert_eq!(answer.json()["errors"][0]["pointer"], "/kind");
    assert_eq!(answer.json()["errors"][0]["suggestions"][0], "it_provider");

    let answer = app
        .post(
            "/api/v1/organisations",
            &admin,
            &organisation().with("place", "15082999").0,
        )
        .await
        .expect(422);
    assert_eq!(answer.pointers(), ["/place"]);
}
