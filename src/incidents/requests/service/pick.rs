//! Whom a need may ask now.

use std::collections::{HashMap, HashSet};

use super::awake::Awake;
use super::{Desk, RequestError, settle};
use crate::clock::Instant;
use crate::ids::{ExpertId, NeedId, RequestId};
use crate::incidents::model::Incident;
use crate::incidents::requests::model::{
    Chances, Choice, Chosen, Cohorts, Need, RequestState, RuleKind, Situation, Waves,
};
use crate::incidents::requests::store;
use crate::incidents::service::able_providers;
use crate::incidents::store as incidents;
use crate::matching::{Fitting, Seeker, Sought};

/// People looked at for a need: many of them may be asleep or asked already.
const LOOKED_AT: usize = 300;

/// Somebody who may be asked.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Choosable {
    pub(in crate::incidents) expert: ExpertId,
    /// Works for the town's own provider.
    pub(super) is_at_home: bool,
    pub(super) fitting: Fitting,
}

/// Whom the needs of a request may ask.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// By need, best first. Nobody is in two lists before somebody was asked: the first need that asks them has them.
    lists: HashMap<NeedId, Vec<Choosable>>,
    /// How likely they say yes, and those who were asked.
    pub(super) chances: Chances,
}

impl Field {
    fn empty(waves: &Waves) -> Self {
        Self {
            lists: HashMap::new(),
            chances: Chances {
                known: HashMap::new(),
                other: waves.chance((0, 0)),
            },
        }
    }

    /// Whom a need may ask.
    pub(super) fn list(&self, need: &Need) -> &[Choosable] {
        self.lists.get(&need.id).map_or(&[], Vec::as_slice)
    }
}

/// Whom each need that is not full may ask now.
///
/// # Errors
/// The register cannot be searched yet, or storage failed.
pub(super) async fn field(desk: &Desk, id: RequestId) -> Result<Field, RequestError> {
    let Some(situation) = settle::load(desk.db.reader(), id).await? else {
        return Ok(Field::empty(&desk.waves));
    };
    let incident = incidents::by_id(desk.db.reader(), situation.request.incident).await?;
    let asking = situation.request.state() == RequestState::Alerting;
    match incident {
        Some(incident) if asking => Ok(found(desk, &situation, &incident).await?.1),
        Some(_) | None => Ok(Field::empty(&desk.waves)),
    }
}

/// The same for a request that may not have begun.
///
/// # Errors
/// The register cannot be searched yet, or storage failed.
pub(super) async fn found(
    desk: &Desk,
    situation: &Situation,
    incident: &Incident,
) -> Result<(Seeker, Field), RequestError> {
    let now = desk.db.clock().now();
    let seeker = Seeker::begin(&desk.search, (desk.reference.clone(), &desk.ring), now).await?;
    let open: Vec<&Need> = situation
        .needs
        .iter()
        .filter(|need| situation.stand(need).held < need.places())
        .collect();
    let sought = sought(situation, incident, now, &open);
    let Some(sought) = sought.filter(|_| !open.is_empty()) else {
        return Ok((seeker, Field::empty(&desk.waves)));
    };
    let choices = choices(desk, &open).await?;
    let picked = picked(&choices);
    let ranked = seeker.seek(sought, (LOOKED_AT, picked)).await?;
    let ids = ranked.iter().flatten().map(|fit| fit.expert);
    let ids: HashSet<ExpertId> = ids
        .chain(situation.alerts.iter().map(|alert| alert.expert))
        .collect();
    let ids: Vec<ExpertId> = ids.into_iter().collect();
    let mut awake = Awake::load(desk, &ids, (incident.phase, now)).await?;
    let serving = able_providers(desk.db.reader(), &desk.reference, (incident, now)).await?;
    awake.serving = serving.into_iter().map(|provider| provider.id).collect();
    let mut lists = HashMap::new();
    for (need, ranked) in open.into_iter().zip(ranked) {
        let chosen = choices.get(&need.id).map_or(&[][..], Vec::as_slice);
        lists.insert(need.id, awake.of(situation, (need, ranked), chosen));
    }
    let chances = awake.chances(&desk.waves, &cohorts(desk, now).await?);
    Ok((seeker, Field { lists, chances }))
}

/// What was answered lately; the fixed rule does not ask.
async fn cohorts(desk: &Desk, now: Instant) -> Result<Cohorts, RequestError> {
    match desk.waves.rule {
        RuleKind::Fixed => Ok(Cohorts::default()),
        RuleKind::Adaptive => {
            let people = desk.waves.cohort_people;
            Ok(store::cohorts(desk.db.reader(), people, now).await?)
        }
    }
}

fn picked(choices: &HashMap<NeedId, Vec<Chosen>>) -> HashSet<ExpertId> {
    let chosen = choices.values().flatten();
    let picked = chosen.filter(|(_, choice)| *choice == Choice::Pick);
    picked.map(|(expert, _)| *expert).collect()
}

/// What is sought for the needs that are open; none while the place is not known.
pub(super) fn sought(
    situation: &Situation,
    incident: &Incident,
    now: Instant,
    open: &[&Need],
) -> Option<Sought> {
    Some(Sought {
        place: incident.place.clone()?,
        requester: incident.organisation?,
        symptom: incident.symptom.clone(),
        phase: incident.phase,
        from: situation.request.from.max(now),
        days: situation.request.days,
        needs: open.iter().map(|need| need.wanted.clone()).collect(),
    })
}

async fn choices(
    desk: &Desk,
    open: &[&Need],
) -> Result<HashMap<NeedId, Vec<Chosen>>, RequestError> {
    let ids: Vec<NeedId> = open.iter().map(|need| need.id).collect();
    Ok(store::choices_of(desk.db.reader(), &ids).await?)
}
