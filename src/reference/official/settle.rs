//! What becomes of the places once people have said what took over those that are gone.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::choices::{Choices, Unsettled, check};
use super::file::{OfficialFile, OfficialPlace};
use super::names::administrations;
use super::plan::{Installed, Named, Plan, updated};
use super::proposal::{is_town, mean};
use crate::fold::fold;
use crate::reference::{Ags, NamedAdministration, Position, PostcodeRow, Region};

/// All that is written; nothing else changes.
#[derive(Debug, Clone)]
pub struct Settled {
    /// Places that are new, changed or out of use.
    pub regions: Vec<Region>,
    /// Postcodes of new places.
    pub postcodes: Vec<PostcodeRow>,
    /// Administrations that are new, changed or out of use.
    pub administrations: Vec<NamedAdministration>,
    /// Whether the file describes the day that is installed.
    pub is_same_day: bool,
}

impl Settled {
    /// Whether there is nothing to do.
    pub fn is_nothing(&self) -> bool {
        let is_empty = self.regions.is_empty() && self.postcodes.is_empty();
        is_empty && self.administrations.is_empty() && self.is_same_day
    }

    /// All places as they are afterwards.
    pub(super) fn after(&self, installed: &Installed) -> Vec<Region> {
        let rows = installed.regions.iter().chain(&self.regions).cloned();
        let rows: BTreeMap<Ags, Region> = rows.map(|region| (region.ags, region)).collect();
        rows.into_values().collect()
    }
}

/// Puts a file and what people chose together.
///
/// # Errors
/// A place that is gone has no successor, or one that cannot be.
pub fn settle(
    installed: &Installed,
    file: &OfficialFile,
    plan: &Plan,
    choices: &Choices,
) -> Result<Settled, Vec<Unsettled>> {
    let gone: HashSet<_> = plan.gone.iter().map(|gone| gone.ags).collect();
    // A table may be older than the plan: of what is still there it says nothing.
    let choices: &Choices = &choices
        .iter()
        .filter(|(ags, _)| gone.contains(ags))
        .map(|(ags, successor)| (*ags, *successor))
        .collect();
    let problems = plan.gone.iter().filter_map(|gone| {
        let chosen = choices.get(&gone.ags).copied();
        let problem = check(file, (gone.ags, gone.level), chosen).err()?;
        Some(Unsettled {
            ags: gone.ags,
            problem,
        })
    });
    let problems: Vec<Unsettled> = problems.collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let known: HashMap<Ags, &Region> = installed.regions.iter().map(|r| (r.ags, r)).collect();
    let retired = plan.gone.iter().filter_map(|gone| {
        Some(Region {
            successor: choices.get(&gone.ags).copied(),
            ..(*known.get(&gone.ags)?).clone()
        })
    });
    let mut settled = Settled {
        regions: retired.collect(),
        postcodes: postcodes(installed, file, &plan.new),
        administrations: Vec::new(),
        is_same_day: plan.installed == plan.state,
    };
    let there = known.values().filter_map(|region| {
        let next = updated(region, file.get(region.ags)?);
        (next != **region).then_some(next)
    });
    settled.regions.extend(there);
    let renamed = renamed_keys(&known, file, &settled.regions);
    settled.regions.extend(renamed);
    let map = Map {
        installed,
        file,
        choices,
        known: &known,
    };
    let fresh = file
        .places
        .values()
        .filter(|place| !known.contains_key(&place.ags));
    let (towns, kreise): (Vec<_>, Vec<_>) = fresh.partition(|place| is_town(place.level));
    settled
        .regions
        .extend(towns.iter().map(|place| map.town(place)));
    let after = settled.after(installed);
    settled
        .regions
        .extend(kreise.iter().map(|place| map.kreis(place, &after)));
    settled.regions.sort_by_key(|region| region.ags);
    settled.administrations =
        administrations(installed, file, (&settled.after(installed), choices));
    Ok(settled)
}

/// Keys out of use under which a place had the name it loses now: by the name they are known to be keys of one place.
fn renamed_keys(
    known: &HashMap<Ags, &Region>,
    file: &OfficialFile,
    settled: &[Region],
) -> Vec<Region> {
    let done: HashSet<Ags> = settled.iter().map(|region| region.ags).collect();
    let retired = known.values().filter(|region| !done.contains(&region.ags));
    let renamed = retired.filter_map(|region| {
        let first = region.successor?;
        let next = |ags: &Ags| known.get(ags).and_then(|region| region.successor);
        // So many at most: what leads in a circle leads nowhere.
        let last = std::iter::successors(Some(first), next)
            .take(known.len())
            .last()?;
        let (before, after) = (known.get(&last)?, file.get(last)?);
        let is_same = region.name == before.name && after.name != before.name;
        is_same.then(|| Region {
            name: after.name.clone(),
            ..(**region).clone()
        })
    });
    renamed.collect()
}

/// What a place new in the register is made from.
struct Map<'a> {
    installed: &'a Installed,
    file: &'a OfficialFile,
    choices: &'a Choices,
    known: &'a HashMap<Ags, &'a Region>,
}

impl Map<'_> {
    fn town(&self, place: &OfficialPlace) -> Region {
        let before = self
            .choices
            .iter()
            .filter(|(gone, next)| **next == place.ags && self.file.get(**gone).is_none());
        let mut before: Vec<&Region> = before
            .filter_map(|(gone, _)| self.known.get(gone).copied())
            .collect();
        before.sort_by_key(|region| region.ags);
        if let [only] = before.as_slice()
            && fold(&only.name) == fold(&place.name)
        {
            return region(place, only.position(), only.is_approximate);
        }
        let centre = centre_of(before.iter().copied()).or_else(|| self.amid(place));
        region(place, centre.unwrap_or(self.land(place)), true)
    }

    /// Amid those of its administration, else amid those of its Kreis.
    fn amid(&self, place: &OfficialPlace) -> Option<Position> {
        let living = || {
            let towns = self.installed.regions.iter();
            towns.filter(|region| is_town(region.level) && self.file.get(region.ags).is_some())
        };
        let key = place.ars.administration();
        let of_it = |ags: Ags| {
            self.file
                .get(ags)
                .is_some_and(|other| other.ars.administration() == key)
        };
        centre_of(living().filter(|region| of_it(region.ags))).or_else(|| {
            centre_of(living().filter(|region| region.ags.parent() == place.ags.parent()))
        })
    }

    fn kreis(&self, place: &OfficialPlace, after: &[Region]) -> Region {
        let towns = after.iter().filter(|region| {
            is_town(region.level) && region.successor.is_none() && place.ags.contains(region.ags)
        });
        let centre = centre_of(towns).unwrap_or(self.land(place));
        region(place, centre, true)
    }

    fn land(&self, place: &OfficialPlace) -> Position {
        let land = self.known.get(&place.ags.land_key());
        land.map_or(
            Position {
                lat: 51.2,
                lon: 10.4,
            },
            |land| land.position(),
        )
    }
}

fn centre_of<'a>(regions: impl Iterator<Item = &'a Region>) -> Option<Position> {
    mean(regions.map(|region| (region.position(), region.pop_est)))
}

fn region(place: &OfficialPlace, centre: Position, is_approximate: bool) -> Region {
    Region {
        ags: place.ags,
        ars: Some(place.ars.clone()),
        level: place.level,
        name: place.name.clone(),
        designation: place.designation,
        parent: place.ags.parent(),
        lat: centre.lat,
        lon: centre.lon,
        population: place.population,
        pop_est: place.population.unwrap_or(0),
        successor: None,
        is_approximate,
    }
}

/// The file tells one postcode of a place; those of its predecessors lead to it besides.
fn postcodes(installed: &Installed, file: &OfficialFile, new: &[Named]) -> Vec<PostcodeRow> {
    let there: HashSet<_> = installed.postcodes.iter().map(|row| row.postcode).collect();
    // A place that comes back has its postcodes still.
    let held: HashSet<_> = installed
        .postcodes
        .iter()
        .map(|row| (row.postcode, row.ags))
        .collect();
    let mut named = HashSet::new();
    let rows = new.iter().filter_map(|new| {
        let postcode = file.get(new.ags)?.postcode?;
        if held.contains(&(postcode, new.ags)) {
            return None;
        }
        // Each postcode has one main place.
        let primary = !there.contains(&postcode) && named.insert(postcode);
        Some(PostcodeRow {
            postcode,
            ags: new.ags,
            primary,
        })
    });
    rows.collect()
}
