//! The form of what is known of an incident, filled and read.

use chrono::NaiveDateTime;
use web::Language;
use web::parts::{FieldProblem, Filled};

use crate::clock::Instant;
use crate::incidents::body::{IncidentPatch, InsurerPatch};
use crate::incidents::model::{Incident, Insurer, Particulars, Readers, System};
use crate::incidents::pages::form::systems;
use crate::incidents::pages::words;
use crate::input::Patch;
use crate::pages::{Found, Parameters, find_term};
use crate::phone;
use crate::reference::{Axis, Reference};

/// The fields, each with how many signs it may have.
const FIELDS: [(&str, usize); 10] = [
    ("phase", 20),
    ("schwere", 1),
    ("verfahren", 2_000),
    ("massnahmen", 4_000),
    ("personendaten", 10),
    ("bekannt", 19),
    ("versicherung", 120),
    ("police", 60),
    ("schadennummer", 40),
    ("vertraege", 2_000),
];
/// How browsers send a day with a time.
const MOMENT: &str = "%Y-%m-%dT%H:%M";
/// Procedures at most.
const PROCEDURES: usize = 30;

/// A form as it was sent or is filled, with what was understood of it.
pub(super) struct Read {
    pub(super) form: Filled,
    pub(super) systems: Vec<System>,
    pub(super) readers: Readers,
    pub(super) is_under_investigation: bool,
    /// Once nothing is wrong.
    pub(super) patch: Option<IncidentPatch>,
}

impl Read {
    /// What is known, as it is stored.
    pub(super) fn stored(
        reference: &Reference,
        (incident, known): (&Incident, &Particulars),
        language: Language,
    ) -> Self {
        let handling = &incident.handling;
        let (insurer, policy, phone) = match known.insurer.clone() {
            Some(Insurer {
                name,
                policy,
                phone,
            }) => (name, policy, phone),
            None => (String::new(), None, None),
        };
        let services = words::services(reference, &incident.services, language);
        let named = |value: &'static str| value.to_owned();
        let values = vec![
            ("phase", named(incident.phase.into())),
            (
                "schwere",
                incident
                    .severity
                    .map_or_else(String::new, |n| n.to_string()),
            ),
            ("verfahren", services.join("\n")),
            ("massnahmen", known.measures.clone()),
            ("personendaten", named(handling.personal_data.into())),
            (
                "bekannt",
                handling.breach_known_at.map(local).unwrap_or_default(),
            ),
            ("versicherung", insurer),
            ("police", policy.unwrap_or_default()),
            ("schadennummer", phone.unwrap_or_default()),
            ("vertraege", known.contracts.clone()),
            ("tlp", named(handling.tlp.into())),
        ];
        Self {
            form: Filled {
                values,
                problems: Vec::new(),
            },
            systems: incident.systems.clone(),
            readers: handling.readers,
            is_under_investigation: handling.is_under_investigation,
            patch: None,
        }
    }

    /// A form as it was sent.
    pub(super) fn sent(
        reference: &Reference,
        sent: &Parameters,
        (incident, now): (&Incident, Instant),
    ) -> Self {
        let text = |name: &str| sent.first(name).unwrap_or_default().to_owned();
        let names = FIELDS.iter().map(|(name, _)| *name).chain(["tlp"]);
        let values: Vec<_> = names.map(|name| (name, text(name))).collect();
        let mut problems = too_long(sent);
        let services = procedures(reference, sent, incident);
        let services = services.map_err(|problem| ("verfahren", problem));
        let known = known(sent, (incident, now));
        let known = known.map_err(|problem| ("bekannt", problem));
        let services = taken(&mut problems, services);
        let known = taken(&mut problems, known);
        let insurer = taken(&mut problems, insurer(sent));
        let mut read = Self {
            form: Filled { values, problems },
            systems: systems(sent),
            readers: Readers {
                land: sent.first("landesstelle").is_some(),
                provider: sent.first("dienstleister").is_some(),
            },
            is_under_investigation: sent.first("ermittlungen").is_some(),
            patch: None,
        };
        if let (Some(services), Some(known), Some(insurer), true) =
            (services, known, insurer, read.form.is_right())
        {
            read.patch = Some(IncidentPatch {
                phase: sent.parsed("phase"),
                severity: severity(sent).map_or(Patch::Clear, Patch::Set),
                systems_down: Some(read.systems.clone()),
                services_down: Some(services),
                tlp: sent.parsed("tlp"),
                measures_taken: Some(text("massnahmen")),
                insurer,
                own_contracts: Some(text("vertraege")),
                land_liaison: Some(read.readers.land),
                home_provider: Some(read.readers.provider),
                investigation_hold: Some(read.is_under_investigation),
                personal_data: sent.parsed("personendaten"),
                breach_known_at: known,
            });
        }
        read
    }
}

/// What is wrong, with the name of its field.
type Wrong = (&'static str, FieldProblem);

fn too_long(sent: &Parameters) -> Vec<Wrong> {
    let long = FIELDS.iter().filter(|(name, most)| {
        let typed = sent.first(name).unwrap_or_default();
        typed.chars().count() > *most
    });
    long.map(|(name, _)| (*name, FieldProblem::TooLong))
        .collect()
}

fn taken<T>(problems: &mut Vec<Wrong>, read: Result<T, Wrong>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(wrong) => {
            problems.push(wrong);
            None
        }
    }
}

fn severity(sent: &Parameters) -> Option<u8> {
    let chosen = sent.parsed::<u8>("schwere");
    chosen.filter(|chosen| (1..=5).contains(chosen))
}

/// The procedures, one a line; what the incident names already stays, though it is offered no more.
fn procedures(
    reference: &Reference,
    sent: &Parameters,
    incident: &Incident,
) -> Result<Vec<String>, FieldProblem> {
    let typed = sent.first("verfahren").unwrap_or_default();
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut found = Vec::new();
    for line in lines {
        let held = incident.services.iter().find(|id| *id == line);
        match (
            find_term(&reference.taxonomy, &[Axis::Procedure], line),
            held,
        ) {
            (Found::One(term), _) => found.push(term.id.clone()),
            (Found::Several(_) | Found::Nothing(_), Some(held)) => found.push(held.clone()),
            (Found::Several(_) | Found::Nothing(_), None) => {
                return Err(FieldProblem::NoTerm(line.to_owned()));
            }
        }
    }
    if found.len() > PROCEDURES {
        return Err(FieldProblem::TooLong);
    }
    Ok(found)
}

/// Since when it is known; the very instant where the minute is the same.
fn known(
    sent: &Parameters,
    (incident, now): (&Incident, Instant),
) -> Result<Patch<Instant>, FieldProblem> {
    let Some(typed) = sent.first("bekannt") else {
        return Ok(Patch::Clear);
    };
    let stored = incident.handling.breach_known_at;
    if stored.is_some_and(|stored| local(stored) == typed) {
        return Ok(Patch::Keep);
    }
    let minute = typed.get(..16).unwrap_or(typed);
    let moment = NaiveDateTime::parse_from_str(minute, MOMENT).ok();
    let moment = moment.and_then(Instant::of_berlin);
    match moment {
        None => Err(FieldProblem::NoMoment),
        Some(moment) if moment > now => Err(FieldProblem::Future),
        Some(moment) => Ok(Patch::Set(moment)),
    }
}

fn insurer(sent: &Parameters) -> Result<Patch<InsurerPatch>, Wrong> {
    let text = |name: &str| sent.first(name).map(str::to_owned);
    let (policy, number) = (text("police"), text("schadennummer"));
    let Some(name) = text("versicherung") else {
        if policy.is_none() && number.is_none() {
            return Ok(Patch::Clear);
        }
        return Err(("versicherung", FieldProblem::Missing));
    };
    if number
        .as_deref()
        .is_some_and(|text| phone::e164(text).is_none())
    {
        return Err(("schadennummer", FieldProblem::NoPhone));
    }
    Ok(Patch::Set(InsurerPatch {
        name: Some(name),
        policy_number: policy.map_or(Patch::Clear, Patch::Set),
        phone: number.map_or(Patch::Clear, Patch::Set),
    }))
}

/// As the browser shows a day with a time, in Germany.
fn local(at: Instant) -> String {
    format!("{}T{:0>5}", at.date(), at.time_of_day())
}
