use super::areas::{Fits, WordFit};
use super::found::Found;
use super::keys::KeyTable;
use super::query::{Kind, Query, Variant};
use super::{Level, MatchQuality, Regions};

/// How many words at the end may be no part of any name or area.
const UNKNOWN_WORDS: usize = 2;

/// Finds places by name; while nothing fits, leaves out the last word: "Berlin Mitte" is in Berlin.
pub(super) fn find_with_fewer_words(
    regions: &Regions,
    level: Option<Level>,
    query: Query,
    wanted: usize,
) -> Found {
    let shorter = std::iter::successors(Some(query), Query::shortened).take(UNKNOWN_WORDS + 1);
    shorter
        .map(|query| find(regions, level, &query, wanted))
        .find(|found| !found.is_empty())
        .unwrap_or_else(|| Found::new(regions.rows().len()))
}

/// Finds places by name; typing errors are only looked for while fewer than `wanted` places fit better.
pub(super) fn find(regions: &Regions, level: Option<Level>, query: &Query, wanted: usize) -> Found {
    let typed = NameSearch::new(regions, level, query);
    let simplified = query.simplified();
    let simpler = simplified
        .as_ref()
        .map(|query| NameSearch::new(regions, level, query));
    let mut found = Found::new(regions.rows().len());
    typed.note_matches(&mut found);
    if found.is_empty()
        && let Some(simpler) = &simpler
    {
        simpler.note_matches(&mut found);
    }
    if found.len() < wanted {
        typed.note_typos(&mut found);
    }
    if found.is_empty()
        && let Some(simpler) = &simpler
    {
        simpler.note_typos(&mut found);
    }
    found
}

struct NameSearch<'a> {
    regions: &'a Regions,
    level: Option<Level>,
    variants: &'a [Variant],
    fits: Fits,
}

/// One way to part a variant: a name, and what the words beside it may mean.
struct Reading<'a> {
    name: String,
    areas: Vec<&'a WordFit>,
}

/// A name that fits, before its level and its area are looked at.
#[derive(Clone, Copy)]
struct Candidate<'a> {
    owner: usize,
    quality: MatchQuality,
    /// What is worse is not noted.
    worst: MatchQuality,
    areas: &'a [&'a WordFit],
    kind: Option<Kind>,
}

impl<'a> NameSearch<'a> {
    fn new(regions: &'a Regions, level: Option<Level>, query: &'a Query) -> Self {
        let fits = regions.index().areas().fits(query);
        Self {
            regions,
            level,
            variants: query.variants(),
            fits,
        }
    }

    /// Notes names that begin so; a misspelt Kreis or Land beside the name counts as a typing error.
    fn note_matches(&self, found: &mut Found) {
        self.note_beginnings(MatchQuality::WordPrefix, found);
    }

    fn note_typos(&self, found: &mut Found) {
        let quality = MatchQuality::Typo;
        self.note_beginnings(quality, found);
        for variant in self.variants {
            let kind = variant.kind();
            for Reading { name, areas } in &self.readings(variant) {
                for owner in self.keys(kind).near(name) {
                    let worst = quality;
                    self.note(
                        Candidate {
                            owner,
                            quality,
                            worst,
                            areas,
                            kind,
                        },
                        found,
                    );
                }
            }
        }
    }

    fn note_beginnings(&self, worst: MatchQuality, found: &mut Found) {
        for variant in self.variants {
            let kind = variant.kind();
            for Reading { name, areas } in &self.readings(variant) {
                for (owner, quality) in self.keys(kind).beginning_with(name) {
                    self.note(
                        Candidate {
                            owner,
                            quality,
                            worst,
                            areas,
                            kind,
                        },
                        found,
                    );
                }
            }
        }
    }

    fn readings(&self, variant: &Variant) -> Vec<Reading<'_>> {
        let parted = variant.readings().into_iter();
        let reading = |(name, qualifiers): (String, &[String])| {
            let areas = self.fits.of_words(qualifiers)?;
            Some(Reading { name, areas })
        };
        parted.filter_map(reading).collect()
    }

    fn keys(&self, kind: Option<Kind>) -> &KeyTable {
        match kind {
            Some(Kind::Administration(_)) => self.regions.index().administrations(),
            Some(Kind::Level(_)) | None => self.regions.index().places(),
        }
    }

    fn note(&self, candidate: Candidate<'_>, found: &mut Found) {
        match candidate.kind {
            Some(Kind::Administration(forms)) => {
                let owner = &self.regions.administrations()[candidate.owner];
                if forms.contains(&owner.form) {
                    self.note_members(candidate, found);
                }
            }
            Some(Kind::Level(level)) if self.regions.rows()[candidate.owner].level != level => {}
            Some(Kind::Level(_)) | None => {
                if let Some(quality) = self.quality(candidate.owner, candidate) {
                    found.note(candidate.owner, quality, false);
                }
            }
        }
    }

    fn note_members(&self, candidate: Candidate<'_>, found: &mut Found) {
        let administration = &self.regions.administrations()[candidate.owner];
        for member in &administration.members {
            let Some(place) = self.regions.position_of(*member) else {
                continue;
            };
            if let Some(quality) = self.quality(place, candidate) {
                found.note(place, quality, *member != administration.seat);
            }
        }
    }

    /// How well the place fits with all other words taken as its Kreis or Land; none if it does not.
    fn quality(&self, place: usize, candidate: Candidate<'_>) -> Option<MatchQuality> {
        if !self.regions.shows(place, self.level) {
            return None;
        }
        let place = self.regions.index().entry(place).whereabouts;
        let quality = candidate
            .areas
            .iter()
            .try_fold(candidate.quality, |worst, area| {
                area.with(place).map(|fit| fit.max(worst))
            })?;
        (quality <= candidate.worst).then_some(quality)
    }
}
