//! Offers as they are entered and changed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;
use validator::Validate;

use crate::experts::{LongText, ShortText};
use crate::ids::OrganisationId;
use crate::input::Patch;
use crate::offers::model::{Compute, Cost, OfferKind, OfferSkill, OfferState};

/// Where an offer can be used.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub(in crate::offers) enum ReachKind {
    /// Where it is.
    AtPlace,
    /// As far as `radius_km` says.
    Radius,
    /// Everywhere in Germany.
    Nationwide,
}

/// An offer to be entered.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub(in crate::offers) struct NewOffer {
    /// Whose it is: a member the caller manages.
    pub(in crate::offers) organisation_id: OrganisationId,
    /// `draft` or `published`.
    #[serde(default)]
    pub(in crate::offers) state: OfferState,
    /// What it is.
    pub(in crate::offers) kind: OfferKind,
    /// A line that names neither house nor place nor anybody.
    #[validate(nested)]
    pub(in crate::offers) title: ShortText,
    /// A description of the same sort.
    #[serde(default)]
    #[validate(nested)]
    pub(in crate::offers) text: LongText,
    /// People, desks and counters, or devices.
    #[serde(default)]
    #[validate(range(min = 1, max = 10_000))]
    #[schema(minimum = 1, maximum = 10_000)]
    pub(in crate::offers) quantity: Option<u32>,
    /// Of a `capacity`: how much.
    #[serde(default)]
    #[validate(nested)]
    pub(in crate::offers) capacity: Option<Compute>,
    /// Of a `procedure`: which.
    #[serde(default)]
    #[validate(length(max = 80))]
    #[schema(max_length = 80)]
    pub(in crate::offers) procedure: Option<String>,
    /// Of a `procedure`: the product it runs with.
    #[serde(default)]
    #[validate(length(max = 80))]
    #[schema(max_length = 80)]
    pub(in crate::offers) product: Option<String>,
    /// Of a `team_package`: what its people can do together.
    #[serde(default)]
    #[validate(length(max = 30), nested)]
    #[schema(max_items = 30)]
    pub(in crate::offers) skills: Vec<OfferSkill>,
    /// AGS of the Gemeinde or Kreis where it is, or from where it comes.
    #[validate(length(min = 5, max = 8))]
    #[schema(min_length = 5, max_length = 8)]
    pub(in crate::offers) place: String,
    /// Where it can be used.
    pub(in crate::offers) reach: ReachKind,
    /// How far it comes.
    #[serde(default)]
    #[validate(range(min = 25, max = 1_000))]
    #[schema(minimum = 25, maximum = 1000)]
    pub(in crate::offers) radius_km: Option<u16>,
    /// Hours until it can be used.
    #[validate(range(max = 720))]
    #[schema(maximum = 720)]
    pub(in crate::offers) lead_hours: u16,
    /// Days it can be used at most.
    #[validate(range(min = 1, max = 366))]
    #[schema(minimum = 1, maximum = 366)]
    pub(in crate::offers) max_days: u16,
    /// What it costs, roughly.
    pub(in crate::offers) cost: Cost,
    /// A word about the cost.
    #[serde(default)]
    #[validate(nested)]
    pub(in crate::offers) cost_note: Option<ShortText>,
    /// Its last day, to its end.
    pub(in crate::offers) valid_until: NaiveDate,
}

/// A JSON Merge Patch of an offer; lists and `capacity` are replaced whole.
#[derive(Clone, Debug, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub(in crate::offers) struct OfferPatch {
    /// `published` or `withdrawn`.
    #[serde(default)]
    pub(in crate::offers) state: Option<OfferState>,
    /// Another line.
    #[serde(default)]
    #[validate(nested)]
    pub(in crate::offers) title: Option<ShortText>,
    /// Another description.
    #[serde(default)]
    #[validate(nested)]
    pub(in crate::offers) text: Option<LongText>,
    /// People, desks and counters, or devices.
    #[serde(default)]
    #[schema(value_type = Option<u32>, minimum = 1, maximum = 10_000)]
    pub(in crate::offers) quantity: Patch<u32>,
    /// How much.
    #[serde(default)]
    #[schema(value_type = Option<Compute>)]
    pub(in crate::offers) capacity: Patch<Compute>,
    /// Another procedure.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 80)]
    pub(in crate::offers) procedure: Patch<String>,
    /// Another product; null for any.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 80)]
    pub(in crate::offers) product: Patch<String>,
    /// All skills.
    #[serde(default)]
    #[validate(length(min = 1, max = 30), nested)]
    #[schema(min_items = 1, max_items = 30)]
    pub(in crate::offers) skills: Option<Vec<OfferSkill>>,
    /// AGS of the Gemeinde or Kreis where it is, or from where it comes.
    #[serde(default)]
    #[validate(length(min = 5, max = 8))]
    #[schema(min_length = 5, max_length = 8)]
    pub(in crate::offers) place: Option<String>,
    /// Where it can be used; what is no `radius` has no `radius_km` any more.
    #[serde(default)]
    pub(in crate::offers) reach: Option<ReachKind>,
    /// How far it comes.
    #[serde(default)]
    #[schema(value_type = Option<u16>, minimum = 25, maximum = 1000)]
    pub(in crate::offers) radius_km: Patch<u16>,
    /// Hours until it can be used.
    #[serde(default)]
    #[validate(range(max = 720))]
    #[schema(maximum = 720)]
    pub(in crate::offers) lead_hours: Option<u16>,
    /// Days it can be used at most.
    #[serde(default)]
    #[validate(range(min = 1, max = 366))]
    #[schema(minimum = 1, maximum = 366)]
    pub(in crate::offers) max_days: Option<u16>,
    /// What it costs, roughly.
    #[serde(default)]
    pub(in crate::offers) cost: Option<Cost>,
    /// A word about the cost; null for none.
    #[serde(default)]
    #[schema(value_type = Option<ShortText>)]
    pub(in crate::offers) cost_note: Patch<ShortText>,
    /// Its last day, to its end.
    #[serde(default)]
    pub(in crate::offers) valid_until: Option<NaiveDate>,
}

impl From<NewOffer> for OfferPatch {
    /// Everything but the state, which is said apart; what an offer is stays.
    fn from(offer: NewOffer) -> Self {
        let NewOffer {
            organisation_id: _,
            state: _,
            kind: _,
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
        } = offer;
        Self {
            state: None,
            title: Some(title),
            text: Some(text),
            quantity: quantity.map_or(Patch::Clear, Patch::Set),
            capacity: capacity.map_or(Patch::Clear, Patch::Set),
            procedure: procedure.map_or(Patch::Clear, Patch::Set),
            product: product.map_or(Patch::Clear, Patch::Set),
            skills: Some(skills),
            place: Some(place),
            reach: Some(reach),
            radius_km: radius_km.map_or(Patch::Clear, Patch::Set),
            lead_hours: Some(lead_hours),
            max_days: Some(max_days),
            cost: Some(cost),
            cost_note: cost_note.map_or(Patch::Clear, Patch::Set),
            valid_until: Some(valid_until),
        }
    }
}

impl OfferPatch {
    /// What becomes of an offer.
    pub(in crate::offers) fn apply(self, offer: &mut NewOffer) {
        let Self {
            state,
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
        } = self;
        set(state, &mut offer.state);
        set(title, &mut offer.title);
        set(text, &mut offer.text);
        quantity.apply(&mut offer.quantity);
        capacity.apply(&mut offer.capacity);
        procedure.apply(&mut offer.procedure);
        product.apply(&mut offer.product);
        set(skills, &mut offer.skills);
        set(place, &mut offer.place);
        if reach.is_some_and(|reach| reach != ReachKind::Radius) {
            offer.radius_km = None;
        }
        set(reach, &mut offer.reach);
        radius_km.apply(&mut offer.radius_km);
        set(lead_hours, &mut offer.lead_hours);
        set(max_days, &mut offer.max_days);
        set(cost, &mut offer.cost);
        cost_note.apply(&mut offer.cost_note);
        set(valid_until, &mut offer.valid_until);
    }
}

fn set<T>(given: Option<T>, field: &mut T) {
    if let Some(given) = given {
        *field = given;
    }
}
