//! Samples of the roster.

use super::Collector;
use crate::Role;
use crate::pages::{CalendarLink, DutySeat, DutyTake, GapRow, RosterPage, ShiftProblem, ShiftRow};
use crate::parts::Filled;

pub(super) fn collect(collector: &mut Collector) {
    let page = planned(collector);
    collector.add("roster", "planned", &page);
    let own = RosterPage {
        take: Some(DutyTake::Own),
        gaps: Vec::new(),
        calendar: Some(CalendarLink { since: None }),
        ..page.clone()
    };
    collector.add("roster", "own", &own);
    let mut later = page.shifts.clone();
    later.retain(|shift| !shift.is_now);
    let nobody = RosterPage {
        shifts: later,
        take: None,
        calendar: None,
        frame: collector.signed_in("/bereitschaft", Role::Admin),
        ..page.clone()
    };
    collector.add("roster", "nobody", &nobody);
    let over = RosterPage {
        shifts: Vec::new(),
        ran_out: Some(collector.pick("3. Dezember 2026", "3 December 2026")),
        ..page.clone()
    };
    collector.add("roster", "ran-out", &over);
    collector.add("roster", "refused", &refused(collector, page));
}

fn planned(collector: &Collector) -> RosterPage {
    let today = collector.pick("heute, 8:00 Uhr", "today, 8:00");
    let evening = collector.pick("heute, 20:00 Uhr", "today, 20:00");
    let morning = collector.pick("4. Dezember 2026, 8:00 Uhr", "4 December 2026, 8:00");
    let shift = |id: &str, seat, (from, until): (&str, &str)| ShiftRow {
        id: id.to_owned(),
        seat,
        who: format!("{id}@koordinierung.example"),
        from: from.to_owned(),
        until: until.to_owned(),
        is_now: from == today,
    };
    let gap = |seat| GapRow {
        seat,
        from: evening.clone(),
        until: morning.clone(),
    };
    RosterPage {
        shifts: vec![
            shift("shf_1", DutySeat::Primary, (&today, &evening)),
            shift("shf_2", DutySeat::Deputy, (&today, &evening)),
            shift("shf_3", DutySeat::Third, (&evening, &morning)),
        ],
        gaps: vec![
            gap(DutySeat::Primary),
            gap(DutySeat::Deputy),
            gap(DutySeat::Third),
        ],
        ran_out: None,
        take: Some(DutyTake::Free),
        people: vec![("acc_1".to_owned(), "shf_1@koordinierung.example".to_owned())],
        form: Filled::default(),
        calendar: Some(CalendarLink {
            since: Some(collector.pick("1. Dezember 2026", "1 December 2026")),
        }),
        frame: collector.signed_in("/bereitschaft", Role::Coordinator),
    }
}

/// Nothing is planned, and what was filled in cannot be.
fn refused(collector: &Collector, page: RosterPage) -> RosterPage {
    let problems = [
        ShiftProblem::Account,
        ShiftProblem::Seat,
        ShiftProblem::From,
        ShiftProblem::Until,
        ShiftProblem::Order,
        ShiftProblem::Past,
        ShiftProblem::TooLong,
        ShiftProblem::TooFar,
        ShiftProblem::SeatTaken,
        ShiftProblem::Twice,
    ];
    RosterPage {
        shifts: Vec::new(),
        form: Filled {
            values: vec![
                ("konto", "acc_1".to_owned()),
                ("platz", "deputy".to_owned()),
                ("von", "2026-12-03T20:00".to_owned()),
            ],
            problems: problems
                .map(|problem| problem.said(collector.language))
                .to_vec(),
        },
        ..page
    }
}
