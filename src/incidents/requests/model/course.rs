//! What became of a request so far, as its incident tells it: nothing of what anybody answered.

use std::collections::BTreeMap;

use super::{Need, Situation};
use crate::clock::Instant;
use crate::incidents::deployments::{Deployment, DeploymentState};

/// A step of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpStep {
    /// People are asked from then on.
    Begun,
    /// A wave went out.
    Wave {
        /// Which one, of its need.
        number: u16,
        /// To how many a message went.
        asked: u16,
    },
    /// An employer released somebody.
    Released,
    /// The town accepted somebody.
    Committed,
    /// What was committed is over.
    Ended,
    /// Every place is taken.
    Filled,
    /// Nobody is asked any more.
    StoodDown,
}

impl Situation {
    /// What became of it until now, in no order. A yes that came to nothing is not told: it may have been taken back.
    pub fn course(&self, now: Instant) -> Vec<(Instant, HelpStep)> {
        let request = &self.request;
        let begun = request.begun_at.map(|at| (at, HelpStep::Begun));
        let filled = request.filled_at.map(|at| (at, HelpStep::Filled));
        // Of a draft that was discarded, nobody is asked any less.
        let over = request.stood_down.as_ref().filter(|_| begun.is_some());
        let over = over.map(|(at, _)| (*at, HelpStep::StoodDown));
        let waves = self.needs.iter().flat_map(|need| self.waves(need));
        let helped = self.deployments.iter().flat_map(|one| steps(one, now));
        let own = begun.into_iter().chain(waves).chain(helped);
        own.chain(filled).chain(over).collect()
    }

    /// Waves of a need of which a message went out.
    fn waves(&self, need: &Need) -> Vec<(Instant, HelpStep)> {
        let mut waves: BTreeMap<u16, (Instant, u16)> = BTreeMap::new();
        for alert in self.alerts.iter().filter(|alert| alert.need == need.id) {
            let Some(sent_at) = alert.sent_at else {
                continue;
            };
            let (first, asked) = waves.entry(alert.wave).or_insert((sent_at, 0));
            *first = sent_at.min(*first);
            *asked += 1;
        }
        let waves = waves.into_iter();
        let step = |(number, (at, asked))| (at, HelpStep::Wave { number, asked });
        waves.map(step).collect()
    }
}

fn steps(deployment: &Deployment, now: Instant) -> Vec<(Instant, HelpStep)> {
    let Some((committed_at, _)) = deployment.accepted.as_ref() else {
        let is_waiting = deployment.state == DeploymentState::Released;
        let released = deployment.released.as_ref().filter(|_| is_waiting);
        return released
            .map(|(at, _)| (*at, HelpStep::Released))
            .into_iter()
            .collect();
    };
    let until = deployment.terms.until;
    let ended_at = deployment.ended.as_ref().map(|(at, _)| *at);
    let ended_at = ended_at.map_or(until, |at| at.min(until));
    let released = deployment.released.as_ref();
    let released = released.map(|(at, _)| (*at, HelpStep::Released));
    let ended = (ended_at <= now).then_some((ended_at, HelpStep::Ended));
    released
        .into_iter()
        .chain([(*committed_at, HelpStep::Committed)])
        .chain(ended)
        .collect()
}
