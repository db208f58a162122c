//! `/bereitschaft`: who is on duty, and where nobody is.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use chrono::NaiveDateTime;
use web::pages::{
    CalendarLink, CalendarLinkPage, DutySeat as PageSeat, DutyTake, GapRow, RosterPage,
    ShiftProblem, ShiftRow,
};
use web::parts::Filled;
use web::{Frame, Language, Notice};

use super::model::{Duty, DutySeat, Gap, Shift};
use super::service::{self, Roster, RosterError};
use crate::access::Permit;
use crate::access::action::{KeepCalendar, KeepRoster, ReadRoster, TakeDuty};
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{AccountId, ShiftId};
use crate::input::FieldError;
use crate::pages::{Html, LocalPath, Parameters, Visitor, day, moment, redirect, say_next};

const PATH: &str = "/bereitschaft";
/// Fields of the form.
const FIELDS: [&str; 4] = ["konto", "platz", "von", "bis"];

/// Routes of these pages.
pub(in crate::incidents) fn routes() -> Router<AppState> {
    Router::new()
        .route("/bereitschaft", get(show).post(add))
        .route("/bereitschaft/uebernahme", post(take))
        .route("/bereitschaft/schichten/{shift_id}/entfernen", post(remove))
        .route("/bereitschaft/kalender", post(make_calendar))
        .route("/bereitschaft/kalender/widerrufen", post(revoke_calendar))
}

async fn show(
    permit: Permit<ReadRoster>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<RosterPage>, Problem> {
    let page = page(&app, &permit, (frame, Filled::default())).await?;
    Ok(Html::new(page))
}

async fn add(
    permit: Permit<KeepRoster>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let problems = match duty(&sent) {
        Err(problems) => problems,
        Ok(duty) => match service::add(&app.db, &permit, duty).await {
            Ok(()) => return Ok(said(Notice::ShiftAdded)),
            Err(RosterError::Invalid(errors)) => errors.iter().filter_map(problem).collect(),
            Err(error) => return Err(error.into()),
        },
    };
    let language = frame.language;
    let value = |name| (name, sent.first(name).unwrap_or_default().to_owned());
    let form = Filled {
        values: FIELDS.map(value).to_vec(),
        problems: problems
            .into_iter()
            .map(|problem| problem.said(language))
            .collect(),
    };
    let reads = permit.also::<ReadRoster>();
    let reads = reads.ok_or_else(|| Problem::forbidden("you may not read this"))?;
    let page = page(&app, &reads, (frame, form)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// A shift as the form names it, or all that is wrong with it.
fn duty(fields: &Parameters) -> Result<Duty, Vec<ShiftProblem>> {
    let at = |name| {
        let local = NaiveDateTime::parse_from_str(fields.first(name)?, "%Y-%m-%dT%H:%M").ok()?;
        Instant::of_berlin(local)
    };
    let account = fields.parsed::<AccountId>("konto");
    let seat = fields.parsed::<DutySeat>("platz");
    let (from, until) = (at("von"), at("bis"));
    if let (Some(account), Some(seat), Some(from), Some(until)) = (account, seat, from, until) {
        return Ok(Duty {
            account,
            seat,
            from,
            until,
        });
    }
    let missing = [
        (account.is_none(), ShiftProblem::Account),
        (seat.is_none(), ShiftProblem::Seat),
        (from.is_none(), ShiftProblem::From),
        (until.is_none(), ShiftProblem::Until),
    ];
    let missing = missing.into_iter().filter(|(is_missing, _)| *is_missing);
    Err(missing.map(|(_, problem)| problem).collect())
}

/// What is wrong with the shift that was sent, the first of the plan; that another one does not fit it says the same.
fn problem(error: &FieldError) -> Option<ShiftProblem> {
    if !error.pointer.starts_with("/shifts/0") {
        return None;
    }
    Some(match error.code.as_str() {
        "order" => ShiftProblem::Order,
        "past" => ShiftProblem::Past,
        "long" => ShiftProblem::TooLong,
        "late" => ShiftProblem::TooFar,
        "seat_taken" => ShiftProblem::SeatTaken,
        "twice" => ShiftProblem::Twice,
        _ => ShiftProblem::Account,
    })
}

async fn remove(
    permit: Permit<KeepRoster>,
    State(app): State<AppState>,
    PathId(id): PathId<ShiftId>,
) -> Result<Response, Problem> {
    service::remove(&app.db, &permit, id).await?;
    Ok(said(Notice::ShiftRemoved))
}

async fn take(permit: Permit<TakeDuty>, State(app): State<AppState>) -> Result<Response, Problem> {
    service::take(&app.db, &permit).await?;
    Ok(said(Notice::DutyTaken))
}

/// The address is in this answer and never again, so there is no redirect.
async fn make_calendar(
    permit: Permit<KeepCalendar>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<CalendarLinkPage>, Problem> {
    let asked = (&permit, frame.language.code());
    let token = experts::make_calendar(&app.db, &app.keyring, asked).await?;
    let link = app.site.link(&format!("/kalender/{}.ics", token.reveal()));
    Ok(Html::new(CalendarLinkPage {
        frame,
        link,
        is_of_desk: true,
    }))
}

async fn revoke_calendar(
    permit: Permit<KeepCalendar>,
    State(app): State<AppState>,
) -> Result<Response, Problem> {
    experts::revoke_calendar(&app.db, &permit).await?;
    Ok(said(Notice::CalendarRevoked))
}

/// Back on the page, with a message.
fn said(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(PATH));
    say_next(&mut response, notice);
    response
}

async fn page(
    app: &AppState,
    permit: &Permit<ReadRoster>,
    (frame, form): (Frame, Filled),
) -> Result<RosterPage, Problem> {
    let roster = service::show(&app.db, &app.keyring, permit).await?;
    let (now, language) = (roster.now, frame.language);
    let taking = permit.also::<TakeDuty>();
    let take = taking.map(|permit| take_state(&roster, permit.caller().account));
    let calendar = match permit.also::<KeepCalendar>().filter(|_| take.is_some()) {
        Some(keeps) => Some(CalendarLink {
            since: experts::calendar_since(&app.db, &keeps)
                .await?
                .map(|since| day(since.date(), language)),
        }),
        None => None,
    };
    let shown = (now, language);
    let rows = roster.shifts.iter().map(|shift| row(&roster, shift, shown));
    let shifts = rows.collect();
    let gaps = roster.gaps.iter().map(|gap| gap_row(*gap, shown)).collect();
    let ran_out = roster.ran_out.map(|at| day(at.date(), language));
    let people = roster.people.into_iter();
    let mut people: Vec<_> = people.map(|(id, email)| (id.to_string(), email)).collect();
    people.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(RosterPage {
        shifts,
        gaps,
        ran_out,
        take,
        people,
        form,
        calendar,
        frame,
    })
}

fn take_state(roster: &Roster, account: AccountId) -> DutyTake {
    let is_first = |shift: &Shift| {
        let duty = shift.duty;
        duty.account == account && duty.seat == DutySeat::Primary && duty.is_at(roster.now)
    };
    if roster.shifts.iter().any(is_first) {
        return DutyTake::Own;
    }
    DutyTake::Free
}

fn row(
    roster: &Roster,
    Shift { id, duty }: &Shift,
    (now, language): (Instant, Language),
) -> ShiftRow {
    ShiftRow {
        id: id.to_string(),
        seat: seat(duty.seat),
        who: roster
            .people
            .get(&duty.account)
            .cloned()
            .unwrap_or_default(),
        from: moment(duty.from, now, language),
        until: moment(duty.until, now, language),
        is_now: duty.is_at(now),
    }
}

fn gap_row(
    Gap {
        seat: of,
        from,
        until,
    }: Gap,
    (now, language): (Instant, Language),
) -> GapRow {
    GapRow {
        seat: seat(of),
        from: moment(from, now, language),
        until: moment(until, now, language),
    }
}

fn seat(seat: DutySeat) -> PageSeat {
    match seat {
        DutySeat::Primary => PageSeat::Primary,
        DutySeat::Deputy => PageSeat::Deputy,
        DutySeat::Third => PageSeat::Third,
    }
}
