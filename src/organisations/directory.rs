//! What search and matching must know of all organisations, held in memory.

use std::collections::{HashMap, HashSet};

use super::model::{OrganisationKind, is_within};
use super::store;
use crate::clock::Instant;
use crate::db::{Db, StorageError};
use crate::ids::OrganisationId;
use crate::reference::Regions;

/// One organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: OrganisationKind,
    /// Where it sits.
    pub place: String,
    /// When it joined the federation.
    pub member_from: Option<Instant>,
    /// When it leaves or left.
    pub member_until: Option<Instant>,
    /// Since when it is struck itself.
    pub struck_since: Option<Instant>,
    /// From when its persons can be eligible.
    pub participation_from: Option<Instant>,
    /// Person-days it gives a year.
    pub yearly_person_days: Option<i32>,
    /// Whether answers to alerts may count in the ranking.
    pub counts_responses: bool,
    /// Places it serves.
    pub serves: Vec<String>,
}

impl Entry {
    /// Whether it belongs to the federation at this instant.
    pub fn is_member(&self, now: Instant) -> bool {
        is_within(self.member_from, self.member_until, now)
    }
}

/// All organisations by id.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    entries: HashMap<OrganisationId, Entry>,
}

impl Directory {
    /// The organisation with this id.
    pub fn get(&self, id: OrganisationId) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// All organisations, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (OrganisationId, &Entry)> {
        self.entries.iter().map(|(id, entry)| (*id, entry))
    }

    /// The organisations that are the administration of any of these places.
    pub fn seated_at<'a>(
        &'a self,
        places: &'a [String],
    ) -> impl Iterator<Item = OrganisationId> + 'a {
        let sits =
            move |entry: &Entry| entry.kind.is_seat_of_its_place() && places.contains(&entry.place);
        self.entries
            .iter()
            .filter(move |(_, entry)| sits(entry))
            .map(|(id, _)| *id)
    }

    /// Who must not help when these are struck: they themselves, and whoever a struck provider serves.
    pub fn drawn_in(&self, struck: &HashSet<OrganisationId>) -> HashSet<OrganisationId> {
        let served: HashSet<&str> = struck
            .iter()
            .filter_map(|id| self.entries.get(id))
            .flat_map(|entry| entry.serves.iter().map(String::as_str))
            .collect();
        let is_served = |entry: &Entry| {
            served.contains(entry.place.as_str())
                || entry
                    .place
                    .get(..5)
                    .is_some_and(|kreis| served.contains(kreis))
        };
        let reached = self
            .entries
            .iter()
            .filter(|(_, entry)| is_served(entry))
            .map(|(id, _)| *id);
        reached.chain(struck.iter().copied()).collect()
    }
}

/// Loads all organisations as they are now, each at the key its place has today.
///
/// # Errors
/// Storage failed.
pub async fn load_directory(db: &Db, regions: &Regions) -> Result<Directory, StorageError> {
    let now = db.clock().now();
    let mut entries = HashMap::new();
    for organisation in store::all(db.reader()).await? {
        let entry = Entry {
            kind: organisation.kind,
            member_from: organisation.member_from,
            member_until: organisation.member_until,
            struck_since: None,
            participation_from: organisation
                .participation
                .is_settled()
                .then_some(organisation.participation_since),
            yearly_person_days: organisation.yearly_person_days,
            counts_responses: organisation.personal_response_history,
            serves: Vec::new(),
            place: regions.today(&organisation.place),
        };
        entries.insert(organisation.id, entry);
    }
    for (provider, served) in store::all_served(db.reader(), now).await? {
        if let Some(entry) = entries.get_mut(&provider) {
            entry.serves.push(regions.today(&served.ags));
        }
    }
    for (struck, since) in store::all_struck(db.reader()).await? {
        if let Some(entry) = entries.get_mut(&struck) {
            entry.struck_since = Some(since);
        }
    }
    Ok(Directory { entries })
}
