//! What is settled before the first touch, the sheet for who arrives, and what is handed over.

mod forgetting;
mod handing_over;
mod sheets;
mod ticks;

use std::collections::HashMap;

use axum::http::Method;
use kataster::access::Role;
use kataster::accounts::{self, TokenTerms};
use kataster::ids::{ExpertId, OrganisationId};
use serde_json::{Value, json};

use crate::help::scene::{Scene, one_need, yes};
use crate::help::{INCIDENTS, SCOPES};
use crate::support::{Answer, TestApp, organisation};

/// Somebody who helps a town, and everybody who has to do with it.
struct Case {
    scene: Scene,
    incident: String,
    /// `/api/v1/deployments/dep_…`.
    path: String,
    desk: String,
    town: String,
    expert: String,
    employer: String,
    stranger: String,
}

impl Case {
    /// The town has not said yes yet.
    async fn proposed() -> Self {
        let scene = Scene::with(1).await;
        let (incident, _) = scene.incident().await;
        let town = scene.town(&incident).await;
        let (_, id) = scene.promised(&incident, &one_need(), &yes()).await;
        let helper = &scene.helpers[0];
        let app = &scene.app;
        let token = async |role, house: Option<OrganisationId>| {
            app.with_token_scopes((role, house), &SCOPES).await
        };
        let other = organisation().with("place", "15083").save(app).await;
        Self {
            desk: token(Role::Coordinator, None).await,
            expert: person(app, (helper.id, helper.employer)).await,
            employer: token(Role::MemberManager, Some(helper.employer)).await,
            stranger: token(Role::Requester, Some(other)).await,
            path: format!("/api/v1/deployments/{id}"),
            town,
            incident,
            scene,
        }
    }

    /// All are committed.
    async fn committed() -> Self {
        let case = Self::proposed().await;
        let accept = json!({"decision": "accept"});
        let path = format!("{}/acceptance", case.path);
        let accepted = case.app().post(&path, &case.town, &accept).await;
        accepted.expect(200);
        case.scene.run().await;
        case
    }

    fn app(&self) -> &TestApp {
        &self.scene.app
    }

    fn sheet(&self) -> String {
        format!("{INCIDENTS}/{}/arrival-sheet", self.incident)
    }

    async fn tick(&self, token: &str, tick: &str, is_done: bool) -> Answer {
        let path = format!("{}/readiness/{tick}", self.path);
        self.app()
            .put(&path, token, &json!({ "done": is_done }))
            .await
    }

    async fn save(&self, token: &str, etag: &str, body: &Value) -> Answer {
        let headers = HashMap::from([("if-match", etag)]);
        let path = self.sheet();
        self.app()
            .write(Method::PUT, &path, token, &headers, body)
            .await
    }

    async fn hand_over(&self, token: &str, body: &Value) -> Answer {
        let path = format!("{}/hand-over", self.path);
        self.app().post(&path, token, body).await
    }

    async fn handed_over(&self, token: &str) -> Answer {
        let path = format!("{}/hand-over", self.path);
        self.app().get(&path, token).await
    }

    /// The town says that it begins, or that it is over.
    async fn step(&self, what: &str) {
        let path = format!("{}/{what}", self.path);
        let taken = self.app().post(&path, &self.town, &json!({})).await;
        taken.expect(200);
        self.scene.run().await;
    }

    async fn close(&self, reason: &str) {
        self.scene.close(&self.incident, reason).await;
    }
}

/// A token of whoever helps.
async fn person(app: &TestApp, (id, employer): (ExpertId, OrganisationId)) -> String {
    let house = Some(employer);
    let (account, email) = app.account_with_password(Role::Expert, house).await;
    let (db, ring) = (&app.state.db, &app.state.keyring);
    kataster::experts::link_account(db, id, account)
        .await
        .unwrap();
    let terms = TokenTerms {
        label: "test".to_owned(),
        scopes: SCOPES.to_vec(),
        days: 30,
    };
    let token = accounts::issue_token(db, ring, &email.parse().unwrap(), terms).await;
    token.unwrap().reveal()
}

/// A sheet with a number to be hidden.
fn sheet() -> Value {
    json!({
        "texts": {
            "lead_name": "Xylofanie Quastenflosser", "lead_phone": "0171 9990001",
            "entrance": "Haus B 🏛️", "stop_name": "Leitstelle", "stop_phone": "0171 9990002",
        },
        "own_tools": false,
    })
}
