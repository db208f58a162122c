//! What a message of a deployment is: a verb of EDXL-RM, threaded by the ids of those before it.

mod message;
#[cfg(test)]
mod properties;
pub mod steps;
mod thread;
mod verb;

pub use message::{
    Message, MessageResponse, MessageSide, Recall, RecallKind, ScheduleEntry, ScheduleKind,
};
pub use thread::{Draft, NotNow, Thread};
pub use verb::Verb;

/// Signs the text of a message may have.
pub const LONGEST_TEXT: usize = 4_000;
