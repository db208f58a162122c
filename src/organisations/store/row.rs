//! Rows and what they stand for.

use crate::clock::Instant;
use crate::db::{Actor, StorageError};
use crate::entity::{organisation, serves, struck_period};
use crate::fold::fold;
use crate::ids::{self, OrganisationId};
use crate::organisations::body::Served;
use crate::organisations::model::Organisation;

pub(super) fn current(rows: Vec<serves::Model>, now: Instant) -> Vec<(OrganisationId, Served)> {
    let rows = rows.into_iter().filter(|row| holds(row, now));
    rows.map(|row| {
        (
            row.provider_id,
            Served {
                ags: row.ags,
                whole: row.whole,
            },
        )
    })
    .collect()
}

pub(super) fn holds(row: &serves::Model, now: Instant) -> bool {
    row.from_at <= now && row.until_at.is_none_or(|until| until > now)
}

pub(super) fn serves_row(provider: OrganisationId, served: &Served, now: Instant) -> serves::Model {
    let Served { ags, whole } = served.clone();
    serves::Model {
        id: ids::ordered(now),
        provider_id: provider,
        ags,
        whole,
        from_at: now,
        until_at: None,
    }
}

pub(super) fn struck_row(
    id: OrganisationId,
    since: Instant,
    by: Actor,
    now: Instant,
) -> struck_period::Model {
    struck_period::Model {
        id: ids::ordered(now),
        organisation_id: id,
        from_at: since,
        until_at: None,
        incident_id: None,
        set_by: by.to_string(),
    }
}

pub(super) fn row(organisation: Organisation) -> organisation::Model {
    let Organisation {
        id,
        kind,
        name,
        legal_form,
        place,
        member_from,
        member_until,
        nis2_status,
        yearly_person_days,
        participation,
        participation_since,
        personal_response_history,
        duty_phone,
        accident_insurer,
        liability_insurer,
        privacy_phone,
        created_at,
        version,
    } = organisation;
    organisation::Model {
        id,
        kind: <&str>::from(kind).to_owned(),
        name_lookup: fold(&name),
        name,
        legal_form: <&str>::from(legal_form).to_owned(),
        seat_of: kind.is_seat_of_its_place().then(|| place.clone()),
        ags: place,
        member_from,
        member_until,
        nis2_status: <&str>::from(nis2_status).to_owned(),
        yearly_person_days,
        participation: <&str>::from(participation).to_owned(),
        participation_since,
        personal_response_history,
        duty_phone,
        created_at,
        version,
        accident_insurer,
        liability_insurer,
        privacy_phone,
    }
}

pub(super) fn model(row: organisation::Model) -> Result<Organisation, StorageError> {
    Ok(Organisation {
        id: row.id,
        kind: row
            .kind
            .parse()
            .map_err(|_| StorageError::Corrupt("organisations.kind"))?,
        name: row.name,
        legal_form: row
            .legal_form
            .parse()
            .map_err(|_| StorageError::Corrupt("organisations.legal_form"))?,
        place: row.ags,
        member_from: row.member_from,
        member_until: row.member_until,
        nis2_status: row
            .nis2_status
            .parse()
            .map_err(|_| StorageError::Corrupt("organisations.nis2_status"))?,
        yearly_person_days: row.yearly_person_days,
        participation: row
            .participation
            .parse()
            .map_err(|_| StorageError::Corrupt("organisations.participation"))?,
        participation_since: row.participation_since,
        personal_response_history: row.personal_response_history,
        duty_phone: row.duty_phone,
        accident_insurer: row.accident_insurer,
        liability_insurer: row.liability_insurer,
        privacy_phone: row.privacy_phone,
        created_at: row.created_at,
        version: row.version,
    })
}
