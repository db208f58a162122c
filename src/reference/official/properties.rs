//! Whatever one file after the other says, every key there ever was leads to a living place.

use std::collections::HashSet;

use proptest::prelude::*;

use super::file::{OfficialFile, OfficialPlace};
use super::samples::{after, file_of, installed, place, postcode, settled};
use crate::reference::samples::{ags, gemeinde, kreis, land};
use crate::reference::{Ags, Level, Region};

/// What one place of a small land does between two files.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Stays,
    Goes,
    IsRenamed,
    IsRenumbered,
}

fn fates() -> impl Strategy<Value = Vec<Fate>> {
    let fate = prop_oneof![
        4 => Just(Fate::Stays),
        2 => Just(Fate::Goes),
        1 => Just(Fate::IsRenamed),
        2 => Just(Fate::IsRenumbered),
    ];
    proptest::collection::vec(fate, 20)
}

/// Two Länder, two Kreise each, five Gemeinden each.
fn lands() -> Vec<Region> {
    let mut regions = Vec::new();
    for number in ["01", "03"] {
        regions.push(land(number, number));
        for kreis_number in 1..=2 {
            let key = format!("{number}05{kreis_number}");
            regions.push(kreis(&key, &key));
            regions.extend((1..=5).map(|town| {
                let key = format!("{key}00{town}");
                Region {
                    lat: 50.0 + f64::from(town) / 10.0,
                    ..gemeinde(&key, &format!("Ort {key}"))
                }
            }));
        }
    }
    regions
}

/// The file of the next quarter; what is left of a Kreis is at least its first Gemeinde.
fn next_quarter(file: &OfficialFile, fates: &[Fate], round: u32) -> OfficialFile {
    let mut places: Vec<OfficialPlace> = Vec::new();
    let mut fates = fates.iter().cycle();
    for place in file.places.values() {
        if place.level != Level::Gemeinde || place.ags.as_str().ends_with("001") {
            places.push(place.clone());
            continue;
        }
        let mut next = place.clone();
        match fates.next() {
            Some(Fate::Goes) => continue,
            Some(Fate::IsRenamed) => next.name = format!("{} {round}", next.name),
            Some(Fate::IsRenumbered) => {
                let last = &place.ags.as_str()[7..];
                let kreis = if last.as_bytes()[0].is_multiple_of(2) {
                    "1"
                } else {
                    "2"
                };
                let key = format!("{}{kreis}{}{last}", &place.ags.as_str()[..4], 10 + round);
                if file.places.contains_key(&ags(&key)) {
                    continue;
                }
                next = OfficialPlace {
                    name: next.name,
                    ..self::place(&key, "", None)
                };
            }
            Some(Fate::Stays) | None => {}
        }
        places.push(next);
    }
    OfficialFile::of(file.state.succ_opt().unwrap(), places, Vec::new())
}

proptest! {
    #[test]
    fn every_key_there_ever_was_leads_to_a_living_place_of_its_land(
        rounds in proptest::collection::vec(fates(), 1..4),
    ) {
        let mut installed = installed(lands(), vec![postcode("25701", "01051002")]);
        let mut file = file_of(&installed.regions);
        let mut ever: HashSet<Ags> = file.places.keys().copied().collect();
        for (round, fates) in (1..).zip(&rounds) {
            file = next_quarter(&file, fates, round);
            ever.extend(file.places.keys());

            let (plan, settled) = settled(&installed, &file);
            let (next, regions) = after(&installed, &file, &settled);

            for key in &ever {
                let now = regions.get(*key);
                prop_assert!(now.is_some_and(|now| now.ags.land() == key.land()), "{key}");
                prop_assert!(now.is_some_and(|now| file.places.contains_key(&now.ags)), "{key}");
                prop_assert!(now.is_some_and(|now| (44.0..56.0).contains(&now.lat)), "{key}");
            }
            let living = next.regions.iter().filter(|region| region.successor.is_none());
            prop_assert_eq!(living.count(), file.places.len());
            let (again, nothing) = self::settled(&next, &file);
            prop_assert!(nothing.is_nothing(), "{plan:?} {again:?}");
            installed = next;
        }
    }

    #[test]
    fn no_bytes_make_the_reader_fall(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        drop(OfficialFile::read(&bytes));
    }
}
