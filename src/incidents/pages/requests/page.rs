//! `/ersuchen/{id}`: one request.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{Introduction, PreviewRow, RequestPage, RequestRights};
use web::parts::Link;
use web::{Frame, Language};

use super::view::{Powers, Shown, TownPowers, View, all_places};
use super::{right, words};
use crate::access::action::{
    AcceptDeployment, AlertExperts, AnswerForExpert, ReadHelpRequests, RevealAlertContact,
    RevealDeploymentContact, SetDeploymentBasis, SteerWaves,
};
use crate::access::{Permit, Scope};
use crate::app::AppState;
use crate::http::{PathId, Problem};
use crate::ids::{DeploymentId, NeedId, RequestId};
use crate::incidents::api::kit;
use crate::incidents::model::Incident;
use crate::incidents::pages::deployments::introduced;
use crate::incidents::pages::legal::conditions_stand;
use crate::incidents::requests::{self, HelpRequest, RequestState, Situation};
use crate::incidents::{deployments, legal, pages, service};
use crate::pages::{Html, Parameters, Told, Visitor, moment};
use crate::search::{Labels, SearchError};

pub(super) async fn show(
    permit: Permit<ReadHelpRequests>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<RequestId>,
    parameters: Parameters,
) -> Result<Html<RequestPage>, Problem> {
    let alerting = permit
        .also::<AlertExperts>()
        .filter(|_| parameters.first("vorschau").is_some());
    let situation = requests::show(&app.db, &permit, id).await?;
    let is_draft = situation.request.state() == RequestState::Draft;
    let preview = match alerting.filter(|_| is_draft) {
        Some(alerting) => Some(preview(&app, &alerting, (id, frame.language)).await?),
        None => None,
    };
    let shown = Shown {
        preview,
        ..Shown::default()
    };
    let page = page(&app, &permit, frame, (&situation, shown)).await?;
    Ok(Html::new(page))
}

/// The page again, with what was typed and what is wrong with it.
pub(super) async fn again(
    app: &AppState,
    permit: &Permit<ReadHelpRequests>,
    frame: Frame,
    (id, shown): (RequestId, Shown),
) -> Result<Response, Problem> {
    let situation = requests::show(&app.db, permit, id).await?;
    let page = page(app, permit, frame, (&situation, shown)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// Who would be asked, by need.
async fn preview(
    app: &AppState,
    permit: &Permit<AlertExperts>,
    (id, language): (RequestId, Language),
) -> Result<HashMap<NeedId, Vec<PreviewRow>>, Problem> {
    let snapshot = app.search.current().ok_or(SearchError::NotReady)?;
    let labels = Labels::of(app, &snapshot, language);
    let asked = (id, labels.in_index());
    let picks = requests::preview((&requests::desk(app), &app.post), permit, asked).await?;
    let mut rows: HashMap<NeedId, Vec<PreviewRow>> = HashMap::new();
    for pick in picks {
        let land = labels.land(&pick.card.region.land);
        let region = match (pick.card.distance_km, language) {
            (Some(km), Language::German) => format!("{land}, ca. {km} km"),
            (Some(km), Language::English) => format!("{land}, about {km} km"),
            (None, _) => land,
        };
        rows.entry(pick.need).or_default().push(PreviewRow {
            alias: Link {
                href: format!("/fachkraefte/{}", pick.card.id),
                label: pick.card.alias,
            },
            region,
            why: labels.pick(&pick.why).to_owned(),
            channel: pick.channel.map(|channel| words::channel(channel.into())),
        });
    }
    Ok(rows)
}

/// What the caller may do with a request of an incident.
fn powers(permit: &Permit<ReadHelpRequests>, incident: &Incident) -> Powers {
    let town = incident.organisation;
    let covers = |scope: &Scope| town.is_some_and(|town| scope.covers(town));
    let deciding = permit.also::<AcceptDeployment>();
    let revealing = permit.also::<RevealDeploymentContact>();
    Powers {
        steer: permit.also::<SteerWaves>().is_some(),
        answer: permit.also::<AnswerForExpert>().is_some(),
        phone: permit.also::<RevealAlertContact>().is_some(),
        town: TownPowers {
            decide: deciding.as_ref().is_some_and(|one| covers(one.scope())),
            reveal: revealing.is_some_and(|one| covers(one.scope())),
            speaks_for_it: deciding.is_some_and(|one| one.scope().is_everything()),
        },
    }
}

/// Why it is over, as somebody typed it, or as what the incident was closed.
fn ended(request: &HelpRequest, incident: &Incident, language: Language) -> Option<String> {
    let (at, why) = request.stood_down.as_ref()?;
    let closed = incident.closed_then(*at);
    let closed = closed.map(|reason| pages::words::closing(reason).label(language));
    Some(closed.unwrap_or_else(|| why.clone()))
}

/// Who is released, as the town is told.
async fn introductions(
    app: &AppState,
    situation: &Situation,
    language: Language,
) -> Result<HashMap<DeploymentId, Introduction>, Problem> {
    let promised: Vec<_> = situation.deployments.iter().collect();
    let told = deployments::introductions(&app.db, &app.reference, &promised).await?;
    let told = told.iter();
    Ok(told
        .map(|(id, told)| (*id, introduced(&app.reference, told, language)))
        .collect())
}

pub(super) async fn page(
    app: &AppState,
    permit: &Permit<ReadHelpRequests>,
    frame: Frame,
    (situation, mut shown): (&Situation, Shown),
) -> Result<RequestPage, Problem> {
    let request = &situation.request;
    let seen = service::show(kit(app), &right(permit)?, request.incident).await?;
    let incident = seen.incident;
    let said = service::place_said(kit(app), &incident).await?;
    let aliases = requests::aliases(&app.db, situation).await?;
    let (now, language) = (app.db.clock().now(), frame.language);
    let introductions = introductions(app, situation, language).await?;
    let powers = powers(permit, &incident);
    let state = request.state();
    let may_alert = permit.also::<AlertExperts>().is_some();
    let end = shown.end.take();
    let may_end = may_alert && state != RequestState::StoodDown;
    let to_phone = requests::to_phone(&app.db, situation).await?;
    let unasked = deployments::unasked(&app.db, &situation.deployments).await?;
    let basis = permit.also::<SetDeploymentBasis>();
    let conditions = legal::conditions_of((&app.db, &app.keyring), &incident).await?;
    let view = View {
        basis: basis.as_ref(),
        situation,
        incident: &incident,
        unasked: &unasked,
        aliases: &aliases,
        to_phone: &to_phone,
        shown: &shown,
        introductions: &introductions,
        powers,
        at: (now, language),
    };
    Ok(RequestPage {
        id: request.id.to_string(),
        incident: Link {
            label: pages::words::place(&app.reference, &incident, said.as_deref()),
            href: format!("/vorfaelle/{}", incident.id),
        },
        is_drill: incident.is_drill,
        state: words::badge(request),
        made: moment(request.made_at, now, language),
        from: moment(request.from, now, language),
        days: request.days,
        ended: ended(request, &incident, language),
        first_yes_counts: request.first_yes_counts,
        places: all_places(situation),
        needs: situation.needs.iter().map(|need| view.need(need)).collect(),
        deployments: situation
            .deployments
            .iter()
            .map(|one| view.deployment(one))
            .collect(),
        may: RequestRights {
            begin: may_alert && state == RequestState::Draft,
            steer: powers.steer && state == RequestState::Alerting,
            speaks_for_town: powers.town.speaks_for_it,
        },
        is_preview: shown.preview.is_some(),
        end: may_end.then(|| end.unwrap_or_default()),
        conditions: conditions_stand(&conditions, false, (Told::Now(now), language)),
        frame,
    })
}
