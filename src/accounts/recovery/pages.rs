//! `/wiederherstellung`: vouching.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use web::pages::{RecoveryCause, RecoveryOutcome, RecoveryPage, RecoveryProblem};

use super::model::Cause;
use super::service::{self, RecoveryError, Vouched};
use crate::access::Permit;
use crate::access::action::VouchForRecovery;
use crate::accounts::EmailAddress;
use crate::app::AppState;
use crate::http::{FormBody, Problem};
use crate::pages::{Html, Visitor, moment};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route("/wiederherstellung", get(show).post(vouch))
}

#[derive(Deserialize)]
struct VouchForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    grund: String,
}

async fn show(_: Permit<VouchForRecovery>, Visitor(frame): Visitor) -> Html<RecoveryPage> {
    Html::new(RecoveryPage {
        frame,
        email: String::new(),
        cause: None,
        outcome: None,
        problems: Vec::new(),
    })
}

async fn vouch(
    permit: Permit<VouchForRecovery>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<VouchForm>,
) -> Result<Response, Problem> {
    let email = form.email.trim().to_lowercase().parse::<EmailAddress>();
    let cause = RecoveryCause::from_value(&form.grund);
    let mut page = RecoveryPage {
        frame,
        email: form.email.trim().to_owned(),
        cause,
        outcome: None,
        problems: Vec::new(),
    };
    let (Ok(email), Some(cause)) = (&email, cause) else {
        let missing = [
            email.is_err().then_some(RecoveryProblem::Email),
            cause.is_none().then_some(RecoveryProblem::Cause),
        ];
        page.problems = missing.into_iter().flatten().collect();
        return Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response());
    };
    let asked = (email, named(cause));
    match service::vouch(&app.db, &app.keyring, &permit, asked).await {
        Ok(Vouched::First(until)) => {
            let now = app.db.clock().now();
            let until = moment(until, now, page.frame.language);
            page.outcome = Some(RecoveryOutcome::First { until });
        }
        Ok(Vouched::Second(token)) => {
            let path = format!("/einladung/{}", token.reveal());
            page.outcome = Some(RecoveryOutcome::Second {
                link: app.site.link(&path),
            });
        }
        Err(RecoveryError::NotYours) => page.problems = vec![RecoveryProblem::NotYours],
        Err(RecoveryError::SamePerson) => page.problems = vec![RecoveryProblem::SamePerson],
        Err(RecoveryError::NotIndependent) => {
            page.problems = vec![RecoveryProblem::NotIndependent];
        }
        Err(RecoveryError::Storage(error)) => return Err(error.into()),
    }
    let status = if page.problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(Html::with_status(page, status).into_response())
}

fn named(cause: RecoveryCause) -> Cause {
    match cause {
        RecoveryCause::Lost => Cause::Lost,
        RecoveryCause::Stolen => Cause::Stolen,
        RecoveryCause::Replaced => Cause::Replaced,
    }
}
