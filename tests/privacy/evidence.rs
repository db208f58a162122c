//! Files that prove a claim: who keeps them, who may look at them, and how long they are there.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use kataster::ids::{ExpertId, OrganisationId};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::retention::housekeeping;
use crate::support::{Answer, TestApp, expert, organisation};

const PATH: &str = "/api/v1/me/evidence";
const TERM: &str = "product:veeam";
const PDF: &[u8] = b"%PDF-1.7\nZeugnis Trompetenwurz";

/// An entry with its person's token and one file.
struct Applicant {
    employer: OrganisationId,
    id: ExpertId,
    token: String,
}

impl Applicant {
    async fn new(app: &TestApp) -> Self {
        let employer = organisation().save(app).await;
        let id = expert(employer).draft(app).await;
        let (account, token) = app.account(Role::Expert, Some(employer)).await;
        kataster::experts::link_account(&app.state.db, id, account)
            .await
            .unwrap();
        Self {
            employer,
            id,
            token,
        }
    }

    async fn send(&self, app: &TestApp, term: &str, bytes: &[u8]) -> Answer {
        send(app, &self.token, term, bytes).await
    }

    /// Keeps a file; its id.
    async fn file(&self, app: &TestApp) -> String {
        let kept = self.send(app, TERM, PDF).await.expect(201).json();
        kept["id"].as_str().unwrap().to_owned()
    }

    async fn files(&self, app: &TestApp) -> Value {
        app.get(PATH, &self.token).await.expect(200).json()
    }

    /// Opens a case.
    async fn submit(&self, app: &TestApp) -> String {
        let manager = app.sign_in(Role::MemberManager, Some(self.employer)).await;
        let path = format!("/api/v1/experts/{}/submit", self.id);
        let case = app.post(&path, &manager, &json!({})).await.expect(201);
        case.json()["vetting_case_id"].as_str().unwrap().to_owned()
    }
}

async fn send(app: &TestApp, token: &str, term: &str, bytes: &[u8]) -> Answer {
    let sender = ("authorization", &*format!("Bearer {token}"));
    app.upload(PATH, sender, &[("term", term)], ("file", bytes))
        .await
}

async fn delete(app: &TestApp, path: &str, token: &str) -> Answer {
    let sender = [("authorization", &*format!("Bearer {token}"))];
    app.send(Method::DELETE, path, &sender, Body::empty()).await
}

async fn reject(app: &TestApp, case: &str) {
    let vetter = app.sign_in(Role::Vetter, None).await;
    let path = format!("/api/v1/vetting-cases/{case}/assessments");
    let body = json!({"verdict": "reject", "reason": "passt nicht"});
    app.post(&path, &vetter, &body).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_keeps_files_under_names_of_ours() {
    let app = TestApp::new().await;
    let applicant = Applicant::new(&app).await;
    let id = applicant.file(&app).await;
    let path = format!("{PATH}/{id}");

    let saved = app.get(&path, &applicant.token).await.expect(200);

    assert_eq!(saved.text.as_bytes(), PDF);
    assert_eq!(saved.headers["content-type"], "application/pdf");
    assert_eq!(saved.headers["x-content-type-options"], "nosniff");
    let disposition = saved.headers["content-disposition"].to_str().unwrap();
    assert!(disposition.starts_with("attachment; filename=\"nachweis-"));
    assert!(!disposition.contains("Erika"), "{disposition}");
    let listed = applicant.files(&app).await;
    assert_eq!(listed[0]["term"], TERM);
    assert_eq!(listed[0]["size"], PDF.len());
    assert_eq!(listed[0]["seen_at"], Value::Null);

    delete(&app, &path, &applicant.token).await.expect(204);

    app.get(&path, &applicant.token).await.expect(404);
    delete(&app, &path, &applicant.token).await.expect(404);
    assert_ne!(applicant.files(&app).await[0]["deleted_at"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_gets_a_file() {
    let app = TestApp::new().await;
    let applicant = Applicant::new(&app).await;
    let other = Applicant::new(&app).await;
    let id = applicant.file(&app).await;
    let manager = app
        .sign_in(Role::MemberManager, Some(applicant.employer))
        .await;
    let vetter = app.sign_in(Role::Vetter, None).await;

    app.get(&format!("{PATH}/{id}"), &other.token)
        .await
        .expect(404);
    delete(&app, &format!("{PATH}/{id}"), &other.token)
        .await
        .expect(404);
    app.get(&format!("/api/v1/evidence/{id}"), &manager)
        .await
        .expect(403);
    // Vetters only while a case of the entry is open.
    app.get(&format!("/api/v1/evidence/{id}"), &vetter)
        .await
        .expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vetter_looks_at_files_of_an_open_case_and_the_person_sees_that() {
    let app = TestApp::new().await;
    let applicant = Applicant::new(&app).await;
    let id = applicant.file(&app).await;
    let case = applicant.submit(&app).await;
    let vetter = app.sign_in(Role::Vetter, None).await;
    let colleague = {
        let grants = [
            (Role::Vetter, None),
            (Role::Expert, Some(applicant.employer)),
        ];
        app.sign_in_as(&grants).await
    };
    let auditor = app.sign_in(Role::Auditor, None).await;
    let list = format!("/api/v1/vetting-cases/{case}/evidence");
    let path = format!("/api/v1/evidence/{id}");

    assert_eq!(
        app.get(&list, &vetter).await.expect(200).json()[0]["id"],
        id.as_str()
    );
    let shown = app.get(&path, &vetter).await.expect(200);
    app.get(&path, &vetter).await.expect(200);

    assert_eq!(shown.text.as_bytes(), PDF);
    let reveals = app
        .get("/api/v1/me/reveals", &applicant.token)
        .await
        .expect(200)
        .json();
    let reveals = reveals["items"].as_array().unwrap();
    let looks: Vec<_> = reveals
        .iter()
        .filter(|reveal| reveal["purpose"] == "vetting")
        .collect();
    assert_eq!(looks.len(), 1, "once a day");
    assert_eq!(looks[0]["role"], "vetter");
    assert_ne!(applicant.files(&app).await[0]["seen_at"], Value::Null);
    let record = app
        .get(&format!("/api/v1/audit?subject={}", applicant.id), &auditor)
        .await
        .expect(200);
    assert!(record.text.contains("evidence.looked_at"));

    app.get(&list, &colleague).await.expect(404);
    app.get(&path, &colleague).await.expect(404);
    reject(&app, &case).await;
    app.get(&list, &vetter).await.expect(404);
    app.get(&path, &vetter).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_documents_and_pictures_of_something_claimed_are_taken() {
    let app = TestApp::new().await;
    let applicant = Applicant::new(&app).await;
    let refused: [(&str, &[u8], u16, &str); 7] = [
        (
            TERM,
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            422,
            "/file",
        ),
        (TERM, b"MZ\x90\x00", 422, "/file"),
        (TERM, b"PK\x03\x04", 422, "/file"),
        (TERM, "Zeugnis 🎓".as_bytes(), 422, "/file"),
        (TERM, b"", 422, "/file"),
        ("certification:cissp", PDF, 422, "/term"),
        ("", PDF, 422, "/term"),
    ];

    for (term, bytes, status, pointer) in refused {
        let answer = applicant.send(&app, term, bytes).await.expect(status);
        assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{term}");
    }
    let long = [b"%PDF-1.7".as_slice(), &vec![b'x'; 6 * 1024 * 1024]].concat();
    applicant.send(&app, TERM, &long).await.expect(413);
    app.post(PATH, &applicant.token, &json!({}))
        .await
        .expect(415);
    assert_eq!(applicant.files(&app).await, json!([]));
    for bytes in [b"\x89PNG\r\n\x1a\nx".as_slice(), b"\xff\xd8\xff\xe0x"] {
        applicant.send(&app, TERM, bytes).await.expect(201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_keep_ten_files() {
    let app = std::sync::Arc::new(TestApp::new().await);
    let applicant = Applicant::new(&app).await;
    let mut sending = JoinSet::new();
    for _ in 0..24 {
        let (app, token) = (app.clone(), applicant.token.clone());
        sending.spawn(async move { send(&app, &token, TERM, PDF).await.status.as_u16() });
    }

    let answered = sending.join_all().await;

    let count = |status| answered.iter().filter(|other| **other == status).count();
    assert_eq!((count(201), count(409)), (10, 14), "{answered:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_goes_30_days_after_the_decision_and_not_while_it_is_vetted() {
    let app = TestApp::new().await;
    let applicant = Applicant::new(&app).await;
    applicant.file(&app).await;
    let first = applicant.submit(&app).await;
    let is_there = async || {
        let files = kataster::entity::evidence_content::Entity::find();
        files.count(app.state.db.reader()).await.unwrap() == 1
    };
    app.move_days(100);
    housekeeping(&app, kataster::privacy::Retention::default()).await;
    assert!(is_there().await, "a case is open");
    reject(&app, &first).await;
    app.move_days(29);
    housekeeping(&app, kataster::privacy::Retention::default()).await;
    assert!(is_there().await, "29 days after the decision");
    let second = applicant.submit(&app).await;
    app.move_days(3);
    housekeeping(&app, kataster::privacy::Retention::default()).await;
    assert!(is_there().await, "it is vetted again");
    reject(&app, &second).await;
    app.move_days(31);

    housekeeping(&app, kataster::privacy::Retention::default()).await;

    assert!(!is_there().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_nobody_decides_on_goes_after_90_days() {
    let app = TestApp::new().await;
    let applicant = Applicant::new(&app).await;
    applicant.file(&app).await;
    let files = async || {
        let files = kataster::entity::evidence_content::Entity::find();
        files.count(app.state.db.reader()).await.unwrap()
    };
    app.move_days(89);
    housekeeping(&app, kataster::privacy::Retention::default()).await;
    assert_eq!(files().await, 1);
    app.move_days(2);

    housekeeping(&app, kataster::privacy::Retention::default()).await;

    assert_eq!(files().await, 0);
}
