//! What all pages have in common.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use kataster::site::Site;

use crate::support::TestApp;

const POLICY: [&str; 6] = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
];

#[tokio::test(flavor = "multi_thread")]
async fn every_page_may_load_only_what_is_ours() {
    let app = TestApp::new().await;
    let session = app.browse_as(Role::Coordinator, None).await;

    for path in ["/", "/status", "/suche", "/karte", "/abgleich", "/nirgends"] {
        let answer = app.page(path, &session).await;

        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        for part in POLICY {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
        assert_eq!(
            answer.headers["referrer-policy"],
            "no-referrer, same-origin"
        );
        for inline in [" style=\"", "<style", "onclick=", "<script>"] {
            assert!(!answer.text.contains(inline), "{inline} in {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_is_kept_and_the_address_is_clean_again() {
    let app = TestApp::new().await;

    let answer = app.page("/status?a=1&lang=en&b=2", "").await.expect(303);

    assert_eq!(answer.location(), "/status?a=1&b=2");
    let kept = answer.cookie("lang").unwrap();
    let english = app.page("/status", &kept).await.expect(200);
    let german = app.page("/status", "").await.expect(200);
    assert!(
        english.text.contains("<html lang=\"en\""),
        "{}",
        english.text
    );
    assert!(german.text.contains("<html lang=\"de\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browsers_language_is_taken_until_one_is_chosen() {
    let app = TestApp::new().await;
    let english = [("accept-language", "en-GB,en;q=0.9")];
    let chosen = [english[0], ("cookie", "lang=de")];

    let liked = app.send(Method::GET, "/", &english, Body::empty()).await;
    let kept = app.send(Method::GET, "/", &chosen, Body::empty()).await;

    assert!(liked.text.contains("<html lang=\"en\""));
    assert!(kept.text.contains("<html lang=\"de\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_theme_is_kept_without_scripts() {
    let app = TestApp::new().await;

    let form = [("thema", "dunkel"), ("weiter", "/status")];
    let answer = app.submit("/darstellung", "", &form).await.expect(303);

    assert_eq!(answer.location(), "/status");
    let dark = app.page("/status", &answer.cookie("thema").unwrap()).await;
    assert!(
        dark.text.contains("data-kern-theme=\"dark\""),
        "{}",
        dark.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn by_tls_what_is_kept_is_this_hosts_and_what_another_planted_is_ignored() {
    let mut app = TestApp::new().await;
    app.use_site(Site {
        is_secure: true,
        ..Site::default()
    });

    let chosen = app.page("/status?lang=en", "").await.expect(303);
    let form = [("thema", "dunkel"), ("weiter", "/status")];
    let dark = app.submit("/darstellung", "", &form).await.expect(303);
    let kept = [
        chosen.cookie("__Host-lang").unwrap(),
        dark.cookie("__Host-thema").unwrap(),
        "__Host-meldung=signed-out".to_owned(),
    ];
    let page = app.page("/status", &kept.join("; ")).await.expect(200);
    let planted = "lang=en; thema=dunkel; meldung=signed-out";
    let other = app.page("/status", planted).await.expect(200);

    assert!(
        page.text.contains("<html lang=\"en\"") && page.text.contains("data-kern-theme=\"dark\"")
    );
    assert!(
        page.cookie_line("__Host-meldung")
            .unwrap()
            .contains("Max-Age=0")
    );
    assert!(other.text.contains("<html lang=\"de\"") && !other.text.contains("data-kern-theme"));
    assert!(other.cookie_line("__Host-meldung").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_shown_once() {
    let app = TestApp::new().await;
    let (_, email) = app.account_with_password(Role::Coordinator, None).await;
    let form = [
        ("email", email.as_str()),
        ("passwort", crate::support::PASSWORD),
    ];
    let signed_in = app.submit("/anmelden", "", &form).await.expect(303);
    let notice = signed_in.cookie("meldung").unwrap();

    let next = app.page("/", &notice).await.expect(200);

    assert!(next.text.contains("Sie sind angemeldet."), "{}", next.text);
    assert!(
        next.cookie_line("meldung")
            .is_some_and(|line| line.contains("Max-Age=0"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_leads_on() {
    let app = TestApp::new().await;

    let missing = app.page("/gibt-es-nicht", "").await.expect(404);
    let method = app
        .send(Method::DELETE, "/status", &[], Body::empty())
        .await
        .expect(405);
    let long = app
        .page(&format!("/anmelden?weiter={}", "a".repeat(9_000)), "")
        .await;

    let id = missing.headers["x-request-id"].to_str().unwrap();
    assert!(missing.text.contains(id), "{}", missing.text);
    assert!(missing.text.contains("href=\"/\""));
    assert!(method.headers.contains_key("allow"));
    assert_eq!(long.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn assets_are_kept_for_ever_and_sent_compressed() {
    let app = TestApp::new().await;
    let start = app.page("/", "").await;
    let (_, rest) = start.text.split_once("/assets/style-").unwrap();
    let path = format!("/assets/style-{}", rest.split('"').next().unwrap());

    let headers = [("accept-encoding", "gzip, br")];
    let style = app
        .send(Method::GET, &path, &headers, Body::empty())
        .await
        .expect(200);
    let plain = app.page(&path, "").await.expect(200);

    assert_eq!(style.headers["content-encoding"], "br");
    assert!(
        style.headers["cache-control"]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    assert!(plain.headers.get("content-encoding").is_none());
    assert!(plain.text.len() > style.text.len());
    app.page("/assets/manifest.json", "").await.expect(404);
    app.page("/assets/..%2FCargo.toml", "").await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_link_of_a_page_leads_to_another_site() {
    let app = TestApp::new().await;

    let page = app.page("//example.net/x", "").await.expect(404);

    assert!(!page.text.contains("example.net"), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_page_speaks_the_language_of_the_page() {
    let app = TestApp::new().await;
    let coordinator = app.browse_as(Role::Coordinator, None).await;

    let page = app.page("/suche?role=foo", &coordinator).await.expect(422);

    assert!(!page.text.contains("did you mean"), "{}", page.text);
}
