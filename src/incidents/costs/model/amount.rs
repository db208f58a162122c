//! Euros and what they are multiplied with: whole hundredths, never rounded on the way.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Language;

/// Digits before the decimal mark at most.
const DIGITS: usize = 10;

/// An amount in euro cents.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[serde(transparent)]
pub struct Amount(i64);

/// A number of hours, kilometres or nights, in hundredths.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(transparent)]
pub struct Quantity(i64);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// More than any line or sheet states: ten million euros.
    pub const MOST: Self = Self(1_000_000_000);

    /// So many cents.
    pub const fn of_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// In cents.
    #[cfg(test)]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// Whether a line may state it.
    pub fn is_usable(self) -> bool {
        (Self::ZERO..=Self::MOST).contains(&self)
    }

    /// The sum; none beyond what can be counted.
    pub const fn plus(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// The sum of all; none beyond what can be counted.
    pub fn total(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut amounts = amounts.into_iter();
        amounts.try_fold(Self::ZERO, Self::plus)
    }

    /// So many of it, rounded half up to a cent; none beyond what can be counted.
    pub fn times(self, quantity: Quantity) -> Option<Self> {
        self.0.checked_mul(quantity.0).and_then(hundredth)
    }

    /// So many percent of it, rounded half up to a cent; none beyond what can be counted.
    pub fn percent(self, rate: u8) -> Option<Self> {
        self.0.checked_mul(i64::from(rate)).and_then(hundredth)
    }

    /// As somebody types it: `1.234,50`, `1234.5`, `1 234 €`.
    pub fn read(text: &str) -> Option<Self> {
        hundredths(text).map(Self)
    }

    /// For a cell or a field: `1234,50`.
    pub fn plain(self) -> String {
        plain(self.0, false)
    }

    /// For people: `1.234,50 €`, `€1,234.50`.
    pub fn shown(self, language: Language) -> String {
        let grouped = grouped(self.0, language);
        match language {
            Language::German => format!("{grouped}\u{a0}€"),
            Language::English => format!("€{grouped}"),
        }
    }
}

impl Quantity {
    /// So many hundredths.
    pub const fn of_hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// So many whole ones.
    pub const fn of(whole: i64) -> Self {
        Self(whole.saturating_mul(100))
    }

    /// So many minutes in hours, rounded half up to a hundredth.
    pub const fn of_minutes(minutes: i64) -> Self {
        Self((minutes * 100 + 30).div_euclid(60))
    }

    /// Whether a line may state it: more than none, a hundred thousand at most.
    pub fn is_usable(self) -> bool {
        (1..=10_000_000).contains(&self.0)
    }

    /// As somebody types it: `7,5`.
    pub fn read(text: &str) -> Option<Self> {
        hundredths(text).map(Self)
    }

    /// For a cell or a field: `7,5`.
    pub fn plain(self) -> String {
        plain(self.0, true)
    }

    /// For people: `1.240`, `7,5`.
    pub fn shown(self, language: Language) -> String {
        let grouped = grouped(self.0, language);
        let (whole, rest) = grouped.split_at(grouped.len().saturating_sub(3));
        let rest = rest.trim_end_matches('0');
        if rest.len() == 1 {
            return whole.to_owned();
        }
        format!("{whole}{rest}")
    }
}

/// Of hundredths of a cent, the cents, half up.
const fn hundredth(value: i64) -> Option<Amount> {
    match value.checked_add(50) {
        Some(value) => Some(Amount(value.div_euclid(100))),
        None => None,
    }
}

fn plain(hundredths: i64, is_short: bool) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    match (size / 100, size % 100) {
        (whole, 0) if is_short => format!("{sign}{whole}"),
        (whole, rest) if is_short && rest % 10 == 0 => format!("{sign}{whole},{}", rest / 10),
        (whole, rest) => format!("{sign}{whole},{rest:02}"),
    }
}

fn grouped(hundredths: i64, language: Language) -> String {
    let (apart, mark) = match language {
        Language::German => ('.', ','),
        Language::English => (',', '.'),
    };
    let size = hundredths.unsigned_abs();
    let digits = (size / 100).to_string();
    let mut text = String::new();
    if hundredths < 0 {
        text.push('-');
    }
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(apart);
        }
        text.push(digit);
    }
    format!("{text}{mark}{:02}", size % 100)
}

/// A number with at most two decimals as people in Germany type it. A point before three last digits groups thousands;
/// what can be read in two ways is not read.
fn hundredths(text: &str) -> Option<i64> {
    let text = text.trim();
    let text = text.strip_suffix('€').unwrap_or(text);
    let text = text.strip_suffix("EUR").unwrap_or(text);
    let text = text.strip_prefix('€').unwrap_or(text);
    let text: String = text
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '\'')
        .collect();
    let (whole, rest) = halves(&text)?;
    let rest = match rest.len() {
        0 => 0,
        1 => rest.parse::<i64>().ok()?.checked_mul(10)?,
        2 => rest.parse::<i64>().ok()?,
        _ => return None,
    };
    if whole.is_empty() || whole.len() > DIGITS {
        return None;
    }
    let whole = whole.parse::<i64>().ok()?;
    whole.checked_mul(100)?.checked_add(rest)
}

/// The digits before and after the decimal mark.
fn halves(text: &str) -> Option<(String, String)> {
    let is_known = |sign: char| sign.is_ascii_digit() || sign == ',' || sign == '.';
    if !text.chars().all(is_known) {
        return None;
    }
    let mark = match (text.rfind(','), text.rfind('.')) {
        (Some(comma), Some(point)) => Some(comma.max(point)),
        (Some(comma), None) => Some(comma),
        (None, Some(point)) if text.len() - point == 4 => None,
        (None, Some(point)) => Some(point),
        (None, None) => None,
    };
    let Some(mark) = mark else {
        return Some((ungrouped(text, '.')?, String::new()));
    };
    let (whole, rest) = text.split_at(mark);
    let apart = if rest.starts_with(',') { '.' } else { ',' };
    let rest = &rest[1..];
    if rest.is_empty() || !rest.chars().all(|sign| sign.is_ascii_digit()) {
        return None;
    }
    Some((ungrouped(whole, apart)?, rest.to_owned()))
}

/// Digits, thousands apart or not.
fn ungrouped(text: &str, apart: char) -> Option<String> {
    let parts: Vec<&str> = text.split(apart).collect();
    let (first, later) = parts.split_first()?;
    let is_right = later.is_empty()
        || (!first.is_empty() && first.len() <= 3 && later.iter().all(|part| part.len() == 3));
    let digits = parts.concat();
    (is_right && digits.chars().all(|sign| sign.is_ascii_digit())).then_some(digits)
}
