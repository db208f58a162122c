//! What holds for every team (matching, "Properties to test").

use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

use super::exact::Limits;
use super::problem::{Choice, Person, Problem, Roster};
use super::{choose, greedy};
use crate::matching::model::ask::Headcount;

/// No clock: tests must not depend on the machine.
const LIMITS: Limits = Limits {
    nodes: 10_000,
    time: None,
};

/// What a problem is made of, so that a test can add to it.
#[derive(Clone, Debug)]
struct Parts {
    needs: Vec<Headcount>,
    people: Vec<(u16, u64)>,
    /// For each person the score for each need; `None` does not fit.
    scores: Vec<Vec<Option<i64>>>,
}

impl Parts {
    fn problem(&self) -> Problem {
        let people = (1u128..)
            .zip(&self.people)
            .map(|(id, (heads, brings))| Person {
                id: Uuid::from_u128(id),
                heads: *heads,
                brings: *brings,
            });
        let choices = (0..self.needs.len()).map(|need| {
            let fits = self.scores.iter().enumerate();
            let mut choices: Vec<Choice> = fits
                .filter_map(|(person, scores)| {
                    let score = scores[need]?;
                    Some(Choice { person, score })
                })
                .collect();
            choices.sort_by_key(|choice| -choice.score);
            choices
        });
        Problem::new(&self.needs, people.collect(), choices.collect())
    }
}

fn any_headcount() -> impl Strategy<Value = Headcount> {
    (0..3u16, 0..2u16).prop_map(|(min, more)| Headcount {
        min,
        desired: min + more,
    })
}

fn any_parts(people: usize) -> impl Strategy<Value = Parts> {
    let scores = vec(prop::option::of(0..10_000_000i64), 2);
    let heads = any_heads();
    (
        vec(any_headcount(), 2),
        vec((heads, 0..8u64), people),
        vec(scores, people),
    )
        .prop_map(|(needs, people, scores)| Parts {
            needs,
            people,
            scores,
        })
}

/// Mostly persons, some capacities.
fn any_heads() -> impl Strategy<Value = u16> {
    prop_oneof![3 => Just(1u16), 1 => Just(2u16)]
}

/// The best value by trying everything.
fn best_by_force(problem: &Problem, roster: &mut Roster, free: &mut [u16]) -> i64 {
    if roster.len() == problem.places().len() {
        return problem.value(roster);
    }
    let need = problem.places()[roster.len()].need;
    roster.push(None);
    let mut best = best_by_force(problem, roster, free);
    roster.pop();
    for choice in problem.choices(need) {
        if free[choice.person] > 0 {
            free[choice.person] -= 1;
            roster.push(Some(*choice));
            best = best.max(best_by_force(problem, roster, free));
            roster.pop();
            free[choice.person] += 1;
        }
    }
    best
}

fn heads(problem: &Problem) -> Vec<u16> {
    problem.people().iter().map(|person| person.heads).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_team_is_the_best_there_is(parts in any_parts(4)) {
        let problem = parts.problem();

        let chosen = choose(&problem, LIMITS);

        let best = best_by_force(&problem, &mut Vec::new(), &mut heads(&problem));
        prop_assert!(chosen.proven);
        prop_assert_eq!(problem.value(&chosen.roster), best);
    }

    #[test]
    fn the_team_is_never_worse_than_the_greedy_one(parts in any_parts(12)) {
        let problem = parts.problem();

        let chosen = choose(&problem, LIMITS);

        prop_assert!(problem.value(&chosen.roster) >= problem.value(&greedy::team(&problem)));
    }

    #[test]
    fn nobody_takes_more_places_than_they_have_heads(parts in any_parts(6)) {
        let problem = parts.problem();

        for roster in [choose(&problem, LIMITS).roster, greedy::team(&problem)] {
            for (person, heads) in heads(&problem).into_iter().enumerate() {
                let taken = roster.iter().flatten().filter(|seat| seat.person == person).count();
                prop_assert!(taken <= usize::from(heads));
            }
        }
    }

    #[test]
    fn no_place_stays_open_that_somebody_free_could_fill(parts in any_parts(6)) {
        let problem = parts.problem();

        for roster in [choose(&problem, LIMITS).roster, greedy::team(&problem)] {
            let is_free = |person: usize| {
                let taken = roster.iter().flatten().filter(|seat| seat.person == person).count();
                taken < usize::from(problem.people()[person].heads)
            };
            for (place, _) in problem.places().iter().zip(&roster).filter(|(_, seat)| seat.is_none()) {
                prop_assert!(problem.choices(place.need).iter().all(|choice| !is_free(choice.person)));
            }
        }
    }

    #[test]
    fn one_more_expert_never_lowers_the_value(parts in any_parts(6)) {
        let mut fewer = parts.clone();
        fewer.people.pop();
        fewer.scores.pop();
        let value = |parts: &Parts| {
            let problem = parts.problem();
            problem.value(&choose(&problem, LIMITS).roster)
        };

        prop_assert!(value(&parts) >= value(&fewer));
    }

    #[test]
    fn the_same_problem_gives_the_same_team(parts in any_parts(10)) {
        prop_assert_eq!(choose(&parts.problem(), LIMITS), choose(&parts.problem(), LIMITS));
    }
}

#[test]
fn without_time_the_greedy_team_stands() {
    let parts = Parts {
        needs: vec![Headcount { min: 1, desired: 1 }; 2],
        people: vec![(1, 0), (1, 0)],
        scores: vec![vec![Some(9), Some(8)], vec![Some(8), Some(1)]],
    };
    let problem = parts.problem();
    let no_time = Limits {
        nodes: 0,
        time: Some(std::time::Duration::ZERO),
    };

    let chosen = choose(&problem, no_time);

    assert!(!chosen.proven);
    assert_eq!(chosen.roster, greedy::team(&problem));
}
