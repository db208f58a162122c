//! Texts that everybody sees must not say who wrote them, nor of health or family.

mod contact;
mod model;
mod names;
mod persons;
mod private;
mod service;
mod telephone;
#[cfg(test)]
mod tests;
mod words;

pub use model::{Finding, Kind, Named, Wording};
pub use persons::{check_text, names_to_look_for};
pub(super) use service::{About, errors, errors_in};
pub use service::{check_masked_texts, check_texts, words_of};
