//! By which ways an entry is reached: for the sender alone, which shows nobody anything.

use std::fmt;

use crate::db::{Db, StorageError};
use crate::experts::identity::Identity;
use crate::experts::model::{Entry, EntryKind};
use crate::experts::private_contact::{self, ContactWay, PrivateContact};
use crate::experts::reveals::Disclosure;
use crate::experts::store;
use crate::organisations;
use crate::sealing::Keyring;

/// A way to reach somebody.
#[derive(Clone, PartialEq, Eq)]
pub enum Way {
    /// A mobile telephone, E.164.
    Mobile(String),
    /// A telephone, E.164.
    Phone(String),
    /// A mail address.
    Mail(String),
}

impl fmt::Debug for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Way")
    }
}

/// The ways of an entry, first to last: a person's own order, a capacity's duty desk.
///
/// # Errors
/// Something sealed does not open, or storage failed.
pub async fn ways(db: &Db, ring: &Keyring, entry: &Entry) -> Result<Vec<Way>, StorageError> {
    if entry.kind == EntryKind::Capacity {
        let house = organisations::by_id(db.reader(), entry.organisation).await?;
        let desk = house.and_then(|house| house.duty_phone);
        return Ok(desk.map(Way::Phone).into_iter().collect());
    }
    let disclosure = Disclosure::to_nobody(entry.id);
    let Some(identity) = store::identity(db.reader(), ring, disclosure).await? else {
        return Ok(Vec::new());
    };
    let kept = private_contact::find(db.reader(), ring, entry.id).await?;
    let kept = kept.unwrap_or_default();
    let ways = kept.order.ways().iter();
    Ok(ways.filter_map(|way| at(*way, &identity, &kept)).collect())
}

fn at(way: ContactWay, identity: &Identity, kept: &PrivateContact) -> Option<Way> {
    let private = kept.private(way).map(str::to_owned);
    match way {
        ContactWay::WorkMobile => identity.mobile.clone().map(Way::Mobile),
        ContactWay::WorkPhone => identity.phone.clone().map(Way::Phone),
        ContactWay::WorkEmail => Some(Way::Mail(identity.email.clone())),
        ContactWay::PrivateMobile => private.map(Way::Mobile),
        ContactWay::PrivatePhone => private.map(Way::Phone),
        ContactWay::PrivateEmail => private.map(Way::Mail),
    }
}
