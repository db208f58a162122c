//! A service with a verified town, people who are asked, and two requests.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use futures_util::future::join_all;
use kataster::access::Role;
use kataster::app::handlers;
use kataster::clock::Instant;
use kataster::incidents::waves::Waves;
use kataster::jobs::{Handler, JobFailure, Runner};
use kataster::privacy::Retention;
use serde_json::json;

use super::deeds::{Cause, Deed};
use super::rules::{self, Done};
use super::sight::{Sight, text};
use super::steps::{REQUESTS, Step};
use crate::help::scene::{Scene, need, token};

/// People who fit.
const HELPERS: usize = 7;

/// What is walked through.
pub struct World {
    pub scene: Scene,
    pub manager: String,
    pub town: String,
    /// Tokens of those who help.
    pub experts: HashMap<String, String>,
    pub incident: String,
    pub requests: Vec<String>,
    /// As it was seen last.
    pub sight: Sight,
    /// Tokens work until then.
    latest: Instant,
}

impl World {
    pub async fn new() -> Self {
        let mut scene = Scene::with_release(HELPERS, json!({"form": "each_time"})).await;
        scene.app.use_waves(Waves::default());
        let employer = scene.helpers[0].employer;
        let manager = scene.app.sign_in(Role::MemberManager, Some(employer)).await;
        let (incident, _) = scene.incident().await;
        let town = scene.town(&incident).await;
        let mut requests = Vec::new();
        for places in (1..).take(REQUESTS) {
            let needs = json!([need(places), need(1)]);
            requests.push(scene.request(&incident, &needs).await);
        }
        let sight = Sight::of(&scene, &requests).await;
        let latest = scene.app.state.db.clock().now().plus_days(29);
        Self {
            experts: experts(&scene).await,
            latest,
            scene,
            manager,
            town,
            incident,
            requests,
            sight,
        }
    }

    /// The same once somebody is committed to as many places as there are people.
    pub async fn committed() -> Self {
        let mut world = Self::new().await;
        for request in 0..REQUESTS {
            world.take(&Step::Begin(request)).await;
        }
        // Whoever is needed no more by the first request is asked by the other.
        for _ in 0..2 {
            for who in 0..HELPERS {
                world.take(&Step::Answer(who, "remote")).await;
            }
            for (state, step) in [("agreed", Step::Release(1)), ("released", Step::Accept(1))] {
                for _ in 0..world.standing(state) {
                    world.take(&step).await;
                }
            }
            world.take(&Step::Pass(600)).await;
        }
        assert!(world.standing("accepted") > 1, "nobody to walk with");
        world
    }

    /// How many deployments stand so.
    fn standing(&self, state: &str) -> usize {
        let all = self.sight.deployments();
        all.iter().filter(|one| text(one, "state") == state).count()
    }

    /// Does a step, then whatever the worker finds to do, and looks after each what changed by which rule.
    pub async fn take(&mut self, step: &Step) {
        if let Step::Pass(seconds) = step {
            let now = self.scene.app.state.db.clock().now();
            let then = now.plus_seconds(*seconds).min(self.latest);
            self.scene.app.clock.set(then);
        }
        let deeds = self.deeds(step);
        let statuses = join_all(deeds.iter().map(|deed| deed.send(self))).await;
        let is_twice = matches!(step, Step::Both(one, other) if one == other);
        if is_twice && deeds.iter().all(Deed::counts_once) {
            let won = statuses.iter().filter(|status| **status == 200).count();
            assert!(won <= 1, "{step:?} counted {won} times");
        }
        let done = deeds.into_iter().map(|deed| (deed.cause, deed.about));
        self.look(done).await;
        run_twice(&self.scene).await;
        self.look([(Cause::Jobs, String::new())]).await;
    }

    async fn look(&mut self, done: impl IntoIterator<Item = Done>) {
        let now = Sight::of(&self.scene, &self.requests).await;
        let done: Vec<_> = done.into_iter().collect();
        rules::check(&self.sight, &now, &done);
        self.sight = now;
    }

    /// Who was asked, with their newest link.
    pub fn links(&self) -> Vec<(String, String)> {
        let letters = self.scene.server.taken();
        let link = |email: &str| {
            let to = format!("\r\nTo: {email}\r\n");
            let mut own = letters.iter().rev().filter(|letter| letter.contains(&to));
            own.find_map(|letter| token(letter, "/a/"))
        };
        let helpers = self.scene.helpers.iter();
        let asked =
            helpers.filter_map(|helper| Some((helper.id.to_string(), link(&helper.email)?)));
        asked.collect()
    }

    /// Each was told by one link an alert, and of each end of one.
    pub fn everybody_was_told(&self) {
        let letters = self.scene.server.taken();
        let mut sent: HashMap<String, (usize, usize)> = HashMap::new();
        for alert in self.sight.alerts() {
            let (asked, ended) = sent.entry(text(&alert, "expert_id")).or_default();
            let went = !alert["channel"].is_null();
            *asked += usize::from(went);
            *ended += usize::from(went && text(&alert, "state") == "stood_down");
        }
        for helper in &self.scene.helpers {
            let to = format!("\r\nTo: {}\r\n", helper.email);
            let own: Vec<_> = letters.iter().filter(|one| one.contains(&to)).collect();
            let links: HashSet<_> = own.iter().filter_map(|one| token(one, "/a/")).collect();
            let is_end = |letter: &&&String| {
                letter.contains("Bedarf gedeckt") || letter.contains("niemand mehr gebraucht")
            };
            let ends = own.iter().filter(is_end);
            let (asked, ended) = sent.remove(&helper.id.to_string()).unwrap_or_default();
            assert_eq!(
                links.len(),
                asked,
                "a link for each alert of {}",
                helper.email
            );
            let told = ends.count();
            assert!(
                told >= ended,
                "{} was told {told} of {ended} ends",
                helper.email
            );
            assert_eq!(told == 0, ended == 0, "{} was told of no end", helper.email);
        }
    }
}

/// An account and its token for each of those who help.
async fn experts(scene: &Scene) -> HashMap<String, String> {
    let mut experts = HashMap::new();
    for helper in &scene.helpers {
        let role = (Role::Expert, Some(helper.employer));
        let (account, token) = scene.app.account(role.0, role.1).await;
        let db = &scene.app.state.db;
        let linked = kataster::experts::link_account(db, helper.id, account).await;
        linked.unwrap();
        experts.insert(helper.id.to_string(), token);
    }
    experts
}

/// Runs every job twice: the first time the worker dies before it can note that the work is done.
async fn run_twice(scene: &Scene) {
    scene.app.settle().await;
    let state = &scene.app.state;
    let post = scene.server.post();
    let mut all = handlers(state.keyring.clone(), Retention::default(), &post);
    let register = (&state.living, &state.search);
    let letters = (&post, state.waves);
    all.extend(kataster::incidents::handlers(
        &state.keyring,
        register,
        letters,
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
