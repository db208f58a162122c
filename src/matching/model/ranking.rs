//! Who fits best, and why the others do not.

use std::cmp::Reverse;

use search_index::HitAddress;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::ask::Demand;
use super::candidate::Candidate;
use super::factors::{Factor, Score, tie_minutes};
use super::funnel::Funnel;
use super::hard;
use super::rule::RuleSet;

/// A candidate with its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    /// Id of the entry.
    pub id: Uuid,
    /// Where it stands.
    pub address: HitAddress,
    /// Its score.
    pub score: Score,
    minutes: i64,
}

/// The best candidates for one need, and the count of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// The best, best first.
    pub best: Vec<Scored>,
    /// How many entries fit, and which rule kept the others away.
    pub funnel: Funnel,
}

/// A ranking in the making. The order in which entries are considered does not matter.
#[derive(Clone, Debug)]
pub struct Contest<'a> {
    demand: &'a Demand<'a>,
    funnel: Funnel,
    scored: Vec<Scored>,
}

impl<'a> Contest<'a> {
    /// Begins with nobody.
    pub fn new(demand: &'a Demand<'a>) -> Self {
        Self {
            demand,
            funnel: Funnel::default(),
            scored: Vec::new(),
        }
    }

    /// Scores the candidate, or counts the first rule it breaks.
    pub fn consider(&mut self, address: HitAddress, candidate: &Candidate<'_>) {
        let broken = hard::broken(candidate, self.demand);
        let is_visible = hard::standing(&candidate.standing, self.demand.ask.now).is_empty();
        self.funnel.count(broken, is_visible);
        if broken.is_empty() {
            self.scored.push(Scored {
                id: candidate.id,
                address,
                score: Score::of(candidate, self.demand),
                minutes: tie_minutes(candidate, self.demand),
            });
        }
    }

    /// Counts an entry already known to break rules, and whether its card can be seen. The first of them must be
    /// among those given, and of a visible entry the first that stands on its card.
    pub fn turn_away(&mut self, broken: RuleSet, is_visible: bool) {
        self.funnel.count(broken, is_visible);
    }

    /// The best so many.
    pub fn finish(self, limit: usize) -> Ranking {
        let mut best = leaders(self.scored, limit);
        let tie_break = tie_break(self.demand);
        best.sort_by_cached_key(|scored| (merit(scored), keyed_hash(&tie_break, scored.id)));
        best.truncate(limit);

        Ranking {
            best,
            funnel: self.funnel,
        }
    }
}

/// What decides before the hash does; smaller is better.
fn merit(scored: &Scored) -> impl Ord + use<> {
    let score = &scored.score;
    (
        Reverse(score.total()),
        Reverse(score.value(Factor::Skill)),
        scored.minutes,
        Reverse(score.value(Factor::Fairness)),
    )
}

/// The first so many by merit, and everybody equal to the last of them: only these need the hash.
fn leaders(mut scored: Vec<Scored>, limit: usize) -> Vec<Scored> {
    if limit == 0 || scored.len() <= limit {
        return scored;
    }
    let (_, last, _) = scored.select_nth_unstable_by_key(limit - 1, merit);
    let last = merit(last);
    scored.retain(|candidate| merit(candidate) <= last);
    scored
}

/// The hash before an id is added: key, then what makes the need.
fn tie_break(demand: &Demand<'_>) -> Sha256 {
    let mut hash = Sha256::new_with_prefix(demand.ask.tie_key);
    for skill in &demand.need.skills {
        hash.update(skill.term.0.to_le_bytes());
        hash.update([skill.min_level, u8::from(skill.required)]);
    }
    hash.update(&demand.need.label.de);
    hash
}

fn keyed_hash(tie_break: &Sha256, id: Uuid) -> [u8; 32] {
    tie_break.clone().chain_update(id).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::sample::{Sample, ask, need, sample};

    fn order(samples: &[Sample], limit: usize, tie_key: [u8; 32]) -> Vec<Uuid> {
        let mut ask = ask();
        ask.tie_key = tie_key;
        let need = need();
        let demand = Demand::new(&ask, &need);
        let mut contest = Contest::new(&demand);
        for sample in samples {
            contest.consider(
                HitAddress {
                    segment: 0,
                    entry: 0,
                },
                &sample.candidate(),
            );
        }
        let best = contest.finish(limit).best;
        best.into_iter().map(|scored| scored.id).collect()
    }

    #[test]
    fn the_higher_score_comes_first() {
        let near = sample().id(2).km(10);
        let far = sample().id(1).km(100);

        assert_eq!(
            order(&[far.clone(), near.clone()], 5, [0; 32]),
            [near.id, far.id]
        );
    }

    #[test]
    fn ties_depend_on_the_key_and_not_on_the_id() {
        let equal: Vec<Sample> = (1..=8).map(|id| sample().id(id)).collect();

        let one = order(&equal, 8, [1; 32]);
        let other = order(&equal, 8, [2; 32]);

        assert_ne!(one, other);
    }

    #[test]
    fn the_limit_takes_the_same_first_places_among_equals() {
        let equal: Vec<Sample> = (1..=8).map(|id| sample().id(id)).collect();

        assert_eq!(order(&equal, 3, [1; 32]), order(&equal, 8, [1; 32])[..3]);
        assert!(order(&equal, 0, [1; 32]).is_empty());
    }
}
