//! Papers made from the classes: records of processing (Art. 30 DSGVO) and what a staff council asks.

mod participation;
mod records;

pub use participation::participation;
pub use records::{Record, markdown, records};
