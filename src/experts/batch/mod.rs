//! Many entries of one organisation at once: read to be compared, checked, entered, changed, removed.

mod examine;
mod known;
mod write;

pub use examine::{Checked, Examination, Examiner};
pub use known::{Known, roll, roll_shown};
pub use write::{change_all, enter_all, remove_untouched, restore_all};
