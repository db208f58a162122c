//! Numbers as people read them.

use search_index::Localised;

use super::text;

/// A count with thousands apart.
pub(super) fn count(number: u32) -> Localised {
    text(grouped(number, '.'), grouped(number, ','))
}

fn grouped(number: u32, mark: char) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

/// Minutes rounded up to ten: "1 h 10 min".
pub(super) fn about(minutes: i64) -> String {
    let tens = (minutes.max(1) + 9) / 10 * 10;
    match (tens / 60, tens % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(count(0).de, "0");
        assert_eq!(count(999).de, "999");
        assert_eq!(count(5_000).de, "5.000");
        assert_eq!(count(1_234_567).en, "1,234,567");
    }

    #[test]
    fn minutes_are_rounded_up_to_ten() {
        assert_eq!(about(31), "40 min");
        assert_eq!(about(60), "1 h");
        assert_eq!(about(61), "1 h 10 min");
    }
}
