//! Tokens on their way into the engine.
//!
//! The engine wants a text and something that cuts it. The text it gets is a list of stems, each
//! after its distance from the one before, so that lists can be put one behind the other.

use std::fmt::Write as _;
use std::str::Split;

use tantivy::tokenizer::{Token as EngineToken, TokenStream, Tokenizer};

use crate::analysis::Token;

/// Name of the tokenizer in the engine's files.
pub(super) const NAME: &str = "encoded";

/// Places left free before each text of a field, so that no phrase spans two.
const GAP: usize = 100;

/// Stems with their places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Encoded(String);

impl Encoded {
    /// Appends a text.
    pub(crate) fn push_text(&mut self, tokens: &[Token]) {
        let mut last = 0;
        for (index, token) in tokens.iter().enumerate() {
            let gap = if index == 0 { GAP } else { 0 };
            let mut distance = token.position - last + gap;
            for stem in &token.form.stems {
                self.push(distance, stem);
                distance = 0;
            }
            last = token.position;
        }
    }

    /// Appends a word whose place does not matter.
    pub(crate) fn push_word(&mut self, word: &str) {
        self.push(0, word);
    }

    /// Appends what has been encoded elsewhere.
    pub(crate) fn append(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    fn push(&mut self, distance: usize, word: &str) {
        let _ = write!(self.0, "{distance} {word} ");
    }
}

/// Reads what [`Encoded`] wrote.
#[derive(Clone, Default)]
pub(super) struct EncodedTokenizer;

impl Tokenizer for EncodedTokenizer {
    type TokenStream<'a> = EncodedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> EncodedStream<'a> {
        let token = EngineToken {
            position: 0,
            ..EngineToken::default()
        };
        EncodedStream {
            rest: text.split(' '),
            token,
        }
    }
}

pub(super) struct EncodedStream<'a> {
    rest: Split<'a, char>,
    token: EngineToken,
}

impl TokenStream for EncodedStream<'_> {
    fn advance(&mut self) -> bool {
        let (Some(distance), Some(word)) = (self.rest.next(), self.rest.next()) else {
            return false;
        };
        self.token.position += distance.parse::<usize>().unwrap_or_default();
        self.token.text.clear();
        self.token.text.push_str(word);
        true
    }

    fn token(&self) -> &EngineToken {
        &self.token
    }

    fn token_mut(&mut self) -> &mut EngineToken {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Analyser, CompoundParts, Language};

    #[test]
    fn words_keep_their_order_and_texts_stay_apart() {
        let analyser = Analyser::new(CompoundParts::new(std::iter::empty()));
        let mut encoded = Encoded::default();
        for text in ["Notfallmanagement heute", "morgen"] {
            encoded.push_text(&analyser.tokens(text, Language::German));
        }

        let mut read = Vec::new();
        let mut tokenizer = EncodedTokenizer;
        let mut stream = tokenizer.token_stream(encoded.as_str());
        while stream.advance() {
            read.push((stream.token().position, stream.token().text.clone()));
        }

        let expected = [
            (100, "notfallmanagement"),
            (100, "notfall"),
            (100, "management"),
            (101, "heut"),
            (201, "morg"),
        ];
        assert_eq!(read, expected.map(|(place, stem)| (place, stem.to_owned())));
    }
}
