//! The entries as of one commit.

mod bit_set;
mod columns;
mod facet_value;
mod packed_skill;
mod ragged;
mod segment;
mod suggest;

pub(crate) use bit_set::BitSet;
pub use packed_skill::PackedSkill;
pub use segment::Segment;

use std::sync::Arc;

use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, Searcher, TERMINATED, TantivyDocument};
use uuid::Uuid;

use crate::index::{Fields, IndexError};
use crate::knowledge::Knowledge;
use crate::{ExpertDocument, Language, Vocabulary};

/// All entries as of one commit; what is read from it never changes. Cheap to clone.
#[derive(Clone)]
pub struct Snapshot {
    shared: Arc<Shared>,
}

struct Shared {
    searcher: Searcher,
    segments: Vec<Arc<Segment>>,
    position: u64,
    fields: Fields,
    knowledge: Arc<Knowledge>,
}

/// Where an entry lies within one snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HitAddress {
    /// Place in [`Snapshot::segments`].
    pub segment: usize,
    /// Number of the entry in that segment.
    pub entry: usize,
}

impl Snapshot {
    /// Reads the columns of segments that `before` does not know.
    pub(crate) fn build(
        (searcher, fields, knowledge): (Searcher, Fields, Arc<Knowledge>),
        position: u64,
        before: Option<&Self>,
    ) -> Result<Self, IndexError> {
        let known = before.map_or(&[][..], |before| before.segments());
        let segments = searcher.segment_readers().iter().map(|reader| {
            let id = reader.segment_id();
            let known = known.iter().find(|known| known.engine_id() == id);
            let vocabulary = &knowledge.vocabulary;
            Segment::load(reader.clone(), known.map(Arc::as_ref), &fields, vocabulary).map(Arc::new)
        });
        let segments = segments.collect::<Result<_, _>>()?;

        Ok(Self {
            shared: Arc::new(Shared {
                searcher,
                segments,
                position,
                fields,
                knowledge,
            }),
        })
    }

    /// Up to where in the change feed these entries go; 0 for an index nothing was committed to.
    pub fn position(&self) -> u64 {
        self.shared.position
    }

    /// How many entries there are, of any standing.
    pub fn len(&self) -> usize {
        let alive = self.shared.searcher.num_docs();
        usize::try_from(alive).unwrap_or(usize::MAX)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The columns.
    pub fn segments(&self) -> &[Arc<Segment>] {
        &self.shared.segments
    }

    /// The entry at an address of this snapshot.
    pub fn document(&self, address: HitAddress) -> Result<ExpertDocument, IndexError> {
        let segment = self.segments().get(address.segment);
        if segment.is_none_or(|segment| address.entry >= segment.len()) {
            return Err(IndexError::NoSuchEntry);
        }
        let number = |place| u32::try_from(place).map_err(|_| IndexError::NoSuchEntry);
        let address = DocAddress::new(number(address.segment)?, number(address.entry)?);
        let stored: TantivyDocument = self.shared.searcher.doc(address)?;
        self.shared.fields.decode(&stored)
    }

    /// The entry with an id, of any standing.
    pub fn find(&self, id: Uuid) -> Result<Option<ExpertDocument>, IndexError> {
        self.address(id)?
            .map(|address| self.document(address))
            .transpose()
    }

    /// Where the entry with an id lies.
    pub fn address(&self, id: Uuid) -> Result<Option<HitAddress>, IndexError> {
        let term = self.shared.fields.id_term(id);
        for (place, segment) in self.segments().iter().enumerate() {
            let inverted = segment.engine().inverted_index(term.field())?;
            let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)?
            else {
                continue;
            };
            while postings.doc() != TERMINATED {
                let entry = postings.doc() as usize;
                if segment.is_alive(entry) {
                    return Ok(Some(HitAddress {
                        segment: place,
                        entry,
                    }));
                }
                postings.advance();
            }
        }
        Ok(None)
    }

    /// Names of terms that begin like what was typed, or have a word that does. Never anything
    /// out of entries.
    pub fn suggest(&self, typed: &str, language: Language, limit: usize) -> Vec<String> {
        suggest::suggest(&self.knowledge().vocabulary, typed, language, limit)
    }

    /// The vocabulary its entries are numbered by.
    pub fn vocabulary(&self) -> &Arc<Vocabulary> {
        &self.shared.knowledge.vocabulary
    }

    pub(crate) fn knowledge(&self) -> &Knowledge {
        &self.shared.knowledge
    }

    pub(crate) fn shared_knowledge(&self) -> Arc<Knowledge> {
        Arc::clone(&self.shared.knowledge)
    }

    pub(crate) fn fields(&self) -> Fields {
        self.shared.fields
    }

    pub(crate) fn searcher(&self) -> &Searcher {
        &self.shared.searcher
    }
}
