//! How often somebody may try: counted in the database before any password is looked at, so that
//! neither many nodes nor many connections give more tries.

use std::net::{IpAddr, Ipv6Addr};

use super::store;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::ids::AccountId;
use crate::sealing::{Keyring, Purpose};

/// Attempts are counted for so many seconds; nobody is locked out for longer.
const PERIOD: i64 = 15 * 60;
/// From one address to one account.
const FOR_A_PAIR: i32 = 10;
/// From one address, a town hall behind one router included.
const FOR_AN_ADDRESS: i32 = 60;
/// To the own password or second factor, by whoever holds a session or passed the password.
const FOR_ONESELF: i32 = 10;
/// To one account, from wherever: high, so that nobody can lock a coordinator out.
const FOR_AN_ACCOUNT: i32 = 300;

/// A counter: what it counts, whose, and how far it may go.
#[derive(Clone, Debug)]
pub(super) struct Counter {
    pub(super) scope: &'static str,
    pub(super) subject: Vec<u8>,
    pub(super) limit: i32,
}

/// Counts an attempt, the narrowest counters first.
///
/// # Errors
/// `Ok(Err(seconds))`: too many, try again in so many seconds; or storage failed.
pub(super) async fn count(
    db: &Db,
    ring: &Keyring,
    email: &str,
    address: Option<IpAddr>,
) -> Result<Result<(), i64>, StorageError> {
    let address = address.map_or_else(String::new, subscriber);
    let counters = [
        counter(ring, "address", &address, FOR_AN_ADDRESS)?,
        counter(ring, "pair", &format!("{address}\n{email}"), FOR_A_PAIR)?,
        counter(ring, "account", email, FOR_AN_ACCOUNT)?,
    ];
    count_all(db, &counters).await
}

/// Counts an attempt that names no account.
///
/// # Errors
/// `Ok(Err(seconds))`: too many, try again in so many seconds; or storage failed.
pub(super) async fn count_nameless(
    db: &Db,
    ring: &Keyring,
    address: Option<IpAddr>,
) -> Result<Result<(), i64>, StorageError> {
    let address = address.map_or_else(String::new, subscriber);
    let counters = [counter(ring, "address", &address, FOR_AN_ADDRESS)?];
    count_all(db, &counters).await
}

/// Counts an attempt at the own password or code.
///
/// # Errors
/// `Ok(Err(seconds))`: too many, try again in so many seconds; or storage failed.
pub(in crate::accounts) async fn count_own(
    db: &Db,
    ring: &Keyring,
    scope: &'static str,
    account: AccountId,
) -> Result<Result<(), i64>, StorageError> {
    let counters = [counter(ring, scope, &account.to_string(), FOR_ONESELF)?];
    count_all(db, &counters).await
}

/// Whose an address is: with IPv6 one subscriber has a /64, which is as many addresses as anybody could want.
fn subscriber(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let network = address.to_bits() >> 64 << 64;
            Ipv6Addr::from_bits(network).to_string()
        }
    }
}

fn counter(
    ring: &Keyring,
    scope: &'static str,
    subject: &str,
    limit: i32,
) -> Result<Counter, StorageError> {
    let subject = format!("{scope}\n{subject}");
    let subject = ring.keyed_hash(Purpose::Attempts, subject.as_bytes())?;
    Ok(Counter {
        scope,
        subject: subject.to_vec(),
        limit,
    })
}

async fn count_all(db: &Db, counters: &[Counter]) -> Result<Result<(), i64>, StorageError> {
    let now = db.clock().now();
    let until = end_of_period(now);
    let mut is_within = true;
    let txn = db.begin().await?;
    for counter in counters {
        // What is refused counts no further: one address must not use up the tries of an account.
        is_within = is_within && store::count(&txn, counter, until).await?;
    }
    txn.commit().await?;
    let wait = until.as_seconds() - now.as_seconds();
    Ok(if is_within { Ok(()) } else { Err(wait.max(1)) })
}

fn end_of_period(now: Instant) -> Instant {
    let begun = now.as_seconds().div_euclid(PERIOD);
    Instant::from_micros((begun + 1) * PERIOD * 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subscriber_has_one_counter_however_many_addresses() {
        let of = |text: &str| subscriber(text.parse().unwrap());

        assert_eq!(of("2001:db8:1:2::3"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::3"), of("2001:db8:1:3::3"));
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
    }
}
