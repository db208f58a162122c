//! The grammar of queries: words, `"phrases"`, `-excluded`.

use crate::analysis::{fold, is_stop_word, split_words};

/// Only so many characters of a query count.
const MOST_CHARACTERS: usize = 200;
/// Only so many words of a query count.
const MOST_WORDS: usize = 16;

const QUOTES: [char; 7] = ['"', '„', '“', '”', '«', '»', '\u{201f}'];

/// A query taken apart. Every text is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ParsedText {
    /// Words outside quotes, without stop words unless there is nothing else.
    pub(crate) words: Vec<String>,
    /// Words between quotes, together.
    pub(crate) phrases: Vec<Vec<String>>,
    /// Words or phrases no hit may have.
    pub(crate) excluded: Vec<Vec<String>>,
    /// Whether the last of `words` may still be being typed.
    pub(crate) is_unfinished: bool,
}

impl ParsedText {
    /// Takes a query apart; never fails.
    pub(crate) fn parse(text: &str) -> Self {
        let text = &text[..end_of(text, MOST_CHARACTERS)];
        let mut parsed = Self::default();
        let mut rest = text;
        let mut left = MOST_WORDS;
        while let Some((token, after)) = next_token(rest) {
            rest = after;
            let words: Vec<String> = split_words(token.text)
                .iter()
                .take(left)
                .map(|word| word.text.to_owned())
                .collect();
            left -= words.len();
            if words.is_empty() {
                continue;
            }
            match token.kind {
                Kind::Excluded => parsed.excluded.push(words),
                Kind::Quoted => parsed.phrases.push(words),
                Kind::Plain => parsed.words.extend(words),
            }
            let at_the_end = rest.is_empty() && text.ends_with(char::is_alphanumeric);
            parsed.is_unfinished = at_the_end && token.kind == Kind::Plain;
        }
        parsed.drop_stop_words();
        parsed
    }

    fn drop_stop_words(&mut self) {
        let says_something = |word: &String| !is_stop_word(&fold(word));
        if !self.phrases.is_empty() || self.words.iter().any(says_something) {
            let last_goes = self.words.last().is_some_and(|last| !says_something(last));
            self.is_unfinished &= !last_goes;
            self.words.retain(says_something);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Quoted,
    Excluded,
}

struct QueryToken<'a> {
    text: &'a str,
    kind: Kind,
}

/// The next token and what follows it; `None` at the end.
fn next_token(text: &str) -> Option<(QueryToken<'_>, &str)> {
    let text = text.trim_start();
    let first = text.chars().next()?;
    if first == '-' {
        let behind = &text[1..];
        let excludes = behind.starts_with(|next: char| next.is_alphanumeric() || is_quote(next));
        if !excludes {
            return next_token(behind);
        }
        let (token, rest) = next_token(behind)?;
        let kind = Kind::Excluded;
        return Some((QueryToken { kind, ..token }, rest));
    }
    if is_quote(first) {
        let inside = &text[first.len_utf8()..];
        let end = inside.find(is_quote).unwrap_or(inside.len());
        let mut rest = inside[end..].chars();
        rest.next();
        let token = QueryToken {
            text: &inside[..end],
            kind: Kind::Quoted,
        };
        return Some((token, rest.as_str()));
    }
    let ends = |letter: char| letter.is_whitespace() || is_quote(letter);
    let end = text.find(ends).unwrap_or(text.len());
    let token = QueryToken {
        text: &text[..end],
        kind: Kind::Plain,
    };
    Some((token, &text[end..]))
}

fn is_quote(letter: char) -> bool {
    QUOTES.contains(&letter)
}

/// Byte offset behind the first `most` characters.
fn end_of(text: &str, most: usize) -> usize {
    text.char_indices()
        .nth(most)
        .map_or(text.len(), |(offset, _)| offset)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn strings(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        let parsed = ParsedText::parse("Backup \"Active Directory\" -Cloud -\"Azure AD\" Rest");

        assert_eq!(parsed.words, strings(&["Backup", "Rest"]));
        assert_eq!(parsed.phrases, [strings(&["Active", "Directory"])]);
        assert_eq!(
            parsed.excluded,
            [strings(&["Cloud"]), strings(&["Azure", "AD"])]
        );
        assert!(parsed.is_unfinished);
    }

    #[test]
    fn a_hyphen_within_a_word_excludes_nothing() {
        let parsed = ParsedText::parse("E-Mail - ");

        assert_eq!(parsed.words, strings(&["E", "Mail"]));
        assert!(parsed.excluded.is_empty() && !parsed.is_unfinished);
    }

    #[test]
    fn german_quotes_are_quotes_and_need_no_end() {
        assert_eq!(ParsedText::parse("„a b“ c").phrases, [strings(&["a", "b"])]);
        assert_eq!(ParsedText::parse("\"a b").phrases, [strings(&["a", "b"])]);
    }

    #[test]
    fn stop_words_go_unless_they_are_all() {
        assert_eq!(
            ParsedText::parse("Hilfe für die IT").words,
            strings(&["Hilfe", "IT"])
        );
        assert_eq!(ParsedText::parse("und").words, strings(&["und"]));
    }

    proptest! {
        #[test]
        fn every_text_is_a_query_of_bounded_size(text in "\\PC{0,300}|[-\" a„“]{0,300}") {
            let parsed = ParsedText::parse(&text);

            let together = parsed.phrases.iter().chain(&parsed.excluded).map(Vec::len);
            prop_assert!(parsed.words.len() + together.sum::<usize>() <= MOST_WORDS);
        }
    }
}
