//! What works once works once, however many try at the same moment.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::account::second_factor::{digits, with_second_factor};
use super::account::{invite, try_to};
use crate::support::{PASSWORD, TestApp, expert, organisation};

const AT_ONCE: usize = 50;

/// How many of so many attempts at the same moment are answered with this status.
async fn winners(
    (app, method, path): (&Arc<TestApp>, Method, &str),
    content_type: &'static str,
    body: impl Fn(usize) -> String,
    won: u16,
) -> Vec<usize> {
    let mut attempts = JoinSet::new();
    for number in 0..AT_ONCE {
        let (app, method, path, body) =
            (app.clone(), method.clone(), path.to_owned(), body(number));
        attempts.spawn(async move {
            let headers = [
                ("content-type", content_type),
                ("sec-fetch-site", "same-origin"),
            ];
            let answer = app.send(method, &path, &headers, Body::from(body)).await;
            (number, answer.status.as_u16())
        });
    }
    let answers = attempts.join_all().await;
    let server_errors: Vec<_> = answers
        .iter()
        .filter(|(_, status)| *status >= 500)
        .collect();
    assert!(server_errors.is_empty(), "{server_errors:?}");
    let winners = answers.iter().filter(|(_, status)| *status == won);
    winners.map(|(number, _)| *number).collect()
}

fn sign_in(email: &str, method: &str, code: &str) -> String {
    let factor = json!({"method": method, "code": code});
    json!({"email": email, "password": PASSWORD, "second_factor": factor}).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_sets_one_password() {
    let app = Arc::new(TestApp::new().await);
    let (_, email) = app.account_with_password(Role::Vetter, None).await;
    let link = invite(&app, &email).await;
    let password = |number| format!("der {number}. lange satz zum merken");
    let form = |number| {
        let password = password(number);
        serde_html_form::to_string([("passwort", &password), ("nochmal", &password)]).unwrap()
    };

    let chosen = winners(
        (&app, Method::POST, &link),
        "application/x-www-form-urlencoded",
        form,
        303,
    )
    .await;

    let [one] = chosen.as_slice() else {
        panic!("{chosen:?}");
    };
    try_to(&app, &email, &password(*one)).await.expect(303);
    try_to(&app, &email, &password(one + 1)).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_opens_one_session() {
    let app = Arc::new(TestApp::new().await);
    let (email, _, codes) = with_second_factor(&app).await;
    let body = |_| sign_in(&email, "recovery", &codes[0]);

    let opened = winners(
        (&app, Method::POST, "/api/v1/sessions"),
        "application/json",
        body,
        201,
    )
    .await;

    assert_eq!(opened.len(), 1, "{opened:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_of_an_authenticator_opens_one_session() {
    let app = Arc::new(TestApp::new().await);
    let (email, totp, _) = with_second_factor(&app).await;
    let code = digits(&app, &totp);
    let body = |_| sign_in(&email, "totp", &code);

    let opened = winners(
        (&app, Method::POST, "/api/v1/sessions"),
        "application/json",
        body,
        201,
    )
    .await;

    assert_eq!(opened.len(), 1, "{opened:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_vetters_of_sixty_four_decide() {
    let app = Arc::new(TestApp::new().await);
    let employer = organisation().save(&app).await;
    // The extended grade always takes two; the basic one takes one, or two when the case is drawn.
    let skills = json!([{"id": "domain:active-directory", "level": 3}]);
    let id = expert(employer).with("skills", skills).draft(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let path = format!("/api/v1/experts/{id}/submit");
    let submitted: Value = app
        .post(&path, &manager, &json!({}))
        .await
        .expect(201)
        .json();
    let case = format!(
        "/api/v1/vetting-cases/{}",
        submitted["vetting_case_id"].as_str().unwrap()
    );
    let mut vetters = Vec::new();
    for _ in 0..64 {
        vetters.push(app.sign_in(Role::Vetter, None).await);
    }
    let mut attempts = JoinSet::new();

    for vetter in vetters.clone() {
        let (app, path) = (app.clone(), format!("{case}/assessments"));
        let verdict = json!({"verdict": "admit", "reason": "Nachweise eingesehen"});
        attempts.spawn(async move { app.post(&path, &vetter, &verdict).await.status.as_u16() });
    }

    let mut statuses = attempts.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201; 2], vec![409; 62]].concat());
    let shown = app.get(&case, &vetters[0]).await.expect(200).json();
    assert_eq!(shown["assessments"].as_array().unwrap().len(), 2, "{shown}");
}
