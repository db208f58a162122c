//! Queries of what is said after deployments.

mod figures;
mod lessons;
mod past;
mod proven;
mod reviews;

pub(super) use figures::{Fact, deployments_ended, first_commitments, requests_begun, verified};
pub(super) use lessons::{
    Asked, delete as delete_lesson, find as find_lesson, insert as insert_lesson,
    list as list_lessons, of_incident as lessons_of_incident, share as share_lesson,
};
pub(super) use past::{
    forget_incident, forget_long_ended, forget_texts, lessons_to_forget, let_lessons_go,
};
pub(super) use proven::{
    Mark, delete as delete_mark, insert as insert_mark, is_named, marks, name_town, of_entry,
    take_back, unname_town,
};
pub(super) use reviews::{put as put_review, reviews};
