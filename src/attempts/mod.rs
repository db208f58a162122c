//! How often somebody may try: counted in the database before any secret is looked at, so that neither many
//! nodes nor many connections give more tries.

mod store;

use std::net::{IpAddr, Ipv6Addr};

pub use store::forget_old;

use crate::clock::Instant;
use crate::db::{Db, StorageError, Txn};
use crate::sealing::{Keyring, Purpose, SealError};

/// A counter: what it counts, whose, and how far it may go in a period.
#[derive(Clone, Debug)]
pub struct Counter {
    scope: &'static str,
    subject: Vec<u8>,
    limit: i32,
    period: i64,
}

impl Counter {
    /// Counts what `subject` does, known by its keyed hash only, in periods of so many seconds.
    ///
    /// # Errors
    /// The keyring is empty.
    pub fn new(
        ring: &Keyring,
        scope: &'static str,
        subject: &str,
        (limit, period): (i32, i64),
    ) -> Result<Self, SealError> {
        let subject = format!("{scope}\n{subject}");
        let subject = ring.keyed_hash(Purpose::Attempts, subject.as_bytes())?;
        Ok(Self {
            scope,
            subject: subject.to_vec(),
            limit,
            period,
        })
    }

    /// When the period it is now ends.
    fn until(&self, now: Instant) -> Instant {
        let begun = now.as_seconds().div_euclid(self.period);
        Instant::from_micros((begun + 1) * self.period * 1_000_000)
    }
}

/// An attempt that was within all limits.
#[derive(Debug)]
pub struct Counted(Vec<(Counter, Instant)>);

impl Counted {
    /// Takes the attempt back: it was a right one, and only wrong ones count.
    ///
    /// # Errors
    /// Storage failed.
    pub async fn give_back(self, txn: &Txn) -> Result<(), StorageError> {
        for (counter, until) in &self.0 {
            store::give_back(txn, counter, *until).await?;
        }
        Ok(())
    }
}

/// Counts an attempt, the narrowest counters first.
///
/// # Errors
/// `Ok(Err(seconds))`: too many, try again in so many seconds; or storage failed.
pub async fn count(db: &Db, counters: Vec<Counter>) -> Result<Result<Counted, i64>, StorageError> {
    let now = db.clock().now();
    let mut full = None;
    let mut counted = Vec::with_capacity(counters.len());
    let txn = db.begin().await?;
    for counter in counters {
        let until = counter.until(now);
        // What is refused counts no further: one address must not use up the tries of an account.
        if full.is_none() && !store::count(&txn, &counter, until).await? {
            full = Some(until);
        }
        counted.push((counter, until));
    }
    txn.commit().await?;
    Ok(match full {
        None => Ok(Counted(counted)),
        Some(until) => Err((until.as_seconds() - now.as_seconds()).max(1)),
    })
}

/// Whose an address is: with IPv6 one subscriber has a /64, which is as many addresses as anybody could want.
pub fn subscriber(address: Option<IpAddr>) -> String {
    match address.map(|address| address.to_canonical()) {
        None => String::new(),
        Some(IpAddr::V4(address)) => address.to_string(),
        Some(IpAddr::V6(address)) => {
            let network = address.to_bits() >> 64 << 64;
            Ipv6Addr::from_bits(network).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subscriber_has_one_counter_however_many_addresses() {
        let of = |text: &str| subscriber(Some(text.parse().unwrap()));

        assert_eq!(of("2001:db8:1:2::3"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::3"), of("2001:db8:1:3::3"));
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
    }
}
