//! Whom a need may ask now.

use std::collections::{HashMap, HashSet};

use super::{Desk, RequestError, settle};
use crate::access::Permit;
use crate::access::action::AlertExperts;
use crate::clock::Instant;
use crate::experts::{self, Entry, EntryKind};
use crate::ids::{ExpertId, NeedId, OrganisationId, RequestId};
use crate::incidents::model::Incident;
use crate::incidents::requests::model::{
    CAP_DAYS, Choice, Chosen, History, Need, RequestState, Situation, Step, WaveRule, is_asked_now,
};
use crate::incidents::requests::store;
use crate::incidents::service::able_providers;
use crate::incidents::store as incidents;
use crate::incidents::telling::first_channel;
use crate::matching::{CardLanguage, Fitting, Seeker, Sought};
use crate::notifications::{Channel, Post};
use crate::reference::{Phase, Text};
use crate::search::Card;

/// People looked at for a need: many of them may be asleep or asked already.
const LOOKED_AT: usize = 300;

/// Somebody who may be asked.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Choosable {
    pub(in crate::incidents) expert: ExpertId,
    /// Works for the town's own provider.
    pub(super) is_at_home: bool,
    fitting: Fitting,
}

/// Somebody who would be asked next.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Pick {
    pub(in crate::incidents) need: NeedId,
    pub(in crate::incidents) card: Card,
    pub(in crate::incidents) why: Text,
    /// By which way the message would go out now.
    pub(in crate::incidents) channel: Option<Channel>,
}

/// Whom each need that is not full may ask now, best first. Nobody is in two lists before somebody was asked: the first
/// need that asks them has them.
///
/// # Errors
/// The register cannot be searched yet, or storage failed.
pub(super) async fn choosable(
    desk: &Desk,
    id: RequestId,
) -> Result<HashMap<NeedId, Vec<Choosable>>, RequestError> {
    let Some(situation) = settle::load(desk.db.reader(), id).await? else {
        return Ok(HashMap::new());
    };
    let incident = incidents::by_id(desk.db.reader(), situation.request.incident).await?;
    let asking = situation.request.state() == RequestState::Alerting;
    match incident {
        Some(incident) if asking => Ok(found(desk, &situation, &incident).await?.1),
        Some(_) | None => Ok(HashMap::new()),
    }
}

async fn found(
    desk: &Desk,
    situation: &Situation,
    incident: &Incident,
) -> Result<(Seeker, HashMap<NeedId, Vec<Choosable>>), RequestError> {
    let now = desk.db.clock().now();
    let seeker = Seeker::begin(&desk.search, (desk.reference.clone(), &desk.ring), now).await?;
    let open: Vec<&Need> = situation
        .needs
        .iter()
        .filter(|need| situation.stand(need).held < need.places())
        .collect();
    let sought = sought(situation, incident, now, &open);
    let Some(sought) = sought.filter(|_| !open.is_empty()) else {
        return Ok((seeker, HashMap::new()));
    };
    let choices = choices(desk, &open).await?;
    let picked = picked(&choices);
    let ranked = seeker.seek(sought, (LOOKED_AT, picked)).await?;
    let ids: HashSet<ExpertId> = ranked.iter().flatten().map(|fit| fit.expert).collect();
    let ids: Vec<ExpertId> = ids.into_iter().collect();
    let mut awake = Awake::load(desk, &ids, (incident.phase, now)).await?;
    let serving = able_providers(desk.db.reader(), &desk.reference, (incident, now)).await?;
    awake.serving = serving.into_iter().map(|provider| provider.id).collect();
    let mut lists = HashMap::new();
    for (need, ranked) in open.into_iter().zip(ranked) {
        let chosen = choices.get(&need.id).map_or(&[][..], Vec::as_slice);
        lists.insert(need.id, awake.of(situation, (need, ranked), chosen));
    }
    Ok((seeker, lists))
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

/// Who of some people may be asked now at all.
pub(super) struct Awake {
    entries: HashMap<ExpertId, Entry>,
    histories: HashMap<ExpertId, History>,
    /// The town's own providers.
    serving: HashSet<OrganisationId>,
    /// Who is asked elsewhere.
    pub(super) busy: HashSet<ExpertId>,
    /// Whose entry lacks something.
    pub(super) lacking: HashSet<ExpertId>,
    at: (Phase, Instant),
}

impl Awake {
    pub(super) async fn load(
        desk: &Desk,
        ids: &[ExpertId],
        at: (Phase, Instant),
    ) -> Result<Self, RequestError> {
        let db = desk.db.reader();
        let entries = experts::load(db, ids).await?;
        let missing = experts::missing(&desk.db, &entries).await?;
        let lacking = missing
            .into_iter()
            .filter(|(_, missing)| !missing.is_empty());
        let since = at.1.plus_days(-CAP_DAYS);
        Ok(Self {
            lacking: lacking.map(|(id, _)| id).collect(),
            serving: HashSet::new(),
            histories: store::histories(db, ids, since).await?,
            busy: store::open_among(db, ids).await?,
            entries: entries.into_iter().map(|entry| (entry.id, entry)).collect(),
            at,
        })
    }

    /// Those a need may ask, whom a coordinator picked first.
    fn of(
        &self,
        situation: &Situation,
        (need, ranked): (&Need, Vec<Fitting>),
        chosen: &[Chosen],
    ) -> Vec<Choosable> {
        let asked: HashSet<ExpertId> = situation
            .alerts
            .iter()
            .filter(|alert| alert.need == need.id)
            .map(|alert| alert.expert)
            .collect();
        let choice = |expert| {
            chosen
                .iter()
                .find(|(id, _)| *id == expert)
                .map(|(_, choice)| *choice)
        };
        let may = |fitting: &Fitting| {
            let id = fitting.expert;
            let is_free = !asked.contains(&id) && !self.busy.contains(&id);
            is_free
                && match choice(id) {
                    Some(Choice::Skip) => false,
                    Some(Choice::Pick) => self.is_awake(id, true),
                    None => self.is_awake(id, false),
                }
        };
        let mut found: Vec<_> = ranked.into_iter().filter(may).collect();
        found.sort_by_key(|fitting| choice(fitting.expert) != Some(Choice::Pick));
        let choosable = found.into_iter().map(|fitting| Choosable {
            expert: fitting.expert,
            is_at_home: self.is_at_home(fitting.expert),
            fitting,
        });
        choosable.collect()
    }

    fn is_at_home(&self, id: ExpertId) -> bool {
        let entry = self.entries.get(&id);
        entry.is_some_and(|entry| self.serving.contains(&entry.organisation))
    }

    /// Whether somebody may be asked now; whoever is picked, however often they were asked before.
    pub(super) fn is_awake(&self, id: ExpertId, is_picked: bool) -> bool {
        let Some(entry) = self
            .entries
            .get(&id)
            .filter(|_| !self.lacking.contains(&id))
        else {
            return false;
        };
        let now = self.at.1;
        if entry.is_asked_no_more(now) {
            return false;
        }
        let is_on_call = entry
            .on_call
            .iter()
            .any(|duty| duty.from <= now && now < duty.until);
        let takes_night =
            entry.profile.night_alerts || is_on_call || entry.kind == EntryKind::Capacity;
        let mut history = self.histories.get(&id).copied().unwrap_or_default();
        if is_picked {
            history.alerts = 0;
        }
        is_asked_now(self.at, takes_night, history)
    }
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
    let (seeker, lists) = found(desk, &situation, &incident).await?;
    let mut taken = HashSet::new();
    let mut picks = Vec::new();
    for need in &situation.needs {
        let rule = WaveRule::of(incident.phase, need.wanted.first_call);
        let stand = situation.stand(need);
        let Step::Alert { count, .. } = rule.step(&stand, desk.db.clock().now()) else {
            continue;
        };
        let list = lists.get(&need.id).map_or(&[][..], Vec::as_slice);
        let free = |taken: &HashSet<ExpertId>, one: &Choosable| !taken.contains(&one.expert);
        let own = list
            .iter()
            .filter(|one| one.is_at_home && free(&taken, one));
        let own: Vec<_> = own.take(rule.at_home(&stand).into()).collect();
        taken.extend(own.iter().map(|one| one.expert));
        let others = list.iter().filter(|one| free(&taken, one));
        let others: Vec<_> = others.take(count.into()).collect();
        taken.extend(others.iter().map(|one| one.expert));
        for choosable in own.into_iter().chain(others) {
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
