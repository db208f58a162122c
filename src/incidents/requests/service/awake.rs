//! Who may be asked at this moment, and how likely those like them say yes.

use std::collections::{HashMap, HashSet};

use super::pick::Choosable;
use super::{Desk, RequestError};
use crate::clock::Instant;
use crate::experts::{self, Entry, EntryKind};
use crate::ids::{ExpertId, OrganisationId};
use crate::incidents::requests::model::{
    CAP_DAYS, Chances, Choice, Chosen, Cohorts, History, Need, Situation, TimeOfDay, Waves,
    is_asked_now,
};
use crate::incidents::requests::store;
use crate::matching::Fitting;
use crate::reference::Phase;

/// Who of some people may be asked now at all.
pub(super) struct Awake {
    entries: HashMap<ExpertId, Entry>,
    histories: HashMap<ExpertId, History>,
    /// The town's own providers.
    pub(super) serving: HashSet<OrganisationId>,
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
    pub(super) fn of(
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

    /// How likely those like each of them say yes at this time of day.
    pub(super) fn chances(&self, waves: &Waves, cohorts: &Cohorts) -> Chances {
        let time = TimeOfDay::at(self.at.1);
        let chance = |entry: &Entry| {
            let alike = (time, entry.availability.state);
            cohorts.chance(waves, (entry.organisation, alike))
        };
        let known = self.entries.iter();
        Chances {
            known: known.map(|(id, entry)| (*id, chance(entry))).collect(),
            other: waves.chance((0, 0)),
        }
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
