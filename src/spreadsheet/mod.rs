//! Tables as text for a spreadsheet that runs none of their cells.

mod formula;
mod write;

pub use formula::{restored, safe};
pub use write::to_csv;
