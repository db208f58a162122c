use std::collections::HashMap;

use super::areas::{Areas, Whereabouts, abbreviations};
use super::fold;
use super::keys::KeyTable;
use crate::reference::{Administration, Ags, Level, Region};

/// What the search needs to know, computed once.
#[derive(Debug)]
pub(in crate::reference) struct SearchIndex {
    entries: Vec<Entry>,
    areas: Areas,
    places: KeyTable,
    administrations: KeyTable,
}

/// What the search needs to know about one place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Whether it is an answer when no level was asked for.
    pub(super) is_shown_unasked: bool,
    /// The areas it lies in.
    pub(super) whereabouts: Whereabouts,
}

impl SearchIndex {
    /// Indexes places, sorted by key, and administrations; both are named by their position.
    pub(in crate::reference) fn build(rows: &[Region], administrations: &[Administration]) -> Self {
        let mut areas = Areas::default();
        let mut kreise = HashMap::new();
        for region in rows {
            match region.level {
                Level::Land => areas.add_land(region),
                Level::Kreis => {
                    kreise.insert(region.ags, areas.add_kreis(region));
                }
                Level::Gemeinde | Level::Gemeindefrei => {}
            }
        }
        Self {
            entries: rows.iter().map(|region| entry(region, &kreise)).collect(),
            areas,
            places: place_keys(rows),
            administrations: administration_keys(administrations),
        }
    }

    pub(super) fn entry(&self, place: usize) -> Entry {
        self.entries[place]
    }

    pub(super) fn areas(&self) -> &Areas {
        &self.areas
    }

    pub(super) fn places(&self) -> &KeyTable {
        &self.places
    }

    pub(super) fn administrations(&self) -> &KeyTable {
        &self.administrations
    }
}

fn entry(region: &Region, kreise: &HashMap<Ags, usize>) -> Entry {
    let is_shown_unasked = match region.level {
        Level::Land => !region.ags.land().is_city(),
        Level::Kreis => !region.is_kreisfrei(),
        Level::Gemeinde => true,
        Level::Gemeindefrei => false,
    };
    let whereabouts = Whereabouts {
        kreis: region
            .parent
            .and_then(|parent| kreise.get(&parent).copied()),
        land: region.parent.map(Ags::land),
    };
    Entry {
        is_shown_unasked,
        whereabouts,
    }
}

fn place_keys(rows: &[Region]) -> KeyTable {
    let mut keys = KeyTable::default();
    for (place, region) in rows.iter().enumerate() {
        keys.add(place, &region.name, base_name(region));
        if region.level == Level::Land {
            for word in abbreviations(region.ags.land()) {
                keys.add_word(place, word);
            }
        }
    }
    keys.finish();
    keys
}

fn administration_keys(administrations: &[Administration]) -> KeyTable {
    let mut keys = KeyTable::default();
    for (place, administration) in administrations.iter().enumerate() {
        let name = administration
            .name
            .strip_prefix(administration.form.label());
        let name = name.unwrap_or(&administration.name).trim_start();
        keys.add(place, name, base_of(name));
    }
    keys.finish();
    keys
}

/// The name without its addition; a Kreis only leaves out what stands in brackets.
pub(in crate::reference) fn base_name(region: &Region) -> &str {
    match region.level {
        Level::Land | Level::Kreis => region.name.split(" (").next().unwrap_or(&region.name),
        Level::Gemeinde | Level::Gemeindefrei => base_of(&region.name),
    }
}

/// "Halle" of "Halle (Saale)", "Frankfurt" of "Frankfurt am Main", "Lahr" of "Lahr/Schwarzwald".
fn base_of(name: &str) -> &str {
    let is_addition = |(place, _): &(usize, &str)| {
        let rest = &name[place + 1..];
        let first = fold::words(rest.split(' ').next().unwrap_or_default());
        rest.starts_with('(')
            || name[*place..].starts_with('/')
            || first.first().is_some_and(|word| fold::is_connective(word))
    };
    let cut = name.match_indices([' ', '/']).find(is_addition);
    cut.map_or(name, |(place, _)| &name[..place])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_of_a_name_ends_before_its_addition() {
        let pairs = [
            ("Halle (Saale)", "Halle"),
            ("Frankfurt am Main", "Frankfurt"),
            ("Neustadt a.d. Aisch", "Neustadt"),
            ("Lahr/Schwarzwald", "Lahr"),
            ("Bad Homburg v.d. Höhe", "Bad Homburg"),
            ("Am Großen Bruch", "Am Großen Bruch"),
            ("Bitterfeld-Wolfen", "Bitterfeld-Wolfen"),
        ];
        for (name, base) in pairs {
            assert_eq!(base_of(name), base);
        }
    }
}
