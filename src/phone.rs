//! Telephone numbers in one spelling.

/// The E.164 form of a number as people write it; German unless it begins with `+` or `00`.
///
/// `None` when it is no number: letters, too few digits, or more than the 15 of E.164.
pub fn e164(text: &str) -> Option<String> {
    let is_noise = |c: char| c.is_whitespace() || matches!(c, '-' | '/' | '(' | ')' | '.');
    let (is_international, rest) = match text.trim() {
        text if text.starts_with('+') => (true, &text[1..]),
        text if text.starts_with("00") => (true, &text[2..]),
        text => (false, text),
    };
    let digits: String = rest
        .replace("(0)", "")
        .chars()
        .filter(|c| !is_noise(*c))
        .collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = if is_international {
        digits
    } else {
        format!("49{}", digits.strip_prefix('0')?)
    };
    ((7..=15).contains(&number.len()) && !number.starts_with('0')).then(|| format!("+{number}"))
}

/// Whether a number in its E.164 form may take texts: that of a German mobile telephone, or any abroad, where nobody can
/// tell.
pub fn takes_texts(number: &str) -> bool {
    let mobile = ["+4915", "+4916", "+4917"];
    !number.starts_with("+49") || mobile.iter().any(|prefix| number.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_to_mobile_telephones_and_abroad() {
        assert!(takes_texts("+491711234567"));
        assert!(!takes_texts("+493451234567"));
        assert!(takes_texts("+43664123456"));
    }

    #[test]
    fn usual_spellings_are_one_number() {
        for text in [
            "0171 1234567",
            "+49 171 1234567",
            "0049 (0)171/1234567",
            "0171-1234567",
            " 0171 123 45 67 ",
        ] {
            assert_eq!(e164(text).as_deref(), Some("+491711234567"), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "0",
            "+",
            "call me",
            "0171 12345x",
            "171 1234567",
            "+0171 1234567",
            "00",
            "0123456789012345678",
        ] {
            assert_eq!(e164(text), None, "{text}");
        }
    }
}
