//! The form of a new decoy, with everything there is to choose.

use web::Language;
use web::pages::{DecoyChoice, DecoyField, DecoyForm, DecoyProblem, OrganisationKind as PageKind};
use web::parts::{Readiness, WorkMode as PageMode};

use super::{Fields, SKILLS};
use crate::experts::{AvailabilityState, Cefr};
use crate::organisations::OrganisationKind;
use crate::reference::{Axis, Level, Reference};

/// The form as it was sent, with everything there is to choose.
pub(super) fn form(
    reference: &Reference,
    language: Language,
    (fields, problems): (&Fields, Vec<DecoyProblem>),
) -> DecoyForm {
    let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let choice = |field: DecoyField, all: Vec<(String, String)>, name: String| {
        let sent = fields.get(&name);
        let option = |(value, label): (String, String)| {
            let is_chosen = sent == Some(&value);
            (value, label, is_chosen)
        };
        DecoyChoice {
            field,
            options: all.into_iter().map(option).collect(),
        }
    };
    let terms = |axes: &[Axis]| terms(reference, language, axes);
    let mut choices = vec![
        choice(DecoyField::Role, terms(&[Axis::Role]), "rolle".to_owned()),
        choice(DecoyField::RoleLevel, levels(), "stufe".to_owned()),
    ];
    for number in 1..=SKILLS {
        let skills = terms(&[Axis::Domain, Axis::Procedure, Axis::Product]);
        let names = (format!("faehigkeit{number}"), format!("stufe{number}"));
        choices.push(choice(DecoyField::Skill(number), skills, names.0));
        choices.push(choice(DecoyField::SkillLevel(number), levels(), names.1));
    }
    choices.extend([
        choice(DecoyField::Kreis, kreise(reference), "kreis".to_owned()),
        choice(
            DecoyField::Employer,
            employers(language),
            "arbeitgeber".to_owned(),
        ),
        choice(DecoyField::Mode, modes(language), "arbeitsweise".to_owned()),
        choice(
            DecoyField::Availability,
            states(language),
            "verfuegbar".to_owned(),
        ),
        choice(DecoyField::English, english(), "englisch".to_owned()),
    ]);
    DecoyForm {
        headline: field("ueberschrift"),
        text: field("beschreibung"),
        choices,
        problems,
    }
}

fn terms(reference: &Reference, language: Language, axes: &[Axis]) -> Vec<(String, String)> {
    let terms = reference.taxonomy.terms().iter();
    let of_axes = terms.filter(|term| axes.contains(&term.axis));
    let named = of_axes.map(|term| {
        let label = match language {
            Language::English if !term.label.en.is_empty() => &term.label.en,
            Language::German | Language::English => &term.label.de,
        };
        (term.id.clone(), label.clone())
    });
    std::iter::once(nothing()).chain(named).collect()
}

fn kreise(reference: &Reference) -> Vec<(String, String)> {
    let kreise = reference.regions.at_level(Level::Kreis);
    let named = kreise.map(|kreis| (kreis.ags.as_str().to_owned(), kreis.full_name()));
    std::iter::once(nothing()).chain(named).collect()
}

fn levels() -> Vec<(String, String)> {
    let level = |level: u8| (level.to_string(), level.to_string());
    (2..=4).map(level).collect()
}

fn employers(language: Language) -> Vec<(String, String)> {
    let kinds = [
        (OrganisationKind::ItProvider, PageKind::ItProvider),
        (OrganisationKind::Municipality, PageKind::Municipality),
        (OrganisationKind::District, PageKind::District),
        (
            OrganisationKind::MunicipalCompany,
            PageKind::MunicipalCompany,
        ),
    ];
    let named = kinds.into_iter();
    named
        .map(|(kind, shown)| (<&str>::from(kind).to_owned(), shown.label(language)))
        .collect()
}

fn modes(language: Language) -> Vec<(String, String)> {
    let modes = PageMode::ALL.into_iter();
    modes
        .map(|mode| (mode.value().to_owned(), mode.label(language)))
        .collect()
}

fn states(language: Language) -> Vec<(String, String)> {
    let states = [
        (AvailabilityState::Now, Readiness::Now),
        (AvailabilityState::Within24Hours, Readiness::Within24Hours),
        (AvailabilityState::Within72Hours, Readiness::Within72Hours),
        (AvailabilityState::RemoteOnly, Readiness::RemoteOnly),
    ];
    let named = states.into_iter();
    named
        .map(|(state, shown)| (<&str>::from(state).to_owned(), shown.label(language)))
        .collect()
}

fn english() -> Vec<(String, String)> {
    let levels = [Cefr::B1, Cefr::B2, Cefr::C1].map(|cefr| <&str>::from(cefr).to_owned());
    let named = levels.into_iter().map(|level| (level.clone(), level));
    std::iter::once(nothing()).chain(named).collect()
}

/// Nothing is chosen.
fn nothing() -> (String, String) {
    (String::new(), "–".to_owned())
}
