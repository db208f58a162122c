//! What is said of a deployment: every step by its verb, and what both sides write to each other.

mod keeping;
mod reading;
mod steps;
mod writing;

use serde_json::{Value, json};

use crate::help::scene::{Scene, each_time, one_need, yes};
use crate::support::Answer;

const SCHEMA: &str = "/api/v1/schemas/edxl-rm.json";

/// A deployment whose employer is asked each time, as all its sides see it.
struct Said {
    scene: Scene,
    incident: String,
    id: String,
    town: String,
    manager: String,
}

impl Said {
    /// As far as the person's yes.
    async fn yes() -> Self {
        let scene = Scene::with_release(1, each_time()).await;
        let (incident, _) = scene.incident().await;
        let (_, id) = scene.promised(&incident, &one_need(), &yes()).await;
        Self {
            town: scene.town(&incident).await,
            manager: scene.manager().await,
            incident,
            id,
            scene,
        }
    }

    async fn committed() -> Self {
        let said = Self::yes().await;
        said.decide(&said.manager, "release", "release").await;
        said.decide(&said.town, "acceptance", "accept").await;
        said
    }

    async fn decide(&self, who: &str, what: &str, decision: &str) {
        let about = (self.id.as_str(), what);
        let decided = self.scene.decide(who, about, decision).await;
        decided.expect(200);
    }

    fn path(&self) -> String {
        format!("/api/v1/deployments/{}/messages", self.id)
    }

    async fn write(&self, who: &str, message: &Value) -> Answer {
        self.scene.app.post(&self.path(), who, message).await
    }

    /// All messages as the town reads them, oldest first.
    async fn messages(&self) -> Vec<Value> {
        let path = format!("{}?limit=100", self.path());
        let listed = self.scene.app.get(&path, &self.town).await.expect(200);
        listed.json()["items"].as_array().unwrap().clone()
    }

    async fn verbs(&self) -> Vec<String> {
        let messages = self.messages().await.into_iter();
        messages
            .map(|message| message["type"].as_str().unwrap().to_owned())
            .collect()
    }

    /// What the messages look like to somebody who takes them elsewhere, checked by the schema that is served.
    async fn export(&self, who: &str) -> Value {
        let path = format!("{}/export", self.path());
        let exported = self.scene.app.get(&path, who).await.expect(200).json();
        let schema = self.scene.app.get(SCHEMA, "").await.expect(200).json();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors = validator.iter_errors(&exported);
        let errors: Vec<String> = errors.map(|error| error.to_string()).collect();
        assert_eq!(errors, [] as [String; 0], "{exported:#}");
        exported
    }
}

fn question() -> Value {
    json!({"type": "RequestInformation", "text": "Wo steht der Schlüsseltresor?"})
}
