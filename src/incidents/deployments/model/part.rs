//! What somebody is to a deployment, and what each may do with it.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

/// A side of a deployment.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Part {
    /// Who is helped.
    Town,
    /// Who sends them.
    Employer,
    /// Who helps.
    Expert,
    /// The desk, which says what a town said.
    Coordinator,
}

/// What is done with a committed deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Act {
    /// It begins.
    Start,
    /// It is to last longer.
    AskForMore,
    /// Whoever helps says whether they stay.
    StayOn,
    /// The employer says whether they may.
    ReleaseForMore,
    /// They are called back.
    CallBack,
    /// It is over.
    End,
    /// It is called off before it began.
    Cancel,
    /// Somebody is sought who takes over.
    SeekSuccessor,
}

impl Part {
    /// As what somebody acts who is several of these: whoever helps before whoever is helped.
    pub const RANKED: [Self; 4] = [Self::Expert, Self::Employer, Self::Town, Self::Coordinator];

    /// Whether this side may do that. Each side may end it at any time (conditions, 10); nobody answers for another one.
    #[expect(clippy::match_same_arms, reason = "each act asks its own question")]
    pub const fn may(self, act: Act) -> bool {
        match (act, self) {
            (Act::End | Act::Cancel, _) => true,
            (Act::Start, Self::Town | Self::Coordinator | Self::Expert) => true,
            (Act::Start, Self::Employer) => false,
            (Act::AskForMore | Act::SeekSuccessor, Self::Town | Self::Coordinator) => true,
            (Act::AskForMore | Act::SeekSuccessor, Self::Employer | Self::Expert) => false,
            (Act::CallBack, Self::Employer | Self::Expert) => true,
            (Act::CallBack, Self::Town | Self::Coordinator) => false,
            (Act::StayOn, Self::Expert) => true,
            (Act::StayOn, Self::Town | Self::Coordinator | Self::Employer) => false,
            (Act::ReleaseForMore, Self::Employer) => true,
            (Act::ReleaseForMore, Self::Town | Self::Coordinator | Self::Expert) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(act: Act) -> Vec<Part> {
        let all = Part::VARIANTS.iter().copied();
        all.filter(|part| part.may(act)).collect()
    }

    #[test]
    fn everything_can_be_done_by_somebody_and_an_end_by_everybody() {
        for act in Act::VARIANTS {
            assert!(!sides(*act).is_empty(), "{act:?}");
        }
        assert_eq!(sides(Act::End), Part::VARIANTS);
        assert_eq!(sides(Act::Cancel), Part::VARIANTS);
    }

    #[test]
    fn each_key_of_a_later_end_is_turned_by_one_side_and_by_none_that_asks() {
        let asks = sides(Act::AskForMore);
        for key in [Act::StayOn, Act::ReleaseForMore] {
            let [side] = sides(key)[..] else {
                panic!("{key:?} is turned by several");
            };
            assert!(!asks.contains(&side), "{side:?} asks and answers");
        }
        assert_ne!(sides(Act::StayOn), sides(Act::ReleaseForMore));
    }

    #[test]
    fn whoever_calls_back_is_not_who_is_helped() {
        assert_eq!(sides(Act::CallBack), [Part::Employer, Part::Expert]);
    }
}
