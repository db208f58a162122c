//! On-call duty, rest after a deployment, and person-days: each holds to its second.

use kataster::access::Role;
use kataster::clock::Instant;
use kataster::db::{ChangeKind, Db};
use kataster::entity::expert_commitment;
use kataster::ids::{ExpertId, OrganisationId};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::{Value, json};

use crate::support::{TestApp, expert, organisation};

const DAY: i64 = 86_400;

struct Duty {
    app: TestApp,
    id: ExpertId,
    manager: String,
    searcher: String,
    start: Instant,
}

impl Duty {
    async fn new(state: &str) -> Self {
        let app = TestApp::new().await;
        let employer: OrganisationId = organisation().save(&app).await;
        let id = expert(employer)
            .with("availability", json!({ "state": state }))
            .save(&app)
            .await;
        Self {
            id,
            manager: app.sign_in(Role::MemberManager, Some(employer)).await,
            searcher: app.sign_in(Role::Coordinator, None).await,
            start: app.state.db.clock().now(),
            app,
        }
    }

    /// Keys of before have run out.
    async fn sign_in_again(&mut self) {
        let rows = kataster::entity::expert::Entity::find_by_id(self.id);
        let row = rows.one(self.app.state.db.reader()).await.unwrap().unwrap();
        let employer = Some(row.organisation_id);
        self.manager = self.app.sign_in(Role::MemberManager, employer).await;
        self.searcher = self.app.sign_in(Role::Coordinator, None).await;
    }

    fn path(&self) -> String {
        format!("/api/v1/experts/{}/on-call", self.id)
    }

    async fn plan(&self, periods: &[(i64, i64)]) {
        let period = |(from, until): &(i64, i64)| json!({"from": self.start.plus_seconds(*from), "until": self.start.plus_seconds(*until)});
        let periods: Vec<Value> = periods.iter().map(period).collect();
        let body = json!({ "periods": periods });
        let saved = self.app.put(&self.path(), &self.manager, &body).await;
        let generation = saved.expect(200).generation();
        self.wait(generation).await;
    }

    async fn wait(&self, generation: i64) {
        let search = &self.app.state.search;
        search.wait_for(Some(generation)).await.unwrap();
    }

    /// Commits the entry from and to so many seconds after the beginning.
    async fn commit(&self, from: i64, until: i64) {
        let db: &Db = &self.app.state.db;
        let mut txn = db.begin().await.unwrap();
        let row = expert_commitment::Model {
            expert_id: self.id,
            id: uuid::Uuid::now_v7(),
            from_at: self.start.plus_seconds(from),
            until_at: self.start.plus_seconds(until),
        };
        row.into_active_model()
            .insert(txn.connection())
            .await
            .unwrap();
        txn.changed(ChangeKind::Expert, self.id.0);
        let generation = txn.commit().await.unwrap().generation;
        self.wait(generation).await;
    }

    /// How soon the card says it can start, so many seconds after the beginning.
    async fn state_at(&self, seconds: i64) -> String {
        self.app.clock.set(self.start.plus_seconds(seconds));
        let found = self.app.get("/api/v1/experts", &self.searcher).await;
        let found = found.expect(200).json();
        let state = &found["items"][0]["availability"]["state"];
        state.as_str().unwrap().to_owned()
    }

    /// Why a week from so many seconds after the beginning is not for it; empty when it is.
    async fn excluded_at(&self, seconds: i64) -> Vec<String> {
        let at = self.start.plus_seconds(seconds);
        self.app.clock.set(at);
        let body = json!({
            "municipality": "15082180", "symptom": "files-encrypted", "from": at, "days": 7,
            "needs": [{"label": "Sicherung", "skills": [{"id": "domain:backup-restore", "min_level": 3, "required": true}],
                "headcount": {"min": 1, "desired": 1}, "mode": "either", "languages": ["de"]}],
        });
        let answer = self
            .app
            .post("/api/v1/matches", &self.searcher, &body)
            .await;
        let answer = answer.expect(200).json();
        let need = &answer["needs"][0];
        let reasons = need["excluded"].as_array().unwrap().iter();
        let reasons: Vec<String> = reasons
            .map(|row| row["reason"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(
            need["candidates"].as_array().unwrap().is_empty(),
            !reasons.is_empty()
        );
        reasons
    }

    async fn own(&self) -> Value {
        let path = format!("/api/v1/experts/{}", self.id);
        self.app.get(&path, &self.manager).await.expect(200).json()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_on_call_can_start_at_once_to_the_second() {
    let duty = Duty::new("72h").await;
    assert_eq!(duty.excluded_at(0).await, ["WINDOW"]);
    duty.plan(&[(3_600, 2 * DAY)]).await;

    assert_eq!(duty.state_at(0).await, "24h");
    assert_eq!(duty.state_at(3_600).await, "now");
    assert_eq!(duty.excluded_at(3_600).await, [] as [&str; 0]);
    assert_eq!(duty.state_at(2 * DAY - 1).await, "now");
    assert_eq!(duty.state_at(2 * DAY).await, "72h");
    assert_eq!(duty.excluded_at(2 * DAY).await, ["WINDOW"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_employer_plans_duty_and_the_person_sees_it() {
    let duty = Duty::new("now").await;
    let employer: OrganisationId = duty.own().await["organisation_id"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let person = duty.app.sign_in(Role::Expert, Some(employer)).await;
    let other = organisation()
        .with("name", "Anderes Haus")
        .save(&duty.app)
        .await;
    let stranger = duty.app.sign_in(Role::MemberManager, Some(other)).await;
    let body = json!({ "periods": [] });

    duty.app.put(&duty.path(), &person, &body).await.expect(403);
    duty.app
        .put(&duty.path(), &duty.searcher, &body)
        .await
        .expect(403);
    duty.app
        .put(&duty.path(), &stranger, &body)
        .await
        .expect(404);
    duty.plan(&[(2 * DAY, 3 * DAY), (0, DAY)]).await;

    let shown = duty.own().await;
    let periods = shown["on_call"].as_array().unwrap();
    assert_eq!(periods.len(), 2);
    assert_eq!(periods[0]["from"], json!(duty.start));
    duty.app.clock.set(duty.start.plus_seconds(DAY));
    assert_eq!(duty.own().await["on_call"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn duty_that_cannot_be_is_refused_period_by_period() {
    let duty = Duty::new("now").await;
    let at = |seconds: i64| duty.start.plus_seconds(seconds);
    let body = json!({"periods": [
        {"from": at(DAY), "until": at(DAY)}, {"from": at(-2 * DAY), "until": at(-DAY)},
        {"from": at(0), "until": at(40 * DAY)}, {"from": at(50 * DAY), "until": at(51 * DAY)},
    ]});

    let refused = duty.app.put(&duty.path(), &duty.manager, &body).await;

    let refused = refused.expect(422);
    assert_eq!(
        refused.pointers(),
        ["/periods/0", "/periods/1", "/periods/2"]
    );
    let many = vec![json!({"from": at(DAY), "until": at(2 * DAY)}); 51];
    let body = json!({ "periods": many });
    duty.app
        .put(&duty.path(), &duty.manager, &body)
        .await
        .expect(422);
    let body = json!({"periods": [], "source": "person"});
    duty.app
        .put(&duty.path(), &duty.manager, &body)
        .await
        .expect(400);
    assert_eq!(duty.own().await["on_call"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_deployment_somebody_rests_for_fourteen_days_to_the_second() {
    let duty = Duty::new("now").await;
    duty.commit(-3 * DAY, 0).await;
    let end = 14 * DAY;

    assert_eq!(duty.state_at(0).await, "later");
    assert_eq!(
        duty.own().await["standing"]["rests_until"],
        json!(duty.start.plus_seconds(end))
    );
    assert_eq!(duty.excluded_at(end - DAY - 1).await, ["WINDOW"]);
    assert_eq!(duty.state_at(end - 1).await, "24h");
    assert_eq!(duty.state_at(end).await, "now");
    assert_eq!(duty.own().await["standing"]["rests_until"], Value::Null);
    assert_eq!(duty.excluded_at(end).await, [] as [&str; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_call_needs_no_rest() {
    let duty = Duty::new("now").await;

    duty.commit(-DAY, 7_200 - DAY).await;

    assert_eq!(duty.state_at(0).await, "now");
}

#[tokio::test(flavor = "multi_thread")]
async fn person_days_run_out_and_come_back_with_the_year() {
    let mut duty = Duty::new("now").await;
    let turn = duty.start.end_of_year();
    let ahead = turn.as_seconds() - duty.start.as_seconds();
    duty.commit(-40 * DAY, -23 * DAY).await;

    assert_eq!(duty.own().await["standing"]["days_left"], json!(3));
    assert_eq!(duty.excluded_at(0).await, ["QUOTA"]);
    duty.app.clock.set(turn.plus_seconds(-1));
    duty.sign_in_again().await;
    assert_eq!(duty.excluded_at(ahead - 1).await, ["QUOTA"]);
    assert_eq!(duty.excluded_at(ahead).await, [] as [&str; 0]);
    assert_eq!(duty.own().await["standing"]["days_left"], json!(20));
}
