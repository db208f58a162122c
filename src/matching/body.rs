//! Asks and answers as JSON.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::clock::Instant;
use crate::ids::{ExpertId, OrganisationId};
use crate::reference::{NeedMode, Phase, Text};
use crate::search::Card;

/// A request for help as matching takes it.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewMatch {
    /// AGS of the Gemeinde or Kreis that needs help.
    #[validate(length(min = 5, max = 8))]
    #[schema(min_length = 5, max_length = 8)]
    pub municipality: String,
    /// What is seen: one of the symptoms.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub symptom: String,
    /// How far the incident has gone; acute if absent.
    #[serde(default)]
    pub phase: Option<Phase>,
    /// Organisations hit by the same incident.
    #[serde(default)]
    #[validate(length(max = 200))]
    #[schema(max_items = 200)]
    pub struck_organisations: Vec<OrganisationId>,
    /// When help is to begin; this hour if absent.
    #[serde(default)]
    pub from: Option<Instant>,
    /// For how many days; 7 if absent. Callers who see masked entries only are answered for periods in steps: from now, a
    /// midnight of the next days or a later Monday, for 1, 3, 7, 14, 30, 60, 120 or 180 days.
    #[serde(default)]
    #[validate(range(min = 1, max = 180))]
    #[schema(minimum = 1, maximum = 180)]
    pub days: Option<u16>,
    /// Who is needed; the playbook's needs if absent.
    #[serde(default)]
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    pub needs: Option<Vec<NewNeed>>,
    /// Candidates a need, 1–50; 10 if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 50))]
    #[schema(minimum = 1, maximum = 50)]
    pub limit: Option<usize>,
}

/// Who is needed.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewNeed {
    /// What it is called.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120)]
    pub label: String,
    /// The same in English.
    #[serde(default)]
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120)]
    pub label_en: Option<String>,
    /// What it takes.
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    pub skills: Vec<NewNeedSkill>,
    /// How many people; one if absent.
    #[serde(default)]
    #[validate(nested)]
    pub headcount: NewHeadcount,
    /// Where; either if absent.
    #[serde(default = "either")]
    pub mode: NeedMode,
    /// Languages spoken at B2 or better; German if absent.
    #[serde(default = "german")]
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub languages: Vec<String>,
    /// Security clearance.
    #[serde(default)]
    pub clearance: ClearanceLevel,
    /// Days it is needed; as the request if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 180))]
    #[schema(minimum = 1, maximum = 180)]
    pub days: Option<u16>,
    /// A remote conversation of up to two hours, free of quota, on the first day.
    #[serde(default)]
    pub first_call: bool,
}

/// A skill of a need.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewNeedSkill {
    /// A role, domain, procedure or product.
    #[validate(length(max = 80))]
    #[schema(max_length = 80)]
    pub id: String,
    /// Level from which it counts in full, 1–4; 3 if absent.
    #[serde(default = "works_alone")]
    #[validate(range(min = 1, max = 4))]
    #[schema(minimum = 1, maximum = 4)]
    pub min_level: u8,
    /// Without it nobody qualifies.
    #[serde(default)]
    pub required: bool,
}

/// How many people.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewHeadcount {
    /// At least.
    #[validate(range(min = 1, max = 50))]
    #[schema(minimum = 1, maximum = 50)]
    pub min: u16,
    /// Better.
    #[validate(range(min = 1, max = 50))]
    #[schema(minimum = 1, maximum = 50)]
    pub desired: u16,
}

impl Default for NewHeadcount {
    fn default() -> Self {
        Self { min: 1, desired: 1 }
    }
}

/// Security clearance under the SÜG.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClearanceLevel {
    /// None is needed.
    #[default]
    None,
    /// Ü1.
    U1,
    /// Ü2.
    U2,
    /// Ü3.
    U3,
}

fn either() -> NeedMode {
    NeedMode::Either
}

fn german() -> Vec<String> {
    vec!["de".to_owned()]
}

fn works_alone() -> u8 {
    3
}

/// Ranked people for each need, and a team.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MatchBody {
    /// One for each need, in the order asked.
    pub needs: Vec<NeedBody>,
    /// The best team found.
    pub team: TeamBody,
    /// Conditions given that do not count here, because by their effect the caller would learn more of single people
    /// than their cards say. The coordination applies them when it alerts.
    pub set_aside: Vec<SetAside>,
    /// Number of the last change that is in.
    pub generation: i64,
    /// How long it took, microseconds.
    pub took_us: u64,
    /// When the last change was made.
    pub as_of: Instant,
}

/// A condition that counts only for callers who may see its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SetAside {
    /// Organisations hit by the same incident: who works there.
    StruckOrganisations,
    /// Clearance of a need: who is cleared.
    Clearance,
    /// The exact period: on which days somebody is away. A longer one was looked at.
    Period,
}

/// Who fits a need, and why others do not.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedBody {
    /// What it is called.
    pub label: String,
    /// The same in English, where it has an English name.
    pub label_en: String,
    /// The best, best first.
    pub candidates: Vec<CandidateBody>,
    /// How many fit.
    pub eligible: u32,
    /// The others, each under one reason: the first rule it breaks. Callers who see masked entries only get the others
    /// they could see, under `LEVEL`, `LANGUAGE`, `MODE` when three or more lack that, else under `OTHER`.
    pub excluded: Vec<ExcludedBody>,
    /// All numbers in a sentence.
    pub funnel: Text,
    /// The smallest change that would let somebody fit, when nobody does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relaxation: Option<Text>,
}

/// A candidate with reasons.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CandidateBody {
    /// The masked entry.
    pub expert: Card,
    /// Sum of weight × value, 0–1.
    pub score: f64,
    /// All eight factors.
    pub factors: Vec<FactorBody>,
}

/// What a factor adds, and why.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FactorBody {
    /// Which factor.
    pub id: String,
    /// Its share of the score, 0–1; all sum to 1.
    pub weight: f64,
    /// How well it is met, 0–1.
    pub value: f64,
    /// Why.
    pub text: Text,
}

/// How many a reason keeps away.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExcludedBody {
    /// Code of the rule, or `OTHER`.
    pub reason: String,
    /// How many it keeps away; null when fewer than three.
    pub count: Option<u32>,
    /// What it means.
    pub text: Text,
}

/// Who should go.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamBody {
    /// Who takes which place; a capacity once for each of its people.
    pub members: Vec<MemberBody>,
    /// How far each need is covered.
    pub covers: Vec<CoverBody>,
    /// Products and procedures asked that nobody on the team has.
    pub missing: Vec<String>,
    /// Whether no better team exists among the best candidates.
    pub proven: bool,
    /// What to know about it.
    pub note: Text,
}

/// Somebody in a place.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberBody {
    /// Position of the need, from 0.
    pub need: usize,
    /// The entry.
    pub expert_id: ExpertId,
}

/// How far a need is covered.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CoverBody {
    /// Position of the need, from 0.
    pub need: usize,
    /// Places filled.
    pub filled: usize,
    /// Places asked for.
    pub of: usize,
}
