//! `/organisation/…`: what the managers of a member do for their team.

mod capacity;
mod delegations;
mod house;
mod invitations;
mod offers;
mod releases;
mod report;
mod submitting;

use kataster::access::Role;
use kataster::ids::{ExpertId, OrganisationId};
use serde_json::{Value, json};

use crate::support::{TestApp, expert, organisation};

/// A member with one eligible person, and the sessions of two of its managers.
struct House {
    id: OrganisationId,
    person: ExpertId,
    manager: String,
    deputy: String,
}

impl House {
    async fn new(app: &TestApp) -> Self {
        let id = organisation().save(app).await;
        Self {
            id,
            person: expert(id).save(app).await,
            manager: app.browse_as(Role::MemberManager, Some(id)).await,
            deputy: app.browse_as(Role::MemberManager, Some(id)).await,
        }
    }
}

/// The version a form was filled from, by the name of its field.
fn version(page: &str, field: &str) -> String {
    let after = page
        .split_once(&format!("name=\"{field}\" value=\""))
        .unwrap()
        .1;
    after.split('"').next().unwrap().to_owned()
}

/// Ids of those whom a match finds and whom a search finds, once all that was written is seen.
async fn found(app: &TestApp) -> (Vec<Value>, Vec<Value>) {
    app.settle().await;
    let token = app.sign_in(Role::Coordinator, None).await;
    let ask = json!({
        "municipality": "15082", "symptom": "files-encrypted",
        "needs": [{"label": "Datensicherung", "skills": [{"id": "domain:backup-restore", "min_level": 3, "required": true}]}],
    });
    let matched = app.post("/api/v1/matches", &token, &ask).await.expect(200);
    let matched = matched.json()["needs"][0]["candidates"].clone();
    let matched = matched.as_array().unwrap().iter();
    let requester = app.sign_in(Role::Admin, None).await;
    let searched = app.get("/api/v1/experts", &requester).await;
    let searched = searched.expect(200).json()["items"].clone();
    let searched = searched.as_array().unwrap().iter();
    (
        matched.map(|item| item["expert"]["id"].clone()).collect(),
        searched.map(|item| item["id"].clone()).collect(),
    )
}

/// How often an action stands in the record.
async fn recorded(app: &TestApp, action: &str) -> usize {
    let auditor = app.sign_in(Role::Auditor, None).await;
    let answer = app.get("/api/v1/audit?limit=100", &auditor).await;
    let entries = answer.expect(200).json()["items"].clone();
    let entries = entries.as_array().unwrap().iter();
    entries.filter(|entry| entry["action"] == action).count()
}
