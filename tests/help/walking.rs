//! Random walks through requests, answers and keys: whatever happens in whatever order, nobody is asked twice, nobody is
//! booked twice, and whoever is needed no more is told. Every job is done twice, as if the worker were killed between
//! its work and the note that it is done.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use kataster::access::Role;
use kataster::app::handlers;
use kataster::jobs::{Handler, JobFailure, Runner};
use kataster::privacy::Retention;
use serde_json::{Value, json};

use super::scene::{Scene, need};

const STEPS: usize = 40;

/// Numbers that are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// Runs every job twice: the first time the worker dies before it can note that the work is done.
async fn run_twice(scene: &Scene) {
    scene.app.settle().await;
    let state = &scene.app.state;
    let post = scene.server.post();
    let mut all = handlers(state.keyring.clone(), Retention::default(), &post);
    let register = (&state.living, &state.search);
    all.extend(kataster::incidents::handlers(
        &state.keyring,
        register,
        &post,
    ));
    let twice = all.into_iter().map(|(kind, handler)| {
        let dying: Handler = Arc::new(move |db, subject| {
            let handler = handler.clone();
            Box::pin(async move {
                handler(db.clone(), subject).await?;
                handler(db, subject).await?;
                Ok::<(), JobFailure>(())
            })
        });
        (kind, dying)
    });
    let runner = Runner::new(state.db.clone(), twice.collect());
    while runner.run_one().await.unwrap() {}
    scene.app.settle().await;
}

/// One thing somebody does; whatever is refused is refused with a reason.
async fn step(scene: &Scene, dice: &mut Dice, (requests, people): (&[String], &[String])) {
    let [manager, town] = people else { panic!() };
    let request = &requests[dice.roll(requests.len())];
    let shown = scene.show(request).await;
    let deployments = shown["deployments"].as_array().unwrap();
    let path = match dice.roll(10) {
        0..=4 => {
            let links = scene.asked();
            if links.is_empty() {
                return;
            }
            let (_, link) = &links[dice.roll(links.len())];
            let answers = ["remote", "remote", "first_call", "no", "undo"];
            let answer = answers[dice.roll(answers.len())];
            let body = json!({"answer": answer, "rested": true});
            let headers = [("content-type", "application/json")];
            let path = format!("/api/v1/answers/{link}");
            let method = axum::http::Method::POST;
            let answer = scene
                .app
                .send(method, &path, &headers, body.to_string().into())
                .await;
            expect_known(answer.status.as_u16(), &answer.text);
            return;
        }
        5 | 6 if !deployments.is_empty() => {
            let one = &deployments[dice.roll(deployments.len())];
            let (who, what, yes) = if dice.roll(2) == 0 {
                (manager, "release", "release")
            } else {
                (town, "acceptance", "accept")
            };
            let decision = if dice.roll(4) == 0 { "refuse" } else { yes };
            let path = format!("/api/v1/deployments/{}/{what}", one["id"].as_str().unwrap());
            let answer = scene
                .app
                .post(&path, who, &json!({"decision": decision}))
                .await;
            expect_known(answer.status.as_u16(), &answer.text);
            return;
        }
        7 => format!("/api/v1/requests/{request}/waves"),
        8 if dice.roll(8) == 0 => {
            let path = format!("/api/v1/requests/{request}/stand-down");
            let body = json!({"reason": "nicht mehr nötig"});
            let answer = scene.app.post(&path, &scene.coordinator, &body).await;
            return expect_known(answer.status.as_u16(), &answer.text);
        }
        _ => {
            let seconds = [60, 300, 600, 1_800, 3_600][dice.roll(5)];
            let now = scene.app.state.db.clock().now();
            scene.app.clock.set(now.plus_seconds(seconds));
            return;
        }
    };
    let answer = scene.app.post(&path, &scene.coordinator, &json!({})).await;
    expect_known(answer.status.as_u16(), &answer.text);
}

#[track_caller]
fn expect_known(status: u16, text: &str) {
    assert!(
        [200, 202, 404, 409, 410, 422].contains(&status),
        "{status} {text}"
    );
}

fn list(shown: &Value, name: &str) -> Vec<Value> {
    shown[name].as_array().unwrap().clone()
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

/// What must hold after every step.
async fn check(scene: &Scene, requests: &[String]) {
    let (mut waiting, mut booked) = (
        HashSet::new(),
        HashMap::<String, Vec<(String, String)>>::new(),
    );
    for request in requests {
        let shown = scene.show(request).await;
        let is_waiting =
            |alert: &Value| ["queued", "sent", "seen"].contains(&text(alert, "state").as_str());
        let mut asked = HashSet::new();
        for alert in list(&shown, "alerts") {
            let who = text(&alert, "expert_id");
            assert!(
                asked.insert((text(&alert, "need_id"), who.clone())),
                "asked twice"
            );
            assert!(
                !is_waiting(&alert) || waiting.insert(who),
                "two open alerts"
            );
        }
        for need in list(&shown, "needs") {
            let places = need["wanted"]["headcount"]["desired"].as_u64();
            assert!(need["held"].as_u64() <= places, "{need}");
        }
        if ["filled", "stood_down"].contains(&text(&shown, "state").as_str()) {
            assert!(
                !list(&shown, "alerts").iter().any(is_waiting),
                "nobody is left waiting"
            );
        }
        for one in list(&shown, "deployments") {
            if text(&one, "state") == "accepted" {
                let period = (text(&one, "from"), text(&one, "until"));
                booked
                    .entry(text(&one, "expert_id"))
                    .or_default()
                    .push(period);
            }
            assert_eq!(
                text(&one, "state") == "accepted",
                !one["accepted_at"].is_null() && one["ended_at"].is_null()
            );
        }
    }
    for (who, mut periods) in booked {
        periods.sort();
        let overlap = periods.windows(2).find(|pair| pair[1].0 < pair[0].1);
        assert_eq!(overlap, None, "{who} is booked twice");
    }
}

async fn walk(seed: u64) {
    let scene = Scene::with_release(7, json!({"form": "each_time"})).await;
    let employer = scene.helpers[0].employer;
    let manager = scene.app.sign_in(Role::MemberManager, Some(employer)).await;
    let (incident, _) = scene.incident().await;
    let town = scene.town(&incident).await;
    let mut requests = Vec::new();
    for places in [1, 2] {
        let request = scene
            .request(&incident, &json!([need(places), need(1)]))
            .await;
        let path = format!("/api/v1/requests/{request}/alert");
        scene
            .app
            .post(&path, &scene.coordinator, &json!({}))
            .await
            .expect(202);
        requests.push(request);
    }
    let people = [manager, town];
    let mut dice = Dice(seed);
    for _ in 0..STEPS {
        run_twice(&scene).await;
        check(&scene, &requests).await;
        step(&scene, &mut dice, (&requests, &people)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_nobody_is_asked_or_booked_twice_one() {
    walk(1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_nobody_is_asked_or_booked_twice_two() {
    walk(20_261_126).await;
}
