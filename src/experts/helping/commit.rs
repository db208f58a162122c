//! Commitments: the only place where an entry is booked.

use uuid::Uuid;

use crate::clock::Instant;
use crate::db::{ChangeKind, StorageError, Txn};
use crate::experts::duty::Commitment;
use crate::experts::model::{Entry, EntryKind, ReleaseForm};
use crate::experts::service::{ExpertError, employer_at};
use crate::experts::standing::Facts;
use crate::experts::store;
use crate::ids::ExpertId;

/// Seconds of a day; begun ones count.
const DAY: i64 = 86_400;

/// Commits an entry for a period, half-open; `false` when a person is committed then already, or a capacity has nobody
/// left. Of two at once one wins.
///
/// # Errors
/// Storage failed.
pub async fn commit(
    txn: &mut Txn,
    id: ExpertId,
    (deployment, booked): (Uuid, Commitment),
) -> Result<bool, StorageError> {
    store::hold(txn, id).await?;
    let Some(entry) = store::load(txn.connection(), &[id]).await?.pop() else {
        return Ok(false);
    };
    if overlapping(&entry.commitments, booked).count() >= heads(&entry) {
        return Ok(false);
    }
    store::insert_commitment(txn, id, (deployment, booked)).await?;
    txn.changed(ChangeKind::Expert, id.0);
    Ok(true)
}

/// Takes a commitment back.
///
/// # Errors
/// Storage failed.
pub async fn uncommit(txn: &mut Txn, id: ExpertId, deployment: Uuid) -> Result<(), StorageError> {
    store::delete_commitment(txn, id, deployment).await?;
    txn.changed(ChangeKind::Expert, id.0);
    Ok(())
}

/// Moves the end of a commitment; `false` where another one would overlap for want of heads, and where it is not there.
///
/// # Errors
/// Storage failed.
pub async fn recommit(
    txn: &mut Txn,
    id: ExpertId,
    (deployment, until): (Uuid, Instant),
) -> Result<bool, StorageError> {
    store::hold(txn, id).await?;
    let Some(entry) = store::load(txn.connection(), &[id]).await?.pop() else {
        return Ok(false);
    };
    let Some(booked) = store::commitment(txn.connection(), id, deployment).await? else {
        return Ok(false);
    };
    let longer = Commitment {
        from: booked.until,
        until,
    };
    if until > booked.until && overlapping(&entry.commitments, longer).count() >= heads(&entry) {
        return Ok(false);
    }
    store::move_commitment(txn, deployment, until).await?;
    txn.changed(ChangeKind::Expert, id.0);
    Ok(true)
}

/// Books a commitment anew that began before it was to; when they are free where other ones are in the way. One that is
/// not there, as of a capacity that is gone, is left so.
///
/// # Errors
/// Storage failed.
pub async fn commit_earlier(
    txn: &mut Txn,
    id: ExpertId,
    (deployment, begun): (Uuid, Commitment),
) -> Result<Result<(), Instant>, StorageError> {
    store::hold(txn, id).await?;
    let Some(entry) = store::load(txn.connection(), &[id]).await?.pop() else {
        return Ok(Ok(()));
    };
    let Some(booked) = store::commitment(txn.connection(), id, deployment).await? else {
        return Ok(Ok(()));
    };
    let earlier = Commitment {
        from: begun.from,
        until: booked.from,
    };
    let in_the_way = overlapping(&entry.commitments, earlier);
    let ends: Vec<Instant> = in_the_way.map(|row| row.until).collect();
    if ends.len() >= heads(&entry)
        && let Some(free) = ends.into_iter().max()
    {
        return Ok(Err(free));
    }
    store::replace_commitment(txn, deployment, begun).await?;
    txn.changed(ChangeKind::Expert, id.0);
    Ok(Ok(()))
}

/// So many it can be booked for at once.
fn heads(entry: &Entry) -> usize {
    match entry.kind {
        EntryKind::Person => 1,
        EntryKind::Capacity => usize::from(entry.headcount.max(1)),
    }
}

/// Whether the employer's standing word covers a deployment: a first call always, all else within the days that are
/// left when so many more are promised already. Whoever asks holds the employer's row.
///
/// # Errors
/// Storage failed.
pub async fn is_covered(
    txn: &Txn,
    entry: &Entry,
    (booked, is_first_call): (Commitment, bool),
    promised: i64,
) -> Result<bool, ExpertError> {
    let now = txn.now();
    let is_standing = entry.releases.iter().any(|release| {
        release.form == ReleaseForm::Standing && release.holds(now) && booked.from < release.until
    });
    if !is_standing || is_first_call {
        return Ok(is_standing);
    }
    let facts = Facts::of(
        entry,
        &employer_at(txn.connection(), entry.organisation, now).await?,
        now,
    );
    let Some(left) = facts.days_left else {
        return Ok(true);
    };
    let left = if booked.from < now.end_of_year() {
        left.this_year
    } else {
        left.next_year
    };
    let seconds = booked.until.as_seconds() - booked.from.as_seconds();
    Ok((seconds + DAY - 1) / DAY <= left - promised)
}

/// When an entry is free for so many seconds, from an instant on.
pub fn next_free(commitments: &[Commitment], from: Instant, seconds: i64) -> Instant {
    let mut free = from;
    loop {
        let wanted = Commitment {
            from: free,
            until: free.plus_seconds(seconds),
        };
        match overlapping(commitments, wanted).map(|row| row.until).max() {
            Some(until) => free = until,
            None => return free,
        }
    }
}

fn overlapping(
    commitments: &[Commitment],
    booked: Commitment,
) -> impl Iterator<Item = &Commitment> {
    let overlaps = move |row: &&Commitment| row.from < booked.until && booked.from < row.until;
    commitments.iter().filter(overlaps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_free_period_begins_where_the_last_one_in_the_way_ends() {
        let at = |hours: i64| Instant::from_micros(0).plus_seconds(hours * 3_600);
        let booked = |from, until| Commitment {
            from: at(from),
            until: at(until),
        };
        let rows = [booked(2, 4), booked(5, 9), booked(20, 30)];

        assert_eq!(next_free(&rows, at(0), 7_200), at(0));
        assert_eq!(next_free(&rows, at(1), 7_200), at(9));
        assert_eq!(next_free(&rows, at(3), 3_600), at(4));
        assert_eq!(next_free(&rows, at(9), 12 * 3_600), at(30));
    }
}
