//! What is indexed for a term, worked out once.

use std::collections::BTreeSet;

use super::encoding::Encoded;
use crate::analysis::{Analyser, Form, Language, Token};
use crate::{Term, Vocabulary};

/// The names of a term, encoded.
#[derive(Debug, Default)]
pub(super) struct TermTexts {
    pub(super) labels: Encoded,
    pub(super) synonyms: Encoded,
    /// Every word of the names.
    pub(super) words: Encoded,
}

impl TermTexts {
    /// In the order of the vocabulary.
    pub(super) fn of_all(vocabulary: &Vocabulary, analyser: &Analyser) -> Vec<Self> {
        let terms = vocabulary.terms();
        terms.map(|(_, term)| Self::of(term, analyser)).collect()
    }

    fn of(term: &Term, analyser: &Analyser) -> Self {
        let mut texts = Self::default();
        let mut words = BTreeSet::new();
        let labels = [
            analyser.tokens(&term.label.de, Language::German),
            analyser.tokens(&term.label.en, Language::English),
        ];
        for label in &labels {
            texts.labels.push_text(label);
            words.extend(label.iter().map(|token| token.form.folded.clone()));
        }
        for synonym in &term.synonyms {
            let tokens = in_both_languages(synonym, analyser);
            texts.synonyms.push_text(&tokens);
            words.extend(tokens.iter().map(|token| token.form.folded.clone()));
        }
        for word in words {
            texts.words.push_word(&word);
        }
        texts
    }
}

/// The tokens of a text whose language is unknown, with the stems of both.
fn in_both_languages(text: &str, analyser: &Analyser) -> Vec<Token> {
    let german = analyser.tokens(text, Language::German);
    let english = analyser.tokens(text, Language::English);
    let pairs = german.into_iter().zip(english);
    pairs
        .map(|(german, english)| {
            let mut stems = german.form.stems.clone();
            let more = english.form.stems.iter().cloned();
            let more: Vec<String> = more.filter(|stem| !stems.contains(stem)).collect();
            stems.extend(more);
            let folded = german.form.folded.clone();
            let form = Form { folded, stems }.into();
            Token { form, ..german }
        })
        .collect()
}
