//! A request in the words of its page.

use std::collections::{HashMap, HashSet};

use web::Language;
use web::pages::{
    AlertPhone, AlertRow, Introduction as PageIntroduction, PickForm, PickProblem, Places,
    PreviewRow, RequestDeployment, RequestNeed, SpokenAnswerForm, SpokenAnswerProblem,
    TownDecision, UnaskedHouse,
};
use web::parts::Link;

use super::words;
use crate::access::Permit;
use crate::access::action::SetDeploymentBasis;
use crate::clock::Instant;
use crate::ids::{AlertId, DeploymentId, ExpertId, NeedId};
use crate::incidents::deployments::{Deployment, DeploymentState};
use crate::incidents::model::Incident;
use crate::incidents::pages::deployments::{kind, stand};
use crate::incidents::pages::legal::basis_of;
use crate::incidents::pages::words as kept;
use crate::incidents::requests::{
    Alert, Aliases, AnswerKind, Need, RequestState, Situation, offered,
};
use crate::pages::moment;

/// What a page shows besides the request.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// A public name that was typed for a need.
    pub(super) pick: Option<(NeedId, String, PickProblem)>,
    /// An answer that could not be taken so.
    pub(super) answer: Option<(AlertId, Spoken, SpokenAnswerProblem)>,
    /// A number that is shown this once; none where none was given.
    pub(super) phoned: Option<(AlertId, Option<String>)>,
    /// Why it is to end, and what is wrong with that.
    pub(super) end: Option<web::pages::EndForm>,
    /// Who would be asked.
    pub(super) preview: Option<HashMap<NeedId, Vec<PreviewRow>>>,
}

/// What was chosen on the phone, and the word that they are rested.
pub(super) type Spoken = (Option<AnswerKind>, bool);

/// What the viewer may do with the people of a request.
#[derive(Clone, Copy, Debug)]
pub(super) struct Powers {
    pub(super) steer: bool,
    pub(super) answer: bool,
    pub(super) phone: bool,
    pub(super) town: TownPowers,
}

/// What the viewer may do as the town, or for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct TownPowers {
    pub(super) decide: bool,
    pub(super) reveal: bool,
    /// They are not of the town.
    pub(super) speaks_for_it: bool,
}

/// A request, for one viewer at one moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'a> {
    pub(super) situation: &'a Situation,
    pub(super) incident: &'a Incident,
    pub(super) aliases: &'a Aliases,
    /// Alerts of whom no message reached.
    pub(super) to_phone: &'a HashSet<AlertId>,
    pub(super) shown: &'a Shown,
    pub(super) introductions: &'a HashMap<DeploymentId, PageIntroduction>,
    /// Whom nobody was asked to release, with the duty telephone of the house.
    pub(super) unasked: &'a HashMap<DeploymentId, Option<String>>,
    pub(super) powers: Powers,
    /// Whether they may say on which legal basis somebody helps.
    pub(super) basis: Option<&'a Permit<SetDeploymentBasis>>,
    pub(super) at: (Instant, Language),
}

/// Places of a need.
fn places(situation: &Situation, need: &Need) -> Places {
    let committed = situation.committed(need);
    Places {
        asked: need.places(),
        committed,
        provisional: situation.stand(need).held.saturating_sub(committed),
    }
}

/// Places of all needs.
pub(super) fn all_places(situation: &Situation) -> Places {
    let each = situation.needs.iter().map(|need| places(situation, need));
    each.fold(Places::default(), |all, one| Places {
        asked: all.asked.saturating_add(one.asked),
        committed: all.committed.saturating_add(one.committed),
        provisional: all.provisional.saturating_add(one.provisional),
    })
}

impl View<'_> {
    fn moment(&self, at: Instant) -> String {
        moment(at, self.at.0, self.at.1)
    }

    fn alias(&self, expert: ExpertId) -> Option<Link> {
        let label = self.aliases.get(&expert)?.clone();
        let href = format!("/fachkraefte/{expert}");
        Some(Link { label, href })
    }

    fn is_asking(&self) -> bool {
        self.situation.request.state() == RequestState::Alerting
    }

    pub(super) fn need(&self, need: &Need) -> RequestNeed {
        let places = places(self.situation, need);
        let is_open = places.committed.saturating_add(places.provisional) < places.asked;
        let is_asking = self.is_asking();
        let is_running = is_asking && self.situation.request.paused_at.is_none();
        let next_wave = need.wave_until.filter(|until| self.at.0 < *until);
        let alerts = self.situation.alerts.iter();
        let alerts = alerts.filter(|alert| alert.need == need.id);
        let preview = self.shown.preview.as_ref();
        RequestNeed {
            id: need.id.to_string(),
            label: kept::task(&need.wanted, self.at.1),
            is_first_call: need.wanted.first_call,
            mode: kept::mode(need.wanted.mode),
            places,
            wave: need.wave,
            next_wave: next_wave
                .filter(|_| is_running && is_open)
                .map(|until| self.moment(until)),
            is_exhausted: is_asking && is_open && need.exhausted_at.is_some(),
            alerts: alerts.map(|alert| self.alert(need, alert)).collect(),
            pick: (self.powers.steer && is_asking).then(|| self.pick(need.id)),
            preview: preview.map(|rows| rows.get(&need.id).cloned().unwrap_or_default()),
        }
    }

    fn pick(&self, need: NeedId) -> PickForm {
        let typed = self
            .shown
            .pick
            .as_ref()
            .filter(|(about, ..)| *about == need);
        typed.map_or_else(PickForm::default, |(_, typed, problem)| PickForm {
            typed: typed.clone(),
            problem: Some(*problem),
        })
    }

    fn alert(&self, need: &Need, alert: &Alert) -> AlertRow {
        let is_waiting = alert.closed_at.is_none()
            && alert.state.is_waiting()
            && self.at.0 < alert.expires_at
            && self.situation.request.stood_down.is_none();
        AlertRow {
            id: alert.id.to_string(),
            expert: alert.expert.to_string(),
            alias: self.alias(alert.expert),
            state: words::alert(alert.state),
            wave: alert.wave,
            channel: alert.channel.as_deref().map(words::channel),
            until: self.moment(alert.expires_at),
            can_be_skipped: is_waiting && self.powers.steer,
            phone: self.phone(alert.id),
            answer: ((is_waiting || self.to_phone.contains(&alert.id)) && self.powers.answer)
                .then(|| self.answer(need, alert.id)),
        }
    }

    fn phone(&self, alert: AlertId) -> AlertPhone {
        let shown = self.shown.phoned.as_ref();
        if let Some((_, number)) = shown.filter(|(about, _)| *about == alert) {
            return AlertPhone::Shown(number.clone());
        }
        if self.powers.phone && self.to_phone.contains(&alert) {
            return AlertPhone::Ask;
        }
        AlertPhone::Hidden
    }

    fn answer(&self, need: &Need, alert: AlertId) -> SpokenAnswerForm {
        let sent = self.shown.answer.as_ref();
        let sent = sent.filter(|(about, ..)| *about == alert);
        let (chosen, is_rested) = sent.map_or((None, false), |(_, spoken, _)| *spoken);
        SpokenAnswerForm {
            options: offered(&need.wanted)
                .into_iter()
                .map(words::spoken)
                .collect(),
            chosen: chosen.map(words::spoken),
            is_rested,
            problem: sent.map(|(.., problem)| *problem),
        }
    }

    pub(super) fn deployment(&self, deployment: &Deployment) -> RequestDeployment {
        let mut needs = self.situation.needs.iter();
        let need = needs.find(|need| need.id == deployment.need);
        let is_open = deployment.is_open_in(self.incident, self.at.0);
        RequestDeployment {
            id: deployment.id.to_string(),
            alias: self.alias(deployment.expert),
            task: need.map_or_else(String::new, |need| kept::task(&need.wanted, self.at.1)),
            kind: kind(deployment),
            from: self.moment(deployment.terms.from),
            until: self.moment(deployment.terms.until),
            stand: stand(deployment, self.at),
            introduction: self.introductions.get(&deployment.id).cloned(),
            decision: self
                .decision(deployment)
                .filter(|_| self.powers.town.decide),
            has_contact: is_open && self.powers.town.reveal,
            basis: basis_of(deployment, self.basis, self.at),
            unasked: self
                .unasked
                .get(&deployment.id)
                .filter(|_| self.powers.steer)
                .map(|phone| UnaskedHouse {
                    phone: phone.clone(),
                }),
        }
    }

    fn decision(&self, deployment: &Deployment) -> Option<TownDecision> {
        let now = self.at.0;
        let is_over = self.situation.request.stood_down.is_some();
        match deployment.state {
            DeploymentState::Released if !is_over && now < deployment.due_at => {
                Some(TownDecision::Accept)
            }
            DeploymentState::Accepted => {
                let until = deployment.objection_until()?;
                (now < until).then_some(TownDecision::Object)
            }
            DeploymentState::Released
            | DeploymentState::Agreed
            | DeploymentState::Active
            | DeploymentState::Returning
            | DeploymentState::Ended
            | DeploymentState::Cancelled
            | DeploymentState::Refused
            | DeploymentState::Lapsed
            | DeploymentState::Withdrawn => None,
        }
    }
}
