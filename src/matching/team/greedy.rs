//! A good team fast: fill the place that gains most, then exchange one or two seats while that
//! helps.

use super::problem::{Choice, Problem, Roster, wish_value};

/// Exchanging two seats compares all pairs; beyond so many places one seat at a time must do.
const MOST_PLACES_FOR_PAIRS: usize = 64;

/// A team made by greedy choice and exchange. The same problem gives the same team.
pub fn team(problem: &Problem) -> Roster {
    let mut draft = Draft::new(problem);
    draft.fill();
    draft.exchange();
    draft.seats
}

/// Exchanges one or two seats of a roster while that helps; never makes it worse.
pub fn improve(problem: &Problem, roster: Roster) -> Roster {
    let mut draft = Draft::new(problem);
    for (place, seat) in roster.into_iter().enumerate() {
        draft.set(place, seat);
    }
    draft.exchange();
    draft.seats
}

struct Draft<'a> {
    problem: &'a Problem,
    seats: Roster,
    free: Vec<u16>,
}

impl<'a> Draft<'a> {
    fn new(problem: &'a Problem) -> Self {
        Self {
            problem,
            seats: vec![None; problem.places().len()],
            free: problem.people().iter().map(|person| person.heads).collect(),
        }
    }

    fn set(&mut self, place: usize, seat: Option<Choice>) {
        if let Some(old) = self.seats[place] {
            self.free[old.person] += 1;
        }
        if let Some(new) = seat {
            self.free[new.person] -= 1;
        }
        self.seats[place] = seat;
    }

    /// Who could take the place now, and nobody.
    fn options(&self, place: usize) -> Vec<Option<Choice>> {
        let choices = self.problem.choices(self.problem.places()[place].need);
        let free = choices.iter().filter(|choice| self.free[choice.person] > 0);
        free.copied().map(Some).chain([None]).collect()
    }

    /// The wishes fulfilled without these places.
    fn brought_without(&self, places: &[usize]) -> u64 {
        let others = self.seats.iter().enumerate();
        others
            .filter(|(place, _)| !places.contains(place))
            .fold(0, |all, (_, seat)| all | self.problem.brings(*seat))
    }

    fn fill(&mut self) {
        while let Some((place, choice)) = self.best_addition() {
            self.set(place, Some(choice));
        }
    }

    fn best_addition(&self) -> Option<(usize, Choice)> {
        let brought = self.problem.brought(&self.seats);
        let mut best: Option<(i64, usize, Choice)> = None;
        for place in self.first_open_places() {
            for choice in self.options(place).into_iter().flatten() {
                let more = wish_value(self.problem.brings(Some(choice)) & !brought);
                let gain = self.problem.worth(place, Some(choice)) + more;
                if best.is_none_or(|(most, _, _)| gain > most) {
                    best = Some((gain, place, choice));
                }
            }
        }
        best.map(|(_, place, choice)| (place, choice))
    }

    /// The first open place of each need: no other of the need is worth more.
    fn first_open_places(&self) -> Vec<usize> {
        let need = |place: &usize| self.problem.places()[*place].need;
        let mut open: Vec<usize> = (0..self.seats.len())
            .filter(|place| self.seats[*place].is_none())
            .collect();
        open.dedup_by_key(|place| need(place));
        open
    }

    fn exchange(&mut self) {
        while self.exchange_one() || self.exchange_two() {}
    }

    /// Puts the best into each seat in turn; whether that helped.
    fn exchange_one(&mut self) -> bool {
        let mut helped = false;
        for place in 0..self.seats.len() {
            let old = self.seats[place];
            let others = self.brought_without(&[place]);
            let value = |seat| {
                self.problem.worth(place, seat) + wish_value(others | self.problem.brings(seat))
            };
            let mut best = (value(old), old);
            for option in self.options(place) {
                if value(option) > best.0 {
                    best = (value(option), option);
                }
            }
            helped |= best.1 != old;
            self.set(place, best.1);
        }
        helped
    }

    /// Looks for two seats to fill anew together and takes the first pair that helps; whether there
    /// was one.
    fn exchange_two(&mut self) -> bool {
        let count = self.seats.len();
        if count > MOST_PLACES_FOR_PAIRS {
            return false;
        }
        (0..count).any(|one| (one + 1..count).any(|other| self.exchange_pair(one, other)))
    }

    fn exchange_pair(&mut self, one: usize, other: usize) -> bool {
        let old = (self.seats[one], self.seats[other]);
        let others = self.brought_without(&[one, other]);
        let now = self.pair_value((one, old.0), (other, old.1), others);
        self.set(one, None);
        self.set(other, None);
        for first in self.options(one) {
            self.set(one, first);
            for second in self.options(other) {
                if self.pair_value((one, first), (other, second), others) > now {
                    self.set(other, second);
                    return true;
                }
            }
            self.set(one, None);
        }
        self.set(one, old.0);
        self.set(other, old.1);
        false
    }

    fn pair_value(
        &self,
        one: (usize, Option<Choice>),
        other: (usize, Option<Choice>),
        others: u64,
    ) -> i64 {
        let brought = others | self.problem.brings(one.1) | self.problem.brings(other.1);
        self.problem.worth(one.0, one.1)
            + self.problem.worth(other.0, other.1)
            + wish_value(brought)
    }
}
