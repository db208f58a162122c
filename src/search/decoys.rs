//! Where decoys stand: on ranks so deep that nobody who looks for help gets there, and under their id.
//!
//! A decoy takes the place of one hit, so that pages, totals and facets stay what they are. It is found among the
//! decoys as an entry is found in the index, in memory, so it fits what was asked. What is searched is kept for a
//! minute: no page costs a query, and all nodes soon show the same.

use std::fmt;
use std::sync::Arc;

use search_index::{ExpertDocument, Hit, SearchRequest, SearchResult, Snapshot, Sort, Vocabulary};
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

use super::SearchError;
use super::document::decoy as document;
use crate::clock::Instant;
use crate::db::Db;
use crate::decoys;
use crate::ids::ExpertId;
use crate::reference::Regions;
use crate::sealing::Keyring;

/// The first hits that are real whatever happens: more than anybody reads, and than one answer can hold.
const FIRST: usize = 100;
/// From there on one decoy in so many hits.
const EVERY: usize = 20;
/// How long decoys are searched as they were read: another node may have changed them.
const KEPT_SECONDS: i64 = 60;

/// The decoys as they are searched, kept between searches.
#[derive(Clone, Default)]
pub struct Shelf(Arc<Mutex<Option<Built>>>);

struct Built {
    at: Instant,
    /// What their terms are numbered by.
    vocabulary: [u8; 32],
    /// None without decoys.
    index: Option<Snapshot>,
}

impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shelf").finish_non_exhaustive()
    }
}

impl Shelf {
    /// Reads the decoys anew before the next search: one was made or removed.
    pub async fn forget(&self) {
        *self.0.lock().await = None;
    }
}

/// A hit whose place a decoy took.
#[derive(Debug)]
pub(super) struct Taken {
    place: usize,
    hit: Hit,
    /// The decoy that stands there.
    pub(super) decoy: ExpertId,
}

impl Taken {
    /// Puts the hit back.
    pub(super) fn put_back(self, result: &mut SearchResult) {
        if let Some(place) = result.hits.get_mut(self.place) {
            *place = self.hit;
        }
    }
}

/// What decoys are read with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    pub(super) db: &'a Db,
    pub(super) keyring: &'a Keyring,
    pub(super) regions: &'a Regions,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) shelf: &'a Shelf,
    /// The decoys may be read anew; not for who was just refused.
    pub(super) may_read: bool,
    pub(super) now: Instant,
}

impl Reader<'_> {
    /// The decoy with an id.
    pub(super) async fn find(
        self,
        snapshot: &Snapshot,
        id: ExpertId,
    ) -> Result<Option<ExpertDocument>, SearchError> {
        if let Some(decoys) = self.decoys(snapshot).await
            && let Some(found) = decoys.find(id.0)?
        {
            return Ok(Some(found));
        }
        // Another node may have made it since.
        let decoy = decoys::find(self.db, self.keyring, id).await?;
        Ok(decoy.and_then(|decoy| document(&decoy, (self.regions, self.vocabulary), self.now)))
    }

    /// Puts the decoys that fit in the places of hits of a deep page; which they took.
    ///
    /// `request` is the one answered, with a scope that leaves out no decoy.
    pub(super) async fn place(
        self,
        snapshot: &Snapshot,
        mut request: SearchRequest,
        result: &mut SearchResult,
    ) -> Result<Vec<Taken>, SearchError> {
        let (before, tie_key) = (before(&request), request.tie_key);
        let deep = (before + result.hits.len()).saturating_sub(FIRST);
        if deep == 0 {
            return Ok(Vec::new());
        }
        let Some(decoys) = self.decoys(snapshot).await else {
            return Ok(Vec::new());
        };
        (request.page, request.limit) = (1, deep.div_ceil(EVERY));
        let found = spawn_blocking(move || decoys.search(&request))
            .await
            .map_err(|_| SearchError::NotReady)??;
        if found.is_relaxed != result.is_relaxed {
            return Ok(Vec::new());
        }
        let mut taken = Vec::new();
        for (number, decoy) in found.hits.into_iter().enumerate() {
            let id = ExpertId(decoy.document.id);
            let place = rank(number, id, tie_key).checked_sub(before);
            let Some((place, hit)) = place.and_then(|at| Some((at, result.hits.get_mut(at)?)))
            else {
                continue;
            };
            let score = hit.score;
            let hit = std::mem::replace(hit, Hit { score, ..decoy });
            taken.push(Taken {
                place,
                hit,
                decoy: id,
            });
        }
        Ok(taken)
    }

    /// The decoys as they are searched; none without any. Read at most once a minute, and once after a change.
    async fn decoys(self, snapshot: &Snapshot) -> Option<Snapshot> {
        let mut kept = self.shelf.0.lock().await;
        let vocabulary = snapshot.vocabulary().fingerprint();
        kept.take_if(|built| built.vocabulary != vocabulary);
        let is_fresh = kept.as_ref().is_some_and(|built| {
            built.at <= self.now && self.now < built.at.plus_seconds(KEPT_SECONDS)
        });
        if !is_fresh && self.may_read {
            let index = match self.build(snapshot).await {
                Ok(index) => index,
                Err(error) => {
                    tracing::warn!(
                        error = &error as &dyn std::error::Error,
                        "the decoys were not read"
                    );
                    kept.take().and_then(|built| built.index)
                }
            };
            *kept = Some(Built {
                at: self.now,
                vocabulary,
                index,
            });
        }
        kept.as_ref()?.index.clone()
    }

    async fn build(self, snapshot: &Snapshot) -> Result<Option<Snapshot>, SearchError> {
        let decoys = decoys::all(self.db, self.keyring).await?;
        let words = (self.regions, self.vocabulary);
        let documents: Vec<_> = decoys
            .iter()
            .filter_map(|decoy| document(decoy, words, self.now))
            .collect();
        if documents.is_empty() {
            return Ok(None);
        }
        let snapshot = snapshot.clone();
        let built = spawn_blocking(move || snapshot.of_others(&documents)).await;
        Ok(Some(built.map_err(|_| SearchError::NotReady)??))
    }
}

/// Whether a page may show decoys: not among the first hits, and not in an order that shows where they do not belong.
pub(super) fn is_deep(request: &SearchRequest) -> bool {
    request.sort == Sort::Relevance && before(request) + request.limit > FIRST
}

/// Hits before a page.
fn before(request: &SearchRequest) -> usize {
    request.page.saturating_sub(1) * request.limit
}

/// Which hit of a list the decoy with a number takes the place of, whatever the size of a page.
fn rank(number: usize, decoy: ExpertId, tie_key: [u8; 32]) -> usize {
    let id = decoy.0.into_bytes();
    let mixed = id.iter().zip(tie_key).map(|(a, b)| usize::from(a ^ b));
    FIRST + EVERY * number + mixed.sum::<usize>() % EVERY
}

#[cfg(test)]
mod tests {
    use super::*;
    use search_index::Scope;

    fn request(page: usize, limit: usize) -> SearchRequest {
        let mut request = SearchRequest::parse("", Scope::Everything, 0, [0; 32]);
        (request.page, request.limit) = (page, limit);
        request
    }

    #[test]
    fn the_first_hundred_hits_are_real_whatever_the_size_of_a_page() {
        for limit in 1..=100 {
            for page in (1..).take_while(|page| page * limit <= FIRST) {
                assert!(!is_deep(&request(page, limit)));
            }
        }
        assert!(is_deep(&request(6, 20)));
        assert!(is_deep(&request(2, 100)));
        assert!(is_deep(&request(4, 30)));
    }

    #[test]
    fn each_decoy_has_a_rank_of_its_own() {
        for number in 0..100 {
            let rank = rank(number, ExpertId::random(), [7; 32]);

            assert_eq!((rank - FIRST) / EVERY, number);
        }
    }

    #[test]
    fn where_order_shows_a_distance_or_a_day_there_is_none() {
        for sort in [Sort::Distance, Sort::Availability] {
            let mut request = request(10, 100);
            request.sort = sort;

            assert!(!is_deep(&request));
        }
    }
}
