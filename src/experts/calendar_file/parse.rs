//! From the lines of a file to its events.

use std::collections::BTreeSet;

use super::draft::event;
use super::event::Event;
use super::lines::{Line, Lines, Name};
use super::model::{FileFault, Flaw};

/// Parts within parts; an alarm of an event is the third.
const DEEPEST: usize = 8;
/// Events of a file; people have a few thousand.
const MOST_EVENTS: usize = 20_000;

/// What stands in a file.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) events: Vec<Event>,
    /// Where events begin that cannot be read, and why.
    pub(super) flaws: Vec<(usize, Flaw)>,
    pub(super) unknown_zones: BTreeSet<String>,
}

/// Reads a file in one pass.
pub(super) fn parse(file: &[u8]) -> Result<Parsed, FileFault> {
    if file.iter().all(u8::is_ascii_whitespace) {
        return Err(FileFault::Empty);
    }
    if file.starts_with(b"\xFF\xFE") || file.starts_with(b"\xFE\xFF") {
        return Err(FileFault::Encoding(1));
    }
    let mut lines = Lines::of(file);
    let is_calendar =
        |line: &Line| line.name == Name::Begin && line.value.eq_ignore_ascii_case("VCALENDAR");
    match lines.next() {
        Some(Ok(line)) if is_calendar(&line) => {}
        Some(_) | None => return Err(FileFault::NoCalendar),
    }
    let mut parser = Parser {
        open: vec!["VCALENDAR".to_owned()],
        draft: Draft::default(),
        parsed: Parsed {
            events: Vec::new(),
            flaws: Vec::new(),
            unknown_zones: BTreeSet::new(),
        },
    };
    for line in lines {
        parser.take(line?)?;
    }
    if !parser.open.is_empty() {
        return Err(FileFault::Incomplete);
    }
    Ok(parser.parsed)
}

struct Parser {
    /// The parts that have begun and not ended.
    open: Vec<String>,
    /// The event that has begun.
    draft: Draft,
    parsed: Parsed,
}

/// The lines of an event.
#[derive(Default)]
struct Draft {
    number: usize,
    lines: Vec<Line>,
}

impl Parser {
    fn take(&mut self, line: Line) -> Result<(), FileFault> {
        match line.name {
            Name::Begin => self.begin(&line),
            Name::End => self.end(&line),
            Name::Uid
            | Name::Summary
            | Name::Dtstart
            | Name::Dtend
            | Name::Duration
            | Name::Rrule
            | Name::Rdate
            | Name::Exdate
            | Name::RecurrenceId
            | Name::Status
            | Name::Transp
            | Name::BusyStatus => {
                if self.is_in_event() {
                    self.draft.lines.push(line);
                }
                Ok(())
            }
        }
    }

    fn begin(&mut self, line: &Line) -> Result<(), FileFault> {
        if self.open.len() == DEEPEST {
            return Err(FileFault::Nesting(line.number));
        }
        self.open.push(line.value.to_ascii_uppercase());
        if self.is_in_event() {
            self.draft = Draft {
                number: line.number,
                lines: Vec::new(),
            };
        }
        Ok(())
    }

    fn end(&mut self, line: &Line) -> Result<(), FileFault> {
        let ends_event = self.is_in_event();
        let begun = self.open.pop();
        if !begun.is_some_and(|name| name.eq_ignore_ascii_case(&line.value)) {
            return Err(FileFault::Broken(line.number));
        }
        if ends_event { self.event() } else { Ok(()) }
    }

    fn is_in_event(&self) -> bool {
        matches!(self.open.as_slice(), [_, part] if part == "VEVENT")
    }

    /// The event whose lines are all there.
    fn event(&mut self) -> Result<(), FileFault> {
        let Parsed {
            events,
            flaws,
            unknown_zones,
        } = &mut self.parsed;
        if events.len() + flaws.len() == MOST_EVENTS {
            return Err(FileFault::TooManyEvents);
        }
        let Draft { number, lines } = std::mem::take(&mut self.draft);
        match event(lines, unknown_zones) {
            Ok(event) => events.push(event),
            Err(flaw) => flaws.push((number, flaw)),
        }
        Ok(())
    }
}
