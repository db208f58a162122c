//! The team of an answer.

use std::collections::{BTreeMap, HashMap};

use search_index::{EntryKind, HitAddress, Localised, TermOrd};
use uuid::Uuid;

use super::Register;
use crate::matching::explain::{self, TeamFacts};
use crate::matching::gather;
use crate::matching::model::ask::{Headcount, Need};
use crate::matching::model::candidate::Candidate;
use crate::matching::model::funnel::Relaxation;
use crate::matching::model::ranking::{Ranking, Scored};
use crate::matching::team::choose;
use crate::matching::team::exact::Limits;
use crate::matching::team::problem::{Choice, MAX_WISHES, Person, Problem, Roster};

/// Who should go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Who takes which place. A capacity stands here once for each of its people.
    pub members: Vec<Member>,
    /// How far each need is covered.
    pub covers: Vec<Cover>,
    /// Products and procedures asked that nobody on the team has.
    pub missing: Vec<TermOrd>,
    /// Whether no better team exists among the candidates looked at.
    pub proven: bool,
    /// What to know about it.
    pub note: Localised,
}

/// Somebody in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Position of the need.
    pub need: usize,
    /// Id of the entry.
    pub id: Uuid,
    /// Where it stands in the snapshot asked.
    pub address: HitAddress,
}

/// How far a need is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Position of the need.
    pub need: usize,
    /// Places filled.
    pub filled: usize,
    /// Places asked for.
    pub of: usize,
}

/// A product or procedure and the lowest level asked of it.
type Wish = (TermOrd, u8);

impl Register<'_> {
    /// Chooses a team from the best of each need.
    pub(super) fn team(
        &self,
        needs: &[Need],
        rankings: &[Ranking],
        relaxations: &[Option<Relaxation>],
        limits: Limits,
    ) -> Team {
        let wishes = wishes(needs);
        let pool = Pool::of(rankings);
        let people = pool.entries.iter().map(|entry| self.person(entry, &wishes));
        let headcounts: Vec<Headcount> = needs.iter().map(|need| need.headcount).collect();
        let problem = Problem::new(&headcounts, people.collect(), pool.choices);
        let choosing = choose(&problem, limits);
        let covers = covers(&problem, &choosing.roster, needs.len());
        let brought = problem.brought(&choosing.roster);
        let missing: Vec<TermOrd> = (0..)
            .zip(&wishes)
            .filter(|(bit, _)| brought >> bit & 1 == 0)
            .map(|(_, wish)| wish.0)
            .collect();
        let filled: Vec<(usize, usize)> = covers
            .iter()
            .map(|cover| (cover.filled, cover.of))
            .collect();
        let facts = TeamFacts {
            needs,
            filled: &filled,
            relaxations,
            missing: &missing,
            proven: choosing.proven,
        };

        Team {
            note: explain::note(&facts, self.vocabulary),
            members: members(&problem, &choosing.roster, &pool.entries),
            covers,
            proven: choosing.proven,
            missing,
        }
    }

    fn person(&self, entry: &Scored, wishes: &[Wish]) -> Person {
        let address = entry.address;
        let brings = (0..).zip(wishes).fold(0, |brings, (bit, wish)| {
            let holds = gather::holds(&self.roll, address, *wish, self.vocabulary);
            brings | (u64::from(holds) << bit)
        });

        Person {
            id: entry.id,
            heads: self.free_heads(address),
            brings,
        }
    }

    /// The people an entry can send for the longest of the windows.
    fn free_heads(&self, address: HitAddress) -> u16 {
        let longest = self
            .demands
            .iter()
            .max_by_key(|demand| demand.window.length());
        longest.map_or(0, |demand| {
            let period = demand.window.period();
            gather::visit(&self.roll, address, demand, self.vocabulary, |candidate| {
                free(candidate, period)
            })
        })
    }
}

/// At least one: who is a candidate has a head free for the need it is a candidate for.
fn free(candidate: &Candidate<'_>, period: (i64, i64)) -> u16 {
    match candidate.kind {
        EntryKind::Person => 1,
        EntryKind::Capacity => {
            let committed = u16::try_from(candidate.committed_heads(period)).unwrap_or(u16::MAX);
            candidate.heads().saturating_sub(committed).max(1)
        }
    }
}

/// The products and procedures asked by any need, each once.
fn wishes(needs: &[Need]) -> Vec<Wish> {
    let mut lowest = BTreeMap::new();
    for skill in needs
        .iter()
        .flat_map(|need| &need.skills)
        .filter(|skill| skill.is_product())
    {
        let level = lowest.entry(skill.term).or_insert(skill.min_level);
        *level = skill.min_level.min(*level);
    }
    lowest.into_iter().take(MAX_WISHES).collect()
}

/// The best of all needs, each entry once.
struct Pool {
    entries: Vec<Scored>,
    choices: Vec<Vec<Choice>>,
}

impl Pool {
    fn of(rankings: &[Ranking]) -> Self {
        let mut entries = Vec::new();
        let mut known = HashMap::new();
        let mut choices = Vec::new();
        for ranking in rankings {
            let of_need = ranking.best.iter().map(|scored| {
                let person = *known.entry(scored.address).or_insert_with(|| {
                    entries.push(*scored);
                    entries.len() - 1
                });
                Choice {
                    person,
                    score: scored.score.total(),
                }
            });
            choices.push(of_need.collect());
        }
        Self { entries, choices }
    }
}

fn members(problem: &Problem, roster: &Roster, entries: &[Scored]) -> Vec<Member> {
    let seats = problem.places().iter().zip(roster);
    seats
        .filter_map(|(place, seat)| {
            let entry = entries[(*seat)?.person];
            Some(Member {
                need: place.need,
                id: entry.id,
                address: entry.address,
            })
        })
        .collect()
}

fn covers(problem: &Problem, roster: &Roster, needs: usize) -> Vec<Cover> {
    (0..needs)
        .map(|need| {
            let seats = || {
                problem
                    .places()
                    .iter()
                    .zip(roster)
                    .filter(move |(place, _)| place.need == need)
            };
            Cover {
                need,
                filled: seats().filter(|(_, seat)| seat.is_some()).count(),
                of: seats().count(),
            }
        })
        .collect()
}
