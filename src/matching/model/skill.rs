//! What a skill that is held is worth for a skill that is asked.

use search_index::Evidence;

use super::ask::NeedSkill;

/// A level with its evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// 1–4.
    pub level: u8,
    /// How it is known.
    pub evidence: Evidence,
}

/// What an entry holds of a term and of the terms around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// The term itself.
    pub own: Option<Claim>,
    /// The best of the narrower terms, at any depth: holding one is holding the term.
    pub narrower: Option<Claim>,
    /// The next broader term.
    pub broader: Option<Claim>,
    /// The best of the other narrower terms of the next broader one.
    pub sibling: Option<Claim>,
}

/// How a claim relates to the term asked, closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The term itself or a narrower one.
    Same,
    /// The next broader term: counts 60 %.
    Broader,
    /// A sibling: counts 40 %.
    Sibling,
}

impl Relation {
    /// Percent of the level that counts.
    fn credit(self) -> i64 {
        match self {
            Self::Same => 100,
            Self::Broader => 60,
            Self::Sibling => 40,
        }
    }
}

/// Percent that evidence lets a level count.
fn evidence_percent(evidence: Evidence) -> i64 {
    match evidence {
        Evidence::SelfDeclared => 85,
        Evidence::Employer => 95,
        Evidence::Certified | Evidence::Deployment => 100,
    }
}

/// Value of a level, both in tenths: 7,000 when just reached, 10,000 at level 4, falling as the
/// square below.
fn level_value(have: i64, need: i64) -> i64 {
    const TOP: i64 = 40;
    if have < need {
        return 7_000 * have * have / (need * need);
    }
    if need >= TOP {
        return 10_000;
    }
    7_000 + 3_000 * (have.min(TOP) - need) / (TOP - need)
}

impl Claim {
    /// Value in basis points for a level asked.
    pub fn worth(self, min_level: u8, relation: Relation) -> i64 {
        let have = i64::from(self.level) * relation.credit() / 10;
        let need = i64::from(min_level.clamp(1, 4)) * 10;

        level_value(have, need) * evidence_percent(self.evidence) / 100
    }

    /// Of two claims of the same relation the one worth more; the first when they are equal.
    ///
    /// If either reaches the level asked, so does the one returned: reaching it is worth at least
    /// 5,950, missing it at most 3,937.
    pub fn better(one: Option<Self>, other: Option<Self>, min_level: u8) -> Option<Self> {
        let worth = |claim: Option<Self>| claim.map(|c| c.worth(min_level, Relation::Same));
        if worth(other) > worth(one) {
            other
        } else {
            one
        }
    }
}

impl Claims {
    /// The claim worth most for the skill asked, with its value; `None` when nothing related is
    /// held.
    pub fn best(&self, asked: &NeedSkill) -> Option<(Claim, Relation, i64)> {
        let mut best: Option<(Claim, Relation, i64)> = None;
        for (claim, relation) in self.each() {
            let worth = claim.worth(asked.min_level, relation);
            if best.is_none_or(|(_, _, most)| worth > most) {
                best = Some((claim, relation, worth));
            }
        }
        best
    }

    /// Value in basis points for the skill asked; 0 when nothing related is held.
    pub fn worth(&self, asked: &NeedSkill) -> i64 {
        self.best(asked).map_or(0, |(_, _, worth)| worth)
    }

    /// Whether the term or a narrower one is held at this level. Related terms never satisfy.
    pub fn reach(&self, level: u8) -> bool {
        let reaches = |claim: Option<Claim>| claim.is_some_and(|claim| claim.level >= level);
        reaches(self.own) || reaches(self.narrower)
    }

    fn each(&self) -> impl Iterator<Item = (Claim, Relation)> {
        [
            (self.own, Relation::Same),
            (self.narrower, Relation::Same),
            (self.broader, Relation::Broader),
            (self.sibling, Relation::Sibling),
        ]
        .into_iter()
        .filter_map(|(claim, relation)| Some((claim?, relation)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Evidence::{Certified, Deployment, Employer, SelfDeclared};

    fn certified(level: u8) -> Claim {
        Claim {
            level,
            evidence: Certified,
        }
    }

    fn worth(level: u8, min_level: u8, relation: Relation) -> i64 {
        certified(level).worth(min_level, relation)
    }

    #[test]
    fn the_top_level_is_worth_everything() {
        for min_level in 1..=4 {
            assert_eq!(worth(4, min_level, Relation::Same), 10_000);
        }
    }

    #[test]
    fn just_reaching_a_level_is_worth_seven_tenths() {
        for min_level in 1..=3 {
            assert_eq!(worth(min_level, min_level, Relation::Same), 7_000);
        }
        assert_eq!(worth(3, 2, Relation::Same), 8_500);
    }

    #[test]
    fn missing_a_level_costs_the_square() {
        assert_eq!(worth(2, 4, Relation::Same), 1_750);
        assert_eq!(worth(3, 4, Relation::Same), 3_937);
    }

    #[test]
    fn related_terms_count_in_part() {
        assert_eq!(worth(4, 3, Relation::Broader), 4_480); // 2.4 of 3
        assert_eq!(worth(4, 3, Relation::Sibling), 1_991); // 1.6 of 3
    }

    #[test]
    fn evidence_weighs() {
        let with = |evidence| Claim { level: 4, evidence }.worth(4, Relation::Same);

        assert_eq!(with(SelfDeclared), 8_500);
        assert_eq!(with(Employer), 9_500);
        assert_eq!(with(Certified), 10_000);
        assert_eq!(with(Deployment), 10_000);
    }

    #[test]
    fn a_narrower_term_satisfies_and_related_ones_never_do() {
        let narrower = Claims {
            narrower: Some(certified(3)),
            ..Claims::default()
        };
        let related = Claims {
            broader: Some(certified(4)),
            sibling: Some(certified(4)),
            ..Claims::default()
        };

        assert!(narrower.reach(3));
        assert!(!narrower.reach(4));
        assert!(!related.reach(1));
    }

    #[test]
    fn the_better_claim_reaches_the_level_if_either_does() {
        let claims = [SelfDeclared, Employer, Certified]
            .into_iter()
            .flat_map(|evidence| (1..=4).map(move |level| Some(Claim { level, evidence })));
        for one in claims.clone() {
            for other in claims.clone() {
                for min_level in 1..=4 {
                    let reaches = |claim: Option<Claim>| claim.unwrap().level >= min_level;

                    let better = Claim::better(one, other, min_level);

                    assert_eq!(reaches(better), reaches(one) || reaches(other));
                }
            }
        }
    }
}
