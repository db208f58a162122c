//! JSON of requests for offers.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::model::{CostTerms, OfferRequest, OfferRequestState, Period, Wanted};
use super::service::{Answer, Borrowed, Contact, Decision, NewOfferRequest, Side};
use super::store::Words;
use crate::clock::Instant;
use crate::ids::{IncidentId, OfferId, OfferRequestId, OrganisationId};
use crate::incidents::requests::district;
use crate::offers::OfferKind;
use crate::reference::{Reference, Text};

/// What a town asks for.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewOfferRequestBody {
    /// Which offer.
    pub offer_id: OfferId,
    /// How much; all that is left if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: Option<u32>,
    /// From when; as soon as it can be if absent.
    #[serde(default)]
    pub from: Option<Instant>,
    /// For how many days; seven if absent, or as many as the offer allows.
    #[serde(default)]
    #[validate(range(min = 1, max = 1_000))]
    #[schema(minimum = 1, maximum = 1_000)]
    pub days: Option<u16>,
    /// What the house should know, without who asks: it learns that once it has said yes.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub message: String,
}

/// What a house says.
#[derive(Clone, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewOfferAnswer {
    /// Yes or no: to the request, or to more days.
    pub decision: Decision,
    /// How much it gives; what is asked if absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: Option<u32>,
    /// Why not, or a word besides; nobody asks for one.
    #[serde(default)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub reason: Option<String>,
    /// What it will cost, by its estimate.
    #[serde(default)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub estimate: Option<String>,
}

/// More days of what was promised.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MoreDays {
    /// How many.
    #[validate(range(min = 1, max = 1_000))]
    #[schema(minimum = 1, maximum = 1_000)]
    pub days: u16,
}

/// A request for an offer, as one of its sides sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferRequestBody {
    /// Its id.
    pub id: OfferRequestId,
    /// What is asked for.
    pub offer_id: OfferId,
    /// What kind it is.
    pub kind: OfferKind,
    /// The line of the offer.
    pub title: Text,
    /// Where it stands.
    pub state: OfferRequestState,
    /// The incident; null for the house before it promised, since it names the town.
    pub incident_id: Option<IncidentId>,
    /// Who is helped; null likewise.
    pub requester_id: Option<OrganisationId>,
    /// Whose the offer is; null for the town before it is promised.
    pub provider_id: Option<OrganisationId>,
    /// The Kreis where it is needed, or the Land where that would name the town.
    pub district: Option<String>,
    /// What happened, by its id; null for a house that did not promise while the police investigates.
    pub symptom: Option<String>,
    /// It is a drill.
    pub is_drill: bool,
    /// How much is asked, and from the promise on promised.
    pub quantity: u32,
    /// Its start.
    pub from: Instant,
    /// Its end.
    pub until: Instant,
    /// Days the town wants besides, while the house is asked for them.
    pub more_days: Option<u16>,
    /// When it was asked.
    pub made_at: Instant,
    /// Until when the house must answer; null while it is asked nothing.
    pub due_at: Option<Instant>,
    /// When it was promised or refused.
    pub answered_at: Option<Instant>,
    /// When it began.
    pub started_at: Option<Instant>,
    /// When it ended.
    pub ended_at: Option<Instant>,
    /// What the town said.
    pub message: Option<String>,
    /// Why the house said no, or a word besides.
    pub reason: Option<String>,
    /// On which terms it is paid.
    pub cost_terms: CostTerms,
    /// What the offer says about the cost.
    pub cost_note: Option<Text>,
    /// What it will cost, by the estimate of the house.
    pub estimate: Option<String>,
}

/// Whom to phone on the other side.
#[derive(Clone, Serialize, ToSchema)]
pub struct OfferContactBody {
    /// The house, or whoever asked for help.
    pub name: String,
    /// E.164.
    pub phone: Option<String>,
    /// Where mail arrives.
    pub email: Option<String>,
}

impl fmt::Debug for OfferContactBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OfferContactBody")
    }
}

impl From<NewOfferRequestBody> for NewOfferRequest {
    fn from(body: NewOfferRequestBody) -> Self {
        let NewOfferRequestBody {
            offer_id,
            quantity,
            from,
            days,
            message,
        } = body;
        Self {
            offer: offer_id,
            wanted: Wanted {
                quantity,
                from,
                days,
            },
            message,
        }
    }
}

impl From<NewOfferAnswer> for Answer {
    fn from(body: NewOfferAnswer) -> Self {
        let NewOfferAnswer {
            decision,
            quantity,
            reason,
            estimate,
        } = body;
        Self {
            decision,
            quantity,
            words: Words::new(reason, estimate),
        }
    }
}

impl OfferRequestBody {
    /// A request as one of its sides sees it now.
    pub(super) fn new((reference, now): (&Reference, Instant), seen: Borrowed) -> Self {
        let tells = seen.tells_what_happened(now);
        let Borrowed {
            request,
            side,
            offer,
            incident,
            house,
            town,
            message,
            words,
            cost,
        } = seen;
        let is_waiting = request.is_waiting();
        let OfferRequest {
            id,
            offer: offer_id,
            incident: incident_id,
            provider: _,
            requester: _,
            state,
            quantity,
            period: Period { from, until },
            more_days,
            made_at,
            made_by: _,
            due_at,
            answered,
            started,
            ended,
            version: _,
        } = request;
        let names_town = side == Side::Town || town.is_some();
        let note = offer.content.cost_note;
        Self {
            id,
            offer_id,
            kind: offer.content.what.kind(),
            title: offer.content.title,
            state,
            incident_id: names_town.then_some(incident_id),
            requester_id: town.map(|town| town.id),
            provider_id: house.map(|house| house.id),
            district: district(reference, incident.place.as_deref()),
            symptom: tells.then_some(incident.symptom),
            is_drill: incident.is_drill,
            quantity,
            from,
            until,
            more_days,
            made_at,
            due_at: is_waiting.then_some(due_at),
            answered_at: answered.map(|(at, _)| at),
            started_at: started.map(|(at, _)| at),
            ended_at: ended.map(|(at, _)| at),
            message,
            reason: words.reason,
            cost_terms: cost,
            cost_note: (!note.de.is_empty()).then_some(note),
            estimate: words.estimate,
        }
    }
}

impl From<Contact> for OfferContactBody {
    fn from(contact: Contact) -> Self {
        let Contact { name, phone, email } = contact;
        Self { name, phone, email }
    }
}
