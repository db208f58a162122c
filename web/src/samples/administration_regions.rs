//! Samples of the pages about places.

use super::Collector;
use crate::Role;
use crate::pages::{
    GoneRow, LineTrouble, PresumedBy, RegionCounts, RegionImportPage, RegionsPage, RegionsProblem,
    SuccessorTrouble,
};

const PATH: &str = "/verwaltung/gebiete/01938f6e-7d2c-7000-8000-0000000000c1";

pub(super) fn collect(collector: &mut Collector) {
    let page = RegionsPage {
        frame: collector.signed_in("/verwaltung/gebiete", Role::Admin),
        state: collector.pick("31. Dezember 2023", "31 December 2023"),
        is_official: false,
        kreise: 400,
        gemeinden: 10_773,
        retired: 0,
        problem: None,
    };
    collector.add("regions", "shipped", &page);
    let official = RegionsPage {
        is_official: true,
        retired: 112,
        ..page.clone()
    };
    collector.add("regions", "official", &official);
    let key = || "16067029".to_owned();
    let line = |trouble| RegionsProblem::Line(4_711, trouble);
    let problems = [
        ("none", RegionsProblem::None),
        ("empty", RegionsProblem::Empty),
        ("kind", line(LineTrouble::Kind)),
        ("short", line(LineTrouble::Short)),
        ("day", line(LineTrouble::Day)),
        ("key", line(LineTrouble::Key)),
        ("name", line(LineTrouble::Name)),
        ("designation", line(LineTrouble::Designation)),
        ("population", line(LineTrouble::Population)),
        ("postcode", line(LineTrouble::Postcode)),
        ("other-day", line(LineTrouble::OtherDay)),
        ("twice", line(LineTrouble::Twice(key()))),
        ("orphan", line(LineTrouble::Orphan(key()))),
        ("hollow", line(LineTrouble::Hollow("16067".to_owned()))),
        (
            "older",
            RegionsProblem::Older(official.state.clone(), official.state.clone()),
        ),
        ("cut", RegionsProblem::CutOff("Thüringen".to_owned())),
        ("few", RegionsProblem::TooFew(9_100, 10_773)),
        ("unfit", RegionsProblem::Unfit),
    ];
    for (name, problem) in problems {
        let page = RegionsPage {
            problem: Some(problem),
            ..page.clone()
        };
        collector.add("regions", name, &page);
    }
    collect_import(collector);
}

#[expect(clippy::too_many_lines, reason = "a sample, field after field")]
fn collect_import(collector: &mut Collector) {
    let row = |ags: &str, reason, problem| GoneRow {
        ags: ags.to_owned(),
        name: "Tüttendorf, Kreis Rendsburg-Eckernförde".to_owned(),
        text: "01058175 Neudorf".to_owned(),
        reason,
        problem,
    };
    let presumed = [
        ("01058164", PresumedBy::Name),
        ("01058165", PresumedBy::Administration),
        ("01058166", PresumedBy::Postcode),
        ("01058167", PresumedBy::Distance),
        ("01058", PresumedBy::People),
    ];
    let renamed = ("01058001", "Achterwehr", "Bad Achterwehr");
    let page = RegionImportPage {
        frame: collector.signed_in(PATH, Role::Admin),
        path: PATH.to_owned(),
        installed: collector.pick("31. Dezember 2023", "31 December 2023"),
        state: collector.pick("30. September 2026", "30 September 2026"),
        until: collector.pick("morgen, 9:00 Uhr", "tomorrow, 9:00"),
        new: vec!["01058175 Neudorf".to_owned()],
        renamed: vec![(
            renamed.0.to_owned(),
            renamed.1.to_owned(),
            renamed.2.to_owned(),
        )],
        counts: RegionCounts {
            new: 3,
            renamed: 2,
            redesignated: 1,
            regrouped: 5,
            repopulated: 10_770,
        },
        gone: presumed
            .into_iter()
            .map(|(ags, reason)| row(ags, Some(reason), None))
            .collect(),
    };
    collector.add("region-import", "gone", &page);
    let wrong = [
        ("01058164", SuccessorTrouble::Missing),
        ("01058165", SuccessorTrouble::Unknown),
        ("01058166", SuccessorTrouble::Ambiguous),
        ("01058167", SuccessorTrouble::OtherLand),
        ("01058168", SuccessorTrouble::Level),
    ];
    let wrong = RegionImportPage {
        gone: wrong
            .into_iter()
            .map(|(ags, problem)| row(ags, Some(PresumedBy::Distance), Some(problem)))
            .collect(),
        ..page.clone()
    };
    collector.add("region-import", "wrong", &wrong);
    let quiet = RegionImportPage {
        new: Vec::new(),
        renamed: Vec::new(),
        counts: RegionCounts::default(),
        gone: Vec::new(),
        ..page
    };
    collector.add("region-import", "quiet", &quiet);
}
