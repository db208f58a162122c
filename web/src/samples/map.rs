//! Samples of the map.

use super::Collector;
use crate::Role;
use crate::pages::{MapPage, RegionMap, RegionShape};

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
pub(super) fn collect(collector: &mut Collector) {
    let shapes = [
        (
            "Schleswig-Holstein",
            "SH",
            "M160 20 360 20 360 180 160 180Z",
            (260, 112),
            Some(22),
            2,
        ),
        (
            "Niedersachsen",
            "NI",
            "M80 192 380 192 380 400 80 400Z",
            (232, 304),
            Some(61),
            3,
        ),
        (
            "Sachsen-Anhalt",
            "ST",
            "M392 192 520 192 520 420 392 420Z",
            (456, 312),
            Some(35),
            2,
        ),
        (
            "Nordrhein-Westfalen",
            "NW",
            "M20 412 280 412 280 620 20 620Z",
            (152, 520),
            Some(140),
            4,
        ),
        (
            "Bayern",
            "BY",
            "M300 632 600 632 600 960 300 960Z",
            (448, 800),
            Some(88),
            3,
        ),
        (
            "Saarland/Rheinland-Pfalz",
            "SL/RP",
            "M20 632 180 632 180 800 20 800Z",
            (100, 720),
            None,
            0,
        ),
    ];
    let shape = |(label, short, outline, label_at, count, bucket): (&str, &str, &str, _, _, _)| {
        RegionShape {
            label: label.to_owned(),
            short: short.to_owned(),
            outline: outline.to_owned(),
            label_at,
            href: format!("/suche?land={short}"),
            count,
            bucket,
        }
    };
    let mut page = MapPage {
        frame: collector.signed_in("/karte", Role::Coordinator),
        map: RegionMap {
            view_box: "0 0 620 980".to_owned(),
            shapes: shapes.into_iter().map(shape).collect(),
        },
        total: Some(348),
        land: None,
    };
    collector.add("map", "lands", &page);
    page.land = Some("Sachsen-Anhalt".to_owned());
    collector.add("map", "kreise", &page);
}
