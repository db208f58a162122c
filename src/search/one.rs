//! One entry, masked.

use search_index::{ExpertDocument, Language};

use super::SearchError;
use super::card::{self, Card, CardView, card};
use super::service::{count_shown, decoys, warn};
use super::visible::{find, is_visible};
use crate::access::Permit;
use crate::access::action::{ListOwnExperts, ReadCard, ReadIdentity, SearchInternals};
use crate::accounts::Shown;
use crate::app::AppState;
use crate::experts::{self, ExpertError};
use crate::ids::{ExpertId, OrganisationId};

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
    let decoy = if entry.is_some() {
        None
    } else {
        let decoys = decoys(app, &snapshot, permit.caller(), now);
        let found = decoys.find(&snapshot.index, id).await;
        found.unwrap_or_else(|error| {
            warn(&error);
            None
        })
    };
    let own = [id];
    let decoys = if decoy.is_some() { &own[..] } else { &[] };
    let document = entry.or(decoy).ok_or(SearchError::NotFound)?;
    let sees_any = internals.is_some() || is_own(&document);
    if !sees_any && !is_visible(&document, now) && !is_of_caller(app, permit, id).await? {
        return Err(SearchError::NotFound);
    }
    let shown = Shown {
        cards: &own,
        decoys,
    };
    count_shown(app, permit, &snapshot, shown).await?;
    let view = CardView {
        snapshot: &snapshot,
        vocabulary: snapshot.index.vocabulary(),
        language,
        now,
    };
    let text = card::in_language(&document.text, language).to_owned();
    Ok((card(&document, view, None), text))
}

/// Whether an entry is the caller's own: a person sees how it looks before others do.
async fn is_of_caller(
    app: &AppState,
    permit: &Permit<ReadCard>,
    id: ExpertId,
) -> Result<bool, SearchError> {
    match permit.also::<ReadIdentity>() {
        Some(own) => match experts::of_account(&app.db, &own).await {
            Ok(found) => Ok(found == Some(id)),
            Err(ExpertError::Storage(error)) => Err(error.into()),
            Err(
                ExpertError::NotFound
                | ExpertError::Invalid(_)
                | ExpertError::Version(_)
                | ExpertError::NotYours(_)
                | ExpertError::KeyReused,
            ) => Ok(false),
        },
        None => Ok(false),
    }
}
