//! What runs later: a call for help goes further, comes again, and rings.

use std::collections::HashMap;
use std::sync::Arc;

use super::model::Step;
use super::service::{self, RING};
use crate::db::Db;
use crate::ids::{AccountId, IncidentId};
use crate::jobs::Handler;
use crate::notifications::Post;
use crate::sealing::Keyring;

/// What runs each later step of a call, and rings.
pub fn call_handlers(keyring: &Arc<Keyring>, post: &Post) -> HashMap<&'static str, Handler> {
    let steps = [Step::Deputy, Step::Third, Step::All].into_iter();
    let steps = steps.map(|step| (step.kind(), handler(step)));
    let again: Handler = Arc::new(|db: Db, incident| {
        Box::pin(async move { Ok(service::call_again(&db, IncidentId(incident)).await?) })
    });
    let ring = ring(keyring.clone(), post.clone());
    steps
        .chain([(service::CALL_AGAIN, again), (RING, ring)])
        .collect()
}

fn handler(step: Step) -> Handler {
    Arc::new(move |db: Db, incident| {
        Box::pin(async move { Ok(service::escalate(&db, IncidentId(incident), step).await?) })
    })
}

fn ring(keyring: Arc<Keyring>, post: Post) -> Handler {
    Arc::new(move |db: Db, account| {
        let (keyring, post) = (keyring.clone(), post.clone());
        Box::pin(async move { service::ring(&db, (&keyring, &post), AccountId(account)).await })
    })
}
