//! What those who care for an incident see of it: details, reports, whom to call, notes, attachments, what happened.

use uuid::Uuid;
use web::pages::{
    AttachmentProblem, AttachmentsView, ClockRow, ClockState, ContactKind as PageKind,
    IncidentDetails, InsurerView, LandContactRow, NoteForm, NoteRow, NotesView, TimelineRow,
};
use web::{Frame, Language};

use super::timeline::timeline;
use crate::access::Permit;
use crate::access::action::ReadIncidents;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{Problem, cut};
use crate::ids::IncidentNoteId;
use crate::incidents::api::kit;
use crate::incidents::attachments;
use crate::incidents::model::{Clock, Incident, Insurer, Note};
use crate::incidents::pages::attachments::view;
use crate::incidents::pages::words;
use crate::incidents::service::{self, Details, Seen};
use crate::organisations;
use crate::pages::{day, moment, paragraphs};
use crate::reference::{ContactKind, ContactScope, LandContact, Reference, contacts_for};

/// Notes a page.
const NOTES: u64 = 50;
/// Whom a town calls or tells: helpers, the police, the data protection authority.
const KINDS: [ContactKind; 4] = [
    ContactKind::IncidentResponse,
    ContactKind::Cert,
    ContactKind::PoliceZac,
    ContactKind::DataProtection,
];

/// What those who care for an incident see of it, ready to be shown.
pub(super) struct Care {
    pub(super) details: Option<IncidentDetails>,
    pub(super) clocks: Vec<ClockRow>,
    pub(super) contacts: Vec<LandContactRow>,
    pub(super) notes: Option<NotesView>,
    pub(super) attachments: Option<AttachmentsView>,
    pub(super) timeline: Vec<TimelineRow>,
    pub(super) providers: Vec<String>,
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
        let told = (app.db.clock().now(), frame.language);
        let (now, language) = told;
        let happened = service::happened(kit(app), seen).await?;
        let kept = if seen.is_held_back() {
            None
        } else {
            Some(attachments::list(kit(app), seen).await?)
        };
        let files = kept.as_deref();
        Ok(Self {
            details: details(app, seen).await?,
            clocks: clocks(&seen.clocks, now, language),
            contacts: contacts(&app.reference, &seen.incident, language),
            notes: notes(app, seen, (frame, notes_before, note)).await?,
            attachments: files.map(|kept| view((kept, attachment), (seen, permit), told)),
            timeline: timeline(seen, (&happened, files.unwrap_or_default()), told),
            providers: happened.providers,
        })
    }
}

/// What is sealed of it, as far as it may be seen.
async fn details(app: &AppState, seen: &Seen) -> Result<Option<IncidentDetails>, Problem> {
    if seen.is_held_back() {
        return Ok(None);
    }
    let Details {
        measures,
        insurer,
        contracts,
    } = service::details(kit(app), seen).await?;
    Ok(Some(IncidentDetails {
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
    }))
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
            .map(|note| row(note, now, language))
            .collect(),
        older,
        form: is_open.then(|| form.unwrap_or_else(fresh)),
    }))
}

fn row(note: Note, now: Instant, language: Language) -> NoteRow {
    let Note {
        id: _,
        at,
        side,
        text,
    } = note;
    NoteRow {
        at: moment(at, now, language),
        side: words::side(side),
        text: paragraphs(&text),
    }
}

/// The reports the law asks for.
fn clocks(clocks: &[Clock], now: Instant, language: Language) -> Vec<ClockRow> {
    let hours = |from: Instant, until: Instant| {
        let seconds = until.as_seconds() - from.as_seconds();
        u32::try_from(seconds / 3_600).unwrap_or(0)
    };
    let rows = clocks.iter().map(|clock| ClockRow {
        report: words::report(clock.id),
        due: moment(clock.due_at, now, language),
        state: match &clock.done {
            Some(done) => ClockState::Done {
                at: moment(done.at, now, language),
                side: words::side(done.side),
            },
            None if clock.due_at < now => ClockState::Overdue {
                hours: hours(clock.due_at, now),
            },
            None => ClockState::Running {
                hours: hours(now, clock.due_at),
            },
        },
    });
    rows.collect()
}

/// Whom to call in the Land; those of the federation where the Land has none of a kind.
fn contacts(reference: &Reference, incident: &Incident, language: Language) -> Vec<LandContactRow> {
    let place = incident.place.as_deref();
    let seat = place.and_then(|place| organisations::seat_of(reference, place));
    let Some(seat) = seat else {
        return Vec::new();
    };
    let all = contacts_for(seat.land(), &reference.contacts);
    let of_kind = |kind| {
        let of_kind = all.iter().filter(|contact| contact.kind == kind);
        let own = of_kind
            .clone()
            .filter(|contact| contact.scope != ContactScope::Federal);
        let own: Vec<_> = own.collect();
        if own.is_empty() {
            of_kind.collect()
        } else {
            own
        }
    };
    let found = KINDS.into_iter().flat_map(of_kind);
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
