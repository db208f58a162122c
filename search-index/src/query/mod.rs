//! From what was typed to the entries it means.

mod concept;
mod dictionary;
mod matcher;
mod parse;
mod text_hits;
mod weights;

pub(crate) use concept::Concept;
pub(crate) use parse::ParsedText;
pub(crate) use text_hits::TextHits;
pub(crate) use weights::skill_strength;

use crate::snapshot::BitSet;
use crate::{Instant, Snapshot};

/// What a text is looked up in: entries somebody may see, at a moment.
///
/// Words only hidden entries have are unknown words, so that no answer tells of them.
#[derive(Clone, Copy)]
pub(crate) struct Visible<'a> {
    pub(crate) snapshot: &'a Snapshot,
    /// One set a segment.
    pub(crate) entries: &'a [BitSet],
    pub(crate) now: Instant,
}
