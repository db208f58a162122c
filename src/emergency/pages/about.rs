//! `/notfallkarte` and `/einsatzbedingungen`.

use web::pages::{ConditionsPage, EmergencyCardPage, OrderOfCalls};

use crate::emergency::conditions;
use crate::pages::{Html, Visitor, day};

pub(super) async fn card(Visitor(frame): Visitor) -> Html<EmergencyCardPage> {
    let calls = OrderOfCalls::default();
    Html::new(EmergencyCardPage { frame, calls })
}

pub(super) async fn conditions(Visitor(frame): Visitor) -> Html<ConditionsPage> {
    let current = conditions::current();
    let points = current.points(frame.language);
    let points = points.map(|(title, text)| (title.to_owned(), text.to_owned()));
    Html::new(ConditionsPage {
        points: points.collect(),
        version: current.version,
        since: day(current.since, frame.language),
        frame,
    })
}
