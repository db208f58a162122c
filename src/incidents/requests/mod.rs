//! Requests for help: needs, the waves in which people are asked, and what they answer.

mod answer_body;
mod api;
mod body;
mod district;
mod model;
mod preview_body;
mod service;
mod store;

pub(in crate::incidents) use answer_body::AskedState;
pub use api::gateway_routes;
pub(in crate::incidents) use api::{aliases, desk, routes};
pub(in crate::incidents) use body::Aliases;
pub(in crate::incidents) use district::district;
pub use model::wave as waves;
pub(in crate::incidents) use model::{
    Alert, AlertState, AnswerKind, Choice, HelpRequest, HelpStep, Need, RequestState, Situation,
    offered, on_site_from, planned,
};
pub(in crate::incidents) use service::{
    ADVANCE, ALERT, Asked, Desk, Given, NewRequest, RequestError, STAND_DOWN, advance,
    answer_by_link, answer_for, answer_path, ask_for_verified, asked, asked_stand, begin, choose,
    create, draft, has_begun, keep_draft, let_go, next_wave, number, of_incident, pause,
    plan_advance, preview, send_again, send_alert, send_stand_down, settle, show, stand,
    stand_down, stand_down_of_incident, to_phone, undo_by_link,
};
pub(in crate::incidents) use store::{
    close as close_alert, forget_answers, forget_requests, forget_traces, forget_unmet, hold,
    needs_of,
};
