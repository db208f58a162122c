//! What a session was proven with, and which proof is enough for whom.

use strum::{EnumString, IntoStaticStr};

use crate::access::{Grant, Role};
use crate::clock::Instant;

/// For so many seconds after a proof, what is most sensitive is not asked for again.
const CONFIRMED_FOR: i64 = 10 * 60;

/// What somebody proved a session with, last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum SessionMethod {
    /// The password and nothing else.
    Password,
    /// The password and six digits of an authenticator.
    Digits,
    /// The password and a recovery code.
    Recovery,
    /// A passkey.
    Passkey,
}

impl SessionMethod {
    /// Whether it confirms a session of somebody who has passkeys, or none: digits can be asked for by a false page,
    /// so they do not stand in for a passkey.
    pub(in crate::accounts) fn confirms(self, has_passkeys: bool) -> bool {
        match self {
            Self::Passkey | Self::Recovery => true,
            Self::Password | Self::Digits => !has_passkeys,
        }
    }
}

/// Whether a proof is still fresh.
pub(in crate::accounts) fn is_fresh(confirmed_at: Option<Instant>, now: Instant) -> bool {
    confirmed_at.is_some_and(|at| now < at.plus_seconds(CONFIRMED_FOR))
}

/// Whether only a passkey is enough where a second factor is required (security.md 2: admin and coordinator).
pub fn needs_passkey(grants: &[Grant]) -> bool {
    grants.iter().any(|grant| match grant.role {
        Role::Coordinator | Role::Admin => true,
        Role::Expert
        | Role::MemberManager
        | Role::Requester
        | Role::Vetter
        | Role::Auditor
        | Role::LandLiaison => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_do_not_stand_in_for_a_passkey() {
        use SessionMethod::{Digits, Passkey, Password, Recovery};

        for (method, with, without) in [
            (Password, false, true),
            (Digits, false, true),
            (Recovery, true, true),
            (Passkey, true, true),
        ] {
            assert_eq!(method.confirms(true), with, "{method:?}");
            assert_eq!(method.confirms(false), without, "{method:?}");
        }
    }

    #[test]
    fn a_proof_is_fresh_for_ten_minutes() {
        let at = |seconds| Instant::from_micros(0).plus_seconds(seconds);

        assert!(is_fresh(Some(at(0)), at(599)));
        assert!(!is_fresh(Some(at(0)), at(600)));
        assert!(!is_fresh(None, at(0)));
    }
}
