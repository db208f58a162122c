//! After a deployment: what the sides say, what the town saw, what others learn, and figures that name nobody.

mod figures;
mod lessons;
mod proving;
mod saying;

use serde_json::{Value, json};

use crate::help::scene::{Scene, one_need, yes};

const SKILL: &str = "domain:backup-restore";

/// A deployment that was carried out, with those who took part.
struct Done {
    scene: Scene,
    incident: String,
    id: String,
    town: String,
    expert: String,
    manager: String,
}

impl Done {
    async fn new() -> Self {
        let scene = Scene::with(1).await;
        let (incident, _) = scene.incident().await;
        let town = scene.town(&incident).await;
        let expert = scene.account_of(&scene.helpers[0]).await;
        let manager = scene.manager().await;
        let (_, id) = scene.promised(&incident, &one_need(), &yes()).await;
        let done = Self {
            scene,
            incident,
            id,
            town,
            expert,
            manager,
        };
        done.step("acceptance", json!({"decision": "accept"})).await;
        done
    }

    /// One that is over.
    async fn over() -> Self {
        let done = Self::new().await;
        done.step("start", json!({})).await;
        done.scene.after(3_600).await;
        done.step("end", json!({})).await;
        done
    }

    async fn step(&self, what: &str, body: Value) {
        let path = self.path(what);
        self.scene
            .app
            .post(&path, &self.town, &body)
            .await
            .expect(200);
        self.scene.run().await;
    }

    fn path(&self, what: &str) -> String {
        format!("/api/v1/deployments/{}/{what}", self.id)
    }

    async fn write(&self, who: &str, text: &str) -> crate::support::Answer {
        let body = json!({ "went_well": text });
        let path = self.path("review");
        self.scene.app.put(&path, who, &body).await
    }

    async fn read(&self, who: &str) -> Value {
        let read = self.scene.app.get(&self.path("review"), who).await;
        read.expect(200).json()
    }

    async fn prove(&self, who: &str, skills: &[&str]) -> crate::support::Answer {
        let body = json!({ "skills": skills });
        let path = self.path("proven");
        let proven = self.scene.app.put(&path, who, &body).await;
        self.scene.app.settle().await;
        proven
    }

    /// How the skill of the need is known on the card that others find.
    async fn evidence(&self) -> String {
        let found = self
            .scene
            .app
            .get("/api/v1/experts?q=backup", &self.scene.coordinator)
            .await
            .expect(200)
            .json();
        let skills = found["items"][0]["skills"].as_array().unwrap().clone();
        let mut skills = skills.iter();
        let skill = skills.find(|skill| skill["id"] == SKILL).unwrap();
        skill["evidence"].as_str().unwrap().to_owned()
    }
}
