//! Before the first touch and at the end: what is settled, the sheet for who arrives, the order and what is handed over.

mod api;
mod body;
mod model;
mod service;
mod store;

pub(in crate::incidents) use api::routes;
pub(in crate::incidents) use model::{
    HandOver, HandOverProblem, HandOverText, NewSheet, Sheet, SheetText, TextProblem, Tick,
    TickScope, Ticked, checked_hand_over,
};
pub(in crate::incidents) use service::{
    Order, ReadinessError, Seen, ShownSheet, TownProof, handed_over, held_sheet,
    held_sheet_by_link, is_changed_still, lacks_hand_over, order, read_sheet, read_sheet_by_link,
    save_sheet, save_sheet_by_link, seen, seen_by_expert, seen_by_town, set_tick, ticked,
    version_by_link, write_hand_over,
};
pub(in crate::incidents) use store::{blank_hand_overs_of, forget_papers, forget_past_papers};
