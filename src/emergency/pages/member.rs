//! `/organisation/bedingungen`: a member accepts the conditions, once.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{AcceptanceForm, AcceptanceProblem, AcceptedConditions, MemberConditionsPage};
use web::{Frame, Notice};

use crate::access::Permit;
use crate::access::action::AcceptConditions;
use crate::app::AppState;
use crate::emergency::card::{
    Accepted, CardError, NewAcceptance, Signatory, accept_as_member, accepted, read_day,
};
use crate::http::{FormBody, Problem};
use crate::ids::OrganisationId;
use crate::input::FieldError;
use crate::organisations;
use crate::pages::{Html, LocalPath, Parameters, Visitor, checked, day, redirect, say_next};

pub(super) async fn show(
    permit: Permit<AcceptConditions>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<MemberConditionsPage>, Problem> {
    let page = page(&app, &permit, frame, AcceptanceForm::default()).await?;
    Ok(Html::new(page))
}

pub(super) async fn accept(
    permit: Permit<AcceptConditions>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let problems = match read(&sent) {
        Err(problems) => problems,
        Ok(new) => {
            let by = (own(&permit)?, &new);
            let kept = (app.reference.as_ref(), app.keyring.as_ref());
            match accept_as_member(&app.db, kept, &permit, by).await {
                Ok(_) => return Ok(done(Notice::ConditionsAccepted)),
                // Somebody else was faster: what they entered is shown.
                Err(CardError::AlreadyAccepted) => {
                    let page = page(&app, &permit, frame, AcceptanceForm::default()).await?;
                    return Ok(Html::with_status(page, StatusCode::CONFLICT).into_response());
                }
                Err(CardError::Invalid(errors)) => errors.iter().map(problem).collect(),
                Err(error) => return Err(error.into()),
            }
        }
    };
    let text = |name| sent.first(name).unwrap_or_default().to_owned();
    let form = AcceptanceForm {
        name: text("name"),
        function: text("funktion"),
        day: text("datum"),
        is_confirmed: sent.first("bedingungen").is_some(),
        token: String::new(),
        problems,
    };
    let page = page(&app, &permit, frame, form).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn done(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start("/organisation"));
    say_next(&mut response, notice);
    response
}

fn own(permit: &Permit<AcceptConditions>) -> Result<OrganisationId, Problem> {
    let first = permit.scope().organisations().first().copied();
    first.ok_or_else(|| Problem::not_found("you belong to no organisation"))
}

async fn page(
    app: &AppState,
    permit: &Permit<AcceptConditions>,
    frame: Frame,
    form: AcceptanceForm,
) -> Result<MemberConditionsPage, Problem> {
    let id = own(permit)?;
    let language = frame.language;
    let current = &app.reference.texts.conditions;
    let kept = (app.reference.as_ref(), app.keyring.as_ref());
    let held = accepted(&app.db, kept, permit, id).await?;
    let points = current.points(language);
    Ok(MemberConditionsPage {
        name: organisations::by_id(app.db.reader(), id)
            .await?
            .map_or_else(String::new, |organisation| organisation.name),
        version: current.version,
        since: day(current.since, language),
        checked: checked(current, language),
        points: points
            .map(|(title, text)| (title.to_owned(), text.to_owned()))
            .collect(),
        accepted: held.map(|held| shown(held, language)),
        form,
        frame,
    })
}

fn shown(held: Accepted, language: web::Language) -> AcceptedConditions {
    let Accepted {
        version,
        on,
        signatory,
        is_current,
    } = held;
    AcceptedConditions {
        version,
        on: day(on, language),
        by: signatory.map(|Signatory { name, function }| format!("{name}, {function}")),
        is_current,
    }
}

/// What is wrong, as the page says it.
fn problem(error: &FieldError) -> AcceptanceProblem {
    if error.pointer == "/acceptance/conditions_version" {
        AcceptanceProblem::Outdated
    } else {
        AcceptanceProblem::Day
    }
}

fn read(sent: &Parameters) -> Result<NewAcceptance, Vec<AcceptanceProblem>> {
    let (name, function) = (sent.first("name"), sent.first("funktion"));
    let is_good =
        |text: Option<&str>| text.is_some_and(|text| (2..=120).contains(&text.chars().count()));
    let day = sent.first("datum").and_then(read_day);
    // The version that was read, not the one of now.
    let version = sent.first("fassung").and_then(|text| text.parse().ok());
    let version = version.unwrap_or_default();
    let problems = [
        (!is_good(name)).then_some(AcceptanceProblem::Name),
        (!is_good(function)).then_some(AcceptanceProblem::Function),
        day.is_none().then_some(AcceptanceProblem::Day),
        sent.first("bedingungen")
            .is_none()
            .then_some(AcceptanceProblem::NotConfirmed),
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
