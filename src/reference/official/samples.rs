//! Files and installations for tests.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::choices::Choices;
use super::file::{OfficialFile, OfficialPlace};
use super::plan::{Installed, Plan};
use super::settle::{Settled, settle};
use crate::reference::samples::{ags, gemeinde, kreis, land};
use crate::reference::{
    Level, PostcodeRow, Region, Regions, parse_postcodes, parse_regions, service,
};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn installed(regions: Vec<Region>, postcodes: Vec<PostcodeRow>) -> Installed {
    Installed {
        state: day("2023-12-31"),
        regions,
        postcodes,
        administrations: Vec::new(),
    }
}

pub(super) fn shipped() -> Installed {
    installed(
        parse_regions(migration::reference::REGIONS).unwrap(),
        parse_postcodes(migration::reference::POSTCODES).unwrap(),
    )
}

/// A place as a file would have it that changes nothing.
pub(super) fn official(region: &Region) -> OfficialPlace {
    let digits = region.ags.as_str();
    let ars = match (&region.ars, digits.len()) {
        (Some(ars), _) => ars.clone(),
        (None, 8) => format!("{}0{}{}", &digits[..5], &digits[5..], &digits[5..])
            .try_into()
            .unwrap(),
        (None, _) => format!("{digits:0<12}").try_into().unwrap(),
    };
    OfficialPlace {
        ags: region.ags,
        ars,
        level: region.level,
        designation: region.designation,
        name: region.name.clone(),
        population: region
            .population
            .or((region.level == Level::Gemeinde).then_some(region.pop_est)),
        postcode: None,
    }
}

pub(super) fn file_of(regions: &[Region]) -> OfficialFile {
    OfficialFile::of(day("2026-09-30"), regions.iter().map(official), Vec::new())
}

pub(super) fn place(key: &str, name: &str, postcode: Option<&str>) -> OfficialPlace {
    OfficialPlace {
        postcode: postcode.map(|postcode| postcode.parse().unwrap()),
        ..official(&gemeinde(key, name))
    }
}

pub(super) fn without(file: &mut OfficialFile, keys: &[&str]) {
    for key in keys {
        file.places.remove(&ags(key)).unwrap();
    }
}

pub(super) fn proposals(plan: &Plan) -> Choices {
    let gone = plan.gone.iter();
    gone.map(|gone| (gone.ags, gone.proposal.as_ref().unwrap().ags))
        .collect()
}

pub(super) fn settled(installed: &Installed, file: &OfficialFile) -> (Plan, Settled) {
    let plan = Plan::of(installed, file);
    let settled = settle(installed, file, &plan, &proposals(&plan)).unwrap();
    (plan, settled)
}

/// The installation afterwards, and its directory.
pub(super) fn after(
    installed: &Installed,
    file: &OfficialFile,
    settled: &Settled,
) -> (Installed, Regions) {
    let postcodes = installed
        .postcodes
        .iter()
        .chain(&settled.postcodes)
        .cloned();
    let named = installed
        .administrations
        .iter()
        .chain(&settled.administrations);
    let named: BTreeMap<_, _> = named
        .map(|named| (named.key.clone(), named.clone()))
        .collect();
    let next = Installed {
        state: file.state,
        regions: settled.after(installed),
        postcodes: postcodes.collect(),
        administrations: named.into_values().collect(),
    };
    let regions = service::assemble(
        next.regions.clone(),
        next.postcodes.clone(),
        next.administrations.clone(),
    );
    (next, regions.unwrap())
}

pub(super) fn postcode(postcode: &str, key: &str) -> PostcodeRow {
    PostcodeRow {
        postcode: postcode.parse().unwrap(),
        ags: ags(key),
        primary: true,
    }
}

/// A Land with two Kreise of a few Gemeinden each.
pub(super) fn small() -> Installed {
    let at = |region: Region, lat: f64, people: u32| Region {
        lat,
        pop_est: people,
        population: Some(people),
        ..region
    };
    let regions = vec![
        land("01", "Küstenland"),
        kreis("01051", "Nord"),
        kreis("01053", "Süd"),
        at(gemeinde("01051001", "Aal"), 54.0, 3_000),
        at(gemeinde("01051002", "Barsch"), 54.1, 1_000),
        at(gemeinde("01051003", "Dorsch"), 54.4, 500),
        at(gemeinde("01051004", "Butt"), 54.5, 500),
        at(gemeinde("01053001", "Hecht"), 53.0, 9_000),
        at(gemeinde("01053002", "Zander"), 53.2, 700),
    ];
    installed(
        regions,
        vec![postcode("25701", "01051001"), postcode("25702", "01051003")],
    )
}
