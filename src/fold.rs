//! One spelling for comparing names people type.

use unicode_normalization::UnicodeNormalization;

/// Lower case, umlauts and ß written out, everything but letters and digits a single space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 4);
    for c in text.nfkc().flat_map(char::to_lowercase) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_are_one() {
        assert_eq!(fold("  Köthen (Anhalt) "), fold("KOETHEN-anhalt"));
        assert_eq!(fold("Straße 1"), "strasse 1");
        assert_eq!(fold("…"), "");
    }
}
