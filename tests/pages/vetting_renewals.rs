//! "Stimmt noch alles?" shortly before an admission ends, and `/pruefung/verlaengerungen`.

use std::collections::HashMap;

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use kataster::clock::Instant;
use kataster::entity::expert_admission::{Column, Entity};
use kataster::ids::{ExpertId, OrganisationId};
use kataster::jobs::Runner;
use kataster::notifications::Post;
use kataster::privacy::Retention;
use sea_orm::{EntityTrait, sea_query::Expr};
use serde_json::json;

use crate::support::{TestApp, expert, organisation};

const REASON: &str = "Unverändert, Rückfrage beim Arbeitgeber.";

async fn run_jobs(app: &TestApp) {
    let keyring = app.state.keyring.clone();
    let handlers: HashMap<_, _> =
        kataster::app::handlers(keyring, Retention::default(), &Post::default());
    let runner = Runner::new(app.state.db.clone(), handlers);
    while runner.run_one().await.unwrap() {}
}

async fn end(app: &TestApp, id: ExpertId) -> Instant {
    let entry = kataster::experts::load(app.state.db.reader(), &[id]).await;
    let admissions = &entry.unwrap()[0].admissions;
    admissions.iter().map(|held| held.until).max().unwrap()
}

async fn open_cases(app: &TestApp) -> Vec<serde_json::Value> {
    let vetter = app.sign_in(Role::Vetter, None).await;
    let open = app.get("/api/v1/vetting-cases", &vetter).await.expect(200);
    open.json()["items"].as_array().unwrap().clone()
}

/// Entries that vetters admitted and that were submitted again shortly before the end; the cases in that order.
async fn renewals(
    app: &TestApp,
    employer: OrganisationId,
    skills: &[&str],
) -> Vec<(ExpertId, String)> {
    let mut entries = Vec::new();
    for skill in skills {
        let held = json!([{"id": skill, "level": 3}]);
        entries.push(expert(employer).with("skills", held).save(app).await);
    }
    let mut first = Instant::from_micros(i64::MAX);
    for id in &entries {
        first = first.min(end(app, *id).await);
    }
    // The ends lie half a year apart at most: these are made to end together.
    let txn = app.state.db.begin().await.unwrap();
    Entity::update_many()
        .col_expr(Column::UntilAt, Expr::value(first))
        .exec(txn.connection())
        .await
        .unwrap();
    txn.commit().await.unwrap();
    app.clock.set(first.plus_days(-60));
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let mut cases = Vec::new();
    for id in entries {
        let path = format!("/api/v1/experts/{id}/submit");
        let submitted = app
            .post(&path, &manager, &json!({}))
            .await
            .expect(201)
            .json();
        cases.push((
            id,
            submitted["vetting_case_id"].as_str().unwrap().to_owned(),
        ));
    }
    cases
}

#[tokio::test(flavor = "multi_thread")]
async fn who_confirms_within_ninety_days_of_the_end_asks_for_a_renewal() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer).save(&app).await;
    let (account, email) = app
        .account_with_password(Role::Expert, Some(employer))
        .await;
    kataster::experts::link_account(&app.state.db, id, account)
        .await
        .unwrap();
    let end = end(&app, id).await;
    let confirm = async || {
        let session = app.begin_session(&email).await;
        let headers = [
            ("cookie", session.as_str()),
            ("content-type", "application/json"),
            ("sec-fetch-site", "same-origin"),
        ];
        let path = format!("/api/v1/experts/{id}/confirm");
        let sent = app
            .send(Method::POST, &path, &headers, Body::from("{}"))
            .await;
        sent.expect(200);
        run_jobs(&app).await;
    };

    app.clock.set(end.plus_days(-90).plus_seconds(-1));
    confirm().await;
    assert_eq!(open_cases(&app).await, Vec::<serde_json::Value>::new());
    app.clock.set(end.plus_days(-90));
    confirm().await;
    confirm().await;

    let open = open_cases(&app).await;
    assert_eq!(open.len(), 1, "{open:?}");
    assert_eq!(
        (&open[0]["kind"], &open[0]["due_at"]),
        (&json!("renewal"), &json!(end))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn renewals_are_done_together_each_by_its_rules() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let skills = ["domain:mass-client-rollout", "domain:backup-restore"];
    let cases = renewals(&app, employer, &skills).await;
    let basic_end = end(&app, cases[0].0).await;
    let who = app.browse_as(Role::Vetter, None).await;
    let path = "/pruefung/verlaengerungen";
    let list = app.page(path, &who).await.expect(200);
    for (_, case) in &cases {
        assert!(
            list.text.contains(&format!("value=\"{case}\"")),
            "{}",
            list.text
        );
    }

    let nothing = app
        .submit(path, &who, &[("grund", "kurz")])
        .await
        .expect(422);
    assert!(
        nothing.text.contains("id=\"auswahl-fehler\""),
        "{}",
        nothing.text
    );
    assert!(nothing.text.contains("id=\"grund-fehler\""));
    let short = [("vorgang", cases[0].1.as_str()), ("grund", "kurz")];
    let short = app.submit(path, &who, &short).await.expect(422);
    let chosen = format!("value=\"{}\" checked", cases[0].1);
    assert!(short.text.contains(&chosen), "{}", short.text);
    let unknown = format!("vet_{}", uuid::Uuid::now_v7());
    let form = [
        ("vorgang", cases[0].1.as_str()),
        ("vorgang", cases[1].1.as_str()),
        ("vorgang", unknown.as_str()),
        ("grund", REASON),
    ];
    let done = app.submit(path, &who, &form).await.expect(200);

    let drawn = kataster::vetting::draws(&app.state.keyring, cases[0].1.parse().unwrap()).unwrap();
    let missing_one = done.text.matches("Eine zweite fehlt").count();
    assert_eq!(missing_one, 1 + usize::from(drawn), "{}", done.text);
    assert!(
        done.text.contains("nicht mehr offen"),
        "the unknown one: {}",
        done.text
    );
    assert_eq!(end(&app, cases[0].0).await > basic_end, !drawn);
    assert_eq!(
        end(&app, cases[1].0).await,
        basic_end,
        "two people for this one"
    );
    let second = app.browse_as(Role::Vetter, None).await;
    let form = [("vorgang", cases[1].1.as_str()), ("grund", REASON)];
    app.submit(path, &second, &form).await.expect(200);
    assert!(end(&app, cases[1].0).await > basic_end);
    let again = app.submit(path, &who, &form).await.expect(200);
    assert!(again.text.contains("nicht mehr offen"), "{}", again.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_renewal_or_too_close_is_not_done_by_the_way() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let cases = renewals(&app, employer, &["domain:backup-restore"]).await;
    let (account, email) = app.account_with_password(Role::Vetter, None).await;
    kataster::experts::link_account(&app.state.db, expert(employer).draft(&app).await, account)
        .await
        .unwrap();
    let close = app.begin_session(&email).await;
    let path = "/pruefung/verlaengerungen";

    let list = app.page(path, &close).await.expect(200);
    assert!(
        list.text.contains("Keine Verlängerung wartet auf Sie"),
        "{}",
        list.text
    );
    let form = [("vorgang", cases[0].1.as_str()), ("grund", REASON)];
    let done = app.submit(path, &close, &form).await.expect(200);
    assert!(done.text.contains("das eigene Haus"), "{}", done.text);

    let draft = expert(employer).draft(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let submit = format!("/api/v1/experts/{draft}/submit");
    let admission = app
        .post(&submit, &manager, &json!({}))
        .await
        .expect(201)
        .json();
    let case = admission["vetting_case_id"].as_str().unwrap();
    let who = app.browse_as(Role::Vetter, None).await;
    let form = [("vorgang", case), ("grund", REASON)];
    app.submit(path, &who, &form).await.expect(200);
    let open = open_cases(&app).await;
    assert!(
        open.iter()
            .any(|open| open["id"] == case && open["assessments"] == json!([]))
    );
}
