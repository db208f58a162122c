//! Telephone numbers in a text.

use std::ops::Range;

/// Digits of a telephone number with its prefix.
const FEWEST_DIGITS: usize = 7;
/// More are not read, so that a text of any length is read once.
const MOST_DIGITS: usize = 20;
/// Digits that stand together somewhere in a number.
const LONGEST_GROUP: usize = 3;
/// And where the number begins with one or two digits, as dates and times do.
const LONGEST_GROUP_OF_SHORT: usize = 5;

/// Where telephone numbers stand: they begin with 0 or +.
pub(super) fn telephones(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut next = 0;
    for (start, _) in text.match_indices(['0', '+']) {
        if start < next || !may_begin(text, start) {
            continue;
        }
        let number = Number::read(text, start);
        if number.is_telephone() {
            next = number.end;
            found.push(start..number.end);
        }
    }
    found
}

/// Inside of a word, a version, an address or a time begins nothing.
fn may_begin(text: &str, start: usize) -> bool {
    let before = &text[..start];
    let is_plus = text[start..].starts_with('+');
    let inside = before.trim_end_matches(['.', ',', ':']);
    let continues = inside.len() < before.len() && inside.ends_with(|c: char| c.is_ascii_digit());
    // "BSI TR-03138" is a guideline.
    let is_guideline = before.ends_with("TR-") || before.ends_with("TR ");
    !continues
        && !is_guideline
        && !before.ends_with(|c: char| c.is_alphanumeric() || (is_plus && c == '+'))
}

/// Digits with what may stand between them.
struct Number<'a> {
    is_international: bool,
    /// It goes on after a hyphen or the like.
    is_joined: bool,
    groups: Vec<&'a str>,
    /// What stands after the first group.
    separator: &'a str,
    end: usize,
}

impl<'a> Number<'a> {
    fn read(text: &'a str, start: usize) -> Self {
        let is_international = text[start..].starts_with('+');
        let mut number = Self {
            is_international,
            is_joined: text[..start]
                .ends_with(|c: char| is_separator(c) && !is_space(c) && c != '('),
            groups: Vec::new(),
            separator: "",
            end: start,
        };
        let mut rest = &text[start + usize::from(is_international)..];
        let mut digits = 0;
        loop {
            let after = rest.trim_start_matches(is_separator);
            let separator = &rest[..rest.len() - after.len()];
            rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
            let group = &after[..after.len() - rest.len()];
            if group.is_empty() {
                return number;
            }
            if number.groups.len() == 1 {
                number.separator = separator;
            }
            number.groups.push(group);
            number.end = text.len() - rest.len();
            digits += group.len();
            if digits > MOST_DIGITS {
                return number;
            }
        }
    }

    fn is_telephone(&self) -> bool {
        let Some((first, rest)) = self.groups.split_first() else {
            return false;
        };
        let digits: usize = self.groups.iter().map(|group| group.len()).sum();
        if digits < FEWEST_DIGITS {
            return false;
        }
        let has_group_of = |length: usize| self.groups.iter().any(|group| group.len() >= length);
        if self.is_international {
            return !first.starts_with('0') && !is_year(first) && has_group_of(LONGEST_GROUP);
        }
        if first.len() >= LONGEST_GROUP {
            return true;
        }
        // "06-22 / 24-7", "01/2019 - 12/2023", "0.12.3".
        let is_date =
            self.separator.contains(['/', '.']) || rest.first().is_some_and(|group| is_year(group));
        let mut next = rest.iter().take(2);
        !is_date && !self.is_joined && next.any(|group| group.len() >= LONGEST_GROUP_OF_SHORT)
    }
}

fn is_separator(c: char) -> bool {
    is_space(c)
        || matches!(
            c,
            '/' | '.' | '-' | '_' | '·' | '(' | ')' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

fn is_year(group: &str) -> bool {
    group.len() == 4 && (group.starts_with("19") || group.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let found = telephones(text).into_iter();
        found.map(|range| &text[range]).collect()
    }

    #[test]
    fn numbers_are_found_with_any_separator() {
        for number in [
            "0171 1234567",
            "+49 (30) 23125-001",
            "+49345 12345",
            "0049 345 12 34 56",
            "(0)345 1234567",
            "0345\u{2013}1234567",
            "0345.123.45.67",
            "0345\u{a0}123\u{202f}4567",
            "0345 / 123 - 45 - 67",
            "01 71 1234567",
        ] {
            let text = format!("Tel.:{number}, abends");

            assert_eq!(found(&text), [number.trim_start_matches('(')], "{number}");
        }
    }

    #[test]
    fn a_number_after_a_range_is_found() {
        assert_eq!(found("01/2019 - 12/2023 0171 1234567"), ["0171 1234567"]);
    }

    #[test]
    fn dates_times_versions_and_addresses_are_no_numbers() {
        for text in [
            "01/2019 - 12/2023",
            "01/2019 - 12/2023 10000 Clients",
            "03/2018-05/2021",
            "03/2018–05/2021",
            "07/2015 - 2020",
            "04/19 - 06/2021",
            "06-22 / 24-7",
            "01.02.2019 - 03.04.2020",
            "08.00 - 18.00 Uhr, 08:00-18:00",
            "2019-01-15 2020-02-20",
            "10.0.0.0/8, 192.168.001.010, 172.16.0.0 - 172.31.255.255",
            "0.12.345, 10.0.19045.2006, 10-0-19045-2006",
            "C++ 11 / 14 / 17 / 2020",
            "BSI TR-03138 / 03145, TR-03116-4/2019",
            "ISO 27001, 200-4, 3-2-1",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
