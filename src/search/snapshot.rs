//! What search and matching answer from: one moment of the register, held in memory.

use std::sync::Arc;

use crate::clock::Instant;
use crate::organisations::Directory;
use crate::reference::{Land, LandCount, LandDisplay, LandDisplays, display_lands};

use super::document::land_of;
use super::lands::LandTable;

/// Members a Land needs before an employer's Land is shown.
const MEMBERS_TO_NAME_A_LAND: usize = 3;

/// The register as of one commit. Cheap to clone; whoever holds one sees nothing change.
#[derive(Clone)]
pub struct Snapshot {
    /// The entries.
    pub index: search_index::Snapshot,
    /// The organisations.
    pub directory: Arc<Directory>,
    /// Under which name each Land is shown: small ones share one.
    pub lands: LandDisplays,
    /// Members by Land.
    members: [usize; Land::COUNT],
    /// Number of the last change that is in.
    pub generation: i64,
    /// When that change was made.
    pub as_of: Instant,
}

impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Snapshot")
            .field("generation", &self.generation)
            .field("entries", &self.index.len())
            .finish_non_exhaustive()
    }
}

impl Snapshot {
    /// Puts the parts together and decides which Länder can be named.
    pub(super) fn new(
        index: search_index::Snapshot,
        directory: Arc<Directory>,
        (generation, as_of): (i64, Instant),
        now: Instant,
    ) -> Self {
        let mut counts = [LandCount {
            members: 0,
            experts: 0,
        }; Land::COUNT];
        let members_by_land = directory
            .iter()
            .filter(|(_, entry)| entry.is_member(now))
            .filter_map(|(_, entry)| index_of(land_of(&entry.place)?));
        for land in members_by_land {
            counts[land].members += 1;
        }
        for segment in index.segments() {
            for entry in (0..segment.len()).filter(|entry| {
                segment.is_alive(*entry) && segment.eligible(*entry, now.as_seconds())
            }) {
                if let Some(land) = index_of(segment.land(entry)) {
                    counts[land].experts += 1;
                }
            }
        }
        let members = counts.map(|count| usize::try_from(count.members).unwrap_or(usize::MAX));
        Self {
            index,
            directory,
            lands: display_lands(&counts),
            members,
            generation,
            as_of,
        }
    }

    /// How a Land, given by number, is shown.
    pub fn shown(&self, land: u8) -> Option<LandDisplay> {
        Land::from_number(land).map(|land| self.lands.of(land))
    }

    /// For each Land number the number it counts as: that of the first Land of the group it is shown in.
    pub fn shown_numbers(&self) -> [u16; Land::COUNT + 1] {
        LandTable::of(self).numbers
    }

    /// The Land of an employer, where enough members sit in it and entries there are not shown as a group's:
    /// who works in a Land mostly lives there.
    pub fn employer_land(&self, land: u8) -> Option<Land> {
        let land = Land::from_number(land)?;
        let is_named = matches!(self.lands.of(land), LandDisplay::Land(_));
        (is_named && self.members[land.index()] >= MEMBERS_TO_NAME_A_LAND).then_some(land)
    }
}

fn index_of(land: u8) -> Option<usize> {
    Land::from_number(land).map(Land::index)
}
