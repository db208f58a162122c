//! Attempts at what somebody may not do are on record too.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use serde_json::json;

use crate::access::Authentication;
use crate::db::{AuditEntry, Db, StorageError};
use crate::ids::AccountId;

/// The same attempt is recorded once in so many seconds: a script must not fill the record.
const ONCE_IN: i64 = 60;

/// Who tried what, in the minute at hand.
type Tried = (AccountId, String, i64);

/// Remembers what was recorded a moment ago.
#[derive(Clone, Debug, Default)]
pub struct Denials(Arc<Mutex<HashSet<Tried>>>);

impl Denials {
    /// Whether this is the first of its kind in its minute.
    fn is_first(&self, tried: Tried) -> bool {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|(_, _, minute)| *minute == tried.2);
        seen.insert(tried)
    }

    /// What could not be written is still to be recorded.
    fn forget(&self, tried: &Tried) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.remove(tried);
    }
}

/// Records that somebody known was refused something: who, which route, never which path or query.
pub async fn record_denials(
    State((db, denials)): State<(Db, Denials)>,
    request: Request,
    next: Next,
) -> Response {
    let account = match request.extensions().get::<Authentication>() {
        // Who has yet to set up the second factor is led there and tried nothing.
        Some(Authentication::Caller(caller)) if !caller.owes_second_factor => {
            Some((caller.account, caller.actor()))
        }
        _ => None,
    };
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map(|route| route.as_str().to_owned());
    let method = request.method().to_string();
    let response = next.run(request).await;
    if response.status() != StatusCode::FORBIDDEN {
        return response;
    }
    let (Some((account, actor)), Some(route)) = (account, route) else {
        return response;
    };
    let minute = db.clock().now().as_seconds().div_euclid(ONCE_IN);
    let what = format!("{method} {route}");
    let tried = (account, what.clone(), minute);
    if denials.is_first(tried.clone()) {
        let entry = AuditEntry {
            actor,
            action: "access.denied",
            subject: account.to_string(),
            details: json!({ "route": what }),
        };
        if let Err(error) = record(&db, entry).await {
            denials.forget(&tried);
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "a refusal cannot be recorded"
            );
        }
    }
    response
}

async fn record(db: &Db, entry: AuditEntry) -> Result<(), StorageError> {
    let mut txn = db.begin().await?;
    txn.audit(entry);
    txn.commit().await?;
    Ok(())
}
