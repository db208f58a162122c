//! What presumably took over a place that is gone. People decide; this only saves them typing.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use strum::IntoStaticStr;

use super::file::{OfficialFile, OfficialPlace};
use super::plan::{Installed, today};
use crate::fold::fold;
use crate::reference::{AdministrationKey, Ags, Ars, Level, Position, Postcode, Region};

/// A place that presumably took over another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its key.
    pub ags: Ags,
    /// Its name.
    pub name: String,
    /// Why it is presumed.
    pub reason: Reason,
}

/// Why a place is presumed to have taken over another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Reason {
    /// It is new and has the same name.
    SameName,
    /// It is the one new place of the same administration.
    SameAdministration,
    /// It is the one new place of the same Kreis with the same postcode.
    SamePostcode,
    /// It is the nearest one of the same Kreis, or of the Land.
    Nearest,
    /// Most people of the Kreis live there now.
    MostPeople,
}

/// What proposals are made from.
pub(super) struct Proposer<'a> {
    today: HashMap<Ags, &'a Region>,
    gone: Vec<&'a Region>,
    file: &'a OfficialFile,
    /// Places that were not there, by Land.
    new: BTreeMap<Ags, Vec<&'a OfficialPlace>>,
    postcodes: HashSet<(Ags, Postcode)>,
    centres: HashMap<Ags, Position>,
}

impl<'a> Proposer<'a> {
    pub(super) fn new(installed: &'a Installed, file: &'a OfficialFile) -> Self {
        let today = today(installed);
        let mut gone: Vec<&Region> = today.values().copied().collect();
        gone.retain(|region| file.get(region.ags).is_none());
        gone.sort_by_key(|region| region.ags);
        let mut new: BTreeMap<Ags, Vec<&OfficialPlace>> = BTreeMap::new();
        let is_new =
            |place: &&OfficialPlace| is_town(place.level) && !today.contains_key(&place.ags);
        for place in file.places.values().filter(is_new) {
            new.entry(place.ags.land_key()).or_default().push(place);
        }
        let postcodes = installed.postcodes.iter();
        let mut proposer = Self {
            postcodes: postcodes.map(|row| (row.ags, row.postcode)).collect(),
            centres: HashMap::new(),
            today,
            gone,
            file,
            new,
        };
        proposer.centres = proposer.guessed_centres();
        proposer
    }

    /// What presumably took over a place that is gone.
    pub(super) fn propose(&self, gone: &Region) -> Option<Proposal> {
        match gone.level {
            Level::Land => None,
            Level::Kreis => self.propose_kreis(gone),
            Level::Gemeinde | Level::Gemeindefrei => self.propose_town(gone),
        }
    }

    fn propose_town(&self, gone: &Region) -> Option<Proposal> {
        let new = self
            .new
            .get(&gone.ags.land_key())
            .map_or(&[][..], Vec::as_slice);
        let in_kreis =
            |place: &&OfficialPlace| gone.parent.is_some_and(|kreis| kreis.contains(place.ags));
        let name = fold(&gone.name);
        let named = only(
            new.iter()
                .copied()
                .filter(|place| fold(&place.name) == name),
        )
        .or_else(|| {
            only(
                new.iter()
                    .copied()
                    .filter(in_kreis)
                    .filter(|place| fold(&place.name) == name),
            )
        });
        let administration = gone.ars.as_ref().map(Ars::administration);
        let of_it = |place: &&OfficialPlace| {
            let key: AdministrationKey = place.ars.administration();
            administration.as_ref() == Some(&key)
        };
        let with_postcode = |place: &&OfficialPlace| self.shares_postcode(gone.ags, place);
        let found = [
            (named, Reason::SameName),
            (
                only(new.iter().copied().filter(of_it)),
                Reason::SameAdministration,
            ),
            (
                only(new.iter().copied().filter(in_kreis).filter(with_postcode)),
                Reason::SamePostcode,
            ),
            (self.nearest(gone), Reason::Nearest),
        ];
        found.into_iter().find_map(|(place, reason)| {
            place.map(|place| Proposal {
                ags: place.ags,
                name: place.name.clone(),
                reason,
            })
        })
    }

    /// Where most people live that lived in a Kreis.
    fn propose_kreis(&self, gone: &Region) -> Option<Proposal> {
        let mut people: HashMap<Ags, u64> = HashMap::new();
        let towns = self
            .today
            .values()
            .filter(|town| is_town(town.level) && gone.ags.contains(town.ags));
        for town in towns {
            let now = self
                .propose_town(town)
                .and_then(|proposal| proposal.ags.kreis());
            if let Some(kreis) = now {
                *people.entry(kreis).or_default() += u64::from(town.pop_est) + 1;
            }
        }
        let most = people
            .into_iter()
            .max_by_key(|(ags, people)| (*people, Reverse(*ags)));
        let place = self.file.get(most?.0)?;
        Some(Proposal {
            ags: place.ags,
            name: place.name.clone(),
            reason: Reason::MostPeople,
        })
    }

    /// The nearest Gemeinde of the Kreis, new or with its old name; of the Land where the Kreis has none.
    fn nearest(&self, gone: &Region) -> Option<&OfficialPlace> {
        let of = |outer: Ags| {
            let places = self.file.places.range(outer..);
            let places = places.take_while(move |(ags, _)| outer.contains(**ags));
            let towns = places.filter(|(_, place)| place.level == Level::Gemeinde);
            let far = towns.filter_map(|(ags, place)| {
                let centre = self.centres.get(ags).copied();
                let centre =
                    centre.or_else(|| self.today.get(ags).map(|region| region.position()))?;
                Some((gone.position().distance_km(centre), place))
            });
            let nearest = far.min_by(|(a, one), (b, other)| {
                a.total_cmp(b).then_with(|| one.ags.cmp(&other.ags))
            });
            nearest.map(|(_, place)| place)
        };
        gone.parent.and_then(of).or_else(|| of(gone.ags.land_key()))
    }

    /// The file tells no centres: a new place is presumed amid the places gone that have its postcode, else amid those
    /// gone from its Kreis.
    fn guessed_centres(&self) -> HashMap<Ags, Position> {
        let mut centres = HashMap::new();
        for place in self.new.values().flatten() {
            let near = |by: &dyn Fn(&Region) -> bool| {
                let regions = self
                    .gone
                    .iter()
                    .filter(|region| is_town(region.level) && by(region));
                mean(regions.map(|region| (region.position(), region.pop_est)))
            };
            let kreis = place.ags.kreis();
            let centre = near(&|region| self.shares_postcode(region.ags, place))
                .or_else(|| near(&|region| region.ags.kreis() == kreis));
            centres.extend(centre.map(|centre| (place.ags, centre)));
        }
        centres
    }

    fn shares_postcode(&self, old: Ags, new: &OfficialPlace) -> bool {
        let is_shared = |postcode| self.postcodes.contains(&(old, postcode));
        new.postcode.is_some_and(is_shared)
    }
}

/// The centre of places, the large ones counting more.
pub(super) fn mean(places: impl Iterator<Item = (Position, u32)>) -> Option<Position> {
    let (mut lat, mut lon, mut weight) = (0.0, 0.0, 0.0);
    for (position, people) in places {
        let people = f64::from(people.max(1));
        lat += position.lat * people;
        lon += position.lon * people;
        weight += people;
    }
    (weight > 0.0).then(|| Position {
        lat: lat / weight,
        lon: lon / weight,
    })
}

/// The one there is, if it is one.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

pub(super) const fn is_town(level: Level) -> bool {
    matches!(level, Level::Gemeinde | Level::Gemeindefrei)
}
