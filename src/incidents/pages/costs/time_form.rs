//! The form of a period somebody worked, filled and read.

use chrono::{NaiveDate, NaiveTime};
use web::pages::TimeProblem;
use web::parts::Filled;

use crate::clock::Instant;
use crate::ids::TimeEntryId;
use crate::incidents::costs::{TimeEntry, TimeMode};
use crate::incidents::deployments::Deployment;
use crate::input::FieldError;
use crate::pages::Parameters;

/// A form for a new entry: today, or the last day once it is over, worked as agreed.
pub(super) fn new(deployment: &Deployment, now: Instant) -> Filled {
    let last = deployment.ended.as_ref().map_or(now, |(at, _)| *at);
    let mode = if deployment.terms.is_on_site {
        TimeMode::OnSite
    } else {
        TimeMode::Remote
    };
    let mode: &str = mode.into();
    Filled {
        values: vec![
            ("tag", last.min(now).date().to_string()),
            ("wo", mode.to_owned()),
        ],
        problems: Vec::new(),
    }
}

/// An entry as its form holds it.
pub(super) fn stored(entry: &TimeEntry) -> Filled {
    let mode: &str = entry.mode.into();
    let time = |at: Instant| format!("{:0>5}", at.time_of_day());
    Filled {
        values: vec![
            ("tag", entry.day().to_string()),
            ("von", time(entry.from)),
            ("bis", time(entry.until)),
            ("pause", entry.break_minutes.to_string()),
            ("wo", mode.to_owned()),
            ("notiz", entry.note.clone()),
        ],
        problems: Vec::new(),
    }
}

/// An entry, or all that is wrong with it.
pub(super) fn read(sent: &Parameters, id: TimeEntryId) -> Result<TimeEntry, Vec<TimeProblem>> {
    let time = |name| {
        let typed = sent.first(name)?.trim();
        let typed = typed.get(..5).unwrap_or(typed);
        NaiveTime::parse_from_str(typed, "%H:%M").ok()
    };
    let on = sent.parsed::<NaiveDate>("tag");
    let (from, until) = (time("von"), time("bis"));
    let mode = sent.parsed::<TimeMode>("wo");
    let pause = match sent.first("pause") {
        None => Some(0),
        Some(typed) => typed
            .trim()
            .parse::<u16>()
            .ok()
            .filter(|pause| *pause <= 1_440),
    };
    let span = on.zip(from.zip(until)).map(|(on, (from, until))| {
        let last = if until <= from {
            on.succ_opt()
        } else {
            Some(on)
        };
        let ends = last.and_then(|last| Instant::of_berlin(last.and_time(until)));
        (Instant::of_berlin(on.and_time(from)), ends)
    });
    if let (Some((Some(from), Some(until))), Some(mode), Some(break_minutes)) = (span, mode, pause)
    {
        return Ok(TimeEntry {
            id,
            from,
            until,
            break_minutes,
            mode,
            note: sent.first("notiz").unwrap_or_default().trim().to_owned(),
            version: 1,
        });
    }
    let is_skipped =
        |at: fn(&(Option<Instant>, Option<Instant>)) -> bool| span.as_ref().is_some_and(at);
    let missing = [
        (on.is_none(), TimeProblem::Day),
        (
            from.is_none() || is_skipped(|span| span.0.is_none()),
            TimeProblem::From,
        ),
        (
            until.is_none() || is_skipped(|span| span.1.is_none()),
            TimeProblem::Until,
        ),
        (pause.is_none(), TimeProblem::Break),
        (mode.is_none(), TimeProblem::Mode),
    ];
    let missing = missing.into_iter().filter(|(is_missing, _)| *is_missing);
    Err(missing.map(|(_, problem)| problem).collect())
}

pub(super) fn problem(error: &FieldError) -> TimeProblem {
    match (error.pointer.as_str(), error.code.as_str()) {
        ("/until", "order") => TimeProblem::Order,
        ("/until", "long") => TimeProblem::TooLong,
        ("/until", "future") => TimeProblem::Future,
        ("/until", _) => TimeProblem::Late,
        ("/from", "overlap") => TimeProblem::Overlap,
        ("/from", _) => TimeProblem::Early,
        ("/break_minutes", _) => TimeProblem::Break,
        ("/note", _) => TimeProblem::Note,
        _ => TimeProblem::TooMany,
    }
}
