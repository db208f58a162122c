//! JSON of what is settled, handed out and handed over.

mod hand_over;
mod sheet;
mod sheet_texts;
mod ticks;

pub(super) use hand_over::{HandOverBody, NewHandOver};
pub(super) use sheet::{ArrivalSheetBody, NewArrivalSheet};
pub(super) use ticks::{NewTick, ReadinessBody};
