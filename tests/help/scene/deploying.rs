//! What the sides of a deployment do, as far as most tests need it done.

use kataster::access::Role;
use kataster::experts::link_account;
use serde_json::{Value, json};

use super::{Helper, Scene};
use crate::help::INCIDENTS;
use crate::support::Answer;

/// What whoever is asked says who helps from afar.
pub fn yes() -> Value {
    json!({"answer": "remote", "rested": true})
}

/// How a house releases people that is asked each time.
pub fn each_time() -> Value {
    json!({"form": "each_time"})
}

impl Scene {
    /// Asks people for this need, and the first of them says this; the request, and the deployment that comes of it.
    pub async fn promised(&self, incident: &str, need: &Value, answer: &Value) -> (String, String) {
        let request = self.request(incident, &json!([need])).await;
        self.begin(&request).await;
        self.answer(&self.asked()[0].1, answer).await.expect(200);
        let shown = self.show(&request).await;
        let deployment = shown["deployments"][0]["id"].as_str().unwrap();
        (request, deployment.to_owned())
    }

    /// A side says yes or no to something about a deployment, and what follows is done.
    pub async fn decide(&self, who: &str, (id, what): (&str, &str), decision: &str) -> Answer {
        let path = format!("/api/v1/deployments/{id}/{what}");
        let body = json!({ "decision": decision });
        let answer = self.app.post(&path, who, &body).await;
        self.run().await;
        answer
    }

    /// A token of the account of somebody who helps.
    pub async fn account_of(&self, helper: &Helper) -> String {
        let house = Some(helper.employer);
        let (account, token) = self.app.account(Role::Expert, house).await;
        let linked = link_account(&self.app.state.db, helper.id, account).await;
        linked.unwrap();
        token
    }

    /// A token of whoever manages the house that sends.
    pub async fn manager(&self) -> String {
        let house = Some(self.helpers[0].employer);
        self.app.sign_in(Role::MemberManager, house).await
    }

    /// Somebody says that the police investigates.
    pub async fn hold(&self, incident: &str, who: &str) {
        let path = format!("{INCIDENTS}/{incident}");
        let etag = self.app.get(&path, who).await.expect(200).etag();
        let held = json!({"investigation_hold": true});
        let held = self.app.patch(&path, who, &etag, &held).await;
        held.expect(200);
    }

    /// The desk closes an incident.
    pub async fn close(&self, incident: &str, reason: &str) {
        let path = format!("{INCIDENTS}/{incident}/close");
        let body = json!({ "reason": reason });
        let closed = self.app.post(&path, &self.coordinator, &body).await;
        closed.expect(200);
    }
}
