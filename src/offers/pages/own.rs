//! `/organisation/angebote`: the own offers, published and withdrawn from there.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{OfferRefusal, OwnOfferRow, OwnOfferState, OwnOffersPage};
use web::{Frame, Notice};

use super::words::card;
use super::{OWN, done, house, refusal};
use crate::access::Permit;
use crate::access::action::{KeepOffers, ReadOwnOffers};
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{FormBody, IfMatch, PathId, Problem};
use crate::ids::OfferId;
use crate::offers::api::{kit, snapshot};
use crate::offers::body::OfferPatch;
use crate::offers::model::OfferState;
use crate::offers::service::{self, Found, OfferError};
use crate::pages::{Html, Parameters, Visitor};
use crate::search::Labels;

/// Withdrawn offers that are listed.
const WITHDRAWN: usize = 50;

pub(super) async fn show(
    permit: Permit<ReadOwnOffers>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<OwnOffersPage>, Problem> {
    Ok(Html::new(page(&app, &permit, frame).await?))
}

pub(super) async fn set(
    permit: Permit<KeepOffers>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OfferId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let (state, notice) = match sent.first("was") {
        Some("veroeffentlichen") => (OfferState::Published, Notice::OfferPublished),
        Some("zurueckziehen") => (OfferState::Withdrawn, Notice::OfferWithdrawn),
        _ => return Err(Problem::invalid("was is veroeffentlichen or zurueckziehen")),
    };
    let patch = OfferPatch {
        state: Some(state),
        ..OfferPatch::default()
    };
    let version = sent
        .parsed("stand")
        .map_or(IfMatch::Other, IfMatch::Version);
    let saved = service::update(&app.db, &app.reference, &permit, (id, version, patch)).await;
    let (status, refused) = match saved {
        Ok(_) => return Ok(done(notice)),
        Err(OfferError::Version(_)) => (StatusCode::CONFLICT, None),
        Err(error) => match refusal(error)? {
            OfferRefusal::Outdated => (
                StatusCode::UNPROCESSABLE_ENTITY,
                Some(OfferRefusal::Outdated),
            ),
            refused @ (OfferRefusal::NoMember | OfferRefusal::TooMany | OfferRefusal::Entered) => {
                (StatusCode::CONFLICT, Some(refused))
            }
        },
    };
    let reading = permit.also::<ReadOwnOffers>();
    let reading = reading.ok_or_else(|| Problem::forbidden("your token may not read this"))?;
    let frame = Frame {
        here: OWN.to_owned(),
        ..frame
    };
    let mut page = page(&app, &reading, frame).await?;
    page.is_conflict = refused.is_none();
    page.refused = refused;
    Ok(Html::with_status(page, status).into_response())
}

async fn page(
    app: &AppState,
    permit: &Permit<ReadOwnOffers>,
    frame: Frame,
) -> Result<OwnOffersPage, Problem> {
    let house = house(app, permit, None).await?;
    let snapshot = snapshot(app)?;
    let labels = Labels::of(app, &snapshot, frame.language);
    let mut found = service::own(kit(app, &snapshot), permit).await?;
    found.retain(|found| found.offer.organisation == house.id);
    let (withdrawn, rows): (Vec<_>, Vec<_>) = found
        .iter()
        .partition(|found| found.offer.state == OfferState::Withdrawn);
    let row = |found: &Found| row(&labels, found);
    Ok(OwnOffersPage {
        name: house.name,
        is_member: house.member,
        is_struck: house.struck_since.is_some(),
        rows: rows.into_iter().map(row).collect(),
        withdrawn: withdrawn.into_iter().take(WITHDRAWN).map(row).collect(),
        is_conflict: false,
        refused: None,
        frame,
    })
}

fn row(labels: &Labels<'_>, found: &Found) -> OwnOfferRow {
    OwnOfferRow {
        href: format!("{OWN}/{}", found.offer.id),
        state: state(found, labels.now),
        version: found.offer.version,
        card: card(labels, found),
    }
}

fn state(found: &Found, now: Instant) -> OwnOfferState {
    match found.offer.state {
        OfferState::Draft => OwnOfferState::Draft,
        OfferState::Withdrawn => OwnOfferState::Withdrawn,
        OfferState::Published if found.offer.is_over(now) => OwnOfferState::Over,
        OfferState::Published if found.is_shown => OwnOfferState::Found,
        OfferState::Published => OwnOfferState::Hidden,
    }
}
