//! Checklist and comments of a case in the API.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use serde_json::{Value, json};

use crate::support::{Answer, TestApp, expert, organisation};

struct Bench {
    app: TestApp,
    case: String,
    vetter: String,
    name: String,
}

impl Bench {
    /// An open case of the extended grade, and a vetter with the name others see.
    async fn new() -> Self {
        let app = TestApp::new().await;
        let employer = organisation().save(&app).await;
        let id = expert(employer).draft(&app).await;
        let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
        let path = format!("/api/v1/experts/{id}/submit");
        let submitted = app.post(&path, &manager, &json!({})).await.expect(201);
        let case = submitted.json()["vetting_case_id"].clone();
        let (account, vetter) = app.account(Role::Vetter, None).await;
        let account = account.0.simple().to_string();
        Self {
            case: format!("/api/v1/vetting-cases/{}", case.as_str().unwrap()),
            name: account[account.len() - 6..].to_owned(),
            vetter,
            app,
        }
    }

    async fn shown(&self) -> Value {
        self.app
            .get(&self.case, &self.vetter)
            .await
            .expect(200)
            .json()
    }

    async fn tick(&self, method: Method, item: &str, who: &str) -> Answer {
        let path = format!("{}/checklist/{item}", self.case);
        let bearer = format!("Bearer {who}");
        let headers = [("authorization", bearer.as_str())];
        self.app.send(method, &path, &headers, Body::empty()).await
    }

    async fn comment(&self, text: &str, key: Option<&str>) -> Answer {
        let path = format!("{}/comments", self.case);
        let bearer = format!("Bearer {}", self.vetter);
        let mut headers = vec![
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
        ];
        headers.extend(key.map(|key| ("idempotency-key", key)));
        let body = Body::from(json!({ "text": text }).to_string());
        self.app.send(Method::POST, &path, &headers, body).await
    }

    async fn recorded(&self, action: &str) -> usize {
        let auditor = self.app.sign_in(Role::Auditor, None).await;
        let path = format!("/api/v1/audit?action={action}");
        let found = self.app.get(&path, &auditor).await.expect(200).json();
        found["items"].as_array().unwrap().len()
    }
}

fn ticked(case: &Value) -> Vec<&str> {
    let items = case["checklist"].as_array().unwrap().iter();
    let ticked = items.filter(|item| !item["ticked_by"].is_null());
    ticked.map(|item| item["id"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_ticked_and_unticked_and_who_was_first_stays_named() {
    let bench = Bench::new().await;
    let other = bench.app.sign_in(Role::Vetter, None).await;
    let before = bench.shown().await;
    assert_eq!(before["checklist"].as_array().unwrap().len(), 7, "{before}");
    assert_eq!(ticked(&before), Vec::<&str>::new());

    let first = bench.tick(Method::PUT, "skills", &bench.vetter).await;
    bench.tick(Method::PUT, "texts", &other).await.expect(200);
    let again = bench.tick(Method::PUT, "skills", &other).await.expect(200);

    let first = first.expect(200).json();
    let today = bench.app.state.db.clock().now().date().to_string();
    let expected = json!({"id": "skills", "ticked_by": bench.name, "ticked_on": today});
    assert_eq!(first["checklist"][1], expected);
    assert_eq!(again.json()["checklist"][1], expected, "who was first");
    let gone = bench.tick(Method::DELETE, "skills", &other).await;
    assert_eq!(ticked(&gone.expect(200).json()), ["texts"]);
    let gone = bench.tick(Method::DELETE, "skills", &other).await;
    assert_eq!(ticked(&gone.expect(200).json()), ["texts"], "gone already");
    assert_eq!(bench.recorded("vetting.ticked").await, 3, "what changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_asked_in_a_case_is_not_found_and_ticks_nothing() {
    let bench = Bench::new().await;

    for item in ["facts", "nonsense", "%20", "%FF", "Skills"] {
        for method in [Method::PUT, Method::DELETE] {
            let answer = bench.tick(method, item, &bench.vetter).await;
            assert_eq!(answer.status, 404, "{item}: {}", answer.text);
            assert_eq!(answer.headers["content-type"], "application/problem+json");
        }
    }

    assert_eq!(ticked(&bench.shown().await), Vec::<&str>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_is_told_to_vetters_once_a_key() {
    let bench = Bench::new().await;

    let made = bench.comment("  Zeugnis anrufen ", Some("eins")).await;
    bench
        .comment("  Zeugnis anrufen ", Some("eins"))
        .await
        .expect(201);
    let other_body = bench.comment("Etwas anderes", Some("eins")).await;
    bench.comment("Zeugnis anrufen", None).await.expect(201);

    let made = made.expect(201).json();
    let comments = made["comments"].as_array().unwrap();
    assert_eq!(comments.len(), 1, "{made}");
    assert_eq!(comments[0]["text"], "Zeugnis anrufen");
    assert_eq!(comments[0]["by"], bench.name.as_str());
    assert_eq!(other_body.status, 422, "{}", other_body.text);
    let shown = bench.shown().await;
    assert_eq!(shown["comments"].as_array().unwrap().len(), 2);
    assert_eq!(bench.recorded("vetting.commented").await, 2);
    for blank in ["", "  \n "] {
        let answer = bench.comment(blank, None).await.expect(422);
        assert_eq!(answer.pointers(), ["/text"]);
    }
    let long = bench.comment(&"x".repeat(2_001), None).await.expect(422);
    assert_eq!(long.pointers(), ["/text"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn page_and_api_note_the_same() {
    let bench = Bench::new().await;
    let (_, email) = bench.app.account_with_password(Role::Vetter, None).await;
    let session = bench.app.begin_session(&email).await;
    let page = bench.case.replace("/api/v1/vetting-cases", "/pruefung");
    let list = [("punkt", "employer"), ("punkt", "skills")];
    let path = format!("{page}/liste");
    bench.app.submit(&path, &session, &list).await.expect(303);
    bench
        .tick(Method::PUT, "conduct", &bench.vetter)
        .await
        .expect(200);
    bench.comment("Rückruf bis Freitag", None).await.expect(201);

    let shown = bench.app.page(&page, &session).await.expect(200).text;

    assert_eq!(
        ticked(&bench.shown().await),
        ["employer", "skills", "conduct"]
    );
    assert!(shown.contains("Prüfliste: 3 von 7"), "{shown}");
    assert!(shown.contains("Rückruf bis Freitag"));
    assert!(shown.contains(&format!("…{}", bench.name)));
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_end_with_the_case_and_are_not_for_who_is_close_or_in_a_list() {
    let bench = Bench::new().await;
    bench.comment("Quastenflosser", None).await.expect(201);
    let listed = bench.app.get("/api/v1/vetting-cases", &bench.vetter).await;
    let listed = listed.expect(200);
    assert!(!listed.text.contains("Quastenflosser") && !listed.text.contains("checklist"));
    assert!(!bench.shown().await.to_string().contains("Mustermann"));
    let id = bench.shown().await["expert_id"].as_str().unwrap().parse();
    let entry = kataster::experts::load(bench.app.state.db.reader(), &[id.unwrap()]).await;
    let colleague = expert(entry.unwrap()[0].organisation)
        .draft(&bench.app)
        .await;
    let (account, close) = bench.app.account(Role::Vetter, None).await;
    kataster::experts::link_account(&bench.app.state.db, colleague, account)
        .await
        .unwrap();
    bench.tick(Method::PUT, "skills", &close).await.expect(403);

    let body = json!({"verdict": "reject", "reason": "Nachweise fehlen"});
    let path = format!("{}/assessments", bench.case);
    let decided = bench.app.post(&path, &bench.vetter, &body).await;

    let decided = decided.expect(201).json();
    assert_eq!(decided["comments"][0]["text"], "Quastenflosser");
    bench
        .tick(Method::PUT, "skills", &bench.vetter)
        .await
        .expect(409);
    bench
        .tick(Method::DELETE, "skills", &bench.vetter)
        .await
        .expect(409);
    bench.comment("zu spät", None).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_vetters_write_is_not_for_a_colleague_of_whom_it_is_about() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;
    let id = expert(employer).draft(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let path = format!("/api/v1/experts/{id}/submit");
    let submitted = app.post(&path, &manager, &json!({})).await.expect(201);
    let case = submitted.json()["vetting_case_id"].clone();
    let case = format!("/api/v1/vetting-cases/{}", case.as_str().unwrap());
    let vetter = app.sign_in(Role::Vetter, None).await;
    let close = [(Role::Vetter, None), (Role::MemberManager, Some(employer))];
    let close = app.sign_in_as(&close).await;
    let words = json!({ "text": "Zirbelknopf" });
    app.post(&format!("{case}/comments"), &vetter, &words)
        .await
        .expect(201);
    let verdict = json!({ "verdict": "admit", "reason": "Murkelmieze" });
    app.post(&format!("{case}/assessments"), &vetter, &verdict)
        .await
        .expect(201);

    let seen = app.get(&case, &close).await.expect(200).text;
    let listed = ["open", "decided"].map(|state| format!("/api/v1/vetting-cases?state={state}"));
    let mut all = seen;
    for path in &listed {
        all.push_str(&app.get(path, &close).await.expect(200).text);
    }

    assert!(!all.contains("Zirbelknopf") && !all.contains("Murkelmieze"));
    let open = app.get(&case, &vetter).await.expect(200).text;
    assert!(open.contains("Zirbelknopf") && open.contains("Murkelmieze"));
}
