//! Full-text and faceted search over masked expert entries: tantivy, fenced off.
//!
//! The crate knows plain documents. It holds no database, no HTTP and no identity: what an
//! [`ExpertDocument`] does not carry cannot be found, counted, sorted by or shown.
//!
//! [`Index::open`] gives an [`Index`], its [`Writer`] takes entries and commits, each commit makes
//! a [`Snapshot`], and a snapshot answers a [`SearchRequest`].

mod analysis;
mod distance;
mod document;
mod index;
mod knowledge;
mod names;
mod query;
mod readiness;
mod request;
mod search;
mod snapshot;
mod vocabulary;

pub use analysis::Language;
pub use distance::{rounded_km, unit_vector};
pub use document::{
    Availability, Cefr, Certification, EntryKind, Evidence, ExpertDocument, Instant, LanguageSkill,
    Localised, Place, Readiness, Skill, Standing, WorkMode,
};
pub use index::{Index, IndexError, Opened, RebuildReason, Writer};
pub use readiness::{ReadinessAt, readiness_at};
pub use request::{Filters, Near, Scope, SearchRequest, Sort};
pub use search::{
    Facets, Highlight, HighlightedField, Hit, LandCount, MatchedTerm, ModeCount, ReadinessCount,
    SearchResult, TermCount,
};
pub use snapshot::{HitAddress, PackedSkill, Segment, Snapshot};
pub use vocabulary::{Axis, Term, TermOrd, Vocabulary, VocabularyError};
