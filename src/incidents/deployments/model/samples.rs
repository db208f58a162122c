//! A deployment to test rules with.

use proptest::prelude::*;
use strum::VariantArray;
use uuid::Uuid;

use super::{Deployment, DeploymentState, Terms};
use crate::clock::Instant;
use crate::ids::{AlertId, DeploymentId, ExpertId, IncidentId, NeedId, OrganisationId, RequestId};

/// Monday, 23 November 2026, 8:00 UTC: when all said yes, and help was to begin.
pub(super) const START: Instant = Instant::from_micros(1_795_420_800_000_000);

/// Help for a week from [`START`] on, which stands so.
pub(super) fn deployment(state: DeploymentState) -> Deployment {
    let nil = Uuid::nil();
    let is_committed = state.fills_a_place();
    Deployment {
        id: DeploymentId(nil),
        request: RequestId(nil),
        need: NeedId(nil),
        alert: AlertId(nil),
        incident: IncidentId(nil),
        expert: ExpertId(nil),
        employer: OrganisationId(nil),
        requester: OrganisationId(nil),
        state,
        terms: Terms {
            is_first_call: false,
            is_on_site: false,
            from: START,
            until: START.plus_days(7),
        },
        made_at: START,
        due_at: START,
        released: None,
        accepted: is_committed.then(|| (START, "service".to_owned())),
        started: None,
        ended: None,
        ended_as: None,
        successor: None,
        basis: None,
        version: 1,
    }
}

/// States, all of them alike.
pub(super) fn states() -> impl Strategy<Value = DeploymentState> {
    proptest::sample::select(DeploymentState::VARIANTS)
}

/// Instants around three weeks from [`START`] on.
pub(super) fn instants() -> impl Strategy<Value = Instant> {
    (-86_400_i64..22 * 86_400).prop_map(|seconds| START.plus_seconds(seconds))
}
