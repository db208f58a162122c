//! Samples of incidents.

use super::Collector;
use super::incidents_care::{cared_for, details};
use super::legal_basis::confirmed;
use crate::Role;
use crate::pages::{
    AffectedSystem, CalledNumber, CloseForm, ClosingReason, ContactView, HelpSection, HowVerified,
    IncidentBadge, IncidentContact, IncidentEvent, IncidentHandling, IncidentPage, IncidentRow,
    IncidentsPage, Phase, Places, RegisteredNumber, RegisteredView, RequestBadge, RequestSummary,
    TakeView, TimelineRow, Tlp, Verified, VerifyForm, VerifyProblem,
};
use crate::parts::{PlaceChoice, PlaceField, PlaceProblem};

pub(super) const TOWN: &str = "Stadt Köthen (Anhalt)";

pub(super) fn collect(collector: &mut Collector) {
    list(collector);
    unverified(collector);
    refused(collector);
    verified(collector);
    cared_for(collector);
    details(collector);
}

fn symptom(collector: &Collector) -> String {
    collector.pick(
        "Dateien verschlüsselt oder Erpresserbrief",
        "Files encrypted or ransom note",
    )
}

fn list(collector: &mut Collector) {
    let row = |place: &str, state, waiting: Option<String>| IncidentRow {
        href: "/vorfaelle/inc_1".to_owned(),
        place: place.to_owned(),
        symptom: (place != "Stadt Zörbig").then(|| symptom(collector)),
        state,
        asked: collector.pick("heute, 14:02 Uhr", "today, 14:02"),
        waiting,
        is_taken: state == IncidentBadge::Verified,
        is_drill: place == "Landkreis Anhalt-Bitterfeld",
    };
    let minutes = collector.pick("12 Minuten", "12 minutes");
    let page = IncidentsPage {
        frame: collector.signed_in("/vorfaelle", Role::Coordinator),
        filter: None,
        open: vec![
            row(TOWN, IncidentBadge::Unverified, Some(minutes)),
            row("Landkreis Anhalt-Bitterfeld", IncidentBadge::Verified, None),
        ],
        closed: vec![row("Stadt Zörbig", IncidentBadge::Closed, None)],
        is_desk: true,
        takes_calls: true,
        more_waiting: Some("/vorfaelle?zustand=unverified&nach=inc_1".to_owned()),
        next: Some("/vorfaelle?vor=inc_1".to_owned()),
    };
    collector.add("incidents", "desk", &page);
    let town = IncidentsPage {
        frame: collector.signed_in("/vorfaelle", Role::Requester),
        open: Vec::new(),
        closed: Vec::new(),
        is_desk: false,
        takes_calls: false,
        more_waiting: None,
        next: None,
        ..page.clone()
    };
    collector.add("incidents", "none", &town);
    let filtered = IncidentsPage {
        frame: collector.signed_in("/vorfaelle?zustand=verified", Role::Coordinator),
        filter: Some(IncidentBadge::Verified),
        is_desk: true,
        ..town
    };
    collector.add("incidents", "none-filtered", &filtered);
}

fn timeline(collector: &Collector) -> Vec<TimelineRow> {
    let sent = IncidentEvent::WaveSent {
        number: 1,
        asked: 6,
    };
    let events = [
        ("14:02", IncidentEvent::Asked),
        ("14:09", IncidentEvent::Verified(HowVerified::CallBack)),
        ("14:10", IncidentEvent::HelpBegun),
        ("14:10", sent),
        ("14:31", IncidentEvent::Committed),
        ("19:30", IncidentEvent::Closed(ClosingReason::Done)),
    ];
    let rows = events.into_iter().map(|(at, event)| TimelineRow {
        at: collector.pick(&format!("heute, {at} Uhr"), &format!("today, {at}")),
        text: event.text(collector.language),
    });
    rows.collect()
}

pub(super) fn incident(collector: &Collector, role: Role) -> IncidentPage {
    IncidentPage {
        frame: collector.signed_in("/vorfaelle/inc_1", role),
        id: "inc_1".to_owned(),
        place: TOWN.to_owned(),
        place_form: None,
        is_place_known: true,
        symptom: Some(symptom(collector)),
        handling: IncidentHandling {
            tlp: Tlp::Amber,
            is_under_investigation: false,
            land_reads: true,
            provider_reads: true,
        },
        providers: Vec::new(),
        may_change: true,
        details: None,
        clocks: Vec::new(),
        contacts: Vec::new(),
        notes: None,
        guide: None,
        attachments: None,
        phase: Phase::Acute,
        severity: Some(2),
        systems: vec![AffectedSystem::Mail, AffectedSystem::Procedures],
        services: vec![
            collector.pick("Einwohnermeldewesen", "Residents' register"),
            collector.pick("Sozialwesen", "Social services"),
        ],
        asked: collector.pick("heute, 14:02 Uhr", "today, 14:02"),
        state: IncidentBadge::Unverified,
        is_drill: false,
        take: (role == Role::Coordinator).then_some(TakeView::Free),
        contact: ContactView::Ask,
        verify: None,
        verified: None,
        timeline: timeline(collector),
        help: None,
        conditions: Some(confirmed(collector)),
        close: Some(CloseForm {
            is_desk: role == Role::Coordinator,
            is_reason_missing: false,
        }),
    }
}

fn help(requests: Vec<RequestSummary>) -> HelpSection {
    HelpSection {
        offers: Some("/vorfaelle/inc_1/angebote".to_owned()),
        requests,
        ask: Some("0".repeat(32)),
    }
}

fn asked(collector: &Collector) -> Vec<RequestSummary> {
    let summary = |state, provisional| RequestSummary {
        href: "/ersuchen/req_1".to_owned(),
        made: collector.pick("heute, 14:10 Uhr", "today, 14:10"),
        state,
        places: Places {
            asked: 8,
            committed: 3,
            provisional,
        },
    };
    vec![
        summary(RequestBadge::Alerting, 2),
        summary(RequestBadge::Over, 0),
    ]
}

fn shown() -> ContactView {
    ContactView::Shown(IncidentContact {
        name: Some("Max Muster, IT-Leitung".to_owned()),
        phone: "+49 171 1234567".to_owned(),
        email: Some("max.muster@post.example".to_owned()),
        measures: Some("Netz getrennt, Sicherungen abgezogen.".to_owned()),
        vouched: Some("Stimme der IT-Leitung erkannt".to_owned()),
    })
}

fn verify(collector: &Collector, problems: Vec<VerifyProblem>) -> VerifyForm {
    VerifyForm {
        caller: Some(collector.pick("Fliederbusch", "Lilac")),
        registered: RegisteredView::Ask,
        can_begin: true,
        problems,
        ..VerifyForm::default()
    }
}

fn unverified(collector: &mut Collector) {
    let page = IncidentPage {
        verify: Some(verify(collector, Vec::new())),
        ..incident(collector, Role::Coordinator)
    };
    collector.add("incident", "unverified", &page);
    let drill = IncidentPage {
        contact: shown(),
        is_drill: true,
        severity: None,
        systems: Vec::new(),
        services: Vec::new(),
        timeline: Vec::new(),
        ..page.clone()
    };
    collector.add("incident", "drill-contact", &drill);
    let registered = |registered| IncidentPage {
        verify: Some(VerifyForm {
            registered,
            ..verify(collector, Vec::new())
        }),
        ..page.clone()
    };
    let shown = registered(RegisteredView::Shown(vec![RegisteredNumber {
        name: "Max Muster, IT-Leitung".to_owned(),
        number: "+49 171 7654321".to_owned(),
    }]));
    let nobody = registered(RegisteredView::Nobody);
    let unplanned = IncidentPage {
        verify: Some(VerifyForm {
            can_begin: false,
            ..verify(collector, Vec::new())
        }),
        ..page.clone()
    };
    let hidden = registered(RegisteredView::Hidden);
    collector.add("incident", "no-playbook", &unplanned);
    collector.add("incident", "registered", &shown);
    collector.add("incident", "registered-nobody", &nobody);
    collector.add("incident", "registered-hidden", &hidden);
    let choices = vec![PlaceChoice {
        label: "Neustadt am Rübenberge, Region Hannover".to_owned(),
        href: "/vorfaelle/inc_1?near=03241012".to_owned(),
    }];
    let free = IncidentPage {
        place: "Neustadt".to_owned(),
        is_place_known: false,
        place_form: Some(PlaceField {
            text: "Neustadt".to_owned(),
            ags: None,
            problem: Some(PlaceProblem::Ambiguous(choices)),
        }),
        ..page
    };
    collector.add("incident", "place-free", &free);
}

fn refused(collector: &mut Collector) {
    let page = |problems| IncidentPage {
        contact: shown(),
        verify: Some(verify(collector, problems)),
        ..incident(collector, Role::Coordinator)
    };
    let wrong = page(vec![VerifyProblem::WrongWord { left: 1 }]);
    let missing = page(vec![
        VerifyProblem::WordMissing,
        VerifyProblem::ReasonMissing,
    ]);
    let problems = vec![VerifyProblem::Locked, VerifyProblem::ReasonTooLong];
    let locked = IncidentPage {
        verify: Some(VerifyForm {
            caller: None,
            reason: "Wir kennen uns.".to_owned(),
            ..verify(collector, problems)
        }),
        ..wrong.clone()
    };
    let number = |problem| IncidentPage {
        verify: Some(VerifyForm {
            called: Some(CalledNumber::Other),
            other_reason: "x".to_owned(),
            word: collector.pick("Ahorn", "Maple"),
            ..verify(collector, vec![problem])
        }),
        ..wrong.clone()
    };
    let unsaid = number(VerifyProblem::NumberMissing);
    let unreasoned = number(VerifyProblem::NumberReasonMissing);
    let long = number(VerifyProblem::NumberReasonTooLong);
    collector.add("incident", "number-missing", &unsaid);
    collector.add("incident", "number-reason-missing", &unreasoned);
    collector.add("incident", "number-reason-long", &long);
    collector.add("incident", "wrong-word", &wrong);
    collector.add("incident", "missing", &missing);
    collector.add("incident", "locked", &locked);
}

fn verified(collector: &mut Collector) {
    let page = |role, how| IncidentPage {
        state: IncidentBadge::Verified,
        verified: Some(Verified {
            at: collector.pick("heute, 14:09 Uhr", "today, 14:09"),
            how,
        }),
        ..incident(collector, role)
    };
    let desk = IncidentPage {
        help: Some(help(Vec::new())),
        ..page(Role::Coordinator, HowVerified::CallBack)
    };
    let missing = IncidentPage {
        take: Some(TakeView::Other {
            since: collector.pick("12 Minuten", "12 minutes"),
            who: Some("bereitschaft@example.org".to_owned()),
            had: "acc_1".to_owned(),
        }),
        contact: shown(),
        close: Some(CloseForm {
            is_desk: true,
            is_reason_missing: true,
        }),
        ..page(Role::Coordinator, HowVerified::KnownPerson)
    };
    let gone = IncidentPage {
        take: Some(TakeView::Other {
            since: collector.pick("12 Minuten", "12 minutes"),
            who: None,
            had: "acc_1".to_owned(),
        }),
        ..desk.clone()
    };
    let own = IncidentPage {
        take: Some(TakeView::Own),
        help: Some(help(asked(collector))),
        ..page(Role::Coordinator, HowVerified::Code)
    };
    let closed = IncidentPage {
        take: None,
        state: IncidentBadge::Closed,
        contact: ContactView::Hidden,
        close: None,
        ..page(Role::Requester, HowVerified::Code)
    };
    collector.add("incident", "verified", &desk);
    collector.add("incident", "close-missing", &missing);
    collector.add("incident", "taken", &own);
    collector.add("incident", "taken-by-somebody-gone", &gone);
    collector.add("incident", "closed-town", &closed);
}
