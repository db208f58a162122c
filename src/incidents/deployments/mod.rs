//! Deployments: the person's yes, the employer's release and the town's acceptance, and what both sides see then.

mod api;
mod body;
mod introduction;
mod model;
mod service;
mod store;

pub(in crate::incidents) use api::routes;
pub(in crate::incidents) use body::DeploymentBody;
pub(in crate::incidents) use introduction::{CostBasis, Introduction};
pub(in crate::incidents) use model::{
    AcceptanceDecision, Deployment, DeploymentState, ReleaseDecision, Terms,
};
pub(in crate::incidents) use service::{
    Brief, DeploymentError, EXPERT_NEWS, EXPERT_TOLD, HOUSE_NEWS, OtherSide, Question,
    RELEASE_ASKED, RELEASE_RUNG, Side, TOWN_ASKED, briefs, contact, decide_acceptance,
    decide_by_link, decide_by_town, decide_release, end, introductions, list, of_house, other_side,
    propose, release_question, ring_release_ask, send_expert_news, send_house_news,
    send_release_ask, send_town_asked, show, show_expert_to_town, unasked, words,
};
pub(in crate::incidents) use store::{of_request, requests_of};
