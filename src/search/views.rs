//! Who is shown whose card: counted against the day's allowance, or only noted for those who have none.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use search_index::HitAddress;
use tokio::sync::Semaphore;

use super::Snapshot;
use crate::access::action::{ListOwnExperts, SearchInternals};
use crate::access::{Action, Caller, Permit, Role};
use crate::accounts::{AllowanceError, Allowances, Shown};
use crate::db::{Db, StorageError};
use crate::ids::{ExpertId, OrganisationId};
use crate::vetting;

/// So many answers can wait to be noted.
const WAITING: u32 = 32;

/// Notes after the answer who was shown whose card: who has no allowance does not wait for the writer.
#[derive(Clone, Debug)]
pub struct Noting {
    free: Arc<Semaphore>,
    /// Something was dropped since nothing waited; said once.
    is_over: Arc<AtomicBool>,
}

impl Default for Noting {
    fn default() -> Self {
        Self {
            free: Arc::new(Semaphore::new(WAITING as usize)),
            is_over: Arc::default(),
        }
    }
}

impl Noting {
    /// Runs something later; drops it when too much waits already.
    fn later(&self, task: impl Future<Output = ()> + Send + 'static) {
        let Ok(place) = self.free.clone().try_acquire_owned() else {
            if !self.is_over.swap(true, Ordering::Relaxed) {
                tracing::warn!("more is shown than can be noted");
            }
            return;
        };
        if self.free.available_permits() + 1 == WAITING as usize {
            self.is_over.store(false, Ordering::Relaxed);
        }
        tokio::spawn(async move {
            task.await;
            drop(place);
        });
    }

    /// Waits until all that was shown is noted.
    pub async fn finish(&self) {
        // The semaphore is never closed.
        drop(self.free.acquire_many(WAITING).await);
    }
}

/// Where views are counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Views<'a> {
    pub(super) db: &'a Db,
    pub(super) allowances: &'a Allowances,
    pub(super) noting: &'a Noting,
    pub(super) snapshot: &'a Snapshot,
}

impl Views<'_> {
    /// Counts cards that are about to be shown. A manager's own experts and the open cases of a vetter do not count.
    ///
    /// # Errors
    /// The caller's allowance is used up, or storage failed.
    pub(super) async fn count<A: Action>(
        self,
        permit: &Permit<A>,
        shown: Shown<'_>,
    ) -> Result<(), AllowanceError> {
        let caller = permit.caller();
        let mut cards = shown.cards.to_vec();
        if let Some(own) = permit.also::<ListOwnExperts>() {
            cards.retain(|card| {
                let employer = self.employer(*card);
                !employer.is_some_and(|employer| own.scope().covers(employer))
            });
        }
        let decoys = shown.decoys;
        if permit.also::<SearchInternals>().is_some() {
            self.note(caller, &cards, decoys.to_vec());
            return Ok(());
        }
        let shown = Shown {
            cards: &cards,
            decoys,
        };
        self.allowances.draw_cards(self.db, caller, shown).await
    }

    /// Notes later which of the cards were not seen today.
    fn note(self, caller: &Caller, cards: &[ExpertId], decoys: Vec<ExpertId>) {
        let cards = self.allowances.unseen(self.db, caller, cards);
        if cards.is_empty() {
            return;
        }
        let (db, allowances) = (self.db.clone(), self.allowances.clone());
        let caller = caller.clone();
        self.noting.later(async move {
            let noted = note(&db, &allowances, &caller, (cards, decoys)).await;
            if let Err(error) = noted {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "shown cards were not noted"
                );
            }
        });
    }

    fn employer(self, card: ExpertId) -> Option<OrganisationId> {
        let HitAddress { segment, entry } = self.snapshot.index.address(card.0).ok()??;
        let segment = self.snapshot.index.segments().get(segment)?;
        Some(OrganisationId(segment.organisation(entry)))
    }
}

async fn note(
    db: &Db,
    allowances: &Allowances,
    caller: &Caller,
    (mut cards, decoys): (Vec<ExpertId>, Vec<ExpertId>),
) -> Result<(), AllowanceError> {
    if caller.has(Role::Vetter) {
        let open = vetting::with_open_case(db.reader(), &cards)
            .await
            .map_err(StorageError::from)?;
        cards.retain(|card| !open.contains(card));
    }
    let shown = Shown {
        cards: &cards,
        decoys: &decoys,
    };
    allowances.note_cards(db, caller, shown).await
}
