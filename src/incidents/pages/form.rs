//! A request for help as a form sends it.

use web::Language;
use web::pages::{AffectedSystem, HelpField, HelpForm, HelpProblem, HelpReaders};
use web::parts::{PlaceField, PlaceProblem};

use super::words;
use crate::accounts::EmailAddress;
use crate::emergency::EmergencyCode;
use crate::incidents::model::{Doubt, Particulars, Readers, System, doubts};
use crate::incidents::service::Report;
use crate::organisations::Seat;
use crate::pages::{Parameters, resolve_place};
use crate::phone;
use crate::reference::{Phase, Reference};

const PATH: &str = "/hilfe";
const FIELDS: [HelpField; 6] = [
    HelpField::Place,
    HelpField::Phone,
    HelpField::Code,
    HelpField::Name,
    HelpField::Email,
    HelpField::Measures,
];

/// What was typed, and the report once nothing is missing.
pub(super) struct Asked {
    /// To be shown again.
    pub(super) form: HelpForm,
    /// Nothing is wrong.
    pub(super) report: Option<Report>,
}

/// Reads a form.
pub(super) fn read(reference: &Reference, sent: &Parameters, language: Language) -> Asked {
    let text = |name: &str| sent.first(name).unwrap_or_default().to_owned();
    let (place, administration) = place(reference, sent);
    let symptom = sent
        .first("symptom")
        .and_then(|id| reference.taxonomy.symptom(id))
        .map(|symptom| symptom.id.clone());
    let systems = systems(sent);
    let mut form = HelpForm {
        nonce: text("vorgang"),
        tiles: words::tiles(reference, symptom.as_deref(), language),
        place,
        is_place_free: sent.first("ort_frei").is_some(),
        phone: text("telefon"),
        code: text("code"),
        name: text("name"),
        email: text("email"),
        systems: systems.iter().copied().map(words::system).collect(),
        measures: text("massnahmen"),
        readers: readers(sent),
        is_drill: false,
        doubts: Vec::new(),
        problems: problems(sent, symptom.is_some()),
    };
    let place_said = said(&mut form, administration.is_some());
    let is_placed = form.place.problem.is_none();
    let (Some(symptom), Some(phone)) = (symptom, phone::e164(&form.phone)) else {
        return Asked { form, report: None };
    };
    if !form.problems.is_empty() || !is_placed {
        return Asked { form, report: None };
    }
    let report = Report {
        seat: administration,
        symptom,
        phase: Phase::Acute,
        severity: None,
        systems,
        readers: kept(form.readers),
        services: Vec::new(),
        code: form.code.parse().ok(),
        particulars: particulars(&form, (phone, place_said)),
        is_drill: false,
    };
    let found = doubtful(&report);
    if !found.is_empty() && sent.first("trotzdem").is_none() {
        form.doubts = found.into_iter().map(words::doubt).collect();
        return Asked { form, report: None };
    }
    Asked {
        form,
        report: Some(report),
    }
}

fn particulars(form: &HelpForm, (phone, place_said): (String, Option<String>)) -> Particulars {
    Particulars {
        name: form.name.clone(),
        phone,
        email: (!form.email.is_empty()).then(|| form.email.clone()),
        measures: form.measures.clone(),
        place_said,
        vouched: None,
        insurer: None,
        contracts: String::new(),
    }
}

fn kept(HelpReaders { land, provider }: HelpReaders) -> Readers {
    Readers { land, provider }
}

/// Who reads along: both, unless a box that was shown is not ticked.
fn readers(sent: &Parameters) -> HelpReaders {
    let (land, provider) = (ticked(sent, "land"), ticked(sent, "dienstleister"));
    HelpReaders {
        land: land.unwrap_or(true),
        provider: provider.unwrap_or(true),
    }
}

/// Whether somebody who reads along is ticked; none where there was no such box.
pub(super) fn ticked(sent: &Parameters, who: &str) -> Option<bool> {
    let says = |name| sent.all(name).any(|value| value == who);
    says("gefragt").then(|| says("mitlesen"))
}

/// Why whoever asks may not be reached there.
fn doubtful(report: &Report) -> Vec<Doubt> {
    let Particulars { phone, email, .. } = &report.particulars;
    let house = report.seat.as_ref().map_or("", |seat| seat.name.as_str());
    doubts((phone, email.as_deref()), house)
}

/// The place: what was typed, or the button chosen among several while the text is still theirs.
fn place(reference: &Reference, sent: &Parameters) -> (PlaceField, Option<Seat>) {
    let is_chosen = sent.first("near").is_some()
        && sent.first("ort").is_some()
        && sent.first("ort") == sent.first("ort_gefragt");
    let asked = if is_chosen {
        resolve_place(reference, PATH, &sent.without("ort"))
    } else {
        resolve_place(reference, PATH, sent)
    };
    let mut field = asked.field;
    let found = asked
        .ags
        .and_then(|ags| Seat::find(reference, ags.as_str()));
    if found.is_none() && field.problem.is_none() {
        field.problem = Some(if field.text.is_empty() {
            PlaceProblem::Missing
        } else {
            PlaceProblem::Unknown(Vec::new())
        });
    }
    (field, found)
}

/// A place in no list that is to be sent as it was typed; then nothing is wrong with it any more.
fn said(form: &mut HelpForm, is_listed: bool) -> Option<String> {
    if is_listed || !form.is_place_free || form.place.text.is_empty() {
        return None;
    }
    form.place.problem = None;
    Some(form.place.text.clone())
}

pub(super) fn systems(sent: &Parameters) -> Vec<System> {
    let sent: Vec<_> = sent
        .all("betroffen")
        .filter_map(AffectedSystem::from_value)
        .collect();
    let all = <System as strum::VariantArray>::VARIANTS.iter().copied();
    all.filter(|system| sent.contains(&words::system(*system)))
        .collect()
}

fn problems(sent: &Parameters, has_symptom: bool) -> Vec<HelpProblem> {
    let mut problems = Vec::new();
    if !has_symptom {
        problems.push(HelpProblem::SymptomMissing);
    }
    for field in FIELDS {
        let typed = sent.first(field.name()).unwrap_or_default();
        if typed.chars().count() > usize::from(field.most()) {
            problems.push(HelpProblem::TooLong(field));
            continue;
        }
        let problem = match field {
            HelpField::Phone if typed.is_empty() => Some(HelpProblem::PhoneMissing),
            HelpField::Phone if phone::e164(typed).is_none() => Some(HelpProblem::PhoneWrong),
            HelpField::Code if !typed.is_empty() && typed.parse::<EmergencyCode>().is_err() => {
                Some(HelpProblem::CodeMistyped)
            }
            HelpField::Email if !typed.is_empty() && typed.parse::<EmailAddress>().is_err() => {
                Some(HelpProblem::EmailWrong)
            }
            HelpField::Place
            | HelpField::Phone
            | HelpField::Code
            | HelpField::Name
            | HelpField::Email
            | HelpField::Measures => None,
        };
        problems.extend(problem);
    }
    problems
}
