//! Offers as they are shown.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::amounts::Amounts;
use super::enter::{NewOffer, ReachKind};
use crate::clock::Instant;
use crate::experts::{LongText, ShortText};
use crate::ids::{OfferId, OrganisationId};
use crate::offers::model::{
    Compute, Content, Cost, Offer, OfferKind, OfferSkill, OfferState, Reach,
};
use crate::reference::Text;
use crate::search::{CardEmployer, CardRegion};

/// An offer as its house sees it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::offers) struct OfferBody {
    pub(in crate::offers) id: OfferId,
    pub(in crate::offers) organisation_id: OrganisationId,
    /// Where it stands.
    pub(in crate::offers) state: OfferState,
    /// Whether others see it now: published, not over, of a member that is not struck.
    pub(in crate::offers) found: bool,
    pub(in crate::offers) kind: OfferKind,
    pub(in crate::offers) title: Text,
    pub(in crate::offers) text: Text,
    pub(in crate::offers) quantity: Option<u32>,
    pub(in crate::offers) capacity: Option<Compute>,
    pub(in crate::offers) procedure: Option<String>,
    pub(in crate::offers) product: Option<String>,
    pub(in crate::offers) skills: Vec<OfferSkill>,
    /// AGS of the Gemeinde or Kreis where it is, or from where it comes.
    pub(in crate::offers) place: String,
    pub(in crate::offers) reach: ReachKind,
    pub(in crate::offers) radius_km: Option<u16>,
    pub(in crate::offers) lead_hours: u16,
    pub(in crate::offers) max_days: u16,
    pub(in crate::offers) cost: Cost,
    pub(in crate::offers) cost_note: Option<Text>,
    /// Its last day, to its end.
    pub(in crate::offers) valid_until: NaiveDate,
    pub(in crate::offers) created_at: Instant,
}

/// An offer as others see it. It has no field for its place.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::offers) struct MaskedOffer {
    pub(in crate::offers) id: OfferId,
    pub(in crate::offers) kind: OfferKind,
    pub(in crate::offers) title: Text,
    pub(in crate::offers) text: Text,
    /// Whose it is, for those who may read every organisation: whoever arranges it must ask the house.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::offers) organisation_id: Option<OrganisationId>,
    /// What kind of body offers it, and where.
    pub(in crate::offers) employer: CardEmployer,
    /// Land, or the group of Länder it is shown as.
    pub(in crate::offers) region: CardRegion,
    /// Distance to the place asked for, rounded up to 10 km.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::offers) distance_km: Option<u16>,
    pub(in crate::offers) quantity: Option<u32>,
    pub(in crate::offers) capacity: Option<Compute>,
    pub(in crate::offers) procedure: Option<String>,
    pub(in crate::offers) product: Option<String>,
    pub(in crate::offers) skills: Vec<OfferSkill>,
    pub(in crate::offers) reach: ReachKind,
    pub(in crate::offers) radius_km: Option<u16>,
    pub(in crate::offers) lead_hours: u16,
    pub(in crate::offers) max_days: u16,
    pub(in crate::offers) cost: Cost,
    pub(in crate::offers) cost_note: Option<Text>,
    /// Its last day, to its end.
    pub(in crate::offers) valid_until: NaiveDate,
}

/// An offer: whole for its house, masked for all others.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(in crate::offers) enum OfferView {
    Own(Box<OfferBody>),
    Masked(Box<MaskedOffer>),
}

impl Reach {
    /// As JSON says it.
    pub(in crate::offers) fn parts(self) -> (ReachKind, Option<u16>) {
        match self {
            Self::AtPlace => (ReachKind::AtPlace, None),
            Self::Within(km) => (ReachKind::Radius, Some(km)),
            Self::Nationwide => (ReachKind::Nationwide, None),
        }
    }
}

impl From<Offer> for NewOffer {
    /// An offer as it would be entered today.
    fn from(offer: Offer) -> Self {
        let valid_until = offer.last_day();
        let Offer {
            id: _,
            organisation,
            state,
            content,
            created_at: _,
            version: _,
        } = offer;
        let Content {
            title,
            text,
            what,
            place,
            reach,
            lead_hours,
            max_days,
            cost,
            cost_note,
            expires_at: _,
        } = content;
        let kind = what.kind();
        let amounts = Amounts::from(what);
        let (reach, radius_km) = reach.parts();
        Self {
            organisation_id: organisation,
            state,
            kind,
            title: ShortText {
                de: title.de,
                en: title.en,
            },
            text: LongText {
                de: text.de,
                en: text.en,
            },
            quantity: amounts.quantity,
            capacity: amounts.capacity,
            procedure: amounts.procedure,
            product: amounts.product,
            skills: amounts.skills,
            place: place.to_string(),
            reach,
            radius_km,
            lead_hours,
            max_days,
            cost,
            cost_note: noted(cost_note).map(|Text { de, en }| ShortText { de, en }),
            valid_until,
        }
    }
}

/// A note, unless it is empty.
fn noted(note: Text) -> Option<Text> {
    (!note.de.is_empty()).then_some(note)
}

impl OfferBody {
    /// Of the house's own offer.
    pub(in crate::offers) fn of(offer: Offer, found: bool) -> Self {
        let (id, created_at) = (offer.id, offer.created_at);
        let NewOffer {
            organisation_id,
            state,
            kind,
            title,
            text,
            quantity,
            capacity,
            procedure,
            product,
            skills,
            place,
            reach,
            radius_km,
            lead_hours,
            max_days,
            cost,
            cost_note,
            valid_until,
        } = offer.into();
        Self {
            id,
            organisation_id,
            state,
            found,
            kind,
            title: title.into(),
            text: text.into(),
            quantity,
            capacity,
            procedure,
            product,
            skills,
            place,
            reach,
            radius_km,
            lead_hours,
            max_days,
            cost,
            cost_note: cost_note.map(Text::from),
            valid_until,
            created_at,
        }
    }
}

impl MaskedOffer {
    /// Of an offer whose house is masked.
    pub(in crate::offers) fn of(offer: Offer, mask: Mask) -> Self {
        let Mask {
            house,
            employer,
            region,
            distance_km,
        } = mask;
        let OfferBody {
            id,
            organisation_id,
            state: _,
            found: _,
            kind,
            title,
            text,
            quantity,
            capacity,
            procedure,
            product,
            skills,
            place: _,
            reach,
            radius_km,
            lead_hours,
            max_days,
            cost,
            cost_note,
            valid_until,
            created_at: _,
        } = OfferBody::of(offer, true);
        Self {
            id,
            kind,
            title,
            text,
            organisation_id: house.map(|_| organisation_id),
            employer,
            region,
            distance_km,
            quantity,
            capacity,
            procedure,
            product,
            skills,
            reach,
            radius_km,
            lead_hours,
            max_days,
            cost,
            cost_note,
            valid_until,
        }
    }
}

/// What is shown instead of a house.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::offers) struct Mask {
    /// Its name, for those who may read every organisation.
    pub(in crate::offers) house: Option<String>,
    pub(in crate::offers) employer: CardEmployer,
    pub(in crate::offers) region: CardRegion,
    pub(in crate::offers) distance_km: Option<u16>,
}
