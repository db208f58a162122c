//! Whose turn it is: whoever looks beforehand sees the same as is asked then.

use std::collections::HashSet;

use super::pick::{Choosable, Field};
use crate::clock::Instant;
use crate::ids::ExpertId;
use crate::incidents::requests::model::{Need, Situation, Step, WaveRule};

/// What is to be done for a need, and with whom.
pub(super) struct Turn<'a> {
    /// What.
    pub(super) step: Step,
    /// Who is asked as the town's own provider, if anybody is.
    pub(super) at_home: Vec<&'a Choosable>,
    /// Who else may be asked, best first.
    pub(super) others: Vec<&'a Choosable>,
}

impl<'a> Turn<'a> {
    /// Of a need, but for those who were taken by another one.
    pub(super) fn of(
        rule: &WaveRule,
        (situation, need): (&Situation, &Need),
        (field, taken): (&'a Field, &HashSet<ExpertId>),
        now: Instant,
    ) -> Self {
        let stand = situation.stand(need);
        let odds = |next: &[&Choosable]| {
            let next: Vec<ExpertId> = next.iter().map(|one| one.expert).collect();
            situation.odds(need, (&field.chances, &next), now)
        };
        let free = field.list(need).iter();
        let mut others: Vec<_> = free.filter(|one| !taken.contains(&one.expert)).collect();
        let own = others.iter().copied().filter(|one| one.is_at_home);
        let mut at_home: Vec<_> = own.collect();
        at_home.truncate(rule.at_home(&stand, &odds(&at_home), now).into());
        let is_own = |one: &Choosable| at_home.iter().any(|own| own.expert == one.expert);
        others.retain(|one| !is_own(one));
        Self {
            step: rule.step(&stand, &odds(&others), now),
            at_home,
            others,
        }
    }
}
