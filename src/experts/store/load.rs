//! Rows to entries.

use std::collections::HashMap;
use std::hash::Hash;
use std::str::FromStr;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::db::StorageError;
use crate::entity::{
    expert, expert_absence, expert_admission, expert_availability, expert_certification,
    expert_commitment, expert_consent, expert_exclusion, expert_language, expert_on_call,
    expert_profile, expert_release, expert_skill, expert_skill_change,
};
use crate::experts::duty::{Commitment, OnCall};
use crate::experts::lock::SkillChange;
use crate::experts::model::{
    Absence, Admission, Availability, Certification, Clearance, Consent, Entry, LanguageSkill,
    Profile, Release, Skill,
};
use crate::ids::ExpertId;
use crate::reference::Text;

/// The entries with these ids, masked, in no particular order. Unknown ids are left out.
///
/// # Errors
/// The database failed, or holds a value this version does not know.
pub async fn load<C: ConnectionTrait>(
    db: &C,
    ids: &[ExpertId],
) -> Result<Vec<Entry>, StorageError> {
    let mut experts = rows::<expert::Entity, _>(db, expert::Column::Id, ids).await?;
    // Of who was erased there is nothing to load but id and public name.
    experts.retain(|row| row.erased_at.is_none());
    let mut parts = Parts::load(db, ids).await?;
    experts.into_iter().map(|row| parts.entry(row)).collect()
}

/// Rows of the other tables by expert.
struct Parts {
    profiles: HashMap<ExpertId, Vec<expert_profile::Model>>,
    skills: HashMap<ExpertId, Vec<expert_skill::Model>>,
    certifications: HashMap<ExpertId, Vec<expert_certification::Model>>,
    languages: HashMap<ExpertId, Vec<expert_language::Model>>,
    availability: HashMap<ExpertId, Vec<expert_availability::Model>>,
    absences: HashMap<ExpertId, Vec<expert_absence::Model>>,
    consents: HashMap<ExpertId, Vec<expert_consent::Model>>,
    admissions: HashMap<ExpertId, Vec<expert_admission::Model>>,
    releases: HashMap<ExpertId, Vec<expert_release::Model>>,
    commitments: HashMap<ExpertId, Vec<expert_commitment::Model>>,
    on_call: HashMap<ExpertId, Vec<expert_on_call::Model>>,
    exclusions: HashMap<ExpertId, Vec<expert_exclusion::Model>>,
    skill_changes: HashMap<ExpertId, Vec<expert_skill_change::Model>>,
}

macro_rules! by_expert {
    ($db:ident, $ids:ident, $entity:ident) => {
        group(
            rows::<$entity::Entity, _>($db, $entity::Column::ExpertId, $ids).await?,
            |row| row.expert_id,
        )
    };
}

impl Parts {
    async fn load<C: ConnectionTrait>(db: &C, ids: &[ExpertId]) -> Result<Self, DbErr> {
        Ok(Self {
            profiles: by_expert!(db, ids, expert_profile),
            skills: by_expert!(db, ids, expert_skill),
            certifications: by_expert!(db, ids, expert_certification),
            languages: by_expert!(db, ids, expert_language),
            availability: by_expert!(db, ids, expert_availability),
            absences: by_expert!(db, ids, expert_absence),
            consents: by_expert!(db, ids, expert_consent),
            admissions: by_expert!(db, ids, expert_admission),
            releases: by_expert!(db, ids, expert_release),
            commitments: by_expert!(db, ids, expert_commitment),
            on_call: by_expert!(db, ids, expert_on_call),
            exclusions: by_expert!(db, ids, expert_exclusion),
            skill_changes: by_expert!(db, ids, expert_skill_change),
        })
    }

    fn entry(&mut self, row: expert::Model) -> Result<Entry, StorageError> {
        let id = row.id;
        Ok(Entry {
            id,
            kind: known(&row.kind, "experts.kind")?,
            alias: row.alias,
            organisation: row.organisation_id,
            account: row.account_id,
            headcount: small(row.headcount),
            created_at: row.created_at,
            confirmed_at: row.confirmed_at,
            hidden_since: [row.withdrawn_at, row.closed_at, row.restricted_at]
                .into_iter()
                .flatten()
                .min(),
            version: row.version,
            profile: self.profile(id)?,
            availability: self.availability(id)?,
            consents: take(&mut self.consents, id)
                .into_iter()
                .map(consent)
                .collect::<Result<_, _>>()?,
            admissions: take(&mut self.admissions, id)
                .iter()
                .map(admission)
                .collect::<Result<_, _>>()?,
            releases: take(&mut self.releases, id)
                .iter()
                .map(release)
                .collect::<Result<_, _>>()?,
            commitments: take(&mut self.commitments, id)
                .into_iter()
                .map(|row| Commitment {
                    from: row.from_at,
                    until: row.until_at,
                })
                .collect(),
            on_call: on_call(take(&mut self.on_call, id)),
            exclusions: take(&mut self.exclusions, id)
                .into_iter()
                .map(|row| row.organisation_id)
                .collect(),
            skill_changes: take(&mut self.skill_changes, id)
                .into_iter()
                .map(SkillChange::try_from)
                .collect::<Result<_, _>>()?,
        })
    }

    fn profile(&mut self, id: ExpertId) -> Result<Profile, StorageError> {
        let row = take(&mut self.profiles, id)
            .pop()
            .ok_or(StorageError::Corrupt("expert_profiles"))?;
        let mut profile = Profile {
            headline: Text {
                de: row.headline_de,
                en: row.headline_en,
            },
            text: Text {
                de: row.text_de,
                en: row.text_en,
            },
            skills: take(&mut self.skills, id)
                .into_iter()
                .map(skill)
                .collect::<Result<_, _>>()?,
            certifications: take(&mut self.certifications, id)
                .into_iter()
                .map(certification)
                .collect(),
            languages: take(&mut self.languages, id)
                .into_iter()
                .map(language)
                .collect::<Result<_, _>>()?,
            base: row.base_ags,
            radius_km: small(row.radius_km),
            mode: known(&row.mode, "expert_profiles.mode")?,
            max_days: small(row.max_days),
            clearance: Clearance {
                level: u8::try_from(row.clearance).unwrap_or_default(),
                valid_until: row.clearance_until,
                office: row.clearance_office,
            },
            notice_hours: u16::try_from(row.notice_hours).unwrap_or_default(),
            night_alerts: row.night_alerts,
        };
        // Rows have no order of their own; what is shown must have one.
        profile
            .skills
            .sort_by(|a, b| b.level.cmp(&a.level).then_with(|| a.id.cmp(&b.id)));
        profile.certifications.sort_by(|a, b| a.id.cmp(&b.id));
        profile
            .languages
            .sort_by(|a, b| b.cefr.cmp(&a.cefr).then_with(|| a.id.cmp(&b.id)));
        Ok(profile)
    }

    fn availability(&mut self, id: ExpertId) -> Result<Availability, StorageError> {
        let row = take(&mut self.availability, id)
            .pop()
            .ok_or(StorageError::Corrupt("expert_availability"))?;
        let absences = take(&mut self.absences, id);
        let mut absences: Vec<_> = absences
            .into_iter()
            .map(|row| Absence {
                first_day: row.first_day,
                last_day: row.last_day,
            })
            .collect();
        absences.sort_by_key(|absence| absence.first_day);
        Ok(Availability {
            state: known(&row.state, "expert_availability.state")?,
            from: row.available_from,
            weekdays: (1..=7)
                .filter(|day| row.weekdays >> (day - 1) & 1 == 1)
                .collect(),
            absences,
        })
    }
}

fn on_call(rows: Vec<expert_on_call::Model>) -> Vec<OnCall> {
    let mut periods: Vec<OnCall> = rows
        .into_iter()
        .map(|row| OnCall {
            from: row.from_at,
            until: row.until_at,
        })
        .collect();
    periods.sort_unstable();
    periods
}

async fn rows<E: EntityTrait, C: ConnectionTrait>(
    db: &C,
    column: E::Column,
    ids: &[ExpertId],
) -> Result<Vec<E::Model>, DbErr> {
    E::find()
        .filter(column.is_in(ids.iter().copied()))
        .all(db)
        .await
}

fn group<K: Eq + Hash, T>(rows: Vec<T>, key: impl Fn(&T) -> K) -> HashMap<K, Vec<T>> {
    let mut groups: HashMap<K, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}

fn take<T>(groups: &mut HashMap<ExpertId, Vec<T>>, id: ExpertId) -> Vec<T> {
    groups.remove(&id).unwrap_or_default()
}

fn known<T: FromStr>(text: &str, column: &'static str) -> Result<T, StorageError> {
    text.parse().map_err(|_| StorageError::Corrupt(column))
}

fn small(number: i32) -> u16 {
    u16::try_from(number).unwrap_or_default()
}

fn skill(row: expert_skill::Model) -> Result<Skill, StorageError> {
    let evidence = known(&row.evidence, "expert_skills.evidence")?;
    Ok(Skill {
        id: row.term,
        level: u8::try_from(row.level).unwrap_or_default(),
        evidence,
    })
}

fn certification(row: expert_certification::Model) -> Certification {
    Certification {
        id: row.term,
        issued_on: row.issued_on,
        valid_until: row.valid_until,
    }
}

fn language(row: expert_language::Model) -> Result<LanguageSkill, StorageError> {
    Ok(LanguageSkill {
        cefr: known(&row.cefr, "expert_languages.cefr")?,
        id: row.term,
    })
}

fn consent(row: expert_consent::Model) -> Result<Consent, StorageError> {
    Ok(Consent {
        purpose: known(&row.purpose, "expert_consents.purpose")?,
        given_at: row.given_at,
        valid_until: row.valid_until,
        withdrawn_at: row.withdrawn_at,
        text_version: row.text_version,
    })
}

fn admission(row: &expert_admission::Model) -> Result<Admission, StorageError> {
    let grade = known(&row.grade, "expert_admissions.grade")?;
    Ok(Admission {
        grade,
        from: row.from_at,
        until: row.until_at,
        revoked_at: row.revoked_at,
    })
}

fn release(row: &expert_release::Model) -> Result<Release, StorageError> {
    Ok(Release {
        form: known(&row.form, "expert_releases.form")?,
        days_a_year: row.days_a_year.map(small),
        from: row.from_at,
        until: row.until_at,
        withdrawn_at: row.withdrawn_at,
    })
}
