//! What is asked for: one request and its needs.

use std::collections::BTreeSet;

use search_index::{Axis, Instant, Localised, TermOrd};
use uuid::Uuid;

use super::window::{HOUR, Window};

/// A request for help as matching sees it: where, when, by whom.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The place as a unit vector from the centre of the earth.
    pub place: [f32; 3],
    /// Number of the place's Land, 1–16.
    pub land: u8,
    /// How Länder count as the same.
    pub lands: Lands,
    /// How much whoever asks may learn.
    pub sight: Sight,
    /// When help is to begin.
    pub from: Instant,
    /// For how many days.
    pub days: u16,
    /// Phase of the incident.
    pub phase: Phase,
    /// The present; dated facts are judged by it.
    pub now: Instant,
    /// The organisations that ask.
    pub requesters: Vec<Uuid>,
    /// Organisations that must not help: hit by the same incident, or served by the same struck
    /// provider.
    pub conflicted: BTreeSet<Uuid>,
    /// Key of the hash that breaks ties, so that nobody can aim for the first place.
    pub tie_key: [u8; 32],
}

impl Ask {
    /// The hour it is. What only ranks is counted from it, so that the same ask over the same snapshot
    /// gives the same answer for a while; whether a fact still holds is judged by the present itself.
    pub fn hour(&self) -> Instant {
        self.now - self.now.rem_euclid(HOUR)
    }
}

/// How much of the register whoever asks may learn from an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Every number.
    Everything,
    /// Cards, and numbers of what stands on them.
    Cards,
}

/// Which Länder count as the same: for each number of a Land the number it counts as.
///
/// Who sees cards only must not learn the Land of somebody shown under a group of Länder by asking from each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lands(pub [u16; 17]);

impl Lands {
    /// Each is itself.
    pub const EACH: Self = Self([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);

    fn number(&self, land: u8) -> u16 {
        self.0.get(usize::from(land)).copied().unwrap_or_default()
    }

    /// Whether two Länder count as the same.
    pub fn are_same(&self, one: u8, other: u8) -> bool {
        self.number(one) == self.number(other)
    }

    /// Whether others count as the same as this one.
    pub fn is_grouped(&self, land: u8) -> bool {
        let number = self.number(land);
        self.0.iter().filter(|other| **other == number).count() > 1
    }
}

/// Phase of an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// The first days.
    Acute,
    /// Emergency service.
    Emergency,
    /// Rebuilding.
    Rebuild,
}

/// Who is needed: skills, head-count and conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Its name.
    pub label: Localised,
    /// The skills asked.
    pub skills: Vec<NeedSkill>,
    /// How many people.
    pub headcount: Headcount,
    /// Where the work is done.
    pub place: WorkPlace,
    /// Languages that must be spoken at B2 or better.
    pub languages: Vec<TermOrd>,
    /// Clearance that must be held: 0 none, 1–3 for Ü1–Ü3.
    pub clearance: u8,
    /// Days it is needed when that differs from the ask.
    pub days: Option<u16>,
    /// A remote conversation of up to two hours: free of quota, on the first day.
    pub first_call: bool,
}

/// Where the work of a need is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WorkPlace {
    /// At the place only.
    OnSite,
    /// From afar.
    Remote,
    /// Both will do.
    Either,
}

/// A skill of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeedSkill {
    /// Role, domain, procedure or product.
    pub term: TermOrd,
    /// Axis of the term.
    pub axis: Axis,
    /// Lowest level that satisfies, 1–4.
    pub min_level: u8,
    /// Whether an entry without it is not a candidate.
    pub required: bool,
}

impl NeedSkill {
    /// Whether it counts for the product factor, and for the team as a whole.
    pub fn is_product(&self) -> bool {
        match self.axis {
            Axis::Procedure | Axis::Product => true,
            Axis::Role | Axis::Domain | Axis::Certification | Axis::Language => false,
        }
    }
}

/// How many people a need asks for; `desired` is at least `min`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headcount {
    /// Without these the need is not met.
    pub min: u16,
    /// With these it is met well.
    pub desired: u16,
}

/// One need of an ask with what follows from both.
#[derive(Clone, Debug)]
pub struct Demand<'a> {
    /// The request.
    pub ask: &'a Ask,
    /// The need.
    pub need: &'a Need,
    /// When the need is to be met.
    pub window: Window,
}

impl<'a> Demand<'a> {
    /// Puts a need into its request. A first call takes the first day only.
    pub fn new(ask: &'a Ask, need: &'a Need) -> Self {
        let days = if need.first_call {
            1
        } else {
            need.days.unwrap_or(ask.days)
        };
        let window = Window::new(ask.from, days);

        Self { ask, need, window }
    }

    /// Where the work is done; a first call is always remote.
    pub fn place(&self) -> WorkPlace {
        if self.need.first_call {
            return WorkPlace::Remote;
        }
        self.need.place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laender_of_a_group_count_as_the_same() {
        let mut lands = Lands::EACH;
        lands.0[4] = 2;

        assert!(lands.are_same(2, 4) && lands.is_grouped(4));
        assert!(!lands.are_same(2, 3) && !lands.is_grouped(3));
        assert!(!Lands::EACH.is_grouped(4));
    }
}
