//! `/einsaetze/{id}/zeiten`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{TimeMode as PageMode, TimeProblem, TimeRow, TimesDay, TimesPage, TimesWarning};
use web::parts::Filled;
use web::{Frame, Language, Notice};

use super::time_form::{new, problem, read, stored};
use super::{said, words};
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::app::AppState;
use crate::http::{FormBody, IfMatch, PathId, PathPart, Problem};
use crate::ids::{self, DeploymentId, TimeEntryId};
use crate::incidents::api::kit;
use crate::incidents::costs::{
    self, CostError, DaySum, Seen, TimeEntry, TimeMode, TimeSheet, Times, WarnedOf,
};
use crate::incidents::deployments::Part;
use crate::pages::{Html, Parameters, Visitor, day, moment};

/// Fields of the form.
const FIELDS: [&str; 6] = ["tag", "von", "bis", "pause", "wo", "notiz"];

pub(super) async fn show(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    parameters: Parameters,
) -> Result<Html<TimesPage>, Problem> {
    let seen = costs::seen(&app.db, &permit, id).await?;
    let sheet = costs::times(kit(&app), &seen).await?;
    let named = parameters.parsed::<TimeEntryId>("aendern");
    let entries = sheet.detail.iter().flat_map(|detail| &detail.entries);
    let mut entries = entries.filter(|entry| named == Some(entry.id));
    let changed = entries.next();
    let now = app.db.clock().now();
    let form = changed.map_or_else(|| new(&seen.deployment, now), stored);
    let of = changed.map(|entry| (entry.id.to_string(), entry.version));
    let page = page(&app, &seen, &sheet, (frame, form, of)).await?;
    Ok(Html::new(page))
}

pub(super) async fn save(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let seen = costs::seen(&app.db, &permit, id).await?;
    let changed = sent.parsed::<TimeEntryId>("eintrag");
    let version = sent.parsed::<i32>("stand");
    let entry = changed.unwrap_or_else(|| TimeEntryId(ids::ordered(app.db.clock().now())));
    let (problems, is_conflict) = match read(&sent, entry) {
        Err(problems) => (problems, false),
        Ok(entry) => {
            let of = changed.map(|id| (id, version));
            match keep(&app, &permit, (&seen, entry), of).await {
                Ok(()) => return Ok(said((id, "zeiten"), Notice::TimeSaved)),
                Err(CostError::Version(_)) => (Vec::new(), true),
                Err(CostError::Invalid(errors)) => (errors.iter().map(problem).collect(), false),
                Err(error) => return Err(error.into()),
            }
        }
    };
    let form = again(&sent, &problems, frame.language);
    let sheet = costs::times(kit(&app), &seen).await?;
    // After a conflict it is of the version shown, else still of the one it was filled from.
    let shown = changed.and_then(|id| {
        let version = if is_conflict {
            current(&sheet, id)
        } else {
            version
        };
        Some((id.to_string(), version?))
    });
    let mut page = page(&app, &seen, &sheet, (frame, form, shown)).await?;
    page.is_conflict = is_conflict;
    let status = if is_conflict {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(Html::with_status(page, status).into_response())
}

/// Writes down an entry, or changes the one that is named with the version that was read.
async fn keep(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (seen, entry): (&Seen, TimeEntry),
    changes: Option<(TimeEntryId, Option<i32>)>,
) -> Result<(), CostError> {
    let Some((id, version)) = changes else {
        costs::add_time(kit(app), permit, (seen, entry)).await?;
        return Ok(());
    };
    let read = version.map_or(IfMatch::Other, IfMatch::Version);
    costs::change_time(kit(app), permit, (seen, id), read, |_| entry).await?;
    Ok(())
}

fn again(sent: &Parameters, problems: &[TimeProblem], language: Language) -> Filled {
    let value = |name| (name, sent.first(name).unwrap_or_default().to_owned());
    let problems = problems.iter().map(|problem| problem.said(language));
    Filled {
        values: FIELDS.map(value).to_vec(),
        problems: problems.collect(),
    }
}

fn current(sheet: &TimeSheet, id: TimeEntryId) -> Option<i32> {
    let mut entries = sheet.detail.iter().flat_map(|detail| &detail.entries);
    let found = entries.find(|entry| entry.id == id);
    found.map(|entry| entry.version)
}

pub(super) async fn remove(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathPart(id, entry): PathPart<DeploymentId>,
) -> Result<Response, Problem> {
    let seen = costs::seen(&app.db, &permit, id).await?;
    let entry = entry.parse::<TimeEntryId>();
    let entry = entry.map_err(|_| CostError::NotFound)?;
    costs::remove_time(kit(&app), &permit, (&seen, entry)).await?;
    Ok(said((id, "zeiten"), Notice::TimeRemoved))
}

pub(super) async fn confirm(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Response, Problem> {
    let seen = costs::seen(&app.db, &permit, id).await?;
    costs::confirm_times(kit(&app), &permit, &seen).await?;
    Ok(said((id, "zeiten"), Notice::TimesConfirmed))
}

async fn page(
    app: &AppState,
    seen: &Seen,
    sheet: &TimeSheet,
    (frame, form, changes): (Frame, Filled, Option<(String, i32)>),
) -> Result<TimesPage, Problem> {
    let (now, language) = (app.db.clock().now(), frame.language);
    let detail = sheet.detail.as_ref();
    let days = sheet.days.iter().map(|sum| of_day(*sum, detail, language));
    let total = sheet.days.iter().map(|sum| sum.minutes()).sum();
    let is_open = detail.is_some_and(|detail| detail.is_open);
    let is_confirmed = sheet.confirmed_at.is_some();
    Ok(TimesPage {
        id: seen.deployment.id.to_string(),
        alias: words::alias(&app.db, seen).await?,
        days: days.collect(),
        total: words::duration(total, language),
        has_detail: detail.is_some(),
        confirmed: sheet.confirmed_at.map(|at| moment(at, now, language)),
        can_confirm: seen.takes(&[Part::Employer]) && !is_confirmed && !sheet.days.is_empty(),
        form: is_open.then_some(form),
        changes: changes.filter(|_| is_open),
        is_conflict: false,
        frame,
    })
}

fn of_day(sum: DaySum, detail: Option<&Times>, language: Language) -> TimesDay {
    let places = [
        (PageMode::OnSite, sum.on_site),
        (PageMode::Remote, sum.remote),
        (PageMode::Travel, sum.travel),
    ];
    let places = places.into_iter().filter(|(_, minutes)| *minutes > 0);
    let entries = detail.iter().flat_map(|detail| &detail.entries);
    let entries = entries.filter(|entry| entry.day() == sum.day);
    let warnings = detail.iter().flat_map(|detail| &detail.warnings);
    let warnings = warnings.filter(|warning| warning.day == sum.day);
    TimesDay {
        day: day(sum.day, language),
        hours: words::duration(sum.minutes(), language),
        places: places
            .map(|(mode, minutes)| (mode, words::duration(minutes, language)))
            .collect(),
        warnings: warnings.map(|warning| warned(warning.of)).collect(),
        entries: entries.map(|entry| row(entry, language)).collect(),
    }
}

fn row(entry: &TimeEntry, language: Language) -> TimeRow {
    let (from, until) = (entry.from.time_of_day(), entry.until.time_of_day());
    TimeRow {
        id: entry.id.to_string(),
        span: match language {
            Language::German => format!("{from} bis {until} Uhr"),
            Language::English => format!("{from} to {until}"),
        },
        break_minutes: entry.break_minutes,
        mode: match entry.mode {
            TimeMode::OnSite => PageMode::OnSite,
            TimeMode::Remote => PageMode::Remote,
            TimeMode::Travel => PageMode::Travel,
        },
        note: entry.note.clone(),
    }
}

const fn warned(of: WarnedOf) -> TimesWarning {
    match of {
        WarnedOf::LongDay => TimesWarning::LongDay,
        WarnedOf::ShortRest => TimesWarning::ShortRest,
        WarnedOf::ShortBreak => TimesWarning::ShortBreak,
    }
}
