//! An incident for the tests of rules.

use super::{CodeOutcome, Handling, Incident};
use crate::clock::Instant;
use crate::ids::{self, IncidentId};
use crate::reference::Phase;

pub(in crate::incidents) const ASKED: Instant = Instant::from_micros(1_764_000_000_000_000);

pub(in crate::incidents) fn incident() -> Incident {
    Incident {
        id: IncidentId(ids::ordered(ASKED)),
        place: Some("15082180".to_owned()),
        organisation: None,
        symptom: "files-encrypted".to_owned(),
        phase: Phase::Acute,
        severity: None,
        systems: Vec::new(),
        services: Vec::new(),
        doubts: Vec::new(),
        is_drill: false,
        handling: Handling::default(),
        code: CodeOutcome::NotGiven,
        redemption: None,
        asked_at: ASKED,
        taken: None,
        verified: None,
        closed: None,
        version: 1,
    }
}
