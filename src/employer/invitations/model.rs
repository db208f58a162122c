//! What an invitation is, and how many there may be.

use crate::accounts::EmailAddress;
use crate::clock::Instant;
use crate::ids::{ExpertId, InvitationId, OrganisationId};

/// Days an invitation can be taken.
pub(super) const HOLDS_DAYS: i64 = 14;
/// Invited at once.
pub const MOST_AT_ONCE: usize = 50;
/// Mails a house sends a day with invitations.
pub const MOST_A_DAY: i64 = 100;
/// Times one is sent.
pub const MOST_SENDS: i32 = 5;
/// Seconds between two times.
pub(super) const PAUSE: i64 = 600;
/// Days an invitation is known after it ended.
pub(super) const KEPT_DAYS: i64 = 90;

/// Who is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invitee {
    /// The person of an entry without an account, at the address in the entry.
    Entry(ExpertId),
    /// Somebody without an entry.
    Address(EmailAddress),
}

/// An invitation that was sent and can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Into whose team.
    pub organisation: OrganisationId,
    /// To which entry; none for a new one.
    pub expert: Option<ExpertId>,
    /// How often it was sent.
    pub sends: i32,
    /// When it was sent last.
    pub sent_at: Instant,
    /// Until when it can be taken.
    pub expires_at: Instant,
}

impl Invitation {
    /// Whether nobody can take it any more.
    pub fn is_over(&self, now: Instant) -> bool {
        self.expires_at <= now
    }

    /// Whether it can be sent once more now.
    pub fn may_be_sent(&self, now: Instant) -> bool {
        self.sends < MOST_SENDS && self.sent_at.plus_seconds(PAUSE) <= now
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const SENT: Instant = Instant::from_micros(0);

    fn invitation(sends: i32) -> Invitation {
        Invitation {
            id: InvitationId(Uuid::nil()),
            organisation: OrganisationId(Uuid::nil()),
            expert: None,
            sends,
            sent_at: SENT,
            expires_at: SENT.plus_days(HOLDS_DAYS),
        }
    }

    #[test]
    fn it_is_sent_again_after_a_pause_and_not_for_ever() {
        assert!(!invitation(1).may_be_sent(SENT.plus_seconds(PAUSE - 1)));
        assert!(invitation(1).may_be_sent(SENT.plus_seconds(PAUSE)));
        assert!(invitation(MOST_SENDS - 1).may_be_sent(SENT.plus_days(1)));
        assert!(!invitation(MOST_SENDS).may_be_sent(SENT.plus_days(1)));
    }

    #[test]
    fn it_is_over_to_the_second() {
        let end = SENT.plus_days(HOLDS_DAYS);

        assert!(!invitation(1).is_over(end.plus_seconds(-1)));
        assert!(invitation(1).is_over(end));
    }
}
