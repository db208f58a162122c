//! A skill in one byte.

use crate::{Evidence, Skill};

/// Level and evidence of a skill, or that there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PackedSkill(u8);

impl PackedSkill {
    /// Nobody's skill.
    pub const NONE: Self = Self(0);

    /// The level of a skill is held between 1 and 4.
    pub fn new(skill: Skill) -> Self {
        let evidence = match skill.evidence {
            Evidence::SelfDeclared => 0,
            Evidence::Employer => 1,
            Evidence::Certified => 2,
            Evidence::Deployment => 3,
        };
        Self(skill.level.clamp(1, 4) | evidence << 3)
    }

    /// 1–4, or 0 for none.
    pub fn level(self) -> u8 {
        self.0 & 0b111
    }

    /// How it is known; the weakest for none.
    pub fn evidence(self) -> Evidence {
        match self.0 >> 3 {
            0 => Evidence::SelfDeclared,
            1 => Evidence::Employer,
            2 => Evidence::Certified,
            _ => Evidence::Deployment,
        }
    }

    /// Whether there is a skill at all.
    pub fn is_held(self) -> bool {
        self.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TermOrd;

    #[test]
    fn level_and_evidence_come_back() {
        for level in 1..=4 {
            for evidence in [
                Evidence::SelfDeclared,
                Evidence::Employer,
                Evidence::Certified,
                Evidence::Deployment,
            ] {
                let term = TermOrd(0);
                let packed = PackedSkill::new(Skill {
                    term,
                    level,
                    evidence,
                });

                assert_eq!((packed.level(), packed.evidence()), (level, evidence));
                assert!(packed.is_held());
            }
        }
        assert!(!PackedSkill::NONE.is_held());
    }
}
