//! `/organisation/angebote/anfragen`: what the house is asked for, answered with one tap.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::pages::{AskOfferPage, OfferAnswerForm, OfferAnswersPage};
use web::parts::FieldProblem;
use web::{Frame, Language, Notice};

use super::HOUSE;
use super::act::after;
use super::row::Shown;
use crate::access::Permit;
use crate::access::action::AnswerOfferRequest;
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem, cut};
use crate::ids::OfferRequestId;
use crate::incidents::borrowing::{self, Answer, Borrowed, BorrowingError, Decision, Words};
use crate::incidents::pages::requests::lead;
use crate::incidents::requests::desk;
use crate::pages::{Html, Parameters, Visitor};

/// Requests a page.
const SHOWN: u64 = 50;
/// Longest texts.
const LONGEST_ESTIMATE: usize = 200;
const LONGEST_REASON: usize = 500;

pub(super) async fn show(
    permit: Permit<AnswerOfferRequest>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<OfferAnswersPage>, Problem> {
    let before = parameters.parsed::<OfferRequestId>("vor");
    let page = page(&app, &permit, (frame, before)).await?;
    Ok(Html::new(page))
}

#[derive(Deserialize)]
pub(super) struct AnswerFields {
    #[serde(default)]
    antwort: String,
    #[serde(default)]
    menge: String,
    #[serde(default)]
    schaetzung: String,
    #[serde(default)]
    grund: String,
}

/// The word of the house.
pub(super) async fn answer(
    permit: Permit<AnswerOfferRequest>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
    FormBody(form): FormBody<AnswerFields>,
) -> Result<Response, Problem> {
    let decision = form.antwort.parse::<Decision>();
    let decision = decision.map_err(|_| Problem::invalid("say accept or refuse"))?;
    let notice = match decision {
        Decision::Accept => Notice::BorrowingAgreed,
        Decision::Refuse => Notice::BorrowingRefused,
    };
    let typed = form.menge.trim();
    // No number is none too many; whoever refuses says none.
    let quantity = match decision {
        Decision::Accept if !typed.is_empty() => Some(typed.parse().unwrap_or(0)),
        Decision::Accept | Decision::Refuse => None,
    };
    let said = |text: &str, most: usize| Some(text.chars().take(most).collect::<String>());
    let answer = Answer {
        decision,
        quantity,
        words: Words::new(
            said(&form.grund, LONGEST_REASON),
            said(&form.schaetzung, LONGEST_ESTIMATE),
        ),
    };
    let wrong = match borrowing::answer(&desk(&app), &permit, (id, answer)).await {
        Err(BorrowingError::Invalid(_)) => None,
        Err(BorrowingError::Promised(left)) => Some(left),
        other => return after(HOUSE, other, notice),
    };
    let mut page = page(&app, &permit, (frame, None)).await?;
    let about = id.to_string();
    let language = page.frame.language;
    let row = page.waiting.iter_mut().find(|row| row.id == about);
    let shown = row.and_then(|row| row.answer.as_mut());
    // Where it is there or not, there is no field to say it at.
    let Some(shown) = shown.filter(|shown| shown.most.is_some()) else {
        return Ok(lead(HOUSE, Notice::RequestMovedOn));
    };
    *shown = OfferAnswerForm {
        most: shown.most,
        quantity: form.menge,
        problem: shown.most.map(|most| problem(wrong, most, language)),
        estimate: form.schaetzung,
        reason: form.grund,
    };
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// What is wrong with how much was typed.
fn problem(left: Option<u32>, most: u32, language: Language) -> FieldProblem {
    match left {
        Some(left) => FieldProblem::Said(AskOfferPage::promised(left, language)),
        None => FieldProblem::NoNumber(1, most),
    }
}

async fn page(
    app: &AppState,
    permit: &Permit<AnswerOfferRequest>,
    (frame, before): (Frame, Option<OfferRequestId>),
) -> Result<OfferAnswersPage, Problem> {
    let now = app.db.clock().now();
    let mut found = borrowing::of_house(&desk(app), permit, (before, SHOWN)).await?;
    let next = cut(&mut found, SHOWN).map(|last| last.request.id.to_string());
    let (mut waiting, others): (Vec<_>, Vec<_>) = found
        .into_iter()
        .partition(|seen| seen.request.is_asked(now));
    waiting.sort_by_key(|seen| seen.request.due_at);
    let shown = Shown {
        reference: &app.reference,
        now,
        language: frame.language,
    };
    let rows = |all: &[Borrowed]| all.iter().map(|seen| shown.row(seen)).collect();
    Ok(OfferAnswersPage {
        waiting: rows(&waiting),
        others: rows(&others),
        next: next.map(|last| format!("{HOUSE}?vor={last}")),
        frame,
    })
}
