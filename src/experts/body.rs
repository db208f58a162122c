//! Entries as JSON, as their person and employer see them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::duty::OnCall;
use super::identity::Identity;
use super::lock::SkillChange;
use super::model::{
    Availability, Certification, Clearance, EntryKind, Evidence, Grade, LanguageSkill, ReleaseForm,
    Skill, WorkMode,
};
use super::standing::Missing;
use crate::clock::Instant;
use crate::ids::{ExpertId, OrganisationId};
use crate::reference::Text;

/// An entry to be created.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewExpert {
    /// A person or a nameless capacity.
    pub kind: EntryKind,
    /// The employer.
    pub organisation_id: OrganisationId,
    /// People behind a capacity.
    #[serde(default)]
    #[validate(range(min = 1, max = 500))]
    #[schema(minimum = 1, maximum = 500)]
    pub headcount: Option<u16>,
    /// Who the person is; a capacity has none.
    #[serde(default)]
    #[validate(nested)]
    pub identity: Option<Identity>,
    /// Short public description.
    #[validate(nested)]
    pub headline: ShortText,
    /// Public free text.
    #[serde(default)]
    #[validate(nested)]
    pub text: LongText,
    /// Skills, each term once.
    #[validate(length(min = 1, max = 60), nested)]
    #[schema(min_items = 1, max_items = 60)]
    pub skills: Vec<NewSkill>,
    /// Certificates.
    #[serde(default)]
    #[validate(length(max = 40), nested)]
    #[schema(max_items = 40)]
    pub certifications: Vec<Certification>,
    /// Languages.
    #[serde(default)]
    #[validate(length(max = 20), nested)]
    #[schema(max_items = 20)]
    pub languages: Vec<LanguageSkill>,
    /// AGS of the Gemeinde or Kreis it is based at.
    #[validate(length(min = 5, max = 8))]
    #[schema(min_length = 5, max_length = 8)]
    pub base: String,
    /// How far it travels, road kilometres.
    #[serde(default = "default_radius")]
    #[validate(range(max = 1_500))]
    #[schema(maximum = 1500)]
    pub radius_km: u16,
    /// Where it works.
    pub mode: WorkMode,
    /// Longest deployment in days.
    #[serde(default = "default_days")]
    #[validate(range(min = 1, max = 180))]
    #[schema(minimum = 1, maximum = 180)]
    pub max_days: u16,
    /// Hours it needs between saying yes and starting.
    #[serde(default)]
    #[validate(range(max = 168))]
    #[schema(maximum = 168)]
    pub notice_hours: u16,
    /// Security clearance.
    #[serde(default)]
    #[validate(nested)]
    pub clearance: Clearance,
    /// When it can start.
    #[serde(default = "available_now")]
    #[validate(nested)]
    pub availability: Availability,
    /// The employer's release.
    #[serde(default)]
    #[validate(nested)]
    pub release: Option<NewRelease>,
}

/// A JSON Merge Patch of an entry; lists are replaced whole.
#[derive(Clone, Debug, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ExpertPatch {
    /// People behind a capacity.
    #[serde(default)]
    #[validate(range(min = 1, max = 500))]
    #[schema(minimum = 1, maximum = 500)]
    pub headcount: Option<u16>,
    /// Who the person is.
    #[serde(default)]
    #[validate(nested)]
    pub identity: Option<Identity>,
    /// Short public description.
    #[serde(default)]
    #[validate(nested)]
    pub headline: Option<ShortText>,
    /// Public free text.
    #[serde(default)]
    #[validate(nested)]
    pub text: Option<LongText>,
    /// All skills.
    #[serde(default)]
    #[validate(length(min = 1, max = 60), nested)]
    #[schema(min_items = 1, max_items = 60)]
    pub skills: Option<Vec<NewSkill>>,
    /// All certificates.
    #[serde(default)]
    #[validate(length(max = 40), nested)]
    #[schema(max_items = 40)]
    pub certifications: Option<Vec<Certification>>,
    /// All languages.
    #[serde(default)]
    #[validate(length(max = 20), nested)]
    #[schema(max_items = 20)]
    pub languages: Option<Vec<LanguageSkill>>,
    /// AGS of the Gemeinde or Kreis it is based at.
    #[serde(default)]
    #[validate(length(min = 5, max = 8))]
    #[schema(min_length = 5, max_length = 8)]
    pub base: Option<String>,
    /// How far it travels, road kilometres.
    #[serde(default)]
    #[validate(range(max = 1_500))]
    #[schema(maximum = 1500)]
    pub radius_km: Option<u16>,
    /// Where it works.
    #[serde(default)]
    pub mode: Option<WorkMode>,
    /// Longest deployment in days.
    #[serde(default)]
    #[validate(range(min = 1, max = 180))]
    #[schema(minimum = 1, maximum = 180)]
    pub max_days: Option<u16>,
    /// Hours it needs between saying yes and starting.
    #[serde(default)]
    #[validate(range(max = 168))]
    #[schema(maximum = 168)]
    pub notice_hours: Option<u16>,
    /// Security clearance.
    #[serde(default)]
    #[validate(nested)]
    pub clearance: Option<Clearance>,
    /// Whether the person may be alerted at night; the person alone says so.
    #[serde(default)]
    pub night_alerts: Option<bool>,
    /// The employer's release; the employer alone gives it.
    #[serde(default)]
    #[validate(nested)]
    pub release: Option<NewRelease>,
}

/// A line in German and, where given, English.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ShortText {
    /// German.
    #[validate(length(min = 1, max = 160))]
    #[schema(min_length = 1, max_length = 160)]
    pub de: String,
    /// English.
    #[serde(default)]
    #[validate(length(max = 160))]
    #[schema(max_length = 160)]
    pub en: String,
}

/// A text in German and, where given, English.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct LongText {
    /// German.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    pub de: String,
    /// English.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4000)]
    pub en: String,
}

impl From<ShortText> for Text {
    fn from(ShortText { de, en }: ShortText) -> Self {
        Self { de, en }
    }
}

impl From<LongText> for Text {
    fn from(LongText { de, en }: LongText) -> Self {
        Self { de, en }
    }
}

/// A skill as it is entered.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewSkill {
    /// A role, domain, procedure or product.
    #[validate(length(max = 80))]
    #[schema(max_length = 80)]
    pub id: String,
    /// 1 knows · 2 works under guidance · 3 works alone · 4 leads.
    #[validate(range(min = 1, max = 4))]
    #[schema(minimum = 1, maximum = 4)]
    pub level: u8,
    /// `self` by anybody, `employer` by the employer; others follow from certificates and deployments.
    #[serde(default)]
    pub evidence: Option<Evidence>,
}

/// The employer's release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewRelease {
    /// Standing, or asked for each deployment.
    pub form: ReleaseForm,
    /// Cap of a standing release.
    #[serde(default)]
    #[validate(range(min = 1, max = 366))]
    #[schema(minimum = 1, maximum = 366)]
    pub days_a_year: Option<u16>,
    /// Its last day, at most three years ahead; three years ahead if absent.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

fn default_radius() -> u16 {
    200
}

fn default_days() -> u16 {
    14
}

fn available_now() -> Availability {
    use super::model::AvailabilityState;
    Availability {
        state: AvailabilityState::Now,
        from: None,
        weekdays: (1..=7).collect(),
        absences: Vec::new(),
    }
}

/// An entry as its person and the managers of its employer see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExpertBody {
    /// Its id.
    pub id: ExpertId,
    /// A person or a nameless capacity.
    pub kind: EntryKind,
    /// Its public name.
    pub alias: String,
    /// The employer.
    pub organisation_id: OrganisationId,
    /// People behind it.
    pub headcount: u16,
    /// Who the person is; a capacity has none.
    pub identity: Option<Identity>,
    /// Short public description.
    pub headline: Text,
    /// Public free text.
    pub text: Text,
    /// Skills.
    pub skills: Vec<Skill>,
    /// Changes of confirmed skills that wait for the other side; it agrees by making the same change.
    pub skill_changes: Vec<SkillChange>,
    /// Certificates.
    pub certifications: Vec<Certification>,
    /// Languages.
    pub languages: Vec<LanguageSkill>,
    /// AGS of the place it is based at.
    pub base: String,
    /// How far it travels, road kilometres.
    pub radius_km: u16,
    /// Where it works.
    pub mode: WorkMode,
    /// Longest deployment in days.
    pub max_days: u16,
    /// Hours it needs between saying yes and starting.
    pub notice_hours: u16,
    /// Security clearance.
    pub clearance: Clearance,
    /// Whether it may be alerted at night.
    pub night_alerts: bool,
    /// When it can start.
    pub availability: Availability,
    /// On-call duty from now on, planned by the employer.
    pub on_call: Vec<OnCall>,
    /// The employer's release that holds now.
    pub release: Option<NewRelease>,
    /// Whether it is found, and what is missing.
    pub standing: OwnStanding,
    /// When it was entered.
    pub created_at: Instant,
    /// When it was last confirmed.
    pub confirmed_at: Option<Instant>,
}

/// Whether an entry is eligible now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnStanding {
    /// Whether it is found and matched.
    pub eligible: bool,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// How thorough the vetters' admission is that holds now.
    pub grade: Option<Grade>,
    /// Until when the vetters' admission holds.
    pub admitted_until: Option<Instant>,
    /// Until when the consent holds.
    pub consent_until: Option<Instant>,
    /// Person-days left this year under the caps of release and employer; null without a cap.
    pub days_left: Option<i64>,
    /// Until when it rests after a deployment and is not matched; null when it does not.
    pub rests_until: Option<Instant>,
}
