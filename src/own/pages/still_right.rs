//! `/stimmt-noch/{token}`: the question of a mail, answered without signing in. Looking changes nothing.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::Frame;
use web::pages::{StillRight, StillRightEntry, StillRightPage};

use crate::accounts::Secret;
use crate::app::AppState;
use crate::experts::{self, Entry, MailQuestion, MailQuestionError};
use crate::http::{ClientAddress, PathText, Problem};
use crate::pages::{Html, LocalPath, Visitor, day, paragraphs, redirect};

pub(super) async fn show(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    ClientAddress(from): ClientAddress,
    PathText(text): PathText,
) -> Result<Response, Problem> {
    let token = parse(&text)?;
    let question = experts::mail_question(&app.db, &app.keyring, (&token, from)).await?;
    Ok(answer(frame, &text, question))
}

pub(super) async fn confirm(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    ClientAddress(from): ClientAddress,
    PathText(text): PathText,
) -> Result<Response, Problem> {
    let token = parse(&text)?;
    let question = experts::answer_mail_question(&app.db, &app.keyring, (&token, from)).await?;
    match question {
        MailQuestion::Answered { .. } => Ok(redirect(&LocalPath::or_start(&path(&text)))),
        question @ (MailQuestion::Open { .. } | MailQuestion::Over) => {
            Ok(answer(frame, &text, question))
        }
    }
}

fn parse(text: &str) -> Result<Secret, Problem> {
    text.parse()
        .map_err(|_| Problem::not_found("there is no such link"))
}

fn path(token: &str) -> String {
    format!("/stimmt-noch/{token}")
}

fn answer(frame: Frame, token: &str, question: MailQuestion) -> Response {
    let language = frame.language;
    let entry = |entry: &Entry| StillRightEntry {
        alias: entry.alias.clone(),
        confirmed_on: entry.confirmed_at.map(|at| day(at.date(), language)),
    };
    let (status, state) = match question {
        MailQuestion::Open {
            is_team,
            entries,
            consent,
        } => {
            let text = |text: crate::reference::Text| match language {
                web::Language::German => paragraphs(&text.de),
                web::Language::English => paragraphs(&text.en),
            };
            let state = StillRight::Open {
                is_team,
                entries: entries.iter().map(entry).collect(),
                consent: consent.map(text).unwrap_or_default(),
                action: path(token),
            };
            (StatusCode::OK, state)
        }
        MailQuestion::Answered { is_team, at } => {
            let on = day(at.date(), language);
            (StatusCode::OK, StillRight::Answered { is_team, on })
        }
        MailQuestion::Over => (StatusCode::GONE, StillRight::Over),
    };
    Html::with_status(StillRightPage { frame, state }, status).into_response()
}

impl From<MailQuestionError> for Problem {
    fn from(error: MailQuestionError) -> Self {
        match error {
            MailQuestionError::TooMany(seconds) => {
                Self::too_many_requests("too many attempts: wait a little")
                    .retry_after(u32::try_from(seconds).unwrap_or(u32::MAX))
            }
            MailQuestionError::Expert(error) => error.into(),
            MailQuestionError::Storage(error) => error.into(),
        }
    }
}
