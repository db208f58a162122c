//! What one entry offers for one need.

use search_index::{Cefr, EntryKind, Instant, Readiness, Standing, WorkMode};
use uuid::Uuid;

use super::skill::Claims;
use super::window::{DAY, HOUR, Period, overlap};

/// An entry as seen by one need: facts, the rounded distance, and what it holds of the skills
/// asked.
///
/// A capacity counts with its head-count: its load is spread over its heads, and it has no response
/// history.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// Id of the entry.
    pub id: Uuid,
    /// A person or a nameless team capacity.
    pub kind: EntryKind,
    /// People behind the entry.
    pub headcount: u16,
    /// Employer.
    pub organisation: Uuid,
    /// Dated facts.
    pub standing: Standing,
    /// Organisations it must not be matched with.
    pub blocks: &'a [Uuid],
    /// Number of the Land it is based in.
    pub land: u8,
    /// Great-circle distance to the place, rounded up to ten kilometres.
    pub km: u16,
    /// How far it travels, in road kilometres.
    pub radius_km: u16,
    /// Where it works.
    pub mode: WorkMode,
    /// Longest deployment in days.
    pub max_days: u16,
    /// Hours it needs between saying yes and starting.
    pub notice_hours: u16,
    /// Clearance and its end.
    pub clearance: (u8, Option<Instant>),
    /// How soon it can start, and from when if later.
    pub readiness: (Readiness, Option<Instant>),
    /// Weekdays on which it works, Monday in bit 0.
    pub weekdays: u8,
    /// Absences.
    pub absences: &'a [Period],
    /// Deployments agreed, running or over.
    pub commitments: &'a [Period],
    /// On-call duty planned by the employer.
    pub on_call: &'a [Period],
    /// Value of the response factor in basis points.
    pub response: u16,
    /// What it holds of each skill of the need, in the need's order.
    pub claims: &'a [Claims],
    /// Its level in each language of the need, in the need's order.
    pub languages: &'a [Option<Cefr>],
}

impl Candidate<'_> {
    /// Whether the entry is one person.
    pub fn is_person(&self) -> bool {
        match self.kind {
            EntryKind::Person => true,
            EntryKind::Capacity => false,
        }
    }

    /// People behind the entry; never zero.
    pub fn heads(&self) -> u16 {
        if self.is_person() {
            return 1;
        }
        self.headcount.max(1)
    }

    /// The first instant at which it can start, its notice included; `None` when it cannot.
    pub fn ready_at(&self, now: Instant) -> Option<Instant> {
        let available = match self.readiness.0 {
            Readiness::Now | Readiness::RemoteOnly => Some(now),
            Readiness::Within24Hours => Some(now + DAY),
            Readiness::Within72Hours => Some(now + 3 * DAY),
            Readiness::Later => self.readiness.1,
            Readiness::Unavailable => None,
        };
        available.map(|at| at.max(now + Instant::from(self.notice_hours) * HOUR))
    }

    /// Whether it says that it cannot start at all.
    pub fn is_unavailable(&self) -> bool {
        self.readiness.0 == Readiness::Unavailable
    }

    /// Whole days since the profile was confirmed; `None` when it never was.
    pub fn days_since_confirmation(&self, now: Instant) -> Option<Instant> {
        self.standing.confirmed_at.map(|at| (now - at) / DAY)
    }

    /// Whether it works on this weekday, given as a bit.
    pub fn works_on(&self, weekday: u8) -> bool {
        self.weekdays & weekday != 0
    }

    /// Whether it can come to the place.
    pub fn can_come(&self) -> bool {
        self.mode != WorkMode::Remote && self.readiness.0 != Readiness::RemoteOnly
    }

    /// Whether it can help from afar.
    pub fn can_help_remotely(&self) -> bool {
        self.mode != WorkMode::OnSite || self.readiness.0 == Readiness::RemoteOnly
    }

    /// Commitments in the way of a window.
    pub fn committed_heads(&self, window: Period) -> usize {
        let in_the_way = |period: &&Period| overlap(**period, window) > 0;
        self.commitments.iter().filter(in_the_way).count()
    }
}
