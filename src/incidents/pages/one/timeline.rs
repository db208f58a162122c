//! What happened to an incident, oldest first, without what was said.

use web::Language;
use web::pages::{ClosingReason, IncidentEvent, TimelineRow};

use crate::incidents::attachments::Attachment;
use crate::incidents::borrowing::OfferStep;
use crate::incidents::model::EventKind;
use crate::incidents::pages::words;
use crate::incidents::requests::HelpStep;
use crate::incidents::service::{Happened, Seen};
use crate::pages::Told;

/// Its rows.
pub(in crate::incidents::pages) fn timeline(
    seen: &Seen,
    (happened, files): (&Happened, &[Attachment]),
    (told, language): (Told, Language),
) -> Vec<TimelineRow> {
    let events = happened.events.iter();
    let events = events.map(|event| (event.at, shown(event.kind)));
    let notes = happened.notes.iter();
    let notes = notes.map(|at| (*at, IncidentEvent::NoteAdded));
    let files = files.iter();
    let files = files.map(|file| (file.at, IncidentEvent::AttachmentAdded));
    let reports = seen.clocks.iter().filter_map(|clock| {
        let done = clock.done.as_ref()?;
        Some((done.at, IncidentEvent::Reported(words::report(clock.id))))
    });
    let help = happened.help.iter();
    let help = help.map(|(at, step)| {
        let closed = seen.incident.closed_then(*at);
        (*at, helped(*step, closed.map(words::closing)))
    });
    let offers = happened.offers.iter();
    let offers = offers.map(|(at, step)| (*at, offered(*step)));
    let own = words::events(&seen.incident).into_iter();
    let others = events
        .chain(notes)
        .chain(files)
        .chain(reports)
        .chain(help)
        .chain(offers);
    let mut all: Vec<_> = own.chain(others).collect();
    // Whoever takes it over may do so after it was verified.
    all.sort_by_key(|(when, _)| *when);
    let rows = all.into_iter().map(|(when, event)| TimelineRow {
        at: told.moment(when, language),
        text: event.text(language),
    });
    rows.collect()
}

fn shown(kind: EventKind) -> IncidentEvent {
    match kind {
        EventKind::Updated => IncidentEvent::Updated,
        EventKind::ProviderTold => IncidentEvent::ProviderTold,
        EventKind::ProviderToldOver => IncidentEvent::ProviderToldOver,
        EventKind::PrimaryCalled => IncidentEvent::PrimaryCalled,
        EventKind::DeputyCalled => IncidentEvent::DeputyCalled,
        EventKind::ThirdCalled => IncidentEvent::ThirdCalled,
        EventKind::AllCalled => IncidentEvent::AllCalled,
    }
}

/// A step; a request may have ended with the incident, closed as something.
fn helped(step: HelpStep, closed: Option<ClosingReason>) -> IncidentEvent {
    match step {
        HelpStep::Begun => IncidentEvent::HelpBegun,
        HelpStep::Wave { number, asked } => IncidentEvent::WaveSent { number, asked },
        HelpStep::Released => IncidentEvent::Released,
        HelpStep::Committed => IncidentEvent::Committed,
        HelpStep::Ended => IncidentEvent::HelpEnded,
        HelpStep::Filled => IncidentEvent::HelpFilled,
        HelpStep::StoodDown => IncidentEvent::HelpStoodDown(closed),
    }
}

fn offered(step: OfferStep) -> IncidentEvent {
    match step {
        OfferStep::Agreed => IncidentEvent::OfferAgreed,
        OfferStep::Ended => IncidentEvent::OfferEnded,
    }
}
