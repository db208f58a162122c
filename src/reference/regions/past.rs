//! Keys out of use: where they lead, and which lead to a place of today.

use std::collections::HashSet;

use super::Regions;
use crate::reference::{AdministrationKey, Ags, Home, NamedAdministration, PlacesEdition};

impl Regions {
    /// Adds where the keys of administrations lead that are out of use.
    #[must_use]
    pub(in crate::reference) fn with_past_administrations(
        mut self,
        named: Vec<NamedAdministration>,
    ) -> Self {
        let past = named.into_iter();
        let past = past.filter_map(|named| Some((named.key, named.successor?)));
        self.past_administrations = past.collect();
        // One that is there again is no past.
        for administration in &self.administrations {
            self.past_administrations.remove(&administration.key);
        }
        self
    }

    /// Says which edition this is.
    #[must_use]
    pub(in crate::reference) fn in_edition(mut self, edition: PlacesEdition) -> Self {
        self.edition = Some(edition);
        self
    }

    /// Which edition this is; none where it was made by hand.
    pub fn edition(&self) -> Option<&PlacesEdition> {
        self.edition.as_ref()
    }

    /// How many keys are out of use and lead to a place.
    pub fn retired_count(&self) -> usize {
        self.retired.len()
    }

    /// The key that a place or a shared administration has today; one that is not known stays as it is.
    pub fn today(&self, key: &str) -> String {
        if let Ok(shared) = AdministrationKey::try_from(key.to_owned()) {
            return match self.home(&shared) {
                Some(Home::Gemeinde(ags)) => self.today(ags.as_str()),
                Some(Home::Shared(key)) => key.to_string(),
                None => key.to_owned(),
            };
        }
        let region = key.parse::<Ags>().ok().and_then(|ags| self.get(ags));
        region.map_or_else(|| key.to_owned(), |region| region.ags.to_string())
    }

    /// These keys, and all those out of use that lead there: what is stored keeps the key it was stored with.
    #[must_use]
    pub fn with_past(&self, keys: Vec<String>) -> Vec<String> {
        let wanted: HashSet<&str> = keys.iter().map(String::as_str).collect();
        let retired = self.retired.iter();
        let retired = retired.filter(|(_, now)| wanted.contains(now.as_str()));
        let shared = self.past_administrations.keys();
        let shared = shared.filter(|key| wanted.contains(self.today(key.as_str()).as_str()));
        let mut past: Vec<String> = retired
            .map(|(old, _)| old.to_string())
            .chain(shared.map(ToString::to_string))
            .filter(|old| !wanted.contains(old.as_str()))
            .collect();
        past.sort_unstable();
        keys.into_iter().chain(past).collect()
    }

    /// This key, and those the same place had before: a Gemeinde that kept its name in another Kreis, an administration
    /// that only got other digits. What was merged into it was another place.
    pub fn of_one_place(&self, key: &str) -> Vec<String> {
        let mut keys = self.with_past(vec![key.to_owned()]);
        let name = key.parse::<Ags>().ok().and_then(|ags| self.get(ags));
        let name = name.map(|region| region.name.as_str());
        let is_only_one = keys.len() == 2;
        keys.retain(|old| {
            let old_name = old
                .parse()
                .ok()
                .and_then(|old: Ags| self.retired_names.get(&old));
            let is_renumbered = old.len() == 9 && key.len() == 9 && is_only_one;
            old == key || is_renumbered || (name.is_some() && old_name.map(String::as_str) == name)
        });
        keys
    }

    /// The key of the shared administration that this one is today, if there is one.
    pub(super) fn home_of<'a>(
        &'a self,
        key: &'a AdministrationKey,
    ) -> Option<&'a AdministrationKey> {
        match self.last_home(key) {
            None => Some(key),
            Some(Home::Shared(key)) => Some(key),
            Some(Home::Gemeinde(_)) => None,
        }
    }

    fn home(&self, key: &AdministrationKey) -> Option<Home> {
        self.last_home(key).cloned()
    }

    /// Where a key out of use leads in the end; none when it is in use.
    fn last_home(&self, key: &AdministrationKey) -> Option<&Home> {
        let next = |home: &&Home| match home {
            Home::Shared(key) => self.past_administrations.get(key),
            Home::Gemeinde(_) => None,
        };
        // So many at most: what leads in a circle leads nowhere else.
        let most = self.past_administrations.len();
        std::iter::successors(self.past_administrations.get(key), next)
            .take(most)
            .last()
    }
}
