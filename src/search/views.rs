//! Who is shown whose card: counted against the day's allowance, or only noted for those who have none.

use search_index::HitAddress;

use super::Snapshot;
use crate::access::action::{ListOwnExperts, SearchInternals};
use crate::access::{Action, Permit, Role};
use crate::accounts::{AllowanceError, Allowances};
use crate::db::{Db, StorageError};
use crate::ids::{ExpertId, OrganisationId};
use crate::vetting;

/// Where views are counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Views<'a> {
    pub(super) db: &'a Db,
    pub(super) allowances: &'a Allowances,
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
        cards: &[ExpertId],
    ) -> Result<(), AllowanceError> {
        let (db, caller) = (self.db, permit.caller());
        let mut cards = cards.to_vec();
        if let Some(own) = permit.also::<ListOwnExperts>() {
            cards.retain(|card| {
                let employer = self.employer(*card);
                !employer.is_some_and(|employer| own.scope().covers(employer))
            });
        }
        if permit.also::<SearchInternals>().is_none() {
            return self.allowances.draw_cards(db, caller, &cards).await;
        }
        // Who has no allowance is answered even when nothing can be written.
        let noted = self.note(permit, cards).await;
        if let Err(error) = noted {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "shown cards were not noted"
            );
        }
        Ok(())
    }

    async fn note<A: Action>(
        self,
        permit: &Permit<A>,
        mut cards: Vec<ExpertId>,
    ) -> Result<(), AllowanceError> {
        let (db, caller) = (self.db, permit.caller());
        if caller.has(Role::Vetter) {
            let open = vetting::with_open_case(db.reader(), &cards)
                .await
                .map_err(StorageError::from)?;
            cards.retain(|card| !open.contains(card));
        }
        self.allowances.note_cards(db, caller, &cards).await
    }

    fn employer(self, card: ExpertId) -> Option<OrganisationId> {
        let HitAddress { segment, entry } = self.snapshot.index.address(card.0).ok()??;
        let segment = self.snapshot.index.segments().get(segment)?;
        Some(OrganisationId(segment.organisation(entry)))
    }
}
