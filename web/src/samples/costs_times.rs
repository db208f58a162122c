//! Samples of times, and of hours given and received.

use super::Collector;
use crate::Role;
use crate::pages::{
    GiveAndTakePage, HouseHoursRow, SideHours, TimeMode, TimeProblem, TimeRow, TimesDay, TimesPage,
    TimesWarning,
};
use crate::parts::Filled;

const PROBLEMS: [TimeProblem; 6] = [
    TimeProblem::Day,
    TimeProblem::From,
    TimeProblem::Until,
    TimeProblem::Break,
    TimeProblem::Mode,
    TimeProblem::Note,
];

pub(super) fn collect(collector: &mut Collector) {
    times(collector);
    hours(collector);
}

/// A day too long, with all that is warned of.
fn long_day(collector: &Collector) -> TimesDay {
    let entry = |id: &str, mode, break_minutes| TimeRow {
        id: id.to_owned(),
        span: collector.pick("8:00 bis 19:00 Uhr", "8:00 to 19:00"),
        break_minutes,
        mode,
        note: collector.pick("Server neu aufgesetzt", "Rebuilt a server"),
    };
    TimesDay {
        day: collector.pick("1. Dezember 2026", "1 December 2026"),
        hours: collector.pick("10 Std. 30 Min.", "10 hr 30 min"),
        places: TimeMode::ALL
            .map(|mode| (mode, collector.pick("3 Std. 30 Min.", "3 hr 30 min")))
            .to_vec(),
        warnings: vec![
            TimesWarning::LongDay,
            TimesWarning::ShortBreak,
            TimesWarning::ShortRest,
        ],
        entries: vec![
            entry("tim_1", TimeMode::OnSite, 30),
            entry("tim_2", TimeMode::Travel, 1),
        ],
    }
}

fn times(collector: &mut Collector) {
    let day = long_day(collector);
    let page = TimesPage {
        frame: collector.signed_in("/einsaetze/dep_1/zeiten", Role::Expert),
        id: "dep_1".to_owned(),
        alias: "K-7Q3FM".to_owned(),
        days: vec![day.clone()],
        total: collector.pick("10 Std. 30 Min.", "10 hr 30 min"),
        has_detail: true,
        confirmed: None,
        can_confirm: true,
        form: Some(Filled::default()),
        changes: None,
        is_conflict: false,
    };
    collector.add("times", "open", &page);
    let refused = TimesPage {
        form: Some(Filled {
            values: vec![("tag", "2026-12-01".to_owned())],
            problems: PROBLEMS
                .map(|problem| problem.said(collector.language))
                .to_vec(),
        }),
        changes: Some(("tim_1".to_owned(), 2)),
        is_conflict: true,
        ..page.clone()
    };
    collector.add("times", "refused", &refused);
    let sums = TimesPage {
        frame: collector.signed_in("/einsaetze/dep_1/zeiten", Role::Requester),
        days: vec![TimesDay {
            warnings: Vec::new(),
            entries: Vec::new(),
            ..day
        }],
        has_detail: false,
        confirmed: Some(collector.pick("heute, 14:20 Uhr", "today, 14:20")),
        can_confirm: false,
        form: None,
        ..page.clone()
    };
    collector.add("times", "sums", &sums);
    let nothing = TimesPage {
        days: Vec::new(),
        ..page
    };
    collector.add("times", "nothing", &nothing);
}

fn hours(collector: &mut Collector) {
    let side = |deployments: usize, estimated: Option<&str>| SideHours {
        deployments,
        hours: "1.240,5".to_owned(),
        estimated: estimated.map(str::to_owned),
        split: if deployments < 5 {
            Vec::new()
        } else {
            let month = collector.pick("Dezember 2026", "December 2026");
            vec![(month, "1.240,5".to_owned())]
        },
    };
    let house = HouseHoursRow {
        name: "Rechenzentrum Musterland".to_owned(),
        given: side(7, Some("16")),
        received: side(1, None),
    };
    let page = GiveAndTakePage {
        frame: collector.signed_in("/organisation/geben-und-nehmen", Role::MemberManager),
        year: 2026,
        years: vec![
            (2026, "/organisation/geben-und-nehmen?jahr=2026".to_owned()),
            (2025, "/organisation/geben-und-nehmen?jahr=2025".to_owned()),
        ],
        houses: vec![house],
        is_of_all: false,
    };
    collector.add("give-and-take", "own", &page);
    let all = GiveAndTakePage {
        frame: collector.signed_in("/organisation/geben-und-nehmen", Role::Coordinator),
        is_of_all: true,
        ..page.clone()
    };
    collector.add("give-and-take", "all", &all);
    let nothing = GiveAndTakePage {
        houses: Vec::new(),
        ..page
    };
    collector.add("give-and-take", "nothing", &nothing);
}
