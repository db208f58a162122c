//! Entries to rows.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use crate::clock::Instant;
use crate::db::Txn;
use crate::entity::{
    data_key, expert, expert_absence, expert_admission, expert_availability, expert_certification,
    expert_commitment, expert_consent, expert_exclusion, expert_identity, expert_language,
    expert_profile, expert_release, expert_skill,
};
use crate::experts::model::{Admission, Availability, Consent, Entry, Profile, Release};
use crate::ids::{self, ExpertId};
use crate::sealing::WrappedKey;

/// An entry to be stored, its identity sealed.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// The entry.
    pub entry: Entry,
    /// A person's data key and sealed identity.
    pub sealed: Option<(WrappedKey, Vec<u8>)>,
}

/// Inserts entries with everything that belongs to them, a table at a time.
///
/// # Errors
/// An alias is taken, or the database failed.
pub async fn insert_all(txn: &Txn, entries: &[NewEntry]) -> Result<(), DbErr> {
    let db = txn.connection();
    let each = || entries.iter().map(|new| &new.entry);
    let keys = entries.iter().filter_map(|new| {
        let (
            WrappedKey {
                ring_version,
                bytes,
            },
            _,
        ) = new.sealed.as_ref()?;
        Some(data_key::Model {
            id: new.entry.id.0,
            ring_version: *ring_version,
            wrapped: bytes.clone(),
        })
    });
    let identities = entries.iter().filter_map(|new| {
        let (_, sealed) = new.sealed.as_ref()?;
        Some(expert_identity::Model {
            expert_id: new.entry.id,
            sealed: sealed.clone(),
        })
    });
    let keys: Vec<_> = keys.collect();
    let identities: Vec<_> = identities.collect();
    insert::<data_key::Entity, _>(db, keys).await?;
    insert::<expert::Entity, _>(db, each().map(expert).collect()).await?;
    insert::<expert_identity::Entity, _>(db, identities).await?;
    insert::<expert_profile::Entity, _>(
        db,
        each()
            .map(|entry| profile(entry.id, &entry.profile))
            .collect(),
    )
    .await?;
    insert::<expert_skill::Entity, _>(
        db,
        each()
            .flat_map(|entry| skills(entry.id, &entry.profile))
            .collect(),
    )
    .await?;
    insert::<expert_certification::Entity, _>(
        db,
        each()
            .flat_map(|entry| certifications(entry.id, &entry.profile))
            .collect(),
    )
    .await?;
    insert::<expert_language::Entity, _>(
        db,
        each()
            .flat_map(|entry| languages(entry.id, &entry.profile))
            .collect(),
    )
    .await?;
    insert_facts(txn, entries).await
}

/// When entries can start, and the dated facts about them.
async fn insert_facts(txn: &Txn, entries: &[NewEntry]) -> Result<(), DbErr> {
    let (db, now) = (txn.connection(), txn.now());
    let each = || entries.iter().map(|new| &new.entry);
    insert::<expert_availability::Entity, _>(
        db,
        each()
            .map(|entry| availability(entry.id, &entry.availability, now))
            .collect(),
    )
    .await?;
    insert::<expert_absence::Entity, _>(
        db,
        each()
            .flat_map(|entry| absences(entry.id, &entry.availability, now))
            .collect(),
    )
    .await?;
    insert::<expert_consent::Entity, _>(
        db,
        each().flat_map(|entry| consents(entry, now)).collect(),
    )
    .await?;
    insert::<expert_admission::Entity, _>(
        db,
        each().flat_map(|entry| admissions(entry, now)).collect(),
    )
    .await?;
    insert::<expert_release::Entity, _>(
        db,
        each().flat_map(|entry| releases(entry, now)).collect(),
    )
    .await?;
    insert::<expert_commitment::Entity, _>(
        db,
        each().flat_map(|entry| commitments(entry, now)).collect(),
    )
    .await?;
    insert::<expert_exclusion::Entity, _>(
        db,
        each().flat_map(|entry| exclusions(entry, now)).collect(),
    )
    .await
}

/// Rows a statement: SQLite allows 32,766 parameters, and no table here has more than 12 columns.
const ROWS_A_STATEMENT: usize = 1_000;

pub(super) async fn insert<E, C>(db: &C, rows: Vec<E::Model>) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    C: ConnectionTrait,
{
    let mut rows = rows
        .into_iter()
        .map(IntoActiveModel::into_active_model)
        .peekable();
    while rows.peek().is_some() {
        let chunk: Vec<E::ActiveModel> = rows.by_ref().take(ROWS_A_STATEMENT).collect();
        E::insert_many(chunk).exec_without_returning(db).await?;
    }
    Ok(())
}

fn expert(entry: &Entry) -> expert::Model {
    expert::Model {
        id: entry.id,
        kind: <&str>::from(entry.kind).to_owned(),
        alias: entry.alias.clone(),
        organisation_id: entry.organisation,
        account_id: entry.account,
        headcount: i32::from(entry.headcount),
        created_at: entry.created_at,
        confirmed_at: entry.confirmed_at,
        withdrawn_at: entry.hidden_since,
        closed_at: None,
        version: entry.version,
        restricted_at: None,
        erased_at: None,
    }
}

pub(super) fn profile(id: ExpertId, profile: &Profile) -> expert_profile::Model {
    expert_profile::Model {
        expert_id: id,
        headline_de: profile.headline.de.clone(),
        headline_en: profile.headline.en.clone(),
        text_de: profile.text.de.clone(),
        text_en: profile.text.en.clone(),
        base_ags: profile.base.clone(),
        radius_km: i32::from(profile.radius_km),
        mode: <&str>::from(profile.mode).to_owned(),
        max_days: i32::from(profile.max_days),
        clearance: i32::from(profile.clearance.level),
        clearance_until: profile.clearance.valid_until,
        clearance_office: profile.clearance.office.clone(),
        notice_hours: i32::from(profile.notice_hours),
        night_alerts: profile.night_alerts,
    }
}

pub(super) fn skills(id: ExpertId, profile: &Profile) -> Vec<expert_skill::Model> {
    let row = |skill: &crate::experts::Skill| expert_skill::Model {
        expert_id: id,
        term: skill.id.clone(),
        level: i32::from(skill.level),
        evidence: <&str>::from(skill.evidence).to_owned(),
    };
    profile.skills.iter().map(row).collect()
}

pub(super) fn certifications(id: ExpertId, profile: &Profile) -> Vec<expert_certification::Model> {
    let row = |held: &crate::experts::Certification| expert_certification::Model {
        expert_id: id,
        term: held.id.clone(),
        issued_on: held.issued_on,
        valid_until: held.valid_until,
    };
    profile.certifications.iter().map(row).collect()
}

pub(super) fn languages(id: ExpertId, profile: &Profile) -> Vec<expert_language::Model> {
    let row = |spoken: &crate::experts::LanguageSkill| expert_language::Model {
        expert_id: id,
        term: spoken.id.clone(),
        cefr: <&str>::from(spoken.cefr).to_owned(),
    };
    profile.languages.iter().map(row).collect()
}

pub(super) fn availability(
    id: ExpertId,
    availability: &Availability,
    now: Instant,
) -> expert_availability::Model {
    expert_availability::Model {
        expert_id: id,
        state: <&str>::from(availability.state).to_owned(),
        available_from: availability.from,
        weekdays: availability
            .weekdays
            .iter()
            .fold(0, |bits, day| bits | 1 << (i32::from(*day) - 1)),
        stated_at: now,
    }
}

pub(super) fn absences(
    id: ExpertId,
    availability: &Availability,
    now: Instant,
) -> Vec<expert_absence::Model> {
    let row = |absence: &crate::experts::Absence| expert_absence::Model {
        expert_id: id,
        id: new_id(now),
        first_day: absence.first_day,
        last_day: absence.last_day,
    };
    availability.absences.iter().map(row).collect()
}

pub(super) fn consent(id: ExpertId, consent: &Consent, now: Instant) -> expert_consent::Model {
    expert_consent::Model {
        expert_id: id,
        id: new_id(now),
        purpose: <&str>::from(consent.purpose).to_owned(),
        text_version: consent.text_version.clone(),
        given_at: consent.given_at,
        valid_until: consent.valid_until,
        withdrawn_at: consent.withdrawn_at,
    }
}

pub(super) fn admission(
    id: ExpertId,
    admission: &Admission,
    now: Instant,
) -> expert_admission::Model {
    expert_admission::Model {
        expert_id: id,
        id: new_id(now),
        grade: <&str>::from(admission.grade).to_owned(),
        from_at: admission.from,
        until_at: admission.until,
        revoked_at: admission.revoked_at,
        case_id: None,
        revoked_by: None,
    }
}

pub(super) fn release(id: ExpertId, release: &Release, now: Instant) -> expert_release::Model {
    expert_release::Model {
        expert_id: id,
        id: new_id(now),
        form: <&str>::from(release.form).to_owned(),
        days_a_year: release.days_a_year.map(i32::from),
        from_at: release.from,
        until_at: release.until,
        withdrawn_at: release.withdrawn_at,
    }
}

fn consents(entry: &Entry, now: Instant) -> Vec<expert_consent::Model> {
    entry
        .consents
        .iter()
        .map(|row| consent(entry.id, row, now))
        .collect()
}

fn admissions(entry: &Entry, now: Instant) -> Vec<expert_admission::Model> {
    entry
        .admissions
        .iter()
        .map(|row| admission(entry.id, row, now))
        .collect()
}

fn releases(entry: &Entry, now: Instant) -> Vec<expert_release::Model> {
    entry
        .releases
        .iter()
        .map(|row| release(entry.id, row, now))
        .collect()
}

fn commitments(entry: &Entry, now: Instant) -> Vec<expert_commitment::Model> {
    let row = |commitment: &crate::experts::Commitment| expert_commitment::Model {
        expert_id: entry.id,
        id: new_id(now),
        from_at: commitment.from,
        until_at: commitment.until,
    };
    entry.commitments.iter().map(row).collect()
}

fn exclusions(entry: &Entry, now: Instant) -> Vec<expert_exclusion::Model> {
    let row = |organisation: &crate::ids::OrganisationId| expert_exclusion::Model {
        expert_id: entry.id,
        id: new_id(now),
        organisation_id: *organisation,
        reason: "conflict".to_owned(),
    };
    entry.exclusions.iter().map(row).collect()
}

pub(super) fn new_id(now: Instant) -> Uuid {
    ids::ordered(now)
}
