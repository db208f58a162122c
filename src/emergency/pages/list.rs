//! `/notfallkarten`: the cards the viewer acts for.

use axum::extract::State;
use web::pages::{CardRow, CardsPage, CardsView};

use crate::access::Permit;
use crate::access::action::ReadEmergencyCards;
use crate::app::AppState;
use crate::emergency::card::{CardBody, CardQuery, CardState, list};
use crate::http::Problem;
use crate::pages::{Html, Parameters, Visitor};

/// Towns on a page.
pub(super) const AT_ONCE: usize = 50;

pub(super) async fn show(
    permit: Permit<ReadEmergencyCards>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<CardsPage>, Problem> {
    let q = asked_name(&parameters);
    let query = CardQuery {
        q: Some(q.clone()),
        cursor: parameters.first("weiter").map(str::to_owned),
        limit: u64::try_from(AT_ONCE).ok(),
    };
    let (cards, next) = list(&app.db, &app.reference, &permit, query).await?;
    let parameters = parameters.only(&["q"]);
    Ok(Html::new(CardsPage {
        frame,
        view: CardsView::All,
        q,
        rows: cards.iter().map(row).collect(),
        next_href: next.map(|next| parameters.with("weiter", &next).href("/notfallkarten")),
        bulk: None,
    }))
}

/// The words of a name asked for, cut to what a name has.
pub(super) fn asked_name(parameters: &Parameters) -> String {
    let typed = parameters.first("q").unwrap_or_default();
    typed.chars().take(100).collect()
}

/// A card as a row.
pub(super) fn row(card: &CardBody) -> CardRow {
    CardRow {
        name: card.municipality.clone(),
        href: format!("/notfallkarten/{}", card.organisation_id),
        number: Some(card.number.clone()),
        is_working: card.state == CardState::Issued,
        codes_left: card.codes_left,
        is_asked_for: card.replacement.is_some(),
    }
}
