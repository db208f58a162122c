//! Offers: help that is not a person. Team packages, workplaces, devices, capacity, a procedure run on behalf.
//!
//! A federation has hundreds of them, so all that stand open are loaded and filtered in memory; there is no index.
//! Whoever is not of the house sees them as a card shows an entry: no name, no place finer than the Land.

mod api;
mod body;
mod check;
mod model;
mod pages;
mod service;
mod store;

pub use api::routes;
pub use model::{
    Compute, Content, Cost, LONGEST_DAYS, Offer, OfferKind, OfferSkill, OfferState, Reach, What,
};
pub use pages::{kind_words, routes as page_routes, usable_card};
pub use service::{OfferError, Seeker, Usable, by_ids, hold, usable, usable_one};
pub use store::insert_all;
