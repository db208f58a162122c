//! Mail addresses, telephone numbers and web addresses in a text.

use std::ops::Range;

use super::model::Kind;
use super::telephone::telephones;
use super::words::Word;

/// Endings of web addresses; `net` is left out for ASP.NET.
const ENDINGS: [&str; 9] = [
    "de", "eu", "com", "org", "info", "at", "ch", "bayern", "nrw",
];
/// What stands before the number of an extension.
const CALLS: [&str; 8] = [
    "tel",
    "telefon",
    "telefonisch",
    "durchwahl",
    "rufnummer",
    "handy",
    "phone",
    "mobilnummer",
];
/// Digits of an extension.
const FEWEST_OF_EXTENSION: usize = 3;

/// All contacts, in no order.
pub(super) fn contacts(text: &str, words: &[Word]) -> Vec<(Kind, Range<usize>)> {
    let mut found = mails(text);
    found.extend(web_addresses(text));
    found.extend(
        telephones(text)
            .into_iter()
            .map(|range| (Kind::Telephone, range)),
    );
    found.extend(extensions(words));
    found
}

fn mails(text: &str) -> Vec<(Kind, Range<usize>)> {
    let signs = ["@", "(at)", "[at]", "{at}"];
    let lower = text.to_ascii_lowercase();
    let places = signs
        .iter()
        .flat_map(|sign| lower.match_indices(*sign))
        .map(|(at, sign)| (at, at + sign.len()));
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let mut found = Vec::new();
    for (from, to) in places {
        // Only what is written out may stand apart from the name.
        let gap: &[char] = if text[from..].starts_with('@') {
            &[]
        } else {
            &[' ']
        };
        let before = text[..from].trim_end_matches(gap);
        let start = before.trim_end_matches(is_name).len();
        let after = text[to..].trim_start_matches(gap);
        let name = after.trim_start_matches(is_name);
        let host = after[..after.len() - name.len()].trim_end_matches(['.', '-']);
        let end = text.len() - after.len() + host.len();
        if host.is_empty() {
            continue;
        }
        // "SurvNet@RKI" is a product.
        let is_host = host.contains('.') || !gap.is_empty();
        let has_name = start < before.len();
        if has_name && is_host {
            found.push((Kind::Mail, start..end));
        } else if !has_name {
            found.push((Kind::WebAddress, from..end));
        }
    }
    found
}

fn web_addresses(text: &str) -> Vec<(Kind, Range<usize>)> {
    let is_border = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '<' | '>' | '"' | '„' | '“')
    };
    let mut found = Vec::new();
    let mut from = 0;
    for token in text.split(is_border) {
        let start = text[from..].find(token).map_or(from, |at| from + at);
        from = start + token.len();
        let name = token.trim_end_matches(['.', ':', '!', '?', '/']);
        if !name.contains('@') && is_web_address(name) {
            found.push((Kind::WebAddress, start..start + name.len()));
        }
    }
    found
}

fn is_web_address(token: &str) -> bool {
    let lower = token.to_lowercase();
    if lower.contains("://") || lower.starts_with("www.") {
        return true;
    }
    let host = lower.split('/').next().unwrap_or_default();
    let mut labels = host.rsplit('.');
    let ending = labels.next().unwrap_or_default();
    let name = labels.next().unwrap_or_default();
    let is_label = |c: char| c.is_alphanumeric() || c == '-';
    ENDINGS.contains(&ending) && name.chars().count() >= 2 && name.chars().all(is_label)
}

fn extensions(words: &[Word]) -> Vec<(Kind, Range<usize>)> {
    let pairs = words.windows(2).filter_map(|pair| {
        let [call, number] = pair else { return None };
        let is_number = number.folded.len() >= FEWEST_OF_EXTENSION
            && number.folded.bytes().all(|byte| byte.is_ascii_digit());
        (CALLS.contains(&call.folded.as_str()) && is_number)
            .then_some((Kind::Telephone, call.start..number.end))
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    fn found(text: &str) -> Vec<(Kind, &str)> {
        let mut found: Vec<_> = contacts(text, &words(text))
            .into_iter()
            .map(|(kind, range)| (kind, &text[range]))
            .collect();
        found.sort();
        found
    }

    #[test]
    fn contacts_are_found_in_their_usual_spellings() {
        for (text, kind, excerpt) in [
            (
                "Mail: erika.m@kreis-abc.de.",
                Kind::Mail,
                "erika.m@kreis-abc.de",
            ),
            ("erika (at) example org", Kind::Mail, "erika (at) example"),
            ("folgt @erika_m dort", Kind::WebAddress, "@erika_m"),
            (
                "siehe https://x.test/a",
                Kind::WebAddress,
                "https://x.test/a",
            ),
            (
                "mehr auf www.firma.test",
                Kind::WebAddress,
                "www.firma.test",
            ),
            ("(kreis-abc.de/it)", Kind::WebAddress, "kreis-abc.de/it"),
            ("ruft 0171 1234567 an", Kind::Telephone, "0171 1234567"),
            ("+49 (30) 23125-001.", Kind::Telephone, "+49 (30) 23125-001"),
            ("Durchwahl 4711", Kind::Telephone, "Durchwahl 4711"),
        ] {
            assert_eq!(found(text), [(kind, excerpt)], "{text}");
        }
    }

    #[test]
    fn numbers_versions_and_products_are_no_contacts() {
        for text in [
            "ISO 27001, BSI 200-4 und IEC 62443-3-3",
            "seit 01.02.2019, täglich 08:00-18:00 Uhr",
            "Netz 10.0.0.0/8, VLAN 0100, CVE-2021-44228",
            "ASP.NET, OK.EWO, node.js und Windows 11",
            "24/7 erreichbar, 1000 Clients @ 3 Standorten, SurvNet@RKI",
            "z.B. Telefon und Netz",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
