//! Queries of what is settled, handed out and handed over.

mod hand_overs;
mod past;
mod sheets;
mod ticks;

pub(super) use hand_overs::{hand_over, insert_hand_over, last_number, of_incident};
pub(in crate::incidents) use past::{blank_hand_overs_of, forget_papers, forget_past_papers};
pub(super) use sheets::{Kept, keep_sheet, sheet, sheet_version};
pub(super) use ticks::{tick, ticked, untick};
