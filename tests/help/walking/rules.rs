//! By what each state may be reached: everything that is not written here fails.

use std::collections::HashMap;

use serde_json::Value;

use super::deeds::Cause;
use super::sight::{Sight, instant, text};

/// From these states, to this one, by what is done to it itself, and by what is done elsewhere.
type Rule = (
    &'static [&'static str],
    &'static str,
    &'static [Cause],
    &'static [Cause],
);

const WAITING: &[&str] = &["queued", "sent", "seen"];
const HELPING: &[&str] = &["active", "returning"];
const PENDING: &[&str] = &["agreed", "released"];
/// What ends a need: a commitment that takes its last place, or somebody's word.
const ENDING: &[Cause] = &[Cause::Accept, Cause::StandDown, Cause::Close];

const ALERTS: &[Rule] = &[
    (&[""], "queued", &[], &[Cause::Jobs]),
    (&["queued"], "sent", &[], &[Cause::Jobs]),
    (&["queued", "sent"], "seen", &[Cause::Look], &[]),
    (WAITING, "answered", &[Cause::Answer], &[]),
    // Taken back too late to be asked again, it ends at once.
    (WAITING, "expired", &[Cause::Undo], &[Cause::Jobs]),
    (WAITING, "stood_down", &[Cause::Skip, Cause::Undo], ENDING),
    (&["answered"], "seen", &[Cause::Undo], &[]),
    // Who is in reserve, until the time they said yes to is over.
    (&["answered"], "stood_down", &[], ENDING),
    (&["answered"], "stood_down", &[], &[Cause::Jobs]),
];

const DEPLOYMENTS: &[Rule] = &[
    (
        &[""],
        "agreed",
        &[Cause::Answer],
        // Who is in reserve gets the place somebody else had.
        &[
            Cause::Undo,
            Cause::RefuseRelease,
            Cause::Refuse,
            Cause::Cancel,
            Cause::End,
            Cause::Jobs,
        ],
    ),
    (&["agreed"], "released", &[Cause::Release], &[]),
    (&["agreed"], "refused", &[Cause::RefuseRelease], &[]),
    (&["released"], "accepted", &[Cause::Accept], &[]),
    (&["released"], "refused", &[Cause::Refuse], &[]),
    (PENDING, "lapsed", &[], &[Cause::Jobs]),
    (
        PENDING,
        "withdrawn",
        &[Cause::Undo],
        &[Cause::StandDown, Cause::Close],
    ),
    // There was nothing to help with.
    (&["accepted"], "withdrawn", &[], &[Cause::Close]),
    (&["accepted"], "active", &[Cause::Start], &[]),
    (&["accepted"], "cancelled", &[Cause::Cancel], &[]),
    // A talk with its end, all else a week later.
    (&["accepted"], "ended", &[], &[Cause::Jobs]),
    (&["active"], "returning", &[Cause::CallBack], &[]),
    (
        HELPING,
        "ended",
        // Begun when its time was over.
        &[Cause::End, Cause::Start],
        &[Cause::Jobs, Cause::Close],
    ),
];

const REQUESTS: &[Rule] = &[
    (&["draft"], "alerting", &[Cause::Begin], &[]),
    (&["filled"], "alerting", &[], &[Cause::Cancel]),
    (&["alerting"], "filled", &[], &[Cause::Accept]),
    (
        &["draft", "alerting", "filled"],
        "stood_down",
        &[Cause::StandDown],
        &[Cause::Close],
    ),
];

/// What was done, and whom or what to.
pub type Done = (Cause, String);

/// Fails where something is in another state than before that it may not have reached by what was done.
#[track_caller]
pub fn check(before: &Sight, after: &Sight, done: &[Done]) {
    changes(ALERTS, (&before.alerts(), &after.alerts()), done);
    let deployments = (before.deployments(), after.deployments());
    changes(DEPLOYMENTS, (&deployments.0, &deployments.1), done);
    ends((&deployments.0, &deployments.1), done);
    changes(REQUESTS, (&before.requests, &after.requests), done);
}

/// What an end leaves as it is.
const KEPT: [&str; 7] = [
    "state",
    "from",
    "until",
    "accepted_at",
    "started_at",
    "ended_at",
    "extension",
];

/// An end moves by its rule alone, and what is over never changes again.
#[track_caller]
fn ends((before, after): (&[Value], &[Value]), done: &[Done]) {
    for old in before {
        let id = text(old, "id");
        let new = after.iter().find(|one| text(one, "id") == id).unwrap();
        if !old["ended_at"].is_null() {
            for name in KEPT {
                assert_eq!(old[name], new[name], "{name} after {done:?}: {new}");
            }
            continue;
        }
        let is_done = |causes: &[Cause]| {
            let own = |about: &str, cause| about == id || cause == Cause::Close;
            let mut done = done.iter();
            done.any(|(cause, about)| causes.contains(cause) && own(about, *cause))
        };
        let (was, is) = (instant(old, "until"), instant(new, "until"));
        // What begins early ends two blocks later at most.
        let is_sooner = is_done(&[Cause::Start, Cause::CallBack, Cause::End, Cause::Close]);
        assert!(
            is <= was || is_done(&[Cause::Agree]),
            "longer by {done:?}: {new}"
        );
        assert!(is >= was || is_sooner, "shorter by {done:?}: {new}");
    }
}

#[track_caller]
fn changes(rules: &[Rule], (before, after): (&[Value], &[Value]), done: &[Done]) {
    let mut known: HashMap<String, String> = before
        .iter()
        .map(|one| (text(one, "id"), text(one, "state")))
        .collect();
    for one in after {
        let old = known.remove(&text(one, "id")).unwrap_or_default();
        let new = text(one, "state");
        let own = [text(one, "id"), text(one, "expert_id")];
        let may = old == new || is_reached(rules, (&old, &new), (&own, done), done.len() + 1);
        assert!(may, "from {old:?} to {new:?} by {done:?}: {one}");
    }
    assert!(known.is_empty(), "gone: {known:?}");
}

/// Whether one state follows from the other in so many moves.
fn is_reached(
    rules: &[Rule],
    (old, new): (&str, &str),
    (own, done): (&[String], &[Done]),
    moves: usize,
) -> bool {
    let does = |(from, _, itself, elsewhere): &&Rule| {
        let is_done = |(cause, about): &Done| {
            elsewhere.contains(cause) || (itself.contains(cause) && own.contains(about))
        };
        from.contains(&old) && done.iter().any(is_done)
    };
    let mut next = rules.iter().filter(does);
    next.any(|(_, to, ..)| {
        *to == new || (moves > 1 && is_reached(rules, (to, new), (own, done), moves - 1))
    })
}
