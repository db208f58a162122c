//! Samples of the page a mail leads to.

use super::Collector;
use crate::pages::{StillRight, StillRightEntry, StillRightPage};

pub(super) fn collect(collector: &mut Collector) {
    let action = format!("/stimmt-noch/{}", "7".repeat(64));
    let entry = |alias: &str, day: Option<&str>| StillRightEntry {
        alias: alias.to_owned(),
        confirmed_on: day.map(str::to_owned),
    };
    let page = |state| StillRightPage {
        frame: collector.anonymous(&action),
        state,
    };
    let consent = collector.pick(
        "Ich willige ein, dass dieses Register meine Fähigkeiten unter einer Kennung zeigt.",
        "I agree that this register shows my skills under an alias.",
    );
    let day = collector.pick("3. Juli 2026", "3 July 2026");
    let own = page(StillRight::Open {
        is_team: false,
        entries: vec![entry("K-7Q3FM", Some(&day))],
        consent: vec![consent],
        action: action.clone(),
    });
    let team = page(StillRight::Open {
        is_team: true,
        entries: vec![entry("K-2M9TA", Some(&day)), entry("K-4XCVB", None)],
        consent: Vec::new(),
        action: action.clone(),
    });
    let done = page(StillRight::Answered {
        is_team: false,
        on: day,
    });
    let over = page(StillRight::Over);
    collector.add("still-right", "own", &own);
    collector.add("still-right", "team", &team);
    collector.add("still-right", "done", &done);
    collector.add("still-right", "over", &over);
}
