//! Rules of after-care.

mod guide;
mod reminder;

pub use guide::{Guide, GuideLine, Tick, guides, line_key};
pub use reminder::{Reminded, Reminder, ahead, is_duty};
