//! After-care of a struck town: reminders of the reports the law asks for, the guide it ticks off, the situation report.

mod api;
mod body;
mod model;
mod service;
mod store;

pub(super) use api::routes;
pub(super) use model::{Guide, GuideLine, Reminded, Tick, is_duty};
pub(super) use service::{
    CLOCK, CLOCK_DESK, NeedStand, SituationReport, Ticks, contacts_of, guide, plan_reminders,
    remind, reminded, situation, tick, tick_by_link,
};
pub(super) use store::forget as forget_care;
