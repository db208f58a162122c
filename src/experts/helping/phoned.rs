//! One number for the desk, which phones somebody whom no message reached (trust.md 2): entered first, and in the
//! person's list at once.

use std::fmt;

use super::reach::{Way, ways};
use crate::access::Permit;
use crate::access::action::RevealAlertContact;
use crate::db::{Db, StorageError, Txn};
use crate::experts::model::Entry;
use crate::experts::reveals::Disclosure;
use crate::ids::AlertId;
use crate::organisations;
use crate::sealing::Keyring;

/// That a number of an entry is shown to the desk was entered, and the public name of whom it is. Whoever holds it commits
/// before it opens anything.
#[derive(Debug)]
pub struct Phoning {
    entry: Entry,
    disclosure: Disclosure,
}

/// A number to phone. Never a name.
#[derive(Clone, PartialEq, Eq)]
pub struct PhoneNumber {
    /// The public name.
    pub alias: String,
    /// E.164; none where none was given.
    pub phone: Option<String>,
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhoneNumber")
    }
}

/// Enters that the desk is shown a number of an entry, because no message of an alert reached it.
///
/// # Errors
/// Storage failed.
pub async fn enter_phoning(
    txn: &mut Txn,
    permit: &Permit<RevealAlertContact>,
    (entry, alert): (Entry, AlertId),
) -> Result<Phoning, StorageError> {
    let disclosure = Disclosure::of_number(txn, permit, (&entry, alert)).await?;
    Ok(Phoning { entry, disclosure })
}

impl Phoning {
    /// The first telephone among the ways of the person, else that of the duty desk of the house.
    ///
    /// # Errors
    /// Something sealed does not open, or storage failed.
    pub async fn number(self, db: &Db, ring: &Keyring) -> Result<PhoneNumber, StorageError> {
        let Self { entry, disclosure } = self;
        debug_assert_eq!(disclosure.expert(), entry.id);
        let mut ways = ways(db, ring, &entry).await?.into_iter();
        let own = ways.find_map(telephone);
        let phone = match own {
            Some(own) => Some(own),
            None => organisations::by_id(db.reader(), entry.organisation)
                .await?
                .and_then(|house| house.duty_phone),
        };
        Ok(PhoneNumber {
            alias: entry.alias,
            phone,
        })
    }
}

fn telephone(way: Way) -> Option<String> {
    match way {
        Way::Mobile(number) | Way::Phone(number) => Some(number),
        Way::Mail(_) => None,
    }
}
