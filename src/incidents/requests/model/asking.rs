//! Who was asked for a request and for how long they have known, as the rule of waves reckons with it.

use std::collections::HashMap;

use super::wave::{Asked, Odds, Share};
use super::{Alert, AlertState, Need, Situation};
use crate::clock::Instant;
use crate::ids::ExpertId;

/// How likely those say yes who are or may be asked, by their cohorts.
#[derive(Clone, Debug)]
pub struct Chances {
    /// Of these people.
    pub known: HashMap<ExpertId, Share>,
    /// Of anybody else.
    pub other: Share,
}

impl Chances {
    fn of(&self, expert: ExpertId) -> Share {
        self.known.get(&expert).copied().unwrap_or(self.other)
    }
}

impl Situation {
    /// How likely the places of a need are filled by those who are asked, and who would be next, best first.
    pub fn odds(
        &self,
        need: &Need,
        (chances, next): (&Chances, &[ExpertId]),
        now: Instant,
    ) -> Odds {
        let asked = self.alerts.iter().map(|alert| Asked {
            chance: chances.of(alert.expert),
            known_for: known_for(alert, now),
            left: (alert.need == need.id)
                .then(|| left(need, alert, now))
                .flatten(),
            is_yes: alert.answer.is_some_and(|(kind, _)| kind.is_yes()),
        });
        Odds {
            asked: asked.collect(),
            next: next.iter().map(|expert| chances.of(*expert)).collect(),
            begun_at: self.request.begun_at,
        }
    }
}

/// For how many seconds somebody knew that they are asked, until it ended or now.
fn known_for(alert: &Alert, now: Instant) -> Option<i64> {
    let on_the_phone = alert.answer.map(|_| alert.made_at);
    let from = alert.sent_at.or(on_the_phone)?;
    let until = alert.closed_at.unwrap_or(now);
    Some((until.as_seconds() - from.as_seconds()).max(0))
}

/// For how many seconds somebody can still say yes.
fn left(need: &Need, alert: &Alert, now: Instant) -> Option<i64> {
    // Who is not reached is made up for by the next wave: a gateway that refuses all must not use all up.
    let is_of_this_wave =
        alert.wave == need.wave && need.wave_until.is_some_and(|until| now < until);
    let is_asked = alert.closed_at.is_none() && alert.state.is_waiting();
    let counts = is_asked || (alert.state == AlertState::Failed && is_of_this_wave);
    counts.then_some((alert.expires_at.as_seconds() - now.as_seconds()).max(0))
}
