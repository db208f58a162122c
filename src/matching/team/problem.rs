//! The choice of a team as a problem: places, people, and what a roster is worth.

use uuid::Uuid;

use crate::matching::model::ask::Headcount;
use crate::matching::model::factors::{FULL, Factor, TOP_SCORE};

/// Most people one need can ask for; more are cut.
pub const MAX_PLACES: u16 = 50;
/// Most wishes of a team that can be told apart.
pub const MAX_WISHES: usize = 64;

/// Who could take which place.
#[derive(Clone, Debug)]
pub struct Problem {
    places: Vec<Place>,
    people: Vec<Person>,
    choices: Vec<Vec<Choice>>,
    any_bonus: i64,
    essential_bonus: i64,
}

/// One place of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Position of the need.
    pub need: usize,
    /// Whether the need is not met without it.
    pub essential: bool,
}

/// Somebody who fits at least one need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Id of the entry.
    pub id: Uuid,
    /// Places the entry can take at once: 1 for a person, the free heads of a capacity.
    pub heads: u16,
    /// The wishes of the whole team it fulfils, one bit each.
    pub brings: u64,
}

/// A person for a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Position in the people.
    pub person: usize,
    /// Score for the need.
    pub score: i64,
}

/// Who takes each place, in the order of the places.
pub type Roster = Vec<Option<Choice>>;

impl Problem {
    /// Sets up the places: essential ones of a need first.
    ///
    /// An essential place is worth more than all others together, any place more than all scores
    /// and wishes: no place that can be filled stays open. The worth depends on the needs only, so
    /// that more people never lower what the best team is worth. `choices` holds, for each need,
    /// who could take it, best first.
    pub fn new(needs: &[Headcount], people: Vec<Person>, choices: Vec<Vec<Choice>>) -> Self {
        let mut places = Vec::new();
        for (need, headcount) in needs.iter().enumerate() {
            let size = headcount.desired.max(headcount.min).min(MAX_PLACES);
            places.extend((0..size).map(|number| Place {
                need,
                essential: number < headcount.min,
            }));
        }
        let count: i64 = places.iter().map(|_| 1).sum();
        let any_bonus = count * TOP_SCORE + wish_value(u64::MAX) + 1;

        Self {
            places,
            people,
            choices,
            any_bonus,
            essential_bonus: any_bonus * (count + 1),
        }
    }

    /// The places, need by need.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The people.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Who could take a place of a need, best first.
    pub fn choices(&self, need: usize) -> &[Choice] {
        self.choices.get(need).map_or(&[], Vec::as_slice)
    }

    /// How many needs there are choices for.
    pub fn needs(&self) -> usize {
        self.choices.len()
    }

    /// What filling a place is worth, whoever does.
    pub fn bonus(&self, essential: bool) -> i64 {
        if essential {
            return self.essential_bonus;
        }
        self.any_bonus
    }

    /// What somebody in a place is worth, without wishes.
    pub fn worth(&self, place: usize, choice: Option<Choice>) -> i64 {
        let bonus = self.bonus(self.places[place].essential);
        choice.map_or(0, |choice| bonus + choice.score)
    }

    /// The wishes somebody fulfils.
    pub fn brings(&self, choice: Option<Choice>) -> u64 {
        choice.map_or(0, |choice| self.people[choice.person].brings)
    }

    /// The wishes a roster fulfils.
    pub fn brought(&self, roster: &[Option<Choice>]) -> u64 {
        roster.iter().fold(0, |all, seat| all | self.brings(*seat))
    }

    /// What a roster is worth.
    pub fn value(&self, roster: &[Option<Choice>]) -> i64 {
        let seats: i64 = roster
            .iter()
            .enumerate()
            .map(|(place, seat)| self.worth(place, *seat))
            .sum();
        seats + wish_value(self.brought(roster))
    }
}

/// What fulfilled wishes are worth: each as much as a full product factor.
pub fn wish_value(brought: u64) -> i64 {
    i64::from(brought.count_ones()) * Factor::Product.weight() * FULL
}
