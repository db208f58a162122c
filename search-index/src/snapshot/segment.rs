//! Entries in columns, for matching and counting.

use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest, Sha256};
use tantivy::index::{SegmentId, SegmentReader};
use uuid::Uuid;

use super::bit_set::BitSet;
use super::columns::Columns;
use super::facet_value::{FacetRow, FacetValue};
use super::packed_skill::PackedSkill;
use crate::index::{Fields, IndexError};
use crate::{
    Certification, EntryKind, Instant, Readiness, Standing, TermOrd, Vocabulary, WorkMode,
};

/// A key for ties and the hash of every entry's id under it.
type Ties = ([u8; 32], Arc<[u64]>);

/// Part of a snapshot: entries numbered from 0, some of them deleted since.
///
/// Methods that take an entry panic when it is not below [`Segment::len`].
pub struct Segment {
    engine: SegmentReader,
    columns: Arc<Columns>,
    ties: Arc<Mutex<Option<Ties>>>,
}

impl Segment {
    /// The columns are taken over from `known` if that is the same segment.
    pub(super) fn load(
        engine: SegmentReader,
        known: Option<&Self>,
        fields: &Fields,
        vocabulary: &Vocabulary,
    ) -> Result<Self, IndexError> {
        let (columns, ties) = match known {
            Some(known) => (Arc::clone(&known.columns), Arc::clone(&known.ties)),
            None => (
                Arc::new(Columns::read(&engine, fields, vocabulary)?),
                Arc::default(),
            ),
        };
        Ok(Self {
            engine,
            columns,
            ties,
        })
    }

    pub(super) fn engine_id(&self) -> SegmentId {
        self.engine.segment_id()
    }

    pub(crate) fn engine(&self) -> &SegmentReader {
        &self.engine
    }

    /// How many entries there are, deleted ones included.
    pub fn len(&self) -> usize {
        self.columns.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.columns.ids.is_empty()
    }

    /// Whether an entry is still there.
    pub fn is_alive(&self, entry: usize) -> bool {
        let entry = u32::try_from(entry).unwrap_or(u32::MAX);
        !self.engine.is_deleted(entry)
    }

    /// Id of an entry.
    pub fn id(&self, entry: usize) -> Uuid {
        self.columns.ids[entry]
    }

    /// Employer of an entry.
    pub fn organisation(&self, entry: usize) -> Uuid {
        self.columns.organisations[entry]
    }

    /// Person or capacity.
    pub fn kind(&self, entry: usize) -> EntryKind {
        self.columns.kinds[entry]
    }

    /// People behind an entry.
    pub fn headcount(&self, entry: usize) -> u16 {
        self.columns.headcounts[entry]
    }

    /// Dated facts about an entry.
    pub fn standing(&self, entry: usize) -> Standing {
        self.columns.standings[entry]
    }

    /// Whether all facts hold at `now`.
    pub fn eligible(&self, entry: usize, now: Instant) -> bool {
        self.columns.eligible_from[entry] <= now && now < self.columns.eligible_until[entry]
    }

    /// Number of the Land.
    pub fn land(&self, entry: usize) -> u8 {
        self.columns.lands[entry]
    }

    /// Number of the Kreis.
    pub fn kreis(&self, entry: usize) -> u32 {
        self.columns.kreise[entry]
    }

    /// Place on the unit sphere.
    pub fn unit_vector(&self, entry: usize) -> [f32; 3] {
        self.columns.places[entry]
    }

    /// How far an entry travels, in road kilometres.
    pub fn radius_km(&self, entry: usize) -> u16 {
        self.columns.radii[entry]
    }

    /// Where an entry works.
    pub fn mode(&self, entry: usize) -> WorkMode {
        self.columns.modes[entry]
    }

    /// Longest deployment in days.
    pub fn max_days(&self, entry: usize) -> u16 {
        self.columns.max_days[entry]
    }

    /// Hours an entry needs between saying yes and starting.
    pub fn notice_hours(&self, entry: usize) -> u16 {
        self.columns.notices[entry]
    }

    /// Security clearance and its end.
    pub fn clearance(&self, entry: usize) -> (u8, Option<Instant>) {
        self.columns.clearances[entry]
    }

    /// Declared readiness and its date.
    pub fn readiness(&self, entry: usize) -> (Readiness, Option<Instant>) {
        self.columns.readiness[entry]
    }

    /// Weekdays on which an entry works, Monday in bit 0.
    pub fn weekdays(&self, entry: usize) -> u8 {
        self.columns.weekdays[entry]
    }

    /// Absences, sorted by start.
    pub fn absences(&self, entry: usize) -> &[(Instant, Instant)] {
        self.columns.absences.get(entry)
    }

    /// Deployments, sorted by start.
    pub fn commitments(&self, entry: usize) -> &[(Instant, Instant)] {
        self.columns.commitments.get(entry)
    }

    /// On-call duty, sorted by start.
    pub fn on_call(&self, entry: usize) -> &[(Instant, Instant)] {
        self.columns.on_call.get(entry)
    }

    /// Organisations an entry must not be matched with.
    pub fn blocks(&self, entry: usize) -> &[Uuid] {
        self.columns.blocks.get(entry)
    }

    /// Certificates, expired ones included.
    pub fn certifications(&self, entry: usize) -> &[Certification] {
        self.columns.certifications.get(entry)
    }

    /// Value of the response factor in basis points.
    pub fn response(&self, entry: usize) -> u16 {
        self.columns.responses[entry]
    }

    /// Everybody's level of a skill; `None` when nobody here has it.
    pub fn levels(&self, term: TermOrd) -> Option<&[PackedSkill]> {
        self.columns.levels.get(&term).map(Vec::as_slice)
    }

    /// Everybody's level of a language, 0 none, 1 A1 to 6 C2; `None` when nobody here speaks it.
    pub fn languages(&self, term: TermOrd) -> Option<&[u8]> {
        self.columns.languages.get(&term).map(Vec::as_slice)
    }

    /// The terms an entry counts for.
    pub(crate) fn facet_values(&self, entry: usize) -> &[FacetValue] {
        self.columns.facet_values.get(entry)
    }

    /// What else an entry counts for.
    pub(crate) fn facet_row(&self, entry: usize) -> FacetRow {
        self.columns.facet_rows[entry]
    }

    /// Entries with a certificate and the first instant at which it no longer counts.
    pub(crate) fn certified(&self, term: TermOrd) -> &[(u32, Instant)] {
        self.columns.certified.get(&term).map_or(&[], Vec::as_slice)
    }

    /// The entries that are still there.
    pub(crate) fn alive(&self) -> BitSet {
        if !self.engine.has_deletes() {
            return BitSet::of(self.len(), |_| true);
        }
        BitSet::of(self.len(), |entry| self.is_alive(entry))
    }

    /// A hash of every entry's id under a key, to order ties by. Remembered for the last key.
    pub(crate) fn ties(&self, key: [u8; 32]) -> Arc<[u64]> {
        let mut remembered = self.ties.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, ties)) = remembered.as_ref()
            && *known == key
        {
            return Arc::clone(ties);
        }
        let ties: Arc<[u64]> = self.columns.ids.iter().map(|id| tie(key, *id)).collect();
        *remembered = Some((key, Arc::clone(&ties)));
        ties
    }
}

/// First eight bytes of SHA-256 over key and id. Both have a fixed length, so nothing can be
/// appended, and the hash stays within one block.
fn tie(key: [u8; 32], id: Uuid) -> u64 {
    let mut hash = Sha256::new();
    hash.update(key);
    hash.update(id.as_bytes());
    let digest = hash.finalize();
    digest[..8]
        .iter()
        .fold(0, |number, &byte| number << 8 | u64::from(byte))
}
