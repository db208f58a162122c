//! `/verwaltung/warnungen`: who pages through the register.

use std::collections::HashMap;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use web::pages::{AlarmDone, AlarmKind as PageKind, AlarmRow, AlarmsPage};
use web::{Language, Notice};

use super::model::{Alarm, AlarmKind};
use super::service::{self, Page};
use crate::access::action::{AcknowledgeAlarm, ReadAlarms};
use crate::access::{Authentication, Permit, Right};
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::Db;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{AccountId, AlarmId};
use crate::pages::{
    Html, LocalPath, OpenAlarms, Visitor, day, is_page, moment, redirect, role, say_next,
};

const PATH: &str = "/verwaltung/warnungen";
/// Alarms of each sort on the page; the API has the others.
const SHOWN: u64 = 50;
/// Longest note.
const NOTE_LENGTH: usize = 500;

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/verwaltung/warnungen", get(show))
        .route(
            "/verwaltung/warnungen/{alarm_id}/erledigt",
            post(acknowledge),
        )
}

#[derive(Deserialize)]
struct NoteFields {
    #[serde(default)]
    notiz: String,
}

async fn show(
    permit: Permit<ReadAlarms>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<AlarmsPage>, Problem> {
    let part = |is_open| Page {
        is_open: Some(is_open),
        before: None,
        limit: SHOWN,
    };
    let open = service::list(&app.db, &permit, part(true)).await?;
    let done = service::list(&app.db, &permit, part(false)).await?;
    let mut houses = service::houses(&app.db, &permit, &open).await?;
    houses.extend(service::houses(&app.db, &permit, &done).await?);
    let seen = Seen {
        houses: &houses,
        now: app.db.clock().now(),
        language: frame.language,
    };
    Ok(Html::new(AlarmsPage {
        open: open.into_iter().map(|alarm| seen.row(alarm)).collect(),
        done: done.into_iter().map(|alarm| seen.row(alarm)).collect(),
        frame,
    }))
}

async fn acknowledge(
    permit: Permit<AcknowledgeAlarm>,
    State(app): State<AppState>,
    PathId(id): PathId<AlarmId>,
    FormBody(form): FormBody<NoteFields>,
) -> Result<Response, Problem> {
    let note = form.notiz.trim();
    if note.chars().count() > NOTE_LENGTH {
        return Err(Problem::invalid("the note is too long"));
    }
    let note = Some(note).filter(|note| !note.is_empty());
    service::acknowledge(&app.db, &permit, id, note).await?;
    let mut response = redirect(&LocalPath::or_start(PATH));
    say_next(&mut response, Notice::AlarmAcknowledged);
    Ok(response)
}

/// Counts open alarms for the menu of whoever may look after them; a page whose count fails is shown without it.
pub async fn count_open(State(db): State<Db>, mut request: Request, next: Next) -> Response {
    let caller = match request.extensions().get::<Authentication>() {
        Some(Authentication::Caller(caller)) if is_page(request.uri().path()) => Some(caller),
        _ => None,
    };
    let looking = caller.filter(|caller| caller.scope(Right::ReadAlarms).is_some());
    let Some(account) = looking.map(|caller| caller.account) else {
        return next.run(request).await;
    };
    match service::count_open(&db, account).await {
        Ok(open) => _ = request.extensions_mut().insert(OpenAlarms(open)),
        Err(error) => tracing::warn!(
            error = &error as &dyn std::error::Error,
            "open alarms cannot be counted"
        ),
    }
    next.run(request).await
}

/// What alarms are shown with.
struct Seen<'a> {
    houses: &'a HashMap<AccountId, Vec<String>>,
    now: Instant,
    language: Language,
}

impl Seen<'_> {
    fn row(&self, alarm: Alarm) -> AlarmRow {
        let roles = alarm.roles.iter();
        let roles: Vec<String> = roles.map(|held| role(*held).label(self.language)).collect();
        let houses = self.houses.get(&alarm.account);
        let seen = alarm.sighting;
        AlarmRow {
            id: alarm.id.to_string(),
            kind: match seen.kind {
                AlarmKind::Sweep => PageKind::Sweep,
                AlarmKind::Refused => PageKind::Refused,
                AlarmKind::Decoy => PageKind::Decoy,
            },
            account: alarm.account.to_string(),
            roles: roles.join(", "),
            houses: houses.map_or_else(String::new, |houses| houses.join(", ")),
            from: day(seen.from, self.language),
            until: day(seen.until, self.language),
            is_one_day: seen.from == seen.until,
            seen: seen.seen,
            threshold: seen.threshold,
            raised: self.moment(alarm.raised_at),
            done: alarm.acknowledged.map(|done| AlarmDone {
                at: self.moment(done.at),
                by: done.by.to_string(),
                note: done.note,
            }),
        }
    }

    fn moment(&self, at: Instant) -> String {
        moment(at, self.now, self.language)
    }
}
