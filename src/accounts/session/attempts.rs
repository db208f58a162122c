//! How often somebody may try: counted in the database before any password is looked at, so that
//! neither many nodes nor many connections give more tries.

use std::net::IpAddr;

use super::store;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::sealing::{Keyring, Purpose};

/// Attempts are counted for so many seconds; nobody is locked out for longer.
const PERIOD: i64 = 15 * 60;
/// From one address to one account.
const FOR_A_PAIR: i32 = 10;
/// From one address, a town hall behind one router included.
const FOR_AN_ADDRESS: i32 = 60;
/// To one account, from wherever: high, so that nobody can lock a coordinator out.
const FOR_AN_ACCOUNT: i32 = 300;

/// A counter: what it counts, whose, and how far it may go.
#[derive(Clone, Debug)]
pub(super) struct Counter {
    pub(super) scope: &'static str,
    pub(super) subject: Vec<u8>,
    pub(super) limit: i32,
}

/// Counts an attempt.
///
/// # Errors
/// `Ok(Err(seconds))`: too many, try again in so many seconds; or storage failed.
pub(super) async fn count(
    db: &Db,
    ring: &Keyring,
    email: &str,
    address: Option<IpAddr>,
) -> Result<Result<(), i64>, StorageError> {
    let now = db.clock().now();
    let until = end_of_period(now);
    let address = address.map_or_else(String::new, |address| address.to_string());
    let counter = |scope, subject: &str, limit| {
        let subject = format!("{scope}\n{subject}");
        Ok::<_, StorageError>(Counter {
            scope,
            subject: ring
                .keyed_hash(Purpose::Attempts, subject.as_bytes())?
                .to_vec(),
            limit,
        })
    };
    let counters = [
        counter("pair", &format!("{address}\n{email}"), FOR_A_PAIR)?,
        counter("address", &address, FOR_AN_ADDRESS)?,
        counter("account", email, FOR_AN_ACCOUNT)?,
    ];
    let mut is_within = true;
    let txn = db.begin().await?;
    for counter in &counters {
        is_within &= store::count(&txn, counter, until).await?;
    }
    txn.commit().await?;
    let wait = until.as_seconds() - now.as_seconds();
    Ok(if is_within { Ok(()) } else { Err(wait.max(1)) })
}

fn end_of_period(now: Instant) -> Instant {
    let begun = now.as_seconds().div_euclid(PERIOD);
    Instant::from_micros((begun + 1) * PERIOD * 1_000_000)
}
