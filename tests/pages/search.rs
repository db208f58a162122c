//! `/suche`, `/fachkraefte/{id}` and `/karte`.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use kataster::ids::ExpertId;
use serde_json::json;

use crate::support::{TestApp, district, expert, organisation};

/// An entry near Köthen, and the session of a requester.
async fn register(app: &TestApp) -> (ExpertId, String) {
    let employer = organisation()
        .with("name", "Zwiebelfischhaus")
        .save(app)
        .await;
    let id = expert(employer).save(app).await;
    let town = district().save(app).await;
    (id, app.browse_as(Role::Requester, Some(town)).await)
}

/// How many cards a page shows.
fn cards(text: &str) -> usize {
    text.matches("href=\"/fachkraefte/exp_").count()
}

#[tokio::test(flavor = "multi_thread")]
async fn words_find_masked_entries_with_reasons_and_marks() {
    let app = TestApp::new().await;
    let (id, requester) = register(&app).await;

    let page = app
        .page("/suche?q=Datensicherng", &requester)
        .await
        .expect(200);

    assert_eq!(cards(&page.text), 1, "{}", page.text);
    assert!(page.text.contains(&format!("/fachkraefte/{id}")));
    assert!(
        page.text.contains("<mark>Datensicherung</mark>"),
        "{}",
        page.text
    );
    for secret in ["Mustermann", "erika@", "Zwiebelfischhaus", "23125"] {
        assert!(!page.text.contains(secret), "{secret}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_without_scripts_sends_empty_fields_and_that_is_fine() {
    let app = TestApp::new().await;
    let (_, requester) = register(&app).await;
    let sent = "/suche?q=veeam&near=&ort=&radius_km=&min_level=&mode=&sort=relevance&utm_source=x";

    let page = app.page(sent, &requester).await.expect(200);

    assert_eq!(cards(&page.text), 1, "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_is_lifted_by_its_chip() {
    let app = TestApp::new().await;
    let (_, requester) = register(&app).await;
    let filtered = "/suche?q=veeam&product=product%3Aveeam&language=de&near=15082180&radius_km=100";

    let page = app.page(filtered, &requester).await.expect(200);

    let chip = "/suche?q=veeam&amp;language=de&amp;radius_km=100&amp;near=15082180";
    let chip = chip.replace("&amp;", "&#38;");
    assert!(
        page.text.contains(&chip) || page.text.contains(&chip.replace("&#38;", "&amp;")),
        "{}",
        page.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_typed_chosen_or_told_apart() {
    let app = TestApp::new().await;
    let (_, requester) = register(&app).await;

    let typed = app.page("/suche?ort=koethen", &requester).await.expect(200);
    let several = app
        .page("/suche?ort=Neuenkirchen", &requester)
        .await
        .expect(200);
    let unknown = app.page("/suche?ort=Qqqqqq", &requester).await.expect(200);
    let changed = app
        .page("/suche?near=15082180&ort=M%C3%BCnchen", &requester)
        .await
        .expect(200);

    assert!(typed.text.contains("value=\"15082180\""), "{}", typed.text);
    assert!(
        several.text.matches("near=").count() > 3,
        "{}",
        several.text
    );
    assert!(!unknown.text.contains("value=\"15082180\""));
    assert!(
        changed.text.contains("value=\"09162000\""),
        "what was typed wins"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_asks_for_nonsense_is_refused_as_a_page() {
    let app = TestApp::new().await;
    let (_, requester) = register(&app).await;

    for query in [
        "role=role:nix",
        "min_level=9",
        "mode=beamen",
        "page=99999",
        "land=77",
        "kreis=15082",
    ] {
        let page = app
            .page(&format!("/suche?{query}"), &requester)
            .await
            .expect(422);

        assert!(page.text.contains("<h1"), "{query}");
    }
    let script = app
        .page("/suche?q=%3Cscript%3Ealert(1)%3C/script%3E", &requester)
        .await
        .expect(200);
    assert!(!script.text.contains("<script>alert"), "{}", script.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_script_gets_the_part_that_changes() {
    let app = TestApp::new().await;
    let (_, requester) = register(&app).await;
    let headers = [("cookie", requester.as_str()), ("hx-request", "true")];

    let part = app
        .send(Method::GET, "/suche?q=veeam", &headers, Body::empty())
        .await
        .expect(200);

    assert!(!part.text.contains("<html"), "{}", part.text);
    assert_eq!(cards(&part.text), 1);
    assert!(
        part.headers["vary"]
            .to_str()
            .unwrap()
            .contains("HX-Request")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn few_are_not_counted_for_requesters() {
    let app = TestApp::new().await;
    let (_, requester) = register(&app).await;
    let coordinator = app.browse_as(Role::Coordinator, None).await;

    let masked = app.page("/suche", &requester).await.expect(200);
    let told = app.page("/suche", &coordinator).await.expect(200);

    assert!(masked.text.contains("&#60; 3"), "{}", masked.text);
    assert!(!told.text.contains("&#60; 3"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_shows_its_mask_and_a_hidden_one_is_not_there() {
    let app = TestApp::new().await;
    let (id, requester) = register(&app).await;
    let employer = organisation().with("name", "Anderes Haus").save(&app).await;
    let draft = expert(employer)
        .with(
            "identity",
            json!({"given_name": "Erik", "family_name": "Entwurf", "email": "e@example.org"}),
        )
        .draft(&app)
        .await;

    let shown = app
        .page(&format!("/fachkraefte/{id}"), &requester)
        .await
        .expect(200);

    assert!(shown.text.contains("Veeam"), "{}", shown.text);
    assert!(!shown.text.contains("Mustermann") && !shown.text.contains("Zwiebelfischhaus"));
    app.page(&format!("/fachkraefte/{draft}"), &requester)
        .await
        .expect(404);
    app.page("/fachkraefte/exp_1", &requester).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_leads_to_searches_and_kreise_are_for_coordinators() {
    let app = TestApp::new().await;
    let (_, requester) = register(&app).await;
    let coordinator = app.browse_as(Role::Coordinator, None).await;

    let lands = app.page("/karte?land=15", &requester).await.expect(200);
    let kreise = app.page("/karte?land=15", &coordinator).await.expect(200);

    assert!(
        lands.text.contains("Weniger als 3 Fachkräfte"),
        "neither the sum tells how few: {}",
        lands.text
    );
    assert!(!lands.text.contains("kreis="));
    assert!(lands.text.contains("/suche?land="));
    assert!(
        kreise.text.contains("/suche?kreis=15082"),
        "{}",
        kreise.text
    );
    let found = app
        .page("/suche?kreis=15082", &coordinator)
        .await
        .expect(200);
    assert_eq!(cards(&found.text), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_register_says_so_and_leads_on() {
    let app = TestApp::new().await;
    let town = district().save(&app).await;
    let requester = app.browse_as(Role::Requester, Some(town)).await;

    let page = app.page("/suche?q=forensik", &requester).await.expect(200);

    assert_eq!(cards(&page.text), 0);
    assert!(page.text.contains("href=\"/abgleich\""), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_taken_away_without_scripts() {
    let app = TestApp::new().await;
    let (_, requester) = register(&app).await;

    let page = app
        .page("/suche?near=15082180&ort=&radius_km=50", &requester)
        .await
        .expect(200);

    assert!(!page.text.contains("value=\"15082180\""), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn administrations_are_found_by_name_and_a_land_is_no_place() {
    let app = TestApp::new().await;
    let (_, requester) = register(&app).await;
    let place = async |typed: &str| {
        let query = serde_html_form::to_string([("ort", typed)]).unwrap();
        app.page(&format!("/suche?{query}"), &requester)
            .await
            .expect(200)
            .text
    };

    assert!(
        place("Verbandsgemeinde Nastätten")
            .await
            .contains("value=\"07141092\"")
    );
    for land in ["Sachsen", "Bayern"] {
        let page = place(land).await;
        assert!(page.contains("ist ein Land"), "{land}: {page}");
        assert!(!page.contains("<li><a href=\"/suche?near="), "{land}");
    }
    let choices = place("Neuenkirchen").await.matches("/suche?near=").count();
    assert_eq!(choices, 11, "all of them");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_sees_how_a_hidden_entry_of_the_own_house_will_look() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let draft = expert(employer).draft(&app).await;
    app.state
        .search
        .wait_for(Some(app.state.db.generation().await.unwrap()))
        .await
        .unwrap();
    let manager = app.browse_as(Role::MemberManager, Some(employer)).await;
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let stranger = app.browse_as(Role::MemberManager, Some(other)).await;
    let path = format!("/fachkraefte/{draft}");

    app.page(&path, &manager).await.expect(200);
    app.page(&path, &stranger).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_beyond_the_end_is_the_last_one() {
    let app = TestApp::new().await;
    let (_, requester) = register(&app).await;

    let answer = app
        .page("/suche?q=veeam&page=40", &requester)
        .await
        .expect(303);

    assert_eq!(answer.location(), "/suche?q=veeam&page=1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kreis_is_a_filter_that_is_seen_and_lifted() {
    let app = TestApp::new().await;
    register(&app).await;
    let coordinator = app.browse_as(Role::Coordinator, None).await;

    let page = app
        .page("/suche?q=veeam&kreis=15082", &coordinator)
        .await
        .expect(200);

    assert!(
        page.text.contains("Landkreis Anhalt-Bitterfeld"),
        "{}",
        page.text
    );
    assert!(
        page.text.contains("name=\"kreis\" value=\"15082\""),
        "it is sent along"
    );
}
