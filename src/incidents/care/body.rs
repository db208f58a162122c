//! The situation report as the API shows it.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::GuideLine;
use super::service::{NeedStand, SituationReport};
use crate::clock::Instant;
use crate::incidents::body::{IncidentBody, IncidentDetailsBody, IncidentNoteBody};
use crate::incidents::borrowing::OfferStep;
use crate::incidents::model::Side;
use crate::incidents::requests::HelpStep;
use crate::incidents::service::Happened;
use crate::reference::{ContactKind, LandContact};

/// What is known of an incident at a moment.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SituationReportBody {
    /// How people name the incident.
    pub number: String,
    /// Of which moment it tells.
    pub as_of: Instant,
    /// As what you read it.
    pub read_as: Side,
    /// What is known, with the reports the law asks for.
    pub incident: IncidentBody,
    /// What was done so far; null while an investigation holds it back.
    pub details: Option<IncidentDetailsBody>,
    /// Who is needed and who helps; null for those who only read along.
    pub help: Option<Vec<NeedStandBody>>,
    /// What happened besides, oldest first.
    pub timeline: Vec<HappenedBody>,
    /// The last notes, newest first.
    pub notes: Vec<IncidentNoteBody>,
    /// Whom to call in the Land.
    pub contacts: Vec<SituationContactBody>,
    /// Lines of the guide of its phase that are open.
    pub next_steps: Vec<NextStepBody>,
}

/// A need, and who meets it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedStandBody {
    /// What it is called.
    pub label: String,
    /// The same in English.
    pub label_en: Option<String>,
    /// How many people it asks for.
    pub places: u16,
    /// How many places are taken.
    pub committed: u16,
    /// How many are open.
    pub open: u16,
    /// Public names of those who help.
    pub people: Vec<String>,
}

/// Something that happened.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HappenedBody {
    /// When.
    pub at: Instant,
    /// What, in a word.
    pub event: String,
}

/// A body of the Land.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SituationContactBody {
    /// What kind of body it is.
    #[schema(value_type = String)]
    pub kind: ContactKind,
    /// Its name.
    pub name: String,
    /// As dialled within Germany.
    pub phone: Option<String>,
    /// Its mail address.
    pub email: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// When somebody answers, in German.
    pub hours: Option<String>,
}

/// Something to be done.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NextStepBody {
    /// In German.
    pub text: String,
    /// In English.
    pub text_en: String,
}

/// Without what is sealed of it.
impl fmt::Debug for SituationReportBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SituationReportBody")
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}

impl SituationReportBody {
    /// What is shown of a report.
    pub(super) fn new(report: SituationReport, contacts: &[&LandContact]) -> Self {
        let number = report.number();
        let next_steps = report.next_steps().map(NextStepBody::from).collect();
        let SituationReport {
            seen,
            as_of,
            details,
            happened,
            notes,
            help,
            guide: _,
        } = report;
        Self {
            number,
            as_of,
            read_as: seen.side,
            incident: seen.into(),
            details: details.map(Into::into),
            help: help.map(|help| help.into_iter().map(Into::into).collect()),
            timeline: timeline(&happened),
            notes: notes.into_iter().map(Into::into).collect(),
            contacts: contacts.iter().map(|contact| shown(contact)).collect(),
            next_steps,
        }
    }
}

fn timeline(happened: &Happened) -> Vec<HappenedBody> {
    let Happened {
        events,
        notes,
        help,
        offers,
        providers: _,
    } = happened;
    let events = events
        .iter()
        .map(|event| (event.at, <&'static str>::from(event.kind)));
    let notes = notes.iter().map(|at| (*at, "note_added"));
    let help = help.iter().map(|(at, step)| (*at, word(*step)));
    let offers = offers.iter().map(|(at, step)| (*at, offered(*step)));
    let all = events.chain(notes).chain(help).chain(offers);
    let mut all: Vec<(Instant, &'static str)> = all.collect();
    all.sort_by_key(|(at, _)| *at);
    let body = |(at, event): (Instant, &'static str)| HappenedBody {
        at,
        event: event.to_owned(),
    };
    all.into_iter().map(body).collect()
}

const fn offered(step: OfferStep) -> &'static str {
    match step {
        OfferStep::Agreed => "offer_agreed",
        OfferStep::Ended => "offer_ended",
    }
}

fn word(step: HelpStep) -> &'static str {
    match step {
        HelpStep::Begun => "help_begun",
        HelpStep::Wave { .. } => "wave_sent",
        HelpStep::Released => "expert_released",
        HelpStep::Committed => "expert_committed",
        HelpStep::Ended => "deployment_ended",
        HelpStep::Filled => "help_filled",
        HelpStep::StoodDown => "help_stood_down",
    }
}

fn shown(contact: &LandContact) -> SituationContactBody {
    SituationContactBody {
        kind: contact.kind,
        name: contact.name.clone(),
        phone: contact.phone.clone(),
        email: contact.email.clone(),
        url: contact.url.clone(),
        hours: contact.hours.clone(),
    }
}

impl From<NeedStand> for NeedStandBody {
    fn from(stand: NeedStand) -> Self {
        let open = stand.open();
        let NeedStand {
            need,
            places,
            committed,
            people,
        } = stand;
        Self {
            label: need.label,
            label_en: need.label_en,
            places,
            committed,
            open,
            people,
        }
    }
}

impl From<&GuideLine> for NextStepBody {
    fn from(line: &GuideLine) -> Self {
        Self {
            text: line.german.clone(),
            text_en: line.english.clone(),
        }
    }
}
