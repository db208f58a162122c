//! What can go wrong with an index.

use std::error::Error;
use std::io;

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError};

/// Why the index cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Somebody else, maybe another process, writes to this index.
    #[error("another writer holds the index")]
    LockBusy,
    /// The file system failed; opening again later may help.
    #[error("the index cannot be read or written")]
    Io(#[source] io::Error),
    /// Files are missing or damaged; opening again rebuilds the index.
    #[error("the index is damaged")]
    Damaged(#[source] Box<dyn Error + Send + Sync>),
    /// The engine refused for a reason of its own; the writer must be opened again.
    #[error("the search engine failed")]
    Engine(#[source] Box<dyn Error + Send + Sync>),
    /// Segments are still being merged; worth another try.
    #[error("segments are still being merged")]
    StillMerging,
    /// The address does not belong to this snapshot.
    #[error("no such entry in this snapshot")]
    NoSuchEntry,
}

impl From<io::Error> for IndexError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::InvalidData
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::NotFound => Self::Damaged(Box::new(error)),
            _ => Self::Io(error),
        }
    }
}

impl From<postcard::Error> for IndexError {
    fn from(error: postcard::Error) -> Self {
        Self::Damaged(Box::new(error))
    }
}

impl From<TantivyError> for IndexError {
    fn from(error: TantivyError) -> Self {
        match &error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Self::LockBusy,
            TantivyError::LockFailure(LockError::IoError(cause), _)
            | TantivyError::IoError(cause)
            | TantivyError::OpenReadError(OpenReadError::IoError {
                io_error: cause, ..
            })
            | TantivyError::OpenWriteError(OpenWriteError::IoError {
                io_error: cause, ..
            })
            | TantivyError::OpenDirectoryError(OpenDirectoryError::IoError {
                io_error: cause,
                ..
            }) => io::Error::new(cause.kind(), error.clone()).into(),
            TantivyError::OpenReadError(_)
            | TantivyError::OpenDirectoryError(_)
            | TantivyError::DataCorruption(_)
            | TantivyError::IncompatibleIndex(_)
            | TantivyError::SchemaError(_)
            | TantivyError::FieldNotFound(_)
            | TantivyError::DeserializeError(_) => Self::Damaged(Box::new(error)),
            _ => Self::Engine(Box::new(error)),
        }
    }
}

impl From<OpenReadError> for IndexError {
    fn from(error: OpenReadError) -> Self {
        TantivyError::from(error).into()
    }
}

impl From<OpenDirectoryError> for IndexError {
    fn from(error: OpenDirectoryError) -> Self {
        TantivyError::from(error).into()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn a_busy_lock_is_told_apart() {
        let busy = TantivyError::LockFailure(LockError::LockBusy, None);

        assert!(matches!(IndexError::from(busy), IndexError::LockBusy));
    }

    #[test]
    fn a_refused_permission_is_no_damage() {
        let refused = io::Error::from(io::ErrorKind::PermissionDenied);
        let error = TantivyError::IoError(Arc::new(refused));

        assert!(matches!(IndexError::from(error), IndexError::Io(_)));
    }

    #[test]
    fn a_file_that_ends_early_is_damage() {
        let short = io::Error::from(io::ErrorKind::UnexpectedEof);

        assert!(matches!(IndexError::from(short), IndexError::Damaged(_)));
    }
}
