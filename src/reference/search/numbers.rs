use super::found::Found;
use super::query::Query;
use super::{Level, MatchQuality, Regions, names};
use crate::reference::{Ags, Postcode, PostcodeRow};

/// Finds places by a postcode, its beginning or a key; words beside a postcode choose among its places.
pub(super) fn find(regions: &Regions, level: Option<Level>, query: &Query, number: &str) -> Found {
    let mut found = Found::new(regions.rows().len());
    let range = postcode_rows(regions, number);
    for row in range {
        note(regions, level, row, &mut found, number.len() == 5);
    }
    if found.is_empty()
        && let Some(place) = number
            .parse::<Ags>()
            .ok()
            .and_then(|ags| regions.position_of(ags))
        && level.is_none_or(|level| regions.rows()[place].level == level)
    {
        found.note(place, MatchQuality::Exact, false);
    }
    let Some(words) = query.beside_number() else {
        return found;
    };
    let mut named = names::find(regions, level, &words, usize::MAX);
    named.keep(|place| found.contains(place));
    if named.is_empty() { found } else { named }
}

fn postcode_rows<'a>(regions: &'a Regions, digits: &str) -> &'a [PostcodeRow] {
    let rows = regions.postcode_rows();
    let start = rows.partition_point(|row| row.postcode.as_str() < digits);
    let length = rows[start..].partition_point(|row| row.postcode.as_str().starts_with(digits));
    &rows[start..start + length]
}

fn note(
    regions: &Regions,
    level: Option<Level>,
    row: &PostcodeRow,
    found: &mut Found,
    is_whole: bool,
) {
    let key = match level {
        Some(Level::Land) => Some(row.ags.land_key()),
        Some(Level::Kreis) => row.ags.kreis(),
        Some(Level::Gemeinde | Level::Gemeindefrei) | None => Some(row.ags),
    };
    let Some(place) = key.and_then(|key| regions.position_of(key)) else {
        return;
    };
    if regions.shows(place, level) {
        let quality = if is_whole {
            MatchQuality::Exact
        } else {
            MatchQuality::Prefix
        };
        found.note(place, quality, is_whole && !row.primary);
    }
}

/// Whether the digits are a whole postcode.
pub(super) fn is_postcode(digits: &str) -> bool {
    digits.parse::<Postcode>().is_ok()
}
