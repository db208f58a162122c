//! What of a file's events is offered: new absences, doubtful days, events to be known again.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::days::{covers, join};
use super::event::{Event, Occurrence};
use super::known::{Found, Held, KnownEvent, MOST_KEPT, MOST_NAMED};
use super::model::{DoubtfulDays, ProposedDays};
use crate::experts::model::Absence;

/// Titles that are shown of days that several events take.
const MOST_TITLES: usize = 3;

/// An event of a file with its occurrences, each by its name if it has one.
pub(super) type Named<'a> = (&'a Event, Vec<(Option<Uuid>, Absence)>);

/// Names what occurs. Of a file in which too much occurs nothing is known again, and nothing is missed.
pub(super) fn named<'a, 'b>(
    taking: Vec<(&'a Event, Vec<Occurrence>)>,
    held: Held<'b>,
) -> (Vec<Named<'a>>, Held<'b>) {
    let count: usize = taking
        .iter()
        .map(|(_, occurrences)| occurrences.len())
        .sum();
    let held = if count > MOST_NAMED {
        Held {
            events: &[],
            key: None,
            ..held
        }
    } else {
        held
    };
    let name = |(event, occurrences): (&'a Event, Vec<Occurrence>)| {
        let named = occurrences.into_iter();
        let named = named.map(|(instance, days)| (held.name(&event.uid, instance), days));
        (event, named.collect())
    };
    (taking.into_iter().map(name).collect(), held)
}

/// What a file says of each event that has a name, the first time it names it.
pub(super) fn found<'a>(named: &'a [Named<'a>]) -> HashMap<Uuid, Found<'a>> {
    let mut found = HashMap::new();
    for (event, occurrences) in named {
        for (name, days) in occurrences {
            if let Some(name) = name {
                found.entry(*name).or_insert(Found {
                    days: *days,
                    title: event.title.as_str(),
                    doubt: event.doubt,
                });
            }
        }
    }
    found
}

/// What can be ticked, without events that were moved.
pub(super) fn offered(
    named: &[Named<'_>],
    elsewhere: &HashSet<Uuid>,
    held: &[Absence],
) -> (Vec<ProposedDays>, Vec<DoubtfulDays>) {
    let (mut away, mut doubtful) = (Vec::new(), Vec::new());
    for (event, occurrences) in named {
        let is_here = |name: &Option<Uuid>| name.is_none_or(|name| !elsewhere.contains(&name));
        let here = occurrences.iter().filter(|(name, _)| is_here(name));
        let days = join(here.map(|(_, days)| *days));
        match event.doubt {
            None => away.extend(days.into_iter().map(|days| (days, event.title.as_str()))),
            Some(doubt) => doubtful.extend(days.into_iter().map(|days| DoubtfulDays {
                days,
                title: event.title.clone(),
                doubt,
            })),
        }
    }
    let proposed = proposed(&away, held);
    let taken = proposed.iter().map(|proposed| proposed.days);
    let taken = join(held.iter().copied().chain(taken));
    doubtful.retain(|doubtful| !covers(&taken, doubtful.days));
    doubtful.sort_by_key(|doubtful| (doubtful.days.first_day, doubtful.days.last_day));
    (proposed, doubtful)
}

/// The next events that are neither moved nor on days on which the entry is away as it is.
pub(super) fn new_events(
    found: &HashMap<Uuid, Found<'_>>,
    elsewhere: &HashSet<Uuid>,
    held: &[Absence],
) -> Vec<KnownEvent> {
    let held = join(held.iter().copied());
    let new = found.iter().map(|(name, found)| KnownEvent {
        name: *name,
        days: found.days,
    });
    let new = new.filter(|new| !elsewhere.contains(&new.name) && !covers(&held, new.days));
    let mut new: Vec<KnownEvent> = new.collect();
    new.sort_by_key(|new| (new.days.first_day, new.days.last_day, new.name));
    new.truncate(MOST_KEPT);
    new
}

fn proposed(away: &[(Absence, &str)], held: &[Absence]) -> Vec<ProposedDays> {
    let held = join(held.iter().copied());
    let joined = join(away.iter().map(|(days, _)| *days));
    let propose = |days: Absence| ProposedDays {
        days,
        titles: Vec::new(),
        is_held: covers(&held, days),
    };
    let mut proposed: Vec<_> = joined.into_iter().map(propose).collect();
    for (days, title) in away {
        let after = proposed.partition_point(|other| other.days.first_day <= days.first_day);
        let Some(of) = after.checked_sub(1).and_then(|at| proposed.get_mut(at)) else {
            continue;
        };
        let is_new = !title.is_empty() && !of.titles.iter().any(|known| known == title);
        if is_new && of.titles.len() < MOST_TITLES {
            of.titles.push((*title).to_owned());
        }
    }
    proposed
}
