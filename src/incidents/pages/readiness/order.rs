//! `/einsaetze/{id}/auftrag`: the order on paper.

use axum::extract::State;
use web::Language;
use web::pages::{EstimateLine, OrderBasis, OrderHouse, OrderPage, TownConditions};

use crate::access::Permit;
use crate::access::action::ReadDeployments;
use crate::app::AppState;
use crate::http::{PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::api::kit;
use crate::incidents::costs;
use crate::incidents::deployments::{CostBasis, Introduction};
use crate::incidents::pages::deployments::{insured, mode};
use crate::incidents::pages::words;
use crate::incidents::readiness::{self, Order};
use crate::incidents::requests;
use crate::organisations::Organisation;
use crate::pages::{Html, Visitor, checked, dated_moment, day};
use crate::reference::Reference;

pub(super) async fn show(
    permit: Permit<ReadDeployments>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Html<OrderPage>, Problem> {
    let order = readiness::order(kit(&app), &permit, id).await?;
    let language = frame.language;
    let reference = &app.reference;
    let terms = &order.deployment.terms;
    let town = order.town.as_ref();
    let accepted = order.conditions.employer;
    Ok(Html::new(OrderPage {
        back: format!("/einsaetze/{id}"),
        is_draft: order.is_draft,
        is_drill: order.is_drill,
        town: town.map(|(incident, town)| OrderHouse {
            name: town.name.clone(),
            place: words::place(reference, incident, None),
        }),
        district: requests::district(reference, order.place.as_deref()).unwrap_or_default(),
        employer: order.employer.as_ref().map(|one| house(reference, one)),
        alias: order.alias.clone().unwrap_or_default(),
        function: function(reference, &order, language),
        task: task(&order, language),
        skills: skills(reference, &order, language),
        mode: mode(&order.deployment),
        from: dated_moment(terms.from, language),
        until: dated_moment(terms.until, language),
        basis: basis(&order, language),
        leads: filled(&order.leads),
        insured: insured(order.employer.clone()),
        town_conditions: town_conditions(&order, language),
        employer_conditions: accepted.map(|(version, on)| (version, day(on, language))),
        checked: checked(&reference.texts.conditions, language),
        cost: order.cost.map(CostBasis::words),
        estimate: estimate(&app, &order, language).await?,
        frame,
    }))
}

/// What the town accepted, or confirmed at once; whoever is not told the town is not told that either.
fn town_conditions(order: &Order, language: Language) -> TownConditions {
    if order.town.is_none() {
        return TownConditions::Untold;
    }
    match (order.conditions.town, order.conditions.at_once) {
        (Some((version, on)), _) => TownConditions::Accepted(version, day(on, language)),
        (None, Some((version, on))) => TownConditions::AtOnce(version, day(on, language)),
        (None, None) => TownConditions::Missing,
    }
}

fn basis(order: &Order, language: Language) -> OrderBasis {
    match &order.deployment.basis {
        Some(basis) => OrderBasis::Settled(basis.basis.words(), basis.form.words()),
        None => OrderBasis::Unsettled(dated_moment(order.basis_until, language)),
    }
}

/// What it may cost, as far as the town was told.
async fn estimate(
    app: &AppState,
    order: &Order,
    language: Language,
) -> Result<Option<EstimateLine>, Problem> {
    if !order.sees_costs {
        return Ok(None);
    }
    let estimated = costs::estimated(kit(app), &order.deployment).await?;
    let town = order.town.as_ref();
    Ok(estimated.map(|(amount, is_agreed)| EstimateLine {
        amount: amount.shown(language),
        payer: town.map(|(_, town)| town.name.clone()),
        is_agreed,
    }))
}

fn house(reference: &Reference, house: &Organisation) -> OrderHouse {
    OrderHouse {
        name: house.name.clone(),
        place: words::place_of(reference, &house.place),
    }
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn task(order: &Order, language: Language) -> String {
    let need = order.need.as_ref();
    need.map_or_else(String::new, |need| words::task(need, language))
}

fn term(reference: &Reference, id: &str, language: Language) -> String {
    let found = reference.taxonomy.term(id);
    found.map_or_else(
        || id.to_owned(),
        |term| words::pick(&term.label, language).to_owned(),
    )
}

fn function(reference: &Reference, order: &Order, language: Language) -> Option<String> {
    let Introduction { function, .. } = order.introduction.as_ref()?;
    let id = function.as_deref()?;
    Some(term(reference, id, language))
}

fn skills(reference: &Reference, order: &Order, language: Language) -> Vec<String> {
    let asked = order.need.iter().flat_map(|need| &need.skills);
    asked
        .map(|skill| term(reference, &skill.id, language))
        .collect()
}
