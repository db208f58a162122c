use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Ags, Ars, Position};

/// A Land, a Kreis, a Gemeinde or a gemeindefreies Gebiet.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// The official key.
    pub ags: Ags,
    /// The long key, where known.
    pub ars: Option<Ars>,
    /// What it is in the hierarchy.
    pub level: Level,
    /// Its name without the designation.
    pub name: String,
    /// What it calls itself.
    #[serde(rename = "kind")]
    pub designation: Designation,
    /// The next larger place; none for a Land.
    pub parent: Option<Ags>,
    /// Degrees north of its centre.
    pub lat: f64,
    /// Degrees east of its centre.
    pub lon: f64,
    /// Inhabitants, where known; may be shown.
    pub population: Option<u32>,
    /// Inhabitants known or estimated: for ranking, never to be shown.
    pub pop_est: u32,
    /// The place that took it over; only set for a retired key.
    pub successor: Option<Ags>,
    /// Its centre was taken from the places around: no source had it.
    #[serde(default)]
    pub is_approximate: bool,
}

/// The level of a place in the hierarchy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// One of the sixteen Länder.
    Land,
    /// A Kreis, or the Kreis level of a kreisfreie Stadt.
    Kreis,
    /// A Gemeinde or Stadt.
    Gemeinde,
    /// An area that belongs to no Gemeinde, mostly forest.
    Gemeindefrei,
}

/// The text names no level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such level")]
pub struct LevelError;

/// What a place calls itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Designation {
    /// Land.
    Land,
    /// Kreisfreie Stadt.
    #[serde(rename = "Kreisfreie Stadt")]
    KreisfreieStadt,
    /// Stadtkreis: a kreisfreie Stadt in Baden-Württemberg.
    Stadtkreis,
    /// Kreis, in Nordrhein-Westfalen and Schleswig-Holstein.
    Kreis,
    /// Landkreis.
    Landkreis,
    /// Region Hannover, Städteregion Aachen, Regionalverband Saarbrücken.
    #[serde(rename = "Kommunalverband besonderer Art")]
    Kommunalverband,
    /// Stadt.
    Stadt,
    /// Gemeinde.
    Gemeinde,
    /// Gemeindefreies Gebiet.
    #[serde(rename = "Gemeindefreies Gebiet")]
    GemeindefreiesGebiet,
}

impl Region {
    /// The centre of the place.
    pub fn position(&self) -> Position {
        Position {
            lat: self.lat,
            lon: self.lon,
        }
    }

    /// Whether it is the Kreis level of a single city.
    pub fn is_kreisfrei(&self) -> bool {
        matches!(
            self.designation,
            Designation::KreisfreieStadt | Designation::Stadtkreis
        )
    }

    /// The name that tells a Kreis from the Stadt of the same name, such as "Landkreis München".
    pub fn full_name(&self) -> String {
        let says_kreis = self.name.to_lowercase().contains("kreis");
        match self.designation {
            Designation::Kreis if !says_kreis => format!("Kreis {}", self.name),
            Designation::Landkreis if !says_kreis => format!("Landkreis {}", self.name),
            Designation::Land
            | Designation::KreisfreieStadt
            | Designation::Stadtkreis
            | Designation::Kreis
            | Designation::Landkreis
            | Designation::Kommunalverband
            | Designation::Stadt
            | Designation::Gemeinde
            | Designation::GemeindefreiesGebiet => self.name.clone(),
        }
    }
}

impl Level {
    /// The name used in the API and in the shipped table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Land => "land",
            Self::Kreis => "kreis",
            Self::Gemeinde => "gemeinde",
            Self::Gemeindefrei => "gemeindefrei",
        }
    }
}

impl FromStr for Level {
    type Err = LevelError;

    fn from_str(text: &str) -> Result<Self, LevelError> {
        [Self::Land, Self::Kreis, Self::Gemeinde, Self::Gemeindefrei]
            .into_iter()
            .find(|level| level.as_str() == text)
            .ok_or(LevelError)
    }
}

impl Designation {
    /// The designation in German, as in the shipped table.
    pub fn label(self) -> &'static str {
        match self {
            Self::Land => "Land",
            Self::KreisfreieStadt => "Kreisfreie Stadt",
            Self::Stadtkreis => "Stadtkreis",
            Self::Kreis => "Kreis",
            Self::Landkreis => "Landkreis",
            Self::Kommunalverband => "Kommunalverband besonderer Art",
            Self::Stadt => "Stadt",
            Self::Gemeinde => "Gemeinde",
            Self::GemeindefreiesGebiet => "Gemeindefreies Gebiet",
        }
    }
}
