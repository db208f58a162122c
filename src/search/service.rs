//! Searching under a permit.

use std::sync::Arc;
use std::time::Instant as Stopwatch;

use search_index::{ExpertDocument, Language, Scope, SearchResult};

use super::card::{self, Card, CardView, card};
use super::query::{Reader, SearchQuery};
use super::result::{self, SearchBody};
use super::views::Views;
use super::visible::{find, is_visible, scope};
use super::{Snapshot, Waited, decoys};
use crate::access::action::{ListOwnExperts, ReadCard, SearchExperts, SearchInternals};
use crate::access::{Action, Permit};
use crate::accounts::AllowanceError;
use crate::alarms;
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::StorageError;
use crate::ids::{ExpertId, OrganisationId};
use crate::input::FieldError;
use crate::sealing::{Purpose, SealError};

/// Why a search was not answered.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// Parameters are not valid.
    #[error("{} parameters are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// There is no such entry, or the caller may not know of it.
    #[error("there is no such entry")]
    NotFound,
    /// The day's allowance is used up.
    #[error("the allowance of the day is used up")]
    UsedUp,
    /// The index is not ready.
    #[error("the index is not ready")]
    NotReady,
    /// The index failed.
    #[error("the index failed")]
    Index(#[from] search_index::IndexError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<AllowanceError> for SearchError {
    fn from(error: AllowanceError) -> Self {
        match error {
            AllowanceError::UsedUp => Self::UsedUp,
            AllowanceError::Storage(error) => Self::Storage(error),
        }
    }
}

impl From<SealError> for SearchError {
    fn from(error: SealError) -> Self {
        Self::Storage(error.into())
    }
}

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
    let found = find_all(app, permit, query, None).await?;
    if let Some(near) = query.near.as_ref().filter(|_| found.is_limited) {
        app.allowances
            .draw_place(&app.db, permit.caller(), near)
            .await?;
    }
    let hits = found.result.hits.iter();
    let shown: Vec<_> = hits.map(|hit| ExpertId(hit.document.id)).collect();
    count_cards(app, permit, &found.snapshot, &shown).await?;
    if found.has_decoy {
        alarms::raise_decoy(&app.db, permit.caller()).await?;
    }
    let is_behind = found.is_behind;
    let mut body = found.body(app, query);
    body.took_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
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
    /// One of the hits is a decoy.
    has_decoy: bool,
}

impl Found {
    fn body(self, app: &AppState, query: &SearchQuery) -> SearchBody {
        let view = CardView {
            snapshot: &self.snapshot,
            vocabulary: &app.vocabulary,
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
        vocabulary: &app.vocabulary,
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
    let index = snapshot.index.clone();
    let mut result: SearchResult = tokio::task::spawn_blocking(move || index.search(&request))
        .await
        .map_err(|_| SearchError::NotReady)??;
    let has_decoy = match scope {
        Scope::Organisation(_) => false,
        Scope::Masked | Scope::Everything => {
            let among_decoys = asked(Scope::Everything)?;
            let decoys = decoys(app, now);
            decoys
                .place(&snapshot.index, among_decoys, &mut result)
                .await?
        }
    };
    Ok(Found {
        snapshot,
        result,
        now,
        is_limited,
        is_behind,
        has_decoy,
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
    let mut body = found.body(app, query);
    body.items.clear();
    Ok(body)
}

/// The masked card of one entry.
///
/// # Errors
/// Not there or not visible, a used-up allowance, or the index or storage failed.
pub(super) async fn show_card(
    app: &AppState,
    permit: &Permit<ReadCard>,
    id: ExpertId,
    language: Language,
) -> Result<Card, SearchError> {
    Ok(show_entry(app, permit, id, language).await?.0)
}

/// The masked card of one entry and its public text.
///
/// # Errors
/// Not there or not visible, a used-up allowance, or the index or storage failed.
pub(super) async fn show_entry(
    app: &AppState,
    permit: &Permit<ReadCard>,
    id: ExpertId,
    language: Language,
) -> Result<(Card, String), SearchError> {
    let snapshot = app.search.current().ok_or(SearchError::NotReady)?;
    let now = app.db.clock().now();
    let internals = permit.also::<SearchInternals>();
    let manages = permit.also::<ListOwnExperts>();
    let is_own = |document: &ExpertDocument| {
        let employer = OrganisationId(document.organisation);
        manages
            .as_ref()
            .is_some_and(|own| own.scope().covers(employer))
    };
    let entry = find(&snapshot, id)?;
    let decoy = match &entry {
        Some(_) => None,
        None => decoys(app, now).find(id).await?,
    };
    let is_decoy = decoy.is_some();
    let document = entry.or(decoy).ok_or(SearchError::NotFound)?;
    let sees_any = internals.is_some() || is_own(&document);
    if !sees_any && !is_visible(&document, now) {
        return Err(SearchError::NotFound);
    }
    count_cards(app, permit, &snapshot, &[id]).await?;
    if is_decoy {
        alarms::raise_decoy(&app.db, permit.caller()).await?;
    }
    let view = CardView {
        snapshot: &snapshot,
        vocabulary: &app.vocabulary,
        language,
        now,
    };
    let text = card::in_language(&document.text, language).to_owned();
    Ok((card(&document, view, None), text))
}

fn decoys(app: &AppState, now: Instant) -> decoys::Reader<'_> {
    decoys::Reader {
        db: &app.db,
        keyring: &app.keyring,
        regions: &app.reference.regions,
        vocabulary: &app.vocabulary,
        now,
    }
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
    let views = Views {
        db: &app.db,
        allowances: &app.allowances,
        snapshot,
    };
    views.count(permit, cards).await
}

/// Words that begin as typed.
pub(super) fn suggest(snapshot: &Snapshot, typed: &str, language: Language) -> Vec<String> {
    snapshot.index.suggest(typed, language, 10)
}
