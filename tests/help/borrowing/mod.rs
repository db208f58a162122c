//! Offers that are no people: asked for by a town, promised once, used for a while, given back.

mod asking;
mod ending;
mod promising;
mod seeing;

use kataster::access::Role;
use kataster::ids::OrganisationId;
use serde_json::{Value, json};

use crate::help::scene::Scene;
use crate::help::{INCIDENTS, SCOPES, new_incident};
use crate::support::Answer;

const REQUESTS: &str = "/api/v1/offer-requests";
/// Another town of the same Landkreis.
const OTHER_TOWN: &str = "15082015";

/// A house that offers desks, and who manages it.
pub struct Lender {
    pub scene: Scene,
    pub house: OrganisationId,
    pub manager: String,
    pub manager_mail: String,
    pub offer: String,
}

impl Lender {
    /// With so many desks, four hours ahead and for sixty days.
    pub async fn with(desks: u32) -> Self {
        let scene = Scene::with(1).await;
        let house = scene.helpers[0].employer;
        let (_, manager_mail) = scene
            .app
            .account_with_password(Role::MemberManager, Some(house))
            .await;
        let grant = (Role::MemberManager, Some(house));
        let manager = scene.app.with_token_scopes(grant, &SCOPES).await;
        let new = json!({
            "organisation_id": house, "state": "published", "kind": "workplaces",
            "title": {"de": "Arbeitsplätze mit Telefon", "en": "Desks with telephones"},
            "quantity": desks, "place": "15082180", "reach": "at_place", "lead_hours": 4,
            "max_days": 60, "cost": "expenses", "valid_until": "2026-12-31",
            "cost_note": {"de": "nur Transport", "en": "transport only"},
        });
        let made = scene.app.post("/api/v1/offers", &manager, &new).await;
        let offer = made.expect(201).json()["id"].as_str().unwrap().to_owned();
        scene.run().await;
        Self {
            scene,
            house,
            manager,
            manager_mail,
            offer,
        }
    }

    async fn ask(&self, who: &str, incident: &str, fields: Value) -> Answer {
        let mut new = json!({ "offer_id": self.offer });
        for (name, value) in fields.as_object().unwrap() {
            new[name] = value.clone();
        }
        let path = format!("{INCIDENTS}/{incident}/offer-requests");
        let asked = self.scene.app.post(&path, who, &new).await;
        self.scene.run().await;
        asked
    }

    /// A request of so many desks for an incident; its id.
    pub async fn asked(&self, incident: &str, desks: u32) -> String {
        let fields = json!({ "quantity": desks });
        let asked = self.ask(&self.scene.coordinator, incident, fields).await;
        asked.expect(201).json()["id"].as_str().unwrap().to_owned()
    }

    async fn act(&self, who: &str, (id, what): (&str, &str), body: Value) -> Answer {
        let path = format!("{REQUESTS}/{id}/{what}");
        let done = self.scene.app.post(&path, who, &body).await;
        self.scene.run().await;
        done
    }

    pub async fn answer(&self, id: &str, decision: &str) -> Answer {
        let body = json!({ "decision": decision });
        self.act(&self.manager, (id, "answer"), body).await
    }

    async fn show(&self, who: &str, id: &str) -> Value {
        let path = format!("{REQUESTS}/{id}");
        self.scene.app.get(&path, who).await.expect(200).json()
    }

    async fn state(&self, id: &str) -> Value {
        self.show(&self.scene.coordinator, id).await["state"].clone()
    }
}

/// A verified incident of another town.
async fn elsewhere(scene: &Scene) -> String {
    let mut new = new_incident();
    new["municipality"] = json!(OTHER_TOWN);
    scene.verified(&new).await.0
}

/// Codes of the fields that were wrong.
fn codes(answer: Answer) -> Vec<(String, String)> {
    let problem = answer.expect(422).json();
    let errors = problem["errors"].as_array().unwrap().iter();
    let text = |error: &Value, name: &str| error[name].as_str().unwrap().to_owned();
    errors
        .map(|error| (text(error, "pointer"), text(error, "code")))
        .collect()
}
