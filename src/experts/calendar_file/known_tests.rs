//! Events known again: moved, gone, and what of absences goes with them.

use super::Doubt;
use super::days::within;
use super::known::{CalendarChoice, Held, KnownEvent, forget_released, take_over};
use super::model::{CalendarReading, read};
use super::tests::{calendar, days, today};
use crate::experts::model::Absence;

const KEY: [u8; 32] = [7; 32];
const HOLIDAY: &str = "UID:urlaub@example.org\r\nSUMMARY:Tirol\r\nDTSTART;VALUE=DATE:20270203\r\nDTEND;VALUE=DATE:20270206";
const MOVED: &str = "UID:urlaub@example.org\r\nSUMMARY:Tirol\r\nDTSTART;VALUE=DATE:20270210\r\nDTEND;VALUE=DATE:20270213";
const OTHER: &str =
    "UID:2\r\nSUMMARY:Kur\r\nDTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270209";

/// An entry as it stands after what was taken over.
#[derive(Default)]
struct Entry {
    absences: Vec<Absence>,
    events: Vec<KnownEvent>,
}

impl Entry {
    fn read(&self, events: &[&str]) -> CalendarReading {
        let held = Held {
            absences: &self.absences,
            events: &self.events,
            key: Some(&KEY),
        };
        read(calendar(events).as_bytes(), held, today()).unwrap()
    }

    /// Takes over all that a file proposes, moved events too, and what is gone when asked.
    fn take(&mut self, events: &[&str], takes_away: bool) -> CalendarReading {
        let reading = self.read(events);
        self.accept(&reading, takes_away);
        reading
    }

    /// Types a change of the absences.
    fn change(&mut self, change: impl FnOnce(&mut Vec<Absence>)) {
        let before = self.absences.clone();
        change(&mut self.absences);
        forget_released(&mut self.events, &before, &self.absences);
    }

    /// Takes over what a preview shows.
    fn accept(&mut self, reading: &CalendarReading, takes_away: bool) {
        let days = reading.proposed.iter().filter(|proposed| !proposed.is_held);
        let gone = reading.gone.iter().filter(|_| takes_away);
        let choice = CalendarChoice {
            days: days.map(|proposed| proposed.days).collect(),
            events: reading.events.clone(),
            moved: reading.moved.iter().map(|moved| moved.event).collect(),
            gone: gone.map(|gone| gone.name).collect(),
        };
        take_over(&mut self.absences, &mut self.events, &choice);
    }
}

fn of(moved: &CalendarReading) -> Vec<(Absence, Absence)> {
    let moved = moved.moved.iter();
    moved
        .map(|moved| (moved.before, moved.event.days))
        .collect()
}

#[test]
fn a_moved_event_takes_its_absence_along() {
    let mut entry = Entry::default();
    entry.take(&[HOLIDAY], false);
    let same = entry.take(&[HOLIDAY], false);
    assert!(same.moved.is_empty() && same.gone.is_empty());

    let reading = entry.take(&[MOVED], false);

    let (before, now) = (
        days("2027-02-03", "2027-02-05"),
        days("2027-02-10", "2027-02-12"),
    );
    assert_eq!(of(&reading), [(before, now)]);
    assert_eq!(reading.moved[0].title, "Tirol");
    assert!(
        reading.proposed.is_empty() && reading.gone.is_empty(),
        "one change"
    );
    assert_eq!(entry.absences, [now]);
    assert!(entry.read(&[MOVED]).moved.is_empty(), "taken over");
    assert_eq!(of(&entry.read(&[HOLIDAY])), [(now, before)], "and back");
}

#[test]
fn an_event_that_is_gone_goes_only_when_that_is_chosen() {
    let mut entry = Entry::default();
    entry.take(&[HOLIDAY, OTHER], false);
    assert_eq!(entry.absences, [days("2027-02-03", "2027-02-08")]);

    let reading = entry.take(&[OTHER], false);
    assert_eq!(reading.gone.len(), 1);
    assert_eq!(entry.absences, [days("2027-02-03", "2027-02-08")]);
    let cancelled = format!("{HOLIDAY}\r\nSTATUS:CANCELLED");
    assert_eq!(entry.read(&[&cancelled, OTHER]).gone.len(), 1);
    entry.take(&[OTHER], true);

    let left = days("2027-02-05", "2027-02-08");
    assert_eq!(
        entry.absences,
        [left],
        "the day that another event takes stays"
    );
    assert!(entry.read(&[OTHER]).gone.is_empty());
}

#[test]
fn what_somebody_typed_does_not_go_with_an_event() {
    let typed = days("2027-02-01", "2027-02-04");
    for absences in [vec![typed], vec![days("2027-02-01", "2027-02-28")]] {
        let mut entry = Entry {
            absences: absences.clone(),
            events: Vec::new(),
        };
        entry.take(&[HOLIDAY], false);
        entry.take(&[MOVED], true);

        assert!(
            entry
                .absences
                .iter()
                .any(|held| within(typed, *held) == Some(typed))
        );
    }
    let mut entry = Entry::default();
    entry.take(&[HOLIDAY], false);
    entry.absences.push(days("2027-02-04", "2027-02-08"));
    entry.take(&[MOVED], false);
    let expected = [
        days("2027-02-04", "2027-02-08"),
        days("2027-02-10", "2027-02-12"),
    ];
    assert_eq!(entry.absences, expected, "typed after the file was read");
    let typed = days("2027-02-01", "2027-02-10");
    let taken = days("2027-02-03", "2027-02-05");
    let far = MOVED.replace("202702", "202703");
    let mut entry = Entry::default();
    entry.take(&[HOLIDAY], false);
    entry.change(|absences| absences.push(typed));
    assert_eq!(entry.events.len(), 1, "its absence is still there");
    entry.change(|absences| absences.retain(|held| *held != taken));
    entry.take(&[&far], true);
    let expected = [typed, days("2027-03-10", "2027-03-12")];
    assert_eq!(entry.absences, expected, "the event's own absence is gone");
}

#[test]
fn an_event_is_forgotten_when_another_absence_holds_it() {
    let taken = days("2027-02-03", "2027-02-08");
    let shorter = days("2027-02-02", "2027-02-06");
    let mut entry = Entry::default();
    entry.take(&[HOLIDAY, OTHER], false);
    assert_eq!(entry.absences, [taken]);

    entry.change(|absences| absences.push(shorter));

    assert_eq!(entry.events.len(), 1, "the other one alone");
    let mut entry = Entry::default();
    entry.take(&[HOLIDAY], false);
    let same = entry.absences[0];
    entry.change(|absences| absences.push(same));
    assert_eq!(entry.events.len(), 1);
    entry.change(|absences| absences.truncate(1));
    assert!(entry.events.is_empty(), "what is left may be the typed one");
}

#[test]
fn a_moved_event_keeps_its_doubt() {
    let mut entry = Entry::default();
    entry.take(&[HOLIDAY], false);
    let tentative = format!("{MOVED}\r\nSTATUS:TENTATIVE");

    let doubt = |file: &str| entry.read(&[file]).moved[0].doubt;

    assert_eq!(doubt(MOVED), None);
    assert_eq!(doubt(&tentative), Some(Doubt::Tentative));
}

#[test]
fn a_moved_event_that_was_forgotten_meanwhile_is_entered_all_the_same() {
    let mut entry = Entry::default();
    entry.take(&[HOLIDAY], false);
    let reading = entry.read(&[MOVED]);
    entry.absences.clear();
    entry.events.clear();

    entry.accept(&reading, false);

    assert_eq!(entry.absences, [days("2027-02-10", "2027-02-12")]);
    assert!(entry.read(&[MOVED]).moved.is_empty());
    assert_eq!(of(&entry.read(&[HOLIDAY])).len(), 1, "known again");
}

#[test]
fn an_instance_of_a_series_is_known_by_its_recurrence_id() {
    let series = "UID:s\r\nDTSTART;VALUE=DATE:20261204\r\nRRULE:FREQ=WEEKLY;COUNT=3";
    let instance = "UID:s\r\nRECURRENCE-ID;VALUE=DATE:20261211\r\nDTSTART;VALUE=DATE:20261214";
    let mut entry = Entry::default();
    entry.take(&[series], false);

    let reading = entry.take(&[series, instance], false);

    let moved = (
        days("2026-12-11", "2026-12-11"),
        days("2026-12-14", "2026-12-14"),
    );
    assert_eq!(of(&reading), [moved]);
    assert!(reading.gone.is_empty());
    let mut absences = entry.absences.clone();
    absences.sort_by_key(|held| held.first_day);
    let expected = ["2026-12-04", "2026-12-14", "2026-12-18"].map(|day| days(day, day));
    assert_eq!(absences, expected);
}

#[test]
fn what_runs_already_is_not_moved_by_the_day_and_other_keys_know_nothing() {
    let running = "UID:r\r\nDTSTART;VALUE=DATE:20261120\r\nDTEND;VALUE=DATE:20261201";
    let mut entry = Entry::default();
    entry.take(&[running, HOLIDAY], false);
    let tomorrow = today().succ_opt().unwrap();
    let held = |key| Held {
        absences: &entry.absences,
        events: &entry.events,
        key,
    };
    let file = calendar(&[running, MOVED]);

    let later = read(file.as_bytes(), held(Some(&KEY)), tomorrow).unwrap();
    let foreign = read(file.as_bytes(), held(Some(&[8; 32])), tomorrow).unwrap();

    assert_eq!(later.moved.len(), 1, "the holiday alone");
    assert!(later.gone.is_empty());
    assert_eq!((foreign.moved.len(), foreign.gone.len()), (0, 2));
    let nameless = "DTSTART;VALUE=DATE:20270501";
    assert!(Entry::default().read(&[nameless]).events.is_empty());
}
