//! Kreis, Land, level, postcode and administration choose among places.

use super::*;

#[test]
fn a_kreis_or_land_beside_the_name_chooses() {
    assert_eq!(first("Neuenkirchen Steinfurt"), "05566060");
    assert_eq!(first("Neuenkirchen (Kreis Steinfurt)"), "05566060");
    assert_eq!(first("Schwerin Mecklenburg"), "13004000");
    assert_eq!(first("Mecklenburg Schwerin"), "13004000");
    assert_eq!(first("Schwerin Brandenburg"), "12061448");
    assert_eq!(first("Hagen NRW"), "05914000");
}

#[test]
fn the_kreis_of_a_city_is_found_when_its_level_is_asked_for() {
    assert_eq!(keys_at("München", Some(Level::Kreis)), ["09162", "09184"]);
    assert_eq!(keys_at("Schwerin", Some(Level::Kreis))[0], "13004");
}

#[test]
fn a_stadtstaat_is_answered_as_its_gemeinde() {
    assert_eq!(first("Berlin"), "11000000");
    assert!(
        !keys("Berlin")
            .iter()
            .any(|key| ["11", "11000"].contains(key))
    );
    assert_eq!(keys_at("Berlin", Some(Level::Land)), ["11"]);
    assert_eq!(first("Bremen"), "04011000");
}

#[test]
fn a_kind_beside_the_name_chooses_the_level() {
    assert_eq!(first("Kreis Steinfurt"), "05566");
    assert_eq!(first("Landkreis Anhalt-Bitterfeld"), "15082");
    assert_eq!(first("LK München"), "09184");
    assert_eq!(first("Stadt Steinfurt"), "05566084");
    assert_eq!(first("Land Brandenburg"), "12");
    assert_eq!(
        first("Landkreis Neustadt an der Aisch-Bad Windsheim"),
        "09575"
    );
}

#[test]
fn a_kind_that_does_not_exist_is_ignored() {
    assert_eq!(first("Kreis Schwerin"), "13004000");
    assert_eq!(first("Amt Nastätten"), "07141092");
}

#[test]
fn a_verbandsgemeinde_finds_its_seat_and_its_members() {
    for text in [
        "Verbandsgemeinde Nastätten",
        "VG Nastätten",
        "vg nastaetten",
    ] {
        let hits = shipped().search(text, None, 50);

        assert_eq!(hits[0].region.ags.as_str(), "07141092", "{text}");
        assert!(hits.len() > 20);
        let key = |hit: &PlaceHit<'_>| {
            hit.administration
                .map(|found| found.key.as_str().to_owned())
        };
        assert!(
            hits[..20]
                .iter()
                .all(|hit| key(hit).as_deref() == Some("071415007"))
        );
    }
}

#[test]
fn a_member_shows_its_administration() {
    let hits = shipped().search("Nastätten", None, 5);

    assert_eq!(hits[0].region.ags.as_str(), "07141092");
    assert_eq!(
        hits[0].administration.unwrap().name,
        "Verbandsgemeinde Nastätten"
    );
}

#[test]
fn a_gemeinde_called_amt_is_found_by_its_name() {
    assert_eq!(first("Amt Neuhaus"), "03355049");
}

#[test]
fn a_postcode_finds_its_places() {
    assert_eq!(keys("06366"), ["15082180"]);
    assert_eq!(keys("58452"), ["05954036"]);
    assert_eq!(first("10115"), "11000000");
    assert_eq!(keys_at("06366", Some(Level::Kreis)), ["15082"]);
    assert_eq!(first("D-06366"), "15082180");
    assert!(keys("99999").is_empty());
}

#[test]
fn the_main_place_of_a_postcode_comes_first() {
    let hits = shipped().search("56355", None, 50);

    assert_eq!(hits[0].region.ags.as_str(), "07141037");
    assert_eq!(hits.len(), 10);
    assert_eq!(first("56355 Nastätten"), "07141092");
}

#[test]
fn the_beginning_of_a_postcode_finds_places() {
    assert!(keys("0636").contains(&"15082180"));
    assert_eq!(keys("1").len(), 20);
}

#[test]
fn a_key_finds_its_place() {
    assert_eq!(keys("05954036"), ["05954036"]);
    assert_eq!(keys("05958"), ["05958"]);
}

#[test]
fn gemeindefreie_gebiete_only_come_when_asked_for() {
    assert!(keys("Sachsenwald").iter().all(|key| *key != "01053105"));
    assert_eq!(
        keys_at("Sachsenwald", Some(Level::Gemeindefrei)),
        ["01053105"]
    );
}

#[test]
fn the_short_name_of_a_land_finds_it() {
    assert_eq!(first("NRW"), "05");
    assert_eq!(first("LSA"), "15");
}
