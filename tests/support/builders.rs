//! Builders with defaults: a test mentions only what matters to it.

use kataster::access::Role;
use kataster::ids::{ExpertId, OrganisationId};
use serde_json::{Value, json};

use super::TestApp;

/// An IT provider of the federation.
pub fn organisation() -> Organisation {
    Organisation(json!({
        "kind": "it_provider", "name": "Rechenzentrum Musterland", "legal_form": "public_institution", "place": "15082180",
        "member": true, "participation": "agreed",
    }))
}

/// An organisation to be saved.
pub struct Organisation(pub Value);

impl Organisation {
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.0[field] = value.into();
        self
    }

    /// Saves it as an admin.
    pub async fn save(self, app: &TestApp) -> OrganisationId {
        let admin = app.sign_in(Role::Admin, None).await;
        let answer = app
            .post("/api/v1/organisations", &admin, &self.0)
            .await
            .expect(201);
        answer.json()["id"].as_str().unwrap().parse().unwrap()
    }
}

/// Somebody who restores backups near Köthen.
pub fn expert(organisation: OrganisationId) -> Expert {
    Expert(json!({
        "kind": "person", "organisation_id": organisation,
        "identity": {"given_name": "Erika", "family_name": "Mustermann", "email": "erika@example.org", "phone": "030 23125 001"},
        "headline": {"de": "Datensicherung und Wiederherstellung"},
        "skills": [{"id": "domain:backup-restore", "level": 3}, {"id": "product:veeam", "level": 3}],
        "languages": [{"id": "de", "cefr": "C2"}],
        "base": "15082180", "mode": "either", "radius_km": 300,
        "release": {"form": "standing", "days_a_year": 20},
    }))
}

/// An entry to be saved.
pub struct Expert(pub Value);

impl Expert {
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.0[field] = value.into();
        self
    }

    /// A nameless capacity of so many people instead of a person.
    pub fn capacity(mut self, headcount: u16) -> Self {
        self.0["kind"] = json!("capacity");
        self.0["headcount"] = json!(headcount);
        self.0.as_object_mut().unwrap().remove("identity");
        self
    }

    fn organisation(&self) -> OrganisationId {
        self.0["organisation_id"].as_str().unwrap().parse().unwrap()
    }

    /// Saves it as a manager of its organisation, not eligible yet.
    pub async fn draft(self, app: &TestApp) -> ExpertId {
        let manager = app
            .sign_in(Role::MemberManager, Some(self.organisation()))
            .await;
        let answer = app
            .post("/api/v1/experts", &manager, &self.0)
            .await
            .expect(201);
        answer.json()["id"].as_str().unwrap().parse().unwrap()
    }

    /// Saves it, and takes it through confirmation, consent and vetting; visible in search when this returns.
    pub async fn save(self, app: &TestApp) -> ExpertId {
        let organisation = self.organisation();
        let is_person = self.0["kind"] == "person";
        let manager = app.sign_in(Role::MemberManager, Some(organisation)).await;
        let id = self.draft(app).await;
        if is_person {
            let (account, token) = app.account(Role::Expert, Some(organisation)).await;
            kataster::experts::link_account(&app.state.db, id, account)
                .await
                .unwrap();
            app.post(&format!("/api/v1/experts/{id}/confirm"), &token, &json!({}))
                .await
                .expect(200);
        }
        let submitted = app
            .post(
                &format!("/api/v1/experts/{id}/submit"),
                &manager,
                &json!({}),
            )
            .await
            .expect(201);
        if let Some(case) = submitted.json()["vetting_case_id"].as_str() {
            for _ in 0..2 {
                let vetter = app.sign_in(Role::Vetter, None).await;
                let path = format!("/api/v1/vetting-cases/{case}/assessments");
                let answer = app
                    .post(
                        &path,
                        &vetter,
                        &json!({"verdict": "admit", "reason": "geprüft"}),
                    )
                    .await
                    .expect(201);
                if answer.json()["state"] == "decided" {
                    break;
                }
            }
        }
        app.settle().await;
        id
    }
}

/// The Landkreis that asks for help.
pub fn district() -> Organisation {
    organisation()
        .with("kind", "district")
        .with("name", "Landkreis Anhalt-Bitterfeld")
        .with("legal_form", "territorial_authority")
        .with("place", "15082")
        .with("member", false)
}
