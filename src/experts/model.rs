//! What an entry is.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;
use validator::Validate;

use super::consent::ConsentPurpose;
use super::duty::{Commitment, OnCall};
use super::lock::SkillChange;
use crate::clock::Instant;
use crate::ids::{AccountId, ExpertId, OrganisationId};
use crate::reference::Text;

/// A masked entry with everything that is known of it except who it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: ExpertId,
    /// A person or a capacity.
    pub kind: EntryKind,
    /// Its public name.
    pub alias: String,
    /// The employer.
    pub organisation: OrganisationId,
    /// The person's account, if there is one.
    pub account: Option<AccountId>,
    /// People behind it.
    pub headcount: u16,
    /// When it was entered.
    pub created_at: Instant,
    /// When it was last confirmed.
    pub confirmed_at: Option<Instant>,
    /// Since when it is withdrawn or closed.
    pub hidden_since: Option<Instant>,
    /// Counts its changes from 1.
    pub version: i32,
    /// What it shows.
    pub profile: Profile,
    /// When it can start.
    pub availability: Availability,
    /// Consents, also past ones.
    pub consents: Vec<Consent>,
    /// Admissions, also past ones.
    pub admissions: Vec<Admission>,
    /// Releases, also past ones.
    pub releases: Vec<Release>,
    /// Deployments, also past ones.
    pub commitments: Vec<Commitment>,
    /// On-call duty planned by the employer, also past ones.
    pub on_call: Vec<OnCall>,
    /// Organisations it must not be matched with.
    pub exclusions: Vec<OrganisationId>,
    /// Changes of confirmed skills that wait for the other side.
    pub skill_changes: Vec<SkillChange>,
}

/// A person or a nameless capacity.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum EntryKind {
    /// One person.
    Person,
    /// Skills of a member without names.
    Capacity,
}

/// What an entry shows when masked.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Short description.
    pub headline: Text,
    /// Free text.
    pub text: Text,
    /// Skills, each term once.
    pub skills: Vec<Skill>,
    /// Certificates, valid or expired.
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
}

/// A role, domain, procedure or product with level and evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// The term.
    pub id: String,
    /// 1 knows · 2 works under guidance · 3 works alone · 4 leads.
    pub level: u8,
    /// How the level is known.
    pub evidence: Evidence,
}

/// How a skill is known, weakest first.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Evidence {
    /// Declared by the person.
    #[serde(rename = "self")]
    #[strum(serialize = "self")]
    SelfDeclared,
    /// Confirmed by the employer.
    Employer,
    /// Certified.
    Certified,
    /// Proven in a deployment.
    Deployment,
}

/// A certificate with its dates; valid to the end of its last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Certification {
    /// The term.
    #[validate(length(max = 80))]
    #[schema(max_length = 80)]
    pub id: String,
    /// When it was issued.
    #[serde(default)]
    pub issued_on: Option<NaiveDate>,
    /// Last day; absent when it does not expire.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
}

/// A language with its level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct LanguageSkill {
    /// The term, for example `de`.
    #[validate(length(max = 80))]
    #[schema(max_length = 80)]
    pub id: String,
    /// The level.
    pub cefr: Cefr,
}

/// Levels of the Common European Framework of Reference.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
)]
#[expect(missing_docs, reason = "the framework names them")]
pub enum Cefr {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
}

/// Where an entry works.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum WorkMode {
    /// At the place only.
    OnSite,
    /// From afar only.
    Remote,
    /// Both.
    Either,
}

/// Security clearance under the SÜG: never a document, only that it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Clearance {
    /// 0 none, 1–3 for Ü1–Ü3.
    #[validate(range(max = 3))]
    #[schema(maximum = 3)]
    pub level: u8,
    /// Last day.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
    /// The office that attests it.
    #[serde(default)]
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120)]
    pub office: Option<String>,
}

/// When an entry can start and when it is away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Availability {
    /// How soon it can start.
    pub state: AvailabilityState,
    /// First day, with the state `later`.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Weekdays it works on, Monday 1 to Sunday 7; all if absent.
    #[serde(default = "every_day")]
    #[validate(length(min = 1, max = 7))]
    #[schema(min_items = 1, max_items = 7)]
    pub weekdays: Vec<u8>,
    /// Days away.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub absences: Vec<Absence>,
}

fn every_day() -> Vec<u8> {
    (1..=7).collect()
}

/// How soon an entry can start.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
pub enum AvailabilityState {
    /// At once.
    #[serde(rename = "now")]
    #[strum(serialize = "now")]
    Now,
    /// Within a day.
    #[serde(rename = "24h")]
    #[strum(serialize = "24h")]
    Within24Hours,
    /// Within three days.
    #[serde(rename = "72h")]
    #[strum(serialize = "72h")]
    Within72Hours,
    /// From a named day.
    #[serde(rename = "later")]
    #[strum(serialize = "later")]
    Later,
    /// At once, but only from afar.
    #[serde(rename = "remote_only")]
    #[strum(serialize = "remote_only")]
    RemoteOnly,
    /// Not at all.
    #[serde(rename = "none")]
    #[strum(serialize = "none")]
    Unavailable,
}

/// Days away, both included; why is not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// First day.
    pub first_day: NaiveDate,
    /// Last day.
    pub last_day: NaiveDate,
}

impl Availability {
    /// Drops absences that ended: they count no longer and are nobody's business any more.
    pub fn forget_ended(&mut self, today: NaiveDate) {
        self.absences.retain(|absence| absence.last_day >= today);
    }
}

/// A person's consent to one purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// What it is for.
    pub purpose: ConsentPurpose,
    /// When it was given.
    pub given_at: Instant,
    /// When it must be renewed.
    pub valid_until: Instant,
    /// When it was taken back.
    pub withdrawn_at: Option<Instant>,
    /// Version of the text agreed to.
    pub text_version: String,
}

/// Admission by the vetters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admission {
    /// How thorough it was.
    pub grade: Grade,
    /// From when it holds.
    pub from: Instant,
    /// Until when it holds.
    pub until: Instant,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
}

/// How thorough an admission is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Grade {
    /// Grundaufnahme: one assessor.
    Basic,
    /// Erweiterte Aufnahme: two assessors.
    Extended,
}

/// The employer's consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// Standing, or asked for each deployment.
    pub form: ReleaseForm,
    /// Cap of a standing release.
    pub days_a_year: Option<u16>,
    /// From when it holds.
    pub from: Instant,
    /// Until when it holds.
    pub until: Instant,
    /// When it was taken back.
    pub withdrawn_at: Option<Instant>,
}

impl Release {
    /// Days it holds at most.
    pub const DAYS: i64 = 3 * 365;

    /// Whether it holds at an instant.
    pub fn holds(&self, now: Instant) -> bool {
        self.withdrawn_at.is_none_or(|at| at > now) && self.from <= now && now < self.until
    }

    /// Its last day.
    pub fn last_day(&self) -> NaiveDate {
        self.until.plus_seconds(-1).date()
    }
}

/// How an employer releases.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ReleaseForm {
    /// Once, up to so many days a year.
    Standing,
    /// Asked for each deployment.
    EachTime,
}
