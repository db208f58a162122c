//! How often somebody may try to sign in, or at the own password.

use std::net::IpAddr;

use crate::attempts::{self, Counter, subscriber};
use crate::db::{Db, StorageError};
use crate::ids::AccountId;
use crate::sealing::{Keyring, SealError};

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
    let address = subscriber(address);
    let counters = vec![
        counter(ring, "address", &address, FOR_AN_ADDRESS)?,
        counter(ring, "pair", &format!("{address}\n{email}"), FOR_A_PAIR)?,
        counter(ring, "account", email, FOR_AN_ACCOUNT)?,
    ];
    Ok(attempts::count(db, counters).await?.map(drop))
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
    let address = subscriber(address);
    let counters = vec![counter(ring, "address", &address, FOR_AN_ADDRESS)?];
    Ok(attempts::count(db, counters).await?.map(drop))
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
    let counters = vec![counter(ring, scope, &account.to_string(), FOR_ONESELF)?];
    Ok(attempts::count(db, counters).await?.map(drop))
}

fn counter(
    ring: &Keyring,
    scope: &'static str,
    subject: &str,
    limit: i32,
) -> Result<Counter, SealError> {
    Counter::new(ring, scope, subject, (limit, PERIOD))
}
