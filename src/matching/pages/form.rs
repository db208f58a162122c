//! What the match page was asked.

use web::pages::{
    Choice, MatchForm, MatchProblem, NeedForm, NeedFormSkill, Phase as PagePhase, SymptomTile,
};
use web::parts::{PlaceProblem, WorkMode};

use crate::matching::body::NewMatch;
use crate::pages::{Parameters, resolve_place};
use crate::reference::{Axis, NeedMode, Phase, PlaybookNeed, Symptom};
use crate::search::Labels;

const PATH: &str = "/abgleich";
const DAYS: u16 = 7;
/// Longest time and most people that can be asked for.
const MOST_DAYS: u16 = 180;
const MOST_PEOPLE: u16 = 50;
/// Candidates shown for each need.
const CANDIDATES: usize = 3;

/// A match as a page asks it.
#[derive(Debug)]
pub(super) struct Asked {
    /// For the page.
    pub(super) form: MatchForm,
    /// For the service, once nothing is missing.
    pub(super) request: Option<NewMatch>,
    /// The needs kept, as changed.
    pub(super) needs: Vec<PlaybookNeed>,
    /// Languages besides German.
    pub(super) languages: Vec<String>,
}

/// Reads the address.
pub(super) fn read(labels: &Labels<'_>, parameters: &Parameters) -> Asked {
    let taxonomy = &labels.reference.taxonomy;
    let mut place = resolve_place(labels.reference, PATH, parameters);
    let is_sent = parameters.first("phase").is_some() || parameters.first("symptom").is_some();
    let symptom = parameters
        .first("symptom")
        .and_then(|id| taxonomy.symptom(id));
    let phase = parameters.parsed::<Phase>("phase").unwrap_or(Phase::Acute);
    let mut problems = Vec::new();
    if is_sent && symptom.is_none() {
        problems.push(MatchProblem::SymptomMissing);
    }
    if is_sent && place.ags.is_none() && place.field.problem.is_none() {
        place.field.problem = Some(PlaceProblem::Missing);
    }
    let days = parameters
        .parsed::<u16>("days")
        .unwrap_or(DAYS)
        .clamp(1, MOST_DAYS);
    let languages: Vec<String> = parameters.all("language").map(str::to_owned).collect();
    let mut asked = Asked {
        form: MatchForm {
            symptoms: tiles(labels, symptom),
            phase: page_phase(phase),
            days,
            needs: Vec::new(),
            needs_for: String::new(),
            languages: language_choices(labels, &languages),
            problems,
            place: place.field,
        },
        request: None,
        needs: Vec::new(),
        languages,
    };
    let (Some(symptom), Some(ags)) = (symptom, place.ags) else {
        return asked;
    };
    asked.read_needs(labels, parameters, (symptom, phase));
    if asked.form.problems.is_empty() {
        asked.request = Some(NewMatch {
            municipality: ags.as_str().to_owned(),
            symptom: symptom.id.clone(),
            phase: Some(phase),
            struck_organisations: Vec::new(),
            from: None,
            days: Some(days),
            needs: None,
            limit: Some(CANDIDATES),
        });
    }
    asked
}

impl Asked {
    /// The playbook's needs with what was changed; a change for another playbook counts no more.
    fn read_needs(
        &mut self,
        labels: &Labels<'_>,
        parameters: &Parameters,
        (symptom, phase): (&Symptom, Phase),
    ) {
        let playbook = labels.reference.taxonomy.playbook(&symptom.id, phase);
        let planned = playbook
            .map(|playbook| playbook.needs.as_slice())
            .unwrap_or_default();
        self.form.needs_for = format!("{}:{}", symptom.id, page_phase(phase).value());
        let is_changed = parameters.first("needs_for") == Some(self.form.needs_for.as_str());
        for (position, need) in planned.iter().enumerate() {
            let change = Change {
                parameters,
                position,
            };
            let is_kept = !is_changed || change.is_kept();
            let need = if is_changed {
                change.of(need)
            } else {
                need.clone()
            };
            if need.headcount.desired < need.headcount.min {
                self.form
                    .problems
                    .push(MatchProblem::DesiredBelowMin { need: position });
            }
            self.form.needs.push(shown(labels, &need, is_kept));
            if is_kept {
                self.needs.push(need);
            }
        }
        if self.needs.is_empty() {
            self.form.problems.push(MatchProblem::NoNeedKept);
        }
    }
}

/// What somebody changed of one need.
struct Change<'a> {
    parameters: &'a Parameters,
    position: usize,
}

impl Change<'_> {
    fn is_kept(&self) -> bool {
        self.parameters.first(&self.name("keep")).is_some()
    }

    fn of(&self, need: &PlaybookNeed) -> PlaybookNeed {
        let mut changed = need.clone();
        let people = |field: &str, planned: u16| {
            let given = self.parameters.parsed::<u16>(&self.name(field));
            given.unwrap_or(planned).clamp(1, MOST_PEOPLE)
        };
        changed.headcount.min = people("min", need.headcount.min);
        changed.headcount.desired = people("desired", need.headcount.desired);
        let mode = self.parameters.first(&self.name("mode"));
        let mode = WorkMode::ALL
            .into_iter()
            .find(|given| mode == Some(given.value()));
        changed.mode = mode.map_or(need.mode, need_mode);
        for (position, skill) in changed.skills.iter_mut().enumerate() {
            let given = self
                .parameters
                .parsed::<u8>(&self.name(&format!("level{position}")));
            skill.min_level = given.unwrap_or(skill.min_level).clamp(1, 4);
        }
        changed
    }

    fn name(&self, field: &str) -> String {
        format!("need{}_{field}", self.position)
    }
}

fn shown(labels: &Labels<'_>, need: &PlaybookNeed, is_kept: bool) -> NeedForm {
    let skills = need.skills.iter().map(|skill| NeedFormSkill {
        label: labels.term(&skill.id),
        min_level: skill.min_level,
        is_required: skill.required,
    });
    NeedForm {
        label: labels.pick(&need.label).to_owned(),
        is_kept,
        skills: skills.collect(),
        min: need.headcount.min,
        desired: need.headcount.desired,
        mode: match need.mode {
            NeedMode::OnSite => WorkMode::OnSite,
            NeedMode::Remote => WorkMode::Remote,
            NeedMode::Either => WorkMode::Either,
        },
    }
}

fn need_mode(mode: WorkMode) -> NeedMode {
    match mode {
        WorkMode::OnSite => NeedMode::OnSite,
        WorkMode::Remote => NeedMode::Remote,
        WorkMode::Either => NeedMode::Either,
    }
}

fn tiles(labels: &Labels<'_>, chosen: Option<&Symptom>) -> Vec<SymptomTile> {
    let symptoms = labels.reference.taxonomy.symptoms().iter();
    let tile = |symptom: &Symptom| SymptomTile {
        id: symptom.id.clone(),
        label: labels.pick(&symptom.label).to_owned(),
        hint: labels.pick(&symptom.hint).to_owned(),
        is_selected: chosen.is_some_and(|chosen| chosen.id == symptom.id),
    };
    symptoms.map(tile).collect()
}

/// German is always spoken; the others can be asked for.
fn language_choices(labels: &Labels<'_>, chosen: &[String]) -> Vec<Choice> {
    let terms = labels.reference.taxonomy.axis(Axis::Language);
    let choices = terms.filter(|term| term.id != "de").map(|term| Choice {
        id: term.id.clone(),
        label: labels.pick(&term.label).to_owned(),
        count: None,
        is_selected: chosen.contains(&term.id),
    });
    choices.collect()
}

fn page_phase(phase: Phase) -> PagePhase {
    match phase {
        Phase::Acute => PagePhase::Acute,
        Phase::Emergency => PagePhase::Emergency,
        Phase::Rebuild => PagePhase::Rebuild,
    }
}
