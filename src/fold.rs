//! One spelling for comparing names people type.

use unicode_normalization::UnicodeNormalization;

/// Lower case, umlauts and ß written out, everything but letters and digits a single space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 4);
    let seen = text.chars().filter(|c| !is_invisible(*c));
    for c in seen.nfkc().flat_map(char::to_lowercase) {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            c if c.is_alphanumeric() => folded.push(c),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Whether a character shows nothing and splits no word: soft hyphens, joiners, directions, selectors, tags.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_are_one() {
        assert_eq!(fold("  Köthen (Anhalt) "), fold("KOETHEN-anhalt"));
        assert_eq!(fold("Straße 1"), "strasse 1");
        assert_eq!(fold("…"), "");
    }

    #[test]
    fn what_shows_nothing_splits_no_word() {
        for c in ['\u{ad}', '\u{34f}', '\u{2066}', '\u{fe0f}', '\u{e0041}'] {
            assert_eq!(fold(&format!("Kö{c}then")), "koethen", "{c:?}");
        }
    }
}
