//! Use cases of after-care.

mod guide;
mod reminding;
mod situation;

pub(in crate::incidents) use guide::{Ticks, guide, tick, tick_by_link};
pub(in crate::incidents) use reminding::{CLOCK, CLOCK_DESK, plan_reminders, remind, reminded};
pub(in crate::incidents) use situation::{NeedStand, SituationReport, contacts_of, situation};
