//! Samples of where a request for help stands.

use super::Collector;
use super::help::first_aid;
use crate::Theme;
use crate::pages::{
    Call, ClockRow, ClockState, CodeOutcome, CodeProblem, HelpCare, HelpDoubt, HelpReaders,
    HelpState, HelpStatusPage, HelpWait, HelpWithdrawPage, HelpWords, LegalReport, OrderOfCalls,
    ReadersForm,
};

const TOWN: &str = "Stadt Köthen (Anhalt)";

pub(super) fn collect(collector: &mut Collector) {
    waiting(collector);
    later(collector);
}

fn call(name: &str, phone: &str) -> Call {
    Call {
        name: name.to_owned(),
        phone: Some(phone.to_owned()),
    }
}

fn status(collector: &Collector) -> HelpStatusPage {
    HelpStatusPage {
        frame: collector.anonymous("/hilfe/0197a3c2b1d04e6f"),
        place: TOWN.to_owned(),
        asked: collector.pick("heute, 14:02 Uhr", "today, 14:02"),
        is_drill: false,
        is_withdrawn: false,
        state: HelpState::Unverified {
            phone_ending: "567".to_owned(),
            wait: HelpWait::CallUntil(collector.pick("14:17 Uhr", "14:17")),
        },
        words: Some(HelpWords {
            caller: collector.pick("Fliederbusch", "Lilac"),
            called: collector.pick("Kaminholz", "Firewood"),
        }),
        spoken_code: Some("482913".to_owned()),
        doubts: Vec::new(),
        code: CodeOutcome::NotGiven,
        first_aid: first_aid(collector),
        calls: OrderOfCalls {
            provider: None,
            land: Some(call("CERT Nord", "0391 1234567")),
            police: Some(call("LKA Sachsen-Anhalt", "0391 2502244")),
            ..OrderOfCalls::default()
        },
        team: None,
        readers: None,
        care: None,
        stream: Some("/hilfe/0197a3c2b1d04e6f/stand".to_owned()),
        stand: "1.0".to_owned(),
    }
}

fn waiting(collector: &mut Collector) {
    let page = status(collector);
    collector.add("help-status", "unverified", &page);
    let doubtful = HelpStatusPage {
        doubts: vec![HelpDoubt::Landline, HelpDoubt::OwnMail],
        code: CodeOutcome::Refused,
        spoken_code: None,
        is_drill: true,
        ..page.clone()
    };
    collector.add("help-status", "drill-doubtful", &doubtful);
    let nobody = |land| HelpStatusPage {
        state: HelpState::Unverified {
            phone_ending: "567".to_owned(),
            wait: HelpWait::NobodyReachable(land),
        },
        code: CodeOutcome::NotChecked,
        ..page.clone()
    };
    let known = nobody(Some(call("CERT Nord", "0391 1234567")));
    collector.add("help-status", "nobody", &known);
    let off_duty = |land| HelpStatusPage {
        state: HelpState::Unverified {
            phone_ending: "567".to_owned(),
            wait: HelpWait::NobodyOnDuty(land),
        },
        ..page.clone()
    };
    let cert = Some(call("CERT Nord", "0391 1234567"));
    collector.add("help-status", "off-duty", &off_duty(cert));
    collector.add("help-status", "off-duty-unknown", &off_duty(None));
    let mut unknown = nobody(None);
    unknown.frame.operator.phone = None;
    unknown.calls = OrderOfCalls::default();
    collector.add("help-status", "nobody-unknown", &unknown);
}

/// The page of a town that proved itself.
pub(super) fn verified(collector: &Collector) -> HelpStatusPage {
    let page = status(collector);
    HelpStatusPage {
        state: HelpState::Verified {
            at: collector.pick("14:09 Uhr", "14:09"),
            is_sought: true,
        },
        code: CodeOutcome::Accepted,
        calls: OrderOfCalls {
            provider: Some(call("Kommunales Rechenzentrum Auental", "0800 7654321")),
            insurer: Some(call("Muster Versicherung", "030 7654321")),
            policy: Some("CY-4711".to_owned()),
            privacy: Some("03496 425001".to_owned()),
            ..page.calls.clone()
        },
        words: None,
        readers: Some(readers()),
        care: Some(care(collector)),
        ..page
    }
}

fn care(collector: &Collector) -> HelpCare {
    let row = |report, state| ClockRow {
        report,
        due: collector.pick("morgen, 14:20 Uhr", "tomorrow, 14:20"),
        state,
        reminders: Vec::new(),
    };
    HelpCare {
        clocks: vec![
            row(
                LegalReport::DataProtection,
                ClockState::Running { minutes: 2_460 },
            ),
            row(
                LegalReport::EarlyWarning,
                ClockState::Overdue { minutes: 130 },
            ),
        ],
        has_guide: true,
    }
}

fn readers() -> ReadersForm {
    ReadersForm {
        ticked: HelpReaders::default(),
        provider: Some("Kommunales Rechenzentrum Auental".to_owned()),
        asks_code: false,
        problem: None,
    }
}

fn later(collector: &mut Collector) {
    let mut verified = verified(collector);
    verified.frame.theme = Theme::Dark;
    collector.add("help-status", "verified-dark", &verified);
    let elsewhere = HelpStatusPage {
        readers: Some(ReadersForm {
            ticked: HelpReaders {
                land: false,
                provider: true,
            },
            asks_code: true,
            problem: Some(CodeProblem::Wrong { left: 4 }),
            ..readers()
        }),
        stream: None,
        ..verified.clone()
    };
    collector.add("help-status", "readers-wrong", &elsewhere);
    let gathering = HelpStatusPage {
        state: HelpState::Verified {
            at: collector.pick("14:09 Uhr", "14:09"),
            is_sought: false,
        },
        ..verified
    };
    collector.add("help-status", "gathering", &gathering);
    let closed = HelpStatusPage {
        state: HelpState::Closed {
            at: collector.pick("gestern, 18:30 Uhr", "yesterday, 18:30"),
        },
        words: None,
        spoken_code: None,
        ..status(collector)
    };
    collector.add("help-status", "closed", &closed);
    let withdrawn = HelpStatusPage {
        is_withdrawn: true,
        ..closed
    };
    collector.add("help-status", "withdrawn", &withdrawn);
    withdraw(collector);
}

fn withdraw(collector: &mut Collector) {
    let page = HelpWithdrawPage {
        frame: collector.anonymous("/hilfe/0197a3c2b1d04e6f/zurueckziehen"),
        place: TOWN.to_owned(),
        is_drill: false,
        back: "/hilfe/0197a3c2b1d04e6f".to_owned(),
        is_verified: false,
        asks_code: false,
        problem: None,
    };
    let verified = HelpWithdrawPage {
        is_drill: true,
        is_verified: true,
        asks_code: true,
        ..page.clone()
    };
    let wrong = HelpWithdrawPage {
        problem: Some(CodeProblem::Missing),
        ..verified.clone()
    };
    let locked = HelpWithdrawPage {
        problem: Some(CodeProblem::Locked),
        ..verified.clone()
    };
    collector.add("help-withdraw", "unverified", &page);
    collector.add("help-withdraw", "verified", &verified);
    collector.add("help-withdraw", "wrong", &wrong);
    collector.add("help-withdraw", "locked", &locked);
}
