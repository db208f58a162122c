//! The best team: a mixed-integer program, started from a greedy team.

use std::time::Duration;

use microlp::{
    ComparisonOp, Error, OptimizationDirection, Problem as Program, Solution, SolveOptions,
    TerminationReason, Variable,
};

use super::problem::{Problem, Roster, wish_value};

/// When to stop looking for a better team.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Steps of the search; the same everywhere, so the result stays the same.
    pub nodes: u64,
    /// Time, for machines slower than thought.
    pub time: Option<Duration>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            nodes: 2_000,
            time: Some(Duration::from_millis(200)),
        }
    }
}

/// What became of the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// The best team.
    Best(Roster),
    /// The best found within the steps allowed.
    Good(Roster),
    /// Time ran out, or the arithmetic failed: what was found depends on the machine, so nothing is
    /// returned.
    Stopped,
}

/// Looks for a team better than `start`.
pub fn search(problem: &Problem, start: &Roster, limits: Limits) -> Search {
    let model = Model::of(problem);
    match model.solve(problem, start, limits) {
        Ok(Some((roster, true))) => Search::Best(roster),
        Ok(Some((roster, false))) => Search::Good(roster),
        Ok(None) | Err(_) => Search::Stopped,
    }
}

/// The program with its variables.
struct Model {
    program: Program,
    /// For each need and each of its choices: how many of its places the choice takes.
    takes: Vec<Vec<Variable>>,
    /// For each need: how many of its essential places are filled.
    essential: Vec<Variable>,
    /// For each wish that somebody can fulfil: its bit, and whether it is fulfilled.
    wishes: Vec<(u64, Variable)>,
}

impl Model {
    fn of(problem: &Problem) -> Self {
        let mut model = Self {
            program: Program::new(OptimizationDirection::Maximize),
            takes: Vec::new(),
            essential: Vec::new(),
            wishes: Vec::new(),
        };
        for need in 0..problem.needs() {
            model.add_need(problem, need);
        }
        model.bound_heads(problem);
        model.add_wishes(problem);
        model
    }

    fn add_need(&mut self, problem: &Problem, need: usize) {
        let of_need = || problem.places().iter().filter(|place| place.need == need);
        let size = of_need().count();
        let essential = of_need().filter(|place| place.essential).count();
        let any = problem.bonus(false);
        let takes: Vec<Variable> = problem
            .choices(need)
            .iter()
            .map(|choice| {
                let heads = i32::from(problem.people()[choice.person].heads);
                self.program
                    .add_integer_var(exact(any + choice.score), (0, heads))
            })
            .collect();
        let filled = self
            .program
            .add_integer_var(exact(problem.bonus(true) - any), (0, small(essential)));
        let all = || takes.iter().map(|take| (*take, 1.0));
        self.program
            .add_constraint(all(), ComparisonOp::Le, f64::from(small(size)));
        self.program
            .add_constraint(all().chain([(filled, -1.0)]), ComparisonOp::Ge, 0.0);
        self.takes.push(takes);
        self.essential.push(filled);
    }

    /// Nobody takes more places than it has heads.
    fn bound_heads(&mut self, problem: &Problem) {
        for (position, person) in problem.people().iter().enumerate() {
            let takes = self.takes_where(problem, |other| other == position);
            if !takes.is_empty() {
                let terms = takes.into_iter().map(|take| (take, 1.0));
                self.program
                    .add_constraint(terms, ComparisonOp::Le, f64::from(person.heads));
            }
        }
    }

    /// A wish is fulfilled when somebody on the team brings it.
    fn add_wishes(&mut self, problem: &Problem) {
        let all = problem
            .people()
            .iter()
            .fold(0, |all, person| all | person.brings);
        for bit in (0..u64::BITS)
            .map(|bit| 1 << bit)
            .filter(|bit| all & bit != 0)
        {
            let wish = self.program.add_binary_var(exact(wish_value(bit)));
            let takes =
                self.takes_where(problem, |person| problem.people()[person].brings & bit != 0);
            let terms = takes
                .into_iter()
                .map(|take| (take, 1.0))
                .chain([(wish, -1.0)]);
            self.program.add_constraint(terms, ComparisonOp::Ge, 0.0);
            self.wishes.push((bit, wish));
        }
    }

    fn takes_where(&self, problem: &Problem, person: impl Fn(usize) -> bool) -> Vec<Variable> {
        let mut takes = Vec::new();
        for (need, variables) in self.takes.iter().enumerate() {
            let pairs = problem.choices(need).iter().zip(variables);
            takes.extend(
                pairs
                    .filter(|(choice, _)| person(choice.person))
                    .map(|(_, take)| *take),
            );
        }
        takes
    }

    /// The roster found and whether it is proven best; `None` when time ran out.
    fn solve(
        &self,
        problem: &Problem,
        start: &Roster,
        limits: Limits,
    ) -> Result<Option<(Roster, bool)>, Error> {
        let mut options = SolveOptions::default();
        options.node_limit = Some(limits.nodes);
        options.time_limit = limits.time;
        options.warm_start = Some(self.hint(problem, start));
        let outcome = self.program.solve_with(options)?;
        if outcome.termination_reason() == TerminationReason::TimeLimit {
            return Ok(None);
        }
        let proven = outcome.is_optimal();
        Ok(outcome
            .solution()
            .map(|solution| (self.roster(problem, solution), proven)))
    }

    /// The start as values of all variables.
    fn hint(&self, problem: &Problem, start: &Roster) -> Vec<(Variable, f64)> {
        let seats = || problem.places().iter().zip(start);
        let mut hint = Vec::new();
        for (need, takes) in self.takes.iter().enumerate() {
            let taken = || seats().filter(move |(place, _)| place.need == need);
            for (choice, take) in problem.choices(need).iter().zip(takes) {
                let by_them = taken()
                    .filter(|(_, seat)| seat.is_some_and(|seat| seat.person == choice.person));
                hint.push((*take, f64::from(small(by_them.count()))));
            }
            let filled = taken().filter(|(_, seat)| seat.is_some()).count();
            let essential = taken().filter(|(place, _)| place.essential).count();
            hint.push((
                self.essential[need],
                f64::from(small(filled.min(essential))),
            ));
        }
        let brought = problem.brought(start);
        let fulfilled = |bit: u64| if brought & bit == 0 { 0.0 } else { 1.0 };
        hint.extend(
            self.wishes
                .iter()
                .map(|(bit, wish)| (*wish, fulfilled(*bit))),
        );
        hint
    }

    /// Seats the choices taken, the best of a need first.
    fn roster(&self, problem: &Problem, solution: &Solution) -> Roster {
        let mut roster = Roster::new();
        for (need, takes) in self.takes.iter().enumerate() {
            let mut seated = Vec::new();
            for (choice, take) in problem.choices(need).iter().zip(takes) {
                let value = solution.var_value(*take);
                let heads = problem.people()[choice.person].heads;
                let taken = (0..heads).filter(|head| value > f64::from(*head) + 0.5);
                seated.extend(taken.map(|_| Some(*choice)));
            }
            seated.resize(
                problem
                    .places()
                    .iter()
                    .filter(|place| place.need == need)
                    .count(),
                None,
            );
            roster.extend(seated);
        }
        roster
    }
}

/// Counts of places are at most a few hundred.
fn small(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "values of teams stay far below 2^53"
)]
fn exact(value: i64) -> f64 {
    value as f64
}
