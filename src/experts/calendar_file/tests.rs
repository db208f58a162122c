//! Files as calendar programs write them.

use chrono::NaiveDate;

use super::known::Held;
use super::model::{self, CalendarReading, FileFault, Flaw};
use super::{Doubt, LeftOut};
use crate::experts::model::Absence;

/// Reads a file for an entry of which no event is known.
pub(super) fn read(
    file: &[u8],
    absences: &[Absence],
    today: NaiveDate,
) -> Result<CalendarReading, FileFault> {
    let held = Held {
        absences,
        events: &[],
        key: None,
    };
    model::read(file, held, today)
}

/// A Monday.
pub(super) fn today() -> NaiveDate {
    day("2026-11-23")
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn days(first: &str, last: &str) -> Absence {
    Absence {
        first_day: day(first),
        last_day: day(last),
    }
}

pub(super) fn calendar(events: &[&str]) -> String {
    let events: Vec<String> = events
        .iter()
        .map(|lines| format!("BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n"))
        .collect();
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n",
        events.concat()
    )
}

fn reading(events: &[&str]) -> CalendarReading {
    read(calendar(events).as_bytes(), &[], today()).unwrap()
}

pub(super) fn proposed(events: &[&str]) -> Vec<Absence> {
    reading(events)
        .proposed
        .iter()
        .map(|proposed| proposed.days)
        .collect()
}

#[test]
fn whole_days_end_before_their_end() {
    for (event, expected) in [
        (
            "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20270107",
            ("2026-12-24", "2027-01-06"),
        ),
        ("DTSTART;VALUE=DATE:20261224", ("2026-12-24", "2026-12-24")),
        (
            "DTSTART:20261224\r\nDTEND:20261224",
            ("2026-12-24", "2026-12-24"),
        ),
        (
            "DTSTART;VALUE=DATE:20261224\r\nDURATION:P1W",
            ("2026-12-24", "2026-12-30"),
        ),
        // Under way: what is past does not count.
        (
            "DTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20261201",
            ("2026-11-23", "2026-11-30"),
        ),
        // Longer than the calendar is read ahead.
        (
            "DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:99990101",
            ("2027-01-01", "2027-11-23"),
        ),
    ] {
        assert_eq!(
            proposed(&[event]),
            [days(expected.0, expected.1)],
            "{event}"
        );
    }
}

#[test]
fn timed_events_take_the_days_of_which_they_take_a_working_day() {
    for (event, expected) in [
        // Outlook: four days in the office's hours.
        (
            "DTSTART;TZID=W. Europe Standard Time:20261207T080000\r\nDTEND;TZID=W. Europe Standard Time:20261210T170000",
            Some(("2026-12-07", "2026-12-10")),
        ),
        // From the afternoon to the next morning but one.
        (
            "DTSTART:20261207T180000\r\nDTEND:20261209T070000",
            Some(("2026-12-08", "2026-12-08")),
        ),
        (
            "DTSTART:20261207T090000\r\nDTEND:20261207T170000",
            Some(("2026-12-07", "2026-12-07")),
        ),
        ("DTSTART:20261207T090000\r\nDTEND:20261207T165900", None),
        ("DTSTART:20261207T220000\r\nDURATION:PT9H", None),
        ("DTSTART:20261207T090000", None),
        // Midnight in Tokyo is the afternoon before in Berlin.
        (
            "DTSTART;TZID=Asia/Tokyo:20261208T000000\r\nDTEND;TZID=Asia/Tokyo:20261209T000000",
            Some(("2026-12-07", "2026-12-08")),
        ),
        (
            "DTSTART:20261207T230000Z\r\nDTEND:20261208T230000Z",
            Some(("2026-12-08", "2026-12-08")),
        ),
        // The day on which clocks are put back has 25 hours.
        (
            "DTSTART:20271030T160000\r\nDTEND:20271031T070000",
            Some(("2027-10-30", "2027-10-31")),
        ),
    ] {
        let expected: Vec<_> = expected
            .map(|(first, last)| days(first, last))
            .into_iter()
            .collect();
        assert_eq!(proposed(&[event]), expected, "{event}");
    }
}

#[test]
fn what_the_calendar_says_of_the_time_decides() {
    let start = "DTSTART;VALUE=DATE:20261207";
    let doubt = |lines: &str| {
        let event = format!("{start}\r\n{lines}");
        let read = reading(&[&event]);
        assert_eq!(
            read.proposed.is_empty(),
            !read.doubtful.is_empty(),
            "{lines}"
        );
        read.doubtful.first().map(|doubtful| doubtful.doubt)
    };

    assert_eq!(doubt("TRANSP:OPAQUE"), None);
    assert_eq!(doubt("TRANSP:TRANSPARENT"), Some(Doubt::Free));
    assert_eq!(
        doubt("TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:OOF"),
        None
    );
    assert_eq!(
        doubt("TRANSP:OPAQUE\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE"),
        Some(Doubt::Free)
    );
    assert_eq!(
        doubt("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE"),
        Some(Doubt::Elsewhere)
    );
    assert_eq!(doubt("STATUS:TENTATIVE"), Some(Doubt::Tentative));
    let left_out = reading(&[
        "DTSTART;VALUE=DATE:20261207\r\nSTATUS:CANCELLED",
        "DTSTART:20261207T090000\r\nDTEND:20261207T093000",
        "DTSTART;VALUE=DATE:20261122",
        "DTSTART;VALUE=DATE:20271124",
    ]);
    let counts = LeftOut {
        cancelled: 1,
        short: 1,
        other_time: 2,
        ..LeftOut::default()
    };
    assert_eq!((left_out.left_out, left_out.proposed.len()), (counts, 0));
}

#[test]
fn events_that_meet_are_one_absence_with_the_titles_of_all() {
    let read = reading(&[
        "DTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:Urlaub\\, endlich",
        "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261228\r\nSUMMARY:Weihnachten\\nzu Hause",
        "DTSTART;VALUE=DATE:20270104\r\nSUMMARY:Zahnarzt",
        "DTSTART;VALUE=DATE:20261225\r\nSUMMARY:1. Feiertag\r\nTRANSP:TRANSPARENT",
    ]);

    assert_eq!(read.proposed[0].days, days("2026-12-24", "2026-12-31"));
    let mut titles = read.proposed[0].titles.clone();
    titles.sort();
    assert_eq!(titles, ["Urlaub, endlich", "Weihnachten zu Hause"]);
    assert_eq!(read.proposed[1].titles, ["Zahnarzt"]);
    assert_eq!(read.doubtful, [], "on days that are taken anyway");
}

#[test]
fn series_take_place_with_their_exceptions() {
    let weekly = "UID:a\r\nDTSTART;VALUE=DATE:20261127\r\nRRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=6";
    let dates = |events: &[&str]| -> Vec<String> {
        let proposed = proposed(events).into_iter();
        proposed
            .map(|days| days.first_day.format("%m-%d").to_string())
            .collect()
    };

    assert_eq!(
        dates(&[weekly]),
        ["11-27", "12-04", "12-11", "12-18", "12-25", "01-01"]
    );
    let except = format!(
        "{weekly}\r\nEXDATE;VALUE=DATE:20261204,20261211\r\nEXDATE:20261225T090000\r\nRDATE;VALUE=DATE:20270303"
    );
    assert_eq!(dates(&[&except]), ["11-27", "12-18", "01-01", "03-03"]);
    let moved = "UID:a\r\nRECURRENCE-ID;VALUE=DATE:20261204\r\nDTSTART;VALUE=DATE:20261202";
    let cancelled = "UID:a\r\nRECURRENCE-ID;VALUE=DATE:20261211\r\nDTSTART;VALUE=DATE:20261211\r\nSTATUS:CANCELLED";
    assert_eq!(
        dates(&[moved, weekly, cancelled]),
        ["11-27", "12-02", "12-18", "12-25", "01-01"]
    );
    let timed = "UID:b\r\nDTSTART;TZID=America/New_York:20260101T030000\r\nDTEND;TZID=America/New_York:20260101T130000\r\n\
                 RRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL=20270201T080000Z\r\nEXDATE;TZID=America/New_York:20261207T030000";
    assert_eq!(dates(&[timed]), ["01-04", "02-01"]);
    let birthday = "DTSTART;VALUE=DATE:16040229\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1";
    assert_eq!(dates(&[birthday]), ["02-28"]);
}

#[test]
fn what_cannot_be_read_is_named_by_its_line() {
    let start = "DTSTART;VALUE=DATE:20261207";
    let flaw = |lines: &str| {
        let read = reading(&[lines, start]);
        assert_eq!(read.proposed.len(), 1, "{lines}");
        read.flaws
    };

    assert_eq!(flaw("SUMMARY:ohne Beginn"), [(3, Flaw::Start)]);
    assert_eq!(flaw("DTSTART:morgen"), [(3, Flaw::Start)]);
    for end in [
        "DTEND;VALUE=DATE:20261206",
        "DTEND:20261208T080000",
        "DURATION:-P1D",
    ] {
        assert_eq!(
            flaw(&format!("{start}\r\n{end}")),
            [(3, Flaw::End)],
            "{end}"
        );
    }
    for rule in [
        "FREQ=SECONDLY",
        "FREQ=HOURLY;COUNT=3",
        "COUNT=3",
        "FREQ=DAILY;BYHOUR=1,2",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=WEEKLY;BYDAY=ÄÖ",
        "FREQ=WEEKLY;UNTIL=morgen",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=DAILY;X-ANY=1",
        "FREQ",
    ] {
        assert_eq!(
            flaw(&format!("{start}\r\nRRULE:{rule}")),
            [(3, Flaw::Rule)],
            "{rule}"
        );
    }
    assert_eq!(flaw(&format!("{start}\r\nEXDATE:x")), [(3, Flaw::Dates)]);
    assert_eq!(
        flaw(&format!("{start}\r\nRDATE:20261207T080000")),
        [(3, Flaw::Dates)]
    );
    assert_eq!(
        flaw(&format!(
            "{start}\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261207"
        )),
        [(3, Flaw::Instance)]
    );
    let zones = reading(&[
        "DTSTART;TZID=Mond/Tycho:20261207T080000\r\nDTEND;TZID=Mond/Tycho:20261207T180000",
    ]);
    assert_eq!(zones.unknown_zones, ["Mond/Tycho"]);
    assert_eq!(zones.proposed[0].days, days("2026-12-07", "2026-12-07"));
}
