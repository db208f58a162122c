//! `/organisation/bedingungen`: a member accepts the conditions, once.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{AcceptanceForm, AcceptedConditions, MemberConditionsPage};
use web::{Frame, Notice};

use super::acceptance;
use crate::access::Permit;
use crate::access::action::AcceptConditions;
use crate::app::AppState;
use crate::emergency::card::{Accepted, CardError, Signatory, accept_as_member, accepted};
use crate::http::{FormBody, Problem};
use crate::ids::OrganisationId;
use crate::organisations;
use crate::pages::{Html, LocalPath, Parameters, Visitor, day, redirect, say_next};

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
    let problems = match acceptance::read(&app, &sent) {
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
                Err(CardError::Invalid(errors)) => acceptance::problems(&errors),
                Err(error) => return Err(error.into()),
            }
        }
    };
    let form = acceptance::filled(&sent, problems);
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
    let kept = (app.reference.as_ref(), app.keyring.as_ref());
    let held = accepted(&app.db, kept, permit, id).await?;
    Ok(MemberConditionsPage {
        name: organisations::by_id(app.db.reader(), id)
            .await?
            .map_or_else(String::new, |organisation| organisation.name),
        text: acceptance::text(app, language),
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
