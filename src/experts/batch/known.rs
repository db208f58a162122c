//! The entries an organisation has.

use sea_orm::ConnectionTrait;

use crate::access::Permit;
use crate::access::action::ReadIdentity;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::experts::body::{LongText, NewExpert, NewRelease, NewSkill, ShortText};
use crate::experts::model::{Entry, EntryKind, Release};
use crate::experts::reveals::Disclosure;
use crate::experts::{Identity, store};
use crate::ids::OrganisationId;
use crate::reference::Text;
use crate::sealing::Keyring;

/// Entries loaded by one query of each table.
const AT_ONCE: usize = 2_000;

/// An entry with the person behind it.
#[derive(Clone, Debug)]
pub struct Known {
    /// The entry.
    pub entry: Entry,
    /// None of a capacity.
    pub identity: Option<Identity>,
}

impl Known {
    /// The entry as it would be entered anew, lists in the order in which they are compared.
    pub fn as_new(&self, now: Instant) -> NewExpert {
        let Self { entry, identity } = self;
        let profile = &entry.profile;
        let holds = |release: &&Release| {
            release.withdrawn_at.is_none() && release.from <= now && release.until > now
        };
        let release = entry.releases.iter().find(holds);
        let Text { de, en } = profile.headline.clone();
        let headline = ShortText { de, en };
        let Text { de, en } = profile.text.clone();
        let skills = profile.skills.iter().map(|skill| NewSkill {
            id: skill.id.clone(),
            level: skill.level,
            evidence: Some(skill.evidence),
        });
        let new = NewExpert {
            kind: entry.kind,
            organisation_id: entry.organisation,
            headcount: (entry.kind == EntryKind::Capacity).then_some(entry.headcount),
            identity: identity.clone(),
            headline,
            text: LongText { de, en },
            skills: skills.collect(),
            certifications: profile.certifications.clone(),
            languages: profile.languages.clone(),
            base: profile.base.clone(),
            radius_km: profile.radius_km,
            mode: profile.mode,
            max_days: profile.max_days,
            notice_hours: profile.notice_hours,
            clearance: profile.clearance.clone(),
            availability: entry.availability.clone(),
            release: release.map(|release| NewRelease {
                form: release.form,
                days_a_year: release.days_a_year,
                // A file says nothing of it.
                until: None,
            }),
        };
        new.sorted()
    }
}

impl NewExpert {
    /// With its lists in the order in which they are compared.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.skills.sort_by(|a, b| a.id.cmp(&b.id));
        self.certifications.sort_by(|a, b| a.id.cmp(&b.id));
        self.languages.sort_by(|a, b| a.id.cmp(&b.id));
        self.availability.weekdays.sort_unstable();
        let days = &mut self.availability.absences;
        days.sort_by_key(|absence| (absence.first_day, absence.last_day));
        self
    }
}

/// All entries of an organisation that nobody erased or closed, for the program alone: it compares, and shows nobody
/// who is behind them.
///
/// # Errors
/// Storage failed.
pub async fn roll<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    organisation: OrganisationId,
) -> Result<Vec<Known>, StorageError> {
    let entries = entries(db, organisation).await?;
    let disclosures = entries.iter().map(|entry| Disclosure::to_nobody(entry.id));
    let disclosures: Vec<Disclosure> = disclosures.collect();
    known(db, ring, (entries, disclosures)).await
}

/// All entries of an organisation, to be shown to one of its managers. That each is shown is entered first.
///
/// # Errors
/// Storage failed: then nothing may be shown.
pub async fn roll_shown(
    db: &Db,
    ring: &Keyring,
    permit: &Permit<ReadIdentity>,
    organisation: OrganisationId,
) -> Result<Vec<Known>, StorageError> {
    let entries = entries(db.reader(), organisation).await?;
    let disclosures = Disclosure::of_all(db, permit, &entries).await?;
    known(db.reader(), ring, (entries, disclosures)).await
}

async fn known<C: ConnectionTrait>(
    db: &C,
    ring: &Keyring,
    (entries, disclosures): (Vec<Entry>, Vec<Disclosure>),
) -> Result<Vec<Known>, StorageError> {
    let mut identities = store::identities(db, ring, &disclosures).await?;
    let known = entries.into_iter().map(|entry| Known {
        identity: identities.remove(&entry.id),
        entry,
    });
    Ok(known.collect())
}

async fn entries<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
) -> Result<Vec<Entry>, StorageError> {
    let ids = store::ids_of(db, &[organisation]).await?;
    let mut entries = Vec::with_capacity(ids.len());
    for ids in ids.chunks(AT_ONCE) {
        entries.extend(store::load(db, ids).await?);
    }
    entries.sort_by(|a, b| a.alias.cmp(&b.alias));
    Ok(entries)
}
