//! `/einladungen/{token}`: somebody invited takes the invitation.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{InvitationOverPage, JoinAs, JoinPage, PasswordProblem};
use web::parts::{FieldProblem, Filled};
use web::{Frame, Notice};

use super::done;
use crate::access::Permit;
use crate::access::action::ReadSelf;
use crate::accounts::{CredentialError, Secret, mistyped, needed};
use crate::app::AppState;
use crate::employer::invitations::{self, Held, InviteError, Opened, Person};
use crate::http::{FormBody, PathText, Problem};
use crate::pages::{Html, Parameters, Visitor};

/// Longest name.
const LONGEST: usize = 80;

pub(super) async fn show(
    permit: Option<Permit<ReadSelf>>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Response, Problem> {
    match opened(&app, &text).await? {
        Some((_, opened)) => {
            let page = page(frame, (&text, &opened), permit.as_ref());
            Ok(Html::new(page).into_response())
        }
        None => Ok(over(frame)),
    }
}

pub(super) async fn take(
    permit: Option<Permit<ReadSelf>>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let Some((token, opened)) = opened(&app, &text).await? else {
        return Ok(over(frame));
    };
    let mut page = page(frame, (&text, &opened), permit.as_ref());
    let password = |name: &str| {
        // A password keeps the space around it.
        let found = sent.iter().find(|(given, _)| given == name);
        found.map_or("", |(_, value)| value.as_str()).to_owned()
    };
    let (first, second) = (password("passwort"), password("nochmal"));
    let person = person(&Parameters::from_pairs(sent.clone()), &mut page);
    let parts = (&*app.reference, &*app.keyring);
    let outcome = match (page.kind, permit) {
        (JoinAs::Oneself, Some(permit)) if page.form.is_right() => {
            let asked = (&token, &person);
            invitations::take_with_account(&app.db, parts, &permit, asked).await
        }
        (JoinAs::New, _) => {
            page.problems = mistyped(&first, &second).into_iter().collect();
            if page.problems.is_empty() && page.form.is_right() {
                let asked = (&token, &person, first.as_str());
                invitations::take(&app.db, parts, &app.passwords, asked).await
            } else {
                return Ok(again(page, StatusCode::UNPROCESSABLE_ENTITY));
            }
        }
        (JoinAs::Oneself | JoinAs::Other | JoinAs::SignIn | JoinAs::Closed, _) => {
            return Ok(again(page, StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    match outcome {
        Ok(_) if page.kind == JoinAs::New => Ok(done("/anmelden", Notice::TeamJoined)),
        Ok(_) => Ok(done("/profil", Notice::TeamJoined)),
        Err(InviteError::Over) => Ok(over(page.frame)),
        Err(InviteError::Password(CredentialError::Weak(problem))) => {
            page.problems = vec![PasswordProblem::from(problem)];
            Ok(again(page, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(InviteError::HasEntry) => {
            page.has_entry = true;
            Ok(again(page, StatusCode::CONFLICT))
        }
        Err(error) => Err(error.into()),
    }
}

async fn opened(app: &AppState, text: &str) -> Result<Option<(Secret, Opened)>, Problem> {
    let token = text.parse::<Secret>();
    let token = token.map_err(|_| Problem::not_found("there is no such link"))?;
    let opened = invitations::opened(&app.db, &app.keyring, &token).await?;
    Ok(opened.map(|opened| (token, opened)))
}

/// The name, where it is asked for.
fn person(sent: &Parameters, page: &mut JoinPage) -> Person {
    if !page.needs_name {
        return Person::default();
    }
    let mut name = |field: &'static str| {
        let typed = sent.first(field).unwrap_or_default().to_owned();
        page.form.values.push((field, typed.clone()));
        if typed.is_empty() {
            page.form.problems.push((field, FieldProblem::Missing));
        } else if typed.chars().count() > LONGEST {
            page.form.problems.push((field, FieldProblem::TooLong));
        }
        typed
    };
    Person {
        given_name: name("vorname"),
        family_name: name("nachname"),
    }
}

fn page(
    frame: Frame,
    (token, opened): (&str, &Opened),
    permit: Option<&Permit<ReadSelf>>,
) -> JoinPage {
    let kind = match (opened.held, permit) {
        (Held::Nobody, _) => JoinAs::New,
        (Held::Closed, _) => JoinAs::Closed,
        (Held::Account(_), None) => JoinAs::SignIn,
        (Held::Account(account), Some(permit)) if permit.caller().account == account => {
            JoinAs::Oneself
        }
        (Held::Account(_), Some(_)) => JoinAs::Other,
    };
    JoinPage {
        organisation: opened.organisation.clone(),
        action: format!("/einladungen/{token}"),
        kind,
        needs_name: opened.invitation.expert.is_none(),
        form: Filled::default(),
        needed: needed(false),
        problems: Vec::new(),
        has_entry: false,
        frame,
    }
}

fn again(page: JoinPage, status: StatusCode) -> Response {
    Html::with_status(page, status).into_response()
}

fn over(frame: Frame) -> Response {
    Html::with_status(InvitationOverPage { frame }, StatusCode::GONE).into_response()
}
