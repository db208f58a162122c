//! The second factor: setting it up, its recovery codes, and its question when signing in.

mod ask;
mod setup;

pub use ask::{SecondFactorPage, SecondFactorProblem};
pub use setup::{PasskeySetupPage, QrCode, RecoveryCodesPage, SetupProblem, TotpSetupPage};
