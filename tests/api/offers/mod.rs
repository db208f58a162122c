//! `/offers`: help that is not a person.

mod finding;
mod keeping;

use kataster::ids::OrganisationId;
use serde_json::{Value, json};

use crate::support::{Answer, TestApp};

const PATH: &str = "/api/v1/offers";

/// Twelve desks in Köthen, published until the end of the year.
fn workplaces(house: OrganisationId) -> Offer {
    Offer(json!({
        "organisation_id": house, "state": "published", "kind": "workplaces",
        "title": {"de": "Zwölf Arbeitsplätze mit Telefon", "en": "Twelve desks"},
        "quantity": 12, "place": "15082180", "reach": "at_place",
        "lead_hours": 4, "max_days": 60, "cost": "expenses", "valid_until": "2026-12-31",
    }))
}

/// An offer to be entered.
struct Offer(Value);

impl Offer {
    fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.0[field] = value.into();
        self
    }

    fn without(mut self, field: &str) -> Self {
        self.0.as_object_mut().unwrap().remove(field);
        self
    }

    /// Another kind with what belongs to it.
    fn of(self, kind: &str) -> Self {
        let other = self.without("quantity").with("kind", kind);
        match kind {
            "team_package" => other
                .with("quantity", 4)
                .with("skills", json!([{"id": "product:veeam", "level": 3}])),
            "devices" => other.with("quantity", 25),
            "capacity" => other.with("capacity", json!({"vcpu": 64, "storage_tb": 10})),
            "procedure" => other
                .with("procedure", "procedure:meldewesen")
                .with("product", Value::Null),
            _ => other.with("quantity", 12),
        }
    }

    /// Enters it; the next one is a second younger.
    async fn save(self, app: &TestApp, token: &str) -> String {
        let answer = app.post(PATH, token, &self.0).await.expect(201);
        app.clock.set(app.state.db.clock().now().plus_seconds(1));
        answer.json()["id"].as_str().unwrap().to_owned()
    }
}

fn at(id: &str) -> String {
    format!("{PATH}/{id}")
}

/// Ids of what a list shows.
async fn listed(app: &TestApp, token: &str, query: &str) -> Vec<String> {
    let answer = app.get(&format!("{PATH}?{query}"), token).await.expect(200);
    ids(&answer)
}

fn ids(answer: &Answer) -> Vec<String> {
    let items = answer.json()["items"].clone();
    let items = items.as_array().unwrap().iter();
    items
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}
