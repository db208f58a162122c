//! `/verwaltung/konten/neu`: an account with its first role.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::Notice;
use web::pages::{NewAccountPage, NewAccountProblem, RoleForm};

use super::account::{Said, page};
use super::changes::said;
use super::role::{Chosen, RoleFields, options, read};
use crate::access::Permit;
use crate::access::action::KeepAccounts;
use crate::accounts::EmailAddress;
use crate::accounts::administration::{self, KeepError, Made};
use crate::app::AppState;
use crate::http::{FormBody, Problem};
use crate::pages::{Html, Visitor};

#[derive(Deserialize)]
pub(super) struct NewFields {
    #[serde(default)]
    email: String,
    #[serde(default)]
    rolle: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    organisation_id: String,
}

pub(super) async fn show(_: Permit<KeepAccounts>, Visitor(frame): Visitor) -> Html<NewAccountPage> {
    Html::new(NewAccountPage {
        frame,
        email: String::new(),
        email_problem: None,
        role_form: RoleForm {
            roles: options(None),
            ..RoleForm::default()
        },
    })
}

/// The link is in this answer and never again, so there is no redirect; sent twice, the address is taken.
pub(super) async fn make(
    permit: Permit<KeepAccounts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<NewFields>,
) -> Result<Response, Problem> {
    let NewFields {
        email: typed,
        rolle,
        organisation,
        organisation_id,
    } = form;
    let fields = RoleFields {
        rolle,
        organisation,
        organisation_id,
    };
    let email = typed.parse::<EmailAddress>();
    let mut email_problem = email.is_err().then_some(NewAccountProblem::Malformed);
    let Chosen { grant, form } = read(&app, &permit, &fields).await?;
    if let (Ok(email), Some(grant)) = (email, grant) {
        match administration::make(&app.db, &app.keyring, &permit, (email, grant)).await {
            Ok(Made::Invited(id, link)) => {
                let said = Said {
                    link: Some(link),
                    ..Said::default()
                };
                let page = page(&app, &permit, (id, frame), said).await?;
                return Ok(Html::with_status(page, StatusCode::CREATED).into_response());
            }
            Ok(Made::Proposed(id, _)) => return Ok(said(id, Notice::RoleProposed)),
            Err(KeepError::EmailTaken) => email_problem = Some(NewAccountProblem::Taken),
            Err(error) => return Err(error.into()),
        }
    }
    let page = NewAccountPage {
        frame,
        email: typed.trim().to_owned(),
        email_problem,
        role_form: form,
    };
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}
