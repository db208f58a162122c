//! Borrowing: an offer that is no person is asked for by a town, promised by its house, used for a while and given back.

mod api;
mod body;
mod model;
mod service;
mod store;

pub(in crate::incidents) use api::routes;
pub(in crate::incidents) use model::{
    CostTerms, Limits, OfferRequest, OfferRequestState, OfferStep, Wanted,
};
pub(in crate::incidents) use service::{
    Answer, Borrowed, BorrowingError, Decision, NewOfferRequest, OFFER_HOUSE, OFFER_TOWN,
    OFFER_TURN, Side, answer, ask, contact, end, end_of_incident, extend, of_house, of_incident,
    of_incident_seen, offer_of, offers_for, send_offer_house, send_offer_town, side_of, start,
    terms, turn, withdraw,
};
pub(in crate::incidents) use store::{Words, blank_borrowing, forget_borrowing};
