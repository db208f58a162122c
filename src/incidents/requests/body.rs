//! JSON of requests for help.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::model::{Alert, AlertState, HelpRequest, Need, RequestState, Situation};
use super::service::NewRequest;
use crate::clock::Instant;
use crate::ids::{AlertId, DeploymentId, ExpertId, IncidentId, NeedId, RequestId};
use crate::incidents::deployments::{DeploymentBody, Extension, Introduction};
use crate::matching::NewNeed;

/// People are asked for.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewHelpRequest {
    /// Who is needed; the playbook's needs if absent.
    #[serde(default)]
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    pub needs: Option<Vec<NewNeed>>,
    /// When help is to begin; now if absent.
    #[serde(default)]
    pub from: Option<Instant>,
    /// For how many days; 7 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 180))]
    #[schema(minimum = 1, maximum = 180)]
    pub days: Option<u16>,
}

impl From<NewHelpRequest> for NewRequest {
    fn from(new: NewHelpRequest) -> Self {
        let NewHelpRequest { needs, from, days } = new;
        Self { needs, from, days }
    }
}

/// A request for help.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HelpRequestBody {
    /// Its id.
    pub id: RequestId,
    /// What happened.
    pub incident_id: IncidentId,
    /// Where it stands.
    pub state: RequestState,
    /// When help is to begin.
    pub from: Instant,
    /// For how many days.
    pub days: u16,
    /// When it was made.
    pub made_at: Instant,
    /// Since when people are asked.
    pub begun_at: Option<Instant>,
    /// Since when nobody new is asked.
    pub paused_at: Option<Instant>,
    /// Since when every place is taken.
    pub filled_at: Option<Instant>,
    /// Since when it is over.
    pub stood_down_at: Option<Instant>,
    /// Why.
    pub stood_down_reason: Option<String>,
    /// The first fitting yes counts as accepted in the first twelve hours; the town can object for ten minutes.
    pub first_yes_counts: bool,
    /// Who is needed, most important first.
    pub needs: Vec<HelpNeedBody>,
    /// Who was asked, oldest first. What somebody answered is not said.
    pub alerts: Vec<AlertBody>,
    /// What came of it.
    pub deployments: Vec<DeploymentBody>,
}

/// A need of a request.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HelpNeedBody {
    /// Its id.
    pub id: NeedId,
    /// What it takes.
    pub wanted: NewNeed,
    /// Places held by a yes, committed or not.
    pub held: u16,
    /// Places that are committed.
    pub committed: u16,
    /// How many waves there were.
    pub wave: u16,
    /// When the last of them ends.
    pub wave_until: Option<Instant>,
    /// Since when nobody else fits who may be asked.
    pub exhausted_at: Option<Instant>,
}

/// One message to one entry.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AlertBody {
    /// Its id.
    pub id: AlertId,
    /// The need.
    pub need_id: NeedId,
    /// Whom it asks.
    pub expert_id: ExpertId,
    /// The public name.
    pub alias: String,
    /// By which way it went; null before.
    pub channel: Option<String>,
    /// Where it stands.
    pub state: AlertState,
    /// In which wave; 0 as the town's own provider, beside the first.
    pub wave: u16,
    /// When it was made.
    pub at: Instant,
    /// Until when it can be answered.
    pub expires_at: Instant,
}

/// People are asked, or shown who would be.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewAlert {
    /// Show who would be asked, and ask nobody.
    #[serde(default)]
    pub preview: bool,
}

/// A request is ended.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct StandingDown {
    /// Why.
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500)]
    pub reason: String,
}

/// Nobody new is asked, or it goes on.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Pausing {
    /// Whether it is paused.
    pub paused: bool,
}

/// The next wave is asked now.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewWave {
    /// Of this need; of all if absent.
    #[serde(default)]
    pub need_id: Option<NeedId>,
    /// The wave that was seen, of all needs the sum of theirs: none is asked if there was another one since.
    #[serde(default)]
    pub after_wave: Option<u32>,
}

/// Somebody is picked or skipped for a need.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewChoice {
    /// The need.
    pub need_id: NeedId,
    /// The entry.
    pub expert_id: ExpertId,
    /// How.
    pub choice: ChoiceKind,
}

/// How somebody is chosen.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChoiceKind {
    /// Asked before all others, with the next wave at once.
    Pick,
    /// Not asked, or no longer.
    Skip,
}

/// Public names by entry.
pub type Aliases = HashMap<ExpertId, String>;

impl HelpRequestBody {
    /// A request with all that belongs to it.
    pub(in crate::incidents) fn new(
        situation: &Situation,
        aliases: &Aliases,
        (mut introductions, asked): (
            HashMap<DeploymentId, Introduction>,
            HashMap<DeploymentId, Extension>,
        ),
    ) -> Self {
        let request = &situation.request;
        let state = request.state();
        let HelpRequest {
            id,
            incident,
            from,
            days,
            made_at,
            begun_at,
            paused_at,
            filled_at,
            stood_down,
            first_yes_counts,
            version: _,
        } = request.clone();
        let (stood_down_at, stood_down_reason) = stood_down.unzip();
        let alias = |expert| aliases.get(&expert).cloned().unwrap_or_default();
        let needs = situation.needs.iter();
        let alerts = situation.alerts.iter();
        let deployments = situation.deployments.iter();
        Self {
            id,
            incident_id: incident,
            state,
            from,
            days,
            made_at,
            begun_at,
            paused_at,
            filled_at,
            stood_down_at,
            stood_down_reason,
            first_yes_counts,
            needs: needs.map(|need| need_body(situation, need)).collect(),
            alerts: alerts
                .map(|alert| alert_body(alert, alias(alert.expert)))
                .collect(),
            deployments: deployments
                .map(|one| {
                    let introduction = introductions.remove(&one.id);
                    let last = asked.get(&one.id).copied();
                    let helper = (alias(one.expert), introduction, last);
                    DeploymentBody::new(one, helper, (true, true))
                })
                .collect(),
        }
    }
}

fn need_body(situation: &Situation, need: &Need) -> HelpNeedBody {
    let Need {
        id,
        wanted,
        wave,
        wave_until,
        exhausted_at,
    } = need.clone();
    HelpNeedBody {
        id,
        wanted,
        held: situation.stand(need).held,
        committed: situation.committed(need),
        wave,
        wave_until,
        exhausted_at,
    }
}

fn alert_body(alert: &Alert, alias: String) -> AlertBody {
    AlertBody {
        id: alert.id,
        need_id: alert.need,
        expert_id: alert.expert,
        alias,
        channel: alert.channel.clone(),
        state: alert.state,
        wave: alert.wave,
        at: alert.made_at,
        expires_at: alert.expires_at,
    }
}
