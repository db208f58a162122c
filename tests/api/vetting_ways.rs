//! What may become of a case: taken back, withdrawn, appealed, revoked; and what that does to the entry in the search.

use std::collections::HashMap;

use kataster::access::Role;
use kataster::ids::{ExpertId, OrganisationId};
use kataster::jobs::Runner;
use serde_json::{Value, json};

use crate::pages::accounts::take_role;
use crate::support::{Answer, TestApp, expert, organisation};

struct Bench {
    app: TestApp,
    employer: OrganisationId,
    id: ExpertId,
    manager: String,
    vetters: Vec<String>,
}

impl Bench {
    /// An entry with privileged skills that lacks nothing but the admission, and four vetters.
    async fn new() -> Self {
        let app = TestApp::new().await;
        let employer = organisation().save(&app).await;
        let id = expert(employer).draft(&app).await;
        let (account, token) = app.account(Role::Expert, Some(employer)).await;
        kataster::experts::link_account(&app.state.db, id, account)
            .await
            .unwrap();
        let path = format!("/api/v1/experts/{id}/confirm");
        app.post(&path, &token, &json!({})).await.expect(200);
        let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
        let mut vetters = Vec::new();
        for _ in 0..4 {
            vetters.push(app.sign_in(Role::Vetter, None).await);
        }
        Self {
            app,
            employer,
            id,
            manager,
            vetters,
        }
    }

    async fn submit(&self) -> String {
        let answer = self
            .entry("submit", &self.manager, &json!({}))
            .await
            .expect(201);
        answer.json()["vetting_case_id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    async fn entry(&self, what: &str, who: &str, body: &Value) -> Answer {
        let path = format!("/api/v1/experts/{}/{what}", self.id);
        self.app.post(&path, who, body).await
    }

    async fn assess(&self, case: &str, vetter: usize, verdict: &str) -> Answer {
        let path = format!("/api/v1/vetting-cases/{case}/assessments");
        let body = json!({"verdict": verdict, "reason": format!("Grund {vetter}")});
        self.app.post(&path, &self.vetters[vetter], &body).await
    }

    async fn undo(&self, case: &str, vetter: usize) -> Answer {
        let path = format!("/api/v1/vetting-cases/{case}/undo");
        self.app
            .post(&path, &self.vetters[vetter], &json!({}))
            .await
    }

    /// Opens a case and lets two vetters admit.
    async fn admit(&self) -> String {
        let case = self.submit().await;
        self.assess(&case, 0, "admit").await.expect(201);
        self.assess(&case, 1, "admit").await.expect(201);
        case
    }

    async fn own(&self) -> Value {
        let path = format!("/api/v1/experts/{}/vetting", self.id);
        self.app.get(&path, &self.manager).await.expect(200).json()
    }

    /// Whether the entry is found by somebody who looks for help.
    async fn is_found(&self) -> bool {
        let generation = self
            .app
            .state
            .db
            .begin()
            .await
            .unwrap()
            .commit()
            .await
            .unwrap()
            .generation;
        self.app
            .state
            .search
            .wait_for(Some(generation))
            .await
            .unwrap();
        let other = organisation()
            .with("name", "Anderes Haus")
            .save(&self.app)
            .await;
        let manager = self.app.sign_in(Role::MemberManager, Some(other)).await;
        let found = self
            .app
            .get("/api/v1/experts", &manager)
            .await
            .expect(200)
            .json();
        let mut items = found["items"].as_array().unwrap().iter();
        items.any(|item| item["id"] == self.id.to_string())
    }

    fn move_seconds(&self, seconds: i64) {
        let clock = &self.app.clock;
        clock.set(self.app.state.db.clock().now().plus_seconds(seconds));
    }

    async fn run_jobs(&self) {
        let handlers: HashMap<_, _> = kataster::app::handlers(
            self.app.state.keyring.clone(),
            self.app.state.retention,
            &kataster::notifications::Post::default(),
        );
        let runner = Runner::new(self.app.state.db.clone(), handlers);
        while runner.run_one().await.unwrap() {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_acts_at_once_and_so_does_taking_it_back() {
    let bench = Bench::new().await;
    let case = bench.submit().await;
    bench.assess(&case, 0, "admit").await.expect(201);
    assert!(!bench.is_found().await);
    bench.assess(&case, 1, "admit").await.expect(201);
    assert!(bench.is_found().await);
    bench.undo(&case, 0).await.expect(403);

    bench.move_seconds(599);
    let undone = bench.undo(&case, 1).await.expect(200).json();

    assert_eq!(
        (&undone["state"], &undone["outcome"]),
        (&json!("open"), &json!(null))
    );
    assert!(!bench.is_found().await);
    let again = bench.assess(&case, 1, "admit").await.expect(201).json();
    assert_eq!(again["outcome"], "admit");
    assert!(bench.is_found().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_ten_minutes_a_decision_stays() {
    let bench = Bench::new().await;
    let case = bench.admit().await;

    // The second speaks a microsecond after the first, also where the clock stands still.
    bench.move_seconds(601);

    bench.undo(&case, 1).await.expect(409);
    assert!(bench.is_found().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_of_two_takes_back_only_what_nobody_followed() {
    let bench = Bench::new().await;
    let case = bench.submit().await;
    bench.assess(&case, 0, "admit").await.expect(201);

    let undone = bench.undo(&case, 0).await.expect(200).json();

    assert_eq!(undone["assessments"], json!([]));
    bench.assess(&case, 0, "reject").await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rejection_is_appealed_once_and_others_decide() {
    let bench = Bench::new().await;
    let case = bench.submit().await;
    bench.assess(&case, 0, "admit").await.expect(201);
    bench.assess(&case, 1, "reject").await.expect(201);
    let own = bench.own().await;
    assert_eq!(own["case"]["reason"], "Grund 1");
    assert_eq!(own["steps"], json!(["submit", "appeal"]));

    let blank = json!({"grounds": " "});
    let blank = bench.entry("vetting/appeal", &bench.manager, &blank).await;
    assert_eq!(blank.expect(422).pointers(), ["/grounds"]);
    let grounds = json!({"grounds": "Das Zeugnis lag schon bei."});
    let appealed = bench
        .entry("vetting/appeal", &bench.manager, &grounds)
        .await
        .expect(201);
    let appeal = appealed.json()["vetting_case_id"]
        .as_str()
        .unwrap()
        .to_owned();

    bench.undo(&case, 1).await.expect(409);
    bench.assess(&appeal, 0, "admit").await.expect(403);
    bench.assess(&appeal, 1, "admit").await.expect(403);
    bench.assess(&appeal, 2, "admit").await.expect(201);
    let decided = bench.assess(&appeal, 3, "reject").await.expect(201).json();
    assert_eq!(
        (&decided["appeal_of"], &decided["outcome"]),
        (&json!(case), &json!("reject"))
    );
    assert_eq!(bench.own().await["steps"], json!(["submit"]));
    bench
        .entry("vetting/appeal", &bench.manager, &grounds)
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appeal_that_succeeds_admits() {
    let bench = Bench::new().await;
    let case = bench.submit().await;
    bench.assess(&case, 0, "reject").await.expect(201);
    let grounds = json!({"grounds": "Bitte noch einmal ansehen."});
    let appealed = bench
        .entry("vetting/appeal", &bench.manager, &grounds)
        .await
        .expect(201);
    let appeal = appealed.json()["vetting_case_id"]
        .as_str()
        .unwrap()
        .to_owned();

    bench.assess(&appeal, 1, "admit").await.expect(201);
    bench.assess(&appeal, 2, "admit").await.expect(201);

    assert!(bench.is_found().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_is_withdrawn_while_it_is_open() {
    let bench = Bench::new().await;
    bench
        .entry("vetting/withdraw", &bench.manager, &json!({}))
        .await
        .expect(404);
    let case = bench.submit().await;
    let stranger = bench.app.sign_in(Role::Expert, Some(bench.employer)).await;
    bench
        .entry("vetting/withdraw", &stranger, &json!({}))
        .await
        .expect(404);

    let own = bench
        .entry("vetting/withdraw", &bench.manager, &json!({}))
        .await
        .expect(200)
        .json();

    assert_eq!(
        (&own["case"]["state"], &own["steps"]),
        (&json!("withdrawn"), &json!(["submit"]))
    );
    bench.assess(&case, 0, "admit").await.expect(409);
    bench
        .entry("vetting/withdraw", &bench.manager, &json!({}))
        .await
        .expect(409);
    bench.admit().await;
    bench
        .entry("vetting/withdraw", &bench.manager, &json!({}))
        .await
        .expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_vets_the_house_they_are_listed_with() {
    let bench = Bench::new().await;
    let case = bench.submit().await;
    let colleague = expert(bench.employer).draft(&bench.app).await;
    let (account, vetter) = bench.app.account(Role::Vetter, None).await;
    kataster::experts::link_account(&bench.app.state.db, colleague, account)
        .await
        .unwrap();

    let path = format!("/api/v1/vetting-cases/{case}/assessments");
    let body = json!({"verdict": "admit", "reason": "gut bekannt"});
    bench.app.post(&path, &vetter, &body).await.expect(403);
    let path = format!("/api/v1/experts/{}/vetting/revocation", bench.id);
    bench.admit_case(&case).await;
    let body = json!({"reason": "gut bekannt"});
    bench.app.post(&path, &vetter, &body).await.expect(403);
}

impl Bench {
    async fn admit_case(&self, case: &str) {
        self.assess(case, 0, "admit").await.expect(201);
        self.assess(case, 1, "admit").await.expect(201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_take_an_admission_away() {
    let bench = Bench::new().await;
    let reason = json!({"reason": "Zertifikat war gefälscht"});
    bench
        .entry("vetting/revocation", &bench.vetters[0], &reason)
        .await
        .expect(409);
    bench.admit().await;

    let opened = bench
        .entry("vetting/revocation", &bench.vetters[0], &reason)
        .await
        .expect(201)
        .json();
    let case = opened["id"].as_str().unwrap().to_owned();
    assert_eq!(opened["kind"], "revocation");
    assert!(bench.is_found().await, "one alone takes nothing away");
    bench
        .entry("vetting/withdraw", &bench.manager, &json!({}))
        .await
        .expect(422);
    bench.assess(&case, 0, "reject").await.expect(409);
    bench.assess(&case, 1, "request_changes").await.expect(422);
    let decided = bench.assess(&case, 1, "reject").await.expect(201).json();

    assert_eq!(decided["outcome"], "reject");
    assert!(!bench.is_found().await);
    bench.undo(&case, 1).await.expect(200);
    assert!(bench.is_found().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_revocation_acts_at_once_and_lapses_unless_confirmed() {
    let bench = Bench::new().await;
    bench.admit().await;
    let urgent = json!({"reason": "Zugangsdaten im Netz", "urgent": true});

    let opened = bench
        .entry("vetting/revocation", &bench.vetters[0], &urgent)
        .await
        .expect(201);
    assert!(!bench.is_found().await);
    bench.app.move_days(7);
    bench.move_seconds(-1);
    bench.run_jobs().await;
    assert!(!bench.is_found().await);
    bench.move_seconds(1);
    let case = opened.json()["id"].as_str().unwrap().to_owned();
    bench.assess(&case, 1, "reject").await.expect(409);
    bench.run_jobs().await;

    assert!(bench.is_found().await);
    let own = bench.own().await;
    assert_eq!(own["case"]["outcome"], "admit");
    assert_eq!(own["case"]["reason"], json!(null), "nobody decided it");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_revocation_confirmed_in_time_stays() {
    let bench = Bench::new().await;
    bench.admit().await;
    let urgent = json!({"reason": "Zugangsdaten im Netz", "urgent": true});
    let opened = bench
        .entry("vetting/revocation", &bench.vetters[0], &urgent)
        .await
        .expect(201);
    let case = opened.json()["id"].as_str().unwrap().to_owned();

    bench.assess(&case, 1, "reject").await.expect(201);
    bench.app.move_days(8);
    bench.run_jobs().await;

    assert!(!bench.is_found().await);
    assert_eq!(bench.own().await["steps"], json!(["submit", "appeal"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assessment_counts_only_while_its_vetter_is_one() {
    let bench = Bench::new().await;
    let case = bench.submit().await;
    let (gone, token) = bench.app.account(Role::Vetter, None).await;
    let path = format!("/api/v1/vetting-cases/{case}/assessments");
    let body = json!({"verdict": "admit", "reason": "Grund"});
    bench.app.post(&path, &token, &body).await.expect(201);
    take_role(&bench.app, gone, "vetter").await;

    let second = bench.assess(&case, 0, "admit").await.expect(201).json();
    let third = bench.assess(&case, 1, "admit").await.expect(201).json();

    assert_eq!(second["state"], "open", "{second}");
    assert_eq!(third["outcome"], "admit");
}
