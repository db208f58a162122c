//! Which demo.

use std::fmt;
use std::str::FromStr;

/// How large a demo is and which one: the same plan on the same day is the same demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Entries of the register.
    pub experts: usize,
    /// Which of all demos of this size.
    pub seed: u64,
}

/// The text is not a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a plan is written like seed=7 experts=600")]
pub struct MalformedPlan;

impl Default for Plan {
    fn default() -> Self {
        Self {
            experts: 600,
            seed: 7,
        }
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "seed={} experts={}", self.seed, self.experts)
    }
}

impl FromStr for Plan {
    type Err = MalformedPlan;

    fn from_str(text: &str) -> Result<Self, MalformedPlan> {
        let (seed, experts) = text.split_once(' ').ok_or(MalformedPlan)?;
        let seed = seed.strip_prefix("seed=").ok_or(MalformedPlan)?;
        let experts = experts.strip_prefix("experts=").ok_or(MalformedPlan)?;
        Ok(Self {
            seed: seed.parse().map_err(|_| MalformedPlan)?,
            experts: experts.parse().map_err(|_| MalformedPlan)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_reads_back_what_it_writes() {
        let plan = Plan {
            experts: 60,
            seed: 8,
        };

        assert_eq!(plan.to_string().parse(), Ok(plan));
    }

    #[test]
    fn what_is_no_plan_is_refused() {
        for text in ["", "seed=7", "experts=600 seed=7", "seed=x experts=1"] {
            assert_eq!(text.parse::<Plan>(), Err(MalformedPlan));
        }
    }
}
