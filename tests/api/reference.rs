//! `/regions` and `/taxonomy`

use axum::http::Method;
use serde_json::Value;

use crate::support::{Answer, TestApp};

async fn get(app: &TestApp, path: &str) -> Answer {
    app.send(Method::GET, path, &[], "".into()).await
}

async fn first(app: &TestApp, query: &str) -> Value {
    get(app, &format!("/api/v1/regions?q={query}"))
        .await
        .expect(200)
        .json()["items"][0]
        .clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn places_are_found_however_they_are_typed() {
    let app = TestApp::new().await;

    for (query, ags) in [
        ("Schwerin", "13004000"),
        ("Hagen", "05914000"),
        ("Halle", "15002000"),
        ("muenchen", "09162000"),
        ("M%C3%BCnchen", "09162000"),
        ("bitterfeld", "15082015"),
        ("koethen", "15082180"),
        ("06366", "15082180"),
        ("Magdeburgg", "15003000"),
    ] {
        assert_eq!(first(&app, query).await["ags"], ags, "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn places_of_one_name_are_told_apart_by_their_kreis() {
    let app = TestApp::new().await;

    let found = get(&app, "/api/v1/regions?q=Neuenkirchen&limit=50")
        .await
        .expect(200)
        .json();

    let exact: Vec<_> = found["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["name"] == "Neuenkirchen")
        .collect();
    let kreise: std::collections::HashSet<_> =
        exact.iter().map(|item| item["path"].to_string()).collect();
    // Two of them lie in one Kreis.
    assert_eq!((exact.len(), kreise.len()), (11, 10));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_administration_is_found_by_name_and_shown() {
    let app = TestApp::new().await;

    let seat = first(&app, "Verbandsgemeinde%20Nast%C3%A4tten").await;

    assert_eq!(seat["name"], "Nastätten");
    assert_eq!(seat["administration"]["key"], "071415007");
}

#[tokio::test(flavor = "multi_thread")]
async fn contacts_say_when_they_were_last_checked() {
    let app = TestApp::new().await;

    let contacts = get(&app, "/api/v1/regions/15082/contacts")
        .await
        .expect(200)
        .json();

    let items = contacts["items"].as_array().unwrap();
    assert!(!items.is_empty());
    assert!(items.iter().all(|item| item["last_checked"].is_string()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_vocabulary_is_listed_by_axis() {
    let app = TestApp::new().await;

    for axis in [
        "roles",
        "domains",
        "procedures",
        "products",
        "certifications",
        "languages",
        "incident-classes",
        "symptoms",
    ] {
        let items = get(&app, &format!("/api/v1/taxonomy/{axis}"))
            .await
            .expect(200)
            .json()["items"]
            .clone();

        let items = items.as_array().unwrap();
        assert!(items.len() >= 8, "{axis}");
        assert!(
            items
                .iter()
                .all(|item| item["label"]["de"] != "" && item["label"]["en"] != ""),
            "{axis}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_there_is_not_is_not_found() {
    let app = TestApp::new().await;

    for path in [
        "/api/v1/regions/99999999",
        "/api/v1/regions/x",
        "/api/v1/taxonomy/x",
        "/nowhere",
        "/api/v1/regions/1/contacts",
    ] {
        get(&app, path).await.expect(404);
    }
    get(&app, "/api/v1/regions?nonsense=1").await.expect(422);
    get(&app, "/api/v1/regions?level=town").await.expect(422);
    get(&app, "/api/v1/regions?q=%F0%9F%9A%92")
        .await
        .expect(200);
}
