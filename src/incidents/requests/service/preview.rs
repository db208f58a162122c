//! Who would be asked, without asking anybody.

use std::collections::HashSet;

use super::pick::found;
use super::turn::Turn;
use super::{Desk, RequestError, settle};
use crate::access::Permit;
use crate::access::action::AlertExperts;
use crate::experts;
use crate::ids::{ExpertId, NeedId, RequestId};
use crate::incidents::requests::model::{RequestState, Step, WaveRule};
use crate::incidents::store as incidents;
use crate::incidents::telling::first_channel;
use crate::matching::CardLanguage;
use crate::notifications::{Channel, Post};
use crate::reference::Text;
use crate::search::Card;

/// Somebody who would be asked next.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Pick {
    pub(in crate::incidents) need: NeedId,
    pub(in crate::incidents) card: Card,
    pub(in crate::incidents) why: Text,
    /// By which way the message would go out now.
    pub(in crate::incidents) channel: Option<Channel>,
}

/// Who would be asked now, without asking anybody.
///
/// # Errors
/// Not the caller's to know, the register cannot be searched yet, or storage failed.
pub(in crate::incidents) async fn preview(
    (desk, post): (&Desk, &Post),
    permit: &Permit<AlertExperts>,
    (id, language): (RequestId, CardLanguage),
) -> Result<Vec<Pick>, RequestError> {
    let situation = settle::load(desk.db.reader(), id).await?;
    let situation = situation.ok_or(RequestError::NotFound)?;
    let incident = situation.request.incident;
    let incident = incidents::find(desk.db.reader(), permit.scope(), incident).await?;
    let incident = incident.ok_or(RequestError::NotFound)?;
    if situation.request.state() == RequestState::StoodDown {
        return Err(RequestError::Over);
    }
    let (seeker, field) = found(desk, &situation, &incident).await?;
    let now = desk.db.clock().now();
    let mut taken = HashSet::new();
    let mut picks = Vec::new();
    for need in &situation.needs {
        let rule = WaveRule::of(&desk.waves, incident.phase, need.wanted.first_call);
        let turn = Turn::of(&rule, (&situation, need), (&field, &taken), now);
        let Step::Alert { count, .. } = turn.step else {
            continue;
        };
        let others = turn.others.into_iter().take(count.into());
        let asked: Vec<_> = turn.at_home.into_iter().chain(others).collect();
        taken.extend(asked.iter().map(|one| one.expert));
        for choosable in asked {
            let card = seeker.card(&choosable.fitting, language);
            picks.push(Pick {
                need: need.id,
                card: card.map_err(|_| RequestError::NotReady)?,
                why: choosable.fitting.why.clone(),
                channel: channel(desk, post, choosable.expert).await?,
            });
        }
    }
    Ok(picks)
}

async fn channel(
    desk: &Desk,
    post: &Post,
    expert: ExpertId,
) -> Result<Option<Channel>, RequestError> {
    let entry = experts::load(desk.db.reader(), &[expert]).await?.pop();
    let Some(entry) = entry else {
        return Ok(None);
    };
    let ways = experts::ways(&desk.db, &desk.ring, &entry).await?;
    Ok(first_channel(post, &ways))
}
