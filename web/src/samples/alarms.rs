//! Samples of the page of alarms.

use super::Collector;
use crate::Role;
use crate::pages::{AlarmDone, AlarmKind, AlarmRow, AlarmsPage};

pub(super) fn collect(collector: &mut Collector) {
    let sweep = AlarmRow {
        id: "alm_0193c2a0-7b1c-7c1e-9f44-5a0d3b6f2e11".to_owned(),
        kind: AlarmKind::Sweep,
        account: "acc_0193a1f2-55aa-7d20-8c07-11c9e2b7a4d0".to_owned(),
        roles: collector.pick("Anfragende Kommune", "Requesting municipality"),
        houses: "Landkreis Anhalt-Bitterfeld".to_owned(),
        from: collector.pick("20. November 2026", "20 November 2026"),
        until: collector.pick("3. Dezember 2026", "3 December 2026"),
        is_one_day: false,
        seen: 134,
        threshold: 120,
        raised: collector.pick("heute, 14:20 Uhr", "today, 14:20"),
        done: None,
    };
    let refused = AlarmRow {
        id: "alm_0193c2a0-8d2e-7a90-b3c1-77e0a9d4c552".to_owned(),
        kind: AlarmKind::Refused,
        is_one_day: true,
        seen: 60,
        threshold: 60,
        done: Some(AlarmDone {
            at: collector.pick("heute, 15:05 Uhr", "today, 15:05"),
            by: "acc_0193a1f2-60b3-7f11-9a52-c3d4e5f60718".to_owned(),
            note: Some(collector.pick(
                "Angerufen: eine Schulung mit vielen Beispielen.",
                "Called: a training course with many examples.",
            )),
        }),
        ..sweep.clone()
    };
    let decoy = AlarmRow {
        id: "alm_0193c2a1-0f4b-7d31-8e52-0a6b9c7d8e9f".to_owned(),
        kind: AlarmKind::Decoy,
        roles: collector.pick("Koordinierungsstelle", "Coordinator"),
        houses: String::new(),
        is_one_day: true,
        seen: 1,
        threshold: 1,
        ..sweep.clone()
    };
    let frame = |open| crate::Frame {
        open_alarms: open,
        ..collector.signed_in("/verwaltung/warnungen", Role::Coordinator)
    };
    let some = AlarmsPage {
        frame: frame(2),
        open: vec![decoy, sweep],
        done: vec![refused],
    };
    let none = AlarmsPage {
        frame: collector.signed_in("/verwaltung/warnungen", Role::Admin),
        open: Vec::new(),
        done: Vec::new(),
    };
    collector.add("alarms", "open", &some);
    collector.add("alarms", "none", &none);
}
