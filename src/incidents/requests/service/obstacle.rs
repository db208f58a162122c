//! Why somebody whom a coordinator picks cannot be asked.

use std::collections::HashSet;

use strum::IntoStaticStr;

use super::awake::Awake;
use super::pick::sought;
use super::{Desk, RequestError, settle};
use crate::access::Permit;
use crate::access::action::SteerWaves;
use crate::ids::{ExpertId, NeedId, RequestId};
use crate::incidents::requests::model::RequestState;
use crate::incidents::store as incidents;
use crate::input::FieldError;
use crate::matching::Seeker;

/// Why somebody cannot be asked for a need. Of what they said to others nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
enum Obstacle {
    AskedBefore,
    AskedElsewhere,
    NotEligible,
    NotNow,
    DoesNotFit,
}

impl Obstacle {
    const fn detail(self) -> &'static str {
        match self {
            Self::AskedBefore => "was asked for this need before",
            Self::AskedElsewhere => "is asked for another need at this moment",
            Self::NotEligible => {
                "may not be asked: something of the entry or its release is missing"
            }
            Self::NotNow => "is not asked at this hour",
            Self::DoesNotFit => "does not fit this need, or is not free then",
        }
    }
}

/// Refuses to pick somebody who cannot be asked; what a draft waits for may change before it begins.
///
/// # Errors
/// Not the caller's to know, not to be asked, the register cannot be searched yet, or storage failed.
pub(super) async fn check_pick(
    desk: &Desk,
    permit: &Permit<SteerWaves>,
    (id, need, expert): (RequestId, NeedId, ExpertId),
) -> Result<(), RequestError> {
    let situation = settle::load(desk.db.reader(), id).await?;
    let situation = situation.ok_or(RequestError::NotFound)?;
    let incident = situation.request.incident;
    let incident = incidents::find(desk.db.reader(), permit.scope(), incident).await?;
    let incident = incident.ok_or(RequestError::NotFound)?;
    let need = situation.needs.iter().find(|known| known.id == need);
    let need = need.ok_or(RequestError::NotFound)?;
    let mut asked = situation.alerts.iter();
    if asked.any(|alert| alert.need == need.id && alert.expert == expert) {
        return Err(refused(Obstacle::AskedBefore));
    }
    let now = desk.db.clock().now();
    let awake = Awake::load(desk, &[expert], (incident.phase, now)).await?;
    let is_asking = situation.request.state() == RequestState::Alerting;
    let obstacle = if awake.lacking.contains(&expert) {
        Some(Obstacle::NotEligible)
    } else if is_asking && awake.busy.contains(&expert) {
        Some(Obstacle::AskedElsewhere)
    } else if is_asking && !awake.is_awake(expert, true) {
        Some(Obstacle::NotNow)
    } else {
        None
    };
    if let Some(obstacle) = obstacle {
        return Err(refused(obstacle));
    }
    let Some(sought) = sought(&situation, &incident, now, &[need]) else {
        return Ok(());
    };
    let seeker = Seeker::begin(&desk.search, (desk.reference.clone(), &desk.ring), now).await?;
    let fitting = seeker.seek(sought, (0, HashSet::from([expert]))).await?;
    if fitting.iter().all(Vec::is_empty) {
        return Err(refused(Obstacle::DoesNotFit));
    }
    Ok(())
}

fn refused(obstacle: Obstacle) -> RequestError {
    let code: &str = obstacle.into();
    let error = FieldError::new("/expert_id", code, obstacle.detail());
    RequestError::Invalid(vec![error])
}
