//! The reference data as it is now: exchanged when somebody changes it, on every node by the change feed.

use std::sync::Arc;

use arc_swap::ArcSwap;
use uuid::Uuid;

use super::service::{self, ReferenceError};
use super::{Reference, keeping, store};
use crate::db::{ChangeKind, Db, Txn};

/// A part of the reference data that changes as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Whom to call in a Land.
    Contacts,
    /// The vocabulary.
    Terms,
    /// Texts that somebody answers for.
    Texts,
    /// The places.
    Regions,
}

impl Part {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::Contacts, Self::Terms, Self::Regions, Self::Texts];

    /// What the feed calls it.
    const fn subject(self) -> Uuid {
        match self {
            Self::Contacts => Uuid::from_u128(1),
            Self::Terms => Uuid::from_u128(2),
            Self::Texts => Uuid::from_u128(4),
            Self::Regions => Uuid::from_u128(3),
        }
    }

    /// The part a line of the feed is about.
    pub fn of(subject: Uuid) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.subject() == subject)
    }

    /// Tells all nodes that it changed.
    pub(super) fn changed(self, txn: &mut Txn) {
        txn.changed(ChangeKind::Reference, self.subject());
    }
}

/// Holds the current reference data. One task follows the feed and exchanges it.
#[derive(Debug)]
pub struct Living {
    current: ArcSwap<Reference>,
}

impl Living {
    /// Begins with what was loaded.
    pub fn new(reference: Arc<Reference>) -> Self {
        Self {
            current: ArcSwap::new(reference),
        }
    }

    /// As it is now; whoever holds it sees nothing change.
    pub fn now(&self) -> Arc<Reference> {
        self.current.load_full()
    }

    /// Loads parts anew.
    ///
    /// # Errors
    /// Storage failed, or the places contradict each other: then everything stays as it was.
    pub async fn reload(&self, db: &Db, parts: &[Part]) -> Result<(), ReferenceError> {
        let mut next = Reference::clone(&self.now());
        for part in parts {
            match part {
                Part::Contacts => next.contacts = keeping::shown_contacts(db.reader()).await?,
                Part::Texts => next.texts = keeping::shown_texts(db).await?,
                Part::Terms => next.taxonomy = Arc::new(store::taxonomy(db.reader()).await?),
                Part::Regions => {
                    // The places are many and seldom others.
                    let edition = store::places_edition(db.reader()).await?;
                    if next.regions.edition() != Some(&edition) {
                        next.regions = Arc::new(service::regions(db).await?);
                    }
                }
            }
        }
        let is_in_words = |part: &Part| matches!(part, Part::Terms | Part::Regions);
        if parts.iter().any(is_in_words) {
            next.words = Arc::default();
        }
        self.current.store(Arc::new(next));
        Ok(())
    }
}
