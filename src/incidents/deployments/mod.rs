//! Deployments: the person's yes, the employer's release and the town's acceptance, and what both sides see then.

mod api;
mod body;
mod introduction;
mod model;
mod service;
mod store;

pub(in crate::incidents) use api::routes;
pub(in crate::incidents) use body::DeploymentBody;
pub(in crate::incidents) use introduction::{CostBasis, Introduction, is_within};
pub(in crate::incidents) use model::{
    AcceptanceDecision, Act, BLOCK_DAYS, Deployment, DeploymentState, Extension, ExtensionDecision,
    Outcome, Part, ReleaseDecision, Terms, due, latest_end,
};
pub(in crate::incidents) use service::{
    Brief, DeploymentError, ENDS_SOON, EXPERT_NEWS, EXPERT_TOLD, EXTENDED, EXTENSION_DUE,
    EXTENSION_NEWS, HOUSE_EXTENSION, HOUSE_NEWS, OtherSide, Question, RELEASE_ASKED, RELEASE_RUNG,
    Side, Standing, Step, TOWN_ASKED, TOWN_NEWS, TOWN_TOLD, TakesPart, answer_extension,
    answer_extension_as_expert, ask_extension, ask_extension_by_town, briefs, contact,
    decide_acceptance, decide_by_link, decide_by_town, decide_release, end, introductions, is_open,
    lapse_extension, last_extensions, list, of_house, other_side, propose, release_question,
    ring_release_ask, run_out, seek_successor, send_ends_soon, send_expert_news,
    send_extension_news, send_house_extension, send_house_news, send_release_ask, send_town_asked,
    send_town_news, show, show_expert_to_town, take_step, take_step_as_expert, take_step_by_town,
    taking_part, unasked, ways_to_town, words,
};
pub(in crate::incidents) use store::{
    by_id, experts_of, give_up_successor, of_incident, of_request, requests_of, set_basis,
};
