//! By what each state may be reached: everything that is not written here fails.

use std::collections::HashMap;

use serde_json::Value;

use super::deeds::Cause;
use super::sight::{Sight, text};

/// From these states, to this one, by what is done to it itself, and by what is done elsewhere.
type Rule = (
    &'static [&'static str],
    &'static str,
    &'static [Cause],
    &'static [Cause],
);

const WAITING: &[&str] = &["queued", "sent", "seen"];
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
    // Who is in reserve.
    (&["answered"], "stood_down", &[], ENDING),
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
];

const REQUESTS: &[Rule] = &[
    (&["draft"], "alerting", &[Cause::Begin], &[]),
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
    changes(REQUESTS, (&before.requests, &after.requests), done);
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
