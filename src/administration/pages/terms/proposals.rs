//! What becomes of a proposal: another name of a term, or nothing. A new term has the form of its own.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::ProposalProblem;
use web::{Frame, Notice};

use super::super::form::Sent;
use super::one::id_of;
use super::{PATH, list, typed_term};
use crate::access::Permit;
use crate::access::action::KeepTerms;
use crate::app::AppState;
use crate::experts::proposals::{self, ProposalError};
use crate::http::{FormBody, PathText, Problem};
use crate::pages::{Html, LocalPath, Parameters, Visitor, redirect, say_next};
use crate::reference::KeepingError;

pub(super) async fn decide(
    permit: Permit<KeepTerms>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(id): PathText,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (id, sent) = (id_of(&id)?, Sent(sent));
    let waiting = proposals::waiting(&app.db, &permit).await?;
    let proposal = waiting.into_iter().find(|proposal| proposal.id == id);
    let proposal = proposal.ok_or_else(|| Problem::not_found("there is no such proposal"))?;
    let answer = sent.text("grund");
    let decided = if sent.text("was") == "name" {
        let typed = sent.text("begriff");
        match typed_term(&app.reference.taxonomy, Some(proposal.axis), typed) {
            Err(_) => Err(ProposalProblem::Term),
            Ok(term) => match proposals::accept_as_name(&app.db, &permit, (id, &term.id)).await {
                Ok(()) => Ok(Notice::TermSaved),
                Err(ProposalError::Keeping(KeepingError::Invalid(_))) => {
                    Err(ProposalProblem::Taken)
                }
                Err(error) => return Err(error.into()),
            },
        }
    } else if (5..=300).contains(&answer.chars().count()) {
        proposals::decline(&app.db, &permit, (id, answer)).await?;
        Ok(Notice::TermDeclined)
    } else {
        Err(ProposalProblem::Reason)
    };
    let problem = match decided {
        Ok(notice) => {
            let mut response = redirect(&LocalPath::or_start(PATH));
            say_next(&mut response, notice);
            return Ok(response);
        }
        Err(problem) => problem,
    };
    let frame = Frame {
        here: PATH.to_owned(),
        ..frame
    };
    let none = Parameters::default();
    let page = list::page(&app, &permit, (frame, &none), Some((id, problem))).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}
