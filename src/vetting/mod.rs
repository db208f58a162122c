//! Admission of entries: cases, assessments by different vetters, decisions.

mod api;
mod model;
mod service;
mod store;

pub use api::routes;
pub use model::{
    Assessment, Case, CaseKind, CaseState, Comment, Item, QueueFilter, Refusal, Tick, Verdict,
    checklist,
};
pub use service::{
    Detail, LAPSE, OwnCase, OwnVetting, QueueRow, Submitted, VettingError, appeal, assess, comment,
    detail, draws, lapse, open, own, queue, revoke, set_tick, submit, team, undo, withdraw,
};
pub use store::with_open_case;
