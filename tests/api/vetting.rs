//! `/vetting-cases`, and how an entry gets there.

use std::sync::Arc;

use kataster::access::Role;
use kataster::ids::{ExpertId, OrganisationId};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Answer, TestApp, expert, organisation};

fn verdict(verdict: &str) -> Value {
    json!({"verdict": verdict, "reason": "Nachweise eingesehen"})
}

/// Submits an entry as a manager of its employer.
async fn submit(app: &TestApp, employer: OrganisationId, id: ExpertId) -> Answer {
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let path = format!("/api/v1/experts/{id}/submit");
    app.post(&path, &manager, &json!({})).await
}

/// An open case: path of the case, and of the entry.
async fn open_case(app: &TestApp) -> (String, String) {
    let employer = organisation().save(app).await;
    let id = expert(employer).draft(app).await;
    let submitted = submit(app, employer, id).await.expect(201).json();
    let case = submitted["vetting_case_id"].as_str().unwrap().to_owned();
    (
        format!("/api/v1/vetting-cases/{case}"),
        format!("/api/v1/experts/{id}"),
    )
}

async fn assess(app: &TestApp, case: &str, vetter: &str, body: &Value) -> Answer {
    app.post(&format!("{case}/assessments"), vetter, body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn privileged_skills_take_two_vetters() {
    let app = TestApp::new().await;
    let (case, _) = open_case(&app).await;
    let first = app.sign_in(Role::Vetter, None).await;
    let second = app.sign_in(Role::Vetter, None).await;

    let after_one = assess(&app, &case, &first, &verdict("admit"))
        .await
        .expect(201);
    let again = assess(&app, &case, &first, &verdict("admit")).await;
    let after_two = assess(&app, &case, &second, &verdict("admit"))
        .await
        .expect(201);

    assert_eq!(after_one.json()["grade"], "extended");
    assert_eq!(after_one.json()["state"], "open");
    assert_eq!(again.status, 409);
    assert_eq!(after_two.json()["state"], "decided");
    assert_eq!(after_two.json()["outcome"], "admit");
}

/// An open case of somebody without privileged skills, drawn for a second look or not: the case, and the entry.
async fn basic_case(app: &TestApp, is_drawn: bool) -> (String, String) {
    let employer = organisation().save(app).await;
    let skills = json!([{"id": "domain:mass-client-rollout", "level": 3}]);
    loop {
        let entry = expert(employer).with("skills", skills.clone());
        let id = entry.draft(app).await;
        let submitted = submit(app, employer, id).await.expect(201).json();
        let case = submitted["vetting_case_id"].as_str().unwrap();
        let drawn = kataster::vetting::draws(&app.state.keyring, case.parse().unwrap());
        if drawn.unwrap() == is_drawn {
            let case = format!("/api/v1/vetting-cases/{case}");
            return (case, format!("/api/v1/experts/{id}"));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unprivileged_skills_take_one_vetter() {
    let app = TestApp::new().await;
    let (case, _) = basic_case(&app, false).await;
    let vetter = app.sign_in(Role::Vetter, None).await;

    let assessed = assess(&app, &case, &vetter, &verdict("admit"))
        .await
        .expect(201)
        .json();

    assert_eq!(
        (&assessed["grade"], &assessed["outcome"]),
        (&json!("basic"), &json!("admit"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenth_of_those_takes_a_second_look_that_nobody_sees_coming() {
    let app = TestApp::new().await;
    let (case, _) = basic_case(&app, true).await;
    let first = app.sign_in(Role::Vetter, None).await;
    let second = app.sign_in(Role::Vetter, None).await;
    let before = app.get(&case, &first).await.expect(200);
    assert!(!before.text.contains("sampled"), "{}", before.text);

    let after_one = assess(&app, &case, &first, &verdict("admit")).await;
    let after_two = assess(&app, &case, &second, &verdict("admit")).await;

    assert_eq!(after_one.expect(201).json()["state"], "open");
    assert_eq!(after_two.expect(201).json()["outcome"], "admit");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_claimed_later_counts_when_it_is_decided() {
    let app = TestApp::new().await;
    let (case, entry) = basic_case(&app, false).await;
    let id: ExpertId = entry.rsplit('/').next().unwrap().parse().unwrap();
    let loaded = kataster::experts::load(app.state.db.reader(), &[id])
        .await
        .unwrap();
    let employer = Some(loaded[0].organisation);
    let manager = app.sign_in(Role::MemberManager, employer).await;
    let more = json!({"skills": [{"id": "domain:backup-restore", "level": 3}]});
    app.patch(&entry, &manager, "\"1\"", &more)
        .await
        .expect(200);
    let vetter = app.sign_in(Role::Vetter, None).await;

    let assessed = assess(&app, &case, &vetter, &verdict("admit")).await;

    let assessed = assessed.expect(201).json();
    assert_eq!(
        (&assessed["grade"], &assessed["state"]),
        (&json!("extended"), &json!("open"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decided_case_cannot_be_assessed_again() {
    let app = TestApp::new().await;
    let (case, _) = open_case(&app).await;
    let vetter = app.sign_in(Role::Vetter, None).await;
    let late = app.sign_in(Role::Vetter, None).await;

    let rejected = assess(&app, &case, &vetter, &verdict("reject"))
        .await
        .expect(201);

    assert_eq!(rejected.json()["outcome"], "reject");
    assess(&app, &case, &late, &verdict("admit"))
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_vetters_at_once_decide() {
    let app = Arc::new(TestApp::new().await);

    for _ in 0..8 {
        let (case, _) = open_case(&app).await;
        let mut both = JoinSet::new();
        for _ in 0..2 {
            let vetter = app.sign_in(Role::Vetter, None).await;
            let (app, case) = (app.clone(), case.clone());
            both.spawn(async move { assess(&app, &case, &vetter, &verdict("admit")).await });
        }
        for answer in both.join_all().await {
            answer.expect(201);
        }

        let vetter = app.sign_in(Role::Vetter, None).await;
        let shown = app.get(&case, &vetter).await.expect(200).json();
        assert_eq!(shown["state"], "decided", "{shown}");
        assert_eq!(shown["assessments"].as_array().unwrap().len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn submitted_many_times_at_once_there_is_one_case() {
    let app = Arc::new(TestApp::new().await);
    let employer = organisation().save(&app).await;
    let id = expert(employer).draft(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let mut attempts = JoinSet::new();

    for _ in 0..8 {
        let (app, manager) = (app.clone(), manager.clone());
        attempts.spawn(async move {
            let path = format!("/api/v1/experts/{id}/submit");
            app.post(&path, &manager, &json!({})).await.status.as_u16()
        });
    }

    let mut statuses = attempts.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201], vec![409; 7]].concat());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_back_is_submitted_again() {
    let app = TestApp::new().await;
    let (case, entry) = open_case(&app).await;
    let vetter = app.sign_in(Role::Vetter, None).await;
    assess(&app, &case, &vetter, &verdict("request_changes"))
        .await
        .expect(201);

    let id: ExpertId = entry.rsplit('/').next().unwrap().parse().unwrap();
    let organisations = app.get("/api/v1/organisations", &vetter).await.json();
    let employer = organisations["items"][0]["id"].as_str().unwrap();
    submit(&app, employer.parse().unwrap(), id)
        .await
        .expect(201);

    let open = app.get("/api/v1/vetting-cases", &vetter).await.json();
    let decided = app
        .get("/api/v1/vetting-cases?state=decided", &vetter)
        .await
        .json();
    assert_eq!(open["items"].as_array().unwrap().len(), 1);
    assert_eq!(decided["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assessment_says_why() {
    let app = TestApp::new().await;
    let (case, _) = open_case(&app).await;
    let vetter = app.sign_in(Role::Vetter, None).await;

    let silent = json!({"verdict": "admit", "reason": ""});
    let answer = assess(&app, &case, &vetter, &silent).await.expect(422);

    assert_eq!(answer.pointers(), ["/reason"]);
    let blank = json!({"verdict": "admit", "reason": "  \n  "});
    let answer = assess(&app, &case, &vetter, &blank).await.expect(422);
    assert_eq!(answer.pointers(), ["/reason"]);
}
