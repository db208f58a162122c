//! What a file of evidence is.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use crate::clock::Instant;
use crate::ids::{AccountId, EvidenceFileId, ExpertId};

/// Files an entry has at most, those deleted left out.
pub const MOST_FILES: usize = 10;

/// A file, without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceFile {
    /// Its id.
    pub id: EvidenceFileId,
    /// Whose.
    pub expert: ExpertId,
    /// The skill or certification it proves.
    pub term: String,
    /// What it is.
    pub format: EvidenceFormat,
    /// Its length in bytes.
    pub size: u32,
    /// When it came.
    pub uploaded_at: Instant,
    /// When the content was deleted.
    pub deleted_at: Option<Instant>,
    /// Who looked at it and when, the first first.
    pub looks: Vec<(AccountId, Instant)>,
}

/// Formats that are taken, told by content and not by name.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum EvidenceFormat {
    /// A document.
    Pdf,
    /// A picture.
    Png,
    /// A photograph.
    Jpeg,
}

impl EvidenceFormat {
    /// What these bytes begin as; none for every other format.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        const BEGINNINGS: [(EvidenceFormat, &[u8]); 3] = [
            (EvidenceFormat::Pdf, b"%PDF-"),
            (EvidenceFormat::Png, b"\x89PNG\r\n\x1a\n"),
            (EvidenceFormat::Jpeg, b"\xff\xd8\xff"),
        ];
        let found = BEGINNINGS
            .into_iter()
            .find(|(_, beginning)| bytes.starts_with(beginning));
        found.map(|(format, _)| format)
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// How names of such files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_told_by_content() {
        assert_eq!(EvidenceFormat::of(b"%PDF-1.7\n"), Some(EvidenceFormat::Pdf));
        assert_eq!(
            EvidenceFormat::of(b"\x89PNG\r\n\x1a\n\0"),
            Some(EvidenceFormat::Png)
        );
        assert_eq!(
            EvidenceFormat::of(b"\xff\xd8\xff\xe0"),
            Some(EvidenceFormat::Jpeg)
        );
        for other in [
            &b"<svg xmlns"[..],
            b"GIF89a",
            b"MZ",
            b"PK\x03\x04",
            b"",
            b"\n%PDF-1.7",
        ] {
            assert_eq!(EvidenceFormat::of(other), None);
        }
    }
}
