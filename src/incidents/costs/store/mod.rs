//! Queries of costs and times. Whoever changes any holds the request of the deployment.

mod hours;
mod past;
mod sheets;
mod times;

pub(super) use hours::{Counted, carried_out, confirmed_times};
pub(super) use past::blank_settled;
pub(in crate::incidents) use past::{forget_costs, forget_notes_of};
pub(in crate::incidents) use sheets::are_costs_accepted;
pub(super) use sheets::{add, latest, latest_shown};
pub(super) use times::{
    confirm, confirmed_at, entries, insert, lift_confirmation, remove, replace,
};
