//! `/verwaltung/gebiete`: the places of Germany, and an official file that waits to be taken over.

use askama::Template;
use i18n_embed_fl::fl;

use crate::{Frame, Language, assets};

/// The places there are, and the form for an official file.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/regions.html")]
pub struct RegionsPage {
    /// Surroundings.
    pub frame: Frame,
    /// The day the places describe.
    pub state: String,
    /// They come from an official file.
    pub is_official: bool,
    /// How many Kreise there are.
    pub kreise: usize,
    /// How many Gemeinden.
    pub gemeinden: usize,
    /// How many keys are out of use and lead to a place.
    pub retired: usize,
    /// Why the file sent was not taken.
    pub problem: Option<RegionsProblem>,
}

/// Why a file was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegionsProblem {
    /// None was chosen.
    None,
    /// Nothing is in it.
    Empty,
    /// A line is wrong.
    Line(usize, LineTrouble),
    /// It describes an earlier day than the places there are.
    Older(String, String),
    /// This is missing.
    CutOff(String),
    /// It has so many Gemeinden instead of so many.
    TooFew(usize, usize),
    /// It cannot be put together with the places there are.
    Unfit,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum LineTrouble {
    Kind,
    Short,
    Day,
    Key,
    Name,
    Designation,
    Population,
    Postcode,
    OtherDay,
    Twice(String),
    Orphan(String),
    Hollow(String),
}

/// What a file would change.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/region_import.html")]
pub struct RegionImportPage {
    /// Surroundings.
    pub frame: Frame,
    /// Its own address.
    pub path: String,
    /// The day the places describe.
    pub installed: String,
    /// The day the file describes.
    pub state: String,
    /// Until when it waits.
    pub until: String,
    /// Places that were not there, the first of them.
    pub new: Vec<String>,
    /// Places that are called otherwise, the first of them: key, old and new name.
    pub renamed: Vec<(String, String, String)>,
    /// How many change in each way.
    pub counts: RegionCounts,
    /// Places that are gone.
    pub gone: Vec<GoneRow>,
}

/// How many places change in each way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RegionCounts {
    /// Were not there.
    pub new: usize,
    /// Are called otherwise.
    pub renamed: usize,
    /// Became a Stadt, or are one no more.
    pub redesignated: usize,
    /// Lie in another administration, or got a long key.
    pub regrouped: usize,
    /// Have another number of inhabitants.
    pub repopulated: usize,
}

/// A place that is gone, with the field for what took it over.
#[derive(Clone, Debug)]
pub struct GoneRow {
    /// Its key.
    pub ags: String,
    /// Its name, with its Kreis.
    pub name: String,
    /// What was typed or is presumed.
    pub text: String,
    /// Why it is presumed.
    pub reason: Option<PresumedBy>,
    /// What is wrong with it.
    pub problem: Option<SuccessorTrouble>,
}

/// Why a place is presumed to have taken over another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum PresumedBy {
    Name,
    Administration,
    Postcode,
    Distance,
    People,
}

/// Why a place is no successor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the texts say what each is")]
pub enum SuccessorTrouble {
    Missing,
    Unknown,
    Ambiguous,
    OtherLand,
    Level,
}

impl RegionsPage {
    fn message(&self) -> Option<String> {
        self.problem
            .as_ref()
            .map(|problem| problem.message(self.frame.language))
    }
}

impl RegionsProblem {
    fn message(&self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::None => fl!(texts, "regions-file-none"),
            Self::Empty => fl!(texts, "regions-file-empty"),
            Self::Line(line, trouble) => {
                let (line, text) = (*line, trouble.message(language));
                fl!(texts, "regions-file-line", line = line, text = text)
            }
            Self::Older(file, installed) => fl!(
                texts,
                "regions-file-older",
                file = file.as_str(),
                installed = installed.as_str()
            ),
            Self::CutOff(name) => fl!(texts, "regions-file-cut", name = name.as_str()),
            Self::TooFew(there, before) => {
                let (there, before) = (*there, *before);
                fl!(texts, "regions-file-few", there = there, before = before)
            }
            Self::Unfit => fl!(texts, "regions-file-unfit"),
        }
    }
}

impl LineTrouble {
    fn message(&self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Kind => fl!(texts, "regions-line-kind"),
            Self::Short => fl!(texts, "regions-line-short"),
            Self::Day => fl!(texts, "regions-line-day"),
            Self::Key => fl!(texts, "regions-line-key"),
            Self::Name => fl!(texts, "regions-line-name"),
            Self::Designation => fl!(texts, "regions-line-designation"),
            Self::Population => fl!(texts, "regions-line-population"),
            Self::Postcode => fl!(texts, "regions-line-postcode"),
            Self::OtherDay => fl!(texts, "regions-line-other-day"),
            Self::Twice(key) => fl!(texts, "regions-line-twice", key = key.as_str()),
            Self::Orphan(key) => fl!(texts, "regions-line-orphan", key = key.as_str()),
            Self::Hollow(key) => fl!(texts, "regions-line-hollow", key = key.as_str()),
        }
    }
}

impl RegionImportPage {
    fn messages(&self) -> Vec<(String, String)> {
        let rows = self.gone.iter();
        let wrong = rows.filter_map(|row| {
            let problem = row.problem?.message(self.frame.language);
            Some((row.field(), format!("{}: {problem}", row.name)))
        });
        wrong.collect()
    }
}

impl GoneRow {
    /// The name of its field.
    pub fn field(&self) -> String {
        Self::field_of(&self.ags)
    }

    /// The name of the field for the place with this key.
    pub fn field_of(ags: &str) -> String {
        format!("nach-{ags}")
    }
}

impl PresumedBy {
    fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Name => fl!(texts, "regions-presumed-name"),
            Self::Administration => fl!(texts, "regions-presumed-administration"),
            Self::Postcode => fl!(texts, "regions-presumed-postcode"),
            Self::Distance => fl!(texts, "regions-presumed-distance"),
            Self::People => fl!(texts, "regions-presumed-people"),
        }
    }
}

impl SuccessorTrouble {
    fn message(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Missing => fl!(texts, "regions-successor-missing"),
            Self::Unknown => fl!(texts, "regions-successor-unknown"),
            Self::Ambiguous => fl!(texts, "regions-successor-ambiguous"),
            Self::OtherLand => fl!(texts, "regions-successor-other-land"),
            Self::Level => fl!(texts, "regions-successor-level"),
        }
    }
}
