//! What a deployment costs, the hours it took, and what houses give each other.

mod hours;
mod kinds;
mod limits;
mod sheets;
mod times;

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use kataster::clock::Instant;
use serde_json::{Value, json};

use super::scene::{Scene, one_need, yes};
use crate::support::Answer;

/// A committed deployment, and who has to do with it.
pub struct Costing {
    pub scene: Scene,
    pub incident: String,
    pub id: String,
    pub town: String,
    pub manager: String,
    pub expert: String,
}

/// What somebody spent besides.
pub fn spent(cents: i64) -> Value {
    json!({
        "kind": "reimbursement",
        "lines": [{"category": "travel", "from": "2026-12-01", "amount_cents": cents, "note": "Bahn 🚆"}],
    })
}

impl Costing {
    /// Accepted, and not begun.
    pub async fn accepted() -> Self {
        Self::of(yes()).await
    }

    /// The same by another answer.
    pub async fn of(answer: Value) -> Self {
        let scene = Scene::with(1).await;
        let manager = scene.manager().await;
        let expert = scene.account_of(&scene.helpers[0]).await;
        let (incident, _) = scene.incident().await;
        let town = scene.town(&incident).await;
        let (_, id) = scene.promised(&incident, &one_need(), &answer).await;
        let accepted = scene.decide(&town, (&id, "acceptance"), "accept").await;
        accepted.expect(200);
        Self {
            scene,
            incident,
            id,
            town,
            manager,
            expert,
        }
    }

    /// One that has begun.
    pub async fn begun() -> Self {
        let costing = Self::accepted().await;
        let begun = costing.post("start", &costing.town, &json!({})).await;
        begun.expect(200);
        costing
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/deployments/{}/{rest}", self.id)
    }

    pub async fn get(&self, rest: &str, who: &str) -> Answer {
        self.scene.app.get(&self.path(rest), who).await
    }

    pub async fn post(&self, rest: &str, who: &str, body: &Value) -> Answer {
        self.scene.app.post(&self.path(rest), who, body).await
    }

    /// Goes on with a sheet of the version that was read.
    pub async fn step(&self, rest: &str, who: &str, (version, body): (i32, &Value)) -> Answer {
        let etag = format!("\"{version}\"");
        self.with_etag((Method::POST, rest), who, (&etag, body))
            .await
    }

    /// Writes a sheet of the version that was read.
    pub async fn put(&self, rest: &str, who: &str, (version, body): (i32, &Value)) -> Answer {
        let etag = format!("\"{version}\"");
        self.with_etag((Method::PUT, rest), who, (&etag, body))
            .await
    }

    pub async fn with_etag(
        &self,
        (method, rest): (Method, &str),
        who: &str,
        (etag, body): (&str, &Value),
    ) -> Answer {
        let headers = HashMap::from([("if-match", etag)]);
        let path = self.path(rest);
        self.scene
            .app
            .write(method, &path, who, &headers, body)
            .await
    }

    /// An instant so many minutes from now.
    pub fn at(&self, minutes: i64) -> String {
        let now: Instant = self.scene.app.state.db.clock().now();
        now.plus_seconds(minutes * 60).to_string()
    }

    /// Somebody of another house with this role.
    pub async fn stranger(&self, role: Role) -> String {
        let other = crate::support::organisation()
            .with("place", "15083")
            .save(&self.scene.app)
            .await;
        self.scene.app.sign_in(role, Some(other)).await
    }
}
