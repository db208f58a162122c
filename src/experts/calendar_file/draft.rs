//! From the lines of an event to the event.

use std::collections::BTreeSet;

use chrono_tz::Tz;

use super::event::{Doubt, Event};
use super::lines::{Line, Name};
use super::model::Flaw;
use super::moment::{Length, Moment};
use super::rule::Rule;
use super::zone::zone;

/// Zones that are named to the person.
const MOST_ZONES: usize = 5;
/// What is shown of a title or the name of a zone, in characters.
const LONGEST_TEXT: usize = 80;

/// The lines that matter together.
#[derive(Default)]
struct Found {
    uid: String,
    title: String,
    status: String,
    transparency: String,
    busy: String,
    start: Option<Moment>,
    end: Option<Line>,
    duration: Option<Line>,
    rule: Option<Line>,
    extra: Vec<Moment>,
    except: Vec<Moment>,
    instance: Option<Moment>,
}

/// The event that lines are of.
pub(super) fn event(lines: Vec<Line>, zones: &mut BTreeSet<String>) -> Result<Event, Flaw> {
    let mut found = Found::default();
    for line in lines {
        match line.name {
            Name::Uid => found.uid = line.value,
            Name::Summary => found.title = shown(&line.value),
            Name::Status => found.status = line.value.to_ascii_uppercase(),
            Name::Transp => found.transparency = line.value.to_ascii_uppercase(),
            Name::BusyStatus => found.busy = line.value.to_ascii_uppercase(),
            Name::Dtstart => found.start = Some(moment(&line, zones).ok_or(Flaw::Start)?),
            Name::Dtend => found.end = Some(line),
            Name::Duration => found.duration = Some(line),
            Name::Rrule if found.rule.is_some() => return Err(Flaw::Rule),
            Name::Rrule => found.rule = Some(line),
            Name::Rdate => found.extra.extend(moments(&line, zones)?),
            Name::Exdate => found.except.extend(moments(&line, zones)?),
            Name::RecurrenceId if line.has_range => return Err(Flaw::Instance),
            Name::RecurrenceId => {
                found.instance = Some(moment(&line, zones).ok_or(Flaw::Instance)?);
            }
            Name::Begin | Name::End => {}
        }
    }
    let start = found.start.ok_or(Flaw::Start)?;
    let is_like_start = |moment: &Moment| {
        Length::between(start, *moment).is_some() || Length::between(*moment, start).is_some()
    };
    if !found.extra.iter().all(is_like_start) {
        return Err(Flaw::Dates);
    }
    let (rule, until) = rule(found.rule.as_ref(), start)?;
    Ok(Event {
        length: length(&found, start, zones)?,
        doubt: doubt(&found),
        is_cancelled: found.status == "CANCELLED",
        uid: found.uid,
        title: found.title,
        start,
        rule,
        until,
        extra: found.extra,
        except: found.except,
        instance: found.instance,
    })
}

fn length(found: &Found, start: Moment, zones: &mut BTreeSet<String>) -> Result<Length, Flaw> {
    let length = match (&found.end, &found.duration) {
        (Some(line), _) => moment(line, zones).and_then(|end| Length::between(start, end)),
        (None, Some(line)) => Length::read(&line.value, start),
        (None, None) => Some(Length::of_none(start)),
    };
    length.ok_or(Flaw::End)
}

/// The rule of an event, and when it ends.
fn rule(line: Option<&Line>, start: Moment) -> Result<(Option<Rule>, Option<Moment>), Flaw> {
    let Some(line) = line else {
        return Ok((None, None));
    };
    let rule = Rule::read(&line.value).ok_or(Flaw::Rule)?;
    let zone = match start {
        Moment::Day(_) => Tz::Europe__Berlin,
        Moment::Clock(_, zone) => zone,
    };
    let until = match &rule.until {
        Some(text) => Some(Moment::read(text, zone).ok_or(Flaw::Rule)?),
        None => None,
    };
    Ok((Some(rule), until))
}

/// "Out of office" is away whatever else is said; what Outlook says goes before what others understand.
fn doubt(found: &Found) -> Option<Doubt> {
    match (
        found.busy.as_str(),
        found.transparency.as_str(),
        found.status.as_str(),
    ) {
        ("OOF", _, _) => None,
        ("FREE", _, _) | (_, "TRANSPARENT", _) => Some(Doubt::Free),
        ("WORKINGELSEWHERE", _, _) => Some(Doubt::Elsewhere),
        ("TENTATIVE", _, _) | (_, _, "TENTATIVE") => Some(Doubt::Tentative),
        _ => None,
    }
}

fn moments(line: &Line, zones: &mut BTreeSet<String>) -> Result<Vec<Moment>, Flaw> {
    let zone = zone_of(line, zones);
    let read = line.value.split(',').map(|part| Moment::read(part, zone));
    read.collect::<Option<_>>().ok_or(Flaw::Dates)
}

fn moment(line: &Line, zones: &mut BTreeSet<String>) -> Option<Moment> {
    Moment::read(&line.value, zone_of(line, zones))
}

/// The zone of a line: Berlin where it names none, or one that nobody knows.
fn zone_of(line: &Line, unknown: &mut BTreeSet<String>) -> Tz {
    let Some(name) = &line.zone else {
        return Tz::Europe__Berlin;
    };
    zone(name).unwrap_or_else(|| {
        if unknown.len() < MOST_ZONES {
            unknown.insert(shown(name));
        }
        Tz::Europe__Berlin
    })
}

/// A text as it is shown: in one line, and not too long.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    let mut characters = text.chars().take(4 * LONGEST_TEXT);
    while let Some(character) = characters.next() {
        let character = match character {
            '\\' => match characters.next() {
                Some('n' | 'N') | None => ' ',
                Some(escaped) => escaped,
            },
            character => character,
        };
        shown.push(if character.is_control() {
            ' '
        } else {
            character
        });
    }
    let words: Vec<&str> = shown.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
