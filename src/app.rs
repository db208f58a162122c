//! What every handler can reach.

use std::collections::HashMap;
use std::sync::Arc;

use crate::accounts::{self, Allowances, Passwords};
use crate::db::{Db, idempotency};
use crate::emergency;
use crate::jobs::{self, Handler, JobFailure};
use crate::reference::Reference;
use crate::sealing::Keyring;
use crate::search::Publisher;
use crate::site::Site;

/// The running installation. Cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// Its keys.
    pub keyring: Arc<Keyring>,
    /// Places and vocabulary.
    pub reference: Arc<Reference>,
    /// The vocabulary as the index numbers it.
    pub vocabulary: Arc<search_index::Vocabulary>,
    /// The current snapshot.
    pub search: Publisher,
    /// What is measured.
    pub metrics: metrics_exporter_prometheus::PrometheusHandle,
    /// Daily allowances of accounts.
    pub allowances: Allowances,
    /// Checks passwords, a few at a time.
    pub passwords: Passwords,
    /// How this installation is reached and shown.
    pub site: Arc<Site>,
}

impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppState").finish_non_exhaustive()
    }
}

/// Forgets what is kept for a day only, then plans the next time.
pub const HOUSEKEEPING: &str = "housekeeping";

/// What runs each kind of job.
pub fn handlers() -> HashMap<&'static str, Handler> {
    let housekeeping: Handler = Arc::new(|db: Db, _| {
        Box::pin(async move {
            idempotency::forget_old(&db).await?;
            accounts::forget_old(&db).await?;
            accounts::forget_old_allowances(&db).await?;
            jobs::plan(&db, HOUSEKEEPING, 3_600).await?;
            Ok::<(), JobFailure>(())
        })
    });
    HashMap::from([
        (HOUSEKEEPING, housekeeping),
        (emergency::ALERT, emergency::alert_handler()),
    ])
}
