//! Rules of what is said after a deployment.

mod figures;
mod lesson;
mod proven;
mod review;

pub use figures::{
    Cell, Figures, SPAN_QUARTERS, cells, days_begun, group_of, median_hours, quarter_of, share,
    tally,
};
pub use lesson::{LONGEST_TITLE, Lesson, LessonState, LessonText, may_share, tells};
pub use proven::{Prover, may_mark, provable};
pub use review::{LONGEST_TEXT, Review, ReviewTexts, Timing, writes_as};
