//! The form of a capacity, read.

use web::pages::SkillInput;
use web::parts::{FieldProblem, Filled};

use super::Again;
use crate::experts::{
    Availability, AvailabilityState, Cefr, Clearance, EntryKind, LanguageSkill, LongText,
    NewExpert, NewRelease, NewSkill, ReleaseForm, ShortText, WorkMode,
};
use crate::input::FieldError;
use crate::organisations::{self, OrganisationBody};
use crate::pages::{Parameters, place_name, read_skills, resolve_place};
use crate::reference::{Ags, Reference, Term, Text};
use crate::{experts, ids};

const FIELDS: [&str; 8] = [
    "personen",
    "arbeitsweise",
    "vorlauf",
    "ort",
    "telefon",
    "art",
    "tage",
    "kurz",
];
/// Skills that a description names when nobody wrote one.
const NAMED: usize = 3;

/// A form as it was sent, with what was understood of it.
pub(super) struct Read<'a> {
    skills: Vec<SkillInput>,
    form: Filled,
    understood: Vec<(&'a Term, u8)>,
    organisation: ids::OrganisationId,
    headcount: Option<u16>,
    mode: Option<WorkMode>,
    notice: Option<AvailabilityState>,
    base: Option<Ags>,
    release: Option<NewRelease>,
}

/// Reads the form with so many rows of skills.
pub(super) fn form<'a>(
    reference: &'a Reference,
    house: &OrganisationBody,
    (sent, rows): (&Parameters, usize),
) -> Read<'a> {
    let text = |name: &'static str| (name, sent.first(name).unwrap_or_default().to_owned());
    let (skills, understood) = read_skills(&reference.taxonomy, sent, rows);
    let mut read = Read {
        skills,
        form: Filled {
            values: FIELDS.map(text).to_vec(),
            problems: Vec::new(),
        },
        understood,
        organisation: house.id,
        headcount: None,
        mode: sent.parsed("arbeitsweise"),
        notice: sent.parsed("vorlauf"),
        base: None,
        release: None,
    };
    read.headcount = read.number(sent, "personen", 500);
    if sent.first("personen").is_none() {
        read.fail("personen", FieldProblem::Missing);
    }
    if sent.first("telefon").is_none() {
        read.fail("telefon", FieldProblem::Missing);
    }
    read.choices();
    read.place(reference, house, sent);
    read.release(sent);
    read
}

impl Read<'_> {
    fn fail(&mut self, name: &'static str, problem: FieldProblem) {
        self.form.problems.push((name, problem));
    }

    fn number(&mut self, sent: &Parameters, name: &'static str, most: u16) -> Option<u16> {
        let typed = sent.first(name)?;
        let number = typed
            .parse()
            .ok()
            .filter(|number| (1..=most).contains(number));
        if number.is_none() {
            self.fail(name, FieldProblem::NoNumber(1, u32::from(most)));
        }
        number
    }

    fn choices(&mut self) {
        if self.mode.is_none() {
            self.fail("arbeitsweise", FieldProblem::Missing);
        }
        if self.notice.is_none() {
            self.fail("vorlauf", FieldProblem::Missing);
        }
    }

    /// Where the team is; at the seat of the house where that stands there still.
    fn place(&mut self, reference: &Reference, house: &OrganisationBody, sent: &Parameters) {
        let own = organisations::seat_of(reference, &house.place);
        let name = own.and_then(|ags| reference.regions.get(ags));
        let name = name.map(|region| place_name(reference, region));
        if name.is_some() && sent.first("ort") == name.as_deref() {
            self.base = own;
            return;
        }
        let asked = resolve_place(reference, "", sent);
        self.base = asked.ags;
        if self.base.is_none() {
            let problem = match asked.field.problem {
                None => FieldProblem::Missing,
                Some(problem) => {
                    let near = problem.choices().iter().take(5);
                    FieldProblem::NoPlace(near.map(|choice| choice.label.clone()).collect())
                }
            };
            self.fail("ort", problem);
        }
    }

    fn release(&mut self, sent: &Parameters) {
        let Some(form) = sent.parsed::<ReleaseForm>("art") else {
            self.fail("art", FieldProblem::Missing);
            return;
        };
        let days_a_year = match form {
            ReleaseForm::Standing => self.number(sent, "tage", 366),
            ReleaseForm::EachTime => None,
        };
        self.release = Some(NewRelease {
            form,
            days_a_year,
            until: None,
        });
    }

    /// The capacity and its duty desk, unless something is wrong.
    pub(super) fn capacity(&self) -> Option<(NewExpert, String)> {
        let are_known = self.skills.iter().all(|skill| skill.problem.is_none());
        if !are_known || !self.form.is_right() {
            return None;
        }
        let skills = self.understood.iter().map(|(term, level)| NewSkill {
            id: term.id.clone(),
            level: *level,
            evidence: None,
        });
        let new = NewExpert {
            kind: EntryKind::Capacity,
            organisation_id: self.organisation,
            headcount: self.headcount,
            identity: None,
            headline: self.headline(),
            text: LongText::default(),
            skills: skills.collect(),
            certifications: Vec::new(),
            // Help is asked for in German; a capacity that names no language fits none.
            languages: vec![LanguageSkill {
                id: "de".to_owned(),
                cefr: Cefr::C2,
            }],
            base: self.base?.to_string(),
            radius_km: 200,
            mode: self.mode?,
            max_days: 14,
            notice_hours: 0,
            clearance: Clearance::default(),
            availability: Availability {
                state: self.notice?,
                from: None,
                weekdays: (1..=7).collect(),
                absences: Vec::new(),
            },
            release: self.release,
        };
        Some((new, self.form.value("telefon").to_owned()))
    }

    /// As it was written, else the first skills by name.
    fn headline(&self) -> ShortText {
        let written = self.form.value("kurz");
        if !written.is_empty() {
            return ShortText {
                de: written.to_owned(),
                en: String::new(),
            };
        }
        let named = |pick: fn(&Text) -> &str| {
            let first = self.understood.iter().take(NAMED);
            let names: Vec<_> = first.map(|(term, _)| pick(&term.label)).collect();
            let line = names.join(", ");
            line.chars().take(160).collect::<String>()
        };
        ShortText {
            de: named(|label| &label.de),
            en: named(|label| {
                if label.en.is_empty() {
                    &label.de
                } else {
                    &label.en
                }
            }),
        }
    }

    /// Puts what the service says is wrong at its field.
    pub(super) fn refuse(&mut self, errors: &[FieldError]) {
        for error in errors {
            let words = || experts::words_of(error).to_owned();
            let (name, problem) = match (error.pointer.as_str(), error.code.as_str()) {
                ("/duty_phone", _) => ("telefon", FieldProblem::NoPhone),
                ("/base", _) => ("ort", FieldProblem::NoPlace(error.suggestions.clone())),
                (pointer, "identifying") if pointer.starts_with("/headline") => {
                    ("kurz", FieldProblem::Identifying(words()))
                }
                (pointer, "health_or_family") if pointer.starts_with("/headline") => {
                    ("kurz", FieldProblem::Private(words()))
                }
                (pointer, _) if pointer.starts_with("/headline") => ("kurz", FieldProblem::TooLong),
                (_, _) => ("personen", FieldProblem::Said(error.detail.clone())),
            };
            self.fail(name, problem);
        }
    }

    pub(super) fn forget_problems(&mut self) {
        self.form.problems.clear();
        for skill in &mut self.skills {
            skill.problem = None;
        }
    }

    /// For the page that is shown again.
    pub(super) fn again(self, sent: &Parameters) -> Again {
        Again {
            skills: self.skills,
            form: self.form,
            token: sent.first("formular").unwrap_or_default().to_owned(),
        }
    }
}
