//! `/verwaltung/zustellung`: messages and other work that failed for good, and how the channels do.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use web::Notice;
use web::pages::{ChannelName, ChannelRow, ChannelState, DeliveriesPage, FailedJobRow};

use crate::access::Permit;
use crate::access::action::KeepDeliveries;
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::{PathId, Problem};
use crate::ids::JobId;
use crate::jobs::{self, KeepError};
use crate::notifications::{self, Channel, ChannelHealth};
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
    let health = notifications::channel_health(&app.db, &permit, &app.post).await?;
    let channels = health
        .into_iter()
        .filter(|health| health.channel != Channel::Drop || health.is_set_up)
        .map(|health| channel_row(health, |at| moment(at, now, language)))
        .collect();
    let given_up = jobs::given_up(&app.db, &permit).await?;
    let rows = given_up.into_iter().map(|job| FailedJobRow {
        id: job.id.to_string(),
        kind: job.kind,
        at: moment(job.at, now, language),
        tries: u32::try_from(job.tries).unwrap_or_default(),
        is_refused: job.failure == notifications::REFUSED,
    });
    Ok(Html::new(DeliveriesPage {
        channels,
        rows: rows.collect(),
        frame,
    }))
}

fn channel_row(health: ChannelHealth, moment: impl Fn(Instant) -> String) -> ChannelRow {
    let state = match (health.is_set_up, health.is_failing()) {
        (false, _) => ChannelState::NotSetUp,
        (true, true) => ChannelState::Failing,
        (true, false) if health.last_success.is_none() => ChannelState::Unused,
        (true, false) => ChannelState::Working,
    };
    let ChannelHealth {
        channel,
        is_set_up: _,
        last_success,
        last_failure,
        sent,
        failed,
    } = health;
    ChannelRow {
        name: match channel {
            Channel::Mail => ChannelName::Mail,
            Channel::Sms => ChannelName::Sms,
            Channel::Voice => ChannelName::Voice,
            Channel::Webhook => ChannelName::Webhook,
            Channel::Drop => ChannelName::Drop,
        },
        state,
        sent,
        failed,
        last_success: last_success.map(&moment),
        last_failure: last_failure.map(&moment),
    }
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
