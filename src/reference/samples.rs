//! Places for tests: the shipped ones, and small ones made by hand.

use std::sync::LazyLock;

use super::{
    Ags, Designation, Level, Region, Regions, derive_administrations, parse_postcodes,
    parse_regions,
};

/// The directory built from the shipped files.
pub(super) fn shipped() -> &'static Regions {
    static SHIPPED: LazyLock<Regions> = LazyLock::new(|| {
        let regions = parse_regions(migration::reference::REGIONS).unwrap();
        let postcodes = parse_postcodes(migration::reference::POSTCODES).unwrap();
        let administrations = derive_administrations(&regions);
        Regions::build(regions, postcodes, administrations).unwrap()
    });
    &SHIPPED
}

pub(super) fn ags(text: &str) -> Ags {
    text.parse().unwrap()
}

pub(super) fn gemeinde(key: &str, name: &str) -> Region {
    place(key, name, Level::Gemeinde, Designation::Gemeinde)
}

pub(super) fn kreis(key: &str, name: &str) -> Region {
    place(key, name, Level::Kreis, Designation::Kreis)
}

pub(super) fn land(key: &str, name: &str) -> Region {
    place(key, name, Level::Land, Designation::Land)
}

fn place(key: &str, name: &str, level: Level, designation: Designation) -> Region {
    let ags = ags(key);
    Region {
        ags,
        ars: None,
        level,
        name: name.to_owned(),
        designation,
        parent: ags.parent(),
        lat: 51.0,
        lon: 9.0,
        population: Some(1000),
        pop_est: 1000,
        successor: None,
        is_approximate: false,
    }
}
