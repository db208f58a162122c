//! Incidents as rows.

use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::db::StorageError;
use crate::entity::incident::Model;
use crate::incidents::model::{
    Closed, ClosingReason, Handling, Incident, Readers, Taken, Verification, Verified,
};

pub(super) fn name(value: impl Into<&'static str>) -> &'static str {
    value.into()
}

pub(super) fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

pub(super) fn row(
    incident: Incident,
    sealed: Vec<u8>,
    link: Vec<u8>,
) -> Result<Model, StorageError> {
    let state = name(incident.state());
    let Incident {
        id,
        place,
        organisation,
        symptom,
        phase,
        severity,
        systems,
        services,
        doubts,
        is_drill,
        handling,
        code,
        redemption,
        asked_at,
        taken,
        verified,
        closed,
        version,
    } = incident;
    let how = verified.as_ref().map(|verified| name(verified.how));
    let reason = closed.as_ref().map(|closed| name(closed.reason));
    Ok(Model {
        id,
        place,
        organisation_id: organisation,
        symptom,
        phase: name(phase).to_owned(),
        severity: severity.map(i32::from),
        systems: list_text(&systems, "incidents.systems")?,
        services: list_text(&services, "incidents.services")?,
        doubts: list_text(&doubts, "incidents.doubts")?,
        state: state.to_owned(),
        is_drill,
        code: name(code).to_owned(),
        redemption_id: redemption,
        sealed,
        link_hash: link,
        asked_at,
        taken_at: taken.as_ref().map(|taken| taken.at),
        first_taken_at: taken.as_ref().map(|taken| taken.first_at),
        taken_by: taken.map(|taken| taken.by),
        verified_at: verified.as_ref().map(|verified| verified.at),
        verified_by: verified.map(|verified| verified.by),
        verified_how: how.map(str::to_owned),
        closed_at: closed.as_ref().map(|closed| closed.at),
        closed_by: closed.map(|closed| closed.by),
        closed_as: reason.map(str::to_owned),
        version,
        tlp: name(handling.tlp).to_owned(),
        land_liaison: handling.readers.land,
        investigation_hold: handling.is_under_investigation,
        personal_data: name(handling.personal_data).to_owned(),
        breach_known_at: handling.breach_known_at,
        called: 0,
        called_at: None,
        home_provider: yes_or_no(handling.readers.provider).to_owned(),
        code_tries: 0,
    })
}

pub(super) fn incident(row: Model) -> Result<Incident, StorageError> {
    let verified = match (row.verified_at, row.verified_by, row.verified_how) {
        (Some(at), Some(by), Some(how)) => Some(Verified {
            at,
            by,
            how: parsed::<Verification>(&how, "incidents.verified_how")?,
        }),
        _ => None,
    };
    let closed = match (row.closed_at, row.closed_by, row.closed_as) {
        (Some(at), Some(by), Some(reason)) => Some(Closed {
            at,
            by,
            reason: parsed::<ClosingReason>(&reason, "incidents.closed_as")?,
        }),
        _ => None,
    };
    let severity = row.severity.map(u8::try_from).transpose();
    Ok(Incident {
        id: row.id,
        place: row.place,
        organisation: row.organisation_id,
        symptom: row.symptom,
        phase: parsed(&row.phase, "incidents.phase")?,
        severity: severity.map_err(|_| StorageError::Corrupt("incidents.severity"))?,
        systems: listed(&row.systems, "incidents.systems")?,
        services: listed(&row.services, "incidents.services")?,
        doubts: listed(&row.doubts, "incidents.doubts")?,
        is_drill: row.is_drill,
        handling: Handling {
            tlp: parsed(&row.tlp, "incidents.tlp")?,
            readers: Readers {
                land: row.land_liaison,
                provider: row.home_provider == yes_or_no(true),
            },
            is_under_investigation: row.investigation_hold,
            personal_data: parsed(&row.personal_data, "incidents.personal_data")?,
            breach_known_at: row.breach_known_at,
        },
        code: parsed(&row.code, "incidents.code")?,
        redemption: row.redemption_id,
        asked_at: row.asked_at,
        taken: row.taken_at.zip(row.taken_by).map(|(at, by)| Taken {
            first_at: row.first_taken_at.unwrap_or(at),
            at,
            by,
        }),
        verified,
        closed,
        version: row.version,
    })
}

pub(super) fn parsed<T: FromStr>(text: &str, column: &'static str) -> Result<T, StorageError> {
    text.parse().map_err(|_| StorageError::Corrupt(column))
}

pub(super) fn list_text<T: Serialize>(
    list: &[T],
    column: &'static str,
) -> Result<String, StorageError> {
    serde_json::to_string(list).map_err(|_| StorageError::Corrupt(column))
}

fn listed<T: DeserializeOwned>(text: &str, column: &'static str) -> Result<Vec<T>, StorageError> {
    serde_json::from_str(text).map_err(|_| StorageError::Corrupt(column))
}
