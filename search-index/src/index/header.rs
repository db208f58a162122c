//! What an index was built with, in a file beside it.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::RebuildReason;
use super::schema::SCHEMA_VERSION;
use crate::Vocabulary;
use crate::analysis::Analyser;

const FILE: &str = "header";
const FIRST_LINE: &str = "kataster search index";

/// An index whose header differs in any line is useless.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    schema: String,
    analyser: String,
    vocabulary: String,
}

impl Header {
    pub(super) fn new(analyser: &Analyser, vocabulary: &Vocabulary) -> Self {
        Self {
            schema: SCHEMA_VERSION.to_string(),
            analyser: hex(&Sha256::digest(analyser.probe())),
            vocabulary: hex(&vocabulary.fingerprint()),
        }
    }

    /// Why the header in this folder is not this one, if so.
    pub(super) fn differs(&self, folder: &Path) -> io::Result<Option<RebuildReason>> {
        let bytes = match fs::read(folder.join(FILE)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Some(RebuildReason::Missing));
            }
            Err(error) => return Err(error),
        };
        let Some(found) = std::str::from_utf8(&bytes).ok().and_then(Self::parse) else {
            return Ok(Some(RebuildReason::Unreadable));
        };
        if found.schema != self.schema {
            return Ok(Some(RebuildReason::SchemaChanged));
        }
        if found.analyser != self.analyser {
            return Ok(Some(RebuildReason::AnalyserChanged));
        }
        Ok((found.vocabulary != self.vocabulary).then_some(RebuildReason::VocabularyChanged))
    }

    /// Replaces the header in one step that survives a power cut.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let fresh = folder.join("header.new");
        let mut file = File::create(&fresh)?;
        file.write_all(self.text().as_bytes())?;
        file.sync_all()?;
        fs::rename(fresh, folder.join(FILE))?;
        File::open(folder)?.sync_all()
    }

    pub(super) fn remove(folder: &Path) -> io::Result<()> {
        match fs::remove_file(folder.join(FILE)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn text(&self) -> String {
        let Self {
            schema,
            analyser,
            vocabulary,
        } = self;
        format!("{FIRST_LINE}\nschema {schema}\nanalyser {analyser}\nvocabulary {vocabulary}\n")
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next()? != FIRST_LINE {
            return None;
        }
        let mut value = |name: &str| {
            let rest = lines.next()?.strip_prefix(name)?;
            Some(rest.strip_prefix(' ')?.to_owned())
        };
        Some(Self {
            schema: value("schema")?,
            analyser: value("analyser")?,
            vocabulary: value("vocabulary")?,
        })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_reads_as_it_was_written() {
        let header = Header {
            schema: "7".to_owned(),
            analyser: "ab".to_owned(),
            vocabulary: "cd".to_owned(),
        };

        assert_eq!(Header::parse(&header.text()), Some(header));
    }

    #[test]
    fn other_texts_are_no_headers() {
        for text in [
            "",
            "kataster",
            "kataster search index\nschema 1\nvocabulary 2\n",
        ] {
            assert_eq!(Header::parse(text), None);
        }
    }
}
