//! What an attachment is.

use crate::clock::Instant;
use crate::experts::EvidenceFormat;
use crate::ids::IncidentAttachmentId;
use crate::incidents::model::Side;

/// Attachments an incident has at most.
pub const MOST_FILES: usize = 20;
/// Bytes they have at most together.
pub const MOST_BYTES: u64 = 50 * 1024 * 1024;

/// A file handed over with an incident, without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its id.
    pub id: IncidentAttachmentId,
    /// What it is.
    pub format: EvidenceFormat,
    /// Its length in bytes.
    pub size: u32,
    /// When it came.
    pub at: Instant,
    /// As what somebody added it.
    pub side: Side,
}

/// Why an attachment has no room beside those there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRoom {
    /// There are as many as there may be.
    TooMany,
    /// Together they would be too long.
    Full,
}

impl Attachment {
    /// A name of ours: what it was called may say anything.
    pub fn name(&self) -> String {
        let id = self.id.0.simple().to_string();
        format!("anlage-{}.{}", &id[24..], self.format.extension())
    }
}

/// Whether one of so many bytes has room beside those there are.
pub fn check_room(kept: &[Attachment], bytes: usize) -> Result<(), NoRoom> {
    if kept.len() >= MOST_FILES {
        return Err(NoRoom::TooMany);
    }
    let used: u64 = kept.iter().map(|file| u64::from(file.size)).sum();
    if used + bytes as u64 > MOST_BYTES {
        return Err(NoRoom::Full);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(size: u32) -> Attachment {
        Attachment {
            id: IncidentAttachmentId(uuid::Uuid::from_u128(0xabcd_ef01)),
            format: EvidenceFormat::Jpeg,
            size,
            at: Instant::from_micros(0),
            side: Side::Town,
        }
    }

    #[test]
    fn there_is_room_up_to_both_limits() {
        let five = 5 * 1024 * 1024;
        let nine: Vec<_> = (0..9).map(|_| kept(five)).collect();
        assert_eq!(check_room(&nine, 5 * 1024 * 1024), Ok(()));
        assert_eq!(check_room(&nine, 5 * 1024 * 1024 + 1), Err(NoRoom::Full));

        let many: Vec<_> = (0..MOST_FILES).map(|_| kept(1)).collect();
        assert_eq!(check_room(&many[1..], 1), Ok(()));
        assert_eq!(check_room(&many, 1), Err(NoRoom::TooMany));
    }

    #[test]
    fn the_name_is_ours() {
        assert_eq!(kept(1).name(), "anlage-abcdef01.jpg");
    }
}
