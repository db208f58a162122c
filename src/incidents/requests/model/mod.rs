//! What a request for help is: needs, whom they are asked of, and what they say.

mod alert;
mod asking;
mod course;
mod due;
mod keypad;
mod phoning;
mod quiet;
mod terms;
pub mod wave;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::ToSchema;

pub use alert::{Alert, AlertState, AnswerKind, Choice, Chosen, UNDO};
pub use asking::Chances;
pub use course::HelpStep;
pub use due::{Due, Situation};
pub use keypad::{keys_for, pressed};
pub use phoning::Unphoned;
pub use quiet::{CAP_DAYS, History, is_asked_now, on_site_from};
pub use terms::{Refused, Yes, counts_until, offered, terms};
pub use wave::{
    Alike, Answers, Cohorts, DAY, EVENING, HOME_WAVE, NIGHT, Reckoned, RuleKind, Stand, Step,
    TimeOfDay, WaveRule, Waves,
};

use crate::clock::Instant;
use crate::ids::{IncidentId, NeedId, RequestId};
use crate::matching::{NewHeadcount, NewNeed, NewNeedSkill};
use crate::reference::PlaybookNeed;

/// Help that a verified town asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRequest {
    /// Its id.
    pub id: RequestId,
    /// What happened.
    pub incident: IncidentId,
    /// When help is to begin.
    pub from: Instant,
    /// For how many days.
    pub days: u16,
    /// When it was made.
    pub made_at: Instant,
    /// Since when people are asked.
    pub begun_at: Option<Instant>,
    /// Since when nobody new is asked.
    pub paused_at: Option<Instant>,
    /// Since when every place is taken.
    pub filled_at: Option<Instant>,
    /// It is over, and why.
    pub stood_down: Option<(Instant, String)>,
    /// The first fitting yes counts as accepted: the town said so beforehand (trust.md 11).
    pub first_yes_counts: bool,
    /// Grows with every change.
    pub version: i32,
}

/// Where a request stands.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    ToSchema,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RequestState {
    /// Nobody is asked yet.
    Draft,
    /// People are asked.
    Alerting,
    /// Every place is taken.
    Filled,
    /// It is over.
    StoodDown,
}

/// A place in the team a request asks for.
#[derive(Clone, Debug)]
pub struct Need {
    /// Its id.
    pub id: NeedId,
    /// What it takes.
    pub wanted: NewNeed,
    /// How many waves there were.
    pub wave: u16,
    /// When the last of them ends.
    pub wave_until: Option<Instant>,
    /// Since when nobody else fits.
    pub exhausted_at: Option<Instant>,
}

impl HelpRequest {
    /// Where it stands.
    pub fn state(&self) -> RequestState {
        if self.stood_down.is_some() {
            return RequestState::StoodDown;
        }
        match (self.begun_at, self.filled_at) {
            (_, Some(_)) => RequestState::Filled,
            (Some(_), None) => RequestState::Alerting,
            (None, None) => RequestState::Draft,
        }
    }

    /// When the help it asks for ends.
    pub fn until(&self) -> Instant {
        self.from.plus_days(self.days.into())
    }
}

impl Need {
    /// How many people it asks for.
    pub fn places(&self) -> u16 {
        self.wanted.headcount.desired
    }
}

/// A need of a playbook as a request keeps it.
pub fn planned(need: &PlaybookNeed) -> NewNeed {
    let skills = need.skills.iter().map(|skill| NewNeedSkill {
        id: skill.id.clone(),
        min_level: skill.min_level,
        required: skill.required,
    });
    NewNeed {
        label: need.label.de.clone(),
        label_en: Some(need.label.en.clone()),
        skills: skills.collect(),
        headcount: NewHeadcount {
            min: need.headcount.min,
            desired: need.headcount.desired.max(need.headcount.min),
        },
        mode: need.mode,
        languages: vec!["de".to_owned()],
        clearance: crate::matching::ClearanceLevel::None,
        days: Some(need.days),
        first_call: need.first_call,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids;

    #[test]
    fn a_request_that_is_over_is_neither_filled_nor_alerting() {
        let now = Instant::from_micros(1_764_000_000_000_000);
        let mut request = HelpRequest {
            id: RequestId(ids::ordered(now)),
            incident: IncidentId(ids::ordered(now)),
            from: now,
            days: 7,
            made_at: now,
            begun_at: None,
            paused_at: None,
            filled_at: None,
            stood_down: None,
            first_yes_counts: false,
            version: 1,
        };
        assert_eq!(request.state(), RequestState::Draft);

        request.begun_at = Some(now);
        assert_eq!(request.state(), RequestState::Alerting);
        request.filled_at = Some(now);
        assert_eq!(request.state(), RequestState::Filled);
        request.stood_down = Some((now, "over".to_owned()));
        assert_eq!(request.state(), RequestState::StoodDown);
    }
}
