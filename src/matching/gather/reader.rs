//! Makes candidates from the columns of one segment.

use search_index::{Cefr, Segment, Vocabulary, rounded_km};

use super::columns::SkillColumns;
use super::terms::TermFamily;
use crate::matching::model::ask::{Demand, WorkPlace};
use crate::matching::model::candidate::Candidate;
use crate::matching::model::skill::Claims;

/// The terms of a need, looked up once for all segments.
pub(super) struct NeedTerms {
    skills: Vec<TermFamily>,
}

impl NeedTerms {
    /// Looks the terms up.
    pub(super) fn of(demand: &Demand<'_>, vocabulary: &Vocabulary) -> Self {
        let skills = demand.need.skills.iter();
        Self {
            skills: skills
                .map(|skill| TermFamily::of(skill.term, vocabulary))
                .collect(),
        }
    }
}

/// The columns of one segment for one need.
pub(super) struct Reader<'a> {
    segment: &'a Segment,
    demand: &'a Demand<'a>,
    skills: Vec<SkillColumns<'a>>,
    languages: Vec<Option<&'a [u8]>>,
}

/// Room for what a candidate borrows besides columns, used again for each.
#[derive(Default)]
pub(super) struct Scratch {
    claims: Vec<Claims>,
    languages: Vec<Option<Cefr>>,
}

impl<'a> Reader<'a> {
    /// Looks the columns up.
    pub(super) fn new(segment: &'a Segment, demand: &'a Demand<'a>, terms: &NeedTerms) -> Self {
        let skills = terms.skills.iter();
        let languages = demand.need.languages.iter();

        Self {
            segment,
            demand,
            skills: skills
                .map(|family| SkillColumns::of(family, segment))
                .collect(),
            languages: languages
                .map(|language| segment.languages(*language))
                .collect(),
        }
    }

    /// For each entry whether it holds every required skill at its level.
    pub(super) fn able(&self) -> Vec<bool> {
        let mut able = vec![true; self.segment.len()];
        for (skill, columns) in self.demand.need.skills.iter().zip(&self.skills) {
            if skill.required {
                columns.screen(&mut able, skill.min_level.max(1));
            }
        }
        able
    }

    /// The entry as a candidate for the need.
    pub(super) fn candidate<'s>(&'s self, entry: usize, scratch: &'s mut Scratch) -> Candidate<'s> {
        self.fill(entry, scratch);
        let segment = self.segment;

        Candidate {
            id: segment.id(entry),
            kind: segment.kind(entry),
            headcount: segment.headcount(entry),
            organisation: segment.organisation(entry),
            standing: segment.standing(entry),
            blocks: segment.blocks(entry),
            land: segment.land(entry),
            km: self.km(entry),
            radius_km: segment.radius_km(entry),
            mode: segment.mode(entry),
            max_days: segment.max_days(entry),
            notice_hours: segment.notice_hours(entry),
            clearance: segment.clearance(entry),
            readiness: segment.readiness(entry),
            weekdays: segment.weekdays(entry),
            absences: segment.absences(entry),
            commitments: segment.commitments(entry),
            on_call: segment.on_call(entry),
            response: segment.response(entry),
            claims: &scratch.claims,
            languages: &scratch.languages,
        }
    }

    fn fill(&self, entry: usize, scratch: &mut Scratch) {
        let asked = self.demand.need.skills.iter().zip(&self.skills);
        scratch.claims.clear();
        scratch
            .claims
            .extend(asked.map(|(skill, columns)| columns.claims(entry, skill.min_level)));
        scratch.languages.clear();
        let spoken = self
            .languages
            .iter()
            .map(|column| cefr(*column.as_ref()?.get(entry)?));
        scratch.languages.extend(spoken);
    }

    /// Nobody travels for a remote need, so nothing is computed for it.
    fn km(&self, entry: usize) -> u16 {
        match self.demand.place() {
            WorkPlace::Remote => 0,
            WorkPlace::OnSite | WorkPlace::Either => {
                rounded_km(self.segment.unit_vector(entry), self.demand.ask.place)
            }
        }
    }
}

/// The level behind a byte of a language column: 0 is none, else one more than the level.
fn cefr(byte: u8) -> Option<Cefr> {
    const LEVELS: [Cefr; 6] = [Cefr::A1, Cefr::A2, Cefr::B1, Cefr::B2, Cefr::C1, Cefr::C2];
    LEVELS.get(usize::from(byte.checked_sub(1)?)).copied()
}
