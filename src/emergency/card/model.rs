//! What a card is.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use utoipa::ToSchema;

use crate::clock::Instant;
use crate::emergency::coverage::ActingAs;
use crate::ids::{AccountId, EmergencyCardId, OrganisationId};

/// Codes on a card.
pub(super) const CODES: usize = 10;
/// How long a replacement that was asked for can be confirmed, in seconds.
pub(super) const CONFIRMED_WITHIN: i64 = 24 * 3_600;

/// Where a card stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CardState {
    /// Its codes work.
    Issued,
    /// Its codes work no more, and no other card took its place.
    Revoked,
    /// Another card took its place.
    Replaced,
}

/// A card of an administration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: EmergencyCardId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Counts the cards of the administration from 1.
    pub sequence: i32,
    /// Where it stands.
    pub state: CardState,
    /// When it was issued.
    pub issued_at: Instant,
    /// By whom.
    pub issued_by: String,
    /// As what.
    pub issued_as: ActingAs,
    /// When its codes stopped working.
    pub ended_at: Option<Instant>,
}

/// A replacement somebody asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// Who asked.
    pub asked_by: AccountId,
    /// When.
    pub asked_at: Instant,
    /// Until when somebody else can confirm it.
    pub expires_at: Instant,
    /// Whether somebody has.
    pub is_confirmed: bool,
}

impl Replacement {
    /// Whether it waits for somebody else's word.
    pub fn is_open(&self, now: Instant) -> bool {
        !self.is_confirmed && now < self.expires_at
    }
}

/// What is printed on a card and said on the phone; it is no secret.
pub(super) fn number(place: &str, sequence: i32) -> String {
    format!("{place}-{sequence}")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_replacement_is_open_for_24_hours() {
        let now = Instant::from_micros(0);
        let asked = Replacement {
            asked_by: AccountId(Uuid::nil()),
            asked_at: now,
            expires_at: now.plus_seconds(CONFIRMED_WITHIN),
            is_confirmed: false,
        };

        assert!(asked.is_open(now.plus_seconds(CONFIRMED_WITHIN - 1)));
        assert!(!asked.is_open(now.plus_seconds(CONFIRMED_WITHIN)));
        assert!(
            !Replacement {
                is_confirmed: true,
                ..asked
            }
            .is_open(now)
        );
    }

    #[test]
    fn a_card_is_called_by_its_place_and_number() {
        assert_eq!(number("15082180", 2), "15082180-2");
    }
}
