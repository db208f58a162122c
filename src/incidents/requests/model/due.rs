//! What follows from where a request stands: one thing after the other, until nothing is due.

use std::collections::HashSet;

use super::{Alert, AlertState, AnswerKind, HelpRequest, Need, RequestState, Stand, counts_until};
use crate::clock::Instant;
use crate::ids::NeedId;
use crate::incidents::deployments::Deployment;

/// A request with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Situation {
    /// The request.
    pub request: HelpRequest,
    /// Its needs, in their order.
    pub needs: Vec<Need>,
    /// Its alerts, oldest first.
    pub alerts: Vec<Alert>,
    /// Its deployments, oldest first.
    pub deployments: Vec<Deployment>,
}

/// What is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nobody answered this alert in time.
    Expire(Alert),
    /// The employer or the town did not answer in time.
    Lapse(Deployment),
    /// Its time is over, and nobody ended it.
    RunOut(Deployment),
    /// A yes gets a place of this need.
    Propose(Alert, NeedId),
    /// Somebody who is asked, or in reserve, is needed no more.
    StandDown(Alert),
    /// Every place is taken.
    Fill,
    /// A place is open again.
    Reopen,
}

impl Situation {
    /// The next thing that is due.
    pub fn due(&self, now: Instant) -> Option<Due> {
        self.late(now)
            .or_else(|| self.needs.iter().find_map(|need| self.due_of(need, now)))
            .or_else(|| self.filling())
    }

    fn late(&self, now: Instant) -> Option<Due> {
        let is_late = |alert: &&Alert| {
            alert.closed_at.is_none() && alert.state.is_waiting() && alert.expires_at <= now
        };
        if let Some(alert) = self.alerts.iter().find(is_late) {
            return Some(Due::Expire(alert.clone()));
        }
        let is_past = |alert: &&Alert| self.reserve_until(alert).is_some_and(|until| until <= now);
        if let Some(alert) = self.alerts.iter().find(is_past) {
            return Some(Due::StandDown(alert.clone()));
        }
        let is_late =
            |deployment: &&Deployment| deployment.is_pending() && deployment.due_at <= now;
        if let Some(late) = self.deployments.iter().find(is_late) {
            return Some(Due::Lapse(late.clone()));
        }
        let is_over = |one: &&Deployment| one.runs_out_at().is_some_and(|at| at <= now);
        let over = self.deployments.iter().find(is_over);
        over.map(|deployment| Due::RunOut(deployment.clone()))
    }

    fn due_of(&self, need: &Need, now: Instant) -> Option<Due> {
        let open = self
            .alerts
            .iter()
            .filter(|alert| alert.need == need.id && alert.closed_at.is_none());
        let is_over = self.request.state() == RequestState::StoodDown;
        if is_over || self.committed(need) >= need.places() {
            let mut free = open.filter(|alert| self.live(alert).is_none());
            return free.next().map(|alert| Due::StandDown(alert.clone()));
        }
        let mut reserves: Vec<_> = open
            .filter(|alert| alert.is_yes() && self.live(alert).is_none())
            .collect();
        reserves.sort_by_key(|alert| alert.answer.map(|(_, at)| at));
        let fits = |alert: &&Alert| {
            let held = if is_talk(need, alert) && !need.wanted.first_call {
                self.talks_beside(need, now)
            } else {
                self.held(need)
            };
            held < need.places()
        };
        let next = reserves.into_iter().find(fits);
        next.map(|alert| Due::Propose(alert.clone(), need.id))
    }

    fn filling(&self) -> Option<Due> {
        let is_full = |need: &Need| self.committed(need) >= need.places();
        let is_full = !self.needs.is_empty() && self.needs.iter().all(is_full);
        match (self.request.state(), is_full) {
            (RequestState::Alerting, true) => Some(Due::Fill),
            (RequestState::Filled, false) => Some(Due::Reopen),
            (RequestState::Draft | RequestState::StoodDown, _)
            | (RequestState::Alerting, false)
            | (RequestState::Filled, true) => None,
        }
    }

    /// The deployment that came of an alert and has not ended.
    pub fn live(&self, alert: &Alert) -> Option<&Deployment> {
        let of = |deployment: &&Deployment| {
            deployment.alert == alert.id && deployment.state.holds_a_place()
        };
        self.deployments.iter().find(of)
    }

    /// Places of a need that are taken for good.
    pub fn committed(&self, need: &Need) -> u16 {
        let committed = self
            .of(need, need.wanted.first_call)
            .filter(|deployment| deployment.state.fills_a_place());
        u16::try_from(committed.count()).unwrap_or(u16::MAX)
    }

    /// Places of a need that are held by a yes; talks that come beside it are counted apart.
    fn held(&self, need: &Need) -> u16 {
        let held = self.of(need, need.wanted.first_call);
        u16::try_from(held.count()).unwrap_or(u16::MAX)
    }

    /// Talks beside a need that are not over.
    fn talks_beside(&self, need: &Need, now: Instant) -> u16 {
        let talks = self.of(need, true).filter(|talk| now < talk.terms.until);
        u16::try_from(talks.count()).unwrap_or(u16::MAX)
    }

    /// Until when a yes in reserve counts; of whatever is none, nothing.
    fn reserve_until(&self, alert: &Alert) -> Option<Instant> {
        if !alert.is_yes() || self.live(alert).is_some() {
            return None;
        }
        counts_until(alert, self.request.until())
    }

    fn of(&self, need: &Need, is_talk: bool) -> impl Iterator<Item = &Deployment> {
        let id = need.id;
        self.deployments.iter().filter(move |deployment| {
            deployment.need == id
                && deployment.terms.is_first_call == is_talk
                && deployment.state.holds_a_place()
        })
    }

    /// How a need stands, as the rule of waves sees it.
    pub fn stand(&self, need: &Need) -> Stand {
        // Who is not reached is made up for by the next wave: a gateway that refuses all must not use all up.
        let counts = |alert: &Alert| {
            alert.state == AlertState::Failed
                || (alert.closed_at.is_none() && alert.state.is_waiting())
        };
        let of_wave = |alert: &&Alert| alert.need == need.id && alert.wave == need.wave;
        let of_wave: Vec<&Alert> = self.alerts.iter().filter(of_wave).collect();
        let asked = of_wave.iter().filter(|alert| counts(alert));
        let is_told = |alert: &&Alert| alert.sent_at.is_some() || alert.answer.is_some();
        let may_be_told = |alert: &&Alert| alert.state == AlertState::Queued;
        Stand {
            places: need.places(),
            held: self.held(need),
            asked: u16::try_from(asked.count()).unwrap_or(u16::MAX),
            wave: need.wave,
            wave_until: need.wave_until,
            is_unsent: of_wave.iter().copied().any(|alert| may_be_told(&alert))
                && !of_wave.iter().copied().any(|alert| is_told(&alert)),
        }
    }

    /// How many were asked: those whom a message went to, or who answered on the phone.
    pub fn people_asked(&self) -> u16 {
        let is_asked = |alert: &&Alert| alert.sent_at.is_some() || alert.answer.is_some();
        let told = self.alerts.iter().filter(is_asked);
        let people: HashSet<_> = told.map(|alert| alert.expert).collect();
        u16::try_from(people.len()).unwrap_or(u16::MAX)
    }

    /// Whether every need that lacks somebody has nobody else who fits.
    pub fn is_exhausted(&self) -> bool {
        let mut lacking = self.lacking().peekable();
        lacking.peek().is_some() && lacking.all(|need| need.exhausted_at.is_some())
    }

    /// When the next people are asked, unless somebody says yes before.
    pub fn next_wave(&self, now: Instant) -> Option<Instant> {
        let waves = self.lacking().filter_map(|need| need.wave_until);
        waves.filter(|until| now < *until).min()
    }

    /// Needs with places that nobody holds.
    fn lacking(&self) -> impl Iterator<Item = &Need> {
        self.needs.iter().filter(|need| {
            let stand = self.stand(need);
            stand.held < stand.places
        })
    }

    /// When something is due next that nobody does.
    pub fn next_deadline(&self, now: Instant) -> Option<Instant> {
        let alerts = self
            .alerts
            .iter()
            .filter(|alert| alert.closed_at.is_none() && alert.state.is_waiting());
        let deployments = self
            .deployments
            .iter()
            .filter(|deployment| deployment.is_pending());
        let reserves = self.alerts.iter();
        let reserves = reserves.filter_map(|alert| self.reserve_until(alert));
        // When a talk is over the next one may get its place.
        let talks = self.deployments.iter();
        let talks = talks.filter(|one| one.terms.is_first_call && one.state.holds_a_place());
        let ends = self.deployments.iter();
        let ends = ends.filter_map(Deployment::runs_out_at);
        let waves = self.needs.iter().filter_map(|need| need.wave_until);
        let is_alerting = self.request.state() == RequestState::Alerting;
        alerts
            .map(|alert| alert.expires_at)
            .chain(deployments.map(|deployment| deployment.due_at))
            .chain(reserves)
            .chain(talks.map(|talk| talk.terms.until))
            .chain(ends)
            .chain(waves.filter(|_| is_alerting))
            .filter(|at| *at > now)
            .min()
    }
}

/// Whether a yes is to a talk, whatever the need.
fn is_talk(need: &Need, alert: &Alert) -> bool {
    need.wanted.first_call
        || alert
            .answer
            .is_some_and(|(kind, _)| kind == AnswerKind::FirstCall)
}
