//! One place, however its name is written.

use super::*;

#[test]
fn the_larger_schwerin_comes_first_and_once() {
    assert_eq!(keys("Schwerin")[..2], ["13004000", "12061448"]);
    assert!(!keys("Schwerin").contains(&"13004"));
}

#[test]
fn hagen_is_the_city_before_the_villages() {
    assert_eq!(first("Hagen"), "05914000");
    assert!(keys("Hagen").contains(&"01060031"));
}

#[test]
fn all_eleven_neuenkirchen_are_reachable() {
    let hits = shipped().search("Neuenkirchen", None, 20);
    let exact: Vec<_> = hits
        .iter()
        .filter(|hit| hit.region.name == "Neuenkirchen")
        .collect();

    assert_eq!(exact.len(), 11);
    assert!(
        exact
            .iter()
            .all(|hit| shipped().path(hit.region.ags).len() == 2)
    );
    assert_eq!(hits[0].region.ags.as_str(), "05566060");
}

#[test]
fn brackets_are_optional() {
    assert_eq!(first("Halle"), "15002000");
    assert!(keys("Halle").contains(&"05754012"));
    assert_eq!(first("Halle Westfalen"), "05754012");
    assert_eq!(first("koethen"), "15082180");
    assert_eq!(first("Köthen"), "15082180");
}

#[test]
fn muenchen_is_answered_once_in_any_spelling() {
    for spelling in ["München", "muenchen", "MÜNCHEN", "Mu\u{308}nchen"] {
        let keys = keys(spelling);

        assert_eq!(keys[..2], ["09162000", "09184"], "{spelling}");
        assert!(!keys.contains(&"09162"));
    }
}

#[test]
fn bitterfeld_finds_the_town_and_then_the_kreis() {
    assert_eq!(keys("bitterfeld")[..2], ["15082015", "15082"]);
    assert_eq!(keys("Bitterfedl")[..2], ["15082", "15082015"]);
}

#[test]
fn both_frankfurts_are_found_and_told_apart() {
    assert_eq!(keys("Frankfurt")[..2], ["06412000", "12053000"]);
    for text in [
        "Frankfurt Oder",
        "Frankfurt (O.)",
        "Frankfurt/Oder",
        "frankfurt o",
    ] {
        assert_eq!(first(text), "12053000", "{text}");
    }
    for text in [
        "Frankfurt am Main",
        "Frankfurt a. M.",
        "Frankfurt/M",
        "Frankfurt am",
    ] {
        assert_eq!(first(text), "06412000", "{text}");
    }
}

#[test]
fn typing_errors_are_forgiven() {
    let witten = shipped().search("Wittn", None, 10);

    let hit = witten
        .iter()
        .find(|hit| hit.region.ags.as_str() == "05954036")
        .unwrap();
    assert_eq!(hit.quality, MatchQuality::Typo);
    assert_eq!(first("Neuenkrichen Steinfurt"), "05566060");
    assert_eq!(first("Gelsenkirhcen"), "05513000");
}

#[test]
fn sankt_is_st() {
    for text in [
        "Sankt Augustin",
        "St. Augustin",
        "st augustin",
        "St.Augustin",
    ] {
        assert_eq!(first(text), "05382056", "{text}");
    }
    assert_eq!(first("Sankt Wendel"), "10046");
    assert!(keys("St").contains(&"08111000"));
}

#[test]
fn abbreviated_rivers_and_regions_are_found() {
    for text in [
        "Neustadt a.d. Aisch",
        "Neustadt an der Aisch",
        "Neustadt Aisch",
    ] {
        assert_eq!(first(text), "09575153", "{text}");
    }
    assert_eq!(first("Weiden in der Oberpfalz"), "09363000");
    assert_eq!(first("Weiden OPf"), "09363000");
    assert_eq!(first("Bad Homburg vor der Höhe"), "06434001");
}

#[test]
fn a_later_word_finds_the_place() {
    let hits = shipped().search("Homburg v.d. Höhe", None, 5);

    assert_eq!(hits[0].quality, MatchQuality::WordPrefix);
    assert_eq!(hits[0].region.name, "Bad Homburg v.d. Höhe");
}

#[test]
fn an_unknown_word_at_the_end_is_left_out() {
    assert_eq!(first("Berlin Mitte"), "11000000");
    assert_eq!(first("Witten Stockum"), "05954036");
    assert!(keys("xyzzy Witten").is_empty());
}
