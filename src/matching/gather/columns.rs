//! The columns of one segment that bear on a skill asked.

use search_index::{PackedSkill, Segment};

use super::terms::TermFamily;
use crate::matching::model::skill::{Claim, Claims};

/// One byte an entry for the term and each term around it; terms nobody in the segment holds have
/// no column.
pub(super) struct SkillColumns<'a> {
    own: Option<&'a [PackedSkill]>,
    narrower: Vec<&'a [PackedSkill]>,
    broader: Option<&'a [PackedSkill]>,
    siblings: Vec<&'a [PackedSkill]>,
}

impl<'a> SkillColumns<'a> {
    /// Looks the columns up.
    pub(super) fn of(family: &TermFamily, segment: &'a Segment) -> Self {
        let all = |terms: &[_]| {
            terms
                .iter()
                .filter_map(|term| segment.levels(*term))
                .collect()
        };

        Self {
            own: segment.levels(family.own),
            narrower: all(&family.narrower),
            broader: family.broader.and_then(|term| segment.levels(term)),
            siblings: all(&family.siblings),
        }
    }

    /// What an entry holds; of several narrower terms or siblings the one worth most at this level.
    pub(super) fn claims(&self, entry: usize, min_level: u8) -> Claims {
        let best = |columns: &[&[PackedSkill]]| {
            let claims = columns.iter().map(|column| claim(column, entry));
            claims.fold(None, |best, claim| Claim::better(best, claim, min_level))
        };

        Claims {
            own: self.own.and_then(|column| claim(column, entry)),
            narrower: best(&self.narrower),
            broader: self.broader.and_then(|column| claim(column, entry)),
            sibling: best(&self.siblings),
        }
    }

    /// Takes away everybody who holds neither the term nor a narrower one at this level.
    pub(super) fn screen(&self, able: &mut [bool], min_level: u8) {
        let mut reached = vec![false; able.len()];
        for column in self.own.iter().chain(&self.narrower) {
            for (reached, held) in reached.iter_mut().zip(column.iter()) {
                *reached |= held.level() >= min_level;
            }
        }
        for (able, reached) in able.iter_mut().zip(reached) {
            *able &= reached;
        }
    }
}

fn claim(column: &[PackedSkill], entry: usize) -> Option<Claim> {
    let held = column.get(entry)?;
    held.is_held().then(|| Claim {
        level: held.level(),
        evidence: held.evidence(),
    })
}
