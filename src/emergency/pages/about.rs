//! `/notfallkarte` and `/einsatzbedingungen`.

use axum::extract::State;
use web::pages::{ConditionsPage, EmergencyCardPage, OrderOfCalls};

use super::acceptance;
use crate::app::AppState;
use crate::pages::{Html, Visitor};

pub(super) async fn card(Visitor(frame): Visitor) -> Html<EmergencyCardPage> {
    let calls = OrderOfCalls::default();
    Html::new(EmergencyCardPage { frame, calls })
}

pub(super) async fn conditions(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Html<ConditionsPage> {
    Html::new(ConditionsPage {
        text: acceptance::text(&app, frame.language),
        frame,
    })
}
