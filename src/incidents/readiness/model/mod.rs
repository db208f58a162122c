//! Rules of what is settled, handed out and handed over. No database, no HTTP, no `now()`.

mod credentials;
mod hand_over;
mod part;
mod sheet;
mod tick;
mod withheld;

use credentials::look_like_credentials;
pub use hand_over::{HandOver, HandOverProblem, HandOverText, checked_hand_over};
pub use sheet::{NewSheet, Sheet, SheetText, TextProblem};
pub use tick::{Tick, TickScope, Ticked, listed};

pub(in crate::incidents) use crate::incidents::deployments::Part;
