//! The employer's releases: for one entry or several at once, and what is left of the days.

use serde_json::{Value, json};

use super::{ExpertError, Saved, record, release};
use crate::access::Permit;
use crate::access::action::ReleaseExperts;
use crate::audit;
use crate::clock::Instant;
use crate::db::{Db, Txn};
use crate::experts::body::NewRelease;
use crate::experts::duty::PersonDays;
use crate::experts::model::{Entry, Release};
use crate::experts::{check, store};
use crate::http::{IfMatch, Problem};
use crate::ids::{ExpertId, OrganisationId};

/// An entry with the release that holds for it now.
#[derive(Clone, Debug)]
pub struct Released {
    /// The entry, masked.
    pub entry: Entry,
    /// The release that holds.
    pub release: Option<Release>,
    /// Person-days of this year it is committed for.
    pub days_used: i64,
}

/// The releases of an organisation.
#[derive(Clone, Debug)]
pub struct Releases {
    /// Its entries by their public names.
    pub entries: Vec<Released>,
    /// Person-days of this year all of them are committed for.
    pub days_used: i64,
}

/// What is done with releases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReleaseOrder {
    /// The one there is ends, and this one begins.
    Give(NewRelease),
    /// The one there is ends at once.
    Withdraw,
}

impl Released {
    /// Days left this year under the release's own cap; none without one.
    pub fn days_left(&self) -> Option<i64> {
        let cap = self.release?.days_a_year?;
        Some((i64::from(cap) - self.days_used).max(0))
    }
}

/// The releases of an organisation as they stand now.
///
/// # Errors
/// Not the caller's to see, or storage failed.
pub async fn releases(
    db: &Db,
    permit: &Permit<ReleaseExperts>,
    organisation: OrganisationId,
) -> Result<Releases, ExpertError> {
    if !permit.scope().covers(organisation) {
        return Err(ExpertError::NotFound);
    }
    let now = db.clock().now();
    let ids = store::ids_of(db.reader(), &[organisation]).await?;
    let mut entries = store::load(db.reader(), &ids).await?;
    entries.retain(|entry| entry.hidden_since.is_none());
    entries.sort_by(|a, b| a.alias.cmp(&b.alias));
    let released = |entry: Entry| Released {
        release: held(&entry, now).copied(),
        days_used: PersonDays::used(entry.commitments.iter().copied(), now).this_year,
        entry,
    };
    let entries: Vec<_> = entries.into_iter().map(released).collect();
    Ok(Releases {
        entries,
        days_used: store::used_person_days(db.reader(), organisation, now)
            .await?
            .this_year,
    })
}

/// Gives or withdraws the release of these entries, all of them or none: each as it was when the caller saw it.
///
/// # Errors
/// One is not the caller's, or was changed meanwhile; the last day is past or too late; or storage failed.
pub async fn set_releases(
    db: &Db,
    permit: &Permit<ReleaseExperts>,
    chosen: &[(ExpertId, IfMatch)],
    order: ReleaseOrder,
) -> Result<i64, ExpertError> {
    let mut txn = db.begin().await?;
    let given = match &order {
        ReleaseOrder::Give(given) => Some(given),
        ReleaseOrder::Withdraw => None,
    };
    if let Some(error) = check::release(given, txn.now(), "") {
        return Err(ExpertError::Invalid(vec![error]));
    }
    for (id, if_match) in chosen {
        let found = store::load(txn.connection(), &[*id]).await?.pop();
        let entry = found.filter(|entry| permit.scope().covers(entry.organisation));
        let entry = entry.ok_or(ExpertError::NotFound)?;
        if_match
            .check(entry.version)
            .map_err(ExpertError::Version)?;
        set(&mut txn, permit, &entry, order).await?;
    }
    Ok(txn.commit().await?.generation)
}

/// Withdraws the release of an entry, whoever changed it meanwhile: it acts at once.
///
/// # Errors
/// Not the caller's, or storage failed.
pub async fn withdraw_release(
    db: &Db,
    permit: &Permit<ReleaseExperts>,
    id: ExpertId,
) -> Result<Saved, ExpertError> {
    let mut txn = db.begin().await?;
    store::hold(&txn, id).await?;
    let found = store::load(txn.connection(), &[id]).await?.pop();
    let entry = found.filter(|entry| permit.scope().covers(entry.organisation));
    let entry = entry.ok_or(ExpertError::NotFound)?;
    set(&mut txn, permit, &entry, ReleaseOrder::Withdraw).await?;
    let generation = txn.commit().await?.generation;
    Ok(Saved { id, generation })
}

async fn set(
    txn: &mut Txn,
    permit: &Permit<ReleaseExperts>,
    entry: &Entry,
    order: ReleaseOrder,
) -> Result<(), ExpertError> {
    let now = txn.now();
    let was = held(entry, now);
    let (next, action) = match order {
        ReleaseOrder::Give(given) => (Some(release(given, now)), "expert.released"),
        // Nothing is withdrawn twice.
        ReleaseOrder::Withdraw if was.is_none() => return Ok(()),
        ReleaseOrder::Withdraw => (None, "expert.release_withdrawn"),
    };
    if !store::touch(txn, entry, entry.headcount).await? {
        let problem = Problem::precondition_failed("somebody else changed this meanwhile");
        return Err(ExpertError::Version(problem));
    }
    match &next {
        Some(next) => store::replace_release(txn, entry.id, next).await?,
        None => store::withdraw_release(txn, entry.id).await?,
    }
    let details = audit::change(
        &json!({ "release": was.map(facts) }),
        &json!({ "release": next.as_ref().map(facts) }),
        &[],
    );
    record(txn, permit.actor(), action, entry.id, details);
    Ok(())
}

fn facts(release: &Release) -> Value {
    json!({
        "form": release.form,
        "days_a_year": release.days_a_year,
        "until": release.last_day(),
    })
}

fn held(entry: &Entry, now: Instant) -> Option<&Release> {
    entry.releases.iter().find(|release| release.holds(now))
}
