//! The page of an incident, filled.

use web::pages::{
    AttachmentProblem, CloseForm, ConditionsStand, ContactView, IncidentHandling, IncidentPage,
    NoteForm, Verified,
};
use web::parts::PlaceField;
use web::{Frame, Language};

use super::care::{Care, Handed, is_let, may_change};
use super::numbers::Numbers;
use super::{take, verify};
use crate::access::Permit;
use crate::access::action::{
    CloseIncident, ConfirmConditions, ReadIncidents, RevealIncidentContact, VerifyIncident,
};
use crate::app::AppState;
use crate::http::Problem;
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::legal;
use crate::incidents::model::{IncidentState, Side};
use crate::incidents::pages::legal::conditions_stand;
use crate::incidents::pages::{requests as asking, words};
use crate::incidents::service::{self, Seen};
use crate::pages::{Told, moment};

/// What a page shows besides the incident.
#[derive(Default)]
pub(in crate::incidents::pages) struct Shown {
    /// Whom to call.
    pub(super) numbers: Numbers,
    /// What was typed to make sure.
    pub(super) typed: verify::Typed,
    pub(super) place: Option<PlaceField>,
    pub(super) lacks_reason: bool,
    pub(super) handed: Handed,
}

impl Shown {
    /// With whom to call.
    pub(in crate::incidents::pages) fn with_numbers(self, numbers: Numbers) -> Self {
        Self { numbers, ..self }
    }

    /// With a note that was not taken.
    pub(in crate::incidents::pages) fn with_note(note: NoteForm) -> Self {
        let handed = Handed {
            note: Some(note),
            ..Handed::default()
        };
        Self {
            handed,
            ..Self::default()
        }
    }

    /// With what is wrong with a file that was not taken.
    pub(in crate::incidents::pages) fn with_attachment(problem: AttachmentProblem) -> Self {
        let handed = Handed {
            attachment: Some(problem),
            ..Handed::default()
        };
        Self {
            handed,
            ..Self::default()
        }
    }
}

/// What whoever looks may do.
struct May {
    close: bool,
    change: bool,
    reveal: bool,
}

impl May {
    fn of(permit: &Permit<ReadIncidents>, seen: &Seen) -> Self {
        let is_let = is_let(seen);
        Self {
            close: is_let
                && seen.incident.closed.is_none()
                && permit.also::<CloseIncident>().is_some(),
            change: may_change(permit, seen),
            reveal: is_let && permit.also::<RevealIncidentContact>().is_some(),
        }
    }
}

pub(super) async fn page(
    app: &AppState,
    permit: &Permit<ReadIncidents>,
    (frame, id, shown): (Frame, IncidentId, Shown),
) -> Result<IncidentPage, Problem> {
    let seen = service::show(kit(app), permit, id).await?;
    let may = May::of(permit, &seen);
    let is_waiting = seen.incident.state() == IncidentState::Unverified;
    let verifies = is_waiting && permit.also::<VerifyIncident>().is_some();
    let Shown {
        numbers,
        typed,
        place,
        lacks_reason,
        handed,
    } = shown;
    let Numbers {
        contact,
        registered,
    } = numbers;
    let care = Care::load(app, (&seen, permit), (&frame, handed)).await?;
    let said = service::place_said(kit(app), &seen.incident).await?;
    let verify = if verifies {
        Some(verify::form(app, permit, &seen.incident, (typed, registered)).await?)
    } else {
        None
    };
    let language = frame.language;
    let help = if matches!(seen.side, Side::Desk | Side::Town) {
        asking::section(app, permit, (&seen.incident, language)).await?
    } else {
        None
    };
    let conditions = conditions(app, permit, (&seen, language)).await?;
    Ok(IncidentPage {
        help,
        conditions,
        place: words::place(&app.reference, &seen.incident, said.as_deref()),
        place_form: verifies.then(|| place.unwrap_or_default()),
        take: take::view(app, permit, (&seen.incident, language)).await,
        contact: match (contact, may.reveal) {
            (Some(contact), _) => ContactView::Shown(words::contact(contact)),
            (None, true) => ContactView::Ask,
            (None, false) => ContactView::Hidden,
        },
        verify,
        may_change: may.change,
        close: may.close.then_some(CloseForm {
            is_desk: seen.side == Side::Desk,
            is_reason_missing: lacks_reason,
        }),
        ..known(app, frame, (&seen, care))
    })
}

/// What the conditions rest on, for the town and the desk once it is verified.
async fn conditions(
    app: &AppState,
    permit: &Permit<ReadIncidents>,
    (seen, language): (&Seen, Language),
) -> Result<Option<ConditionsStand>, Problem> {
    let is_let = match seen.side {
        Side::Desk | Side::Town => permit.also::<ConfirmConditions>().is_some(),
        Side::Provider | Side::Land => false,
    };
    if !is_let || seen.incident.verified.is_none() {
        return Ok(None);
    }
    let stands = legal::conditions_of((&app.db, &app.keyring), &seen.incident).await?;
    let now = app.db.clock().now();
    Ok(Some(conditions_stand(
        &stands,
        false,
        (Told::Now(now), language),
    )))
}

/// What is known of it, and nothing that can be done.
fn known(app: &AppState, frame: Frame, (seen, care): (&Seen, Care)) -> IncidentPage {
    let (now, language) = (app.db.clock().now(), frame.language);
    let incident = &seen.incident;
    let symptom = || words::symptom(&app.reference, &incident.symptom, language);
    IncidentPage {
        id: incident.id.to_string(),
        place: String::new(),
        place_form: None,
        is_place_known: incident.place.is_some(),
        symptom: (!seen.is_held_back()).then(symptom),
        phase: words::phase(incident.phase),
        severity: incident.severity,
        systems: words::systems(&incident.systems),
        services: words::services(&app.reference, &incident.services, language),
        handling: IncidentHandling {
            tlp: words::tlp(incident.handling.tlp),
            is_under_investigation: incident.handling.is_under_investigation,
            land_reads: incident.handling.readers.land,
            provider_reads: incident.handling.readers.provider,
        },
        providers: care.providers,
        may_change: false,
        details: care.details,
        clocks: care.clocks,
        contacts: care.contacts,
        notes: care.notes,
        guide: care.guide,
        attachments: care.attachments,
        asked: moment(incident.asked_at, now, language),
        state: words::badge(incident.state()),
        is_drill: incident.is_drill,
        take: None,
        contact: ContactView::Hidden,
        verify: None,
        verified: incident.verified.as_ref().map(|verified| Verified {
            at: moment(verified.at, now, language),
            how: words::how(verified.how),
        }),
        timeline: care.timeline,
        help: None,
        close: None,
        conditions: None,
        frame,
    }
}
