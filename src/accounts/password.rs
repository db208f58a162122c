//! Password hashes: argon2id with the parameters of the OWASP password storage sheet.

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, LazyLock, Mutex};
use std::thread;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::oneshot;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// How far hashing steps back (nice) where a search wants the processor.
const PRIORITY: i32 = 5;

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

/// Something to compute.
type Job = Box<dyn FnOnce() + Send>;

/// Checks passwords on threads of its own, one for two processors and behind everything else: a flood of sign-ins
/// takes neither processors nor memory from others. Each thread keeps what one hash needs, and no more.
#[derive(Clone, Debug)]
pub struct Passwords(Sender<Job>);

impl Default for Passwords {
    fn default() -> Self {
        let (sender, jobs) = mpsc::channel();
        let jobs = Arc::new(Mutex::new(jobs));
        for _ in 0..at_once() {
            let jobs = jobs.clone();
            thread::spawn(move || work(&jobs));
        }
        Self(sender)
    }
}

fn at_once() -> usize {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    processors.div_ceil(2)
}

/// Until nobody can send a job any more.
fn work(jobs: &Mutex<Receiver<Job>>) {
    // Where the system does not allow it, hashing only disturbs more.
    let _ = rustix::process::setpriority_process(None, PRIORITY);
    while let Some(job) = jobs.lock().ok().and_then(|jobs| jobs.recv().ok()) {
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}

impl Passwords {
    /// The PHC string of a new password.
    ///
    /// # Errors
    /// The hash could not be computed.
    pub(super) async fn hash(&self, password: &str) -> Result<String, HashingFailed> {
        let password = password.to_owned();
        self.compute(move || hash(&password)).await
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
        let password = password.to_owned();
        let check = move || {
            let is_somebody = hash.is_some();
            let hash = hash.or_else(|| NOBODY.clone()).ok_or(HashingFailed)?;
            let parsed = PasswordHash::new(&hash).map_err(|_| HashingFailed)?;
            let is_right = argon2()?
                .verify_password(password.as_bytes(), &parsed)
                .is_ok();
            Ok(is_right && is_somebody)
        };
        self.compute(check).await
    }

    async fn compute<T: Send + 'static>(
        &self,
        compute: impl FnOnce() -> Result<T, HashingFailed> + Send + 'static,
    ) -> Result<T, HashingFailed> {
        let (answer, computed) = oneshot::channel();
        let job = move || {
            // Who has given up waiting costs nothing.
            if !answer.is_closed() {
                let _ = answer.send(compute());
            }
        };
        self.0.send(Box::new(job)).map_err(|_| HashingFailed)?;
        computed.await.map_err(|_| HashingFailed)?
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

    #[tokio::test]
    async fn a_check_that_panics_takes_no_other_with_it() {
        let passwords = Passwords::default();

        for _ in 0..2 * at_once() {
            let failed =
                passwords.compute(|| -> Result<(), HashingFailed> { panic!("as planned") });
            assert!(failed.await.is_err());
        }

        assert!(!passwords.verify("falsch", None).await.unwrap());
    }
}
