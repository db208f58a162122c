//! Accepting the conditions on a page: the text that is shown, and the form that says who signed it and when.
//!
//! A form is for the version it was shown with. Under another text it is shown again, and nobody has confirmed that yet.

use web::Language;
use web::pages::{AcceptanceForm, AcceptanceProblem, ConditionsText};

use crate::app::AppState;
use crate::emergency::card::{NewAcceptance, Signatory, read_day};
use crate::input::FieldError;
use crate::pages::{Parameters, checked, day};

/// The conditions of today.
pub(super) fn text(app: &AppState, language: Language) -> ConditionsText {
    let current = &app.reference.texts.conditions;
    let points = current.points(language);
    let points = points.map(|(title, text)| (title.to_owned(), text.to_owned()));
    ConditionsText {
        version: current.version,
        since: day(current.since, language),
        points: points.collect(),
        checked: checked(current, language),
    }
}

/// The version a form was shown with; none where it says none.
pub(super) fn version_shown(sent: &Parameters) -> i32 {
    sent.parsed("fassung").unwrap_or_default()
}

/// What a form says was accepted, or what is wrong with it.
pub(super) fn read(
    app: &AppState,
    sent: &Parameters,
) -> Result<NewAcceptance, Vec<AcceptanceProblem>> {
    let (name, function) = (sent.first("name"), sent.first("funktion"));
    let is_good =
        |text: Option<&str>| text.is_some_and(|text| (2..=120).contains(&text.chars().count()));
    let day = sent.first("datum").and_then(read_day);
    let version = version_shown(sent);
    let is_outdated = version != app.reference.texts.conditions.version;
    let is_unconfirmed = sent.first("bedingungen").is_none();
    let problems = [
        (!is_good(name)).then_some(AcceptanceProblem::Name),
        (!is_good(function)).then_some(AcceptanceProblem::Function),
        day.is_none().then_some(AcceptanceProblem::Day),
        is_outdated.then_some(AcceptanceProblem::Outdated),
        (is_unconfirmed && !is_outdated).then_some(AcceptanceProblem::NotConfirmed),
    ];
    let problems: Vec<_> = problems.into_iter().flatten().collect();
    match (day, name, function) {
        (Some(accepted_on), Some(name), Some(function)) if problems.is_empty() => {
            Ok(NewAcceptance {
                conditions_version: version,
                accepted_on,
                signatory: Signatory {
                    name: name.to_owned(),
                    function: function.to_owned(),
                },
            })
        }
        _ => Err(problems),
    }
}

/// The form again, with what was typed; a text that is new to whoever typed it is not confirmed.
pub(super) fn filled(sent: &Parameters, problems: Vec<AcceptanceProblem>) -> AcceptanceForm {
    let text = |name| sent.first(name).unwrap_or_default().to_owned();
    let is_outdated = problems.contains(&AcceptanceProblem::Outdated);
    AcceptanceForm {
        name: text("name"),
        function: text("funktion"),
        day: text("datum"),
        is_confirmed: sent.first("bedingungen").is_some() && !is_outdated,
        token: text("formular"),
        problems,
    }
}

/// What the service finds wrong, as the pages say it.
pub(super) fn problems(errors: &[FieldError]) -> Vec<AcceptanceProblem> {
    let mut problems = Vec::new();
    for error in errors {
        let problem = match error.pointer.rsplit('/').next() {
            Some("conditions_version") => AcceptanceProblem::Outdated,
            Some("accepted_on") => AcceptanceProblem::Day,
            Some("name") => AcceptanceProblem::Name,
            Some("function") => AcceptanceProblem::Function,
            Some(_) | None => AcceptanceProblem::NotYours,
        };
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    problems
}
