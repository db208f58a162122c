//! What an official file changes of the places of an installation: compared, nothing decided.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::file::{OfficialFile, OfficialPlace};
use super::proposal::{Proposal, Proposer};
use crate::fold::fold;
use crate::reference::{Ags, Designation, Level, NamedAdministration, PostcodeRow, Region};

/// Of a hundred Gemeinden of Germany a file has this many at least: with fewer it is cut off.
const LEAST_OF_ALL: usize = 95;
/// The same for each Kreis there is.
const LEAST_OF_A_KREIS: usize = 50;

/// The places an installation has.
#[derive(Debug, Clone)]
pub struct Installed {
    /// The day they describe.
    pub state: NaiveDate,
    /// Those of today and those out of use.
    pub regions: Vec<Region>,
    /// Their postcodes.
    pub postcodes: Vec<PostcodeRow>,
    /// What is known of shared administrations besides their members.
    pub administrations: Vec<NamedAdministration>,
}

/// What a file changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The day the installation describes.
    pub installed: NaiveDate,
    /// The day the file describes.
    pub state: NaiveDate,
    /// Places that were not there.
    pub new: Vec<Named>,
    /// Places that are called otherwise now.
    pub renamed: Vec<Renamed>,
    /// Places that call themselves otherwise, such as a Gemeinde that became a Stadt.
    pub redesignated: usize,
    /// Places that lie in another administration, or got a long key.
    pub regrouped: usize,
    /// Places with another number of inhabitants.
    pub repopulated: usize,
    /// Places that are not there any more: each needs a successor.
    pub gone: Vec<Gone>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its key.
    pub ags: Ags,
    /// Its name.
    pub name: String,
}

/// A place with another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// Its key.
    pub ags: Ags,
    /// What it was called.
    pub from: String,
    /// What it is called now.
    pub to: String,
}

/// A place that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Its key.
    pub ags: Ags,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: Level,
    /// What presumably took it over.
    pub proposal: Option<Proposal>,
    /// What people said took it over.
    pub chosen: Option<Named>,
}

impl Gone {
    /// What took it over: what people said, else what is presumed.
    fn successor(&self) -> Option<Ags> {
        let proposal = self.proposal.as_ref().map(|proposal| proposal.ags);
        self.chosen.as_ref().map(|chosen| chosen.ags).or(proposal)
    }
}

/// Why a file is not a whole one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Shortfall {
    /// A Land is missing.
    #[error("the file has no record of {0}: it is cut off")]
    Land(String),
    /// A Kreis is missing and its Gemeinden are nowhere else, or most of them are missing.
    #[error("the file lacks {0} or most of its Gemeinden: it is cut off")]
    Kreis(String),
    /// Too many Gemeinden are missing.
    #[error("the file has {there} Gemeinden instead of {before}: it is cut off")]
    Gemeinden {
        /// So many there were.
        before: usize,
        /// So many there are.
        there: usize,
    },
}

impl Plan {
    /// Compares a file with what is installed.
    pub fn of(installed: &Installed, file: &OfficialFile) -> Self {
        let today = today(installed);
        let mut plan = Self {
            installed: installed.state,
            state: file.state,
            new: Vec::new(),
            renamed: Vec::new(),
            redesignated: 0,
            regrouped: 0,
            repopulated: 0,
            gone: Vec::new(),
        };
        for (ags, place) in &file.places {
            match today.get(ags) {
                Some(region) => plan.compare(region, place),
                None => plan.new.push(Named {
                    ags: *ags,
                    name: place.name.clone(),
                }),
            }
        }
        let proposer = Proposer::new(installed, file);
        let gone = today
            .values()
            .filter(|region| file.get(region.ags).is_none());
        plan.gone = gone
            .map(|region| Gone {
                ags: region.ags,
                name: region.name.clone(),
                level: region.level,
                proposal: proposer.propose(region),
                chosen: None,
            })
            .collect();
        plan.gone.sort_by_key(|gone| gone.ags);
        plan
    }

    fn compare(&mut self, region: &Region, place: &OfficialPlace) {
        let next = updated(region, place);
        if next.name != region.name {
            self.renamed.push(Renamed {
                ags: region.ags,
                from: region.name.clone(),
                to: next.name,
            });
        }
        self.redesignated += usize::from(next.designation != region.designation);
        self.regrouped += usize::from(next.ars != region.ars);
        self.repopulated += usize::from(next.population != region.population);
    }

    /// Places that keep their name under another key.
    pub fn moved(&self) -> usize {
        let names: HashMap<Ags, &str> = self
            .new
            .iter()
            .map(|new| (new.ags, new.name.as_str()))
            .collect();
        let is_moved = |gone: &&Gone| {
            let name = gone.successor().and_then(|ags| names.get(&ags));
            name.is_some_and(|name| fold(name) == fold(&gone.name))
        };
        self.gone.iter().filter(is_moved).count()
    }
}

/// The places of today by key.
pub(super) fn today(installed: &Installed) -> HashMap<Ags, &Region> {
    let living = installed.regions.iter();
    living
        .filter(|region| region.successor.is_none())
        .map(|region| (region.ags, region))
        .collect()
}

/// A place of today as the file has it; its centre stays, and a name that only is written otherwise.
pub(super) fn updated(region: &Region, place: &OfficialPlace) -> Region {
    let is_same_name = region.level == Level::Land || words(&region.name) == words(&place.name);
    let is_special = region.designation == Designation::Kommunalverband
        && matches!(
            place.designation,
            Designation::Kreis | Designation::Landkreis
        );
    Region {
        ars: Some(place.ars.clone()),
        level: place.level,
        name: if is_same_name {
            region.name.clone()
        } else {
            place.name.clone()
        },
        designation: if is_special {
            region.designation
        } else {
            place.designation
        },
        population: place.population,
        pop_est: place.population.unwrap_or(0),
        successor: None,
        ..region.clone()
    }
}

/// The words of a name in order of the alphabet: "Aachen, Städteregion" is "Städteregion Aachen".
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let mut words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
    words.sort_unstable();
    words
}

/// Refuses what was cut off: half a file would send half the country into retirement.
///
/// # Errors
/// A Land or a Kreis is missing, or too many Gemeinden are.
pub(super) fn check_whole(installed: &Installed, file: &OfficialFile) -> Result<(), Shortfall> {
    let today = today(installed);
    let mut before: HashMap<Ags, Vec<&Region>> = HashMap::new();
    let mut lands_and_kreise: Vec<&Region> = Vec::new();
    for region in today.values() {
        match region.level {
            Level::Land | Level::Kreis => lands_and_kreise.push(region),
            Level::Gemeinde => before
                .entry(region.ags.land_key())
                .or_default()
                .push(region),
            Level::Gemeindefrei => {}
        }
    }
    lands_and_kreise.sort_by_key(|region| region.ags);
    for region in lands_and_kreise {
        if region.level == Level::Land && file.get(region.ags).is_none() {
            return Err(Shortfall::Land(region.name.clone()));
        }
        let towns = before
            .get(&region.ags.land_key())
            .map_or(&[][..], Vec::as_slice);
        if region.level == Level::Kreis && is_cut(region, towns, file) {
            return Err(Shortfall::Kreis(region.full_name()));
        }
    }
    let gemeinden = file.places.values();
    let there = gemeinden
        .filter(|place| place.level == Level::Gemeinde)
        .count();
    let before = before.values().map(Vec::len).sum();
    if there * 100 < before * LEAST_OF_ALL {
        return Err(Shortfall::Gemeinden { before, there });
    }
    Ok(())
}

/// Whether most Gemeinden of a Kreis are neither in it any more nor, under the same name, elsewhere in the Land.
fn is_cut(kreis: &Region, of_land: &[&Region], file: &OfficialFile) -> bool {
    let towns = || of_land.iter().filter(|town| kreis.ags.contains(town.ags));
    let there = file
        .places
        .range(kreis.ags..)
        .take_while(|(ags, _)| kreis.ags.contains(**ags));
    let there = there
        .filter(|(_, place)| place.level == Level::Gemeinde)
        .count();
    if there * 100 >= towns().count() * LEAST_OF_A_KREIS {
        return false;
    }
    let is_in_land = |town: &&&Region| {
        let land = town.ags.land_key();
        let places = file
            .places
            .range(land..)
            .take_while(|(ags, _)| land.contains(**ags));
        let mut gemeinden = places.filter(|(_, place)| place.level == Level::Gemeinde);
        gemeinden.any(|(_, place)| words(&place.name) == words(&town.name))
    };
    towns().filter(is_in_land).count() * 100 < towns().count() * LEAST_OF_A_KREIS
}
