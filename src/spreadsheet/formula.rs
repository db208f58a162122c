//! Cells that a spreadsheet would run as formulas, made harmless so that reading them gives the same text again.

/// What a formula begins with.
const BEGINNINGS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// What marks a cell as text.
const MARK: char = '\'';

/// A text that no spreadsheet runs: one that begins like a formula, or with the mark, gets the mark before it.
pub fn safe(text: &str) -> String {
    if text.starts_with(BEGINNINGS) || text.starts_with(MARK) {
        format!("{MARK}{text}")
    } else {
        text.to_owned()
    }
}

/// The text that [`safe`] was given; a mark before anything else stays.
pub fn restored(text: &str) -> &str {
    match text.strip_prefix(MARK) {
        Some(rest) if rest.starts_with(BEGINNINGS) || rest.starts_with(MARK) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_are_text() {
        assert_eq!(safe("=1+1"), "'=1+1");
        assert_eq!(safe("+49 171"), "'+49 171");
        assert_eq!(safe("'s Gravenhage"), "''s Gravenhage");
        assert_eq!(safe("a=b"), "a=b");
        assert_eq!(restored("'s Gravenhage"), "'s Gravenhage");
    }

    proptest! {
        #[test]
        fn what_was_made_safe_reads_as_before(text in "['=+@\t\r-]{0,3}.{0,5}") {
            let safe = safe(&text);

            prop_assert_eq!(restored(&safe), &text);
            prop_assert!(!safe.starts_with(BEGINNINGS));
        }
    }
}
