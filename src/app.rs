//! What every handler can reach.

use std::collections::HashMap;
use std::sync::Arc;

use crate::accounts::{self, Allowances, Passwords, RelyingParty};
use crate::audit::{self, REFUSALS};
use crate::db::{Db, idempotency};
use crate::emergency;
use crate::employer;
use crate::experts;
use crate::ids::ExpertId;
use crate::incidents;
use crate::incidents::waves::Waves;
use crate::jobs::{self, Handler, JobFailure};
use crate::notifications::{self, Post};
use crate::privacy::{self, Retention, Tombstones};
use crate::reference::{self, Living, Reference};
use crate::sealing::Keyring;
use crate::search::{DecoyShelf, Noting, Publisher};
use crate::site::Site;
use crate::vetting;

/// The running installation. Cheap to clone; a clone sees the reference data of its moment to its end, and every
/// request works on one.
pub struct AppState {
    /// The database.
    pub db: Db,
    /// Its keys.
    pub keyring: Arc<Keyring>,
    /// Places and vocabulary.
    pub reference: Arc<Reference>,
    /// Where they are exchanged when somebody changes them.
    pub living: Arc<Living>,
    /// The current snapshot.
    pub search: Publisher,
    /// What is measured.
    pub metrics: metrics_exporter_prometheus::PrometheusHandle,
    /// Daily allowances of accounts.
    pub allowances: Allowances,
    /// Notes what was shown to those who have no allowance.
    pub noting: Noting,
    /// Decoys as they are searched.
    pub decoys: DecoyShelf,
    /// Checks passwords, a few at a time.
    pub passwords: Passwords,
    /// Asks devices for passkeys.
    pub passkeys: RelyingParty,
    /// Who was erased, kept beside the database.
    pub tombstones: Tombstones,
    /// How long what is kept.
    pub retention: Retention,
    /// By which rule and numbers people are asked for help.
    pub waves: Waves,
    /// How messages leave the house.
    pub post: Post,
    /// How this installation is reached and shown.
    pub site: Arc<Site>,
}

impl Clone for AppState {
    fn clone(&self) -> Self {
        Self {
            db: self.db.clone(),
            keyring: self.keyring.clone(),
            reference: self.living.now(),
            living: self.living.clone(),
            search: self.search.clone(),
            metrics: self.metrics.clone(),
            allowances: self.allowances.clone(),
            noting: self.noting.clone(),
            decoys: self.decoys.clone(),
            passwords: self.passwords.clone(),
            passkeys: self.passkeys.clone(),
            tombstones: self.tombstones.clone(),
            retention: self.retention,
            waves: self.waves,
            post: self.post.clone(),
            site: self.site.clone(),
        }
    }
}

impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppState").finish_non_exhaustive()
    }
}

/// Forgets what is kept for a day only, signs the record, then plans the next time.
pub const HOUSEKEEPING: &str = "housekeeping";

/// What runs each kind of job.
pub fn handlers(
    keyring: Arc<Keyring>,
    retention: Retention,
    post: &Post,
) -> HashMap<&'static str, Handler> {
    let notices = accounts::notice_handlers(&keyring, post);
    let vetting = vetting::handlers(&keyring);
    let invitation = employer::invitation_handler(&keyring, post);
    let calls = incidents::call_handlers(&keyring, post);
    let code_used = emergency::alert_handler(&keyring, post);
    let post = post.clone();
    let housekeeping: Handler = Arc::new(move |db: Db, _| {
        let (keyring, post) = (keyring.clone(), post.clone());
        Box::pin(async move {
            idempotency::forget_old(&db).await?;
            privacy::forget_old(&db, &retention).await?;
            employer::forget_old(&db).await?;
            incidents::forget_old(&db, &retention).await?;
            notifications::forget_old(&db, &post, retention.delivery_days).await?;
            jobs::forget_old(&db).await?;
            reference::forget_imports(&db).await?;
            audit::record_refusals(&db).await?;
            audit::sign_head(&db, &keyring).await?;
            jobs::plan(&db, HOUSEKEEPING, 3_600).await?;
            Ok::<(), JobFailure>(())
        })
    });
    let scrub: Handler =
        Arc::new(|db: Db, _| Box::pin(async move { Ok(privacy::scrub(&db).await?) }));
    let consent: Handler = Arc::new(|db: Db, consent| {
        Box::pin(async move { Ok(experts::remind_of_consent(&db, consent).await?) })
    });
    let confirmation: Handler = Arc::new(|db: Db, expert| {
        Box::pin(async move { Ok(experts::remind_of_confirmation(&db, ExpertId(expert)).await?) })
    });
    let refusals: Handler = Arc::new(|db: Db, _| {
        Box::pin(async move {
            audit::record_refusals(&db).await?;
            Ok::<(), JobFailure>(())
        })
    });
    let others = [
        (HOUSEKEEPING, housekeeping),
        (REFUSALS, refusals),
        (privacy::SCRUB, scrub),
        (experts::CONSENT_ENDS, consent),
        (experts::CONFIRMATION_DUE, confirmation),
        (emergency::ALERT, code_used),
        (employer::INVITATION, invitation),
    ];
    let known = notices.into_iter().chain(vetting);
    known.chain(calls).chain(others).collect()
}
