//! `/verwaltung/zustellung`: messages and other work that failed for good.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use web::Notice;
use web::pages::{DeliveriesPage, FailedJobRow};

use crate::access::Permit;
use crate::access::action::KeepDeliveries;
use crate::app::AppState;
use crate::http::{PathId, Problem};
use crate::ids::JobId;
use crate::jobs::{self, KeepError};
use crate::notifications;
use crate::pages::{Html, LocalPath, Visitor, moment, redirect, say_next};

const PATH: &str = "/verwaltung/zustellung";

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/verwaltung/zustellung", get(show))
        .route("/verwaltung/zustellung/{job_id}/nochmal", post(begin_anew))
        .route("/verwaltung/zustellung/{job_id}/verwerfen", post(drop_one))
}

async fn show(
    permit: Permit<KeepDeliveries>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<DeliveriesPage>, Problem> {
    let now = app.db.clock().now();
    let language = frame.language;
    let given_up = jobs::given_up(&app.db, &permit).await?;
    let rows = given_up.into_iter().map(|job| FailedJobRow {
        id: job.id.to_string(),
        kind: job.kind,
        at: moment(job.at, now, language),
        tries: u32::try_from(job.tries).unwrap_or_default(),
        is_refused: job.failure == notifications::REFUSED,
    });
    Ok(Html::new(DeliveriesPage {
        rows: rows.collect(),
        frame,
    }))
}

async fn begin_anew(
    permit: Permit<KeepDeliveries>,
    State(app): State<AppState>,
    PathId(id): PathId<JobId>,
) -> Result<Response, Problem> {
    jobs::begin_anew(&app.db, &permit, id).await?;
    Ok(said(Notice::JobBegunAnew))
}

async fn drop_one(
    permit: Permit<KeepDeliveries>,
    State(app): State<AppState>,
    PathId(id): PathId<JobId>,
) -> Result<Response, Problem> {
    jobs::drop_one(&app.db, &permit, id).await?;
    Ok(said(Notice::JobDropped))
}

fn said(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(PATH));
    say_next(&mut response, notice);
    response
}

impl From<KeepError> for Problem {
    fn from(error: KeepError) -> Self {
        match error {
            KeepError::NotFound => Self::not_found("there is no such job"),
            KeepError::Storage(error) => error.into(),
        }
    }
}
