//! What the desk sees of all requests, and what must hold of it after every step.

use std::collections::{HashMap, HashSet};

use kataster::clock::Instant;
use kataster::entity::{alert, deployment_extension};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;

use super::steps::Course;
use crate::help::scene::Scene;

/// All requests as the desk sees them at one time.
pub struct Sight {
    pub requests: Vec<Value>,
    /// Alerts that have not come to an end, which nobody is shown.
    open: HashSet<String>,
    /// Deployments somebody asks to last longer, once for each time.
    longer: Vec<String>,
}

pub fn list(shown: &Value, name: &str) -> Vec<Value> {
    shown[name].as_array().unwrap().clone()
}

pub fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

pub fn instant(value: &Value, name: &str) -> Instant {
    serde_json::from_value(value[name].clone()).unwrap()
}

/// Whether all said yes, and it is not over.
fn is_committed(deployment: &Value) -> bool {
    ["accepted", "active", "returning"].contains(&text(deployment, "state").as_str())
}

/// Whether an answer is waited for.
fn is_waiting(alert: &Value) -> bool {
    ["queued", "sent", "delivered", "seen"].contains(&text(alert, "state").as_str())
}

fn is_pending(deployment: &Value) -> bool {
    ["agreed", "released"].contains(&text(deployment, "state").as_str())
}

impl Sight {
    pub async fn of(scene: &Scene, requests: &[String]) -> Self {
        let mut shown = Vec::with_capacity(requests.len());
        for request in requests {
            shown.push(scene.show(request).await);
        }
        let open = alert::Entity::find().filter(alert::Column::ClosedAt.is_null());
        let open = open.all(scene.app.state.db.reader()).await.unwrap();
        let longer = deployment_extension::Entity::find()
            .filter(deployment_extension::Column::ClosedAt.is_null())
            .all(scene.app.state.db.reader())
            .await
            .unwrap();
        Self {
            requests: shown,
            open: open.iter().map(|alert| alert.id.to_string()).collect(),
            longer: longer
                .iter()
                .map(|one| one.deployment_id.to_string())
                .collect(),
        }
    }

    pub fn alerts(&self) -> Vec<Value> {
        let all = self.requests.iter();
        all.flat_map(|shown| list(shown, "alerts")).collect()
    }

    pub fn deployments(&self) -> Vec<Value> {
        let all = self.requests.iter();
        all.flat_map(|shown| list(shown, "deployments")).collect()
    }

    /// Requests stand where what was done to them put them; filled where every place is committed, and nowhere else.
    pub fn follows(&self, courses: &[Course]) {
        for (shown, course) in self.requests.iter().zip(courses) {
            let is_full = |need: &Value| {
                let places = need["wanted"]["headcount"]["desired"].as_u64();
                need["committed"].as_u64() >= places
            };
            let expected = match (course.is_over, course.is_begun) {
                (true, _) => "stood_down",
                (false, false) => "draft",
                (false, true) if list(shown, "needs").iter().all(is_full) => "filled",
                (false, true) => "alerting",
            };
            assert_eq!(text(shown, "state"), expected, "{shown}");
            let is_paused = !shown["paused_at"].is_null();
            assert!(course.is_over || is_paused == course.is_paused, "{shown}");
        }
    }

    /// Nobody is asked twice for one need, holds two open alerts, or is committed twice.
    pub fn is_sound(&self) {
        let (mut asked, mut holding) = (HashSet::new(), HashSet::new());
        for alert in self.alerts() {
            let who = text(&alert, "expert_id");
            let once = asked.insert((text(&alert, "need_id"), who.clone()));
            assert!(once, "asked twice for one need: {alert}");
            let is_open = self.open.contains(&text(&alert, "id"));
            assert!(is_open || !is_waiting(&alert), "waiting and over: {alert}");
            assert!(!is_open || holding.insert(who), "two open alerts: {alert}");
        }
        for shown in &self.requests {
            // A talk that comes beside a need goes on when its places are taken.
            let deployments = list(shown, "deployments").into_iter().filter(is_pending);
            let (talks, others): (Vec<_>, Vec<_>) =
                deployments.partition(|one| one["first_call"] == true);
            let talks: HashSet<_> = talks.iter().map(|one| text(one, "alert_id")).collect();
            let is_left = |alert: &Value| {
                let id = text(alert, "id");
                self.open.contains(&id) && !talks.contains(&id)
            };
            let is_left = list(shown, "alerts").iter().any(is_left) || !others.is_empty();
            let (is_filled, is_over) = (
                text(shown, "state") == "filled",
                text(shown, "state") == "stood_down",
            );
            assert!(!(is_filled || is_over) || !is_left, "left waiting: {shown}");
            assert!(!is_over || talks.is_empty(), "left waiting: {shown}");
            for need in list(shown, "needs") {
                let places = need["wanted"]["headcount"]["desired"].as_u64();
                assert!(need["held"].as_u64() <= places, "too many: {need}");
            }
        }
        self.nobody_is_booked_twice();
        self.nobody_helps_too_long();
    }

    fn nobody_is_booked_twice(&self) {
        let mut booked = HashMap::<String, Vec<(String, String)>>::new();
        let mut alerts = HashSet::new();
        for one in self.deployments() {
            let (is_accepted, is_over) =
                (!one["accepted_at"].is_null(), !one["ended_at"].is_null());
            let is_live = is_pending(&one) || is_committed(&one);
            assert_eq!(is_committed(&one), is_accepted && !is_over, "{one}");
            assert_eq!(is_over, !is_live, "{one}");
            let once = !is_live || alerts.insert(text(&one, "alert_id"));
            assert!(once, "one yes, two deployments: {one}");
            let was_carried_out = text(&one, "state") == "ended";
            let is_period = instant(&one, "from") < instant(&one, "until");
            if (is_committed(&one) || was_carried_out) && is_period {
                let own = booked.entry(text(&one, "expert_id")).or_default();
                own.push((text(&one, "from"), text(&one, "until")));
            }
        }
        for (who, mut periods) in booked {
            periods.sort();
            let overlap = periods.windows(2).find(|pair| pair[1].0 < pair[0].1);
            assert_eq!(overlap, None, "{who} is booked twice");
        }
    }

    /// Two blocks at most, and one later end asked for at a time, of what runs or is to.
    fn nobody_helps_too_long(&self) {
        for one in self.deployments() {
            let longest = instant(&one, "from").plus_days(14);
            assert!(instant(&one, "until") <= longest, "{one}");
            let helps = ["active", "returning"].contains(&text(&one, "state").as_str());
            assert!(!helps || !one["started_at"].is_null(), "{one}");
            let id = text(&one, "id");
            let asked = self.longer.iter().filter(|longer| **longer == id).count();
            let may_be = ["accepted", "active"].contains(&text(&one, "state").as_str());
            assert!(asked <= usize::from(may_be), "asked {asked} times: {one}");
        }
    }
}
