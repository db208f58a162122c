//! What those who care for an incident see of it: details, reports, whom to call, notes, attachments, what happened.

use uuid::Uuid;
use web::pages::{
    AttachmentProblem, AttachmentsView, ClockRow, ContactKind as PageKind, GuideView,
    IncidentDetails, InsurerView, LandContactRow, NoteForm, NoteRow, NotesView, TimelineRow,
};
use web::{Frame, Language};

use super::timeline::timeline;
use crate::access::Permit;
use crate::access::action::{ReadIncidents, UpdateIncident};
use crate::app::AppState;
use crate::http::{Problem, cut};
use crate::ids::IncidentNoteId;
use crate::incidents::api::kit;
use crate::incidents::care::{Reminded, contacts_of};
use crate::incidents::model::{Incident, Insurer, Note, Side};
use crate::incidents::pages::attachments::view;
use crate::incidents::pages::clocks::clock_rows;
use crate::incidents::pages::{guide, words};
use crate::incidents::service::{self, Details, Seen};
use crate::incidents::{attachments, care};
use crate::pages::{Told, day, paragraphs};
use crate::reference::{ContactKind, LandContact, Reference};

/// Notes a page.
const NOTES: u64 = 50;
/// What those who care for an incident see of it, ready to be shown.
pub(super) struct Care {
    pub(super) details: Option<IncidentDetails>,
    pub(super) clocks: Vec<ClockRow>,
    pub(super) contacts: Vec<LandContactRow>,
    pub(super) notes: Option<NotesView>,
    pub(super) attachments: Option<AttachmentsView>,
    pub(super) timeline: Vec<TimelineRow>,
    pub(super) providers: Vec<String>,
    pub(super) guide: Option<GuideView>,
}

/// How what is handed over is shown.
#[derive(Default)]
pub(super) struct Handed {
    /// Where the notes go on.
    pub(super) notes_before: Option<IncidentNoteId>,
    /// A note that was not taken.
    pub(super) note: Option<NoteForm>,
    /// What is wrong with a file that was not taken.
    pub(super) attachment: Option<AttachmentProblem>,
}

impl Care {
    pub(super) async fn load(
        app: &AppState,
        (seen, permit): (&Seen, &Permit<ReadIncidents>),
        (frame, handed): (&Frame, Handed),
    ) -> Result<Self, Problem> {
        let Handed {
            notes_before,
            note,
            attachment,
        } = handed;
        let (now, language) = (app.db.clock().now(), frame.language);
        let reminded = reminded(app, seen).await?;
        let happened = service::happened(kit(app), seen).await?;
        let kept = if seen.is_held_back() {
            None
        } else {
            Some(attachments::list(kit(app), seen).await?)
        };
        let files = kept.as_deref();
        let may_tick = seen.incident.closed.is_none() && may_change(permit, seen);
        let action = may_tick.then(|| format!("/vorfaelle/{}/leitfaden", seen.incident.id));
        Ok(Self {
            details: details(app, seen).await?,
            clocks: clock_rows(&seen.clocks, &reminded, (now, Told::Now(now), language)),
            contacts: contacts(&app.reference, &seen.incident, language),
            notes: notes(app, seen, (frame, notes_before, note)).await?,
            attachments: files
                .map(|kept| view((kept, attachment), (seen, permit), (now, language))),
            timeline: timeline(
                seen,
                (&happened, files.unwrap_or_default()),
                (Told::Now(now), language),
            ),
            providers: happened.providers,
            guide: if seen.is_held_back() {
                None
            } else {
                guide::view(app, (&seen.incident, language), action).await?
            },
        })
    }
}

/// Somebody may be of a town and of a house that serves others.
pub(super) fn may_change(permit: &Permit<ReadIncidents>, seen: &Seen) -> bool {
    is_let(seen) && permit.also::<UpdateIncident>().is_some()
}

/// Whether an incident is looked at as the desk or the town.
pub(super) fn is_let(seen: &Seen) -> bool {
    match seen.side {
        Side::Desk | Side::Town => true,
        Side::Provider | Side::Land => false,
    }
}

/// When the town was reminded, for the desk and the town.
async fn reminded(app: &AppState, seen: &Seen) -> Result<Vec<Reminded>, Problem> {
    if is_let(seen) {
        return Ok(care::reminded(kit(app), seen.incident.id).await?);
    }
    Ok(Vec::new())
}

/// What is sealed of it, as far as it may be seen.
async fn details(app: &AppState, seen: &Seen) -> Result<Option<IncidentDetails>, Problem> {
    if seen.is_held_back() {
        return Ok(None);
    }
    let found = service::details(kit(app), seen).await?;
    Ok(Some(detailed(found)))
}

/// What is sealed of it, ready to be shown.
pub(in crate::incidents::pages) fn detailed(details: Details) -> IncidentDetails {
    let Details {
        measures,
        insurer,
        contracts,
    } = details;
    IncidentDetails {
        measures: paragraphs(&measures),
        insurer: insurer.map(|insurer| {
            let Insurer {
                name,
                policy,
                phone,
            } = insurer;
            InsurerView {
                name,
                policy,
                phone,
            }
        }),
        contracts: paragraphs(&contracts),
    }
}

/// The notes, and the form for another one.
async fn notes(
    app: &AppState,
    seen: &Seen,
    (frame, before, form): (&Frame, Option<IncidentNoteId>, Option<NoteForm>),
) -> Result<Option<NotesView>, Problem> {
    if seen.is_held_back() {
        return Ok(None);
    }
    let mut found = service::notes(kit(app), seen, (before, NOTES)).await?;
    let id = seen.incident.id;
    let older = cut(&mut found, NOTES).map(|last| format!("/vorfaelle/{id}?vor={}", last.id));
    let (now, language) = (app.db.clock().now(), frame.language);
    let is_open = seen.incident.closed.is_none();
    let fresh = || NoteForm {
        token: Uuid::new_v4().to_string(),
        ..NoteForm::default()
    };
    Ok(Some(NotesView {
        rows: found
            .into_iter()
            .rev()
            .map(|note| row(note, Told::Now(now), language))
            .collect(),
        older,
        form: is_open.then(|| form.unwrap_or_else(fresh)),
    }))
}

/// A note.
pub(in crate::incidents::pages) fn row(note: Note, told: Told, language: Language) -> NoteRow {
    let Note {
        id: _,
        at,
        side,
        text,
    } = note;
    NoteRow {
        at: told.moment(at, language),
        side: words::side(side),
        text: paragraphs(&text),
    }
}

/// Whom to call in the Land.
pub(in crate::incidents::pages) fn contacts(
    reference: &Reference,
    incident: &Incident,
    language: Language,
) -> Vec<LandContactRow> {
    let found = contacts_of(reference, incident).into_iter();
    found.map(|found| contact(found, language)).collect()
}

fn contact(found: &LandContact, language: Language) -> LandContactRow {
    LandContactRow {
        kind: match found.kind {
            ContactKind::Cert => PageKind::Cert,
            ContactKind::IncidentResponse => PageKind::IncidentResponse,
            ContactKind::PoliceZac => PageKind::Police,
            ContactKind::Prosecution => PageKind::Prosecution,
            ContactKind::DataProtection => PageKind::DataProtection,
            ContactKind::MunicipalIt => PageKind::MunicipalIt,
        },
        name: found.name.clone(),
        phone: found.phone.clone(),
        email: found.email.clone(),
        url: found.url.clone(),
        hours: found.hours.clone(),
        checked: day(found.last_checked, language),
    }
}
