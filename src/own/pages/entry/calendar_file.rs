//! Absences from a calendar file: it is read into a preview, and what comes back of it is days.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{
    CalendarChoiceProblem, CalendarDoubt, CalendarFilePage, CalendarFileProblem, CalendarFlaw,
    CalendarLeftOut, CalendarMove, CalendarPreviewPage, CalendarRow,
};
use web::{Frame, Language, Notice};

use super::availability::{MOST, path, value};
use super::calendar_choice::{absence, chosen, event, event_value, moved, moved_value};
use super::{Editing, Sent};
use crate::access::Permit;
use crate::access::action::UpdateExpert;
use crate::app::AppState;
use crate::experts::{
    self, Absence, CalendarFileError, CalendarReading, Doubt, FileFault, Flaw, LeftOut,
};
use crate::http::{FormBody, PathId, Problem, Upload};
use crate::ids::ExpertId;
use crate::pages::{Html, Visitor, day, redirect, say_next};

pub(super) async fn show(
    permit: Permit<UpdateExpert>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Html<CalendarFilePage>, Problem> {
    let entry = Editing::load(&app, &permit, id).await?.frame();
    Ok(Html::new(CalendarFilePage {
        frame,
        entry,
        problem: None,
    }))
}

/// The preview is the answer to the file: nothing is kept that it could be made from again.
pub(super) async fn preview(
    permit: Permit<UpdateExpert>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    upload: Upload,
) -> Result<Response, Problem> {
    let editing = Editing::load(&app, &permit, id).await?;
    let problem = if upload.file.is_empty() {
        CalendarFileProblem::None
    } else {
        let file = (id, upload.file.into());
        match experts::read_calendar_file((&app.db, &*app.keyring), &permit, file).await {
            Ok(reading) => {
                let mut availability = editing.entry.availability.clone();
                availability.forget_ended(app.db.clock().now().date());
                let lasting = availability.absences.len();
                let page = page(frame, &editing, (reading, lasting));
                return Ok(Html::new(page).into_response());
            }
            Err(CalendarFileError::File(fault)) => file_problem(fault),
            Err(error) => return Err(error.into()),
        }
    };
    let page = CalendarFilePage {
        frame,
        entry: editing.frame(),
        problem: Some(problem),
    };
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// Why the availability is not changed.
enum Refused {
    /// It says so already.
    Same,
    Choice(CalendarChoiceProblem),
}

pub(super) async fn take(
    permit: Permit<UpdateExpert>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Sent(sent);
    let choice = chosen(&sent);
    let changed = experts::change_with_events(&app.db, &permit, id, |availability, events| {
        let choice = choice.ok_or(Refused::Choice(CalendarChoiceProblem::NoDays))?;
        if choice.is_empty() {
            return Err(Refused::Choice(CalendarChoiceProblem::None));
        }
        let held = (availability.absences.clone(), events.clone());
        let absences = &mut availability.absences;
        experts::take_over_calendar(absences, events, &choice);
        if (&*absences, &*events) == (&held.0, &held.1) {
            return Err(Refused::Same);
        }
        if absences.len() > MOST {
            return Err(Refused::Choice(CalendarChoiceProblem::TooMany));
        }
        Ok(())
    });
    match changed.await? {
        Ok(_) | Err(Refused::Same) => {
            let mut response = redirect(&path(id));
            say_next(&mut response, Notice::AvailabilitySaved);
            Ok(response)
        }
        Err(Refused::Choice(problem)) => {
            let editing = Editing::load(&app, &permit, id).await?;
            let page = again(frame, &editing, &sent, problem);
            Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
    }
}

/// The preview of what was read.
fn page(
    frame: Frame,
    editing: &Editing,
    (reading, lasting): (CalendarReading, usize),
) -> CalendarPreviewPage {
    let CalendarReading {
        proposed,
        doubtful,
        moved,
        gone,
        events,
        left_out,
        flaws,
        unknown_zones,
    } = reading;
    let language = frame.language;
    let room = MOST.saturating_sub(lasting);
    let (held, new): (Vec<_>, Vec<_>) = proposed.into_iter().partition(|days| days.is_held);
    let rows = new
        .into_iter()
        .enumerate()
        .map(|(at, proposed)| CalendarRow {
            titles: proposed.titles.join(", "),
            is_chosen: at < room,
            ..row(proposed.days, language)
        });
    let doubtful = doubtful.into_iter().map(|doubtful| CalendarRow {
        titles: doubtful.title,
        doubt: Some(doubt(doubtful.doubt)),
        ..row(doubtful.days, language)
    });
    let moved = moved.into_iter().map(|moved| CalendarMove {
        value: moved_value(&moved),
        before: words(moved.before, language),
        now: words(moved.event.days, language),
        titles: moved.title,
        doubt: moved.doubt.map(doubt),
        is_chosen: moved.doubt.is_none(),
    });
    let gone = gone.into_iter().map(|gone| CalendarRow {
        value: event_value(gone),
        ..row(gone.days, language)
    });
    CalendarPreviewPage {
        entry: editing.frame(),
        rows: rows.collect(),
        moved: moved.collect(),
        gone: gone.collect(),
        events: events.into_iter().map(event_value).collect(),
        doubtful: doubtful.collect(),
        held: held.iter().map(|held| words(held.days, language)).collect(),
        left_out: Some(left(left_out, flaws)),
        unknown_zones,
        most: MOST,
        problem: None,
        frame,
    }
}

/// What was offered before, with what was ticked; titles were never sent back, so there are none.
fn again(
    frame: Frame,
    editing: &Editing,
    sent: &Sent,
    problem: CalendarChoiceProblem,
) -> CalendarPreviewPage {
    let offered = sent.all("angebot").filter_map(absence);
    let rows = offered.map(|days| CalendarRow {
        is_chosen: sent.has("tage", &value(days)),
        ..row(days, frame.language)
    });
    let language = frame.language;
    let moves = sent.all("verschoben-angebot").filter_map(|text| {
        let (now, before) = moved(text)?;
        Some(CalendarMove {
            value: text.to_owned(),
            before: words(before, language),
            now: words(now.days, language),
            titles: String::new(),
            doubt: None,
            is_chosen: sent.has("verschoben", text),
        })
    });
    let gone = sent.all("weg-angebot").filter_map(|text| {
        Some(CalendarRow {
            value: text.to_owned(),
            is_chosen: sent.has("weg", text),
            ..row(event(text)?.days, language)
        })
    });
    let events = sent.all("termin").filter_map(event);
    CalendarPreviewPage {
        entry: editing.frame(),
        rows: rows.collect(),
        moved: moves.collect(),
        gone: gone.collect(),
        events: events.map(event_value).collect(),
        doubtful: Vec::new(),
        held: Vec::new(),
        left_out: None,
        unknown_zones: Vec::new(),
        most: MOST,
        problem: Some(problem),
        frame,
    }
}

fn row(days: Absence, language: Language) -> CalendarRow {
    CalendarRow {
        value: value(days),
        days: words(days, language),
        titles: String::new(),
        doubt: None,
        is_chosen: false,
    }
}

fn words(days: Absence, language: Language) -> String {
    let (first, last) = (day(days.first_day, language), day(days.last_day, language));
    web::days_from_to(language, &first, &last)
}

fn left(left_out: LeftOut, flaws: Vec<(usize, Flaw)>) -> CalendarLeftOut {
    let LeftOut {
        cancelled,
        short,
        other_time,
        unreadable,
        doubtful,
    } = left_out;
    let flaw = |flaw| match flaw {
        Flaw::Start => CalendarFlaw::Start,
        Flaw::End => CalendarFlaw::End,
        Flaw::Rule => CalendarFlaw::Rule,
        Flaw::Dates => CalendarFlaw::Dates,
        Flaw::Instance => CalendarFlaw::Instance,
    };
    CalendarLeftOut {
        cancelled,
        short,
        other_time,
        unreadable,
        doubtful,
        flaws: flaws
            .into_iter()
            .map(|(line, what)| (line, flaw(what)))
            .collect(),
    }
}

const fn doubt(doubt: Doubt) -> CalendarDoubt {
    match doubt {
        Doubt::Free => CalendarDoubt::Free,
        Doubt::Tentative => CalendarDoubt::Tentative,
        Doubt::Elsewhere => CalendarDoubt::Elsewhere,
    }
}

const fn file_problem(fault: FileFault) -> CalendarFileProblem {
    match fault {
        FileFault::Empty => CalendarFileProblem::Empty,
        FileFault::NoCalendar => CalendarFileProblem::NoCalendar,
        FileFault::NoEvents => CalendarFileProblem::NoEvents,
        FileFault::Encoding(line) => CalendarFileProblem::Encoding(line),
        FileFault::LineTooLong(line) => CalendarFileProblem::LineTooLong(line),
        FileFault::Broken(line) | FileFault::Nesting(line) => CalendarFileProblem::Broken(line),
        FileFault::Incomplete => CalendarFileProblem::Incomplete,
        FileFault::TooManyEvents => CalendarFileProblem::TooMany,
        FileFault::TooMuch => CalendarFileProblem::TooMuch,
    }
}
