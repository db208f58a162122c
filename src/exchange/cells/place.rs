//! Places by key or by name.

use std::collections::HashMap;

use super::{CellError, Problem};
use crate::reference::{Ags, Level, MatchQuality, Region, Regions};

/// Finds places, each text once: many rows have the same.
#[derive(Debug)]
pub struct Places<'a> {
    regions: &'a Regions,
    known: HashMap<String, Result<String, CellError>>,
}

impl<'a> Places<'a> {
    /// Among these.
    pub fn new(regions: &'a Regions) -> Self {
        Self {
            regions,
            known: HashMap::new(),
        }
    }

    /// The key of a Gemeinde or Kreis: of a key, also one that lost its leading zero or has its name behind it, or of a
    /// name that only one place has.
    pub fn read(&mut self, text: &str) -> Result<String, CellError> {
        let text = text.trim();
        if let Some(found) = self.known.get(text) {
            return found.clone();
        }
        let found = self.find(text);
        self.known.insert(text.to_owned(), found.clone());
        found
    }

    fn find(&self, text: &str) -> Result<String, CellError> {
        let first = text.split(' ').next().unwrap_or_default();
        if first.len() >= 4 && first.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.by_key(first).map_or_else(
                || Err(self.unknown(Problem::UnknownPlace, text)),
                |region| self.base(region, text),
            );
        }
        let hits = self.regions.search(text, None, 10);
        let mut exact: Vec<&Region> = hits
            .iter()
            .filter(|hit| hit.quality == MatchQuality::Exact)
            .map(|hit| hit.region)
            .collect();
        if exact.iter().any(|region| region.level == Level::Gemeinde) {
            // A town is meant before the Kreis of its name: who means the Kreis says so.
            exact.retain(|region| region.level == Level::Gemeinde);
        }
        match exact.as_slice() {
            [] => Err(self.unknown(Problem::UnknownPlace, text)),
            [region] => self.base(region, text),
            _ => Err(self.unknown(Problem::Ambiguous, text)),
        }
    }

    fn by_key(&self, digits: &str) -> Option<&'a Region> {
        let key = match digits.len() {
            4 | 7 => format!("0{digits}"),
            _ => digits.to_owned(),
        };
        self.regions.get(key.parse::<Ags>().ok()?)
    }

    fn base(&self, region: &Region, text: &str) -> Result<String, CellError> {
        match region.level {
            Level::Land => Err(self.unknown(Problem::WholeLand, text)),
            Level::Kreis | Level::Gemeinde | Level::Gemeindefrei => Ok(region.ags.to_string()),
        }
    }

    fn unknown(&self, problem: Problem, text: &str) -> CellError {
        let key = text.split(' ').next().unwrap_or_default();
        let is_key = key.bytes().all(|byte| byte.is_ascii_digit());
        let suggestions = self.regions.suggest(if is_key { key } else { text });
        CellError::new(problem).about(text).suggesting(suggestions)
    }
}

/// A place by its key with its name behind it: no spreadsheet takes the zero before it away.
pub fn write_place(regions: &Regions, base: &str) -> String {
    let region = base.parse::<Ags>().ok().and_then(|ags| regions.get(ags));
    region.map_or_else(
        || base.to_owned(),
        |region| format!("{base} {}", region.full_name()),
    )
}
