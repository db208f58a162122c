//! Words that say nothing about an expert.

/// Folded. `it` is missing on purpose: in this field it is a noun.
const STOP_WORDS: &[&str] = &[
    "a", "alle", "als", "also", "am", "an", "and", "are", "at", "auch", "auf", "aus", "bei",
    "beim", "bin", "bis", "by", "das", "dem", "den", "der", "des", "die", "diese", "dieser",
    "durch", "ein", "eine", "einem", "einen", "einer", "eines", "for", "from", "fur", "gegen",
    "hat", "haben", "ich", "im", "in", "ins", "is", "ist", "jemand", "kann", "mit", "nach",
    "nicht", "of", "oder", "ohne", "on", "or", "sie", "sind", "that", "the", "this", "to", "uber",
    "um", "und", "uns", "unser", "unsere", "unter", "von", "vom", "was", "we", "wer", "wie", "wir",
    "wird", "with", "without", "zu", "zum", "zur",
];

/// Whether a folded word is one of them.
pub(crate) fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    #[test]
    fn stop_words_are_folded() {
        for word in STOP_WORDS {
            assert_eq!(&fold(word), word);
        }
    }

    #[test]
    fn it_is_a_noun() {
        assert!(!is_stop_word("it"));
    }
}
