//! The own calendar: its secret address is made, shown once and revoked; `/kalender/{token}` is what programs ask for.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use web::pages::CalendarLinkPage;
use web::{Language, Notice};

use crate::access::Permit;
use crate::access::action::KeepCalendar;
use crate::accounts::Secret;
use crate::app::AppState;
use crate::experts::{self, CalendarError, CalendarWords};
use crate::http::{ClientAddress, PathText, Problem};
use crate::incidents;
use crate::pages::{Html, LocalPath, Visitor, redirect, say_next};

const FILE: &str = ".ics";

/// The address is in this answer and never again, so there is no redirect.
pub(super) async fn make(
    permit: Permit<KeepCalendar>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<CalendarLinkPage>, Problem> {
    let asked = (&permit, frame.language.code());
    let token = experts::make_calendar(&app.db, &app.keyring, asked).await?;
    let link = app
        .site
        .link(&format!("/kalender/{}{FILE}", token.reveal()));
    Ok(Html::new(CalendarLinkPage {
        frame,
        link,
        is_of_desk: false,
    }))
}

pub(super) async fn revoke(
    permit: Permit<KeepCalendar>,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    experts::revoke_calendar(&app.db, &permit).await?;
    let mut response = redirect(&LocalPath::or_start("/verfuegbarkeit"));
    say_next(&mut response, Notice::CalendarRevoked);
    Ok(response)
}

pub(super) async fn show(
    State(app): State<AppState>,
    ClientAddress(from): ClientAddress,
    PathText(text): PathText,
) -> Result<Response, Problem> {
    let token = text.strip_suffix(FILE).map(str::parse::<Secret>);
    let Some(Ok(token)) = token else {
        return Err(CalendarError::NotFound.into());
    };
    let calendar = experts::calendar(&app.db, &app.keyring, (&token, from)).await?;
    let language = Language::from_code(&calendar.language).unwrap_or(Language::German);
    let seats = web::duty_titles(language);
    let duty = incidents::duty_calendar(&app.db, calendar.account, seats).await?;
    if calendar.events.is_none() && duty.is_none() {
        return Err(CalendarError::NotFound.into());
    }
    let events = [calendar.events, duty].into_iter().flatten().flatten();
    let events: Vec<_> = events.collect();
    let [name, absence, on_call, deployment] = web::calendar_words(language);
    let words = CalendarWords {
        name,
        absence,
        on_call,
        deployment,
    };
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        // The address is the key: only who asked keeps what came.
        (header::CACHE_CONTROL, "private, max-age=900"),
        (
            header::CONTENT_DISPOSITION,
            "inline; filename=\"verfuegbarkeit.ics\"",
        ),
    ];
    Ok((headers, experts::render_calendar(&events, &words)).into_response())
}

impl From<CalendarError> for Problem {
    fn from(error: CalendarError) -> Self {
        match error {
            CalendarError::NotFound => Self::not_found("there is no such calendar"),
            CalendarError::TooMany(seconds) => {
                Self::too_many_requests("too many attempts: wait a little")
                    .retry_after(u32::try_from(seconds).unwrap_or(u32::MAX))
            }
            CalendarError::Storage(error) => error.into(),
        }
    }
}
