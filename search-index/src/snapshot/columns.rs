//! The entries of a segment turned into columns.

use std::collections::HashMap;

use tantivy::TantivyDocument;
use tantivy::index::SegmentReader;
use uuid::Uuid;

use super::facet_value::{FacetRow, FacetValue, cefr_number};
use super::packed_skill::PackedSkill;
use super::ragged::Ragged;
use crate::distance::unit_vector;
use crate::index::{Fields, IndexError};
use crate::{
    Certification, EntryKind, ExpertDocument, Instant, Readiness, Standing, TermOrd, Vocabulary,
    WorkMode,
};

/// Blocks of the store kept while reading all of it once.
const STORE_CACHE_BLOCKS: usize = 1;

/// Struct of arrays: place *i* of every column belongs to entry *i* of the segment.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) ids: Vec<Uuid>,
    pub(super) organisations: Vec<Uuid>,
    pub(super) kinds: Vec<EntryKind>,
    pub(super) headcounts: Vec<u16>,
    pub(super) standings: Vec<Standing>,
    pub(super) eligible_from: Vec<Instant>,
    pub(super) eligible_until: Vec<Instant>,
    pub(super) lands: Vec<u8>,
    pub(super) kreise: Vec<u32>,
    pub(super) places: Vec<[f32; 3]>,
    pub(super) radii: Vec<u16>,
    pub(super) modes: Vec<WorkMode>,
    pub(super) max_days: Vec<u16>,
    pub(super) notices: Vec<u16>,
    pub(super) clearances: Vec<(u8, Option<Instant>)>,
    pub(super) readiness: Vec<(Readiness, Option<Instant>)>,
    pub(super) weekdays: Vec<u8>,
    pub(super) absences: Ragged<(Instant, Instant)>,
    pub(super) commitments: Ragged<(Instant, Instant)>,
    pub(super) on_call: Ragged<(Instant, Instant)>,
    pub(super) blocks: Ragged<Uuid>,
    pub(super) certifications: Ragged<Certification>,
    pub(super) responses: Vec<u16>,
    pub(super) facet_values: Ragged<FacetValue>,
    pub(super) facet_rows: Vec<FacetRow>,
    /// One byte for each entry and term that occurs.
    pub(super) levels: HashMap<TermOrd, Vec<PackedSkill>>,
    pub(super) languages: HashMap<TermOrd, Vec<u8>>,
    /// Entries with a certificate and when each stops counting.
    pub(super) certified: HashMap<TermOrd, Vec<(u32, Instant)>>,
}

impl Columns {
    /// Reads all entries of a segment, deleted ones included: their places stay.
    pub(super) fn read(
        reader: &SegmentReader,
        fields: &Fields,
        vocabulary: &Vocabulary,
    ) -> Result<Self, IndexError> {
        let length = reader.max_doc() as usize;
        let mut columns = Self::default();
        let store = reader.get_store_reader(STORE_CACHE_BLOCKS)?;
        for stored in store.iter::<TantivyDocument>(None) {
            let entry = fields.decode(&stored?)?;
            columns.push(&entry, length, vocabulary);
        }
        if columns.ids.len() != length {
            return Err(IndexError::NoSuchEntry);
        }
        Ok(columns)
    }

    fn push(&mut self, entry: &ExpertDocument, length: usize, vocabulary: &Vocabulary) {
        let place = self.ids.len();
        let (from, until) = entry.standing.eligible().unwrap_or((0, 0));
        self.ids.push(entry.id);
        self.organisations.push(entry.organisation);
        self.kinds.push(entry.kind);
        self.headcounts.push(entry.headcount);
        self.standings.push(entry.standing);
        self.eligible_from.push(from);
        self.eligible_until.push(until);
        self.lands.push(entry.base.land);
        self.kreise.push(entry.base.kreis);
        self.places
            .push(unit_vector(entry.base.lat, entry.base.lon));
        self.radii.push(entry.radius_km);
        self.modes.push(entry.mode);
        self.max_days.push(entry.max_days);
        self.notices.push(entry.notice_hours);
        self.clearances
            .push((entry.clearance, entry.clearance_until));
        self.blocks.push(entry.blocks.iter().copied());
        self.responses.push(entry.response);
        self.push_availability(entry);
        self.push_terms(entry, (place, length));
        self.facet_values.push(FacetValue::all(entry, vocabulary));
        self.facet_rows.push(FacetRow::of(entry));
    }

    fn push_availability(&mut self, entry: &ExpertDocument) {
        let availability = &entry.availability;
        self.readiness
            .push((availability.readiness, availability.from));
        self.weekdays.push(availability.weekdays);
        self.absences.push(availability.absences.iter().copied());
        self.commitments
            .push(availability.commitments.iter().copied());
        self.on_call.push(availability.on_call.iter().copied());
    }

    fn push_terms(&mut self, entry: &ExpertDocument, (place, length): (usize, usize)) {
        for skill in &entry.skills {
            let none = || vec![PackedSkill::NONE; length];
            if let Some(level) = self
                .levels
                .entry(skill.term)
                .or_insert_with(none)
                .get_mut(place)
            {
                *level = PackedSkill::new(*skill);
            }
        }
        for language in &entry.languages {
            let none = || vec![0; length];
            let column = self.languages.entry(language.term).or_insert_with(none);
            if let Some(level) = column.get_mut(place) {
                *level = cefr_number(language.cefr);
            }
        }
        for certification in &entry.certifications {
            let until = certification.valid_until.unwrap_or(Instant::MAX);
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            let holders = self.certified.entry(certification.term).or_default();
            holders.push((place, until));
        }
        self.certifications
            .push(entry.certifications.iter().copied());
    }
}
