//! Spellings that mean the same letter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without diacritics, compatibility forms resolved: `Ｇröße` becomes `grosse`.
pub(crate) fn lower(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.nfkd().flat_map(char::to_lowercase) {
        match letter {
            'ß' => out.push_str("ss"),
            'æ' => out.push('a'),
            'ø' | 'œ' => out.push('o'),
            'ł' => out.push('l'),
            'ı' => out.push('i'),
            'đ' => out.push('d'),
            letter if is_combining_mark(letter) => {}
            letter => out.push(letter),
        }
    }
    out
}

/// [`lower`], and `ae`, `oe`, `ue` become plain vowels, so that `ü`, `ue` and `u` are one spelling.
///
/// `ue` stays where it is no umlaut: after a vowel or `q` (Steuer, neue, Frequenz).
pub(crate) fn fold(word: &str) -> String {
    fold_umlauts(&lower(word))
}

/// The second half of [`fold`], for words that are in lower case already.
pub(crate) fn fold_umlauts(lowered: &str) -> String {
    let mut out = String::with_capacity(lowered.len());
    let (mut before_last, mut last) = (' ', ' ');
    for letter in lowered.chars() {
        let closes_umlaut = letter == 'e'
            && match last {
                'a' | 'o' => true,
                'u' => !matches!(before_last, 'a' | 'e' | 'i' | 'o' | 'u' | 'q'),
                _ => false,
            };
        if !closes_umlaut {
            out.push(letter);
        }
        (before_last, last) = (last, letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn three_spellings_of_an_umlaut_are_one() {
        for spelling in [
            "München",
            "Muenchen",
            "Munchen",
            "MÜNCHEN",
            "Mu\u{308}nchen",
        ] {
            assert_eq!(fold(spelling), "munchen");
        }
    }

    #[test]
    fn sharp_s_is_double_s() {
        assert_eq!(fold("Straße"), fold("STRASSE"));
        assert_eq!(fold("GROẞ"), "gross");
    }

    #[test]
    fn ue_after_a_vowel_is_no_umlaut() {
        assert_eq!(fold("Steuer"), "steuer");
        assert_eq!(fold("neue"), "neue");
        assert_eq!(fold("Frequenz"), "frequenz");
        assert_eq!(fold("bäuerlich"), fold("baeuerlich"));
    }

    #[test]
    fn full_width_letters_are_letters() {
        assert_eq!(fold("ＶＰＮ"), "vpn");
    }

    proptest! {
        #[test]
        fn case_does_not_matter(word in "[a-zA-ZäöüÄÖÜß]{0,20}") {
            prop_assert_eq!(fold(&word), fold(&word.to_uppercase()));
        }
    }
}
