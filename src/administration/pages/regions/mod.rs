//! `/verwaltung/gebiete`: the places of Germany, and the official file that makes them current.

mod words;

use std::collections::HashMap;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use uuid::Uuid;
use web::pages::{GoneRow, RegionCounts, RegionImportPage, RegionsPage, RegionsProblem};
use web::{Frame, Notice};

use self::words::{presumed_by, told, trouble};
use super::form::Sent;
use crate::access::Permit;
use crate::access::action::KeepRegions;
use crate::app::AppState;
use crate::http::{FormBody, PathText, Problem, Upload};
use crate::pages::{Html, LocalPath, Visitor, day, moment, place_name, redirect, say_next};
use crate::reference::{
    self, Choices, Gone, Level, Outcome, Pending, PlacesEdition, PlacesError, Plan, Reference,
    SuccessorProblem,
};

const PATH: &str = "/verwaltung/gebiete";
/// Places listed of each kind; the counts say how many there are.
const LISTED: usize = 50;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/verwaltung/gebiete", get(show).post(send))
        .route("/verwaltung/gebiete/{datei}", get(compare).post(apply))
        .route("/verwaltung/gebiete/{datei}/verwerfen", post(discard))
}

async fn show(
    _: Permit<KeepRegions>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Html<RegionsPage> {
    Html::new(page(&app.reference, frame, None))
}

async fn send(
    permit: Permit<KeepRegions>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    upload: Upload,
) -> Result<Response, Problem> {
    let problem = if upload.file.is_empty() {
        RegionsProblem::None
    } else {
        match reference::keep_file(&app.db, &permit, upload.file.to_vec()).await {
            Ok(id) => return Ok(redirect(&LocalPath::or_start(&path_of(id)))),
            Err(error) => told(error, frame.language)?,
        }
    };
    let page = page(&app.reference, frame, Some(problem));
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn compare(
    permit: Permit<KeepRegions>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(id): PathText,
) -> Result<Response, Problem> {
    let id = id_of(&id)?;
    match reference::pending_official(&app.db, &permit, id).await {
        Ok(pending) => {
            Ok(Html::new(import_page(&app, frame, (id, &pending), None)).into_response())
        }
        Err(error) => overtaken(&app, frame, error),
    }
}

async fn apply(
    permit: Permit<KeepRegions>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(id): PathText,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (id, sent) = (id_of(&id)?, Sent(sent));
    let mut pending = match reference::pending_official(&app.db, &permit, id).await {
        Ok(pending) => pending,
        Err(error) => return overtaken(&app, frame, error),
    };
    let (choices, mut problems) = read(&pending, &sent);
    if problems.is_empty() {
        match reference::apply_pending(&app.db, &permit, (id, choices)).await {
            Ok(Outcome::Applied(_)) => return Ok(said(Notice::RegionsImported)),
            Ok(Outcome::Nothing) => return Ok(said(Notice::RegionsUnchanged)),
            // Another file was faster: what is gone now is asked for anew.
            Err(PlacesError::Unsettled(_)) => {
                pending = reference::pending_official(&app.db, &permit, id).await?;
                (_, problems) = read(&pending, &sent);
            }
            Err(error) => return overtaken(&app, frame, error),
        }
    }
    let page = import_page(&app, frame, (id, &pending), Some((&sent, &problems)));
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn discard(
    permit: Permit<KeepRegions>,
    State(app): State<AppState>,
    PathText(id): PathText,
) -> Result<Response, Problem> {
    reference::discard_official(&app.db, &permit, id_of(&id)?).await?;
    Ok(said(Notice::RegionsDiscarded))
}

fn path_of(id: Uuid) -> String {
    format!("{PATH}/{id}")
}

fn id_of(text: &str) -> Result<Uuid, Problem> {
    let id = text.parse();
    id.map_err(|_| Problem::not_found("no such file waits"))
}

fn said(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(PATH));
    say_next(&mut response, notice);
    response
}

/// A file that could be read when it was sent, and cannot be taken over any more.
fn overtaken(app: &AppState, frame: Frame, error: PlacesError) -> Result<Response, Problem> {
    let problem = told(error, frame.language)?;
    let page = page(&app.reference, frame, Some(problem));
    Ok(Html::with_status(page, StatusCode::CONFLICT).into_response())
}

type Problems = HashMap<String, SuccessorProblem>;

/// What took over each place that is gone, or what is wrong with what was typed.
fn read(pending: &Pending, sent: &Sent) -> (Choices, Problems) {
    let (mut choices, mut problems) = (Choices::new(), Problems::new());
    for gone in &pending.plan.gone {
        let field = GoneRow::field_of(gone.ags.as_str());
        match reference::successor(&pending.file, gone, sent.text(&field)) {
            Ok(ags) => _ = choices.insert(gone.ags, ags),
            Err(problem) => _ = problems.insert(field, problem),
        }
    }
    (choices, problems)
}

fn page(reference: &Reference, frame: Frame, problem: Option<RegionsProblem>) -> RegionsPage {
    let regions = &reference.regions;
    let edition = regions.edition();
    RegionsPage {
        state: edition.map_or_else(String::new, |edition| day(edition.state(), frame.language)),
        is_official: edition.is_some_and(PlacesEdition::is_official),
        kreise: regions.at_level(Level::Kreis).count(),
        gemeinden: regions.at_level(Level::Gemeinde).count(),
        retired: regions.retired_count(),
        problem,
        frame,
    }
}

fn import_page(
    app: &AppState,
    frame: Frame,
    (id, pending): (Uuid, &Pending),
    refused: Option<(&Sent, &Problems)>,
) -> RegionImportPage {
    let language = frame.language;
    let Plan {
        installed,
        state,
        new,
        renamed,
        redesignated,
        regrouped,
        repopulated,
        gone,
    } = &pending.plan;
    let named = new.iter().map(|new| format!("{} {}", new.ags, new.name));
    let renamed_rows = renamed.iter().map(|renamed| {
        (
            renamed.ags.to_string(),
            renamed.from.clone(),
            renamed.to.clone(),
        )
    });
    RegionImportPage {
        path: path_of(id),
        installed: day(*installed, language),
        state: day(*state, language),
        until: moment(pending.expires_at, app.db.clock().now(), language),
        new: named.take(LISTED).collect(),
        renamed: renamed_rows.take(LISTED).collect(),
        counts: RegionCounts {
            new: new.len(),
            renamed: renamed.len(),
            redesignated: *redesignated,
            regrouped: *regrouped,
            repopulated: *repopulated,
        },
        gone: gone
            .iter()
            .map(|gone| row(&app.reference, gone, refused))
            .collect(),
        frame,
    }
}

fn row(reference: &Reference, gone: &Gone, refused: Option<(&Sent, &Problems)>) -> GoneRow {
    let field = GoneRow::field_of(gone.ags.as_str());
    let proposed = gone.proposal.as_ref();
    let proposed_text =
        || proposed.map_or_else(String::new, |found| format!("{} {}", found.ags, found.name));
    let region = reference.regions.get(gone.ags);
    GoneRow {
        ags: gone.ags.to_string(),
        name: region.map_or_else(|| gone.name.clone(), |region| place_name(reference, region)),
        text: refused.map_or_else(proposed_text, |(sent, _)| sent.text(&field).to_owned()),
        reason: proposed.map(|found| presumed_by(found.reason)),
        problem: refused
            .and_then(|(_, problems)| problems.get(&field))
            .map(|problem| trouble(*problem)),
    }
}
