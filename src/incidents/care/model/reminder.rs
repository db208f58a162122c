//! When a town is reminded of a report the law asks for.

use strum::{EnumString, IntoStaticStr, VariantArray};
use uuid::Uuid;

use crate::clock::Instant;
use crate::ids::IncidentId;
use crate::incidents::model::{Clock, ClockId, ClosingReason, Incident};
use crate::notifications::DeliveryState;

/// Seconds before the end at which a town is reminded once more.
const SHORTLY: i64 = 6 * 3_600;

/// How far a time limit has run when a town is reminded of it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Stage {
    /// Half of it.
    Half,
    /// Six hours are left.
    Shortly,
    /// It ends.
    Due,
}

/// That a town is to be reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Its id.
    pub id: Uuid,
    /// Of which incident.
    pub incident: IncidentId,
    /// Of which report.
    pub clock: ClockId,
    /// How far its time has run then.
    pub stage: Stage,
    /// By when the report is due.
    pub due_at: Instant,
    /// When to remind.
    pub remind_at: Instant,
    /// When that was done.
    pub reminded_at: Option<Instant>,
}

/// That a town was reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminded {
    /// Of which report.
    pub clock: ClockId,
    /// When.
    pub at: Instant,
    /// What became of the message; none once that is forgotten.
    pub state: Option<DeliveryState>,
}

impl Stage {
    fn at(self, begun: Instant, due: Instant) -> Instant {
        match self {
            Self::Half => begun.plus_seconds((due.as_seconds() - begun.as_seconds()) / 2),
            Self::Shortly => due.plus_seconds(-SHORTLY),
            Self::Due => due,
        }
    }
}

/// When a town is reminded of a report from now on; at once where it is overdue already.
pub fn ahead(begun: Instant, due: Instant, now: Instant) -> Vec<(Stage, Instant)> {
    if due <= now {
        return vec![(Stage::Due, now)];
    }
    let stages = Stage::VARIANTS.iter();
    let all = stages.map(|stage| (*stage, stage.at(begun, due)));
    all.filter(|(_, at)| now < *at).collect()
}

/// Whether an incident is one of which reports are due: somebody made sure of it, and it did not come to nothing. The
/// last report is due when the help is long over.
pub fn is_duty(incident: &Incident) -> bool {
    let remains = incident
        .closed
        .as_ref()
        .is_none_or(|closed| match closed.reason {
            ClosingReason::Done => true,
            ClosingReason::Withdrawn | ClosingReason::Duplicate | ClosingReason::NotGenuine => {
                false
            }
        });
    incident.verified.is_some() && remains
}

impl Reminder {
    /// Whether there still is something to remind of: the report is not made, and due when this says.
    pub fn is_needed(&self, incident: &Incident, clocks: &[Clock]) -> bool {
        let mut own = clocks.iter().filter(|clock| clock.id == self.clock);
        let runs = own.any(|clock| clock.done.is_none() && clock.due_at == self.due_at);
        runs && is_duty(incident)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incidents::model::samples::{ASKED, incident};
    use crate::incidents::model::{Closed, Reported, Side, Verification, Verified};

    const HOUR: i64 = 3_600;

    fn after(hours: i64) -> Instant {
        ASKED.plus_seconds(hours * HOUR)
    }

    #[test]
    fn a_town_is_reminded_at_half_time_six_hours_before_and_at_the_end() {
        let due = after(72);
        let at = |now| ahead(ASKED, due, now);

        let all = [
            (Stage::Half, after(36)),
            (Stage::Shortly, after(66)),
            (Stage::Due, due),
        ];
        assert_eq!(at(ASKED), all);
        assert_eq!(at(after(36)), all[1..]);
        assert_eq!(at(after(71)), all[2..]);
        assert_eq!(at(after(80)), [(Stage::Due, after(80))]);
    }

    #[test]
    fn what_was_reported_or_moved_or_came_to_nothing_is_not_reminded_of() {
        let mut incident = incident();
        incident.verified = Some(Verified {
            at: ASKED,
            by: "acc".to_owned(),
            how: Verification::CallBack,
        });
        let reminder = Reminder {
            id: Uuid::from_u128(1),
            incident: incident.id,
            clock: ClockId::DataProtection,
            stage: Stage::Half,
            due_at: after(72),
            remind_at: after(36),
            reminded_at: None,
        };
        let clock = |due_at, done| Clock {
            id: ClockId::DataProtection,
            due_at,
            done,
        };
        let running = [clock(after(72), None)];
        let made = Reported {
            at: after(1),
            by: "acc".to_owned(),
            side: Side::Town,
        };

        assert!(reminder.is_needed(&incident, &running));
        for other in [clock(after(71), None), clock(after(72), Some(made))] {
            assert!(!reminder.is_needed(&incident, &[other]));
        }
        let closed = |reason| {
            let mut incident = incident.clone();
            incident.closed = Some(Closed {
                at: after(2),
                by: "acc".to_owned(),
                reason,
            });
            reminder.is_needed(&incident, &running)
        };
        assert!(closed(ClosingReason::Done));
        assert!(!closed(ClosingReason::NotGenuine));
        incident.verified = None;
        assert!(!reminder.is_needed(&incident, &running));
    }
}
