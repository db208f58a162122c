//! Other sites cannot act with somebody's session.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use serde_json::json;

use crate::support::{TestApp, organisation};

/// Signs out with these headers besides the session.
async fn sign_out(app: &TestApp, session: &str, headers: &[(&str, &str)]) -> u16 {
    let mut all = vec![
        ("cookie", session),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    all.extend(headers);
    let answer = app
        .send(Method::POST, "/abmelden", &all, Body::empty())
        .await;
    answer.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_another_site_is_refused_and_an_own_one_is_not() {
    let app = TestApp::new().await;
    let session = app.browse_as(Role::Coordinator, None).await;

    assert_eq!(
        sign_out(&app, &session, &[("sec-fetch-site", "cross-site")]).await,
        403
    );
    assert_eq!(
        sign_out(&app, &session, &[("sec-fetch-site", "same-site")]).await,
        403
    );
    assert_eq!(
        sign_out(&app, &session, &[("origin", "https://example.org")]).await,
        403
    );
    assert_eq!(sign_out(&app, &session, &[("origin", "null")]).await, 403);
    assert_eq!(
        sign_out(&app, &session, &[]).await,
        403,
        "it does not say where it comes from"
    );
    app.page("/suche", &session).await.expect(200);

    // Browsers without fetch metadata send the origin alone.
    assert_eq!(
        sign_out(&app, &session, &[("origin", "http://127.0.0.1")]).await,
        303
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_from_another_site_is_refused_too() {
    let app = TestApp::new().await;
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("origin", "https://example.org"),
    ];

    let form = Body::from("email=a%40example.org&passwort=x");
    let answer = app.send(Method::POST, "/anmelden", &headers, form).await;

    assert_eq!(answer.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_with_a_token_need_not_say_where_it_comes_from() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;

    app.post("/api/v1/organisations", &admin, &json!({}))
        .await
        .expect(422);
    organisation().save(&app).await;
}

/// Status of the search page with a session and these headers.
async fn load(app: &TestApp, session: &str, path: &str, headers: &[(&str, &str)]) -> u16 {
    let mut all = vec![("cookie", session)];
    all.extend(headers);
    let answer = app.send(Method::GET, path, &all, Body::empty()).await;
    answer.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn another_site_loads_nothing_with_a_session_but_may_link_here() {
    let app = TestApp::new().await;
    let session = app.browse_as(Role::Coordinator, None).await;
    let link = [
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
    ];
    let frame = [("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")];
    let picture = [("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "image")];
    let script = [("sec-fetch-mode", "cors"), ("sec-fetch-dest", "empty")];

    for path in ["/suche", "/api/v1/experts", "/protokoll/export"] {
        for site in ["cross-site", "same-site"] {
            for how in [frame, picture, script] {
                let headers = [("sec-fetch-site", site), how[0], how[1]];
                assert_eq!(
                    load(&app, &session, path, &headers).await,
                    403,
                    "{path} {headers:?}"
                );
            }
        }
    }
    for site in ["cross-site", "same-origin", "none"] {
        let headers = [("sec-fetch-site", site), link[0], link[1]];
        assert_eq!(
            load(&app, &session, "/suche", &headers).await,
            200,
            "{site}"
        );
    }
    let own = [("sec-fetch-site", "same-origin"), script[0], script[1]];
    assert_eq!(load(&app, &session, "/suche", &own).await, 200);
    // Without a session nothing of anybody is in the answer.
    let foreign = [("sec-fetch-site", "cross-site"), script[0], script[1]];
    assert_eq!(
        load(&app, "", "/api/v1/regions?q=Halle", &foreign).await,
        200
    );
}
