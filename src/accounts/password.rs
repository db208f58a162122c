//! Password hashes: argon2id with the parameters of the OWASP password storage sheet.

use std::sync::{Arc, LazyLock};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Hashes computed at once: a flood of sign-ins must not take the processors from searches.
const AT_ONCE: usize = 2;

/// What the password of an unknown account is compared with, so that it takes as long.
static NOBODY: LazyLock<Option<String>> = LazyLock::new(|| hash("nobody has this password").ok());

/// The hash could not be computed.
#[derive(Debug, thiserror::Error)]
#[error("the password cannot be hashed")]
pub struct HashingFailed;

/// The PHC string of a password with a random salt. Takes tens of milliseconds and 19 MiB.
pub(super) fn hash(password: &str) -> Result<String, HashingFailed> {
    let hash = argon2()?
        .hash_password(password.as_bytes())
        .map_err(|_| HashingFailed)?;
    Ok(hash.to_string())
}

fn argon2() -> Result<Argon2<'static>, HashingFailed> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| HashingFailed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Checks passwords, a few at a time.
#[derive(Clone, Debug)]
pub struct Passwords(Arc<Semaphore>);

impl Default for Passwords {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Passwords {
    /// The PHC string of a new password.
    ///
    /// # Errors
    /// The hash could not be computed.
    pub(super) async fn hash(&self, password: &str) -> Result<String, HashingFailed> {
        let _permit = self.0.acquire().await.map_err(|_| HashingFailed)?;
        let password = password.to_owned();
        let hashed = tokio::task::spawn_blocking(move || hash(&password));
        hashed.await.map_err(|_| HashingFailed)?
    }

    /// Whether a password is the one behind a hash. Without a hash it takes as long and is not.
    ///
    /// # Errors
    /// The check could not be made.
    pub(super) async fn verify(
        &self,
        password: &str,
        hash: Option<String>,
    ) -> Result<bool, HashingFailed> {
        let _permit = self.0.acquire().await.map_err(|_| HashingFailed)?;
        let password = password.to_owned();
        let checked = tokio::task::spawn_blocking(move || {
            let is_somebody = hash.is_some();
            let hash = hash.or_else(|| NOBODY.clone()).ok_or(HashingFailed)?;
            let parsed = PasswordHash::new(&hash).map_err(|_| HashingFailed)?;
            let is_right = argon2()?
                .verify_password(password.as_bytes(), &parsed)
                .is_ok();
            Ok(is_right && is_somebody)
        });
        checked.await.map_err(|_| HashingFailed)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_verifies_its_password_only() {
        let text = hash("richtig pferd batterie").unwrap();
        let passwords = Passwords::default();
        let verify = |password: &'static str, hash| passwords.verify(password, hash);

        assert!(text.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(
            verify("richtig pferd batterie", Some(text.clone()))
                .await
                .unwrap()
        );
        assert!(!verify("falsch", Some(text)).await.unwrap());
        assert!(!verify("nobody has this password", None).await.unwrap());
    }
}
