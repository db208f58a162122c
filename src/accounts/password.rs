//! Password hashes: argon2id with the parameters of the OWASP password storage sheet.

use argon2::password_hash::PasswordHasher;
use argon2::{Algorithm, Argon2, Params, Version};

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The hash could not be computed.
#[derive(Debug, thiserror::Error)]
#[error("the password cannot be hashed")]
pub struct HashingFailed;

/// The PHC string of a password with a random salt. Takes tens of milliseconds and 19 MiB.
pub(super) fn hash(password: &str) -> Result<String, HashingFailed> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| HashingFailed)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = argon2
        .hash_password(password.as_bytes())
        .map_err(|_| HashingFailed)?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use argon2::password_hash::PasswordVerifier;
    use argon2::password_hash::phc::PasswordHash;

    use super::*;

    #[test]
    fn a_hash_verifies_its_password_only() {
        let text = hash("richtig pferd batterie").unwrap();
        let parsed = PasswordHash::new(&text).unwrap();

        assert!(text.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(
            Argon2::default()
                .verify_password(b"richtig pferd batterie", &parsed)
                .is_ok()
        );
        assert!(
            Argon2::default()
                .verify_password(b"falsch", &parsed)
                .is_err()
        );
    }
}
