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
const OPEN_COOKIES: [&str; 6] = [
    "lang",
    "thema",
    "tasten",
    "__Host-lang",
    "__Host-thema",
    "__Host-tasten",
];

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    let value = answer.headers.get(name);
    value.map_or("", |value| value.to_str().unwrap())
}

/// What an answer lacks, or has too much.
fn faults(answer: &Answer, path: &str, is_secure: bool) -> Vec<String> {
    let mut faults = policy_faults(answer);
    for (name, value) in FIXED {
        if header(answer, name) != value {
            faults.push(format!("{name} is {:?}", header(answer, name)));
        }
    }
    let is_asset = path.starts_with("/assets/") && answer.status == 200;
    let kept = header(answer, "cache-control");
    if !is_asset && kept != "no-store" {
        faults.push(format!("cache-control is {kept:?}"));
    }
    let id = header(answer, "x-request-id");
    if id.parse::<uuid::Uuid>().is_err() {
        faults.push(format!("x-request-id is {id:?}"));
    }
    let transport = header(answer, "strict-transport-security");
    let expected = if is_secure {
        "max-age=63072000; includeSubDomains"
    } else {
        ""
    };
    if transport != expected {
        faults.push(format!("strict-transport-security is {transport:?}"));
    }
    let names = answer.headers.keys().map(axum::http::HeaderName::as_str);
    let telling = names.filter(|name| {
        name.starts_with("access-control-") || matches!(*name, "server" | "x-powered-by")
    });
    faults.extend(telling.map(|name| format!("{name} is there")));
    faults.extend(content_faults(answer));
    faults.extend(cookie_faults(answer, is_secure));
    faults
}

fn policy_faults(answer: &Answer) -> Vec<String> {
    const NEEDED: [&str; 4] = [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action ",
    ];
    const REFUSED: [&str; 5] = ["unsafe", "*", "http:", "https:", "blob:"];
    let policy = header(answer, "content-security-policy");
    let missing = NEEDED.iter().filter(|part| !policy.contains(**part));
    let found = REFUSED.iter().filter(|part| policy.contains(**part));
    missing
        .map(|part| format!("{part} is not in {policy:?}"))
        .chain(found.map(|part| format!("{part} is in {policy:?}")))
        .collect()
}

fn content_faults(answer: &Answer) -> Vec<String> {
    const INLINE: [&str; 6] = [
        " style=\"",
        "<style",
        " onclick=",
        " onload=",
        "<script>",
        "javascript:",
    ];
    let content = header(answer, "content-type");
    let mut faults = Vec::new();
    if !answer.text.is_empty() && content.is_empty() {
        faults.push("no content-type".to_owned());
    }
    let is_text = content.starts_with("text/") || content.contains("javascript");
    if is_text && !content.contains("charset=utf-8") {
        faults.push(format!("content-type is {content:?}"));
    }
    if content.starts_with("text/html") {
        let found = INLINE.iter().filter(|part| answer.text.contains(**part));
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
        let is_prefixed = name.starts_with("__Host-") == is_secure;
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

/// Status, method, path, headers and body of a request that is refused.
type Refused<'a> = (u16, Method, &'a str, Vec<(&'a str, &'a str)>, &'a str);

const JSON: (&str, &str) = ("content-type", "application/json");

fn refused<'a>(as_admin: (&'a str, &'a str), one: &'a str, long: &'a str) -> Vec<Refused<'a>> {
    let all = "/api/v1/organisations";
    let text = ("content-type", "text/plain");
    let foreign = ("host", "example.org");
    let (post, patch) = (Method::POST, Method::PATCH);
    vec![
        (413, post.clone(), all, vec![as_admin, JSON], long),
        (415, post.clone(), all, vec![as_admin, text], "{}"),
        (400, post.clone(), all, vec![as_admin, JSON], "{"),
        (428, patch.clone(), one, vec![as_admin, JSON], "{}"),
        (
            412,
            patch,
            one,
            vec![as_admin, JSON, ("if-match", "\"99\"")],
            "{}",
        ),
        (421, Method::GET, "/", vec![foreign], ""),
        (421, Method::GET, all, vec![foreign], ""),
        (400, Method::GET, "/", vec![foreign, foreign], ""),
        (
            403,
            post.clone(),
            "/anmelden",
            vec![("origin", "https://example.org")],
            "",
        ),
        (415, post, "/anmelden", vec![JSON], ""),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn so_do_refusals_that_take_more_than_asking() {
    let app = TestApp::new().await;
    let admin = app.sign_in(Role::Admin, None).await;
    let bearer = format!("Bearer {admin}");
    let id = organisation().save(&app).await;
    let one = format!("/api/v1/organisations/{id}");
    let long = "x".repeat(300_000);

    for (status, method, path, headers, body) in refused(("authorization", &bearer), &one, &long) {
        let answer = app
            .send(method.clone(), path, &headers, body.to_owned().into())
            .await;

        let place = format!("{method} {path} {headers:?}");
        assert_eq!(answer.status, status, "{place}");
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
