//! Every route, asked with every method by everybody: what each answer carries.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use kataster::site::Site;

use crate::support::{Answer, PASSWORD, TestApp, filled, operations, organisation, page_paths};

const FIXED: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer, same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];
const METHODS: [&str; 8] = [
    "GET", "HEAD", "OPTIONS", "TRACE", "POST", "PUT", "PATCH", "DELETE",
];
/// Answered, but made by no `.route("…` of ours.
const BESIDES: [&str; 6] = [
    "/api/docs/",
    "/api/docs/swagger-ui.css",
    "/api/docs/nirgends",
    "/api/v1/nirgends",
    "/nirgends",
    "/assets/nirgends.css",
];
/// What looks hold, for the page's own script too; everything else is for the server alone.
const OPEN_COOKIES: [&str; 2] = ["lang", "thema"];

/// What an answer lacks, or has too much.
fn faults(answer: &Answer, path: &str, is_secure: bool) -> Vec<String> {
    let header = |name: &str| {
        let value = answer.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    };
    let mut faults = Vec::new();
    let mut claim = |is_so: bool, fault: String| {
        if !is_so {
            faults.push(fault);
        }
    };
    for (name, value) in FIXED {
        claim(
            header(name) == value,
            format!("{name} is {:?}", header(name)),
        );
    }
    let policy = header("content-security-policy");
    for part in [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action ",
    ] {
        claim(
            policy.contains(part),
            format!("{part} is not in {policy:?}"),
        );
    }
    for part in ["unsafe", "*", "http:", "https:", "blob:"] {
        claim(!policy.contains(part), format!("{part} is in {policy:?}"));
    }
    let is_asset = path.starts_with("/assets/") && answer.status == 200;
    let kept = header("cache-control");
    claim(
        is_asset || kept == "no-store",
        format!("cache-control is {kept:?}"),
    );
    let id = header("x-request-id").parse::<uuid::Uuid>();
    claim(
        id.is_ok(),
        format!("x-request-id is {:?}", header("x-request-id")),
    );
    let transport = header("strict-transport-security");
    let expected = if is_secure {
        "max-age=63072000; includeSubDomains"
    } else {
        ""
    };
    claim(
        transport == expected,
        format!("strict-transport-security is {transport:?}"),
    );
    for name in answer.headers.keys().map(axum::http::HeaderName::as_str) {
        let tells =
            name.starts_with("access-control-") || matches!(name, "server" | "x-powered-by");
        claim(!tells, format!("{name} is there"));
    }
    let content = header("content-type");
    claim(
        answer.text.is_empty() || !content.is_empty(),
        "no content-type".to_owned(),
    );
    let is_text = content.starts_with("text/") || content.contains("javascript");
    claim(
        !is_text || content.contains("charset=utf-8"),
        format!("content-type is {content:?}"),
    );
    faults.extend(cookie_faults(answer, is_secure));
    if content.starts_with("text/html") {
        let inline = [
            " style=\"",
            "<style",
            " onclick=",
            " onload=",
            "<script>",
            "javascript:",
        ];
        let found = inline.iter().filter(|part| answer.text.contains(**part));
        faults.extend(found.map(|part| format!("{part} is in the page")));
    }
    faults
}

fn cookie_faults(answer: &Answer, is_secure: bool) -> Vec<String> {
    let lines = answer.headers.get_all("set-cookie").iter();
    let lines: Vec<&str> = lines.map(|line| line.to_str().unwrap()).collect();
    let mut faults = Vec::new();
    for line in lines {
        let name = line.split('=').next().unwrap();
        let mut wanted = vec!["SameSite=Lax", "Path=/"];
        if is_secure {
            wanted.push("Secure");
        }
        if !OPEN_COOKIES.contains(&name) {
            wanted.push("HttpOnly");
        }
        let missing = wanted.iter().filter(|flag| !line.contains(**flag));
        faults.extend(missing.map(|flag| format!("cookie {name} lacks {flag}")));
        let is_prefixed = name.starts_with("__Host-") == (is_secure && name.contains("kataster"));
        if !is_prefixed || line.contains("Domain") {
            faults.push(format!("cookie {name} is for other hosts too"));
        }
    }
    faults
}

/// Every path there is.
fn paths() -> BTreeSet<String> {
    let api = operations().into_iter().map(|(_, path)| path);
    let others = BESIDES.iter().map(|path| (*path).to_owned());
    api.chain(page_paths()).chain(others).collect()
}

/// Asks all of it and notes the statuses; whoever is signed in ends their session by the way.
async fn ask_all(app: &TestApp, who: &[(&str, &str)], statuses: &mut BTreeSet<u16>) {
    let is_secure = app.state.site.is_secure;
    let mut headers = who.to_vec();
    headers.push(("sec-fetch-site", "same-origin"));
    let mut violations = Vec::new();
    for method in METHODS {
        for template in paths() {
            let path = filled(&template);
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let mut headers = headers.clone();
            if matches!(method.as_str(), "POST" | "PUT" | "PATCH") {
                let is_api = template.starts_with("/api/");
                let form = "application/x-www-form-urlencoded";
                headers.push((
                    "content-type",
                    if is_api { "application/json" } else { form },
                ));
            }

            let answer = app
                .send(method.clone(), &path, &headers, Body::empty())
                .await;

            statuses.insert(answer.status.as_u16());
            let found = faults(&answer, &path, is_secure);
            violations.extend(
                found
                    .iter()
                    .map(|fault| format!("{method} {template} {}: {fault}", answer.status)),
            );
        }
    }
    assert_eq!(violations, [] as [String; 0]);
}

/// The session of a new account, by the cookie that this installation sets.
async fn session(app: &TestApp, role: Role) -> String {
    let (_, email) = app.account_with_password(role, None).await;
    let form = [("email", email.as_str()), ("passwort", PASSWORD)];
    let answer = app.submit("/anmelden", "", &form).await.expect(303);
    let name = kataster::http::session_cookie(app.state.site.is_secure);
    answer.cookie(name).unwrap()
}

fn secure() -> Site {
    Site {
        is_secure: true,
        public_url: Some("https://kataster.example.org".parse().unwrap()),
        ..Site::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_of_every_route_carries_the_headers_that_protect_it() {
    let mut app = TestApp::new().await;
    let mut statuses = BTreeSet::new();
    for site in [Site::default(), secure()] {
        app.use_site(site);
        ask_all(&app, &[], &mut statuses).await;
        for role in [Role::Coordinator, Role::Auditor] {
            let cookie = session(&app, role).await;
            ask_all(&app, &[("cookie", &cookie)], &mut statuses).await;
        }
        let bearer = format!("Bearer {}", app.sign_in(Role::Admin, None).await);
        ask_all(&app, &[("authorization", &bearer)], &mut statuses).await;
    }

    let usual = [200, 303, 400, 401, 403, 404, 405, 422];
    let missing: Vec<_> = usual
        .iter()
        .filter(|status| !statuses.contains(status))
        .collect();
    assert!(missing.is_empty(), "{missing:?} was not among {statuses:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn so_do_refusals_that_take_more_than_asking() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;
    let bearer = format!("Bearer {admin}");
    let path = "/api/v1/organisations";
    let json = ("content-type", "application/json");
    let as_admin = ("authorization", bearer.as_str());
    let id = organisation().save(&app).await;
    let one = format!("{path}/{id}");
    let long = "x".repeat(300_000);
    let query = format!("/suche?q={}", "a".repeat(9_000));
    let foreign = ("host", "example.org");

    for (status, method, path, headers, body) in [
        (413, Method::POST, path, vec![as_admin, json], long.as_str()),
        (
            415,
            Method::POST,
            path,
            vec![as_admin, ("content-type", "text/plain")],
            "{}",
        ),
        (400, Method::POST, path, vec![as_admin, json], "{"),
        (428, Method::PATCH, &one, vec![as_admin, json], "{}"),
        (
            412,
            Method::PATCH,
            &one,
            vec![as_admin, json, ("if-match", "\"99\"")],
            "{}",
        ),
        (421, Method::GET, "/", vec![foreign], ""),
        (421, Method::GET, path, vec![foreign], ""),
        (400, Method::GET, "/", vec![foreign, foreign], ""),
        (
            403,
            Method::POST,
            "/anmelden",
            vec![("origin", "https://example.org")],
            "",
        ),
        (415, Method::POST, "/anmelden", vec![json], ""),
        (
            401,
            Method::GET,
            &query,
            vec![("authorization", "Bearer x")],
            "",
        ),
    ] {
        let answer = app
            .send(method.clone(), path, &headers, body.to_owned().into())
            .await;

        let place = format!("{method} {path} {headers:?}");
        // A page leads to sign in instead.
        let is_led = status == 401 && answer.status == 303;
        assert!(
            is_led || answer.status == status,
            "{place}: {}",
            answer.status
        );
        assert_eq!(faults(&answer, path, false), [] as [String; 0], "{place}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn so_does_what_goes_wrong_behind_a_route() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;
    let bearer = format!("Bearer {admin}");
    app.state.db.clone().close().await.unwrap();

    for path in [
        "/api/v1/organisations",
        "/suche",
        "/status",
        "/readyz",
        "/konto",
    ] {
        let headers = [("authorization", bearer.as_str())];
        let answer = app.send(Method::GET, path, &headers, Body::empty()).await;

        assert_eq!(answer.status, 503, "{path}: {}", answer.text);
        assert_eq!(faults(&answer, path, false), [] as [String; 0], "{path}");
    }
}
