//! Whether the desk phones somebody who is asked: only whom no message reached (trust.md 2).

use super::{Alert, AlertState, RequestState, Situation};
use crate::clock::Instant;

/// Why nobody is phoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unphoned {
    /// An answer would count no more.
    Over,
    /// A message reached them, or is on its way.
    Reached,
}

impl Situation {
    /// Whether the desk phones for an alert: an answer would still count, and no message reached the person.
    ///
    /// # Errors
    /// Why nobody is phoned.
    pub fn phoning(
        &self,
        alert: &Alert,
        (is_on_its_way, now): (bool, Instant),
    ) -> Result<(), Unphoned> {
        let need = self.needs.iter().find(|need| need.id == alert.need);
        let is_full = need.is_none_or(|need| self.committed(need) >= need.places());
        let is_over = self.request.state() == RequestState::StoodDown || alert.expires_at <= now;
        if is_over || is_full {
            return Err(Unphoned::Over);
        }
        match alert.state {
            AlertState::Failed => Ok(()),
            AlertState::Queued if !is_on_its_way => Ok(()),
            AlertState::Queued | AlertState::Sent | AlertState::Delivered | AlertState::Seen => {
                Err(Unphoned::Reached)
            }
            AlertState::Answered | AlertState::Expired | AlertState::StoodDown => {
                Err(Unphoned::Over)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;
    use uuid::Uuid;

    use super::*;
    use crate::ids::{self, AlertId, ExpertId, IncidentId, NeedId, RequestId};
    use crate::incidents::requests::model::{HelpRequest, Need, planned};
    use crate::reference::{Headcount, NeedMode, PlaybookNeed, Text};

    const NOW: Instant = Instant::from_micros(1_764_000_000_000_000);

    fn need() -> Need {
        let wanted = planned(&PlaybookNeed {
            label: Text {
                de: "Lage".to_owned(),
                en: "Situation".to_owned(),
            },
            skills: Vec::new(),
            headcount: Headcount { min: 1, desired: 1 },
            mode: NeedMode::Remote,
            core: false,
            days: 1,
            first_call: false,
        });
        Need {
            id: NeedId(ids::ordered(NOW)),
            wanted,
            wave: 1,
            wave_until: None,
            exhausted_at: None,
        }
    }

    fn situation(state: AlertState) -> Situation {
        let request = RequestId(ids::ordered(NOW));
        let need = need();
        let alert = Alert {
            id: AlertId(Uuid::new_v4()),
            request,
            need: need.id,
            expert: ExpertId(Uuid::new_v4()),
            wave: 1,
            state,
            channel: None,
            made_at: NOW,
            expires_at: NOW.plus_seconds(60),
            sent_at: None,
            seen_at: None,
            answer: None,
            answer_from: None,
            closed_at: None,
        };
        Situation {
            request: HelpRequest {
                id: request,
                incident: IncidentId(ids::ordered(NOW)),
                from: NOW,
                days: 7,
                made_at: NOW,
                begun_at: Some(NOW),
                paused_at: None,
                filled_at: None,
                stood_down: None,
                first_yes_counts: false,
                version: 1,
            },
            needs: vec![need],
            alerts: vec![alert],
            deployments: Vec::new(),
        }
    }

    #[test]
    fn who_was_not_reached_is_phoned_and_nobody_else() {
        let phoned = AlertState::VARIANTS.iter().filter(|state| {
            let situation = situation(**state);
            let asked = situation.phoning(&situation.alerts[0], (false, NOW));
            asked.is_ok()
        });

        let phoned: Vec<_> = phoned.copied().collect();

        assert_eq!(phoned, [AlertState::Queued, AlertState::Failed]);
    }

    #[test]
    fn nobody_is_phoned_while_a_message_is_on_its_way_or_once_it_is_too_late() {
        let waiting = situation(AlertState::Queued);
        let asked = waiting.phoning(&waiting.alerts[0], (true, NOW));
        assert_eq!(asked, Err(Unphoned::Reached));

        let mut over = situation(AlertState::Failed);
        let late = over.phoning(&over.alerts[0], (false, NOW.plus_seconds(60)));
        assert_eq!(late, Err(Unphoned::Over));
        over.request.stood_down = Some((NOW, "over".to_owned()));
        let ended = over.phoning(&over.alerts[0], (false, NOW));
        assert_eq!(ended, Err(Unphoned::Over));
    }
}
