//! JSON of deployments.

mod running;

pub use running::{
    ExtensionBody, NewExtension, NewExtensionDecision, NewReturn, NewStart, SuccessorBody,
};

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;
use web::Language;
use web::pages::Cost;

use super::introduction::{CostBasis, Introduction};
use super::model::{
    AcceptanceDecision, Deployment, DeploymentState, Extension, ReleaseDecision, Terms,
};
use super::service::OtherSide;
use crate::clock::Instant;
use crate::experts::{Evidence, Skill};
use crate::ids::{AlertId, DeploymentId, ExpertId, IncidentId, NeedId, OrganisationId, RequestId};
use crate::incidents::legal::{LegalBasis, PersonnelForm};
use crate::organisations::OrganisationKind;
use crate::reference::{NeedMode, Text};

/// An entry that is to meet a need.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeploymentBody {
    /// Its id.
    pub id: DeploymentId,
    /// The request.
    pub request_id: RequestId,
    /// The need.
    pub need_id: NeedId,
    /// The alert that was answered.
    pub alert_id: AlertId,
    /// The incident; null for expert and employer before they are committed, since it names the town.
    pub incident_id: Option<IncidentId>,
    /// Who helps.
    pub expert_id: ExpertId,
    /// The public name.
    pub alias: String,
    /// Who is helped; null likewise.
    pub requester_id: Option<OrganisationId>,
    /// Where it stands.
    pub state: DeploymentState,
    /// A talk of up to two hours.
    pub first_call: bool,
    /// Where.
    pub mode: NeedMode,
    /// Its start.
    pub from: Instant,
    /// Its end.
    pub until: Instant,
    /// Until when whoever is asked next must answer; null once nobody is.
    pub due_at: Option<Instant>,
    /// When the employer released it.
    pub released_at: Option<Instant>,
    /// When the town accepted it.
    pub accepted_at: Option<Instant>,
    /// Until when the town can object to what it had accepted beforehand.
    pub objection_until: Option<Instant>,
    /// Until when whoever helps by a talk wants to phone.
    pub calls_by: Option<Instant>,
    /// When it began.
    pub started_at: Option<Instant>,
    /// When it ended.
    pub ended_at: Option<Instant>,
    /// The later end that was asked for last.
    pub extension: Option<ExtensionBody>,
    /// The request by which somebody is sought who takes over; for the town alone.
    pub successor_request_id: Option<RequestId>,
    /// On which legal basis it stands; null while that is open.
    pub legal_basis: Option<LegalBasis>,
    /// By which form they are sent; null likewise.
    pub personnel_form: Option<PersonnelForm>,
    /// Who sends them, what they can do and what it costs: for the town alone, once the employer released it.
    pub introduction: Option<IntroductionBody>,
}

/// What a town is told of whom it decides about; never who they are.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntroductionBody {
    /// What kind of organisation sends them.
    pub employer_kind: OrganisationKind,
    /// Its name; null where few of its people are listed.
    pub employer: Option<String>,
    /// The role they are asked for, else their best.
    pub function: Option<String>,
    /// What of the need they can do, in its order.
    pub reasons: Vec<ReasonBody>,
    /// On which basis it is paid.
    pub cost_basis: CostBasis,
    /// The same in a sentence.
    pub cost: Text,
}

/// What of a need somebody can do.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonBody {
    /// The term.
    pub id: String,
    /// 1–4.
    pub level: u8,
    /// What vouches for it.
    pub evidence: Evidence,
}

/// The employer's word.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewReleaseDecision {
    /// What.
    pub decision: ReleaseDecision,
    /// Nobody asks for one, and none is kept.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub reason: Option<String>,
}

/// The town's word.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewTownDecision {
    /// What.
    pub decision: AcceptanceDecision,
}

/// Whom to phone on the other side.
#[derive(Clone, Serialize, ToSchema)]
pub struct DeploymentContactBody {
    /// The name; the house's for a capacity.
    pub name: String,
    /// E.164.
    pub phone: Option<String>,
    /// Where mail arrives.
    pub email: Option<String>,
    /// What whoever phones says first.
    pub caller_word: Option<String>,
    /// What the called answers.
    pub code_word: Option<String>,
}

impl fmt::Debug for DeploymentContactBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeploymentContactBody")
    }
}

impl DeploymentBody {
    /// A deployment with the public name of who helps; the town only for who may know it, and who sends them only for
    /// the town.
    pub(in crate::incidents) fn new(
        deployment: &Deployment,
        (alias, introduction, extension): (String, Option<Introduction>, Option<Extension>),
        (names_town, is_of_town): (bool, bool),
    ) -> Self {
        let (objection_until, calls_by) = (deployment.objection_until(), deployment.calls_by());
        let is_pending = deployment.is_pending();
        let Deployment {
            id,
            request,
            need,
            alert,
            incident,
            expert,
            employer: _,
            requester,
            state,
            terms,
            made_at: _,
            due_at,
            released,
            accepted,
            started,
            ended,
            ended_as: _,
            successor,
            basis,
            version: _,
        } = deployment.clone();
        let Terms {
            is_first_call,
            is_on_site,
            from,
            until,
        } = terms;
        Self {
            id,
            request_id: request,
            need_id: need,
            alert_id: alert,
            incident_id: names_town.then_some(incident),
            expert_id: expert,
            alias,
            requester_id: names_town.then_some(requester),
            state,
            first_call: is_first_call,
            mode: mode(is_on_site),
            from,
            until,
            due_at: is_pending.then_some(due_at),
            released_at: released.map(|(at, _)| at),
            accepted_at: accepted.map(|(at, _)| at),
            objection_until,
            calls_by,
            started_at: started.map(|(at, _)| at),
            ended_at: ended.map(|(at, _)| at),
            extension: extension.map(ExtensionBody::from),
            successor_request_id: successor.filter(|_| is_of_town),
            legal_basis: basis.as_ref().map(|basis| basis.basis),
            personnel_form: basis.map(|basis| basis.form),
            introduction: introduction.map(IntroductionBody::from),
        }
    }
}

const fn mode(is_on_site: bool) -> NeedMode {
    if is_on_site {
        NeedMode::OnSite
    } else {
        NeedMode::Remote
    }
}

impl From<Introduction> for IntroductionBody {
    fn from(introduction: Introduction) -> Self {
        let Introduction {
            sender,
            employer,
            function,
            reasons,
            cost,
        } = introduction;
        let reason = |Skill {
                          id,
                          level,
                          evidence,
                      }| ReasonBody {
            id,
            level,
            evidence,
        };
        Self {
            employer_kind: sender,
            employer,
            function,
            reasons: reasons.into_iter().map(reason).collect(),
            cost_basis: cost,
            cost: Text {
                de: cost.words().text(Language::German),
                en: cost.words().text(Language::English),
            },
        }
    }
}

impl CostBasis {
    /// What it is called.
    pub(in crate::incidents) const fn words(self) -> Cost {
        match self {
            Self::Free => Cost::Free,
            Self::ExtraCosts => Cost::ExtraCosts,
            Self::AgreedRate => Cost::AgreedRate,
        }
    }
}

impl DeploymentContactBody {
    /// The other side, and the words of the call.
    pub(super) fn new(side: OtherSide, words: Option<(String, String)>) -> Self {
        let (caller_word, code_word) = words.unzip();
        let (name, phone, email) = match side {
            OtherSide::Expert(contact) => (contact.name, contact.phone, contact.email),
            OtherSide::Asker(asker) => (asker.name, Some(asker.phone), asker.email),
        };
        Self {
            name,
            phone,
            email,
            caller_word,
            code_word,
        }
    }
}
