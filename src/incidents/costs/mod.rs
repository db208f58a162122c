//! Costs: an estimate before a deployment, what it cost after, the hours it took, and what members give each other.

mod api;
mod body;
mod model;
mod service;
mod store;
mod table;
#[cfg(test)]
mod table_tests;

pub(in crate::incidents) use api::routes;
pub(in crate::incidents) use model::{
    Amount, Category, CostKind, Costs, DaySum, Hours, HouseHours, Line, MOST_LINES, PlainLine,
    Price, Quantity, Sheet, SheetState, Stage, Step, TimeEntry, TimeMode, Vat, VatReason, WarnedOf,
};
pub(in crate::incidents) use service::{
    COSTS_NEWS, CostError, ESTIMATE_NEWS, HouseTotals, NewSheet, Seen, TimeSheet, Times, add_time,
    advance, change_time, confirm_times, costs, estimated, forget_settled, hours_of_all,
    hours_of_house, is_writable, is_writer, open_steps, remove_time, seen, send_costs_news,
    sheet_to_write, times, waiting_for_town, write,
};
pub(in crate::incidents) use store::{are_costs_accepted, forget_costs, forget_notes_of};
