//! How large the register is, for the start page.

use web::pages::Figures;

use crate::clock::Instant;
use crate::reference::Land;
use crate::search::Snapshot;

/// Fewer entries are not told: they could be counted one by one.
const FEWEST: usize = 30;

/// Entries found now, members, and Länder with an entry; nothing while the register is small.
pub(super) fn figures(snapshot: &Snapshot, now: Instant) -> Option<Figures> {
    let mut lands = [false; Land::COUNT];
    let mut experts = 0;
    for segment in snapshot.index.segments() {
        let found = (0..segment.len())
            .filter(|entry| segment.is_alive(*entry) && segment.eligible(*entry, now.as_seconds()));
        for entry in found {
            experts += 1;
            if let Some(land) = Land::from_number(segment.land(entry)) {
                lands[land.index()] = true;
            }
        }
    }
    let members = snapshot
        .directory
        .iter()
        .filter(|(_, entry)| entry.is_member(now))
        .count();
    (experts >= FEWEST).then_some(Figures {
        experts,
        members,
        lands: lands.into_iter().filter(|has_entry| *has_entry).count(),
    })
}
