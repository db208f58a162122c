mod past;

use std::collections::HashMap;

use super::search::SearchIndex;
use super::{
    Administration, AdministrationKey, Ags, Home, Level, PlacesEdition, Postcode, PostcodeRow,
    Region,
};

/// The directory of all places, in memory.
#[derive(Debug)]
pub struct Regions {
    /// By key; a place stands directly before everything it contains.
    rows: Vec<Region>,
    retired: HashMap<Ags, Ags>,
    retired_names: HashMap<Ags, String>,
    /// By postcode, main place first.
    postcodes: Vec<PostcodeRow>,
    postcodes_by_place: Vec<(Ags, Postcode)>,
    administrations: Vec<Administration>,
    administration_by_member: HashMap<Ags, usize>,
    past_administrations: HashMap<AdministrationKey, Home>,
    index: SearchIndex,
    edition: Option<PlacesEdition>,
}

/// The rows contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// Two rows have one key.
    #[error("the key {0} occurs twice")]
    Duplicate(Ags),
    /// The parent is missing, or is not what the key says.
    #[error("the parent of {0} is missing or does not fit its key")]
    Parent(Ags),
    /// A retired key does not lead to a place, or leads in a circle.
    #[error("the retired key {0} leads to no place")]
    Successor(Ags),
    /// A postcode is used in an unknown place.
    #[error("the postcode {0} lies in the unknown place {1}")]
    PostcodePlace(Postcode, Ags),
    /// An administration serves an unknown place.
    #[error("the administration {0} serves the unknown place {1}")]
    Member(AdministrationKey, Ags),
}

impl Regions {
    /// Builds the directory; retired rows are those with a successor and are only found by their key.
    pub fn build(
        regions: Vec<Region>,
        postcodes: Vec<PostcodeRow>,
        administrations: Vec<Administration>,
    ) -> Result<Self, BuildError> {
        let (old, mut rows): (Vec<_>, Vec<_>) = regions
            .into_iter()
            .partition(|region| region.successor.is_some());
        rows.sort_by_key(|region| region.ags);
        check_tree(&rows)?;
        let retired = resolve_retired(&old, &rows)?;
        let index = SearchIndex::build(&rows, &administrations);
        let mut directory = Self {
            rows,
            retired,
            retired_names: old.into_iter().map(|old| (old.ags, old.name)).collect(),
            postcodes: Vec::new(),
            postcodes_by_place: Vec::new(),
            administrations,
            administration_by_member: HashMap::new(),
            past_administrations: HashMap::new(),
            index,
            edition: None,
        };
        directory.add_postcodes(postcodes)?;
        directory.add_members()?;
        Ok(directory)
    }

    fn add_postcodes(&mut self, mut rows: Vec<PostcodeRow>) -> Result<(), BuildError> {
        for row in &mut rows {
            let place = self.get(row.ags);
            row.ags = place
                .ok_or(BuildError::PostcodePlace(row.postcode, row.ags))?
                .ags;
        }
        rows.sort_by_key(|row| (row.postcode, !row.primary, row.ags));
        rows.dedup_by_key(|row| (row.postcode, row.ags));
        self.postcodes_by_place = rows.iter().map(|row| (row.ags, row.postcode)).collect();
        self.postcodes_by_place.sort_unstable();
        self.postcodes_by_place.dedup();
        self.postcodes = rows;
        Ok(())
    }

    fn add_members(&mut self) -> Result<(), BuildError> {
        let mut by_member = HashMap::new();
        for (place, administration) in self.administrations.iter().enumerate() {
            for member in administration.members.iter().chain([&administration.seat]) {
                let unknown = || BuildError::Member(administration.key.clone(), *member);
                by_member.insert(self.get(*member).ok_or_else(unknown)?.ags, place);
            }
        }
        self.administration_by_member = by_member;
        Ok(())
    }

    /// The place that carries this key today; a retired key answers with its successor.
    pub fn get(&self, ags: Ags) -> Option<&Region> {
        self.position_of(ags).map(|position| &self.rows[position])
    }

    /// Where the place that carries this key today stands in [`Self::rows`].
    pub(super) fn position_of(&self, ags: Ags) -> Option<usize> {
        let ags = self.retired.get(&ags).copied().unwrap_or(ags);
        self.rows
            .binary_search_by_key(&ags, |region| region.ags)
            .ok()
    }

    pub(super) fn rows(&self) -> &[Region] {
        &self.rows
    }

    pub(super) fn index(&self) -> &SearchIndex {
        &self.index
    }

    pub(super) fn postcode_rows(&self) -> &[PostcodeRow] {
        &self.postcodes
    }

    /// The larger places it lies in, the Land first; empty for a Land or an unknown key.
    pub fn path(&self, ags: Ags) -> Vec<&Region> {
        let next = |region: &&Region| region.parent.and_then(|parent| self.get(parent));
        let mut path: Vec<_> = std::iter::successors(self.get(ags), next).skip(1).collect();
        path.reverse();
        path
    }

    /// The places directly below it, by key.
    pub fn children(&self, ags: Ags) -> impl Iterator<Item = &Region> {
        let parent = self.get(ags).map_or(ags, |region| region.ags);
        let start = self.rows.partition_point(|region| region.ags <= parent);
        self.rows[start..]
            .iter()
            .take_while(move |region| parent.contains(region.ags))
            .filter(move |region| region.parent == Some(parent))
    }

    /// All places of a level, by key.
    pub fn at_level(&self, level: Level) -> impl Iterator<Item = &Region> {
        self.rows.iter().filter(move |region| region.level == level)
    }

    /// Whether the inner place lies in the outer one today; unknown keys lie nowhere.
    pub fn contains(&self, outer: Ags, inner: Ags) -> bool {
        match (self.get(outer), self.get(inner)) {
            (Some(outer), Some(inner)) => outer.ags.contains(inner.ags),
            _ => false,
        }
    }

    /// The postcodes of a Gemeinde or gemeindefreies Gebiet, in order.
    pub fn postcodes_of(&self, ags: Ags) -> impl Iterator<Item = Postcode> {
        let ags = self.get(ags).map_or(ags, |region| region.ags);
        let start = self.postcodes_by_place.partition_point(|pair| pair.0 < ags);
        self.postcodes_by_place[start..]
            .iter()
            .take_while(move |pair| pair.0 == ags)
            .map(|pair| pair.1)
    }

    /// The places a postcode is used in, the main place first.
    pub fn places_of(&self, postcode: Postcode) -> impl Iterator<Item = &Region> {
        let start = self
            .postcodes
            .partition_point(|row| row.postcode < postcode);
        self.postcodes[start..]
            .iter()
            .take_while(move |row| row.postcode == postcode)
            .filter_map(|row| self.get(row.ags))
    }

    /// The administration that a Gemeinde shares with others.
    pub fn administration_of(&self, ags: Ags) -> Option<&Administration> {
        let ags = self.get(ags)?.ags;
        self.administration_by_member
            .get(&ags)
            .map(|place| &self.administrations[*place])
    }

    /// The shared administration with this key today; a key out of use answers with what took it over.
    pub fn administration(&self, key: &AdministrationKey) -> Option<&Administration> {
        let key = self.home_of(key);
        self.administrations
            .iter()
            .find(|administration| Some(&administration.key) == key)
    }

    /// All shared administrations, in the order given.
    pub fn administrations(&self) -> &[Administration] {
        &self.administrations
    }
}

/// Checks sorted rows: unique keys, and every parent exists and is what the key says.
fn check_tree(rows: &[Region]) -> Result<(), BuildError> {
    if let Some(pair) = rows.windows(2).find(|pair| pair[0].ags == pair[1].ags) {
        return Err(BuildError::Duplicate(pair[0].ags));
    }
    let exists = |key| rows.binary_search_by_key(&key, |region| region.ags).is_ok();
    let fits =
        |region: &Region| region.parent == region.ags.parent() && region.parent.is_none_or(exists);
    match rows.iter().find(|region| !fits(region)) {
        Some(region) => Err(BuildError::Parent(region.ags)),
        None => Ok(()),
    }
}

/// Follows each retired key to the place that exists today.
fn resolve_retired(old: &[Region], rows: &[Region]) -> Result<HashMap<Ags, Ags>, BuildError> {
    let next: HashMap<Ags, Ags> = old
        .iter()
        .filter_map(|region| Some((region.ags, region.successor?)))
        .collect();
    let exists = |key| rows.binary_search_by_key(&key, |region| region.ags).is_ok();
    let mut retired = HashMap::with_capacity(next.len());
    for region in old {
        if exists(region.ags) || retired.contains_key(&region.ags) {
            return Err(BuildError::Duplicate(region.ags));
        }
        let chain = std::iter::successors(Some(region.ags), |key| next.get(key).copied());
        let last = chain.take(old.len() + 1).find(|key| exists(*key));
        retired.insert(region.ags, last.ok_or(BuildError::Successor(region.ags))?);
    }
    Ok(retired)
}

#[cfg(test)]
mod tests;
