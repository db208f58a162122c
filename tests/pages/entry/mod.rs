//! `/eintraege/{id}`: an entry changed in the browser, by its person and by its employer.

mod availability;
mod calendar_changes;
mod calendar_file;
mod drafts;
mod forms;
mod home;
mod lists;
mod locked_skills;
mod private_contact;

use kataster::access::Role;
use kataster::ids::{ExpertId, OrganisationId};
use serde_json::Value;

use crate::support::{Answer, TestApp, expert, organisation};

/// An entry, its person's session, and a session of a manager of the employer.
struct Kept {
    id: ExpertId,
    employer: OrganisationId,
    person: String,
    email: String,
    manager: String,
}

impl Kept {
    async fn new(app: &TestApp) -> Self {
        let employer = organisation().save(app).await;
        let id = expert(employer).save(app).await;
        let (account, email) = app
            .account_with_password(Role::Expert, Some(employer))
            .await;
        kataster::experts::link_account(&app.state.db, id, account)
            .await
            .unwrap();
        Self {
            id,
            employer,
            person: app.begin_session(&email).await,
            email,
            manager: app.browse_as(Role::MemberManager, Some(employer)).await,
        }
    }

    fn path(&self, part: &str) -> String {
        format!("/eintraege/{}/{part}", self.id)
    }

    async fn show(&self, app: &TestApp, part: &str) -> String {
        app.page(&self.path(part), &self.person)
            .await
            .expect(200)
            .text
    }

    /// Sends a form as the person, with the version it shows.
    async fn send(&self, app: &TestApp, part: &str, fields: &[(&str, &str)]) -> Answer {
        self.send_as(app, &self.person, part, fields).await
    }

    async fn send_as(
        &self,
        app: &TestApp,
        session: &str,
        part: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let shown = app.page(&self.path(part), session).await.expect(200).text;
        let version = version(&shown);
        let mut form = vec![("stand", version.as_str())];
        form.extend(fields);
        app.submit(&self.path(part), session, &form).await
    }

    async fn stored(&self, app: &TestApp) -> Value {
        let token = app.sign_in(Role::MemberManager, Some(self.employer)).await;
        let path = format!("/api/v1/experts/{}", self.id);
        app.get(&path, &token).await.expect(200).json()
    }
}

/// The version a form was filled from.
fn version(page: &str) -> String {
    let after = page.split_once("name=\"stand\" value=\"").unwrap().1;
    after.split('"').next().unwrap().to_owned()
}
