//! `/angebotsanfragen/{id}/kontakt`: whom to phone, on record.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use web::Notice;
use web::pages::{BorrowingContactPage, BorrowingPage, OfferAnswersPage};
use web::parts::Link;

use super::{HOUSE, town_path};
use crate::access::Permit;
use crate::access::action::RevealOfferContact;
use crate::app::AppState;
use crate::http::{PathId, Problem};
use crate::ids::OfferRequestId;
use crate::incidents::borrowing::{self, BorrowingError, Side};
use crate::incidents::pages::requests::lead;
use crate::incidents::requests::desk;
use crate::pages::{Html, Visitor};

/// Sent twice it is looked at twice, and recorded twice.
pub(super) async fn reveal(
    permit: Permit<RevealOfferContact>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OfferRequestId>,
) -> Result<Response, Problem> {
    let desk = desk(&app);
    let (request, side) = borrowing::side_of(&desk, &permit, id).await?;
    let back = match side {
        Side::Town => Link {
            href: town_path(request.incident),
            label: BorrowingPage::title(frame.language),
        },
        Side::House => Link {
            href: HOUSE.to_owned(),
            label: OfferAnswersPage::title(frame.language),
        },
    };
    let contact = match borrowing::contact(&desk, &permit, id).await {
        Ok(contact) => contact,
        Err(BorrowingError::NotAgreed) => return Ok(lead(&back.href, Notice::RequestMovedOn)),
        Err(error) => return Err(error.into()),
    };
    let page = BorrowingContactPage {
        back,
        is_house: side == Side::Town,
        name: contact.name,
        phone: contact.phone,
        email: contact.email,
        frame,
    };
    Ok(Html::new(page).into_response())
}
