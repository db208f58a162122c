//! What is known of language before any entry is read.

use std::sync::Arc;

use crate::Vocabulary;
use crate::analysis::{Analyser, CompoundParts, split_words};
use crate::names::Names;

/// The vocabulary with everything derived from it.
#[derive(Debug)]
pub(crate) struct Knowledge {
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) analyser: Analyser,
    pub(crate) names: Names,
}

impl Knowledge {
    pub(crate) fn new(vocabulary: Arc<Vocabulary>) -> Self {
        let names = Names::new(&vocabulary);
        let labels = vocabulary.terms().flat_map(|(_, term)| {
            let synonyms = term.synonyms.iter().map(String::as_str);
            [term.label.de.as_str(), term.label.en.as_str()]
                .into_iter()
                .chain(synonyms)
        });
        let words = labels.flat_map(split_words).map(|word| word.text);
        let analyser = Analyser::new(CompoundParts::new(words));

        Self {
            vocabulary,
            analyser,
            names,
        }
    }
}
