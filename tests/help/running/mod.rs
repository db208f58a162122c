//! What becomes of a deployment once all said yes: it begins, lasts longer, is called back, ends or is called off.

mod closing;
mod ending;
mod longer;
mod steps;
mod succeeding;

use kataster::clock::Instant;
use kataster::entity::expert_commitment;
use kataster::ids::{ExpertId, OrganisationId};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::scene::{Scene, each_time, one_need, yes};
use crate::support::Answer;

pub const HOUR: i64 = 3_600;
pub const DAY: i64 = 24 * HOUR;

/// Where the town is written to.
const TOWN_MAIL: &str = "krisenstab@example.net";

/// A deployment all said yes to just now, and a token of each of its sides.
pub struct Running {
    pub scene: Scene,
    pub incident: String,
    /// What whoever asked holds.
    pub held: Value,
    pub request: String,
    pub id: String,
    pub town: String,
    pub manager: String,
    pub expert: String,
    /// Who helps, where they are written to, and the link by which they said yes.
    pub helper: (ExpertId, String, String),
    pub employer: OrganisationId,
    /// When all had said yes.
    pub from: Instant,
}

impl Running {
    /// Of somebody whose employer gave its word beforehand.
    pub async fn new() -> Self {
        Self::of(Scene::with(1).await, &one_need(), &yes()).await
    }

    /// Of somebody whose employer is asked each time.
    pub async fn asking_each_time() -> Self {
        let scene = Scene::with_release(1, each_time()).await;
        Self::of(scene, &one_need(), &yes()).await
    }

    /// A talk.
    pub async fn talk() -> Self {
        let talk = json!({"answer": "first_call"});
        Self::of(Scene::with(1).await, &one_need(), &talk).await
    }

    /// Of whoever is asked first for a need and says this.
    pub async fn of(scene: Scene, need: &Value, answer: &Value) -> Self {
        let (incident, held) = scene.incident_with_mail(TOWN_MAIL).await;
        let (town, employer) = (scene.town(&incident).await, scene.helpers[0].employer);
        let manager = scene.manager().await;
        let request = scene.request(&incident, &json!([need])).await;
        scene.begin(&request).await;
        let (helper, link) = scene.asked().remove(0);
        let expert = scene.account_of(helper).await;
        let helper = (helper.id, helper.email.clone(), link);
        scene.answer(&helper.2, answer).await.expect(200);
        let shown = scene.show(&request).await;
        let id = shown["deployments"][0]["id"].as_str().unwrap().to_owned();
        let from = scene.app.state.db.clock().now();
        let running = Self {
            scene,
            incident,
            held,
            request,
            id,
            town,
            manager,
            expert,
            helper,
            employer,
            from,
        };
        running.commit(&shown["deployments"][0]["state"]).await;
        running
    }

    async fn commit(&self, state: &Value) {
        if state == "agreed" {
            let release = (self.id.as_str(), "release");
            let released = self.scene.decide(&self.manager, release, "release").await;
            released.expect(200);
        }
        let acceptance = (self.id.as_str(), "acceptance");
        let accepted = self.scene.decide(&self.town, acceptance, "accept").await;
        accepted.expect(200);
    }

    /// Says something about it, and does what follows.
    pub async fn take(&self, who: &str, what: &str, body: &Value) -> Answer {
        let path = format!("/api/v1/deployments/{}/{what}", self.id);
        let answer = self.scene.app.post(&path, who, body).await;
        self.scene.run().await;
        answer
    }

    /// The town says that it began, and so much time passes.
    pub async fn begun_for(&self, seconds: i64) {
        let begun = self.take(&self.town, "start", &json!({})).await;
        begun.expect(200);
        self.scene.after(seconds).await;
    }

    /// The town asks for a later end.
    pub async fn ask_until(&self, until: Instant) -> Answer {
        self.take(&self.town, "extend", &json!({ "until": until }))
            .await
    }

    /// A side says yes or no to one.
    pub async fn say(&self, who: &str, decision: &str) -> Answer {
        self.take(who, "extension", &json!({ "decision": decision }))
            .await
    }

    /// As somebody sees it.
    pub async fn seen_by(&self, who: &str) -> Value {
        let path = format!("/api/v1/deployments/{}", self.id);
        self.scene.app.get(&path, who).await.expect(200).json()
    }

    pub async fn shown(&self) -> Value {
        self.seen_by(&self.scene.coordinator).await
    }

    pub async fn state(&self) -> String {
        self.shown().await["state"].as_str().unwrap().to_owned()
    }

    pub async fn until(&self) -> Instant {
        serde_json::from_value(self.shown().await["until"].clone()).unwrap()
    }

    pub fn now(&self) -> Instant {
        self.scene.app.state.db.clock().now()
    }

    /// Periods for which anybody is booked.
    pub async fn booked(&self) -> Vec<(Instant, Instant)> {
        let rows = expert_commitment::Entity::find();
        let rows = rows.all(self.scene.app.state.db.reader()).await.unwrap();
        rows.iter().map(|row| (row.from_at, row.until_at)).collect()
    }

    /// How many letters to the town say this.
    pub fn told_town(&self, text: &str) -> usize {
        self.scene.letters(TOWN_MAIL, text).len()
    }

    /// How many letters to whoever helps say this.
    pub fn told_expert(&self, text: &str) -> usize {
        self.scene.letters(&self.helper.1, text).len()
    }

    /// Closes its incident.
    pub async fn close(&self, reason: &str) {
        self.scene.close(&self.incident, reason).await;
        self.scene.run().await;
    }
}
