//! Samples of the page of the keys.

use super::Collector;
use crate::Role;
use crate::pages::{KeysPage, KeysState};

pub(super) fn collect(collector: &mut Collector) {
    let until = collector.pick("morgen, 14:20 Uhr", "tomorrow, 14:20");
    let states = [
        ("quiet", KeysState::Quiet),
        (
            "own",
            KeysState::Announced {
                is_own: true,
                until: until.clone(),
            },
        ),
        (
            "announced",
            KeysState::Announced {
                is_own: false,
                until: until.clone(),
            },
        ),
        ("confirmed", KeysState::Confirmed { until }),
        ("begun", KeysState::Begun),
    ];
    for (name, state) in states {
        let page = KeysPage {
            frame: collector.signed_in("/verwaltung/schluessel", Role::Admin),
            newest: 3,
            state,
        };
        collector.add("keys", name, &page);
    }
}
