//! What stands in a calendar, and how it is written: no name, no place, nothing but when.

use chrono::{Days, NaiveDate};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::clock::Instant;
use crate::experts::model::Entry;

/// Longest line in octets (RFC 5545, 3.1).
const LINE: usize = 75;
/// A calendar has at least one part; whoever reads it gets the one of its dates.
const ZONE: [&str; 17] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// What an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum EventKind {
    /// Away.
    Absence,
    /// On call.
    OnCall,
    /// Committed to a deployment.
    Deployment,
    /// A seat of the desk.
    Desk,
}

/// When an event is, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Days(NaiveDate, NaiveDate),
    Instants(Instant, Instant),
}

/// An event of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    kind: EventKind,
    when: When,
    /// The same event has the same name each time.
    uid: String,
    /// What it is called, where that is not the word of its kind.
    title: Option<String>,
    stamp: Instant,
}

impl CalendarEvent {
    /// Duty at the desk: what names it each time, what it is called, its half-open period, and when it was planned.
    pub fn at_desk(
        (name, title): (&str, String),
        (from, until): (Instant, Instant),
        stamp: Instant,
    ) -> Self {
        Self {
            kind: EventKind::Desk,
            when: When::Instants(from, until),
            uid: hashed(name),
            title: Some(title),
            stamp,
        }
    }
}

/// What calendar and events are called.
#[derive(Clone, Debug)]
pub struct CalendarWords {
    /// The calendar.
    pub name: String,
    /// An absence.
    pub absence: String,
    /// On-call duty.
    pub on_call: String,
    /// A deployment.
    pub deployment: String,
}

/// The events of an entry, in the order of their kinds and times.
pub(super) fn events(entry: &Entry) -> Vec<CalendarEvent> {
    let absences = entry.availability.absences.iter().map(|away| {
        let after = away.last_day.checked_add_days(Days::new(1));
        let when = When::Days(away.first_day, after.unwrap_or(NaiveDate::MAX));
        (EventKind::Absence, when)
    });
    let duty = entry.on_call.iter().map(|period| {
        let when = When::Instants(period.from, period.until);
        (EventKind::OnCall, when)
    });
    let deployments = entry.commitments.iter().map(|row| {
        let when = When::Instants(row.from, row.until);
        (EventKind::Deployment, when)
    });
    let event = |(kind, when)| CalendarEvent {
        kind,
        when,
        uid: uid(entry, kind, when),
        title: None,
        stamp: entry.created_at,
    };
    absences.chain(duty).chain(deployments).map(event).collect()
}

/// Tells events apart without telling whose they are: the random id of the entry is not to be found from it.
fn uid(entry: &Entry, kind: EventKind, when: When) -> String {
    hashed(&format!("{}\n{}\n{when:?}", entry.id, <&str>::from(kind)))
}

fn hashed(text: &str) -> String {
    let mut half = [0; 16];
    half.copy_from_slice(&Sha256::digest(text.as_bytes())[..16]);
    format!("{}@kataster", Uuid::from_bytes(half).simple())
}

/// The calendar as a file.
pub fn render(events: &[CalendarEvent], words: &CalendarWords) -> String {
    let mut text = String::new();
    let mut write = |line: &str| push(&mut text, line);
    write("BEGIN:VCALENDAR");
    write("VERSION:2.0");
    write("PRODID:-//Kataster//Verfuegbarkeit//DE");
    write("CALSCALE:GREGORIAN");
    write(&format!("NAME:{}", escaped(&words.name)));
    write(&format!("X-WR-CALNAME:{}", escaped(&words.name)));
    write("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
    write("X-PUBLISHED-TTL:PT6H");
    ZONE.into_iter().for_each(&mut write);
    for event in events {
        let word = match event.kind {
            EventKind::Absence => &words.absence,
            EventKind::OnCall | EventKind::Desk => &words.on_call,
            EventKind::Deployment => &words.deployment,
        };
        let summary = event.title.as_ref().unwrap_or(word);
        write("BEGIN:VEVENT");
        write(&format!("UID:{}", event.uid));
        write(&format!("DTSTAMP:{}", utc(event.stamp)));
        match event.when {
            When::Days(from, until) => {
                write(&format!("DTSTART;VALUE=DATE:{}", from.format("%Y%m%d")));
                write(&format!("DTEND;VALUE=DATE:{}", until.format("%Y%m%d")));
            }
            When::Instants(from, until) => {
                write(&format!("DTSTART:{}", utc(from)));
                write(&format!("DTEND:{}", utc(until)));
            }
        }
        write(&format!("SUMMARY:{}", escaped(summary)));
        write("CLASS:PRIVATE");
        write(match event.kind {
            EventKind::Absence | EventKind::Deployment => "TRANSP:OPAQUE",
            EventKind::OnCall | EventKind::Desk => "TRANSP:TRANSPARENT",
        });
        write("END:VEVENT");
    }
    write("END:VCALENDAR");
    text
}

/// `20261224T170000Z`.
fn utc(at: Instant) -> String {
    let text = at.to_string();
    let digits: String = text
        .chars()
        .take_while(|character| *character != '.')
        .filter(|character| !matches!(character, '-' | ':'))
        .collect();
    format!("{digits}Z")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// Adds a line, folded where it is too long, never within a character.
fn push(text: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(character);
        length += character.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters_and_unfold_to_what_they_were() {
        let line = format!("SUMMARY:{}", "ä€x".repeat(60));
        let mut text = String::new();

        push(&mut text, &line);

        assert!(text.split("\r\n").all(|part| part.len() <= LINE));
        assert_eq!(text.replace("\r\n ", ""), format!("{line}\r\n"));
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(escaped("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
        assert_eq!(utc(Instant::from_micros(0)), "19700101T000000Z");
    }
}
