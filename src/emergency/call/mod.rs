//! Words both sides of a call-back say, so that each knows whom it speaks to.
//!
//! The caller says the first word, the called answers with the second. Whoever does not know it, hangs up.

mod service;
mod store;
mod word;

pub use service::{CallWords, Heard, arrange, arranged, arranged_to_call, forget, hear};
pub use word::Word;
