//! Searching under a permit.

use std::sync::Arc;
use std::time::Instant as Stopwatch;

use search_index::{Language, Scope, SearchRequest, SearchResult};

use super::card::CardView;
use super::decoys::Taken;
use super::query::{Reader, SearchQuery};
use super::result::{self, SearchBody};
use super::views::Views;
use super::visible::scope;
use super::{SearchError, Snapshot, Waited, decoys};
use crate::access::action::{SearchExperts, SearchInternals};
use crate::access::{Action, Caller, Permit};
use crate::accounts::{AllowanceError, Shown};
use crate::app::AppState;
use crate::clock::Instant;
use crate::ids::ExpertId;
use crate::sealing::Purpose;

/// Answers a search.
///
/// # Errors
/// Invalid parameters, a used-up allowance, or the index or storage failed.
pub(super) async fn search(
    app: &AppState,
    permit: &Permit<SearchExperts>,
    query: &SearchQuery,
) -> Result<(SearchBody, bool), SearchError> {
    let started = Stopwatch::now();
    let mut found = find_all(app, permit, query, None).await?;
    // Neither decoys nor what is counted shows in it.
    let took = started.elapsed();
    if let Some(near) = query.near.as_ref().filter(|_| found.is_limited) {
        app.allowances
            .draw_place(&app.db, permit.caller(), near)
            .await?;
    }
    let taken = found.place_decoys(app, permit.caller()).await;
    let counted = found.count(app, permit, &taken).await;
    match counted {
        // The page would have been answered without them.
        Err(AllowanceError::Storage(error)) if !taken.is_empty() => {
            warn(&error);
            for taken in taken {
                taken.put_back(&mut found.result);
            }
            found.count(app, permit, &[]).await?;
        }
        counted => counted?,
    }
    let is_behind = found.is_behind;
    let mut body = found.body(query);
    body.took_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    Ok((body, is_behind))
}

/// What was found in which snapshot.
struct Found {
    snapshot: Arc<Snapshot>,
    result: SearchResult,
    now: Instant,
    /// The caller sees masked entries only, within an allowance.
    is_limited: bool,
    /// The snapshot is older than was asked for.
    is_behind: bool,
    /// The same question to the decoys, on a page that may show some.
    to_decoys: Option<SearchRequest>,
}

impl Found {
    /// Puts decoys among the hits; which hits made room.
    async fn place_decoys(&mut self, app: &AppState, caller: &Caller) -> Vec<Taken> {
        let Some(request) = self.to_decoys.take() else {
            return Vec::new();
        };
        let decoys = decoys(app, &self.snapshot, caller, self.now);
        let index = &self.snapshot.index;
        let placed = decoys.place(index, request, &mut self.result).await;
        placed.unwrap_or_else(|error| {
            warn(&error);
            Vec::new()
        })
    }

    /// Counts the hits, which are about to be shown.
    async fn count(
        &self,
        app: &AppState,
        permit: &Permit<SearchExperts>,
        taken: &[Taken],
    ) -> Result<(), AllowanceError> {
        let hits = self.result.hits.iter();
        let cards: Vec<_> = hits.map(|hit| ExpertId(hit.document.id)).collect();
        let decoys: Vec<_> = taken.iter().map(|taken| taken.decoy).collect();
        let shown = Shown {
            cards: &cards,
            decoys: &decoys,
        };
        count_shown(app, permit, &self.snapshot, shown).await
    }

    fn body(self, query: &SearchQuery) -> SearchBody {
        let view = CardView {
            snapshot: &self.snapshot,
            vocabulary: self.snapshot.index.vocabulary(),
            language: query.lang.unwrap_or_default().into(),
            now: self.now,
        };
        result::body(self.result, view, self.is_limited)
    }
}

async fn find_all(
    app: &AppState,
    permit: &Permit<SearchExperts>,
    query: &SearchQuery,
    only: Option<Scope>,
) -> Result<Found, SearchError> {
    let Waited {
        snapshot,
        is_behind,
    } = app
        .search
        .wait_for(query.min_generation)
        .await
        .ok_or(SearchError::NotReady)?;
    let internals = permit.also::<SearchInternals>();
    let scope = match only {
        Some(only) => only,
        None => scope(permit, query, internals.is_some())?,
    };
    let reader = Reader {
        reference: &app.reference,
        vocabulary: snapshot.index.vocabulary(),
        snapshot: &snapshot,
        sees_internals: internals.is_some(),
    };
    let now = app.db.clock().now();
    let tie_key = app.keyring.keyed_hash(Purpose::Ties, b"search")?;
    let asked = |scope| {
        let request = reader.request(query, scope, now, tie_key);
        request.map_err(SearchError::Invalid)
    };
    let request = asked(scope)?;
    let is_limited = internals.is_none() && scope == Scope::Masked;
    let to_decoys = (is_limited && decoys::is_deep(&request))
        .then(|| asked(Scope::Everything))
        .transpose()?;
    let index = snapshot.index.clone();
    let result: SearchResult = tokio::task::spawn_blocking(move || index.search(&request))
        .await
        .map_err(|_| SearchError::NotReady)??;
    Ok(Found {
        snapshot,
        result,
        now,
        is_limited,
        is_behind,
        to_decoys,
    })
}

/// Counts who is found without showing cards: how many there are and how they are spread. Nothing of the allowance
/// is used, and nobody gets other numbers.
///
/// # Errors
/// Invalid parameters, or the index failed.
pub(super) async fn count(
    app: &AppState,
    permit: &Permit<SearchExperts>,
    query: &SearchQuery,
) -> Result<SearchBody, SearchError> {
    let found = find_all(app, permit, query, Some(Scope::Masked)).await?;
    let mut body = found.body(query);
    body.items.clear();
    Ok(body)
}

pub(super) fn decoys<'a>(
    app: &'a AppState,
    snapshot: &'a Snapshot,
    caller: &Caller,
    now: Instant,
) -> decoys::Reader<'a> {
    decoys::Reader {
        db: &app.db,
        keyring: &app.keyring,
        regions: &app.reference.regions,
        vocabulary: snapshot.index.vocabulary(),
        shelf: &app.decoys,
        may_read: !app.allowances.was_refused(caller, now),
        now,
    }
}

/// Says that decoys failed: nobody gets another answer for it.
pub(super) fn warn(error: &(dyn std::error::Error + 'static)) {
    tracing::warn!(error, "decoys failed");
}

/// Counts cards that are about to be shown.
///
/// # Errors
/// The caller's allowance is used up, or storage failed.
pub async fn count_cards<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
    snapshot: &Snapshot,
    cards: &[ExpertId],
) -> Result<(), AllowanceError> {
    count_shown(app, permit, snapshot, Shown::entries(cards)).await
}

pub(super) async fn count_shown<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
    snapshot: &Snapshot,
    shown: Shown<'_>,
) -> Result<(), AllowanceError> {
    let views = Views {
        db: &app.db,
        allowances: &app.allowances,
        noting: &app.noting,
        snapshot,
    };
    views.count(permit, shown).await
}

/// Words that begin as typed.
pub(super) fn suggest(snapshot: &Snapshot, typed: &str, language: Language) -> Vec<String> {
    snapshot.index.suggest(typed, language, 10)
}
