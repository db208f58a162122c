//! The words of a text, and where they stand.

use unicode_normalization::UnicodeNormalization;

use crate::fold::{fold, is_invisible};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Lower case, umlauts written out.
    pub(super) folded: String,
    /// Byte offset of the first letter.
    pub(super) start: usize,
    /// Byte offset after the last letter.
    pub(super) end: usize,
    /// It begins with a capital letter.
    pub(super) is_capital: bool,
    /// It is short and all in capital letters.
    pub(super) is_acronym: bool,
    /// A hyphen joins it to the word before.
    pub(super) is_joined: bool,
    /// Number of its sentence.
    pub(super) sentence: usize,
}

/// Longest acronym; longer words in capitals are shouted.
const LONGEST_ACRONYM: usize = 5;

/// The text as it is read: letters composed and in their plain forms, without characters that show nothing.
pub(super) fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).nfkc().collect()
}

/// The words of a visible text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut sentence, mut end) = (0, 0);
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let mut stop = start + first.len_utf8();
        while let Some((at, c)) = rest.next_if(|(_, c)| c.is_alphanumeric()) {
            stop = at + c.len_utf8();
        }
        let between = &text[end..start];
        sentence += usize::from(ends_sentence(between));
        let is_joined = !words.is_empty() && matches!(between, "-" | "\u{2010}" | "\u{2011}");
        words.push(Word::new(text, (start, stop), is_joined, sentence));
        end = stop;
    }
    words
}

/// A full stop inside "z.B." or "OK.EWO" ends nothing.
fn ends_sentence(between: &str) -> bool {
    between.contains(['!', '?', ';', '\n', '•']) || between.starts_with(". ")
}

impl Word {
    fn new(text: &str, (start, end): (usize, usize), is_joined: bool, sentence: usize) -> Self {
        let word = &text[start..end];
        let is_shouted = word.chars().all(char::is_uppercase);
        Self {
            folded: fold(word),
            start,
            end,
            is_capital: word.chars().next().is_some_and(char::is_uppercase),
            is_acronym: is_shouted && word.chars().count() <= LONGEST_ACRONYM,
            is_joined,
            sentence,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_sentence_and_whether_they_are_joined() {
        let text = "IT-Leitung, z.B. in Köthen. Danach OK.EWO";
        let words = words(text);

        let seen: Vec<_> = words
            .iter()
            .map(|word| (word.folded.as_str(), word.is_joined, word.sentence))
            .collect();
        assert_eq!(
            seen,
            [
                ("it", false, 0),
                ("leitung", true, 0),
                ("z", false, 0),
                ("b", false, 0),
                ("in", false, 1),
                ("koethen", false, 1),
                ("danach", false, 2),
                ("ok", false, 2),
                ("ewo", false, 2),
            ]
        );
        assert_eq!(&text[words[5].start..words[5].end], "Köthen");
        assert!(words[0].is_acronym && !words[1].is_acronym);
    }

    #[test]
    fn what_shows_nothing_parts_no_word() {
        let text = visible("Ko\u{308}\u{ad}t\u{200b}hen");

        assert_eq!(text, "Köthen");
        assert_eq!(words(&text).len(), 1);
    }
}
