//! What can wait: reminders, mails about cases, renewals after a confirmation, urgent revocations nobody confirmed.

use std::collections::HashMap;
use std::sync::Arc;

use super::service;
use crate::db::Db;
use crate::experts;
use crate::ids::{ExpertId, VettingCaseId};
use crate::jobs::Handler;
use crate::sealing::Keyring;

/// What runs each kind of job of this area.
pub fn handlers(keyring: &Arc<Keyring>) -> HashMap<&'static str, Handler> {
    let lapse: Handler = Arc::new(|db: Db, case| {
        Box::pin(async move { Ok(service::lapse(&db, VettingCaseId(case)).await?) })
    });
    let remind: Handler = Arc::new(|db: Db, expert| {
        Box::pin(async move { Ok(service::remind(&db, ExpertId(expert)).await?) })
    });
    let tell: Handler = Arc::new(|db: Db, case| {
        Box::pin(async move { Ok(service::tell(&db, VettingCaseId(case)).await?) })
    });
    let call: Handler =
        Arc::new(|db: Db, _| Box::pin(async move { Ok(service::call_vetters(&db).await?) }));
    let ring = keyring.clone();
    let renew: Handler = Arc::new(move |db: Db, expert| {
        let ring = ring.clone();
        Box::pin(async move { Ok(service::renew(&db, &ring, ExpertId(expert)).await?) })
    });
    HashMap::from([
        (service::LAPSE, lapse),
        (service::REMINDER, remind),
        (service::SPOKEN, tell),
        (service::WAITING, call),
        (experts::CONFIRMED, renew),
    ])
}
