//! Six digits that change every half minute.

use totp_rs::{Builder, Secret as TotpSecret, Totp};
use zeroize::Zeroizing;

use crate::accounts::Secret;
use crate::ids::SessionId;
use crate::sealing::{Keyring, Purpose, SealError};

/// 160 bits, as RFC 4226 recommends.
const SECRET_BYTES: usize = 20;
const ISSUER: &str = "Kataster";

/// A secret shared with an authenticator.
pub(super) struct SharedSecret(Zeroizing<Vec<u8>>);

/// A secret that no authenticator would take.
#[derive(Debug, thiserror::Error)]
#[error("the secret of a second factor is damaged")]
pub struct DamagedSecret;

impl SharedSecret {
    /// The one that a session began with: only our key makes it, and another session makes another.
    pub(super) fn derive(
        ring: &Keyring,
        session: SessionId,
        begun: &Secret,
    ) -> Result<Self, SealError> {
        let message = format!("{session}\n{}", begun.reveal());
        let hash = ring.keyed_hash(Purpose::SecondFactor, message.as_bytes())?;
        let bytes = hash.into_iter().take(SECRET_BYTES);
        Ok(Self(Zeroizing::new(bytes.collect())))
    }

    /// As it was stored.
    pub(super) fn from_bytes(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The text somebody types into an authenticator.
    pub(super) fn text(&self) -> String {
        TotpSecret::from(self.0.to_vec()).to_base32()
    }

    /// The address an authenticator reads from a code or a link.
    pub(super) fn address(&self, account: &str) -> Result<String, DamagedSecret> {
        self.totp(account)?.to_url().map_err(|_| DamagedSecret)
    }

    /// The step these digits belong to, one step early or late included.
    pub(super) fn step(&self, digits: &str, seconds: i64) -> Result<Option<i64>, DamagedSecret> {
        let now = u64::try_from(seconds).map_err(|_| DamagedSecret)?;
        let step = self.totp("")?.check(digits, now);
        Ok(step.and_then(|step| i64::try_from(step).ok()))
    }

    fn totp(&self, account: &str) -> Result<Totp, DamagedSecret> {
        // Colons part issuer and account in the address.
        let account = account.replace(':', " ");
        Builder::new()
            .with_secret(self.0.to_vec())
            .with_account_name(account)
            .with_issuer(Some(ISSUER))
            .build()
            .map_err(|_| DamagedSecret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret and some values of RFC 6238, appendix B, cut to six digits.
    #[test]
    fn the_digits_are_those_of_the_standard() {
        let secret = SharedSecret(Zeroizing::new(b"12345678901234567890".to_vec()));

        for (seconds, digits) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(
                secret.step(digits, seconds).unwrap(),
                Some(seconds / 30),
                "{seconds}"
            );
        }
        assert_eq!(secret.step("287082", 59 + 90).unwrap(), None, "too late");
        for nonsense in ["", "28708", "28708x", "２８７０８２"] {
            assert_eq!(secret.step(nonsense, 59).unwrap(), None, "{nonsense}");
        }
    }

    #[test]
    fn an_authenticator_gets_who_and_where() {
        let secret = SharedSecret(Zeroizing::new(b"12345678901234567890".to_vec()));
        let address = secret.address("erika@example.org").unwrap();

        assert!(address.starts_with("otpauth://totp/Kataster"), "{address}");
        assert!(address.contains("issuer=Kataster"), "{address}");
    }
}
