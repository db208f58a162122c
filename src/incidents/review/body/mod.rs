//! JSON of what is said after deployments.

mod figures;
mod lesson;
mod review;

pub(super) use figures::StatisticsBody;
pub(super) use lesson::{LessonBody, NewLessonBody};
pub(super) use review::{AfterwardsBody, NewProven, NewReview};
