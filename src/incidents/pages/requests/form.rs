//! The needs of a playbook, as somebody changed them.

use web::Language;
use web::pages::{NeedFormSkill, NeedInput, NeedsFormPage};
use web::parts::{FieldProblem, Filled, WorkMode};

use super::words::need_mode;
use crate::clock::Instant;
use crate::incidents::model::Incident;
use crate::incidents::pages::words::{mode, pick};
use crate::incidents::requests::{NewRequest, planned};
use crate::matching::NewNeed;
use crate::pages::{Parameters, typed_moment};
use crate::reference::{PlaybookNeed, Reference};

const DAYS: u16 = 7;
/// Longest time and most people that can be asked for.
const MOST_DAYS: u16 = 180;
const MOST_PEOPLE: u16 = 50;
/// Seconds a start may lie back: somebody thought about it that long.
const THOUGHT: i64 = 3_600;

/// A request as a page asks it.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) needs: Vec<NeedInput>,
    /// `ab` and `tage`.
    pub(super) form: Filled,
    pub(super) is_nobody_kept: bool,
    /// For the service, once nothing is wrong.
    pub(super) new: Option<NewRequest>,
}

/// The playbook's needs, a first call before all others.
fn playbook<'a>(reference: &'a Reference, incident: &Incident) -> Vec<&'a PlaybookNeed> {
    let playbook = reference
        .taxonomy
        .playbook(&incident.symptom, incident.phase);
    let mut needs: Vec<_> = playbook
        .into_iter()
        .flat_map(|playbook| &playbook.needs)
        .collect();
    needs.sort_by_key(|need| !need.first_call);
    needs
}

/// The playbook's needs as they are.
pub(super) fn proposed(reference: &Reference, incident: &Incident, language: Language) -> Asked {
    let needs = playbook(reference, incident).into_iter();
    let input = |need: &PlaybookNeed| input(reference, need, language);
    Asked {
        needs: needs.map(input).collect(),
        form: Filled {
            values: vec![("ab", String::new()), ("tage", DAYS.to_string())],
            problems: Vec::new(),
        },
        is_nobody_kept: false,
        new: None,
    }
}

/// What was sent.
pub(super) fn read(
    reference: &Reference,
    (incident, sent): (&Incident, &Parameters),
    (now, language): (Instant, Language),
) -> Asked {
    let mut asked = proposed(reference, incident, language);
    let mut kept = Vec::new();
    let planned_needs = playbook(reference, incident).into_iter();
    for (position, (need, input)) in planned_needs.zip(&mut asked.needs).enumerate() {
        let mut wanted = planned(need);
        Change { sent, position }.apply(input, &mut wanted);
        if input.is_kept {
            kept.push(wanted);
        }
    }
    asked.is_nobody_kept = kept.is_empty();
    let text = |name: &str| sent.first(name).unwrap_or_default().to_owned();
    asked.form.values = vec![("ab", text("ab")), ("tage", text("tage"))];
    let from = start(&text("ab"), now);
    if from.is_err() {
        let problem = FieldProblem::Said(NeedsFormPage::no_moment(language));
        asked.form.problems.push(("ab", problem));
    }
    let days = sent.parsed::<u16>("tage");
    let days = days.filter(|days| (1..=MOST_DAYS).contains(days));
    if days.is_none() {
        let problem = FieldProblem::NoNumber(1, MOST_DAYS.into());
        asked.form.problems.push(("tage", problem));
    }
    let is_right = asked.form.is_right() && asked.needs.iter().all(|need| need.problem.is_none());
    asked.new = (is_right && !asked.is_nobody_kept).then(|| NewRequest {
        needs: Some(kept),
        from: from.ok().flatten(),
        days,
    });
    asked
}

/// When help is to begin; now where nothing is filled in.
fn start(typed: &str, now: Instant) -> Result<Option<Instant>, ()> {
    if typed.is_empty() {
        return Ok(None);
    }
    let from = typed_moment(typed).ok_or(())?;
    if from < now.plus_seconds(-THOUGHT) {
        return Err(());
    }
    Ok(Some(from))
}

fn input(reference: &Reference, need: &PlaybookNeed, language: Language) -> NeedInput {
    let skills = need.skills.iter().map(|skill| {
        let term = reference.taxonomy.term(&skill.id);
        NeedFormSkill {
            label: term
                .map_or(skill.id.as_str(), |term| pick(&term.label, language))
                .to_owned(),
            min_level: skill.min_level,
            is_required: skill.required,
        }
    });
    NeedInput {
        label: pick(&need.label, language).to_owned(),
        is_kept: true,
        is_first_call: need.first_call,
        desired: need.headcount.desired.max(need.headcount.min).to_string(),
        problem: None,
        mode: mode(need.mode),
        skills: skills.collect(),
    }
}

/// What somebody changed of one need.
struct Change<'a> {
    sent: &'a Parameters,
    position: usize,
}

impl Change<'_> {
    fn name(&self, field: &str) -> String {
        format!("need{}_{field}", self.position)
    }

    /// The need as it was sent, on the page and for the service.
    fn apply(&self, input: &mut NeedInput, wanted: &mut NewNeed) {
        let name = |field: &str| self.name(field);
        input.is_kept = self.sent.first(&name("keep")).is_some();
        let typed = self.sent.first(&name("desired")).unwrap_or_default();
        typed.clone_into(&mut input.desired);
        let people = typed.parse::<u16>().ok();
        match people.filter(|people| (1..=MOST_PEOPLE).contains(people)) {
            Some(people) => {
                wanted.headcount.desired = people;
                wanted.headcount.min = wanted.headcount.min.min(people);
            }
            // Nobody is asked for what was dropped.
            None if !input.is_kept => {}
            None => input.problem = Some(FieldProblem::NoNumber(1, MOST_PEOPLE.into())),
        }
        let mode = self.sent.first(&name("mode"));
        let mode = WorkMode::ALL
            .into_iter()
            .find(|given| mode == Some(given.value()));
        input.mode = mode.unwrap_or(input.mode);
        wanted.mode = need_mode(input.mode);
        let skills = input.skills.iter_mut().zip(&mut wanted.skills);
        for (position, (shown, skill)) in skills.enumerate() {
            let level = self.sent.parsed::<u8>(&name(&format!("level{position}")));
            shown.min_level = level.unwrap_or(shown.min_level).clamp(1, 4);
            skill.min_level = shown.min_level;
        }
    }
}
