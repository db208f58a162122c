use super::*;
use crate::reference::samples::{ags, gemeinde, kreis, land, shipped};
use crate::reference::{derive_administrations, parse_postcodes};

fn steinfurt() -> Vec<Region> {
    vec![
        gemeinde("05566084", "Steinfurt"),
        land("05", "Nordrhein-Westfalen"),
        kreis("05566", "Steinfurt"),
        gemeinde("05566060", "Neuenkirchen"),
    ]
}

fn retired(key: &str, successor: &str) -> Region {
    Region {
        successor: Some(ags(successor)),
        ..gemeinde(key, "Früher")
    }
}

fn build(regions: Vec<Region>) -> Result<Regions, BuildError> {
    Regions::build(regions, Vec::new(), Vec::new())
}

fn names<'a>(regions: impl IntoIterator<Item = &'a Region>) -> Vec<&'a str> {
    regions
        .into_iter()
        .map(|region| region.name.as_str())
        .collect()
}

#[test]
fn the_path_begins_with_the_land() {
    let regions = build(steinfurt()).unwrap();

    assert_eq!(
        names(regions.path(ags("05566060"))),
        ["Nordrhein-Westfalen", "Steinfurt"]
    );
    assert!(regions.path(ags("05")).is_empty());
}

#[test]
fn children_are_one_level_down() {
    let regions = build(steinfurt()).unwrap();

    assert_eq!(
        names(regions.children(ags("05566"))),
        ["Neuenkirchen", "Steinfurt"]
    );
    assert_eq!(names(regions.children(ags("05"))), ["Steinfurt"]);
}

#[test]
fn a_retired_key_answers_with_its_last_successor() {
    let mut rows = steinfurt();
    rows.push(retired("05566001", "05566002"));
    rows.push(retired("05566002", "05566060"));

    let regions = build(rows).unwrap();

    assert_eq!(regions.get(ags("05566001")).unwrap().name, "Neuenkirchen");
    assert!(regions.contains(ags("05566"), ags("05566001")));
    assert_eq!(regions.children(ags("05566")).count(), 2);
}

#[test]
fn a_retired_kreis_has_the_children_of_its_successor() {
    let mut rows = steinfurt();
    rows.push(Region {
        successor: Some(ags("05566")),
        ..kreis("05500", "Burgsteinfurt")
    });

    let regions = build(rows).unwrap();

    assert_eq!(regions.children(ags("05500")).count(), 2);
}

#[test]
fn retired_keys_in_a_circle_are_refused() {
    let mut rows = steinfurt();
    rows.push(retired("05566001", "05566002"));
    rows.push(retired("05566002", "05566001"));

    assert_eq!(
        build(rows).unwrap_err(),
        BuildError::Successor(ags("05566001"))
    );
}

#[test]
fn a_key_cannot_occur_twice() {
    let mut rows = steinfurt();
    rows.push(gemeinde("05566060", "Doppelt"));

    assert_eq!(
        build(rows).unwrap_err(),
        BuildError::Duplicate(ags("05566060"))
    );
}

#[test]
fn a_key_cannot_be_both_current_and_retired() {
    let mut rows = steinfurt();
    rows.push(retired("05566060", "05566084"));

    assert_eq!(
        build(rows).unwrap_err(),
        BuildError::Duplicate(ags("05566060"))
    );
}

#[test]
fn a_gemeinde_without_its_kreis_is_refused() {
    let rows = vec![
        land("05", "Nordrhein-Westfalen"),
        gemeinde("05566060", "Neuenkirchen"),
    ];

    assert_eq!(
        build(rows).unwrap_err(),
        BuildError::Parent(ags("05566060"))
    );
}

#[test]
fn the_postcode_of_a_retired_place_lies_in_its_successor() {
    let mut rows = steinfurt();
    rows.push(retired("05566001", "05566060"));
    let table = "postcode;ags;primary\n48485;05566001;1\n48485;05566060;0\n";

    let regions = Regions::build(rows, parse_postcodes(table).unwrap(), Vec::new()).unwrap();

    let postcode = "48485".parse().unwrap();
    assert_eq!(names(regions.places_of(postcode)), ["Neuenkirchen"]);
    assert_eq!(
        regions.postcodes_of(ags("05566001")).collect::<Vec<_>>(),
        [postcode]
    );
}

#[test]
fn a_postcode_in_an_unknown_place_is_refused() {
    let rows = parse_postcodes("postcode;ags;primary\n48485;05566999;1\n").unwrap();

    let error = Regions::build(steinfurt(), rows, Vec::new()).unwrap_err();

    assert_eq!(
        error,
        BuildError::PostcodePlace("48485".parse().unwrap(), ags("05566999"))
    );
}

#[test]
fn the_shipped_data_is_complete() {
    let regions = shipped();

    let count = |level| regions.at_level(level).count();
    assert_eq!(count(Level::Land), 16);
    assert_eq!(count(Level::Kreis), 400);
    assert_eq!(count(Level::Gemeinde), 10_773);
    assert_eq!(count(Level::Gemeindefrei), 205);
    assert_eq!(regions.postcode_rows().len(), 12_948);
    let mut postcodes: Vec<_> = regions
        .postcode_rows()
        .iter()
        .map(|row| row.postcode)
        .collect();
    postcodes.dedup();
    assert_eq!(postcodes.len(), 8_169);
}

#[test]
fn every_shipped_postcode_has_one_main_place() {
    let primary = shipped()
        .postcode_rows()
        .iter()
        .filter(|row| row.primary)
        .count();

    assert_eq!(primary, 8_169);
}

#[test]
fn the_shipped_data_has_about_1200_administrations() {
    let regions = shipped();

    assert_eq!(derive_administrations(regions.rows()).len(), 1_223);
    assert_eq!(regions.administrations().len(), 1_223);
}

#[test]
fn nastaetten_names_its_verbandsgemeinde() {
    let regions = shipped();

    let administration = regions.administration_of(ags("07141092")).unwrap();

    assert_eq!(administration.name, "Verbandsgemeinde Nastätten");
    assert_eq!(administration.key.as_str(), "071415007");
    assert!(administration.members.len() > 20);
}

#[test]
fn every_outline_of_the_shipped_map_is_a_place() {
    let map = migration::reference::MAP;
    let missing = shipped()
        .at_level(Level::Kreis)
        .filter(|kreis| !map.contains(&format!("\"id\":\"{}\"", kreis.ags)));

    assert_eq!(missing.count(), 0);
}
