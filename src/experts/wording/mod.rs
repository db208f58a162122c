//! Texts that everybody sees must not say who wrote them, nor of health or family.

mod contact;
mod model;
mod names;
mod private;
mod service;
mod telephone;
#[cfg(test)]
mod tests;
mod words;

pub use model::{Finding, Kind, Named, Wording};
pub(super) use service::{About, errors, errors_in};
pub use service::{check_masked_texts, check_texts, words_of};
