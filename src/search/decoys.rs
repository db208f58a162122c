//! Where decoys stand: on pages so deep that nobody who looks for help gets there, and under their id.
//!
//! A decoy takes the place of one hit, so that pages, totals and facets stay what they are. It is found among the
//! decoys as an entry is found in the index, in memory, so it fits what was asked.

use search_index::{ExpertDocument, Hit, SearchRequest, SearchResult, Snapshot, Sort, Vocabulary};
use tokio::task::spawn_blocking;

use super::SearchError;
use super::document::decoy as document;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::decoys;
use crate::ids::ExpertId;
use crate::reference::Regions;
use crate::sealing::Keyring;

/// The first hits that are real whatever happens: more than anybody reads, and than one answer can hold.
const FIRST: usize = 100;

/// What decoys are read with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    pub(super) db: &'a Db,
    pub(super) keyring: &'a Keyring,
    pub(super) regions: &'a Regions,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) now: Instant,
}

impl Reader<'_> {
    /// The decoy with an id.
    pub(super) async fn find(self, id: ExpertId) -> Result<Option<ExpertDocument>, StorageError> {
        let decoy = decoys::find(self.db, self.keyring, id).await?;
        Ok(decoy.and_then(|decoy| document(&decoy, (self.regions, self.vocabulary), self.now)))
    }

    /// Puts a decoy that fits in the place of a hit of a deep page; whether it did.
    ///
    /// `request` is the one answered, with a scope that leaves out no decoy.
    pub(super) async fn place(
        self,
        snapshot: &Snapshot,
        mut request: SearchRequest,
        result: &mut SearchResult,
    ) -> Result<bool, SearchError> {
        let Some(turn) = turn(&request).filter(|_| !result.hits.is_empty()) else {
            return Ok(false);
        };
        let decoys = decoys::all(self.db, self.keyring).await?;
        let words = (self.regions, self.vocabulary);
        let documents = decoys.iter();
        let documents: Vec<_> = documents
            .filter_map(|decoy| document(decoy, words, self.now))
            .collect();
        if documents.is_empty() {
            return Ok(false);
        }
        (request.page, request.limit) = (turn + 1, 1);
        let tie_key = request.tie_key;
        let snapshot = snapshot.clone();
        let found = spawn_blocking(move || snapshot.of_others(&documents)?.search(&request))
            .await
            .map_err(|_| SearchError::NotReady)??;
        if found.is_relaxed != result.is_relaxed {
            return Ok(false);
        }
        let Some(decoy) = found.hits.into_iter().next() else {
            return Ok(false);
        };
        let place = place_of(&decoy, tie_key, result.hits.len());
        let Some(taken) = result.hits.get_mut(place) else {
            return Ok(false);
        };
        let score = taken.score;
        *taken = Hit { score, ..decoy };
        Ok(true)
    }
}

/// Which of the fitting decoys it is on a page: each stands on one page of a list. None where there is none: not
/// among the first hits, and not in an order that shows where it does not belong.
fn turn(request: &SearchRequest) -> Option<usize> {
    let before = request.page.max(1).saturating_sub(1) * request.limit;
    let is_mixed = request.sort == Sort::Relevance;
    let deep = before.checked_sub(FIRST).filter(|_| is_mixed)?;
    deep.checked_div(request.limit)
}

/// Any place of a page, always the same for a decoy.
fn place_of(decoy: &Hit, tie_key: [u8; 32], hits: usize) -> usize {
    let id = decoy.document.id.into_bytes();
    let mixed = id.iter().zip(tie_key).map(|(a, b)| usize::from(a ^ b));
    mixed.sum::<usize>() % hits.max(1)
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
            for page in (1..).take_while(|page| (page - 1) * limit < FIRST) {
                assert_eq!(turn(&request(page, limit)), None);
            }
        }
        assert_eq!(turn(&request(6, 20)), Some(0));
        assert_eq!(turn(&request(7, 20)), Some(1));
        assert_eq!(turn(&request(2, 100)), Some(0));
    }

    #[test]
    fn where_order_shows_a_distance_or_a_day_there_is_none() {
        for sort in [Sort::Distance, Sort::Availability] {
            let mut request = request(10, 100);
            request.sort = sort;

            assert_eq!(turn(&request), None);
        }
    }
}
