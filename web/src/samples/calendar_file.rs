//! Samples of the pages that take absences from a calendar file.

use super::Collector;
use crate::Role;
use crate::pages::{
    CalendarChoiceProblem, CalendarDoubt, CalendarFilePage, CalendarFileProblem, CalendarFlaw,
    CalendarLeftOut, CalendarMove, CalendarPreviewPage, CalendarRow, EntryFrame,
};

pub(super) fn collect(collector: &mut Collector) {
    file(collector);
    preview(collector);
}

fn entry(is_own: bool) -> EntryFrame {
    EntryFrame {
        alias: "K-7Q3FM".to_owned(),
        path: "/eintraege/exp_7".to_owned(),
        is_own,
        version: 3,
    }
}

fn file(collector: &mut Collector) {
    let page = |problem| CalendarFilePage {
        frame: collector.signed_in("/eintraege/exp_7/verfuegbarkeit/datei", Role::Expert),
        entry: entry(true),
        problem,
    };
    let pages = [
        ("choose", page(None)),
        ("none", page(Some(CalendarFileProblem::None))),
        ("empty", page(Some(CalendarFileProblem::Empty))),
        ("no-calendar", page(Some(CalendarFileProblem::NoCalendar))),
        ("no-events", page(Some(CalendarFileProblem::NoEvents))),
        ("encoding", page(Some(CalendarFileProblem::Encoding(12)))),
        ("line-long", page(Some(CalendarFileProblem::LineTooLong(9)))),
        ("broken", page(Some(CalendarFileProblem::Broken(40)))),
        ("incomplete", page(Some(CalendarFileProblem::Incomplete))),
        ("too-many", page(Some(CalendarFileProblem::TooMany))),
        ("too-much", page(Some(CalendarFileProblem::TooMuch))),
    ];
    for (name, page) in pages {
        collector.add("calendar-file", name, &page);
    }
}

/// A preview in which everything is to be seen.
#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn full(collector: &Collector) -> CalendarPreviewPage {
    let row = |value: &str, days: String, (titles, is_chosen): (&str, bool)| CalendarRow {
        value: value.to_owned(),
        days,
        titles: titles.to_owned(),
        doubt: None,
        is_chosen,
    };
    let doubtful = |doubt, days: (&str, &str)| CalendarRow {
        doubt: Some(doubt),
        ..row(
            "2027-02-08/2027-02-08",
            collector.pick(days.0, days.1),
            ("Rosenmontag", false),
        )
    };
    let holidays = collector.pick(
        "24. Dezember 2026 bis 6. Januar 2027",
        "24 December 2026 to 6 January 2027",
    );
    let dentist = collector.pick("4. Februar 2027", "4 February 2027");
    CalendarPreviewPage {
        frame: collector.signed_in("/eintraege/exp_7/verfuegbarkeit/datei", Role::Expert),
        entry: entry(true),
        rows: vec![
            row("2026-12-24/2027-01-06", holidays, ("Urlaub, Tirol", true)),
            row("2027-02-04/2027-02-04", dentist, ("", false)),
        ],
        doubtful: vec![
            doubtful(CalendarDoubt::Free, ("8. Februar 2027", "8 February 2027")),
            doubtful(
                CalendarDoubt::Tentative,
                ("9. Februar 2027", "9 February 2027"),
            ),
            doubtful(
                CalendarDoubt::Elsewhere,
                ("10. Februar 2027", "10 February 2027"),
            ),
        ],
        moved: vec![
            CalendarMove {
                value: "7a1c 2027-03-10/2027-03-12".to_owned(),
                before: collector.pick(
                    "3. März 2027 bis 5. März 2027",
                    "3 March 2027 to 5 March 2027",
                ),
                now: collector.pick(
                    "10. März 2027 bis 12. März 2027",
                    "10 March 2027 to 12 March 2027",
                ),
                titles: "Tirol".to_owned(),
                doubt: None,
                is_chosen: true,
            },
            CalendarMove {
                value: "7a1f 2027-04-07/2027-04-07".to_owned(),
                before: collector.pick("6. April 2027", "6 April 2027"),
                now: collector.pick("7. April 2027", "7 April 2027"),
                titles: String::new(),
                doubt: Some(CalendarDoubt::Tentative),
                is_chosen: false,
            },
        ],
        gone: vec![row(
            "7a1d/2027-06-01/2027-06-01",
            collector.pick("1. Juni 2027", "1 June 2027"),
            ("", false),
        )],
        events: vec!["7a1e/2026-12-24/2027-01-06".to_owned()],
        held: vec![collector.pick("3. Mai 2027", "3 May 2027")],
        left_out: Some(CalendarLeftOut {
            cancelled: 1,
            short: 214,
            other_time: 1_204,
            unreadable: 5,
            doubtful: 1,
            flaws: vec![
                (12, CalendarFlaw::Start),
                (40, CalendarFlaw::End),
                (77, CalendarFlaw::Rule),
                (90, CalendarFlaw::Dates),
                (103, CalendarFlaw::Instance),
            ],
        }),
        unknown_zones: vec!["Mond/Tycho".to_owned(), "Customized Time Zone".to_owned()],
        most: 50,
        problem: None,
    }
}

fn preview(collector: &mut Collector) {
    let full = full(collector);
    let nothing = CalendarPreviewPage {
        entry: entry(false),
        rows: Vec::new(),
        moved: Vec::new(),
        gone: Vec::new(),
        events: Vec::new(),
        doubtful: Vec::new(),
        left_out: Some(CalendarLeftOut::default()),
        unknown_zones: Vec::new(),
        ..full.clone()
    };
    let again = |problem| CalendarPreviewPage {
        doubtful: Vec::new(),
        held: Vec::new(),
        left_out: None,
        unknown_zones: Vec::new(),
        problem: Some(problem),
        ..full.clone()
    };
    let pages = [
        ("nothing", nothing),
        ("none-ticked", again(CalendarChoiceProblem::None)),
        ("no-days", again(CalendarChoiceProblem::NoDays)),
        ("too-many", again(CalendarChoiceProblem::TooMany)),
        ("full", full.clone()),
    ];
    for (name, page) in pages {
        collector.add("calendar-preview", name, &page);
    }
}
