//! What is indexed of a text.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::{CompoundParts, Language, english_stem, fold, german_stem, split_words};

/// Changes whenever the same text must yield other tokens for reasons [`Analyser::probe`] cannot see.
const ANALYSER_VERSION: &str = "1";

/// Words that show every step of the analysis.
const PROBE: &str = "Übergrößen-Straße, issues: Datensicherungskonzepte für Notfallmanagement \
     und Netzwerksegmentierung im Fachverfahren; E-Mail, OK.EWO, responding firewalls";

/// Spellings remembered for each language; free text has no end of rare ones.
const MOST_REMEMBERED: usize = 50_000;

/// What a word is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    /// The whole word, folded but not stemmed: for prefixes and typing errors.
    pub(crate) folded: String,
    /// The stem of the whole word, then those of its parts.
    pub(crate) stems: Vec<String>,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Number of the word in its text; joined words share that of the first.
    pub(crate) position: usize,
    /// Byte offset of the first letter.
    pub(crate) start: usize,
    /// Byte offset after the last letter.
    pub(crate) end: usize,
    /// What it is found by.
    pub(crate) form: Arc<Form>,
}

/// Turns texts into tokens.
#[derive(Debug)]
pub(crate) struct Analyser {
    parts: CompoundParts,
    german: RwLock<HashMap<String, Arc<Form>>>,
    english: RwLock<HashMap<String, Arc<Form>>>,
}

impl Analyser {
    pub(crate) fn new(parts: CompoundParts) -> Self {
        Self {
            parts,
            german: RwLock::default(),
            english: RwLock::default(),
        }
    }

    pub(crate) fn parts(&self) -> &CompoundParts {
        &self.parts
    }

    /// The tokens of a text in order. Joined words (`E-Mail`) also stand there as one (`email`).
    pub(crate) fn tokens(&self, text: &str, language: Language) -> Vec<Token> {
        let words = split_words(text);
        let mut tokens = Vec::with_capacity(words.len());
        for (position, word) in words.iter().enumerate() {
            tokens.push(Token {
                position,
                start: word.start,
                end: word.end,
                form: self.form(word.text, language),
            });
            let chain = &words[position + 1..];
            let length = chain.iter().take_while(|word| word.joined).count();
            if word.joined || length == 0 {
                continue;
            }
            let joined = &words[position..=position + length];
            let whole: String = joined.iter().map(|word| word.text).collect();
            tokens.push(Token {
                position,
                start: word.start,
                end: words[position + length].end,
                form: self.form(&whole, language),
            });
        }
        tokens
    }

    /// Text that differs between analysers that make different tokens of the same text.
    pub(crate) fn probe(&self) -> String {
        let german = self.tokens(PROBE, Language::German);
        let english = self.tokens(PROBE, Language::English);
        format!("{ANALYSER_VERSION} {german:?} {english:?}")
    }

    /// The form of a word, remembered: most words of a register occur again and again.
    fn form(&self, word: &str, language: Language) -> Arc<Form> {
        let remembered = match language {
            Language::German => &self.german,
            Language::English => &self.english,
        };
        let known = remembered.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(form) = known.get(word) {
            return Arc::clone(form);
        }
        drop(known);
        let form = Arc::new(self.work_out(word, language));
        let mut known = remembered.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST_REMEMBERED {
            known.insert(word.to_owned(), Arc::clone(&form));
        }
        form
    }

    fn work_out(&self, word: &str, language: Language) -> Form {
        let folded = fold(word);
        let stems = match language {
            Language::English => vec![english_stem(word)],
            Language::German => self.german_stems(&folded),
        };
        Form { folded, stems }
    }

    fn german_stems(&self, folded: &str) -> Vec<String> {
        let mut stems = vec![german_stem(folded)];
        for part in self.parts.split(folded) {
            let stem = german_stem(&part);
            if !stems.contains(&stem) {
                stems.push(stem);
            }
        }
        stems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str, language: Language) -> Vec<Token> {
        let analyser = Analyser::new(CompoundParts::new(["Segmentierung"].into_iter()));
        analyser.tokens(text, language)
    }

    #[test]
    fn parts_stand_at_the_position_of_the_whole() {
        let tokens = tokens("die Netzwerksegmentierung", Language::German);

        assert_eq!(tokens[1].position, 1);
        assert_eq!(
            tokens[1].form.stems,
            ["netzwerksegmentier", "netzwerk", "segmentier"]
        );
    }

    #[test]
    fn joined_words_stand_alone_and_as_one() {
        let found: Vec<_> = tokens("eine E-Mail", Language::German)
            .into_iter()
            .map(|token| (token.position, token.form.folded.clone()))
            .collect();

        let expected = [(0, "eine"), (1, "e"), (1, "email"), (2, "mail")];
        assert_eq!(found, expected.map(|(at, word)| (at, word.to_owned())));
    }

    #[test]
    fn english_texts_have_english_stems() {
        assert_eq!(
            tokens("policies", Language::English)[0].form.stems,
            ["polici"]
        );
    }
}
