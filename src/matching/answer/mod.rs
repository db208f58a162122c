//! The answer to an ask: candidates with reasons for each need, counts of the others, and a team.

mod team;
#[cfg(test)]
mod tests;

use search_index::{HitAddress, Localised, Snapshot, Vocabulary};
use uuid::Uuid;

use super::explain;
use super::gather::{self, Roll};
use super::model::ask::{Ask, Demand, Need, Sight};
use super::model::card_funnel::CardReason;
use super::model::factors::{FACTORS, FULL, Factor, Score};
use super::model::funnel::{Funnel, Relaxation};
use super::model::ranking::{Ranking, Scored};
use super::model::rule::Rule;
use super::team::exact::Limits;

pub use team::{Cover, Member, Team};

/// Candidates for each need that the choice of a team looks at.
const TEAM_POOL: usize = 40;

/// What matching answers. The same ask over the same snapshot gives the same answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// For each need, in the order asked.
    pub needs: Vec<NeedAnswer>,
    /// The best team.
    pub team: Team,
}

/// Who fits a need, and why the others do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedAnswer {
    /// The best, best first.
    pub candidates: Vec<Match>,
    /// How many fit.
    pub eligible: u32,
    /// The others, each under one reason, in the order of the rules.
    pub excluded: Vec<Exclusion>,
    /// Both numbers in a sentence.
    pub funnel: Localised,
    /// What would let somebody fit; only when nobody does.
    pub relaxation: Option<Relaxation>,
}

/// A candidate with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Id of the entry.
    pub id: Uuid,
    /// Where it stands in the snapshot asked.
    pub address: HitAddress,
    /// Sum of all points, of 10,000,000.
    pub score: i64,
    /// All eight factors, in their order.
    pub factors: [FactorShare; 8],
}

/// What a factor adds to a score, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorShare {
    /// The factor.
    pub factor: Factor,
    /// Of 1,000.
    pub weight: i64,
    /// Of 10,000.
    pub value: i64,
    /// Weight × value.
    pub points: i64,
    /// The most points the factor can add.
    pub max: i64,
    /// The reason.
    pub text: Localised,
}

/// How many entries a reason keeps away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// The rule by its name on the wire, or `OTHER`.
    pub reason: &'static str,
    /// Entries it keeps away, each under one reason; none when whoever asks is not told how few.
    pub count: Option<u32>,
    /// What it means.
    pub text: Localised,
}

/// Answers an ask from one snapshot, with at most `limit` candidates for each need.
pub fn answer(
    snapshot: &Snapshot,
    vocabulary: &Vocabulary,
    ask: &Ask,
    needs: &[Need],
    limit: usize,
) -> Answer {
    let demands: Vec<Demand<'_>> = needs.iter().map(|need| Demand::new(ask, need)).collect();
    let register = Register {
        roll: Roll::call(snapshot, ask),
        vocabulary,
        demands: &demands,
    };
    register.answer(needs, limit)
}

/// What an answer is drawn from.
struct Register<'a> {
    roll: Roll<'a>,
    vocabulary: &'a Vocabulary,
    demands: &'a [Demand<'a>],
}

impl Register<'_> {
    fn answer(&self, needs: &[Need], limit: usize) -> Answer {
        let pool = limit.max(TEAM_POOL);
        let rankings: Vec<Ranking> = self
            .demands
            .iter()
            .map(|demand| gather::rank(&self.roll, demand, self.vocabulary, pool))
            .collect();
        let relaxations: Vec<Option<Relaxation>> = self
            .demands
            .iter()
            .zip(&rankings)
            .map(|(demand, ranking)| self.relaxation(demand, &ranking.funnel))
            .collect();
        let team = self.team(needs, &rankings, &relaxations, Limits::default());
        let answers = self.demands.iter().zip(&rankings).zip(relaxations);

        Answer {
            needs: answers
                .map(|((demand, ranking), relaxation)| {
                    self.need(demand, ranking, relaxation, limit)
                })
                .collect(),
            team,
        }
    }

    fn relaxation(&self, demand: &Demand<'_>, funnel: &Funnel) -> Option<Relaxation> {
        if funnel.eligible() > 0 {
            return None;
        }
        gather::relax(&self.roll, demand, self.vocabulary)
    }

    fn need(
        &self,
        demand: &Demand<'_>,
        ranking: &Ranking,
        relaxation: Option<Relaxation>,
        limit: usize,
    ) -> NeedAnswer {
        let funnel = &ranking.funnel;
        let (excluded, sentence) = match demand.ask.sight {
            Sight::Everything => (excluded(funnel), explain::funnel(funnel)),
            Sight::Cards => told(funnel),
        };
        let best = ranking.best.iter().take(limit);

        NeedAnswer {
            candidates: best.map(|scored| self.explained(demand, scored)).collect(),
            eligible: funnel.eligible(),
            excluded,
            funnel: sentence,
            relaxation,
        }
    }

    fn explained(&self, demand: &Demand<'_>, scored: &Scored) -> Match {
        let share = |score: &Score, factor: Factor, text: Localised| FactorShare {
            factor,
            weight: factor.weight(),
            value: score.value(factor),
            points: score.points(factor),
            max: factor.weight() * FULL,
            text,
        };
        let factors = gather::visit(
            &self.roll,
            scored.address,
            demand,
            self.vocabulary,
            |candidate| {
                FACTORS.map(|(factor, _)| {
                    let text = explain::factor(factor, candidate, demand, self.vocabulary);
                    share(&scored.score, factor, text)
                })
            },
        );

        Match {
            id: scored.id,
            address: scored.address,
            score: scored.score.total(),
            factors,
        }
    }
}

/// Every rule that keeps somebody away, with how many.
fn excluded(funnel: &Funnel) -> Vec<Exclusion> {
    let exclusion = |(rule, count): (Rule, u32)| Exclusion {
        reason: rule.id(),
        count: Some(count),
        text: explain::reason(rule),
    };
    funnel.excluded().map(exclusion).collect()
}

/// What those who see cards only are told.
fn told(funnel: &Funnel) -> (Vec<Exclusion>, Localised) {
    let told = funnel.cards().told();
    let counts = told.iter().map(|(_, count)| *count);
    let total = counts.sum::<Option<u32>>();
    let sentence = explain::card_funnel(
        funnel.eligible(),
        total.map(|total| total + funnel.eligible()),
    );
    let exclusion = |(reason, count): (CardReason, Option<u32>)| Exclusion {
        reason: reason.id(),
        count,
        text: explain::card_reason(reason),
    };
    (told.into_iter().map(exclusion).collect(), sentence)
}
