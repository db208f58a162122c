//! What is done with deployments all said yes to, as requests to the service.

use serde_json::{Value, json};

use super::deeds::{Cause, Deed};
use super::sight::{instant, text};
use super::world::World;

/// What a side does with a deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Start,
    /// So many days longer than now.
    Extend(i64),
    Agree,
    Refuse,
    /// In so many hours.
    CallBack(i64),
    End,
    Cancel,
}

/// A side of a deployment.
#[derive(Clone, Copy, Debug)]
enum Side {
    Town,
    Desk,
    House,
    Expert,
}

impl Act {
    const fn cause(self) -> Cause {
        match self {
            Self::Start => Cause::Start,
            Self::Extend(_) => Cause::Extend,
            Self::Agree => Cause::Agree,
            Self::Refuse => Cause::RefuseMore,
            Self::CallBack(_) => Cause::CallBack,
            Self::End => Cause::End,
            Self::Cancel => Cause::Cancel,
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Extend(_) => "extend",
            Self::Agree | Self::Refuse => "extension",
            Self::CallBack(_) => "return",
            Self::End => "end",
            Self::Cancel => "cancel",
        }
    }

    /// Who may do it.
    const fn sides(self) -> &'static [Side] {
        match self {
            Self::Start => &[Side::Town, Side::Desk, Side::Expert],
            Self::Extend(_) => &[Side::Town, Side::Desk],
            Self::Agree | Self::Refuse | Self::CallBack(_) => &[Side::House, Side::Expert],
            Self::End | Self::Cancel => &[Side::Town, Side::Desk, Side::House, Side::Expert],
        }
    }

    /// Whether it can be done with this deployment, as far as its state tells.
    fn is_awaited(self, one: &Value) -> bool {
        let asked = &one["extension"];
        let is_asked = !asked.is_null() && asked["outcome"].is_null();
        let states: &[&str] = match self {
            Self::Start | Self::Cancel => &["accepted"],
            Self::Extend(_) if is_asked => &[],
            Self::Agree | Self::Refuse if !is_asked => &[],
            Self::Extend(_) | Self::Agree | Self::Refuse => &["accepted", "active"],
            Self::CallBack(_) => &["active"],
            Self::End => &["active", "returning"],
        };
        states.contains(&text(one, "state").as_str())
    }
}

impl World {
    /// An act as a request of a side that may; more often of a deployment it can be done with.
    pub fn act(&self, (which, side): (usize, usize), act: Act) -> Option<Deed> {
        let all = self.sight.deployments();
        let mut among: Vec<&Value> = all.iter().filter(|one| act.is_awaited(one)).collect();
        if among.is_empty() || which.is_multiple_of(8) {
            among = all.iter().collect();
        }
        let one = among.get(which % among.len().max(1))?;
        let sides = act.sides();
        let token = self.token(sides[side % sides.len()], one);
        let now = self.scene.app.state.db.clock().now();
        let body = match act {
            Act::Start | Act::End | Act::Cancel => json!({}),
            Act::Extend(days) => json!({"until": instant(one, "until").plus_days(days)}),
            Act::Agree => json!({"decision": "agree"}),
            Act::Refuse => json!({"decision": "refuse"}),
            Act::CallBack(hours) => json!({"at": now.plus_seconds(hours * 3_600)}),
        };
        let id = text(one, "id");
        let path = format!("deployments/{id}/{}", act.path());
        Some(Deed::new(act.cause(), &id, path).says(Some(token), body))
    }

    fn token(&self, side: Side, one: &Value) -> &str {
        match side {
            Side::Town => &self.town,
            Side::Desk => &self.scene.coordinator,
            Side::House => &self.manager,
            Side::Expert => &self.experts[&text(one, "expert_id")],
        }
    }
}
