//! `/organisation/angebote/neu` and `/organisation/angebote/{offer_id}`: one offer, filled in and changed.

mod fill;
mod read;
mod refuse;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use web::pages::{OfferFormPage, OfferFormState, OfferRefusal};
use web::{Frame, Notice};

use self::read::Read;
use super::words::kind as page_kind;
use super::{OWN, done, house, refusal};
use crate::access::Permit;
use crate::access::action::KeepOffers;
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::idempotency::Attempt;
use crate::http::{FormBody, IfMatch, PathId, Problem};
use crate::ids::OfferId;
use crate::offers::body::OfferPatch;
use crate::offers::model::{Offer, OfferKind, OfferState};
use crate::offers::service::{self, OfferError};
use crate::organisations::OrganisationBody;
use crate::pages::{Html, Parameters, Visitor, term_name, typed_names};
use crate::reference::Axis;

/// Why a form is shown again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Again {
    /// Something in it is wrong.
    Wrong,
    /// Somebody else changed the offer.
    Conflict,
    Refused(OfferRefusal),
}

pub(super) async fn begin(
    permit: Permit<KeepOffers>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<OfferFormPage>, Problem> {
    let house = house(&app, &permit, None).await?;
    let read = Read::fresh(&app.reference, &house, kind_of(&parameters));
    let state = OfferFormState::New(Uuid::new_v4().to_string());
    Ok(Html::new(page(&app, (frame, house), (state, read))))
}

pub(super) async fn enter(
    permit: Permit<KeepOffers>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let house = house(&app, &permit, None).await?;
    let token = sent.first("formular").unwrap_or_default();
    let state = OfferFormState::New(token.chars().take(100).collect());
    let mut read = Read::of(&app.reference, (&house, None), (kind_of(&sent), &sent));
    if sent.first("was") == Some("mehr") {
        read.add_rows(&app.reference, &sent);
        return Ok(Html::new(page(&app, (frame, house), (state, read))).into_response());
    }
    let wanted = wanted(&sent);
    let mut again = Again::Wrong;
    if let Some(mut new) = read.offer.take() {
        new.state = wanted;
        let attempt = Some(attempt(&permit, &sent));
        match service::create(&app.db, &app.reference, &permit, &new, attempt).await {
            Ok(_) => return Ok(done(notice(wanted))),
            Err(OfferError::Invalid(errors)) => read.refuse(&errors, (frame.language, now(&app))),
            Err(error) => again = Again::Refused(refusal(error)?),
        }
    }
    Ok(shown_again(
        page(&app, (frame, house), (state, read)),
        again,
    ))
}

pub(super) async fn show(
    permit: Permit<KeepOffers>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OfferId>,
) -> Result<Html<OfferFormPage>, Problem> {
    let offer = service::held(&app.db, &permit, id).await?;
    let house = house(&app, &permit, Some(offer.organisation)).await?;
    let state = state(&offer);
    let read = Read::stored(&app.reference, offer, frame.language);
    let mut page = page(&app, (frame, house), (state, read));
    page.action = format!("{OWN}/{id}");
    Ok(Html::new(page))
}

pub(super) async fn save(
    permit: Permit<KeepOffers>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OfferId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let offer = service::held(&app.db, &permit, id).await?;
    let house = house(&app, &permit, Some(offer.organisation)).await?;
    let filled_from = sent
        .parsed("stand")
        .map_or(IfMatch::Other, IfMatch::Version);
    let (kind, place) = (offer.content.what.kind(), offer.content.place);
    let mut read = Read::of(&app.reference, (&house, Some(place)), (kind, &sent));
    let mut again = Again::Wrong;
    let is_more = sent.first("was") == Some("mehr");
    if is_more {
        read.add_rows(&app.reference, &sent);
    } else if let Some(new) = read.offer.take() {
        let mut patch = OfferPatch::from(new);
        let is_published = offer.state == OfferState::Published;
        let publishes = wanted(&sent) == OfferState::Published && !is_published;
        patch.state = publishes.then_some(OfferState::Published);
        let change = (id, filled_from, patch);
        match service::update(&app.db, &app.reference, &permit, change).await {
            Ok(_) if publishes => return Ok(done(Notice::OfferPublished)),
            Ok(_) => return Ok(done(Notice::OfferSaved)),
            Err(OfferError::Invalid(errors)) => read.refuse(&errors, (frame.language, now(&app))),
            Err(OfferError::Version(_)) => again = Again::Conflict,
            Err(error) => again = Again::Refused(refusal(error)?),
        }
    }
    // After a conflict it is of the version shown, else still of the one it was filled from.
    let mut held = service::held(&app.db, &permit, id).await?;
    if again != Again::Conflict {
        held.version = filled_from.or(held.version);
    }
    let mut page = page(&app, (frame, house), (state(&held), read));
    page.action = format!("{OWN}/{id}");
    if is_more {
        return Ok(Html::new(page).into_response());
    }
    Ok(shown_again(page, again))
}

fn state(offer: &Offer) -> OfferFormState {
    match offer.state {
        OfferState::Published => OfferFormState::Published(offer.version),
        OfferState::Draft => OfferFormState::Draft(offer.version),
        OfferState::Withdrawn => OfferFormState::Withdrawn(offer.version),
    }
}

fn now(app: &AppState) -> Instant {
    app.db.clock().now()
}

fn kind_of(sent: &Parameters) -> OfferKind {
    sent.parsed("art").unwrap_or(OfferKind::Workplaces)
}

fn wanted(sent: &Parameters) -> OfferState {
    match sent.first("was") {
        Some("veroeffentlichen") => OfferState::Published,
        _ => OfferState::Draft,
    }
}

fn notice(state: OfferState) -> Notice {
    match state {
        OfferState::Published => Notice::OfferPublished,
        OfferState::Draft | OfferState::Withdrawn => Notice::OfferSaved,
    }
}

fn attempt(permit: &Permit<KeepOffers>, sent: &Parameters) -> Attempt {
    let token = sent.first("formular").unwrap_or_default();
    Attempt {
        scope: format!("{} offer form", permit.caller().account),
        key: token.chars().take(100).collect(),
        body_hash: Sha256::digest(sent.to_query()).into(),
    }
}

fn shown_again(mut page: OfferFormPage, again: Again) -> Response {
    let status = match again {
        Again::Wrong => StatusCode::UNPROCESSABLE_ENTITY,
        Again::Conflict | Again::Refused(_) => StatusCode::CONFLICT,
    };
    page.is_conflict = again == Again::Conflict;
    page.refused = match again {
        Again::Refused(refused) => Some(refused),
        Again::Wrong | Again::Conflict => None,
    };
    Html::with_status(page, status).into_response()
}

fn page(
    app: &AppState,
    (frame, house): (Frame, OrganisationBody),
    (state, read): (OfferFormState, Read),
) -> OfferFormPage {
    let taxonomy = &app.reference.taxonomy;
    let language = frame.language;
    let choices = |axis: Axis, field: &str| {
        let values = &read.form.values;
        let held = values.iter().find(|(name, _)| *name == field);
        let held = held.and_then(|(_, id)| taxonomy.term(id));
        // What is offered no more stays with who holds it.
        let held = held.filter(|held| taxonomy.axis(axis).all(|term| term.id != held.id));
        let terms = taxonomy.axis(axis).chain(held);
        let named = terms.map(|term| (term.id.clone(), term_name(term, language)));
        let mut named: Vec<_> = named.collect();
        named.sort_by(|(_, one), (_, other)| one.cmp(other));
        named
    };
    let (mut names, mut procedures, mut products) = (Vec::new(), Vec::new(), Vec::new());
    match read.kind {
        OfferKind::TeamPackage => names = typed_names(taxonomy, &Axis::SKILLS, language),
        OfferKind::Procedure => {
            procedures = choices(Axis::Procedure, "verfahren");
            products = choices(Axis::Product, "produkt");
        }
        OfferKind::Workplaces | OfferKind::Devices | OfferKind::Capacity => {}
    }
    OfferFormPage {
        name: house.name,
        kind: page_kind(read.kind),
        action: format!("{OWN}/neu"),
        state,
        form: read.form,
        skills: read.skills,
        names,
        procedures,
        products,
        is_conflict: false,
        refused: None,
        frame,
    }
}
