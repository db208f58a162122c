//! Passkeys: a key pair per device, of which we have the public half; the device asks its owner before it answers.
//!
//! A passkey signs in alone, as second step after the password, and confirms a session. What was asked of a device is
//! kept here until it answers, and every answer uses one question up.

mod enrolment;
mod pages;
mod question;
mod relying_party;
mod store;

pub use enrolment::{HeldPasskey, ask_to_enrol, enrol, list, remove};
pub(super) use pages::{AnswerForm, Asked, routes as page_routes};
pub use question::{PasskeyError, Question};
pub(super) use question::{ask, ask_anybody, check};
pub use relying_party::RelyingParty;
pub(super) use store::{Purpose, any, forget_old, remove_all};
