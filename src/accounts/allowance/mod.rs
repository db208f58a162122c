//! Daily allowances of an account, held in the database and drawn in blocks.
//!
//! A block is taken from the day's allowance in one atomic statement and used up in memory, so that
//! reading does not cost a write each time, and no number of nodes exceeds the allowance.

mod store;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::db::{Db, StorageError};
use crate::ids::AccountId;
use chrono::NaiveDate;

/// Why nothing was drawn.
#[derive(Debug, thiserror::Error)]
pub enum AllowanceError {
    /// The day's allowance is used up.
    #[error("the allowance of the day is used up")]
    UsedUp,
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for AllowanceError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Whose counter of which day, and what it counts.
type Key = (AccountId, NaiveDate, String);
type Drawn = HashMap<Key, i32>;

/// The allowances of this installation.
#[derive(Clone, Debug)]
pub struct Allowances {
    cards: i32,
    places: i32,
    drawn: Arc<Mutex<Drawn>>,
}

impl Allowances {
    /// So many cards and places an account and day.
    pub fn new(cards: i32, places: i32) -> Self {
        Self {
            cards,
            places,
            drawn: Arc::default(),
        }
    }

    /// Uses up some cards.
    ///
    /// # Errors
    /// Not so many are left, or storage failed.
    pub async fn draw_cards(
        &self,
        db: &Db,
        account: AccountId,
        cards: i32,
    ) -> Result<(), AllowanceError> {
        let today = db.clock().now().date();
        let key = (account, today, "cards".to_owned());
        if cards == 0 || self.take_drawn(&key, cards) {
            return Ok(());
        }
        let block = cards.max(self.cards / 20);
        let drawn = match store::draw(db, &key, block, self.cards).await {
            Err(AllowanceError::UsedUp) if block > cards => {
                store::draw(db, &key, cards, self.cards)
                    .await
                    .map(|()| cards)
            }
            other => other.map(|()| block),
        }?;
        *self.lock().entry(key).or_insert(0) += drawn - cards;
        Ok(())
    }

    /// Uses up a place, unless the account has named it today already.
    ///
    /// # Errors
    /// No further place is left, or storage failed.
    pub async fn draw_place(
        &self,
        db: &Db,
        account: AccountId,
        ags: &str,
    ) -> Result<(), AllowanceError> {
        let today = db.clock().now().date();
        let place = (account, today, format!("place {ags}"));
        if self.lock().contains_key(&place) {
            return Ok(());
        }
        let txn = db.begin().await?;
        if store::insert_zero(&txn, &place).await? {
            let all = (account, today, "places".to_owned());
            if !store::add(&txn, &all, 1, self.places).await? {
                txn.rollback().await?;
                return Err(AllowanceError::UsedUp);
            }
        }
        txn.commit().await?;
        self.lock().insert(place, 0);
        Ok(())
    }

    fn take_drawn(&self, key: &Key, wanted: i32) -> bool {
        let mut drawn = self.lock();
        // Yesterday's blocks are worth nothing.
        drawn.retain(|(_, day, _), _| *day == key.1);
        let Some(left) = drawn.get_mut(key).filter(|left| **left >= wanted) else {
            return false;
        };
        *left -= wanted;
        true
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Drawn> {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
