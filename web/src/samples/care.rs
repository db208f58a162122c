//! Samples of what a struck town has to think of: the guide, and the situation on paper.

use super::Collector;
use super::incidents::{TOWN, incident};
use super::incidents_care::{clocks, contacts, notes, sealed, timeline};
use crate::Role;
use crate::pages::{
    AffectedSystem, GuideLine, GuidePhase, GuideTick, GuideView, HelpGuidePage, IncidentBadge,
    IncidentPage, IncidentSide, Phase, SituationNeed, SituationPage, Tlp,
};

const LINES: [(&str, &str); 3] = [
    (
        "Fernzugänge und VPN gesperrt",
        "Remote access and VPN blocked",
    ),
    (
        "Polizei (ZAC) angerufen und Anzeige erstattet",
        "Police (ZAC) called and charges pressed",
    ),
    (
        "Weder gezahlt noch geantwortet",
        "Neither paid nor answered",
    ),
];

pub(super) fn collect(collector: &mut Collector) {
    let guide = guide(collector);
    let town = HelpGuidePage {
        frame: collector.anonymous("/hilfe/0197a3c2b1d04e6f/leitfaden"),
        place: TOWN.to_owned(),
        is_drill: false,
        back: "/hilfe/0197a3c2b1d04e6f".to_owned(),
        guide: guide.clone(),
    };
    let drill = HelpGuidePage {
        is_drill: true,
        ..town.clone()
    };
    collector.add("guide", "town", &town);
    collector.add("guide", "drill", &drill);
    let ticked = IncidentPage {
        state: IncidentBadge::Verified,
        guide: Some(guide.clone()),
        ..incident(collector, Role::Coordinator)
    };
    let read_only = IncidentPage {
        guide: Some(GuideView {
            action: None,
            ..guide
        }),
        ..ticked.clone()
    };
    collector.add("incident", "guide", &ticked);
    collector.add("incident", "guide-read", &read_only);
    situations(collector);
}

fn guide(collector: &Collector) -> GuideView {
    let phases = [Phase::Emergency, Phase::Acute, Phase::Rebuild];
    let phase = |phase: Phase| GuidePhase {
        phase,
        is_current: phase == Phase::Emergency,
        checked: (phase == Phase::Acute).then(|| {
            let day = collector.pick("2. November 2026", "2 November 2026");
            ("CERT Musterland".to_owned(), day)
        }),
        lines: lines(collector, phase),
    };
    GuideView {
        action: Some("/vorfaelle/inc_1/leitfaden".to_owned()),
        phases: phases.map(phase).into(),
    }
}

fn lines(collector: &Collector, phase: Phase) -> Vec<GuideLine> {
    let each = LINES.into_iter().enumerate();
    let line = |(number, (german, english)): (usize, (&str, &str))| GuideLine {
        key: format!("{}{number}", phase.value()),
        text: collector.pick(german, english),
        ticked: (number == 0).then(|| GuideTick {
            at: collector.pick("heute, 15:00 Uhr", "today, 15:00"),
            side: IncidentSide::Town,
        }),
    };
    each.map(line).collect()
}

fn situations(collector: &mut Collector) {
    let step = |(german, english): &(&str, &str)| collector.pick(german, english);
    let need = |committed: u16, people: &[&str]| SituationNeed {
        label: collector.pick("Datensicherung", "Backups"),
        places: 2,
        committed,
        open: 2 - committed,
        people: people.iter().map(|name| (*name).to_owned()).collect(),
    };
    let whole = SituationPage {
        frame: collector.signed_in("/vorfaelle/inc_1/lagebericht", Role::Requester),
        id: "inc_1".to_owned(),
        number: "3F9A2C".to_owned(),
        place: TOWN.to_owned(),
        is_drill: true,
        tlp: Tlp::AmberStrict,
        as_of: collector.pick("3. Dezember 2026, 8:00 Uhr", "3 December 2026, 8:00"),
        side: IncidentSide::Town,
        state: IncidentBadge::Verified,
        asked: collector.pick("1. Dezember 2026, 14:02 Uhr", "1 December 2026, 14:02"),
        symptom: Some(collector.pick("Dateien verschlüsselt", "Files encrypted")),
        phase: Phase::Emergency,
        severity: Some(4),
        systems: vec![AffectedSystem::Mail],
        services: vec![collector.pick("Sozialwesen", "Social services")],
        details: Some(sealed()),
        clocks: clocks(collector),
        timeline: timeline(collector),
        earlier: 7,
        help: Some(vec![need(1, &["K-7Q3F"]), need(2, &["K-2M9T", "K-8RRW"])]),
        contacts: contacts(collector),
        notes: Some(notes(collector, None).rows),
        next: Some(LINES.iter().map(step).collect()),
    };
    let quiet = SituationPage {
        is_drill: false,
        details: Some(crate::pages::IncidentDetails::default()),
        help: Some(Vec::new()),
        notes: Some(Vec::new()),
        next: Some(Vec::new()),
        clocks: Vec::new(),
        timeline: Vec::new(),
        earlier: 0,
        severity: None,
        systems: Vec::new(),
        services: Vec::new(),
        ..whole.clone()
    };
    let held_back = SituationPage {
        symptom: None,
        details: None,
        help: None,
        notes: None,
        next: None,
        tlp: Tlp::Red,
        side: IncidentSide::Land,
        ..quiet.clone()
    };
    collector.add("situation", "whole", &whole);
    collector.add("situation", "quiet", &quiet);
    collector.add("situation", "held-back", &held_back);
}
