//! A verified town, experts who fit, and what time brings.

mod deploying;

use kataster::access::{Role, TokenScope};
use kataster::app::handlers;
use kataster::entity::organisation as house;
use kataster::ids::{ExpertId, OrganisationId};
use kataster::jobs::Runner;
use kataster::notifications::Post;
use kataster::privacy::Retention;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use super::{INCIDENTS, ask, new_incident};
use crate::support::{MailServer, Organisation, TestApp, expert, organisation};

pub use deploying::{each_time, yes};

/// Somebody who fits, and where they are written to.
pub struct Helper {
    pub id: ExpertId,
    pub email: String,
    pub employer: OrganisationId,
}

/// A town that was verified by a coordinator, with somebody to ask.
pub struct Scene {
    pub app: TestApp,
    pub server: MailServer,
    pub coordinator: String,
    pub helpers: Vec<Helper>,
}

/// One person who restores backups from afar.
pub fn one_need() -> Value {
    need(1)
}

/// So many of them.
pub fn need(places: u16) -> Value {
    json!({
        "label": "Datensicherung", "mode": "remote",
        "skills": [{"id": "domain:backup-restore", "min_level": 3, "required": true}],
        "headcount": {"min": 1, "desired": places},
    })
}

impl Scene {
    /// With so many people of one employer, who answer to mail.
    pub async fn with(helpers: usize) -> Self {
        Self::with_release(helpers, json!({"form": "standing", "days_a_year": 200})).await
    }

    /// With people whose employer releases them like this.
    pub async fn with_release(helpers: usize, release: Value) -> Self {
        Self::of(organisation(), (helpers, release)).await
    }

    /// With people of this house, who are released like this.
    pub async fn of(house: Organisation, (helpers, release): (usize, Value)) -> Self {
        let (app, server) = (TestApp::new().await, MailServer::new());
        let coordinator = app.sign_in(Role::Coordinator, None).await;
        let employer = house.save(&app).await;
        let mut known = Vec::with_capacity(helpers);
        for number in 0..helpers {
            let email = format!("fachkraft{number}@example.org");
            let id = expert(employer)
                .with("identity", json!({"given_name": "Erika", "family_name": format!("Quastenflosser{number}"), "email": email, "phone": format!("030 2312500{number}")}))
                .with("release", release.clone())
                .save(&app)
                .await;
            known.push(Helper {
                id,
                email,
                employer,
            });
        }
        Self {
            app,
            server,
            coordinator,
            helpers: known,
        }
    }

    /// An incident a coordinator knows to be true; its id and what whoever asked holds.
    pub async fn incident(&self) -> (String, Value) {
        self.verified(&new_incident()).await
    }

    /// The same of a town that is written to at this address.
    pub async fn incident_with_mail(&self, email: &str) -> (String, Value) {
        let mut new = new_incident();
        new["contact"]["email"] = json!(email);
        self.verified(&new).await
    }

    /// The same of whoever says this.
    pub async fn verified(&self, new: &Value) -> (String, Value) {
        let asked = ask(&self.app, new).await.expect(201).json();
        let id = asked["id"].as_str().unwrap().to_owned();
        let known = json!({"method": "known_person", "reason": "kenne ich seit Jahren"});
        let path = format!("{INCIDENTS}/{id}/verify");
        let verified = self.app.post(&path, &self.coordinator, &known).await;
        verified.expect(200);
        (id, asked)
    }

    /// A request of an incident for these needs; its id.
    pub async fn request(&self, incident: &str, needs: &Value) -> String {
        let path = format!("{INCIDENTS}/{incident}/requests");
        let made = self
            .app
            .post(&path, &self.coordinator, &json!({ "needs": needs }))
            .await
            .expect(201);
        made.json()["id"].as_str().unwrap().to_owned()
    }

    /// A request that has begun to ask people.
    pub async fn alerting(&self, needs: &Value) -> String {
        let (incident, _) = self.incident().await;
        let id = self.request(&incident, needs).await;
        self.begin(&id).await;
        id
    }

    pub async fn begin(&self, request: &str) {
        let path = format!("/api/v1/requests/{request}/alert");
        let begun = self.app.post(&path, &self.coordinator, &json!({})).await;
        begun.expect(202);
        self.run().await;
    }

    /// The house that sends is of another legal form from now on.
    pub async fn becomes(&self, form: &str) {
        let txn = self.app.state.db.begin().await.unwrap();
        house::Entity::update_many()
            .col_expr(house::Column::LegalForm, Expr::value(form))
            .filter(house::Column::Id.eq(self.helpers[0].employer))
            .exec(txn.connection())
            .await
            .unwrap();
        txn.commit().await.unwrap();
    }

    /// Does what is due now.
    pub async fn run(&self) {
        self.run_by(self.server.post()).await;
    }

    /// The same with these channels.
    pub async fn run_by(&self, post: Post) {
        self.app.settle().await;
        let state = &self.app.state;
        let ring = state.keyring.clone();
        let mut all = handlers(ring.clone(), Retention::default(), &post);
        let register = (&state.living, &state.search);
        let letters = (&post, state.waves);
        all.extend(kataster::incidents::handlers(&ring, register, letters));
        let runner = Runner::new(state.db.clone(), all);
        while runner.run_one().await.unwrap() {}
        self.app.settle().await;
    }

    /// Moves the clock, and does what is due then.
    pub async fn after(&self, seconds: i64) {
        let now = self.app.state.db.clock().now();
        self.app.clock.set(now.plus_seconds(seconds));
        self.run().await;
    }

    /// The request as the desk sees it.
    pub async fn show(&self, request: &str) -> Value {
        let path = format!("/api/v1/requests/{request}");
        let shown = self.app.get(&path, &self.coordinator).await;
        shown.expect(200).json()
    }

    /// States of its alerts, oldest first.
    pub async fn states(&self, request: &str) -> Vec<String> {
        let shown = self.show(request).await;
        let alerts = shown["alerts"].as_array().unwrap().iter();
        alerts
            .map(|alert| alert["state"].as_str().unwrap().to_owned())
            .collect()
    }

    /// Letters to an address that hold a text.
    pub fn letters(&self, to: &str, text: &str) -> Vec<String> {
        crate::notifications::choices::letters(&self.server, to, text)
    }

    /// The newest link of an alert that went to an address.
    pub fn link(&self, to: &str) -> Option<String> {
        let letters = self.letters(to, "/a/");
        token(letters.last()?, "/a/")
    }

    /// Who was asked, in the order they were, with their links.
    pub fn asked(&self) -> Vec<(&Helper, String)> {
        let mut asked = Vec::new();
        for helper in &self.helpers {
            if let Some(link) = self.link(&helper.email) {
                asked.push((helper, link));
            }
        }
        asked
    }

    /// Answers by a link.
    pub async fn answer(&self, link: &str, answer: &Value) -> crate::support::Answer {
        let path = format!("/api/v1/answers/{link}");
        let headers = [("content-type", "application/json")];
        let body = answer.to_string().into();
        let answered = self
            .app
            .send(axum::http::Method::POST, &path, &headers, body)
            .await;
        self.run().await;
        answered
    }

    /// A token of the town's own account.
    pub async fn town(&self, incident: &str) -> String {
        let town = self.town_id(incident).await;
        let scopes = [TokenScope::Read, TokenScope::Write, TokenScope::Reveal];
        self.app
            .with_token_scopes((Role::Requester, Some(town)), &scopes)
            .await
    }

    /// The town of an incident.
    pub async fn town_id(&self, incident: &str) -> OrganisationId {
        let path = format!("{INCIDENTS}/{incident}");
        let shown = self.app.get(&path, &self.coordinator).await.expect(200);
        let town = shown.json()["organisation_id"].clone();
        town.as_str().unwrap().parse().unwrap()
    }

    /// Lets so many days pass, and forgets what is old by then.
    pub async fn forget_after(&self, days: i64) {
        self.app.move_days(days);
        let state = &self.app.state;
        kataster::incidents::forget_old(&state.db, &state.retention)
            .await
            .unwrap();
    }
}

/// The token behind a path in a letter.
pub fn token(letter: &str, path: &str) -> Option<String> {
    // Quoted-printable breaks long lines.
    let letter = letter.replace("=\r\n", "");
    let (_, rest) = letter.split_once(path)?;
    let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-' && sign != '_');
    Some(rest[..end.unwrap_or(rest.len())].to_owned())
}
