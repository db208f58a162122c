//! How many entries fit a need, what keeps the others away, and what would let somebody fit.

use super::ask::{Demand, Sight};
use super::candidate::Candidate;
use super::card_funnel::CardFunnel;
use super::hard;
use super::rule::{Rule, RuleSet};
use crate::search::told;

/// Counts of entries, each once: fitting, or under the first rule it breaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Funnel {
    eligible: u32,
    excluded: [u32; Rule::ALL.len()],
    cards: CardFunnel,
}

impl Funnel {
    /// Counts an entry that breaks these rules, and whether its card can be seen.
    pub fn count(&mut self, broken: RuleSet, is_visible: bool) {
        match broken.first() {
            None => self.eligible += 1,
            Some(rule) => self.excluded[rule.index()] += 1,
        }
        if is_visible && !broken.is_empty() {
            self.cards.count(broken);
        }
    }

    /// The same for those who see cards only.
    pub fn cards(&self) -> &CardFunnel {
        &self.cards
    }

    /// Entries that fit.
    pub fn eligible(&self) -> u32 {
        self.eligible
    }

    /// Entries considered.
    pub fn total(&self) -> u32 {
        self.eligible + self.excluded.iter().sum::<u32>()
    }

    /// The rules that kept somebody away, in order, with how many.
    pub fn excluded(&self) -> impl Iterator<Item = (Rule, u32)> {
        Rule::ALL
            .into_iter()
            .zip(self.excluded)
            .filter(|(_, count)| *count > 0)
    }
}

/// Dropping or lowering one rule, and how many would then fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// The rule. For [`Rule::Level`]: every required level lowered by one.
    pub rule: Rule,
    /// How many break nothing else; none when whoever asks is not told how few.
    pub yields: Option<u32>,
}

/// Entries that one relaxation would let in.
#[derive(Clone, Copy, Debug, Default)]
pub struct NearMisses {
    counts: [u32; Rule::ALL.len()],
}

impl NearMisses {
    /// What those who ask may change, cheapest first. Admission, consent, conflicts, blocks and
    /// rest are not theirs.
    pub const PREFERENCE: [Rule; 7] = [
        Rule::Mode,
        Rule::Window,
        Rule::Travel,
        Rule::Level,
        Rule::Language,
        Rule::Quota,
        Rule::Clearance,
    ];

    /// Counts the candidate when it breaks one rule only, and when that can be relaxed.
    pub fn consider(&mut self, candidate: &Candidate<'_>, demand: &Demand<'_>) {
        let Some(rule) = hard::broken(candidate, demand).only() else {
            return;
        };
        let beyond_reach = rule == Rule::Level && hard::misses_levels(candidate.claims, demand, 1);
        if !beyond_reach {
            self.counts[rule.index()] += 1;
        }
    }

    /// The cheapest relaxation that lets somebody in, of those that whoever asks may learn of.
    pub fn cheapest(&self, sight: Sight) -> Option<Relaxation> {
        let count = |rule: Rule| self.counts[rule.index()];
        let may_tell = |rule: Rule| match sight {
            Sight::Everything => true,
            Sight::Cards => CardFunnel::may_tell(rule),
        };
        let rule = Self::PREFERENCE
            .into_iter()
            .find(|rule| count(*rule) > 0 && may_tell(*rule))?;

        Some(Relaxation {
            rule,
            yields: match sight {
                Sight::Everything => Some(count(rule)),
                Sight::Cards => told(count(rule)),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::sample::{Sample, ask, need, sample};
    use search_index::WorkMode;

    fn cheapest(samples: &[Sample]) -> Option<Relaxation> {
        cheapest_for(Sight::Everything, samples)
    }

    fn cheapest_for(sight: Sight, samples: &[Sample]) -> Option<Relaxation> {
        let (ask, need) = (ask(), need());
        let demand = Demand::new(&ask, &need);
        let mut misses = NearMisses::default();
        for sample in samples {
            misses.consider(&sample.candidate(), &demand);
        }
        misses.cheapest(sight)
    }

    #[test]
    fn an_entry_is_counted_under_the_first_rule_it_breaks() {
        let mut funnel = Funnel::default();

        funnel.count(RuleSet::default(), true);
        funnel.count(
            RuleSet::default()
                .with(Rule::Window, true)
                .with(Rule::Level, true),
            true,
        );

        assert_eq!(funnel.eligible(), 1);
        assert_eq!(funnel.total(), 2);
        assert_eq!(funnel.excluded().collect::<Vec<_>>(), [(Rule::Level, 1)]);
    }

    #[test]
    fn the_cheapest_relaxation_is_the_first_by_preference() {
        let far = sample().km(500);
        let remote = sample().mode(WorkMode::Remote);

        let relaxation = cheapest(&[far.clone(), far, remote]);

        assert_eq!(
            relaxation,
            Some(Relaxation {
                rule: Rule::Mode,
                yields: Some(1)
            })
        );
    }

    #[test]
    fn levels_are_lowered_by_one_and_not_dropped() {
        assert_eq!(cheapest(&[sample().level(1)]), None);
        assert_eq!(
            cheapest(&[sample().level(2)]).map(|found| found.rule),
            Some(Rule::Level)
        );
    }

    #[test]
    fn who_sees_cards_only_is_told_what_stands_on_them_and_not_how_few() {
        let mut far_and_spent = sample();
        far_and_spent.standing.days_left = Some(1);
        let hidden = [sample().km(500), far_and_spent];
        let low = sample().level(2);

        assert_eq!(cheapest_for(Sight::Cards, &hidden), None);
        assert_eq!(
            cheapest_for(Sight::Cards, &[low.clone(), hidden[0].clone()]),
            Some(Relaxation {
                rule: Rule::Level,
                yields: None
            })
        );
        assert_eq!(
            cheapest_for(Sight::Cards, &[low.clone(), low.clone(), low])
                .and_then(|found| found.yields),
            Some(3)
        );
    }

    #[test]
    fn two_broken_rules_are_not_a_near_miss() {
        assert_eq!(cheapest(&[sample().level(2).km(500)]), None);
    }

    #[test]
    fn consent_is_never_relaxed() {
        let mut hidden = sample();
        hidden.standing.consent = None;

        assert_eq!(cheapest(&[hidden]), None);
    }
}
