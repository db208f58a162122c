//! Daily allowances of an account: how many different cards and places it may see.
//!
//! What was seen once today costs nothing again, so a search may change with every letter typed. Each thing
//! seen is a row, and the counter moves in the same transaction: no number of nodes exceeds the allowance.

mod store;
mod watch;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;

pub use store::forget_old;

use crate::access::Caller;
use crate::alarms::REFUSED_EVERY;
use crate::clock::Instant;
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
    /// Since when whose refusals count as one, so that the others cost nothing.
    refused: Arc<Mutex<HashMap<AccountId, Instant>>>,
}

/// Cards that are about to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// All of them.
    pub cards: &'a [ExpertId],
    /// Those among them that are decoys.
    pub decoys: &'a [ExpertId],
}

impl<'a> Shown<'a> {
    /// Cards none of which is a decoy.
    pub const fn entries(cards: &'a [ExpertId]) -> Self {
        Self { cards, decoys: &[] }
    }
}

/// What is drawn from a counter.
#[derive(Debug)]
struct Draw {
    what: &'static str,
    limit: i32,
    things: Vec<String>,
    /// Those of the things whose sight is an alarm.
    alarming: Vec<String>,
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
            refused: Arc::default(),
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
        shown: Shown<'_>,
    ) -> Result<(), AllowanceError> {
        self.draw_watched(db, caller, cards(shown, self.cards))
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
        shown: Shown<'_>,
    ) -> Result<(), AllowanceError> {
        self.draw_watched(db, caller, cards(shown, i32::MAX)).await
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
        let draw = Draw {
            what: "places",
            limit: self.places,
            things: vec![format!("place {ags}")],
            alarming: Vec::new(),
        };
        self.draw_watched(db, caller, draw).await
    }

    /// Those of the cards that somebody did not see today, as far as this process knows.
    pub fn unseen(&self, db: &Db, caller: &Caller, cards: &[ExpertId]) -> Vec<ExpertId> {
        let (account, day) = (caller.account, db.clock().now().date());
        let seen = lock(&self.seen);
        let is_new = |id: &ExpertId| !seen.contains(&(account, day, named(*id)));
        cards.iter().copied().filter(is_new).collect()
    }

    /// Whether somebody was refused within the last minute, by this process.
    pub fn was_refused(&self, caller: &Caller, now: Instant) -> bool {
        let refused = lock(&self.refused);
        let since = refused.get(&caller.account);
        since.is_some_and(|since| is_same_refusal(*since, now))
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
        draw: Draw,
    ) -> Result<(), AllowanceError> {
        let Draw {
            what,
            limit,
            things,
            alarming,
        } = draw;
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
            self.refuse(db, caller).await;
            return Err(AllowanceError::UsedUp);
        }
        if what == CARDS {
            watch::seen(&mut txn, caller, day).await?;
        }
        if alarming.iter().any(|thing| new.contains(thing)) {
            watch::met_decoy(&mut txn, caller, day).await?;
        }
        txn.commit().await?;
        let mut seen = lock(&self.seen);
        // What was seen yesterday is worth nothing.
        seen.retain(|(_, other, _)| *other == day);
        seen.extend(new.into_iter().map(|thing| (account, day, thing)));
        Ok(())
    }

    /// Counts that somebody is refused, once a minute. Nothing of it changes the answer.
    async fn refuse(&self, db: &Db, caller: &Caller) {
        let now = db.clock().now();
        {
            let mut refused = lock(&self.refused);
            refused.retain(|_, since| is_same_refusal(*since, now));
            if refused.contains_key(&caller.account) {
                return;
            }
            refused.insert(caller.account, now);
        }
        if let Err(error) = count_refusal(db, caller, now.date()).await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "a refusal was not counted"
            );
        }
    }

    /// Those of the things that were not seen today, as far as this process knows.
    fn not_seen(&self, account: AccountId, day: NaiveDate, things: Vec<String>) -> Vec<String> {
        let seen = lock(&self.seen);
        let is_new = |thing: &String| !seen.contains(&(account, day, thing.clone()));
        things.into_iter().filter(is_new).collect()
    }
}

async fn count_refusal(db: &Db, caller: &Caller, day: NaiveDate) -> Result<(), AllowanceError> {
    let mut txn = db.begin().await?;
    watch::refused(&mut txn, caller, day).await?;
    txn.commit().await?;
    Ok(())
}

/// Whether refusals of an account at two moments count as one.
fn is_same_refusal(since: Instant, now: Instant) -> bool {
    since <= now && now < since.plus_seconds(REFUSED_EVERY)
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Cards as they are drawn.
fn cards(shown: Shown<'_>, limit: i32) -> Draw {
    let all_named = |ids: &[ExpertId]| ids.iter().copied().map(named).collect();
    Draw {
        what: CARDS,
        limit,
        things: all_named(shown.cards),
        alarming: all_named(shown.decoys),
    }
}

/// A card as it is counted.
fn named(id: ExpertId) -> String {
    format!("{CARD}{id}")
}
