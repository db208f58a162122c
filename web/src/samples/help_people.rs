//! Samples of who is asked, releases and helps.

use super::Collector;
use super::help_status::verified;
use crate::pages::{
    AnswerContact, AnswerForm, AnswerNext, AnswerOption, AnswerPage, AnswerProblem, AnswerState,
    AnswerSteps, AskedFacts, CodeProblem, Committed, Cost, DeploymentKind, HelpPerson,
    HelpProgress, HelpRefusal, HelpStage, HelpStatusPage, HelpTeam, HelpWords, HouseInsurance,
    Introduction, OrganisationKind, PersonContact, PersonState, Phase, ReleasePage, ReleaseState,
    TownSteps,
};
use crate::parts::{Evidence, Skill, WorkMode};

pub(super) fn collect(collector: &mut Collector) {
    asked(collector);
    said(collector);
    release(collector);
    team(collector);
}

fn answer(collector: &Collector, state: AnswerState) -> AnswerPage {
    AnswerPage {
        frame: collector.anonymous("/a/0197a3c2b1d04e6f"),
        is_drill: false,
        asked: AskedFacts {
            district: Some("Landkreis Anhalt-Bitterfeld".to_owned()),
            task: collector.pick("IT-Forensik", "Digital forensics"),
            symptom: Some(collector.pick("Dateien verschlüsselt", "Files encrypted")),
            phase: Phase::Acute,
            mode: WorkMode::Either,
            from: collector.pick("sofort", "now"),
            days: 3,
            is_first_call: false,
            is_begun: false,
            is_of_own_town: false,
        },
        state,
        is_undo_refused: false,
        stream: None,
        stand: "answered.010.0.1".to_owned(),
    }
}

fn asked(collector: &mut Collector) {
    let form = AnswerForm {
        until: collector.pick("2:20 Uhr", "2:20"),
        options: vec![
            AnswerOption::FirstCall,
            AnswerOption::Remote,
            AnswerOption::OnSite,
            AnswerOption::No,
            AnswerOption::NotTonight,
        ],
        remote_from: collector.pick("sofort", "now"),
        on_site_from: collector.pick("morgen 7 Uhr", "tomorrow 7:00"),
        ..AnswerForm::default()
    };
    let page = answer(collector, AnswerState::Open(form.clone()));
    collector.add("help-answer", "night", &page);
    let mut own = page;
    own.asked.is_of_own_town = true;
    collector.add("help-answer", "own-town", &own);
    for (name, problem) in [
        ("tired", AnswerProblem::NotRested),
        ("no-time", AnswerProblem::NoTime),
        ("too-late", AnswerProblem::TooLate),
        ("nothing", AnswerProblem::Missing),
    ] {
        let form = AnswerForm {
            from: "2026-12-01T15:00".to_owned(),
            is_rested: problem != AnswerProblem::NotRested,
            problem: Some(problem),
            ..form.clone()
        };
        let mut page = answer(collector, AnswerState::Open(form));
        page.is_drill = true;
        collector.add("help-answer", name, &page);
    }
    let call = AnswerForm {
        options: vec![
            AnswerOption::FirstCall,
            AnswerOption::No,
            AnswerOption::NotTonight,
        ],
        ..form
    };
    let mut page = answer(collector, AnswerState::Open(call));
    page.asked.is_first_call = true;
    collector.add("help-answer", "call", &page);
}

fn said(collector: &mut Collector) {
    let by = collector.pick("15:20 Uhr", "15:20");
    let next = [
        ("no", AnswerNext::No),
        ("not-tonight", AnswerNext::NotTonight),
        ("reserve", AnswerNext::Reserve),
        ("employer", AnswerNext::Employer(by.clone())),
        ("town", AnswerNext::Town(by.clone())),
        (
            "committed-call",
            AnswerNext::Committed(contact(collector, Some(by.clone()))),
        ),
        ("committed", AnswerNext::Committed(contact(collector, None))),
        ("running", AnswerNext::Committed(running(collector))),
        ("over", AnswerNext::Over),
        ("not-released", AnswerNext::NotReleased),
        ("declined", AnswerNext::Declined),
        ("lapsed", AnswerNext::Lapsed),
        ("withdrawn", AnswerNext::Withdrawn),
    ];
    for (name, next) in next {
        let undo_until = ["no", "town"].contains(&name).then(|| by.clone());
        let mut page = answer(collector, AnswerState::Said { next, undo_until });
        page.asked.is_begun = name == "running";
        page.is_undo_refused = name == "committed";
        let is_once = page.is_undo_refused || !page.is_followed();
        page.stream = (!is_once).then(|| format!("{}/stand", page.frame.here));
        collector.add("help-answer", name, &page);
    }
    let expired = answer(collector, AnswerState::Expired);
    collector.add("help-answer", "expired", &expired);
    let over = answer(collector, AnswerState::StoodDown);
    collector.add("help-answer", "stood-down", &over);
}

fn words(collector: &Collector) -> HelpWords {
    HelpWords {
        caller: collector.pick("Fliederbusch", "Lilac"),
        called: collector.pick("Kaminholz", "Firewood"),
    }
}

fn contact(collector: &Collector, call_by: Option<String>) -> AnswerContact {
    let steps = AnswerSteps {
        start: call_by.is_none(),
        end: call_by.is_none(),
        cancel: call_by.is_some(),
        stay: call_by.is_none().then(|| {
            let until = collector.pick("10. Dezember 15 Uhr", "10 December 15:00");
            (until, collector.pick("heute 18 Uhr", "today 18:00"))
        }),
    };
    AnswerContact {
        steps,
        place: "Stadt Köthen (Anhalt)".to_owned(),
        name: call_by.is_some().then(|| "Max Muster, IT".to_owned()),
        phone: "+491711234567".to_owned(),
        words: Some(words(collector)),
        call_by,
        from: collector.pick("heute 15 Uhr", "today 15:00"),
        until: collector.pick("3. Dezember 2026, 15:00 Uhr", "3 December 2026, 15:00"),
        is_running: false,
    }
}

fn running(collector: &Collector) -> AnswerContact {
    AnswerContact {
        is_running: true,
        steps: AnswerSteps {
            end: true,
            ..AnswerSteps::default()
        },
        ..contact(collector, None)
    }
}

fn release(collector: &mut Collector) {
    let by = || collector.pick("15:20 Uhr", "15:20");
    let open = |may_be_remote| ReleaseState::Open {
        until: by(),
        may_be_remote,
    };
    let states = [
        ("open", open(true)),
        ("open-remote", open(false)),
        ("released", ReleaseState::Released(by())),
        ("accepted", ReleaseState::Accepted),
        ("refused", ReleaseState::Refused),
        ("declined", ReleaseState::Declined),
        ("lapsed", ReleaseState::Lapsed),
        ("withdrawn", ReleaseState::Withdrawn),
    ];
    for (name, state) in states {
        let page = ReleasePage {
            frame: collector.anonymous("/freigabe/0197a3c2b1d04e6f"),
            is_drill: name == "lapsed",
            alias: "K-7Q3FA".to_owned(),
            district: Some("Landkreis Anhalt-Bitterfeld".to_owned()),
            asker: Some(OrganisationKind::Municipality),
            task: collector.pick("IT-Forensik", "Digital forensics"),
            from: collector.pick("heute 15 Uhr", "today 15:00"),
            until: collector.pick("4. Dezember 2026, 15:00 Uhr", "4 December 2026, 15:00"),
            is_on_site: name == "open",
            is_first_call: name == "accepted",
            cost: Some(if name == "accepted" {
                Cost::Free
            } else {
                Cost::AgreedRate
            }),
            insured: HouseInsurance {
                accident: Some("Unfallkasse Sachsen-Anhalt".to_owned()),
                liability: None,
            },
            state,
        };
        collector.add("help-release", name, &page);
    }
}

fn team(collector: &mut Collector) {
    let page = verified(collector);
    let by = collector.pick("15:20 Uhr", "15:20");
    let stages = [
        ("draft", HelpStage::Draft),
        ("asking", HelpStage::Asking(Some(by.clone()))),
        ("asking-last", HelpStage::Asking(None)),
        ("exhausted", HelpStage::Exhausted),
        ("paused", HelpStage::Paused),
        ("filled", HelpStage::Filled),
        ("over", HelpStage::StoodDown),
    ];
    for (name, stage) in stages {
        let progress = HelpProgress {
            tasks: collector.pick("IT-Forensik, Datensicherung", "Digital forensics, backup"),
            asked: 6,
            committed: 2,
            open: 1,
            stage,
        };
        let refusal = match name {
            "draft" => Some(HelpRefusal::Decided),
            "over" => Some(HelpRefusal::Booked(by.clone())),
            _ => None,
        };
        let shown = HelpStatusPage {
            team: Some(HelpTeam {
                requests: vec![progress],
                people: if name == "asking" {
                    people(collector)
                } else {
                    Vec::new()
                },
                refusal,
            }),
            ..page.clone()
        };
        collector.add("help-status", name, &shown);
    }
    opened(collector, &page);
}

fn people(collector: &Collector) -> Vec<HelpPerson> {
    let by = || collector.pick("15:20 Uhr", "15:20");
    vec![
        person(collector, ("dep_1", PersonState::Employer(by()))),
        person(
            collector,
            (
                "dep_2",
                PersonState::Town {
                    by: by(),
                    from: collector.pick("sofort", "now"),
                },
            ),
        ),
        committed(collector, ("dep_3", PersonContact::Ask(None))),
        person(collector, ("dep_5", PersonState::Late)),
    ]
}

/// Who is released, as a town is told.
pub(super) fn introduction(collector: &Collector, cost: Cost) -> Introduction {
    let is_named = cost != Cost::ExtraCosts;
    Introduction {
        sender: match cost {
            Cost::ExtraCosts => OrganisationKind::District,
            Cost::Free | Cost::AgreedRate => OrganisationKind::ItProvider,
        },
        employer: is_named.then(|| "Musterdata GmbH".to_owned()),
        function: is_named.then(|| collector.pick("IT-Forensik", "Digital forensics")),
        reasons: vec![Skill {
            label: collector.pick("Datensicherung", "Backup"),
            level: 3,
            evidence: Evidence::Employer,
        }],
        cost,
    }
}

fn person(collector: &Collector, (id, state): (&str, PersonState)) -> HelpPerson {
    HelpPerson {
        id: id.to_owned(),
        alias: "K-7Q3FA".to_owned(),
        task: collector.pick("IT-Forensik", "Digital forensics"),
        kind: match id {
            "dep_3" => DeploymentKind::Talk,
            _ => DeploymentKind::Remote,
        },
        introduction: match state {
            PersonState::Employer(_) | PersonState::Late => None,
            PersonState::Town { .. } => Some(introduction(collector, Cost::AgreedRate)),
            PersonState::Committed(_) => Some(introduction(collector, Cost::Free)),
        },
        state,
    }
}

fn committed(collector: &Collector, (id, contact): (&str, PersonContact)) -> HelpPerson {
    let is_call = id == "dep_3";
    let state = PersonState::Committed(Committed {
        calls_by: is_call.then(|| collector.pick("14:20 Uhr", "14:20")),
        from: collector.pick("heute 15 Uhr", "today 15:00"),
        words: is_call.then(|| words(collector)),
        objection_until: is_call.then(|| collector.pick("14:15 Uhr", "14:15")),
        contact,
        steps: TownSteps {
            until: collector.pick("3. Dezember 15 Uhr", "3 December 15:00"),
            start: is_call,
            end: !is_call,
            cancel: is_call,
            extend: !is_call,
            asked: None,
        },
    });
    person(collector, (id, state))
}

/// Somebody typed the code, right or wrong.
fn opened(collector: &mut Collector, page: &HelpStatusPage) {
    let shown = PersonContact::Shown {
        name: "Erika Beispiel".to_owned(),
        phone: Some("+493023125000".to_owned()),
        email: Some("erika.beispiel@example.org".to_owned()),
    };
    let contacts = [
        ("contact", shown),
        ("no-code", PersonContact::Ask(Some(CodeProblem::Missing))),
        (
            "wrong-code",
            PersonContact::Ask(Some(CodeProblem::Wrong { left: 3 })),
        ),
        ("locked-code", PersonContact::Ask(Some(CodeProblem::Locked))),
    ];
    for (name, contact) in contacts {
        let shown = HelpStatusPage {
            team: Some(HelpTeam {
                people: vec![committed(collector, ("dep_4", contact))],
                ..HelpTeam::default()
            }),
            stream: None,
            ..page.clone()
        };
        collector.add("help-status", name, &shown);
    }
}
