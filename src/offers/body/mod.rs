//! Offers as JSON.

mod amounts;
mod enter;
mod query;
mod shown;

pub(super) use amounts::Amounts;
pub(super) use enter::{NewOffer, OfferPatch, ReachKind};
pub(super) use query::{OfferQuery, OfferScope};
pub(super) use shown::{Mask, MaskedOffer, OfferBody, OfferView};
