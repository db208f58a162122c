//! Steps as requests to the service.

use axum::http::Method;
use serde_json::{Value, json};

use super::sight::{list, text};
use super::steps::Step;
use super::world::World;

/// What was done, to tell what may follow from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    Begin,
    Look,
    Answer,
    Undo,
    Release,
    RefuseRelease,
    Accept,
    Refuse,
    Skip,
    StandDown,
    Close,
    Start,
    Extend,
    Agree,
    RefuseMore,
    CallBack,
    End,
    Cancel,
    /// Nothing that changes a state at once.
    Other,
    /// By the worker.
    Jobs,
}

/// A step as it is sent, and whom or what it is about.
#[derive(Clone, Debug)]
pub struct Deed {
    pub cause: Cause,
    pub about: String,
    path: String,
    token: Option<String>,
    body: Option<Value>,
}

impl Deed {
    pub fn new(cause: Cause, about: &str, path: String) -> Self {
        Self {
            cause,
            about: about.to_owned(),
            path,
            token: None,
            body: None,
        }
    }

    pub fn says(mut self, token: Option<&str>, body: Value) -> Self {
        self.token = token.map(str::to_owned);
        self.body = Some(body);
        self
    }

    /// Whether of two such at once one counts.
    pub fn counts_once(&self) -> bool {
        match self.cause {
            Cause::Answer
            | Cause::Undo
            | Cause::Release
            | Cause::RefuseRelease
            | Cause::Refuse
            | Cause::StandDown
            | Cause::Close
            | Cause::Start
            | Cause::Extend
            | Cause::RefuseMore
            | Cause::CallBack
            | Cause::End
            | Cause::Cancel => true,
            Cause::Begin
            | Cause::Look
            | Cause::Accept
            | Cause::Skip
            | Cause::Agree
            | Cause::Other
            | Cause::Jobs => false,
        }
    }

    /// Sends it; whatever is refused is refused with a reason.
    pub async fn send(&self, world: &World) -> u16 {
        let bearer = format!("Bearer {}", self.token.as_deref().unwrap_or_default());
        let mut headers = vec![("content-type", "application/json")];
        if self.token.is_some() {
            headers.push(("authorization", bearer.as_str()));
        }
        let method = self.body.as_ref().map_or(Method::GET, |_| Method::POST);
        let body = self.body.as_ref().map(Value::to_string).unwrap_or_default();
        let app = &world.scene.app;
        let path = format!("/api/v1/{}", self.path);
        let answer = app.send(method, &path, &headers, body.into()).await;
        let status = answer.status.as_u16();
        let known = [200, 202, 404, 409, 410, 422];
        assert!(
            known.contains(&status),
            "{self:?}: {status} {}",
            answer.text
        );
        status
    }
}

impl World {
    /// What a step comes down to now; nothing where there is nobody to do it.
    pub fn deeds(&self, step: &Step) -> Vec<Deed> {
        let deed = match step {
            Step::Both(one, other) => {
                return [self.deeds(one), self.deeds(other)].concat();
            }
            Step::Look(who) => self.by_link(*who, Cause::Look, None),
            Step::Answer(who, word) => {
                let body = json!({"answer": word, "rested": true});
                self.by_link(*who, Cause::Answer, Some(body))
            }
            Step::Undo(who) => self.by_link(*who, Cause::Undo, Some(json!({"answer": "undo"}))),
            Step::Release(which) => self.key(*which, (Cause::Release, "release")),
            Step::RefuseRelease(which) => self.key(*which, (Cause::RefuseRelease, "refuse")),
            Step::Accept(which) => self.key(*which, (Cause::Accept, "accept")),
            Step::Refuse(which) => self.key(*which, (Cause::Refuse, "refuse")),
            Step::Pick(request, who) => Some(self.choice(*request, *who, "pick")),
            Step::Skip(request, who) => Some(self.choice(*request, *who, "skip")),
            Step::Begin(request) => {
                Some(self.by_desk(*request, Cause::Begin, ("alert", json!({}))))
            }
            Step::NextWave(request) => {
                Some(self.by_desk(*request, Cause::Other, ("waves", json!({}))))
            }
            Step::Pause(request, is_paused) => {
                let body = json!({ "paused": is_paused });
                Some(self.by_desk(*request, Cause::Other, ("pause", body)))
            }
            Step::StandDown(request) => {
                let body = json!({"reason": "nicht mehr nötig"});
                Some(self.by_desk(*request, Cause::StandDown, ("stand-down", body)))
            }
            Step::Close(reason) => {
                let path = format!("incidents/{}/close", self.incident);
                let deed = Deed::new(Cause::Close, &self.incident, path);
                Some(deed.says(Some(&self.scene.coordinator), json!({ "reason": reason })))
            }
            Step::Act(which, side, act) => self.act((*which, *side), *act),
            Step::Pass(_) => None,
        };
        deed.into_iter().collect()
    }

    fn by_link(&self, who: usize, cause: Cause, body: Option<Value>) -> Option<Deed> {
        let asked = self.links();
        let (expert, link) = asked.get(who % asked.len().max(1))?;
        let deed = Deed::new(cause, expert, format!("answers/{link}"));
        Some(match body {
            Some(body) => deed.says(None, body),
            None => deed,
        })
    }

    fn by_desk(&self, request: usize, cause: Cause, (what, body): (&str, Value)) -> Deed {
        let id = &self.requests[request];
        let deed = Deed::new(cause, id, format!("requests/{id}/{what}"));
        deed.says(Some(&self.scene.coordinator), body)
    }

    fn choice(&self, request: usize, who: usize, choice: &str) -> Deed {
        let needs = list(&self.sight.requests[request], "needs");
        let need = &needs[who % needs.len()];
        let expert = self.scene.helpers[who % self.scene.helpers.len()].id;
        let body = json!({"need_id": need["id"], "expert_id": expert, "choice": choice});
        let cause = if choice == "skip" {
            Cause::Skip
        } else {
            Cause::Other
        };
        let mut deed = self.by_desk(request, cause, ("choices", body));
        deed.about = expert.to_string();
        deed
    }

    /// A key is turned, more often where it is waited for.
    fn key(&self, which: usize, (cause, decision): (Cause, &str)) -> Option<Deed> {
        let is_employer = matches!(cause, Cause::Release | Cause::RefuseRelease);
        let (awaited, what, token) = if is_employer {
            ("agreed", "release", &self.manager)
        } else {
            ("released", "acceptance", &self.town)
        };
        let all = self.sight.deployments();
        let waiting = all.iter().filter(|one| text(one, "state") == awaited);
        let mut among: Vec<&Value> = waiting.collect();
        if among.is_empty() || which.is_multiple_of(8) {
            among = all.iter().collect();
        }
        let one = among.get(which % among.len().max(1))?;
        let id = text(one, "id");
        let deed = Deed::new(cause, &id, format!("deployments/{id}/{what}"));
        Some(deed.says(Some(token), json!({ "decision": decision })))
    }
}
