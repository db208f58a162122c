//! On which legal basis somebody helps, and conditions a town confirms at once.

mod bases;
mod conditions;
mod keeping;
mod reminding;

use serde_json::{Value, json};

use crate::help::INCIDENTS;
use crate::help::scene::{Scene, one_need};
use crate::support::{Answer, Organisation, organisation};

const TOWN_MAIL: &str = "krisenstab@example.net";
const OPEN: &str = "Rechtsgrundlage eines Einsatzes";
const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

/// A verified town that named a mail address, with somebody committed.
struct Committed {
    scene: Scene,
    incident: String,
    town: String,
    id: String,
}

impl Committed {
    async fn new(house: Organisation) -> Self {
        Self::to(house, one_need(), "remote").await
    }

    async fn to(house: Organisation, need: Value, answer: &str) -> Self {
        let standing = json!({"form": "standing", "days_a_year": 200});
        let scene = Scene::of(house, (1, standing)).await;
        let incident = incident(&scene).await;
        let town = scene.town(&incident).await;
        let yes = json!({"answer": answer, "rested": true});
        let (_, id) = scene.promised(&incident, &need, &yes).await;
        let accepted = scene.decide(&town, (&id, "acceptance"), "accept").await;
        accepted.expect(200);
        Self {
            scene,
            incident,
            town,
            id,
        }
    }

    fn path(&self) -> String {
        format!("/api/v1/deployments/{}/basis", self.id)
    }

    async fn set(&self, who: &str, body: &Value) -> Answer {
        self.scene.app.put(&self.path(), who, body).await
    }

    async fn show(&self, who: &str) -> Value {
        let shown = self.scene.app.get(&self.path(), who).await;
        shown.expect(200).json()
    }

    async fn manager(&self) -> String {
        self.scene.manager().await
    }
}

async fn incident(scene: &Scene) -> String {
    scene.incident_with_mail(TOWN_MAIL).await.0
}

fn company() -> Organisation {
    organisation().with("legal_form", "gmbh")
}

fn contract() -> Value {
    json!({
        "legal_basis": "contract", "personnel_form": "service_contract",
        "urgency": {
            "reason": "Das Rathaus steht still", "extent": "Xylofonie der Spuren",
            "until": "2099-12-03T15:00:00Z",
        },
    })
}

fn confirms(incident: &str) -> String {
    format!("{INCIDENTS}/{incident}/immediate-conditions")
}

fn mayor() -> Value {
    json!({"name": "Xylofanie Quastenflosser", "function": "Bürgermeisterin"})
}
