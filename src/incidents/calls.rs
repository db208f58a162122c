//! What runs later: a call for help goes further.

use std::sync::Arc;

use super::model::Step;
use super::service;
use crate::db::Db;
use crate::ids::IncidentId;
use crate::jobs::Handler;

/// What runs each later step of a call.
pub fn call_handlers() -> impl Iterator<Item = (&'static str, Handler)> {
    let steps = [Step::Deputy, Step::Third, Step::All].into_iter();
    steps.map(|step| (step.kind(), handler(step)))
}

fn handler(step: Step) -> Handler {
    Arc::new(move |db: Db, incident| {
        Box::pin(async move { Ok(service::escalate(&db, IncidentId(incident), step).await?) })
    })
}
