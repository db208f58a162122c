//! From what was sent to what is asked: places, terms and playbooks looked up.

mod period;
mod planned;
mod ties;

use search_index::{Localised, TermOrd, Vocabulary, unit_vector};

use super::body::{ClearanceLevel, NewHeadcount, NewMatch, NewNeed};
use super::model::ask::{Ask, Headcount, Lands, Need, NeedSkill, Phase, Sight, WorkPlace};
use crate::clock::Instant;
use crate::ids::OrganisationId;
use crate::input::FieldError;
use crate::organisations::Directory;
use crate::reference::{self, Ags, Axis, Level, NeedMode, PlaybookNeed, Reference, Region};

/// Days of a request that does not say.
const DAYS: u16 = 7;
/// Help is asked for at most so many days from now, either way.
const HORIZON_DAYS: i64 = 730;
const HOUR: i64 = 3_600;

/// What requests are looked up in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lookup<'a> {
    pub(super) reference: &'a Reference,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) directory: &'a Directory,
}

/// Whose needs are asked.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wanted<'a> {
    /// Those sent, else those of the playbook.
    Sent,
    /// A playbook as somebody changed it, and languages spoken besides German.
    Changed(&'a [PlaybookNeed], &'a [String]),
}

/// Who asks, when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asker<'a> {
    /// The organisations the caller asks for.
    pub(super) organisations: &'a [OrganisationId],
    pub(super) now: Instant,
    pub(super) tie_key: [u8; 32],
    /// How much the caller may learn.
    pub(super) sight: Sight,
    /// How Länder are shown to the caller.
    pub(super) lands: Lands,
}

impl<'a> Lookup<'a> {
    /// The ask and its needs, or all that is wrong with the request.
    pub(super) fn ask(
        self,
        new: &NewMatch,
        wanted: Wanted<'_>,
        asker: Asker<'_>,
    ) -> Result<(Ask, Vec<Need>), Vec<FieldError>> {
        let mut errors = Vec::new();
        let region = self
            .place(&new.municipality)
            .map_err(|error| errors.push(error))
            .ok();
        let phase = new.phase.unwrap_or(reference::Phase::Acute);
        if self.reference.taxonomy.symptom(&new.symptom).is_none() {
            let detail = format!("\"{}\" is not a symptom", new.symptom);
            let nearest = self.reference.taxonomy.nearest_symptoms(&new.symptom);
            errors.push(FieldError::new("/symptom", "unknown", detail).suggesting(nearest));
        }
        let from = Self::start(new.from, asker.now)
            .map_err(|error| errors.push(error))
            .unwrap_or_default();
        errors.extend(self.unknown_organisations(&new.struck_organisations));
        let mut needs = match (wanted, &new.needs) {
            (Wanted::Sent, Some(needs)) => self.needs(needs, &mut errors),
            (Wanted::Sent, None) => self.playbook(&new.symptom, phase),
            (Wanted::Changed(needs, languages), _) => self.changed(needs, languages, &mut errors),
        };
        if asker.sight == Sight::Cards {
            for need in &mut needs {
                need.clearance = 0;
            }
        }
        let Some(region) = region.filter(|_| errors.is_empty()) else {
            return Err(errors);
        };
        let period = (from, new.days.unwrap_or(DAYS));
        let (from, days) = match asker.sight {
            Sight::Everything => period,
            Sight::Cards => period::in_steps(period, asker.now.as_seconds()),
        };
        let ask = Ask {
            place: unit_vector(region.lat, region.lon),
            land: region.ags.land().number(),
            lands: asker.lands,
            sight: asker.sight,
            from,
            days,
            phase: match phase {
                reference::Phase::Acute => Phase::Acute,
                reference::Phase::Emergency => Phase::Emergency,
                reference::Phase::Rebuild => Phase::Rebuild,
            },
            now: asker.now.as_seconds(),
            requesters: self.requesters(region, asker),
            conflicted: self.conflicted(&new.struck_organisations, asker.sight),
            tie_key: asker.tie_key,
        };
        Ok((ask, needs))
    }

    fn place(self, given: &str) -> Result<&'a Region, FieldError> {
        let region = given
            .parse::<Ags>()
            .ok()
            .and_then(|ags| self.reference.regions.get(ags));
        region
            .filter(|region| matches!(region.level, Level::Kreis | Level::Gemeinde))
            .ok_or_else(|| {
                let detail = format!("\"{given}\" is not the AGS of a Kreis or Gemeinde");
                FieldError::new("/municipality", "unknown", detail)
                    .suggesting(self.reference.regions.suggest(given))
            })
    }

    /// The hour that has begun, unless another start is asked for.
    fn start(given: Option<Instant>, now: Instant) -> Result<i64, FieldError> {
        let seconds = given.unwrap_or(now).as_seconds();
        if (seconds - now.as_seconds()).abs() > HORIZON_DAYS * 24 * HOUR {
            return Err(FieldError::new(
                "/from",
                "range",
                "help begins within two years",
            ));
        }
        Ok(if given.is_some() {
            seconds
        } else {
            seconds - seconds.rem_euclid(HOUR)
        })
    }

    fn needs(self, given: &[NewNeed], errors: &mut Vec<FieldError>) -> Vec<Need> {
        let each = given.iter().enumerate();
        each.map(|(position, need)| self.need(&format!("/needs/{position}"), need, errors))
            .collect()
    }

    fn need(self, pointer: &str, new: &NewNeed, errors: &mut Vec<FieldError>) -> Need {
        let NewNeed {
            label,
            label_en,
            skills,
            headcount,
            mode,
            languages,
            clearance,
            days,
            first_call,
        } = new;
        let mut found = Vec::new();
        for (position, skill) in skills.iter().enumerate() {
            let id = format!("{pointer}/skills/{position}/id");
            match self.term(&skill.id, &Axis::SKILLS) {
                Ok(term) => found.push(self.skill(term, skill.min_level, skill.required)),
                Err(error) => errors.push(FieldError {
                    pointer: id,
                    ..error
                }),
            }
        }
        let mut spoken = Vec::new();
        for (position, language) in languages.iter().enumerate() {
            match self.term(language, &[Axis::Language]) {
                Ok(term) => spoken.push(term),
                Err(error) => errors.push(FieldError {
                    pointer: format!("{pointer}/languages/{position}"),
                    ..error
                }),
            }
        }
        let NewHeadcount { min, desired } = *headcount;
        if desired < min {
            errors.push(FieldError::new(
                format!("{pointer}/headcount/desired"),
                "order",
                "desired is at least min",
            ));
        }
        Need {
            label: Localised {
                de: label.clone(),
                en: label_en.clone().unwrap_or_default(),
            },
            skills: found,
            headcount: Headcount {
                min,
                desired: desired.max(min),
            },
            place: work_place(*mode),
            languages: spoken,
            clearance: level(*clearance),
            days: *days,
            first_call: *first_call,
        }
    }

    fn term(self, id: &str, axes: &[Axis]) -> Result<TermOrd, FieldError> {
        let is_known = self
            .reference
            .taxonomy
            .term(id)
            .is_some_and(|term| axes.contains(&term.axis));
        self.vocabulary.ord(id).filter(|_| is_known).ok_or_else(|| {
            let nearest = self.reference.taxonomy.nearest(id, axes);
            FieldError::new(
                "",
                "unknown",
                format!("\"{id}\" is not a term that belongs here"),
            )
            .suggesting(nearest)
        })
    }

    fn skill(self, term: TermOrd, min_level: u8, required: bool) -> NeedSkill {
        NeedSkill {
            term,
            axis: self.vocabulary.term(term).axis,
            min_level,
            required,
        }
    }
}

/// 0 none, 1–3 for Ü1–Ü3.
fn level(clearance: ClearanceLevel) -> u8 {
    match clearance {
        ClearanceLevel::None => 0,
        ClearanceLevel::U1 => 1,
        ClearanceLevel::U2 => 2,
        ClearanceLevel::U3 => 3,
    }
}

fn work_place(mode: NeedMode) -> WorkPlace {
    match mode {
        NeedMode::OnSite => WorkPlace::OnSite,
        NeedMode::Remote => WorkPlace::Remote,
        NeedMode::Either => WorkPlace::Either,
    }
}
