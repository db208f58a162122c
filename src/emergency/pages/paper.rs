//! The paper: in the answer that issued the cards, and never again.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{Call as PageCall, CodesGonePage, OrderOfCalls, PrintedCard, PrintedCardsPage};
use web::{Frame, Language};

use crate::app::AppState;
use crate::emergency::card::{Call, Issued, Sheet, sheet};
use crate::http::Problem;
use crate::pages::{Html, day, first_aid, qr_code};

/// The cards to print. Where their codes were shown before, a page that says so.
pub(super) async fn paper(
    app: &AppState,
    frame: Frame,
    (issued, back): (&[Issued], String),
) -> Result<Response, Problem> {
    let mut cards = Vec::with_capacity(issued.len());
    for issued in issued {
        if let Some(sheet) = sheet(&app.db, &app.reference, issued).await? {
            cards.push(printed(app, sheet, frame.language)?);
        }
    }
    if cards.is_empty() {
        return Ok(gone(frame, back));
    }
    let address = format!("{}/hilfe", app.site.address);
    let language = frame.language;
    let page = PrintedCardsPage {
        frame,
        address,
        cards,
        first_aid: first_aid(&app.reference.texts.first_aid, language),
        back,
    };
    Ok(Html::new(page).into_response())
}

/// Says that the codes were shown before.
pub(super) fn gone(frame: Frame, back: String) -> Response {
    let page = CodesGonePage { frame, back };
    Html::with_status(page, StatusCode::CONFLICT).into_response()
}

fn printed(app: &AppState, sheet: Sheet, language: Language) -> Result<PrintedCard, Problem> {
    let Sheet {
        municipality,
        number,
        issued_at,
        ags,
        codes,
        provider,
        land,
        police,
    } = sheet;
    Ok(PrintedCard {
        municipality,
        number,
        issued: day(issued_at.date(), language),
        codes,
        qr: qr_code(&format!("{}/hilfe?ort={ags}", app.site.address))?,
        calls: OrderOfCalls {
            provider: provider.map(call),
            land: land.map(call),
            police: police.map(call),
            ..OrderOfCalls::default()
        },
    })
}

fn call(call: Call) -> PageCall {
    let Call {
        name,
        phone,
        is_federal: _,
    } = call;
    PageCall { name, phone }
}
