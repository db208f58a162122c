//! A register of the real program, with people who fit and a town that is verified.

use std::io;
use std::path::PathBuf;

use kataster::access::Role;
use kataster::entity::expert_profile;
use kataster::ids::{ExpertId, OrganisationId};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::{Value, json};

use crate::help::scene::need;
use crate::help::{INCIDENTS, new_incident};
use crate::support::{Client, Server, Site, expert, organisation};

/// Whoever can be asked.
pub struct Person {
    pub id: String,
    pub email: String,
    pub phone: String,
}

/// The program on its data, and who works with it.
pub struct Ground {
    pub site: Site,
    pub people: Vec<Person>,
    pub coordinator: String,
    pub manager: String,
    incident: String,
}

fn made(client: &mut Client, path: &str, body: &Value) -> Value {
    let reply = client.post(path, None, body).unwrap();
    assert!([200, 201].contains(&reply.status), "{path}: {}", reply.text);
    reply.json()
}

impl Ground {
    /// With so many people, and these settings.
    pub async fn new(people: usize, settings: &str) -> Self {
        let site = Site::new().await;
        let server = site.serve();
        let admin = site.sign_in(Role::Admin, None).await;
        let path = "/api/v1/organisations";
        let house = made(&mut server.client(&admin), path, &organisation().0);
        let house: OrganisationId = house["id"].as_str().unwrap().parse().unwrap();
        let manager = site.sign_in(Role::MemberManager, Some(house)).await;
        let coordinator = site.sign_in(Role::Coordinator, None).await;
        let asked = made(&mut server.client(""), INCIDENTS, &new_incident());
        let incident = asked["id"].as_str().unwrap().to_owned();
        let known = json!({"method": "known_person", "reason": "kenne ich seit Jahren"});
        let path = format!("{INCIDENTS}/{incident}/verify");
        made(&mut server.client(&coordinator), &path, &known);
        let mut ground = Self {
            site,
            people: Vec::new(),
            coordinator,
            manager,
            incident,
        };
        ground.enter(&server, house, people).await;
        ground.set(settings);
        ground
    }

    /// Enters people as they are entered, and has them vetted.
    async fn enter(&mut self, server: &Server, house: OrganisationId, people: usize) {
        let site = &self.site;
        let mut vetters = Vec::new();
        for _ in 0..2 {
            vetters.push(site.sign_in(Role::Vetter, None).await);
        }
        let db = site.db().await;
        let mut manager = server.client(&self.manager);
        for number in 0..people {
            let email = format!("fachkraft{number}@example.org");
            let phone = format!("0171 23125{number:03}");
            let new = expert(house)
                .with("identity", json!({"given_name": "Erika", "family_name": "Quastenflosser", "email": email, "phone": "030 23125 001", "mobile": phone}))
                .with("release", json!({"form": "each_time"}));
            let made_entry = made(&mut manager, "/api/v1/experts", &new.0);
            let id = made_entry["id"].as_str().unwrap().to_owned();
            let (account, token) = site.account(Role::Expert, Some(house)).await;
            let entry: ExpertId = id.parse().unwrap();
            kataster::experts::link_account(&db, entry, account)
                .await
                .unwrap();
            let path = format!("/api/v1/experts/{id}");
            made(
                &mut server.client(&token),
                &format!("{path}/confirm"),
                &json!({}),
            );
            let submitted = made(&mut manager, &format!("{path}/submit"), &json!({}));
            let case = submitted["vetting_case_id"].as_str().unwrap();
            let path = format!("/api/v1/vetting-cases/{case}/assessments");
            for vetter in &vetters {
                let admitted = json!({"verdict": "admit", "reason": "geprüft"});
                let answer = made(&mut server.client(vetter), &path, &admitted);
                if answer["state"] == "decided" {
                    break;
                }
            }
            self.people.push(Person { id, email, phone });
        }
        // Whatever hour it is.
        let txn = db.begin().await.unwrap();
        expert_profile::Entity::update_many()
            .col_expr(expert_profile::Column::NightAlerts, Expr::value(true))
            .exec(txn.connection())
            .await
            .unwrap();
        txn.commit().await.unwrap();
        db.close().await.unwrap();
    }

    fn settings(&self) -> PathBuf {
        self.site.folder.with_extension("toml")
    }

    /// From the next start on these settings hold.
    pub fn set(&self, settings: &str) {
        std::fs::write(self.settings(), settings).unwrap();
    }

    pub fn serve(&self) -> Server {
        Server::start(&self.site.folder.with_extension("log"), || {
            let mut command = self.site.command(&["serve"]);
            command.arg("--config").arg(self.settings());
            command
        })
    }

    /// Makes a request for two people and begins it; said again it is the same. Its id.
    pub fn begin(&self, server: &Server, number: usize) -> io::Result<String> {
        let mut desk = server.client(&self.coordinator);
        let path = format!("{INCIDENTS}/{}/requests", self.incident);
        let (key, body) = (format!("bedarf-{number}"), json!({ "needs": [need(2)] }));
        let made = desk.post(&path, Some(&key), &body)?;
        assert_eq!(made.status, 201, "{}", made.text);
        let id = made.id();
        let path = format!("/api/v1/requests/{id}/alert");
        let begun = desk.post(&path, None, &json!({}))?;
        assert_eq!(begun.status, 202, "{}", begun.text);
        Ok(id)
    }

    pub fn show(&self, server: &Server, request: &str) -> io::Result<Value> {
        let path = format!("/api/v1/requests/{request}");
        let shown = server.client(&self.coordinator).get(&path)?;
        assert_eq!(shown.status, 200, "{}", shown.text);
        Ok(shown.json())
    }
}
