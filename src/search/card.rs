//! The masked card: what requesters and members see of an entry.

use search_index::{
    Evidence, ExpertDocument, Language, Readiness, ReadinessAt, Vocabulary, WorkMode, readiness_at,
    rounded_km, unit_vector,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Snapshot;
use super::document::land_of;
use crate::clock::Instant;
use crate::ids::ExpertId;
use crate::organisations::OrganisationKind;
use crate::reference::Region;

/// A masked entry. It has no field for a name, contact, employer's name or clearance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Id of the entry.
    pub id: ExpertId,
    /// `person` or `capacity`.
    pub kind: String,
    /// People behind a capacity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headcount: Option<u16>,
    /// Public name.
    pub alias: String,
    /// Short description in the language asked for.
    pub headline: String,
    /// What kind of body employs it, and where.
    pub employer: CardEmployer,
    /// Roles, best first.
    pub roles: Vec<String>,
    /// All skills, best first.
    pub skills: Vec<CardSkill>,
    /// Certificates.
    pub certifications: Vec<CardCertification>,
    /// Languages.
    pub languages: Vec<CardLanguage>,
    /// Land, or the group of Länder it is shown as.
    pub region: CardRegion,
    /// Distance to the place asked for, rounded up to 10 km.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<u16>,
    /// `on_site`, `remote` or `either`.
    pub mode: String,
    /// How soon it can start.
    pub availability: CardAvailability,
    /// Month of the last confirmation.
    pub confirmed_on: Option<String>,
}

/// The employer of a masked entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CardEmployer {
    /// Kind of organisation.
    pub kind: String,
    /// AGS of its Land, where at least three members sit in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub land: Option<String>,
}

/// A skill of a masked entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CardSkill {
    /// The term.
    pub id: String,
    /// 1–4.
    pub level: u8,
    /// `self`, `employer`, `certified` or `deployment`.
    pub evidence: String,
}

/// A certificate of a masked entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CardCertification {
    /// The term.
    pub id: String,
    /// Whether it counts now.
    pub valid: bool,
}

/// A language of a masked entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CardLanguage {
    /// The term.
    pub id: String,
    /// A1–C2.
    pub cefr: String,
}

/// Where a masked entry is based.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CardRegion {
    /// AGS of the Land, or the id of the group of small Länder it is shown as.
    pub land: String,
}

/// How soon a masked entry can start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CardAvailability {
    /// `now`, `24h`, `72h`, `later`, `remote_only` or `none`.
    pub state: String,
    /// The day it can start, when that is not today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<chrono::NaiveDate>,
}

/// What a card is made with.
#[derive(Clone, Copy, Debug)]
pub struct CardView<'a> {
    /// The moment the card shows.
    pub snapshot: &'a Snapshot,
    /// Names of the terms.
    pub vocabulary: &'a Vocabulary,
    /// Language of the headline.
    pub language: Language,
    /// The present.
    pub now: Instant,
}

/// The card of an entry.
pub fn card(document: &ExpertDocument, view: CardView<'_>, distance_km: Option<u16>) -> Card {
    let CardView {
        snapshot,
        vocabulary,
        language,
        now,
    } = view;
    let mut skills: Vec<_> = document.skills.iter().collect();
    skills.sort_by_key(|skill| (std::cmp::Reverse((skill.level, skill.evidence)), skill.term));
    let is_role = |skill: &&&search_index::Skill| {
        vocabulary.term(skill.term).axis == search_index::Axis::Role
    };
    let id_of = |term| vocabulary.term(term).id.clone();
    Card {
        id: ExpertId(document.id),
        kind: wire(&document.kind),
        headcount: (document.kind == search_index::EntryKind::Capacity)
            .then_some(document.headcount),
        alias: document.alias.clone(),
        headline: in_language(&document.headline, language).to_owned(),
        employer: employer(snapshot, &document.employer_kind, document.employer_land),
        roles: skills
            .iter()
            .filter(is_role)
            .map(|skill| id_of(skill.term))
            .collect(),
        skills: skills
            .iter()
            .map(|skill| CardSkill {
                id: id_of(skill.term),
                level: skill.level,
                evidence: evidence(skill.evidence),
            })
            .collect(),
        certifications: document
            .certifications
            .iter()
            .map(|held| CardCertification {
                id: id_of(held.term),
                valid: held
                    .valid_until
                    .is_none_or(|until| until > now.as_seconds()),
            })
            .collect(),
        languages: document
            .languages
            .iter()
            .map(|spoken| CardLanguage {
                id: id_of(spoken.term),
                cefr: wire(&spoken.cefr),
            })
            .collect(),
        region: region(snapshot, document.base.land),
        distance_km,
        mode: mode(document.mode),
        availability: availability(readiness_at(&document.availability, now.as_seconds()), now),
        confirmed_on: document.standing.confirmed_at.map(month),
    }
}

/// Of an employer what everybody sees: its kind, and its Land where that tells nobody which one it is.
fn employer(snapshot: &Snapshot, kind: &str, land: u8) -> CardEmployer {
    CardEmployer {
        kind: kind.to_owned(),
        land: snapshot
            .employer_land(land)
            .map(|land| land.ags_digits().to_owned()),
    }
}

fn region(snapshot: &Snapshot, land: u8) -> CardRegion {
    CardRegion {
        land: snapshot
            .shown(land)
            .map_or_else(String::new, |shown| shown.id().to_owned()),
    }
}

/// An organisation of this kind that sits at this place, as a card shows its employer.
pub fn masked_employer(snapshot: &Snapshot, kind: OrganisationKind, place: &str) -> CardEmployer {
    employer(snapshot, kind.into(), land_of(place).unwrap_or_default())
}

/// A place as a card shows where an entry is based.
pub fn masked_region(snapshot: &Snapshot, place: &str) -> CardRegion {
    region(snapshot, land_of(place).unwrap_or_default())
}

/// How far apart two places are, as a card says it.
pub fn masked_distance(one: &Region, other: &Region) -> u16 {
    rounded_km(
        unit_vector(one.lat, one.lon),
        unit_vector(other.lat, other.lon),
    )
}

/// The English text where there is one and it is asked for, else the German one.
pub(super) fn in_language(text: &search_index::Localised, language: Language) -> &str {
    match language {
        Language::English if !text.en.is_empty() => &text.en,
        Language::German | Language::English => &text.de,
    }
}

fn availability(readiness: ReadinessAt, now: Instant) -> CardAvailability {
    let from = readiness
        .from
        .map(|from| Instant::from_micros(from.saturating_mul(1_000_000)).date());
    CardAvailability {
        state: state(readiness.state),
        from: from.filter(|day| *day > now.date()),
    }
}

pub(super) fn state(state: Readiness) -> String {
    wire(&state)
}

pub(super) fn mode(mode: WorkMode) -> String {
    wire(&mode)
}

fn evidence(evidence: Evidence) -> String {
    wire(&evidence)
}

fn month(confirmed_at: i64) -> String {
    Instant::from_micros(confirmed_at.saturating_mul(1_000_000))
        .date()
        .format("%Y-%m")
        .to_string()
}

/// The wire name of an enum of the index.
fn wire<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
