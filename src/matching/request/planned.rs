//! Needs that come from a playbook, as they are or as somebody changed them.

use search_index::Localised;

use super::{Lookup, work_place};
use crate::input::FieldError;
use crate::matching::model::ask::{Headcount, Need};
use crate::reference::{self, Axis, PlaybookNeed};

impl Lookup<'_> {
    /// The needs of a playbook; none when there is no such playbook.
    pub(super) fn playbook(self, symptom: &str, phase: reference::Phase) -> Vec<Need> {
        let playbook = self.reference.taxonomy.playbook(symptom, phase);
        playbook
            .into_iter()
            .flat_map(|playbook| &playbook.needs)
            .map(|need| self.planned(need))
            .collect()
    }

    /// A playbook as somebody changed it; all speak these languages too.
    pub(super) fn changed(
        self,
        needs: &[PlaybookNeed],
        languages: &[String],
        errors: &mut Vec<FieldError>,
    ) -> Vec<Need> {
        let mut spoken = Vec::new();
        for language in languages {
            match self.term(language, &[Axis::Language]) {
                Ok(term) => spoken.push(term),
                Err(error) => errors.push(FieldError {
                    pointer: "/languages".to_owned(),
                    ..error
                }),
            }
        }
        let mut needs: Vec<Need> = needs.iter().map(|need| self.planned(need)).collect();
        for need in &mut needs {
            let further: Vec<_> = spoken
                .iter()
                .filter(|term| !need.languages.contains(term))
                .collect();
            need.languages.extend(further);
        }
        needs
    }

    fn planned(self, need: &PlaybookNeed) -> Need {
        let skills = need.skills.iter().filter_map(|skill| {
            let term = self.vocabulary.ord(&skill.id)?;
            Some(self.skill(term, skill.min_level, skill.required))
        });
        Need {
            label: Localised {
                de: need.label.de.clone(),
                en: need.label.en.clone(),
            },
            skills: skills.collect(),
            headcount: Headcount {
                min: need.headcount.min,
                desired: need.headcount.desired.max(need.headcount.min),
            },
            place: work_place(need.mode),
            languages: self.vocabulary.ord("de").into_iter().collect(),
            clearance: 0,
            days: Some(need.days),
            first_call: need.first_call,
        }
    }
}
