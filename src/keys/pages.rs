//! `/verwaltung/schluessel`: two admins agree on a rotation.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use web::Notice;
use web::pages::{KeysPage, KeysState};

use super::model::{Rotation, RotationState};
use super::{KeyError, approval, overview};
use crate::access::Permit;
use crate::access::action::RotateKeys;
use crate::app::AppState;
use crate::http::Problem;
use crate::pages::{Html, LocalPath, Visitor, moment, redirect, say_next};

const PATH: &str = "/verwaltung/schluessel";

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/verwaltung/schluessel", get(show))
        .route("/verwaltung/schluessel/ankuendigen", post(announce))
        .route("/verwaltung/schluessel/bestaetigen", post(confirm))
}

async fn show(
    permit: Permit<RotateKeys>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<KeysPage>, Problem> {
    let keys = overview(&app.db, &app.keyring).await?;
    let now = app.db.clock().now();
    let until = |rotation: &Rotation| moment(rotation.holds_until(), now, frame.language);
    let state = match keys
        .rotation
        .map(|rotation| (rotation, rotation.state(now)))
    {
        None | Some((_, RotationState::Finished | RotationState::Expired)) => KeysState::Quiet,
        Some((rotation, RotationState::Announced)) => KeysState::Announced {
            is_own: rotation.announced_by == permit.caller().account,
            until: until(&rotation),
        },
        Some((rotation, RotationState::Confirmed)) => KeysState::Confirmed {
            until: until(&rotation),
        },
        Some((_, RotationState::Begun)) => KeysState::Begun,
    };
    let there = keys.versions.iter().filter(|key| key.public_key.is_some());
    Ok(Html::new(KeysPage {
        newest: there.map(|key| key.version).max().unwrap_or_default(),
        state,
        frame,
    }))
}

async fn announce(
    permit: Permit<RotateKeys>,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    approval::announce(&app.db, &app.keyring, &permit).await?;
    Ok(said(Notice::RotationAnnounced))
}

async fn confirm(
    permit: Permit<RotateKeys>,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    approval::confirm(&app.db, &app.keyring, &permit).await?;
    Ok(said(Notice::RotationConfirmed))
}

fn said(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(PATH));
    say_next(&mut response, notice);
    response
}

impl From<KeyError> for Problem {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::Storage(error) => error.into(),
            KeyError::SessionNeeded => {
                Self::forbidden("a token cannot do this: sign in with a browser")
            }
            error @ (KeyError::AlreadyAnnounced
            | KeyError::NotAnnounced
            | KeyError::SamePerson
            | KeyError::NotConfirmed
            | KeyError::Unreadable(_)
            | KeyError::NoSuchVersion(_)
            | KeyError::Newest(_)
            | KeyError::InUse { .. }
            | KeyError::TooSoon
            | KeyError::MakesHashes(_)) => Self::conflict(error.to_string()),
        }
    }
}
