//! The funnel for those who see cards only.
//!
//! They learn of an entry what its card says and whether it is a candidate, and nothing from the numbers: skills,
//! languages and mode stand on cards and are counted; every other reason (quota, conflict, block, clearance, journey,
//! absences, deployments) is one number, and so is what fewer than three entries lack. Entries they cannot find are not
//! counted at all. So a count depends on cards and candidates alone, whichever needs are compared.

use super::rule::{Rule, RuleSet};
use crate::search::told;

/// Why an entry whose card can be seen is no candidate, as far as its card tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum CardReason {
    /// A required skill is missing, or its level is too low.
    Level,
    /// A language asked is missing, or not good enough.
    Language,
    /// It works elsewhere than the need asks: at the place or from afar.
    Mode,
    /// Something that stands on no card, or that too few lack.
    Other,
}

impl CardReason {
    /// The name on the wire; those of the rules where there is one.
    pub fn id(self) -> &'static str {
        match self {
            Self::Level => Rule::Level.id(),
            Self::Language => Rule::Language.id(),
            Self::Mode => Rule::Mode.id(),
            Self::Other => "OTHER",
        }
    }

    /// What stands on cards, in the order in which it is asked.
    const ON_CARDS: [(Self, Rule); 3] = [
        (Self::Level, Rule::Level),
        (Self::Language, Rule::Language),
        (Self::Mode, Rule::Mode),
    ];

    fn of(broken: RuleSet) -> Self {
        let mut on_cards = Self::ON_CARDS.into_iter();
        on_cards
            .find(|(_, rule)| broken.contains(*rule))
            .map_or(Self::Other, |(reason, _)| reason)
    }
}

/// Counts of entries that can be seen and are no candidates, each once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardFunnel {
    counts: [u32; 4],
}

impl CardFunnel {
    /// Whether a relaxation of the rule tells no more than cards do.
    pub fn may_tell(rule: Rule) -> bool {
        CardReason::of(RuleSet::default().with(rule, true)) != CardReason::Other
    }

    /// Counts a visible entry that breaks these rules. Of the rules on cards the first must be among them.
    pub fn count(&mut self, broken: RuleSet) {
        self.counts[CardReason::of(broken) as usize] += 1;
    }

    /// The reasons with how many, none for fewer than three; and never a reason for fewer than three.
    pub fn told(&self) -> Vec<(CardReason, Option<u32>)> {
        let mut other = self.counts[CardReason::Other as usize];
        let mut reasons = Vec::new();
        for (reason, _) in CardReason::ON_CARDS {
            let count = self.counts[reason as usize];
            match told(count) {
                Some(0) => {}
                Some(count) => reasons.push((reason, Some(count))),
                None => other += count,
            }
        }
        if other > 0 {
            reasons.push((CardReason::Other, told(other)));
        }
        reasons
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn funnel(broken: &[RuleSet]) -> CardFunnel {
        let mut funnel = CardFunnel::default();
        for broken in broken {
            funnel.count(*broken);
        }
        funnel
    }

    fn only(rule: Rule) -> RuleSet {
        RuleSet::default().with(rule, true)
    }

    /// Rules that visible entries can break and that stand on no card.
    const HIDDEN: [Rule; 7] = [
        Rule::Quota,
        Rule::Conflict,
        Rule::Block,
        Rule::Clearance,
        Rule::Travel,
        Rule::Window,
        Rule::Load,
    ];
    const ON_CARDS: [Rule; 3] = [Rule::Level, Rule::Language, Rule::Mode];

    fn hidden() -> impl Strategy<Value = Rule> {
        prop::sample::select(&HIDDEN[..])
    }

    fn any_broken() -> impl Strategy<Value = RuleSet> {
        prop::sample::subsequence([HIDDEN.as_slice(), &ON_CARDS].concat(), 1..4).prop_map(|rules| {
            let sets = rules.into_iter().map(only);
            sets.fold(RuleSet::default(), RuleSet::union)
        })
    }

    #[test]
    fn what_stands_on_cards_is_told_from_three_on() {
        let few = [only(Rule::Level), only(Rule::Level), only(Rule::Travel)];
        let more = [few.as_slice(), &[only(Rule::Level)]].concat();

        assert_eq!(funnel(&few).told(), [(CardReason::Other, Some(3))]);
        assert_eq!(
            funnel(&more).told(),
            [(CardReason::Level, Some(3)), (CardReason::Other, None)]
        );
        assert_eq!(funnel(&[]).told(), []);
    }

    #[test]
    fn what_stands_on_no_card_comes_after_what_does() {
        let blocked_and_unable = only(Rule::Block).with(Rule::Level, true);

        let told = funnel(&[blocked_and_unable; 3]).told();

        assert_eq!(told, [(CardReason::Level, Some(3))]);
    }

    proptest! {
        /// Whatever keeps an entry away that stands on no card: the answer is the same.
        #[test]
        fn the_reason_that_stands_on_no_card_changes_nothing(
            others in prop::collection::vec(any_broken(), 0..12),
            place in 0..12usize,
            (one, another) in (hidden(), hidden()),
        ) {
            let with = |rule| {
                let mut all = others.clone();
                all.insert(place.min(others.len()), only(rule));
                funnel(&all).told()
            };

            prop_assert_eq!(with(one), with(another));
        }

        /// No number of one or two is told, and none follows, also for whoever knows how many entries there are in all:
        /// for each hidden reason of one or two there is a register as large with the same answer.
        #[test]
        fn no_hidden_reason_of_one_or_two_can_be_worked_out(broken in prop::collection::vec(any_broken(), 0..20)) {
            let told = funnel(&broken).told();

            prop_assert!(told.iter().all(|(_, count)| count.is_none_or(|count| count >= 3)), "{:?}", told);
            for rule in HIDDEN {
                let is_it = |set: &RuleSet| set.first() == Some(rule) && CardReason::of(*set) == CardReason::Other;
                let few = broken.iter().filter(|set| is_it(set)).count();
                let instead = if rule == Rule::Window { Rule::Load } else { Rule::Window };
                let changed: Vec<_> = broken.iter().map(|set| if is_it(set) { only(instead) } else { *set }).collect();

                prop_assert!(changed.iter().all(|set| few == 0 || !is_it(set)));
                prop_assert_eq!(funnel(&changed).told(), told.clone());
            }
        }

        #[test]
        fn a_few_who_lack_what_stands_on_cards_are_among_the_others(
            others in 0..5u32,
            (rule, few) in (prop::sample::select(&ON_CARDS[..]), 1..=2u32),
        ) {
            let mut with_reason = CardFunnel::default();
            let mut without = CardFunnel::default();
            for _ in 0..others {
                with_reason.count(only(Rule::Travel));
                without.count(only(Rule::Travel));
            }
            for _ in 0..few {
                with_reason.count(only(rule));
                without.count(only(Rule::Travel));
            }

            prop_assert_eq!(with_reason.told(), without.told());
        }
    }
}
