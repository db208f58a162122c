//! `/vorfaelle/{id}/angebote`: what a town asked for, and what it can ask for.

use axum::extract::State;
use strum::VariantArray;
use web::Frame;
use web::pages::{BorrowingPage, MoreDaysForm, OfferChoice, OfferFilter};
use web::parts::{FieldProblem, Link};

use super::row::Shown;
use super::town_path;
use crate::access::Permit;
use crate::access::action::{RequestOffer, RevealOfferContact};
use crate::app::AppState;
use crate::http::{PathId, Problem};
use crate::ids::{IncidentId, OfferRequestId};
use crate::incidents::api::kit;
use crate::incidents::borrowing::{self, BorrowingError};
use crate::incidents::model::{Incident, IncidentState};
use crate::incidents::pages::requests::right;
use crate::incidents::pages::words;
use crate::incidents::requests::desk;
use crate::incidents::service;
use crate::offers::{OfferKind, Usable, kind_words, usable_card};
use crate::pages::{Html, Parameters, Visitor};
use crate::search::Labels;

/// Days that were asked for and cannot be had.
pub(super) struct Refused {
    pub(super) id: OfferRequestId,
    pub(super) days: String,
}

pub(super) async fn show(
    permit: Permit<RequestOffer>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    parameters: Parameters,
) -> Result<Html<BorrowingPage>, Problem> {
    let page = page(&app, &permit, (frame, id), (&parameters, None)).await?;
    Ok(Html::new(page))
}

pub(super) async fn page(
    app: &AppState,
    permit: &Permit<RequestOffer>,
    (frame, id): (Frame, IncidentId),
    (parameters, refused): (&Parameters, Option<Refused>),
) -> Result<BorrowingPage, Problem> {
    let incident = service::show(kit(app), &right(permit)?, id).await?.incident;
    let is_over = match incident.state() {
        IncidentState::Unverified => return Err(BorrowingError::Unverified.into()),
        IncidentState::Verified => false,
        IncidentState::Closed => true,
    };
    let desk = desk(app);
    let shown = Shown {
        reference: &app.reference,
        now: app.db.clock().now(),
        language: frame.language,
    };
    let asked = borrowing::of_incident_seen(&desk, &right(permit)?, id).await?;
    let mut asked: Vec<_> = asked.iter().rev().map(|seen| shown.row(seen)).collect();
    let reveals = permit.also::<RevealOfferContact>();
    let town = incident.organisation;
    let is_shown =
        reveals.is_some_and(|reveals| town.is_some_and(|town| reveals.scope().covers(town)));
    for row in &mut asked {
        // The desk asks for the town, and phones nobody for it.
        row.has_contact &= is_shown;
    }
    if let Some(refused) = refused {
        let about = refused.id.to_string();
        let row = asked.iter_mut().find(|row| row.id == about);
        if let Some(form) = row.and_then(|row| row.more.as_mut()) {
            *form = wrong(form, refused.days);
        }
    }
    let kind = parameters.parsed::<OfferKind>("kind");
    let offers = if is_over {
        Vec::new()
    } else {
        let found = borrowing::offers_for(&desk, permit, id).await?;
        choices(app, &frame, (found, kind), id)?
    };
    Ok(BorrowingPage {
        incident: link(app, &incident).await?,
        is_drill: incident.is_drill,
        asked,
        is_over,
        kinds: kinds(&frame, kind, id),
        offers,
        frame,
    })
}

fn wrong(form: &MoreDaysForm, days: String) -> MoreDaysForm {
    MoreDaysForm {
        most: form.most,
        days,
        problem: Some(FieldProblem::NoNumber(1, form.most.into())),
    }
}

/// The incident, by its place.
pub(super) async fn link(app: &AppState, incident: &Incident) -> Result<Link, Problem> {
    let said = service::place_said(kit(app), incident).await?;
    Ok(Link {
        label: words::place(&app.reference, incident, said.as_deref()),
        href: format!("/vorfaelle/{}", incident.id),
    })
}

fn choices(
    app: &AppState,
    frame: &Frame,
    (mut found, kind): (Vec<Usable>, Option<OfferKind>),
    id: IncidentId,
) -> Result<Vec<OfferChoice>, Problem> {
    let snapshot = app.search.current().ok_or(BorrowingError::NotReady)?;
    let labels = Labels::of(app, &snapshot, frame.language);
    found.retain(|one| kind.is_none_or(|kind| one.offer.content.what.kind() == kind));
    let choice = |one: &Usable| OfferChoice {
        card: usable_card(&labels, one),
        href: format!("{}/{}", town_path(id), one.offer.id),
    };
    Ok(found.iter().map(choice).collect())
}

/// One kind, or all.
fn kinds(frame: &Frame, chosen: Option<OfferKind>, id: IncidentId) -> Vec<OfferFilter> {
    let kinds = OfferKind::VARIANTS.iter().copied();
    let filter = |kind: OfferKind| {
        let is_chosen = chosen == Some(kind);
        let path = town_path(id);
        let value: &str = kind.into();
        OfferFilter {
            link: Link {
                label: kind_words(kind).label(frame.language),
                href: if is_chosen {
                    path
                } else {
                    format!("{path}?kind={value}")
                },
            },
            is_chosen,
        }
    };
    kinds.map(filter).collect()
}
