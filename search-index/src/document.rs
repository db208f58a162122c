//! What one entry of the register looks like to the index.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::TermOrd;

/// Seconds since the Unix epoch, UTC.
pub type Instant = i64;

/// A masked entry: everything search and matching may know of an expert, and nothing else.
///
/// Name, contact data and the employer's name have no field here, so neither the index files nor
/// anything made from them can contain them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExpertDocument {
    /// Id of the entry.
    pub id: Uuid,
    /// Public name, for example `K-7Q3F2`.
    pub alias: String,
    /// A person or a nameless team capacity.
    pub kind: EntryKind,
    /// People behind the entry: 1 for a person.
    pub headcount: u16,
    /// Employer: scopes and conflicts of interest only, never shown to requesters.
    pub organisation: Uuid,
    /// Wire name of the employer's kind, for example `it_provider`.
    pub employer_kind: String,
    /// Number of the employer's Land, 1–16.
    pub employer_land: u8,
    /// Short public description.
    pub headline: Localised,
    /// Public free text.
    pub text: Localised,
    /// Roles, domains, procedures and products with level and evidence, each term once.
    pub skills: Vec<Skill>,
    /// Certificates, valid or expired.
    pub certifications: Vec<Certification>,
    /// Languages with their level.
    pub languages: Vec<LanguageSkill>,
    /// Security clearance: 0 none, 1–3 for Ü1–Ü3. A hard rule of a need; never shown to requesters.
    pub clearance: u8,
    /// End of the clearance.
    pub clearance_until: Option<Instant>,
    /// Where the entry is based.
    pub base: Place,
    /// How far the entry travels, in road kilometres.
    pub radius_km: u16,
    /// On site, remote or either.
    pub mode: WorkMode,
    /// Longest deployment in days.
    pub max_days: u16,
    /// Hours it needs between saying yes and starting.
    #[serde(default)]
    pub notice_hours: u16,
    /// When the entry can start and when it is busy.
    pub availability: Availability,
    /// Dated facts from which eligibility is derived, never stored.
    pub standing: Standing,
    /// Organisations this entry must not be matched with: blocks of either side and declared conflicts.
    pub blocks: Vec<Uuid>,
    /// Value of the response factor in basis points: 10,000 unless the employer agreed to response history.
    pub response: u16,
}

/// What an entry stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// One person.
    Person,
    /// Skills of a member without names; its duty desk answers.
    Capacity,
}

/// A text in German and, where given, English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Localised {
    /// German.
    pub de: String,
    /// English; empty when not given.
    pub en: String,
}

/// A term of the vocabulary with level and evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// Role, domain, procedure or product.
    pub term: TermOrd,
    /// 1 knows · 2 works under guidance · 3 works alone · 4 leads.
    pub level: u8,
    /// How the level is known.
    pub evidence: Evidence,
}

/// How a skill is known, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Declared by the person.
    #[serde(rename = "self")]
    SelfDeclared,
    /// Confirmed by the employer.
    Employer,
    /// Certified.
    Certified,
    /// Proven in a deployment.
    Deployment,
}

/// A certificate; one past its date stays visible and stops counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certification {
    /// Term of the certification axis.
    pub term: TermOrd,
    /// First instant at which it no longer counts; `None` never expires.
    pub valid_until: Option<Instant>,
}

/// A language with its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageSkill {
    /// Term of the language axis.
    pub term: TermOrd,
    /// Level of the Common European Framework of Reference.
    pub cefr: Cefr,
}

/// Levels of the Common European Framework of Reference, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the framework names them")]
pub enum Cefr {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
}

/// A place of the reference data.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Number of the Land, 1–16: the first two digits of the AGS.
    pub land: u8,
    /// The Kreis: the first five digits of the AGS as a number.
    pub kreis: u32,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// Where an entry works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkMode {
    /// At the place only.
    OnSite,
    /// From afar only.
    Remote,
    /// Both.
    Either,
}

/// When an entry can start and when it is busy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    /// How soon it can start.
    pub readiness: Readiness,
    /// Start of availability when `readiness` is [`Readiness::Later`].
    pub from: Option<Instant>,
    /// Weekdays on which it works, Monday in bit 0: `0b0111_1111` is every day.
    pub weekdays: u8,
    /// Absences as half-open periods, sorted by start; reasons are never known here.
    pub absences: Vec<(Instant, Instant)>,
    /// Deployments agreed, running or over, as half-open periods sorted by start; the last 90 days and everything ahead.
    pub commitments: Vec<(Instant, Instant)>,
    /// On-call duty planned by the employer, as half-open periods sorted by start: then it can start at once.
    pub on_call: Vec<(Instant, Instant)>,
}

/// How soon an entry can start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Readiness {
    /// At once.
    #[serde(rename = "now")]
    Now,
    /// Within a day.
    #[serde(rename = "24h")]
    Within24Hours,
    /// Within three days.
    #[serde(rename = "72h")]
    Within72Hours,
    /// From a named date.
    #[serde(rename = "later")]
    Later,
    /// At once, but only from afar.
    #[serde(rename = "remote_only")]
    RemoteOnly,
    /// Not at all.
    #[serde(rename = "none")]
    Unavailable,
}

/// Dated facts about an entry; whether it is eligible is computed from them for each query.
///
/// Every period is half-open: a fact holds from its `from` (inclusive) to its `until` (exclusive).
/// `None` means that the fact was never established.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Admission by the vetters.
    pub admitted: Option<(Instant, Instant)>,
    /// The person's consent to be shown in search and matching.
    pub consent: Option<(Instant, Instant)>,
    /// When the profile was last confirmed; hidden 365 days later.
    pub confirmed_at: Option<Instant>,
    /// From when staff-council participation of the employer is settled ("agreed" or "not needed").
    pub participation_from: Option<Instant>,
    /// The employer's release, standing or for each deployment.
    pub released: Option<(Instant, Instant)>,
    /// Person-days left this year under the employer's and the release's caps; `None` without a cap.
    pub days_left: Option<u16>,
    /// The turn of the year, and what is left from then on.
    pub days_left_then: Option<(Instant, u16)>,
    /// Since when the employer is struck itself.
    pub struck_since: Option<Instant>,
}

impl Standing {
    /// Person-days left at an instant: the turn of the year brings new ones.
    pub fn days_left_at(&self, now: Instant) -> Option<u16> {
        match self.days_left_then {
            Some((turn, days)) if turn <= now => Some(days),
            Some(_) | None => self.days_left,
        }
    }
}

impl Standing {
    /// The period in which every fact holds, half-open; `None` when there is none.
    ///
    /// A confirmation holds for 365 days (mechanics, "Time and periods"). A struck employer ends it.
    pub fn eligible(&self) -> Option<(Instant, Instant)> {
        const CONFIRMATION_HOLDS: Instant = 365 * 86_400;
        let confirmed_at = self.confirmed_at?;
        let periods = [
            self.admitted?,
            self.consent?,
            (confirmed_at, confirmed_at + CONFIRMATION_HOLDS),
            (self.participation_from?, Instant::MAX),
            self.released?,
            (Instant::MIN, self.struck_since.unwrap_or(Instant::MAX)),
        ];
        let from = periods.iter().map(|period| period.0).max()?;
        let until = periods.iter().map(|period| period.1).min()?;

        (from < until).then_some((from, until))
    }
}
