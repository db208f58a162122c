//! `/notfallkarte` and `/einsatzbedingungen`.

use axum::extract::State;
use web::pages::{ConditionsPage, EmergencyCardPage, OrderOfCalls};

use crate::app::AppState;
use crate::pages::{Html, Visitor, checked, day};

pub(super) async fn card(Visitor(frame): Visitor) -> Html<EmergencyCardPage> {
    let calls = OrderOfCalls::default();
    Html::new(EmergencyCardPage { frame, calls })
}

pub(super) async fn conditions(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Html<ConditionsPage> {
    let current = &app.reference.texts.conditions;
    let points = current.points(frame.language);
    let points = points.map(|(title, text)| (title.to_owned(), text.to_owned()));
    Html::new(ConditionsPage {
        points: points.collect(),
        version: current.version,
        since: day(current.since, frame.language),
        checked: checked(current, frame.language),
        frame,
    })
}
