//! What a decoy shows.

use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::experts::{AvailabilityState, LanguageSkill, NewSkill, Skill, WorkMode};
use crate::ids::{AccountId, DecoyId, ExpertId};
use crate::input::FieldError;
use crate::organisations::OrganisationKind;
use crate::reference::Text;

/// Most decoys there are: all are read for a page deep in a list.
pub(super) const MOST: u64 = 100;
/// Limits of the texts, those of an entry.
const HEADLINE_LENGTH: usize = 160;
const TEXT_LENGTH: usize = 4_000;
/// Days between two confirmations.
const CONFIRMED_EVERY: i64 = 90;
/// A decoy was confirmed up to so many days before it was made, so that many made at once do not look alike.
const SPREAD: i64 = 80;
const DAY: i64 = 86_400;

/// A decoy to be made.
#[derive(Clone, Debug)]
pub struct NewDecoy {
    /// What kind of body it seems to work for.
    pub employer: OrganisationKind,
    /// Short description.
    pub headline: Text,
    /// Free text.
    pub text: Text,
    /// Skills.
    pub skills: Vec<NewSkill>,
    /// Languages.
    pub languages: Vec<LanguageSkill>,
    /// AGS of the place it seems to be based at.
    pub base: String,
    /// Where it seems to work.
    pub mode: WorkMode,
    /// How soon it seems to be able to start.
    pub availability: AvailabilityState,
}

impl NewDecoy {
    /// What is wrong with its texts and availability.
    pub(super) fn problems(&self) -> Vec<FieldError> {
        let length = |text: &Text| text.de.chars().count().max(text.en.chars().count());
        let mut errors = Vec::new();
        if self.headline.de.is_empty() || length(&self.headline) > HEADLINE_LENGTH {
            let detail = format!("1 to {HEADLINE_LENGTH} characters");
            errors.push(FieldError::new("/headline", "length", detail));
        }
        if length(&self.text) > TEXT_LENGTH {
            let detail = format!("at most {TEXT_LENGTH} characters");
            errors.push(FieldError::new("/text", "length", detail));
        }
        match self.availability {
            AvailabilityState::Now
            | AvailabilityState::Within24Hours
            | AvailabilityState::Within72Hours
            | AvailabilityState::RemoteOnly => {}
            // The day would pass, and nobody moves it.
            AvailabilityState::Later | AvailabilityState::Unavailable => errors.push(
                FieldError::new("/availability", "state", "a decoy can always start"),
            ),
        }
        errors
    }
}

/// A decoy as it is sealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decoy {
    /// The id it shows, like that of an entry.
    pub id: ExpertId,
    /// Its public name.
    pub alias: String,
    /// What kind of body it seems to work for.
    pub employer: OrganisationKind,
    /// Short description.
    pub headline: Text,
    /// Free text.
    pub text: Text,
    /// Skills.
    pub skills: Vec<Skill>,
    /// Languages.
    pub languages: Vec<LanguageSkill>,
    /// AGS of the place it seems to be based at.
    pub base: String,
    /// Where it seems to work.
    pub mode: WorkMode,
    /// How soon it seems to be able to start.
    pub availability: AvailabilityState,
    /// When it was made.
    pub made_at: Instant,
}

impl Decoy {
    /// When it seems to have been confirmed: every 90 days, as a careful person does.
    pub fn confirmed_at(&self, now: Instant) -> Instant {
        let days = i64::from(self.id.0.into_bytes()[15]) % SPREAD;
        let first = self.made_at.plus_days(-days);
        let since = (now.as_seconds() - first.as_seconds()).max(0);
        first.plus_days(since / (CONFIRMED_EVERY * DAY) * CONFIRMED_EVERY)
    }
}

/// A decoy and its row.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptDecoy {
    /// Names it among admins; not the id it shows.
    pub id: DecoyId,
    /// Who made it.
    pub made_by: AccountId,
    /// What it shows.
    pub decoy: Decoy,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(de: &str) -> Text {
        Text {
            de: de.to_owned(),
            en: String::new(),
        }
    }

    fn decoy(made_at: Instant) -> Decoy {
        Decoy {
            id: ExpertId::random(),
            alias: "K-7Q3F2".to_owned(),
            employer: OrganisationKind::ItProvider,
            headline: text("Netze"),
            text: text(""),
            skills: Vec::new(),
            languages: Vec::new(),
            base: "15082".to_owned(),
            mode: WorkMode::Either,
            availability: AvailabilityState::Now,
            made_at,
        }
    }

    #[test]
    fn a_decoy_was_always_confirmed_lately() {
        let made_at = Instant::from_micros(1_700_000_000_000_000);
        let decoy = decoy(made_at);

        for days in [0, 1, 89, 90, 400, 4_000] {
            let now = made_at.plus_days(days);
            let confirmed_at = decoy.confirmed_at(now);

            assert!(confirmed_at <= now && now < confirmed_at.plus_days(CONFIRMED_EVERY));
        }
    }

    #[test]
    fn a_decoy_has_a_headline_and_no_day_that_passes() {
        let new = |headline: &str, availability| NewDecoy {
            employer: OrganisationKind::ItProvider,
            headline: text(headline),
            text: text(""),
            skills: Vec::new(),
            languages: Vec::new(),
            base: "15082".to_owned(),
            mode: WorkMode::Either,
            availability,
        };

        assert_eq!(new("Netze", AvailabilityState::Now).problems(), []);
        assert_eq!(new("", AvailabilityState::Later).problems().len(), 2);
        let long = "x".repeat(161);
        assert_eq!(new(&long, AvailabilityState::Now).problems().len(), 1);
    }
}
