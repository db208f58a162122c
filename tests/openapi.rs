//! The API document.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Method;
use serde_json::Value;

use crate::support::{DOCUMENT, TestApp, operations};

/// Answers of the router that are no operations: the document itself, and the page that shows it.
const UNDOCUMENTED: [&str; 2] = ["/api/v1/openapi.json", "/api/docs/"];

fn operation(method: &str, path: &str) -> &'static Value {
    &DOCUMENT["paths"][path][method]
}

fn statuses(operation: &Value) -> BTreeSet<&str> {
    let responses = operation["responses"].as_object().unwrap();
    responses.keys().map(String::as_str).collect()
}

/// Calls `visit` with every value below one, and where it stands.
fn walk(value: &Value, at: &str, visit: &mut dyn FnMut(&str, &Value)) {
    visit(at, value);
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                walk(member, &format!("{at}/{name}"), visit);
            }
        }
        Value::Array(items) => {
            for (position, item) in items.iter().enumerate() {
                walk(item, &format!("{at}/{position}"), visit);
            }
        }
        _ => {}
    }
}

#[test]
fn the_document_is_as_reviewed() {
    insta::assert_snapshot!(
        "openapi",
        kataster::routes::openapi().to_pretty_json().unwrap()
    );
}

#[test]
fn the_document_is_openapi_3_1() {
    assert_eq!(DOCUMENT["openapi"], "3.1.0");
}

#[test]
fn every_operation_names_each_status_it_answers() {
    for (method, path) in operations() {
        let operation = operation(&method, &path);
        let statuses = statuses(operation);
        let mut expected: BTreeSet<&str> = BTreeSet::new();
        if operation["security"].is_array() {
            expected.extend(["401", "403"]);
        }
        if operation["requestBody"].is_object() {
            expected.extend(["400", "413", "415", "422"]);
        }
        if method == "patch" {
            expected.extend(["404", "412", "428"]);
        }
        if path.contains('{') {
            expected.insert("404");
        }

        let missing: Vec<_> = expected.difference(&statuses).collect();

        assert!(missing.is_empty(), "{method} {path} lacks {missing:?}");
        assert!(
            statuses.iter().any(|status| status.starts_with('2')),
            "{method} {path}"
        );
        assert!(
            statuses.iter().all(|status| status.parse::<u16>().is_ok()),
            "{method} {path}: {statuses:?}"
        );
    }
}

#[test]
fn every_refusal_is_a_problem_document() {
    for (method, path) in operations() {
        // Not being ready is an answer, not a refusal.
        if path == "/readyz" {
            continue;
        }
        let responses = &operation(&method, &path)["responses"];
        for (status, response) in responses.as_object().unwrap() {
            let is_problem = response["content"]["application/problem+json"].is_object();

            assert_eq!(
                !status.starts_with('2'),
                is_problem,
                "{method} {path} {status}"
            );
        }
    }
}

#[test]
fn every_object_is_closed() {
    let mut open = Vec::new();
    walk(&DOCUMENT, "", &mut |at, value| {
        let is_object = value["type"] == "object" && value["properties"].is_object();
        if is_object && value["additionalProperties"] != false {
            open.push(at.to_owned());
        }
    });

    assert_eq!(open, [] as [String; 0]);
}

#[test]
fn nothing_closed_is_composed_with_more_properties() {
    // What one part of allOf closes, the other parts cannot add to: no value would fit.
    let mut composed = Vec::new();
    walk(&DOCUMENT, "", &mut |at, value| {
        if value["allOf"].is_array() {
            composed.push(at.to_owned());
        }
    });

    assert_eq!(composed, [] as [String; 0]);
}

#[test]
fn every_reference_leads_somewhere() {
    let mut lost = Vec::new();
    walk(&DOCUMENT, "", &mut |at, value| {
        if let Some(target) = value["$ref"].as_str()
            && DOCUMENT.pointer(target.trim_start_matches('#')).is_none()
        {
            lost.push(format!("{at} to {target}"));
        }
    });

    assert_eq!(lost, [] as [String; 0]);
}

#[test]
fn operations_have_names_of_their_own() {
    let mut seen = BTreeSet::new();
    for (method, path) in operations() {
        let id = operation(&method, &path)["operationId"].as_str().unwrap();

        assert!(seen.insert(id), "{id} is also {method} {path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_path_knows_a_method_that_the_document_does_not_name() {
    let app = TestApp::new().await;
    let documented: BTreeSet<_> = operations().into_iter().collect();
    let paths: BTreeSet<_> = operations().into_iter().map(|(_, path)| path).collect();

    for path in &paths {
        for method in ["get", "put", "post", "patch", "delete", "options", "trace"] {
            if documented.contains(&(method.to_owned(), path.clone())) {
                continue;
            }
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();

            let answer = app.send(method.clone(), path, &[], Body::empty()).await;

            assert_eq!(answer.status, 405, "{method} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_is_served_as_it_was_made() {
    let app = TestApp::new().await;

    let served = app
        .send(Method::GET, "/api/v1/openapi.json", &[], Body::empty())
        .await
        .expect(200);

    assert_eq!(served.json(), *DOCUMENT);
    for path in UNDOCUMENTED {
        app.send(Method::GET, path, &[], Body::empty())
            .await
            .expect(200);
    }
}
