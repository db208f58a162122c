//! `/vorfaelle/{id}/angebote/{offer}`: a town asks for an offer.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::AskOfferPage;
use web::parts::{FieldProblem, Filled};
use web::{Frame, Language, Notice};

use super::choice::link;
use super::row::{cost_words, is_counted};
use super::town_path;
use crate::access::Permit;
use crate::access::action::RequestOffer;
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts;
use crate::http::{FormBody, PathPart, Problem};
use crate::ids::{IncidentId, OfferId};
use crate::incidents::api::kit;
use crate::incidents::borrowing::{self, BorrowingError, Limits, NewOfferRequest, Wanted};
use crate::incidents::pages::help::{attempt, nonce};
use crate::incidents::pages::requests::{lead, right};
use crate::incidents::requests::desk;
use crate::incidents::service;
use crate::input::FieldError;
use crate::offers::{Usable, usable_card};
use crate::pages::{Html, Parameters, Visitor, moment, typed_moment};
use crate::search::Labels;

/// Longest message.
const LONGEST: usize = 500;

pub(super) async fn show(
    permit: Permit<RequestOffer>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathPart(id, offer): PathPart<IncidentId>,
) -> Result<Html<AskOfferPage>, Problem> {
    let found = borrowing::offer_of(&desk(&app), &permit, (id, named(&offer)?)).await?;
    let limits = Limits::of(&found.offer, app.db.clock().now());
    let form = Filled {
        values: vec![
            ("menge", limits.has.to_string()),
            ("ab", String::new()),
            ("tage", limits.usual_days().to_string()),
            ("nachricht", String::new()),
        ],
        problems: Vec::new(),
    };
    let page = page(&app, &permit, (frame, id), (&found, form, nonce())).await?;
    Ok(Html::new(page))
}

/// Sent twice it is the same request.
pub(super) async fn ask(
    permit: Permit<RequestOffer>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathPart(id, offer): PathPart<IncidentId>,
    FormBody(pairs): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let desk = desk(&app);
    let found = borrowing::offer_of(&desk, &permit, (id, named(&offer)?)).await?;
    let now = app.db.clock().now();
    let limits = Limits::of(&found.offer, now);
    let account = permit.caller().account.to_string();
    let attempt = attempt(("offer form", &account), &pairs);
    let sent = Parameters::from_pairs(pairs);
    let (new, mut form) = read(&sent, (&found, limits));
    if let Some(new) = new {
        match borrowing::ask(&desk, &permit, (id, new), attempt).await {
            Ok(_) => return Ok(lead(&town_path(id), Notice::BorrowingAsked)),
            Err(BorrowingError::AskedAlready) => {
                return Ok(lead(&town_path(id), Notice::BorrowingAskedAlready));
            }
            Err(BorrowingError::Over | BorrowingError::KeyReused) => {
                return Ok(lead(&town_path(id), Notice::RequestMovedOn));
            }
            Err(BorrowingError::Invalid(errors)) => {
                let problems = errors
                    .iter()
                    .map(|error| problem(error, limits, (now, frame.language)));
                form.problems = problems
                    .collect::<Option<Vec<_>>>()
                    .ok_or_else(|| Problem::from(BorrowingError::Invalid(errors.clone())))?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    let nonce = sent.first("vorgang").map_or_else(nonce, str::to_owned);
    let page = page(&app, &permit, (frame, id), (&found, form, nonce)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn named(text: &str) -> Result<OfferId, Problem> {
    let id = text.parse();
    id.map_err(|_| Problem::not_found("there is no such offer"))
}

/// What was sent, and what is wrong with it at first sight.
fn read(
    sent: &Parameters,
    (found, limits): (&Usable, Limits),
) -> (Option<NewOfferRequest>, Filled) {
    let text = |name: &str| sent.first(name).unwrap_or_default().trim().to_owned();
    let mut problems = Vec::new();
    let quantity = if is_counted(found.offer.content.what.kind()) {
        let quantity = sent.parsed::<u32>("menge");
        if quantity.is_none() {
            problems.push(("menge", FieldProblem::NoNumber(1, limits.has)));
        }
        quantity
    } else {
        None
    };
    let days = sent.parsed::<u16>("tage");
    if days.is_none() {
        let most = limits.max_days.into();
        problems.push(("tage", FieldProblem::NoNumber(1, most)));
    }
    let from = start(&text("ab"));
    if from.is_err() {
        problems.push(("ab", FieldProblem::NoMoment));
    }
    let message = text("nachricht");
    if message.chars().count() > LONGEST {
        problems.push(("nachricht", FieldProblem::TooLong));
    }
    let new = problems.is_empty().then(|| NewOfferRequest {
        offer: found.offer.id,
        wanted: Wanted {
            quantity,
            from: from.ok().flatten(),
            days,
        },
        message,
    });
    let names = ["menge", "ab", "tage", "nachricht"];
    let values = names.map(|name| (name, text(name)));
    let values = values.to_vec();
    (new, Filled { values, problems })
}

/// When it is to begin; as soon as can be where nothing is filled in.
fn start(typed: &str) -> Result<Option<Instant>, ()> {
    if typed.is_empty() {
        return Ok(None);
    }
    typed_moment(typed).map(Some).ok_or(())
}

/// What the service found wrong, at its field; none where the page has no field for it.
fn problem(
    error: &FieldError,
    limits: Limits,
    (now, language): (Instant, Language),
) -> Option<(&'static str, FieldProblem)> {
    let at = |instant| moment(instant, now, language);
    match (error.pointer.as_str(), error.code.as_str()) {
        ("/quantity", "promised") => {
            let left = error.suggestions.first();
            let left = left.and_then(|left| left.parse().ok()).unwrap_or(0);
            // What is there or not is free in another time or not at all.
            let field = if limits.has == 1 { "ab" } else { "menge" };
            let said = FieldProblem::Said(AskOfferPage::promised(left, language));
            Some((field, said))
        }
        ("/quantity", _) => Some(("menge", FieldProblem::NoNumber(1, limits.has))),
        ("/from", "too_soon") => {
            let said = AskOfferPage::too_soon(&at(limits.earliest), language);
            Some(("ab", FieldProblem::Said(said)))
        }
        ("/from", _) => Some(("ab", FieldProblem::TooLate(at(limits.before)))),
        ("/days", _) => Some(("tage", FieldProblem::NoNumber(1, limits.max_days.into()))),
        ("/message", _) => {
            let words = experts::words_of(error).to_owned();
            Some(("nachricht", FieldProblem::Identifying(words)))
        }
        _ => None,
    }
}

async fn page(
    app: &AppState,
    permit: &Permit<RequestOffer>,
    (frame, id): (Frame, IncidentId),
    (found, form, nonce): (&Usable, Filled, String),
) -> Result<AskOfferPage, Problem> {
    let incident = service::show(kit(app), &right(permit)?, id).await?.incident;
    let now = app.db.clock().now();
    let limits = Limits::of(&found.offer, now);
    let snapshot = app.search.current().ok_or(BorrowingError::NotReady)?;
    let labels = Labels::of(app, &snapshot, frame.language);
    let cost = borrowing::terms(&desk(app), &incident, &found.offer).await?;
    let kind = found.offer.content.what.kind();
    Ok(AskOfferPage {
        incident: link(app, &incident).await?,
        card: usable_card(&labels, found),
        action: format!("{}/{}", town_path(id), found.offer.id),
        nonce,
        earliest: moment(limits.earliest, now, frame.language),
        most: is_counted(kind).then_some(limits.has),
        cost: cost_words(cost),
        form,
        frame,
    })
}
