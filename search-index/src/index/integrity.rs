//! Whether the files of an index are whole.

use std::path::Path;

use tantivy::directory::MmapDirectory;
use tantivy::index::SegmentComponent;
use tantivy::schema::Schema;

use super::{IndexError, position};

/// What every segment consists of; the engine itself would miss only some of it.
const COMPONENTS: [SegmentComponent; 6] = [
    SegmentComponent::Postings,
    SegmentComponent::Positions,
    SegmentComponent::FastFields,
    SegmentComponent::FieldNorms,
    SegmentComponent::Terms,
    SegmentComponent::Store,
];

/// Opens the index in a folder after checking every file of it; says its position too.
///
/// # Errors
/// [`IndexError::Damaged`] for anything missing, torn or not as this version writes it.
pub(super) fn open_checked(
    files: &Path,
    schema: &Schema,
) -> Result<(tantivy::Index, u64), IndexError> {
    let index = tantivy::Index::open(MmapDirectory::open(files)?)?;
    let meta = index.load_metas()?;
    if meta.schema != *schema || meta.index_settings != super::settings() {
        return Err(damaged("the description of the fields"));
    }
    let position = match &meta.payload {
        Some(payload) => position::position(payload, meta.opstamp),
        None if meta.segments.is_empty() && meta.opstamp == 0 => Some(0),
        None => None,
    };
    let position = position.ok_or_else(|| damaged("the position"))?;
    for segment in &meta.segments {
        let deletions = segment.has_deletes().then_some(SegmentComponent::Delete);
        for component in COMPONENTS.into_iter().chain(deletions) {
            let file = segment.relative_path(component);
            if !index.directory().validate_checksum(&file)? {
                return Err(damaged("a check sum"));
            }
        }
    }
    Ok((index, position))
}

/// What has been read differs from what was written.
pub(super) fn damaged(what: &'static str) -> IndexError {
    IndexError::Damaged(Box::new(Torn(what)))
}

#[derive(Debug, thiserror::Error)]
#[error("{0} is not as written")]
struct Torn(&'static str);
