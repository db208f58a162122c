//! Decoys look like entries, are none, and tell who pages deep through the register.

mod keeping;
mod likeness;
mod lists;

use kataster::access::Role;
use kataster::accounts::Allowances;
use kataster::decoys::{self, Decoy};
use kataster::demo::{self, Plan};
use kataster::entity::{alarm, organisation as organisation_row};
use kataster::ids::{AccountId, OrganisationId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;

use crate::support::TestApp;

const FORM: [(&str, &str); 9] = [
    ("ueberschrift", "Virtuelle Wüstenfüchse und Speichernetze"),
    ("beschreibung", "Baut seit Jahren Leuchtturmnetze."),
    ("rolle", "role:incident-lead"),
    ("stufe", "3"),
    ("faehigkeit1", "domain:backup-restore"),
    ("stufe1", "2"),
    ("kreis", "15082"),
    ("arbeitgeber", "it_provider"),
    ("arbeitsweise", "either"),
];

/// A register of invented people, large enough to page through.
async fn large() -> TestApp {
    let app = TestApp::with_allowances(Allowances::new(10_000, 1_000)).await;
    let parts = (&*app.state.reference, &*app.state.keyring);
    let plan = Plan {
        experts: 300,
        seed: 7,
    };
    demo::fill(&app.state.db, parts, &plan, &|_| {})
        .await
        .unwrap();
    app.settle().await;
    app
}

/// An organisation of that register.
async fn any_house(app: &TestApp) -> OrganisationId {
    let found = organisation_row::Entity::find()
        .one(app.state.db.reader())
        .await
        .unwrap();
    found.unwrap().id
}

/// Makes decoys as an admin does, each with another role.
async fn make(app: &TestApp, admin: &str, roles: &[&str]) -> Vec<Decoy> {
    for role in roles {
        let form = FORM.map(|(name, value)| match name {
            "rolle" => (name, *role),
            _ => (name, value),
        });
        let answer = app.submit("/verwaltung/koeder", admin, &form).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
    }
    decoys::all(&app.state.db, &app.state.keyring)
        .await
        .unwrap()
}

/// Some roles of the vocabulary.
fn roles(app: &TestApp) -> Vec<&str> {
    let roles = app
        .state
        .reference
        .taxonomy
        .axis(kataster::reference::Axis::Role);
    roles.take(3).map(|term| term.id.as_str()).collect()
}

async fn search(app: &TestApp, token: &str, query: &str) -> Value {
    let mut found = app
        .get(&format!("/api/v1/experts?{query}"), token)
        .await
        .expect(200)
        .json();
    let body = found.as_object_mut().unwrap();
    body.remove("took_us");
    body.remove("generation");
    body.remove("as_of");
    found
}

fn ids(found: &Value) -> Vec<String> {
    let items = found["items"].as_array().unwrap().iter();
    items
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

async fn alarms_of(app: &TestApp, kind: &str) -> Vec<alarm::Model> {
    alarm::Entity::find()
        .filter(alarm::Column::Kind.eq(kind))
        .all(app.state.db.reader())
        .await
        .unwrap()
}

/// Somebody of a house who looks for help.
async fn requester(app: &TestApp) -> (AccountId, String) {
    app.account(Role::Requester, Some(any_house(app).await))
        .await
}
