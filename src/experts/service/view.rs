//! Entries as their person and employer see them.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;

use super::ExpertError;
use crate::access::Permit;
use crate::access::action::{ListOwnExperts, ReadIdentity, SetMembership};
use crate::clock::Instant;
use crate::db::Db;
use crate::experts::body::{ExpertBody, NewRelease, OwnStanding};
use crate::experts::consent::ConsentPurpose;
use crate::experts::model::{Entry, Profile};
use crate::experts::reveals::Disclosure;
use crate::experts::standing::{Employer, Facts, Missing};
use crate::experts::{Identity, store};
use crate::ids::{ExpertId, OrganisationId};
use crate::organisations;
use crate::sealing::Keyring;

/// An entry as its person and the managers of its employer see it. That a manager sees it is entered first.
///
/// # Errors
/// Not theirs to see, or storage failed.
pub async fn own_view(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<ReadIdentity>,
    id: ExpertId,
) -> Result<(ExpertBody, i32), ExpertError> {
    let entry = store::find(db.reader(), permit.scope(), id)
        .await?
        .ok_or(ExpertError::NotFound)?;
    let disclosure = Disclosure::of(db, permit, &entry).await?;
    let identity = store::identity(db.reader(), ring, disclosure).await?;
    let employer = employer(db, entry.organisation).await?;
    let version = entry.version;
    Ok((body(entry, identity, &employer, db.clock().now()), version))
}

/// The entry of whoever holds the permit; none when there is none.
///
/// # Errors
/// Storage failed.
pub async fn of_account(
    db: &Db,
    permit: &Permit<ReadIdentity>,
) -> Result<Option<ExpertId>, ExpertError> {
    Ok(store::of_account(db.reader(), permit.caller().account).await?)
}

/// An entry of an organisation, and whether it is found now.
#[derive(Clone, Debug)]
pub struct TeamEntry {
    /// The entry, masked.
    pub entry: Entry,
    /// It is found and matched.
    pub is_eligible: bool,
}

/// All entries of an organisation by their public names, in any standing.
///
/// # Errors
/// Not the caller's to see, or storage failed.
pub async fn team(
    db: &Db,
    permit: &Permit<ListOwnExperts>,
    organisation: OrganisationId,
) -> Result<Vec<TeamEntry>, ExpertError> {
    if !permit.scope().covers(organisation) {
        return Err(ExpertError::NotFound);
    }
    let employer = employer(db, organisation).await?;
    let ids = store::ids_of(db.reader(), &[organisation]).await?;
    let mut entries = store::load(db.reader(), &ids).await?;
    entries.sort_by(|a, b| a.alias.cmp(&b.alias));
    let now = db.clock().now();
    let standing = |entry: Entry| TeamEntry {
        is_eligible: Facts::of(&entry, &employer, now).missing(now).is_empty(),
        entry,
    };
    Ok(entries.into_iter().map(standing).collect())
}

/// How many entries an organisation has, and how many of them are found now: what the end of its membership hides.
///
/// # Errors
/// Not the caller's to see, or storage failed.
pub async fn head_count(
    db: &Db,
    permit: &Permit<SetMembership>,
    organisation: OrganisationId,
) -> Result<(usize, usize), ExpertError> {
    if !permit.scope().covers(organisation) {
        return Err(ExpertError::NotFound);
    }
    counts(db, organisation).await
}

/// How many entries of an organisation are found now.
///
/// # Errors
/// Storage failed.
pub async fn listed(db: &Db, organisation: OrganisationId) -> Result<usize, ExpertError> {
    Ok(counts(db, organisation).await?.1)
}

async fn counts(db: &Db, organisation: OrganisationId) -> Result<(usize, usize), ExpertError> {
    let ids = store::ids_of(db.reader(), &[organisation]).await?;
    let entries = store::load(db.reader(), &ids).await?;
    let missing = missing(db, &entries).await?;
    let found = missing.values().filter(|missing| missing.is_empty());
    Ok((entries.len(), found.count()))
}

/// What each of these entries lacks to be found now.
///
/// # Errors
/// Storage failed.
pub async fn missing(
    db: &Db,
    entries: &[Entry],
) -> Result<HashMap<ExpertId, Vec<Missing>>, ExpertError> {
    let now = db.clock().now();
    let mut employers: HashMap<OrganisationId, Employer> = HashMap::new();
    let mut missing = HashMap::new();
    for entry in entries {
        let id = entry.organisation;
        let employer = match employers.get(&id) {
            Some(known) => *known,
            None => employer(db, id).await?,
        };
        employers.insert(id, employer);
        missing.insert(entry.id, Facts::of(entry, &employer, now).missing(now));
    }
    Ok(missing)
}

/// What counts of an employer now.
async fn employer(db: &Db, id: OrganisationId) -> Result<Employer, ExpertError> {
    employer_at(db.reader(), id, db.clock().now()).await
}

/// What counts of an employer at an instant, also within a transaction.
pub(in crate::experts) async fn employer_at<C: ConnectionTrait>(
    db: &C,
    id: OrganisationId,
    now: Instant,
) -> Result<Employer, ExpertError> {
    let facts = organisations::employer_facts(db, id).await?;
    let used = store::used_person_days(db, id, now).await?;
    Ok(Employer {
        participation_from: facts.participation_from,
        struck_since: facts.struck_since,
        days_left: facts
            .yearly_person_days
            .map(|days| used.left_of(days.into())),
        member_until: facts.member_until,
    })
}

#[expect(clippy::too_many_lines, reason = "one field after the other")]
fn body(entry: Entry, identity: Option<Identity>, employer: &Employer, now: Instant) -> ExpertBody {
    let facts = Facts::of(&entry, employer, now);
    let missing = facts.missing(now);
    let standing = OwnStanding {
        eligible: missing.is_empty(),
        missing,
        grade: entry.grade(now),
        admitted_until: facts.admitted.map(|(_, until)| until),
        consent_until: entry
            .consents
            .iter()
            .filter(|consent| {
                consent.purpose == ConsentPurpose::Matching && consent.withdrawn_at.is_none()
            })
            .map(|consent| consent.valid_until)
            .max(),
        days_left: facts.days_left.map(|left| left.this_year.max(0)),
        rests_until: entry.rests_until(now),
    };
    let release = entry
        .releases
        .iter()
        .find(|held| held.holds(now))
        .map(|held| NewRelease {
            form: held.form,
            days_a_year: held.days_a_year,
            until: Some(held.last_day()),
        });
    let Entry {
        id,
        kind,
        alias,
        organisation,
        headcount,
        created_at,
        confirmed_at,
        profile,
        availability,
        skill_changes,
        mut on_call,
        ..
    } = entry;
    on_call.retain(|period| period.until > now);
    let Profile {
        headline,
        text,
        skills,
        certifications,
        languages,
        base,
        radius_km,
        mode,
        max_days,
        notice_hours,
        clearance,
        night_alerts,
    } = profile;
    ExpertBody {
        id,
        kind,
        alias,
        organisation_id: organisation,
        headcount,
        identity,
        headline,
        text,
        skills,
        skill_changes,
        certifications,
        languages,
        base,
        radius_km,
        mode,
        max_days,
        notice_hours,
        clearance,
        night_alerts,
        availability,
        on_call,
        release,
        standing,
        created_at,
        confirmed_at,
    }
}
