//! What is settled before the first touch: a section of the page of a deployment, and pages behind links.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use web::pages::{HelpReadinessPage, ReadinessView};
use web::{Frame, Language, Notice};

use super::words;
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::accounts::Secret;
use crate::app::AppState;
use crate::db::Actor;
use crate::experts;
use crate::http::{FormBody, PathId, PathText, PathUnder, Problem};
use crate::ids::DeploymentId;
use crate::incidents::deployments::Deployment;
use crate::incidents::pages::requests::lead;
use crate::incidents::pages::status::link;
use crate::incidents::readiness::{self, ReadinessError, Seen, Tick};
use crate::incidents::requests;
use crate::incidents::store as incidents;
use crate::pages::{Html, LocalPath, Visitor, redirect};

/// What whoever ticks means by yes.
const YES: &str = "ja";

#[derive(Deserialize)]
pub(super) struct TickFields {
    #[serde(default)]
    haken: String,
    #[serde(default)]
    erledigt: String,
}

impl TickFields {
    fn read(&self) -> Result<(Tick, bool), Problem> {
        let tick = self.haken.parse::<Tick>();
        let tick = tick.map_err(|_| Problem::invalid("there is no such tick"))?;
        Ok((tick, self.erledigt == YES))
    }
}

/// The section of the page of a deployment.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents::pages) async fn section(
    app: &AppState,
    (deployment, may_tick): (&Deployment, bool),
    language: Language,
) -> Result<ReadinessView, Problem> {
    let action = format!("/einsaetze/{}/handgriff", deployment.id);
    let may_tick = may_tick && readiness::is_changed_still(deployment);
    view(app, (deployment, may_tick.then_some(action)), language).await
}

async fn view(
    app: &AppState,
    (deployment, action): (&Deployment, Option<String>),
    language: Language,
) -> Result<ReadinessView, Problem> {
    let all = readiness::ticked(&app.db, deployment).await?;
    let at = (app.db.clock().now(), language);
    Ok(words::readiness(&all, action, at))
}

/// Ticks, or takes a tick back.
pub(super) async fn set(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(form): FormBody<TickFields>,
) -> Result<Response, Problem> {
    let said = form.read()?;
    let seen = readiness::seen(&app.db, &permit, id).await?;
    let path = format!("/einsaetze/{id}");
    match readiness::set_tick(&app.db, (&seen, permit.actor()), said).await {
        Ok(_) => Ok(lead(&path, Notice::ReadinessSaved)),
        Err(ReadinessError::Over) => Ok(lead(&path, Notice::RequestMovedOn)),
        Err(error) => Err(error.into()),
    }
}

/// To whoever has the link of a status page.
pub(super) async fn show_to_town(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathUnder(text, id): PathUnder<DeploymentId>,
) -> Result<Html<HelpReadinessPage>, Problem> {
    let seen = readiness::seen_by_town(&requests::desk(&app), &link(&text)?, id).await?;
    let back = format!("/hilfe/{text}");
    let path = format!("{back}/einsaetze/{id}/handgriff");
    page(&app, frame, (&seen, back, path)).await
}

/// A tick by whoever has the link of a status page: it says nothing of anybody, and shows on both sides.
pub(super) async fn set_by_town(
    State(app): State<AppState>,
    PathUnder(text, id): PathUnder<DeploymentId>,
    FormBody(form): FormBody<TickFields>,
) -> Result<Response, Problem> {
    let seen = readiness::seen_by_town(&requests::desk(&app), &link(&text)?, id).await?;
    let path = format!("/hilfe/{text}/einsaetze/{id}/handgriff");
    set_by_link(&app, &seen, (&form, &path)).await
}

/// To whoever is committed, by the link of their answer.
pub(super) async fn show_to_expert(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Html<HelpReadinessPage>, Problem> {
    let link: Secret = link(&text)?;
    let seen = readiness::seen_by_expert(&requests::desk(&app), &link).await?;
    let path = format!("/a/{text}/handgriff");
    page(&app, frame, (&seen, format!("/a/{text}"), path)).await
}

/// A tick by whoever is committed.
pub(super) async fn set_by_expert(
    State(app): State<AppState>,
    PathText(text): PathText,
    FormBody(form): FormBody<TickFields>,
) -> Result<Response, Problem> {
    let seen = readiness::seen_by_expert(&requests::desk(&app), &link(&text)?).await?;
    let path = format!("/a/{text}/handgriff");
    set_by_link(&app, &seen, (&form, &path)).await
}

/// What came of it shows on the page; of what is over nothing changes.
async fn set_by_link(
    app: &AppState,
    seen: &Seen,
    (form, path): (&TickFields, &str),
) -> Result<Response, Problem> {
    let said = form.read()?;
    match readiness::set_tick(&app.db, (seen, Actor::Service), said).await {
        Ok(_) | Err(ReadinessError::Over) => Ok(redirect(&LocalPath::or_start(path))),
        Err(error) => Err(error.into()),
    }
}

async fn page(
    app: &AppState,
    frame: Frame,
    (seen, back, path): (&Seen, String, String),
) -> Result<Html<HelpReadinessPage>, Problem> {
    let deployment = &seen.deployment;
    let db = app.db.reader();
    let entry = experts::load(db, &[deployment.expert]).await;
    let entry = entry.map_err(ReadinessError::from)?.pop();
    let incident = incidents::by_id(db, deployment.incident).await?;
    let action = readiness::is_changed_still(deployment).then_some(path);
    Ok(Html::new(HelpReadinessPage {
        about: entry.map(|entry| entry.alias).unwrap_or_default(),
        is_drill: incident.is_some_and(|one| one.is_drill),
        back,
        readiness: view(app, (deployment, action), frame.language).await?,
        frame,
    }))
}
