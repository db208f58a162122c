//! `/organisation/import`: the four steps for people.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use web::Frame;
use web::pages::{ImportPage, ImportStartPage, RecentImport};

use super::api::csv;
use super::model::{Choice, ImportError};
use super::rejected::rejected;
use super::service::{Desk, organisation};
use super::show;
use crate::access::Permit;
use crate::access::action::{ImportExperts, ReadOrganisation};
use crate::app::AppState;
use crate::http::{FormBody, PathId, Problem, Upload};
use crate::ids::{ImportId, OrganisationId};
use crate::organisations;
use crate::pages::{Html, LocalPath, Visitor, moment, redirect};

const PATH: &str = "/organisation/import";

/// Routes of this concern.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/organisation/import", get(start).post(upload))
        .route("/organisation/import/{import_id}", get(show_one))
        .route("/organisation/import/{import_id}/fehler.csv", get(download))
        .route("/organisation/import/{import_id}/uebernehmen", post(apply))
        .route("/organisation/import/{import_id}/rueckgaengig", post(undo))
        .route("/organisation/import/{import_id}/verwerfen", post(discard))
}

async fn start(
    permit: Permit<ImportExperts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<ImportStartPage>, Problem> {
    let page = start_page(&app, &permit, frame).await?;
    Ok(Html::new(page))
}

async fn upload(
    permit: Permit<ImportExperts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    upload: Upload,
) -> Result<Response, Problem> {
    let problem = if upload.file.is_empty() {
        web::pages::FileProblem::None
    } else {
        let whose = (own(&permit)?, permit.actor());
        match Desk::of(&app)
            .upload(whose, upload.file.to_vec(), None)
            .await
        {
            Ok(id) => return Ok(to(id)),
            Err(ImportError::File(problem)) => show::file_problem(problem),
            Err(error) => return Err(error.into()),
        }
    };
    let mut page = start_page(&app, &permit, frame).await?;
    page.problem = Some(problem);
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn show_one(
    permit: Permit<ImportExperts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ImportId>,
) -> Result<Html<ImportPage>, Problem> {
    let desk = Desk::of(&app);
    let import = desk.find(permit.scope(), id).await?;
    let report = desk.report(id).await?;
    let until = moment(import.expires_at, app.db.clock().now(), frame.language);
    Ok(Html::new(show::page(
        (frame, format!("{PATH}/{id}"), until),
        import,
        report,
    )))
}

async fn download(
    permit: Permit<ImportExperts>,
    visitor: Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ImportId>,
) -> Result<Response, Problem> {
    let desk = Desk::of(&app);
    desk.find(permit.scope(), id).await?;
    let sheet = desk.sheet(id).await?.ok_or(ImportError::NotFound)?;
    let report = desk.report(id).await?;
    Ok(csv(
        "kataster-fehler.csv",
        rejected(&sheet, &report.errors, visitor.language()),
    ))
}

#[derive(Deserialize)]
struct ApplyForm {
    #[serde(default)]
    auswahl: String,
}

async fn apply(
    permit: Permit<ImportExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<ImportId>,
    FormBody(form): FormBody<ApplyForm>,
) -> Result<Response, Problem> {
    let desk = Desk::of(&app);
    let import = desk.find(permit.scope(), id).await?;
    let choice = if form.auswahl == "fehlerfreie" {
        Choice::WithoutErrors
    } else {
        Choice::All
    };
    match desk.apply(&import, (choice, permit.actor())).await {
        // The page says how it stands: applied by somebody faster, or checked again.
        Ok(()) | Err(ImportError::NotNow | ImportError::Overtaken | ImportError::HasErrors(_)) => {
            Ok(to(id))
        }
        Err(error) => Err(error.into()),
    }
}

async fn undo(
    permit: Permit<ImportExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<ImportId>,
) -> Result<Response, Problem> {
    let desk = Desk::of(&app);
    let import = desk.find(permit.scope(), id).await?;
    match desk.undo(&import, permit.actor()).await {
        Ok(()) | Err(ImportError::NotNow) => Ok(to(id)),
        Err(error) => Err(error.into()),
    }
}

async fn discard(
    permit: Permit<ImportExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<ImportId>,
) -> Result<Response, Problem> {
    let desk = Desk::of(&app);
    desk.find(permit.scope(), id).await?;
    desk.discard(id, permit.actor()).await?;
    Ok(redirect(&LocalPath::or_start(PATH)))
}

fn to(id: ImportId) -> Response {
    redirect(&LocalPath::or_start(&format!("{PATH}/{id}")))
}

/// The first organisation somebody manages, as on the other pages.
fn own(permit: &Permit<ImportExperts>) -> Result<OrganisationId, ImportError> {
    organisation(
        permit.scope(),
        permit.scope().organisations().first().copied(),
    )
}

async fn start_page(
    app: &AppState,
    permit: &Permit<ImportExperts>,
    frame: Frame,
) -> Result<ImportStartPage, Problem> {
    let id = own(permit)?;
    let name = match permit.also::<ReadOrganisation>() {
        Some(permit) => organisations::show(&app.db, &app.reference, &permit, id)
            .await
            .map_or_else(|_| String::new(), |(organisation, _)| organisation.name),
        None => String::new(),
    };
    let now = app.db.clock().now();
    let recent = Desk::of(app)
        .list(id)
        .await?
        .into_iter()
        .map(|import| RecentImport {
            href: format!("{PATH}/{}", import.id),
            moment: moment(import.created_at, now, frame.language),
            rows: import.rows,
            state: show::state(import.state),
        });
    Ok(ImportStartPage {
        organisation: name,
        problem: None,
        recent: recent.collect(),
        frame,
    })
}
