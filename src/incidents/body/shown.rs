//! Incidents as they are shown.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ClockBody;
use crate::clock::Instant;
use crate::emergency::Word;
use crate::ids::{IncidentId, OrganisationId};
use crate::incidents::model::{
    ClosingReason, CodeOutcome, Doubt, Incident, IncidentState, Particulars, PersonalData, System,
    Tlp, Verification,
};
use crate::incidents::service::{Secrets, Seen};
use crate::reference::Phase;

/// An incident as it is shown.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a field of the contract"
)]
pub struct IncidentBody {
    /// Its id.
    pub id: IncidentId,
    /// Where it stands.
    pub state: IncidentState,
    /// The place that needs help; null where it is in no list.
    pub municipality: Option<String>,
    /// The organisation of the place, where there is one.
    pub organisation_id: Option<OrganisationId>,
    /// What is seen; null while an investigation holds it back.
    pub symptom: Option<String>,
    /// How far it has gone.
    pub phase: Phase,
    /// 1–5, 5 is worst.
    #[schema(minimum = 1, maximum = 5)]
    pub severity: Option<u8>,
    /// What is down.
    pub systems_down: Vec<System>,
    /// Procedures that are down.
    pub services_down: Vec<String>,
    /// Why whoever asks may not be reached.
    pub warnings: Vec<Doubt>,
    /// What became of the emergency code.
    pub code_outcome: CodeOutcome,
    /// A drill from end to end.
    pub drill: bool,
    /// How far what is known may be passed on.
    pub tlp: Tlp,
    /// The liaison of the Land reads along once it is verified.
    pub land_liaison: bool,
    /// The IT provider that serves the town is told once it is verified, and reads along.
    pub home_provider: bool,
    /// The police investigates: details only for the town and the coordination office.
    pub investigation_hold: bool,
    /// Details are held back from you for that reason.
    pub held_back: bool,
    /// Whether personal data may be concerned.
    pub personal_data: PersonalData,
    /// When the town came to know of it; null is when it asked.
    pub breach_known_at: Option<Instant>,
    /// Reports the law asks for.
    pub clocks: Vec<ClockBody>,
    /// When it was asked.
    pub asked_at: Instant,
    /// Since when somebody of the desk cares for it.
    pub taken_at: Option<Instant>,
    /// When whoever asked was verified.
    pub verified_at: Option<Instant>,
    /// How.
    pub verification: Option<Verification>,
    /// When it was closed.
    pub closed_at: Option<Instant>,
    /// As what.
    pub closed_as: Option<ClosingReason>,
}

/// An incident that was just asked for, with what only this answer says. The answer to a repeated request has null
/// in its place.
#[derive(Clone, Serialize, ToSchema)]
pub struct ReportedBody {
    /// The incident.
    #[serde(flatten)]
    pub incident: IncidentBody,
    /// Who is called back.
    pub contact: Option<AskerBody>,
    /// What was done so far.
    pub measures_taken: Option<String>,
    /// Where whoever asked follows it.
    pub status_url: Option<String>,
    /// Six digits to be typed where a name is shown.
    pub spoken_code: Option<String>,
    /// What whoever calls back says first.
    pub caller_word: Option<String>,
    /// What the called answers.
    pub code_word: Option<String>,
}

/// Without what opens doors.
impl fmt::Debug for ReportedBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportedBody")
            .field("incident", &self.incident)
            .finish_non_exhaustive()
    }
}

/// Who is called back.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskerBody {
    /// Name and function.
    pub name: String,
    /// E.164.
    pub phone: String,
    /// Where mail arrives.
    pub email: Option<String>,
}

impl fmt::Debug for AskerBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AskerBody")
    }
}

/// Who is called back, and what they said.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncidentContactBody {
    /// Who.
    pub contact: AskerBody,
    /// What was done so far.
    pub measures_taken: String,
    /// A place that is in no list, as typed.
    pub place: Option<String>,
    /// How a coordinator knew them.
    pub vouched: Option<String>,
}

impl fmt::Debug for IncidentContactBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IncidentContactBody")
    }
}

impl From<Seen> for IncidentBody {
    fn from(seen: Seen) -> Self {
        let held_back = seen.is_held_back();
        let Seen {
            incident,
            side: _,
            clocks,
        } = seen;
        let state = incident.state();
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
            redemption: _,
            asked_at,
            taken,
            verified,
            closed,
            version: _,
        } = incident;
        Self {
            id,
            state,
            municipality: place,
            organisation_id: organisation,
            symptom: (!held_back).then_some(symptom),
            phase,
            severity,
            systems_down: systems,
            services_down: services,
            warnings: doubts,
            code_outcome: code,
            drill: is_drill,
            tlp: handling.tlp,
            land_liaison: handling.readers.land,
            home_provider: handling.readers.provider,
            investigation_hold: handling.is_under_investigation,
            held_back,
            personal_data: handling.personal_data,
            breach_known_at: handling.breach_known_at,
            clocks: clocks.into_iter().map(Into::into).collect(),
            asked_at,
            taken_at: taken.map(|taken| taken.at),
            verified_at: verified.as_ref().map(|verified| verified.at),
            verification: verified.map(|verified| verified.how),
            closed_at: closed.as_ref().map(|closed| closed.at),
            closed_as: closed.map(|closed| closed.reason),
        }
    }
}

impl From<Particulars> for IncidentContactBody {
    fn from(particulars: Particulars) -> Self {
        let Particulars {
            name,
            phone,
            email,
            measures,
            place_said,
            vouched,
            insurer: _,
            contracts: _,
        } = particulars;
        Self {
            contact: AskerBody { name, phone, email },
            measures_taken: measures,
            place: place_said,
            vouched,
        }
    }
}

impl ReportedBody {
    /// What the answer says, once.
    pub(in crate::incidents) fn new(
        incident: Seen,
        (contact, secrets): (Particulars, Option<Secrets>),
        address: &dyn Fn(&str) -> String,
    ) -> Self {
        let IncidentContactBody {
            contact,
            measures_taken,
            place: _,
            vouched: _,
        } = contact.into();
        let told = secrets.is_some();
        let (status_url, spoken_code, words) = match secrets {
            None => (None, None, None),
            Some(Secrets {
                link,
                spoken_code,
                words,
            }) => (
                Some(address(&link.reveal())),
                Some(spoken_code),
                Some(words),
            ),
        };
        let word = |word: &Word| word.reveal().to_owned();
        Self {
            incident: incident.into(),
            contact: told.then_some(contact),
            measures_taken: told.then_some(measures_taken),
            status_url,
            spoken_code,
            caller_word: words.as_ref().map(|words| word(&words.caller)),
            code_word: words.as_ref().map(|words| word(&words.called)),
        }
    }
}
