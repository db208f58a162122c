//! Daily allowances of an account: how many different cards and places it may see.
//!
//! What was seen once today costs nothing again, so a search may change with every letter typed. Each thing
//! seen is a row, and the counter moves in the same transaction: no number of nodes exceeds the allowance.

mod store;
mod watch;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;

pub use store::forget_old;

use crate::access::Caller;
use crate::db::{Db, StorageError};
use crate::ids::{self, AccountId, ExpertId};

/// What cards are counted as.
const CARDS: &str = "cards";
/// What stands before the id of a card that was seen.
const CARD: &str = "card ";
/// Copies of the own data an account may take a day.
const EXPORTS: i32 = 10;

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

/// Who saw what on which day.
type Seen = (AccountId, NaiveDate, String);

/// The allowances of this installation.
#[derive(Clone, Debug)]
pub struct Allowances {
    cards: i32,
    places: i32,
    exports: i32,
    /// Seen today according to the database, so that seeing it again costs no query.
    seen: Arc<Mutex<HashSet<Seen>>>,
}

/// A counter of a day and how far it may go.
#[derive(Clone, Copy, Debug)]
struct Counter {
    account: AccountId,
    day: NaiveDate,
    what: &'static str,
    limit: i32,
}

impl Allowances {
    /// So many different cards and places an account and day.
    pub fn new(cards: i32, places: i32) -> Self {
        Self {
            cards,
            places,
            exports: EXPORTS,
            seen: Arc::default(),
        }
    }

    /// With so many copies of the own data an account and day instead of ten.
    #[must_use]
    pub fn with_exports(self, exports: i32) -> Self {
        Self { exports, ..self }
    }

    /// Draws the cards that were not seen today.
    ///
    /// # Errors
    /// Not so many are left, or storage failed.
    pub async fn draw_cards(
        &self,
        db: &Db,
        caller: &Caller,
        cards: &[ExpertId],
    ) -> Result<(), AllowanceError> {
        self.draw_watched(db, caller, (CARDS, self.cards), named(cards))
            .await
    }

    /// Notes the cards that were not seen today, for somebody who may see any number.
    ///
    /// # Errors
    /// Storage failed.
    pub async fn note_cards(
        &self,
        db: &Db,
        caller: &Caller,
        cards: &[ExpertId],
    ) -> Result<(), AllowanceError> {
        self.draw_watched(db, caller, (CARDS, i32::MAX), named(cards))
            .await
    }

    /// Draws a place, unless it was named today already.
    ///
    /// # Errors
    /// No further place is left, or storage failed.
    pub async fn draw_place(
        &self,
        db: &Db,
        caller: &Caller,
        ags: &str,
    ) -> Result<(), AllowanceError> {
        let things = vec![format!("place {ags}")];
        self.draw_watched(db, caller, ("places", self.places), things)
            .await
    }

    /// Draws a copy of the own data.
    ///
    /// # Errors
    /// No further copy is left today, or storage failed.
    pub async fn draw_export(&self, db: &Db, account: AccountId) -> Result<(), AllowanceError> {
        // Each copy counts, also of the same data.
        let things = vec![format!("export {}", ids::ordered(db.clock().now()))];
        let counter = Counter {
            account,
            day: db.clock().now().date(),
            what: "exports",
            limit: self.exports,
        };
        let txn = db.begin().await?;
        if !store::draw(&txn, counter, &things).await? {
            txn.rollback().await?;
            return Err(AllowanceError::UsedUp);
        }
        txn.commit().await?;
        Ok(())
    }

    /// Draws what was not seen today; whoever sees or asks for unusually much raises an alarm.
    async fn draw_watched(
        &self,
        db: &Db,
        caller: &Caller,
        (what, limit): (&'static str, i32),
        things: Vec<String>,
    ) -> Result<(), AllowanceError> {
        let (account, day) = (caller.account, db.clock().now().date());
        let new = self.not_seen(account, day, things);
        if new.is_empty() {
            return Ok(());
        }
        let counter = Counter {
            account,
            day,
            what,
            limit,
        };
        let mut txn = db.begin().await?;
        if !store::draw(&txn, counter, &new).await? {
            txn.rollback().await?;
            let mut txn = db.begin().await?;
            watch::refused(&mut txn, caller, day).await?;
            txn.commit().await?;
            return Err(AllowanceError::UsedUp);
        }
        if what == CARDS {
            watch::seen(&mut txn, caller, day).await?;
        }
        txn.commit().await?;
        let mut seen = self.lock();
        // What was seen yesterday is worth nothing.
        seen.retain(|(_, other, _)| *other == day);
        seen.extend(new.into_iter().map(|thing| (account, day, thing)));
        Ok(())
    }

    /// Those of the things that were not seen today, as far as this process knows.
    fn not_seen(&self, account: AccountId, day: NaiveDate, things: Vec<String>) -> Vec<String> {
        let seen = self.lock();
        let is_new = |thing: &String| !seen.contains(&(account, day, thing.clone()));
        things.into_iter().filter(is_new).collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashSet<Seen>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Cards as they are counted.
fn named(cards: &[ExpertId]) -> Vec<String> {
    cards.iter().map(|id| format!("{CARD}{id}")).collect()
}
