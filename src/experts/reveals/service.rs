//! What the person gets to see of it.

use std::cmp::Reverse;

use super::{RevealPurpose, store};
use crate::access::action::ReadReveals;
use crate::access::{Permit, Role};
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::experts::{ExpertError, store as entries};
use crate::http::cut;
use crate::ids::{OrganisationId, RevealId};
use crate::organisations;

/// To whom something was shown: in which role, and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The role that allowed it.
    pub role: Role,
    /// The organisation the role was granted for, and its name.
    pub organisation: Option<(OrganisationId, String)>,
}

/// That name and contact were shown to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// Its id.
    pub id: RevealId,
    /// To whom.
    pub viewer: Viewer,
    /// Why.
    pub purpose: RevealPurpose,
    /// When, first that day.
    pub at: Instant,
}

/// Some reveals, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RevealPage {
    /// The reveals.
    pub items: Vec<Reveal>,
    /// Where older ones begin.
    pub next: Option<RevealId>,
}

/// Who was shown the name and contact of whoever holds the permit; nobody when there is no entry.
///
/// # Errors
/// Storage failed.
pub async fn reveals(
    db: &Db,
    permit: &Permit<ReadReveals>,
    (before, limit): (Option<RevealId>, u64),
) -> Result<RevealPage, ExpertError> {
    let Some(entry) = entries::of_account(db.reader(), permit.caller().account).await? else {
        return Ok(RevealPage::default());
    };
    let mut rows = store::list(db.reader(), entry, before, limit + 1).await?;
    let towns = entries::shown_to_towns(db.reader(), entry, (before, limit + 1)).await?;
    rows.extend(towns.into_iter().map(|(id, town, at)| store::Entered {
        id,
        role: Role::Requester,
        organisation: Some(town),
        purpose: RevealPurpose::Deployment,
        at,
    }));
    rows.sort_by_key(|row| Reverse(row.id));
    let next = cut(&mut rows, limit).map(|row| row.id);
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        items.push(reveal(db, row).await?);
    }
    Ok(RevealPage { items, next })
}

async fn reveal(db: &Db, entered: store::Entered) -> Result<Reveal, StorageError> {
    let store::Entered {
        id,
        role,
        organisation,
        purpose,
        at,
    } = entered;
    let organisation = match organisation {
        Some(id) => organisations::by_id(db.reader(), id).await?,
        None => None,
    };
    Ok(Reveal {
        id,
        viewer: Viewer {
            role,
            organisation: organisation.map(|known| (known.id, known.name)),
        },
        purpose,
        at,
    })
}
