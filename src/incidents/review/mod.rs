//! After a deployment: how each side says it went, which skills the town saw, what others can learn of it, the paper for
//! whoever helped, and figures in which nobody can be found.

mod api;
mod body;
mod model;
mod service;
mod store;

pub(in crate::incidents) use api::routes;
pub(in crate::incidents) use model::{
    Cell, Figures, LONGEST_TEXT, LONGEST_TITLE, Lesson, LessonState, LessonText, Prover,
    ReviewTexts, days_begun, may_share,
};
pub(in crate::incidents) use service::{
    Certificate, LessonError, LessonFilter, NewLesson, ProvenSkill, ReviewError, afterwards,
    certificate, draft_lesson, forget, forget_old, forget_texts, incident_to_learn_from, lessons,
    lessons_of, prove, set_naming, share_lesson, statistics, verify, withdraw_lesson, write_review,
};
