//! What can be said of each entry before any need is looked at.

use search_index::{Segment, Snapshot};

use crate::matching::model::ask::{Ask, Demand};
use crate::matching::model::hard;
use crate::matching::model::rule::{Rule, RuleSet};

/// The entries of a snapshot with the rules that depend on the request only.
pub struct Roll<'a> {
    pub(super) pages: Vec<Page<'a>>,
}

/// The entries of one segment.
pub(super) struct Page<'a> {
    pub(super) segment: &'a Segment,
    lines: Vec<Line>,
}

/// What is known of one entry, kept small: a request reads all of them once for each need.
struct Line {
    alive: bool,
    visible: bool,
    broken: RuleSet,
    days_left: Option<u16>,
}

impl<'a> Roll<'a> {
    /// Judges every entry of the snapshot.
    pub fn call(snapshot: &'a Snapshot, ask: &Ask) -> Self {
        let segments = snapshot.segments().iter();

        Self {
            pages: segments.map(|segment| Page::of(segment, ask)).collect(),
        }
    }
}

impl<'a> Page<'a> {
    fn of(segment: &'a Segment, ask: &Ask) -> Self {
        let entries = 0..segment.len();

        Self {
            segment,
            lines: entries.map(|entry| Line::of(segment, entry, ask)).collect(),
        }
    }

    /// The entries that still exist, with the rules up to [`Rule::Block`] that they break.
    pub(super) fn entries(&self, demand: &Demand<'_>) -> impl Iterator<Item = (usize, RuleSet)> {
        let alive = self.lines.iter().enumerate().filter(|(_, line)| line.alive);
        alive.map(|(entry, line)| {
            let short = hard::quota_is_short(line.days_left, demand);
            (entry, line.broken.with(Rule::Quota, short))
        })
    }

    /// Whether the card of an entry can be seen.
    pub(super) fn is_visible(&self, entry: usize) -> bool {
        self.lines[entry].visible
    }
}

impl Line {
    fn of(segment: &Segment, entry: usize, ask: &Ask) -> Self {
        let standing = segment.standing(entry);
        // The index knows when every fact holds; which one does not is asked of the others only.
        let visible = segment.eligible(entry, ask.now);
        let facts = if visible {
            RuleSet::default()
        } else {
            hard::standing(&standing, ask.now)
        };
        let ties = hard::ties(segment.organisation(entry), segment.blocks(entry), ask);

        Self {
            alive: segment.is_alive(entry),
            visible,
            broken: facts.union(ties),
            days_left: standing.days_left_at(ask.now),
        }
    }
}
