//! Showing, giving and withdrawing consents; resting the entry.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use web::pages::{ConsentRow, ConsentState as PageState, ConsentsPage};
use web::{Language, Notice};

use crate::access::Permit;
use crate::access::action::KeepConsents;
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts::{self, ConsentPurpose, ConsentState, OwnConsents};
use crate::http::{FormBody, Problem};
use crate::pages::{Html, LocalPath, Visitor, day, redirect, say_next};

/// Routes of this concern.
pub(in crate::privacy) fn routes() -> Router<AppState> {
    Router::new()
        .route("/einwilligungen", get(show).post(change))
        .route("/einwilligungen/einschraenkung", post(restrict))
}

#[derive(Deserialize)]
struct ConsentForm {
    #[serde(default)]
    zweck: String,
    #[serde(default)]
    was: String,
}

#[derive(Deserialize)]
struct RestrictionForm {
    #[serde(default)]
    was: String,
}

async fn show(
    permit: Permit<KeepConsents>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<ConsentsPage>, Problem> {
    let OwnConsents {
        alias,
        states,
        restricted_at,
    } = experts::consents(&app.db, &permit).await?;
    let language = frame.language;
    Ok(Html::new(ConsentsPage {
        alias,
        consents: states
            .into_iter()
            .map(|(purpose, state)| row(purpose, state, language))
            .collect(),
        restricted_since: restricted_at.map(|at| day(at.date(), language)),
        frame,
    }))
}

async fn change(
    permit: Permit<KeepConsents>,
    State(app): State<AppState>,
    FormBody(form): FormBody<ConsentForm>,
) -> Result<Response, Problem> {
    let unknown = || Problem::invalid("there is no such purpose");
    let purpose: ConsentPurpose = form.zweck.parse().map_err(|_| unknown())?;
    match form.was.as_str() {
        "geben" if purpose == ConsentPurpose::PrivateContact => {
            // It is given with what is entered, never without.
            Ok(redirect(&LocalPath::or_start("/profil/erreichbarkeit")))
        }
        "geben" => {
            experts::give_consent(&app.db, &permit, purpose).await?;
            Ok(said(Notice::ConsentGiven))
        }
        "widerrufen" => {
            experts::withdraw_consent(&app.db, &permit, purpose).await?;
            Ok(said(Notice::ConsentWithdrawn))
        }
        _ => Err(Problem::invalid("a consent is given or withdrawn")),
    }
}

async fn restrict(
    permit: Permit<KeepConsents>,
    State(app): State<AppState>,
    FormBody(form): FormBody<RestrictionForm>,
) -> Result<Response, Problem> {
    let (is_restricted, notice) = match form.was.as_str() {
        "einschraenken" => (true, Notice::Restricted),
        "aufheben" => (false, Notice::Unrestricted),
        _ => return Err(Problem::invalid("an entry rests or does not")),
    };
    experts::restrict(&app.db, &permit, is_restricted).await?;
    Ok(said(notice))
}

/// Back on the page, with a message.
fn said(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start("/einwilligungen"));
    say_next(&mut response, notice);
    response
}

fn row(purpose: ConsentPurpose, state: ConsentState, language: Language) -> ConsentRow {
    let version = purpose.version();
    let text = purpose.text(version).unwrap_or_default();
    let on = |at: Instant| day(at.date(), language);
    ConsentRow {
        value: purpose.into(),
        text: match language {
            Language::German => text.de,
            Language::English => text.en,
        },
        version: version.to_owned(),
        state: match state {
            ConsentState::Never => PageState::Never,
            ConsentState::Ended { at } => PageState::Ended { on: on(at) },
            ConsentState::Withdrawn { at } => PageState::Withdrawn { on: on(at) },
            ConsentState::Given {
                version: agreed,
                since,
                until,
                is_due,
            } => PageState::Given {
                since: on(since),
                // A period ends at the first instant it no longer holds.
                until: on(until.plus_seconds(-1)),
                old_version: (agreed != version).then_some(agreed),
                is_due,
            },
        },
    }
}
