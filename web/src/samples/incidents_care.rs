//! Samples of what those who care for an incident see and fill in.

use super::Collector;
use super::incidents::{TOWN, incident};
use crate::Role;
use crate::pages::{
    AffectedSystem, AttachmentForm, AttachmentProblem, AttachmentRow, AttachmentsView, ClockRow,
    ClockState, ContactKind, IncidentBadge, IncidentDetails, IncidentDetailsPage, IncidentEvent,
    IncidentHandling, IncidentPage, IncidentSide, InsurerView, LandContactRow, LegalReport,
    NoteForm, NoteProblem, NoteRow, NotesView, Reached, ReminderRow, TimelineRow, Tlp,
};
use crate::parts::{FieldProblem, Filled};

pub(super) fn cared_for(collector: &mut Collector) {
    let town = IncidentPage {
        state: IncidentBadge::Verified,
        handling: handled(Tlp::AmberStrict, true),
        providers: vec!["Rechenzentrum Musterland".to_owned()],
        details: Some(sealed()),
        clocks: clocks(collector),
        contacts: contacts(collector),
        notes: Some(notes(collector, Some(NoteForm::default()))),
        attachments: Some(attachments(collector, None)),
        timeline: timeline(collector),
        ..incident(collector, Role::Requester)
    };
    let wrong = |problem| {
        let form = NoteForm {
            token: "1".to_owned(),
            text: "Übergabe".to_owned(),
            problem: Some(problem),
        };
        IncidentPage {
            notes: Some(notes(collector, Some(form))),
            ..town.clone()
        }
    };
    let (missing, long) = (wrong(NoteProblem::Missing), wrong(NoteProblem::TooLong));
    let held_back = IncidentPage {
        symptom: None,
        details: None,
        notes: None,
        attachments: None,
        providers: Vec::new(),
        handling: handled(Tlp::Red, false),
        may_change: false,
        close: None,
        ..town.clone()
    };
    let over = IncidentPage {
        state: IncidentBadge::Closed,
        handling: handled(Tlp::Green, true),
        details: Some(IncidentDetails {
            insurer: None,
            contracts: Vec::new(),
            ..sealed()
        }),
        notes: Some(NotesView::default()),
        attachments: Some(AttachmentsView::default()),
        close: None,
        ..town.clone()
    };
    collector.add("incident", "cared-for", &town);
    refused_files(collector, &town);
    collector.add("incident", "note-missing", &missing);
    collector.add("incident", "note-long", &long);
    collector.add("incident", "held-back", &held_back);
    collector.add("incident", "over", &over);
}

fn refused_files(collector: &mut Collector, town: &IncidentPage) {
    let problems = [
        ("attachment-missing", AttachmentProblem::Missing),
        ("attachment-format", AttachmentProblem::Format),
        ("attachment-too-large", AttachmentProblem::TooLarge),
        ("attachment-too-many", AttachmentProblem::TooMany),
        ("attachment-full", AttachmentProblem::Full),
    ];
    for (name, problem) in problems {
        let page = IncidentPage {
            attachments: Some(attachments(collector, Some(problem))),
            ..town.clone()
        };
        collector.add("incident", name, &page);
    }
}

fn attachments(collector: &Collector, problem: Option<AttachmentProblem>) -> AttachmentsView {
    let row = |id: &str, format, side| AttachmentRow {
        id: format!("att_{id}"),
        name: format!(
            "anlage-0000000{id}.{}",
            if format == "PDF" { "pdf" } else { "jpg" }
        ),
        format,
        size: 2_400_000,
        side,
        at: collector.pick("heute, 14:30 Uhr", "today, 14:30"),
    };
    AttachmentsView {
        rows: vec![
            row("2", "JPEG", IncidentSide::Town),
            row("1", "PDF", IncidentSide::Desk),
        ],
        may_remove: true,
        form: Some(AttachmentForm {
            token: "1".to_owned(),
            most: 20,
            megabytes: 50,
            problem,
        }),
    }
}

fn handled(tlp: Tlp, land_reads: bool) -> IncidentHandling {
    IncidentHandling {
        tlp,
        is_under_investigation: true,
        land_reads,
        provider_reads: land_reads,
    }
}

pub(super) fn sealed() -> IncidentDetails {
    IncidentDetails {
        measures: vec![
            "Netz getrennt.".to_owned(),
            "Sicherungen gelagert.".to_owned(),
        ],
        insurer: Some(InsurerView {
            name: "Musterversicherung".to_owned(),
            policy: Some("CY-4711".to_owned()),
            phone: Some("+49 30 1234567".to_owned()),
        }),
        contracts: vec!["Wiederherstellung: Musterfirma".to_owned()],
    }
}

pub(super) fn clocks(collector: &Collector) -> Vec<ClockRow> {
    let states = [
        ClockState::Running { minutes: 0 },
        ClockState::Running { minutes: 200 },
        ClockState::Running { minutes: 2400 },
        ClockState::Running { minutes: 4260 },
        ClockState::Overdue { minutes: 0 },
        ClockState::Overdue { minutes: 180 },
        ClockState::Overdue { minutes: 3600 },
        ClockState::Done {
            at: collector.pick("heute, 15:00 Uhr", "today, 15:00"),
            side: IncidentSide::Desk,
        },
    ];
    let reports = [
        LegalReport::DataProtection,
        LegalReport::EarlyWarning,
        LegalReport::Notification,
        LegalReport::FinalReport,
    ];
    let rows = states.into_iter().zip(reports.into_iter().cycle());
    rows.map(|(state, report)| ClockRow {
        report,
        due: collector.pick("heute, 20:00 Uhr", "today, 20:00"),
        state,
        reminders: reminders(collector),
    })
    .collect()
}

fn reminders(collector: &Collector) -> Vec<ReminderRow> {
    let all = [
        Reached::Delivered,
        Reached::Sent,
        Reached::Failed,
        Reached::Unknown,
    ];
    let row = |reached| ReminderRow {
        at: collector.pick("heute, 14:00 Uhr", "today, 14:00"),
        reached,
    };
    all.map(row).into()
}

pub(super) fn contacts(collector: &Collector) -> Vec<LandContactRow> {
    let checked = collector.pick("1. November 2026", "1 November 2026");
    let silent = LandContactRow {
        kind: ContactKind::Cert,
        name: "CERT Musterland".to_owned(),
        phone: None,
        email: Some("cert@land.example".to_owned()),
        url: Some("https://cert.land.example".to_owned()),
        hours: None,
        checked,
    };
    let police = LandContactRow {
        kind: ContactKind::Police,
        name: "LKA Musterland".to_owned(),
        phone: Some("0391 2501234".to_owned()),
        email: None,
        url: None,
        hours: Some("24/7".to_owned()),
        ..silent.clone()
    };
    vec![silent, police]
}

pub(super) fn notes(collector: &Collector, form: Option<NoteForm>) -> NotesView {
    let row = |side| NoteRow {
        at: collector.pick("heute, 14:30 Uhr", "today, 14:30"),
        side,
        text: vec!["Die Sicherungen sind geprüft.".to_owned()],
    };
    let sides = [
        IncidentSide::Town,
        IncidentSide::Provider,
        IncidentSide::Land,
    ];
    NotesView {
        rows: sides.into_iter().map(row).collect(),
        older: Some("/vorfaelle/inc_1?vor=note_1".to_owned()),
        form,
    }
}

pub(super) fn timeline(collector: &Collector) -> Vec<TimelineRow> {
    let events = [
        IncidentEvent::Asked,
        IncidentEvent::ProviderTold,
        IncidentEvent::Updated,
        IncidentEvent::NoteAdded,
        IncidentEvent::AttachmentAdded,
        IncidentEvent::Reported(LegalReport::DataProtection),
    ];
    let rows = events.into_iter().map(|event| TimelineRow {
        at: collector.pick("heute, 14:02 Uhr", "today, 14:02"),
        text: event.text(collector.language),
    });
    rows.collect()
}

pub(super) fn details(collector: &mut Collector) {
    let values = vec![
        ("phase", "acute".to_owned()),
        ("schwere", "4".to_owned()),
        ("verfahren", "Einwohnermeldewesen".to_owned()),
        ("massnahmen", "Netz getrennt.".to_owned()),
        ("personendaten", "unknown".to_owned()),
        ("bekannt", "2026-12-01T14:20".to_owned()),
        ("versicherung", "Musterversicherung".to_owned()),
        ("tlp", "amber".to_owned()),
    ];
    let page = IncidentDetailsPage {
        frame: collector.signed_in("/vorfaelle/inc_1/angaben", Role::Requester),
        id: "inc_1".to_owned(),
        place: TOWN.to_owned(),
        version: 3,
        form: Filled {
            values,
            problems: Vec::new(),
        },
        systems: vec![AffectedSystem::Mail],
        land_reads: true,
        provider_reads: true,
        is_under_investigation: false,
        is_conflict: false,
    };
    let conflict = IncidentDetailsPage {
        is_conflict: true,
        is_under_investigation: true,
        ..page.clone()
    };
    let mut wrong = page.clone();
    wrong.form.problems = vec![
        ("verfahren", FieldProblem::NoTerm("Zauberei".to_owned())),
        ("bekannt", FieldProblem::NoMoment),
        ("versicherung", FieldProblem::Missing),
        ("schadennummer", FieldProblem::NoPhone),
    ];
    collector.add("incident-details", "filled", &page);
    collector.add("incident-details", "conflict", &conflict);
    collector.add("incident-details", "wrong", &wrong);
}
