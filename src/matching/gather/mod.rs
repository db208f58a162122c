//! From the columns of a snapshot to candidates: what rules out most entries is asked of whole
//! columns first.

mod columns;
mod reader;
mod roll;
mod terms;
#[cfg(test)]
mod tests;

use search_index::{HitAddress, TermOrd, Vocabulary};

use super::model::ask::Demand;
use super::model::candidate::Candidate;
use super::model::funnel::{NearMisses, Relaxation};
use super::model::hard;
use super::model::ranking::{Contest, Ranking};
use super::model::rule::Rule;
use columns::SkillColumns;
use reader::{NeedTerms, Reader, Scratch};
use terms::TermFamily;

pub use roll::Roll;

/// Ranks all entries for a need.
pub fn rank(
    roll: &Roll<'_>,
    demand: &Demand<'_>,
    vocabulary: &Vocabulary,
    limit: usize,
) -> Ranking {
    let terms = NeedTerms::of(demand, vocabulary);
    let mut contest = Contest::new(demand);
    let mut scratch = Scratch::default();
    for (segment, page) in roll.pages.iter().enumerate() {
        let reader = Reader::new(page.segment, demand, &terms);
        let able = reader.able();
        for (entry, broken) in page.entries(demand) {
            let broken = broken.with(Rule::Level, !able[entry]);
            let is_visible = page.is_visible(entry);
            if broken.is_empty() {
                let candidate = reader.candidate(entry, &mut scratch);
                contest.consider(HitAddress { segment, entry }, &candidate);
            } else if is_visible && !broken.contains(Rule::Level) {
                let candidate = reader.candidate(entry, &mut scratch);
                contest.turn_away(broken.union(hard::on_card(&candidate, demand)), is_visible);
            } else {
                contest.turn_away(broken, is_visible);
            }
        }
    }
    contest.finish(limit)
}

/// What would let somebody fit a need that nobody fits.
pub(crate) fn relax(
    roll: &Roll<'_>,
    demand: &Demand<'_>,
    vocabulary: &Vocabulary,
) -> Option<Relaxation> {
    let terms = NeedTerms::of(demand, vocabulary);
    let mut misses = NearMisses::default();
    let mut scratch = Scratch::default();
    for page in &roll.pages {
        let reader = Reader::new(page.segment, demand, &terms);
        for (entry, broken) in page.entries(demand) {
            if broken.is_empty() || broken.only() == Some(Rule::Quota) {
                misses.consider(&reader.candidate(entry, &mut scratch), demand);
            }
        }
    }
    misses.cheapest(demand.ask.sight)
}

/// Looks at one entry as a candidate for a need.
pub(crate) fn visit<T>(
    roll: &Roll<'_>,
    address: HitAddress,
    demand: &Demand<'_>,
    vocabulary: &Vocabulary,
    look: impl FnOnce(&Candidate<'_>) -> T,
) -> T {
    let terms = NeedTerms::of(demand, vocabulary);
    let reader = Reader::new(roll.pages[address.segment].segment, demand, &terms);
    look(&reader.candidate(address.entry, &mut Scratch::default()))
}

/// Whether an entry holds a term, or a narrower one, at this level.
pub(crate) fn holds(
    roll: &Roll<'_>,
    address: HitAddress,
    term: (TermOrd, u8),
    vocabulary: &Vocabulary,
) -> bool {
    let family = TermFamily::of(term.0, vocabulary);
    let columns = SkillColumns::of(&family, roll.pages[address.segment].segment);

    columns.claims(address.entry, term.1).reach(term.1)
}
