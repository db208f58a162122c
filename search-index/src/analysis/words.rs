//! Where words begin and end.

/// A run of letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    /// Byte offset of the first letter.
    pub(crate) start: usize,
    /// Byte offset after the last letter.
    pub(crate) end: usize,
    /// Whether only one of `-./_+&` stands between the word before and this one: `E-Mail`, `OK.EWO`.
    pub(crate) joined: bool,
}

/// The words of a text in order.
pub(crate) fn split_words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    for (offset, letter) in text
        .char_indices()
        .chain(std::iter::once((text.len(), ' ')))
    {
        match (start, belongs_to_a_word(letter)) {
            (None, true) => start = Some(offset),
            (Some(from), false) => {
                let joined = words
                    .last()
                    .is_some_and(|before| joins(&text[before.end..from]));
                words.push(Word {
                    text: &text[from..offset],
                    start: from,
                    end: offset,
                    joined,
                });
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    words
}

fn belongs_to_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter)
}

fn joins(between: &str) -> bool {
    matches!(
        between,
        "-" | "." | "/" | "_" | "+" | "&" | "\u{2010}" | "\u{2011}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_place_and_whether_they_are_joined() {
        let words = split_words("Für E-Mail: ok");

        let seen: Vec<_> = words.iter().map(|word| (word.text, word.joined)).collect();
        assert_eq!(
            seen,
            [("Für", false), ("E", false), ("Mail", true), ("ok", false)]
        );
        assert_eq!((words[3].start, words[3].end), (13, 15));
    }

    #[test]
    fn a_decomposed_umlaut_does_not_end_a_word() {
        assert_eq!(split_words("Mu\u{308}nchen").len(), 1);
    }

    #[test]
    fn a_text_without_letters_has_no_words() {
        assert!(split_words(" -- … ").is_empty());
    }
}
