//! From text to tokens: words, folding, stems, compound parts.

mod compound;
mod fold;
mod stem;
mod stop_words;
mod token;
mod words;

pub(crate) use compound::CompoundParts;
pub(crate) use fold::fold;
pub(crate) use stem::{english_stem, german_stem, query_stems};
pub(crate) use stop_words::is_stop_word;
pub(crate) use token::{Analyser, Form, Token};
pub(crate) use words::{Word, split_words};

use serde::{Deserialize, Serialize};

/// A language of the interface and of texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// German.
    #[default]
    #[serde(rename = "de")]
    German,
    /// English.
    #[serde(rename = "en")]
    English,
}
