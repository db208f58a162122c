//! Whether a text looks like credentials: they are given on site, never through the register.

/// Words behind which a secret follows.
const WORDS: [&str; 9] = [
    "passwort",
    "kennwort",
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "pw",
    "pin",
    "secret",
];
/// Signs a word has at least that is taken for a password for its signs alone.
const SHORTEST: usize = 8;

/// Whether it does: a word such as "Passwort:" with something behind it, or a jumble of signs. Addresses may jumble.
pub fn look_like_credentials(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = words.iter().enumerate().any(|(place, word)| {
        let next = words.get(place + 1).copied().unwrap_or_default();
        is_named(word, next)
    });
    named || words.iter().any(|word| is_jumbled(word))
}

/// `Passwort: x`, `Passwort=x`, `PIN:x`.
fn is_named(word: &str, next: &str) -> bool {
    let Some((name, rest)) = word.split_once([':', '=']) else {
        let lower = word.to_lowercase();
        return WORDS.contains(&lower.as_str()) && matches!(next, ":" | "=");
    };
    let name = name.to_lowercase();
    WORDS
        .iter()
        .any(|known| name == *known || name.ends_with(&format!("-{known}")))
        && !(rest.is_empty() && next.is_empty())
}

/// Small and big letters, a digit and another sign in one word.
fn is_jumbled(word: &str) -> bool {
    let word = word.trim_matches(|sign: char| matches!(sign, '.' | ',' | ';' | '(' | ')' | '"'));
    let has = |of: fn(char) -> bool| word.chars().any(of);
    !word.contains("://")
        && !word.contains('@')
        && word.chars().count() >= SHORTEST
        && has(char::is_lowercase)
        && has(char::is_uppercase)
        && has(|sign| sign.is_ascii_digit())
        && has(|sign| {
            matches!(
                sign,
                '!' | '?' | '$' | '%' | '&' | '#' | '*' | '+' | '=' | '^' | '~'
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_secret_is_noticed() {
        for text in [
            "Admin Passwort: geheim",
            "WLAN-Passwort=Sommer",
            "Passwort : x",
            "PIN:4711",
            "Konto svc_x, Xy7!plmQ9",
        ] {
            assert!(look_like_credentials(text), "{text}");
        }
    }

    #[test]
    fn plain_words_and_addresses_are_not() {
        for text in [
            "",
            "Passwörter gibt es vor Ort, kein Passwort im Register",
            "Kennwort am Telefon erfragen",
            "https://teams.example/l/meetup-join/19%3aMeeting_Ab1!x?context=%7B",
            "Raum 3.14, Haus B, Eingang Süd 🏛️",
            "0171 1234567",
        ] {
            assert!(!look_like_credentials(text), "{text}");
        }
    }
}
