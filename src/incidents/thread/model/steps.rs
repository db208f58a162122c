//! What each step of a deployment says.

use super::{Draft, MessageResponse, MessageSide, ScheduleEntry, ScheduleKind, Verb};
use crate::clock::Instant;
use crate::incidents::deployments::{Deployment, Terms};

/// The town asks.
pub fn asked(terms: Terms) -> Draft {
    Draft::new(Verb::RequestResource, MessageSide::Town).with(requested(terms))
}

/// The person says yes, for their part.
pub fn agreed(terms: Terms) -> Draft {
    let schedule = vec![
        entry(ScheduleKind::BeginAvailable, terms.from),
        entry(ScheduleKind::EndAvailable, terms.until),
    ];
    Draft::new(Verb::ResponseToRequestResource, MessageSide::Expert)
        .saying(MessageResponse::Provisional)
        .with(schedule)
}

/// The employer releases them, at this instant.
pub fn released(terms: Terms, at: Instant) -> Draft {
    let schedule = vec![
        entry(ScheduleKind::Committed, at),
        entry(ScheduleKind::EstimatedArrival, terms.from),
        entry(ScheduleKind::EstimatedDeparture, terms.until),
    ];
    Draft::new(Verb::CommitResource, MessageSide::Employer)
        .saying(MessageResponse::Accept)
        .with(schedule)
}

/// The town accepts them.
pub fn accepted(terms: Terms) -> Draft {
    Draft::new(Verb::RequisitionResource, MessageSide::Town).with(requested(terms))
}

/// They began, at this instant.
pub fn started(side: MessageSide, at: Instant) -> Draft {
    let schedule = vec![entry(ScheduleKind::ActualArrival, at)];
    Draft::new(Verb::ReportResourceDeploymentStatus, side).with(schedule)
}

/// Somebody asks that they stay until this instant.
pub fn extension_asked(side: MessageSide, until: Instant) -> Draft {
    let schedule = vec![entry(ScheduleKind::RequestedDeparture, until)];
    Draft::new(Verb::RequestExtendedDeploymentDuration, side).with(schedule)
}

/// Somebody says whether they do.
pub fn extension_answered(side: MessageSide, response: MessageResponse, until: Instant) -> Draft {
    let schedule = vec![entry(ScheduleKind::EstimatedDeparture, until)];
    let draft = Draft::new(Verb::ResponseToRequestExtendedDeploymentDuration, side);
    draft.saying(response).with(schedule)
}

/// The sender wants them back by this instant.
pub fn called_back(side: MessageSide, by: Instant) -> Draft {
    let schedule = vec![entry(ScheduleKind::RequestedReturnDeparture, by)];
    Draft::new(Verb::RequestReturn, side).with(schedule)
}

/// It is over, at this instant.
pub fn ended(side: MessageSide, at: Instant) -> Draft {
    let schedule = vec![entry(ScheduleKind::ActualDeparture, at)];
    Draft::new(Verb::ReleaseResource, side).with(schedule)
}

/// What was said of a deployment that has no messages yet, with when: what its row tells.
pub fn so_far(deployment: &Deployment) -> Vec<(Draft, Instant)> {
    let terms = deployment.terms;
    let mut said = vec![
        (asked(terms), deployment.made_at),
        (agreed(terms), deployment.made_at),
    ];
    if let Some((at, _)) = &deployment.released {
        said.push((released(terms, *at), *at));
        if let Some((at, _)) = &deployment.accepted {
            said.push((accepted(terms), *at));
        }
    }
    said
}

fn requested(terms: Terms) -> Vec<ScheduleEntry> {
    vec![
        entry(ScheduleKind::RequestedArrival, terms.from),
        entry(ScheduleKind::RequestedDeparture, terms.until),
    ]
}

const fn entry(kind: ScheduleKind, at: Instant) -> ScheduleEntry {
    ScheduleEntry { kind, at }
}
