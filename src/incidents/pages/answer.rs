//! `/a/{token}`: somebody is asked, answers, and sees what becomes of it. Whoever has the link needs no account.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{NaiveDateTime, NaiveTime};
use serde::Deserialize;
use web::pages::{
    AnswerContact, AnswerForm, AnswerNext, AnswerOption, AnswerPage, AnswerProblem, AnswerState,
    HelpWords,
};
use web::{Frame, Language};

use super::answer_steps::steps;
use super::asked::facts;
use super::{times, words};
use crate::accounts::Secret;
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::Actor;
use crate::http::{FormBody, PathText, Problem};
use crate::incidents::deployments::{self, Deployment, DeploymentState, OtherSide, Side};
use crate::incidents::requests::{
    self, AnswerKind, Asked, AskedState, Desk, Given, RequestError, offered, on_site_from,
};
use crate::input::FieldError;
use crate::pages::{Html, LocalPath, Visitor, redirect};

/// That somebody looked is noted; nothing else is done by looking.
pub(super) async fn show(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Html<AnswerPage>, Problem> {
    let asked = requests::asked(&requests::desk(&app), &link(&text)?).await?;
    let stream = format!("/a/{text}/stand");
    let mut page = page(&app, frame, (asked, Typed::default())).await?;
    page.stream = page.is_followed().then_some(stream);
    Ok(Html::new(page))
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct AnswerFields {
    #[serde(default)]
    antwort: String,
    #[serde(default)]
    ab: String,
    #[serde(default)]
    ausgeruht: String,
}

/// The first answer counts: whoever answers again is shown what was said.
pub(super) async fn send(
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    FormBody(form): FormBody<AnswerFields>,
) -> Result<Response, Problem> {
    let (desk, link) = (requests::desk(&app), link(&text)?);
    let problem = if form.antwort == "undo" {
        match requests::undo_by_link(&desk, &link).await {
            Err(RequestError::CannotUndo) => None,
            done => return back(&text, done),
        }
    } else {
        match given(&form, desk.db.clock().now()) {
            Err(problem) => Some(problem),
            Ok(given) => match requests::answer_by_link(&desk, &link, given).await {
                Err(RequestError::Invalid(errors)) => Some(refused(&errors)),
                done => return back(&text, done),
            },
        }
    };
    let status = match problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::CONFLICT,
    };
    let asked = requests::asked(&desk, &link).await?;
    let typed = Typed {
        from: form.ab,
        is_rested: !form.ausgeruht.is_empty(),
        problem,
        is_undo_refused: problem.is_none(),
    };
    let page = page(&app, frame, (asked, typed)).await?;
    Ok(Html::with_status(page, status).into_response())
}

pub(super) fn link(text: &str) -> Result<Secret, Problem> {
    let link = text.parse();
    link.map_err(|_| Problem::not_found("there is no such question"))
}

/// Back on the page, which shows the answer that counts.
fn back(text: &str, done: Result<Asked, RequestError>) -> Result<Response, Problem> {
    match done {
        Ok(_) | Err(RequestError::Answered | RequestError::Expired) => {
            Ok(redirect(&LocalPath::or_start(&format!("/a/{text}"))))
        }
        Err(error) => Err(error.into()),
    }
}

fn given(form: &AnswerFields, now: Instant) -> Result<Given, AnswerProblem> {
    let kind = form.antwort.parse::<AnswerKind>();
    let kind = kind.map_err(|_| AnswerProblem::Missing)?;
    // The field stands beside the one button, and says nothing to the others.
    let from = match kind {
        AnswerKind::Remote => typed_time(form.ab.trim(), now)?,
        AnswerKind::FirstCall | AnswerKind::OnSite | AnswerKind::No | AnswerKind::NotTonight => {
            None
        }
    };
    Ok(Given {
        kind,
        from,
        is_rested: !form.ausgeruht.is_empty(),
    })
}

/// A day and a time as browsers send them, or a time alone: the next one.
fn typed_time(text: &str, now: Instant) -> Result<Option<Instant>, AnswerProblem> {
    if text.is_empty() {
        return Ok(None);
    }
    if let Ok(time) = NaiveTime::parse_from_str(text, "%H:%M") {
        return Ok(Some(now.next(time)));
    }
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"));
    let at = local.ok().and_then(Instant::of_berlin);
    at.map(Some).ok_or(AnswerProblem::NoTime)
}

fn refused(errors: &[FieldError]) -> AnswerProblem {
    let pointer = errors.first().map(|error| error.pointer.as_str());
    match pointer {
        Some("/rested") => AnswerProblem::NotRested,
        Some("/from") => AnswerProblem::TooLate,
        _ => AnswerProblem::Missing,
    }
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Typed {
    from: String,
    is_rested: bool,
    problem: Option<AnswerProblem>,
    is_undo_refused: bool,
}

async fn page(
    app: &AppState,
    frame: Frame,
    (asked, typed): (Asked, Typed),
) -> Result<AnswerPage, Problem> {
    let (now, language) = (app.db.clock().now(), frame.language);
    let is_undo_refused = typed.is_undo_refused;
    let stand = asked.stand(now);
    let state = match asked.state(now) {
        AskedState::Open => AnswerState::Open(form(&asked, typed, (now, language))),
        AskedState::Expired => AnswerState::Expired,
        AskedState::StoodDown => AnswerState::StoodDown,
        AskedState::Answered => AnswerState::Said {
            next: next(app, &asked, (now, language)).await?,
            undo_until: asked
                .undo_until(now)
                .map(|until| times::until(until, now, language)),
        },
    };
    Ok(AnswerPage {
        is_drill: asked.incident.is_drill,
        asked: facts(app, &asked, (now, language)),
        state,
        is_undo_refused,
        stream: None,
        stand,
        frame,
    })
}

fn form(asked: &Asked, typed: Typed, (now, language): (Instant, Language)) -> AnswerForm {
    let needed = asked.request.from;
    let on_site = on_site_from(now).max(needed);
    let Typed {
        from,
        is_rested,
        problem,
        is_undo_refused: _,
    } = typed;
    AnswerForm {
        until: times::until(asked.alert.expires_at, now, language),
        options: offered(&asked.need.wanted)
            .into_iter()
            .map(option)
            .collect(),
        remote_from: times::starts(needed, now, language),
        on_site_from: times::starts(on_site, now, language),
        from,
        is_rested,
        problem,
    }
}

fn option(kind: AnswerKind) -> AnswerOption {
    match kind {
        AnswerKind::FirstCall => AnswerOption::FirstCall,
        AnswerKind::Remote => AnswerOption::Remote,
        AnswerKind::OnSite => AnswerOption::OnSite,
        AnswerKind::No => AnswerOption::No,
        AnswerKind::NotTonight => AnswerOption::NotTonight,
    }
}

async fn next(
    app: &AppState,
    asked: &Asked,
    (now, language): (Instant, Language),
) -> Result<AnswerNext, Problem> {
    match asked.alert.answer.map(|(kind, _)| kind) {
        Some(AnswerKind::No) | None => return Ok(AnswerNext::No),
        Some(AnswerKind::NotTonight) => return Ok(AnswerNext::NotTonight),
        Some(AnswerKind::FirstCall | AnswerKind::Remote | AnswerKind::OnSite) => {}
    }
    let Some(deployment) = &asked.deployment else {
        return Ok(AnswerNext::Reserve);
    };
    let due = || times::until(deployment.due_at, now, language);
    Ok(match deployment.state {
        DeploymentState::Agreed => AnswerNext::Employer(due()),
        DeploymentState::Released => AnswerNext::Town(due()),
        DeploymentState::Accepted | DeploymentState::Active | DeploymentState::Returning
            if deployment.is_open_in(&asked.incident, now) =>
        {
            let desk = requests::desk(app);
            let side = (asked, deployment);
            AnswerNext::Committed(contact(&desk, side, (now, language)).await?)
        }
        DeploymentState::Accepted
        | DeploymentState::Active
        | DeploymentState::Returning
        | DeploymentState::Ended => AnswerNext::Over,
        DeploymentState::Refused if deployment.released.is_none() => AnswerNext::NotReleased,
        DeploymentState::Refused => AnswerNext::Declined,
        DeploymentState::Lapsed => AnswerNext::Lapsed,
        DeploymentState::Withdrawn if asked.alert.closed_at.is_none() => AnswerNext::Reserve,
        DeploymentState::Withdrawn | DeploymentState::Cancelled => AnswerNext::Withdrawn,
    })
}

/// Whom they phone. That it was shown is on record.
async fn contact(
    desk: &Desk,
    (asked, deployment): (&Asked, &Deployment),
    (now, language): (Instant, Language),
) -> Result<AnswerContact, Problem> {
    let side = (deployment, Side::Expert);
    let OtherSide::Asker(town) = deployments::other_side(desk, side, Actor::Service).await? else {
        return Err(Problem::not_found("there is no such question"));
    };
    let words = deployments::words(desk, deployment).await?;
    let steps = steps(desk, deployment, (now, language)).await?;
    let said = town.place_said.as_deref();
    Ok(AnswerContact {
        place: words::place(&desk.reference, &asked.incident, said),
        name: (!town.name.is_empty()).then_some(town.name),
        phone: town.phone,
        words: words.map(|words| HelpWords {
            caller: words.caller.reveal().to_owned(),
            called: words.called.reveal().to_owned(),
        }),
        call_by: deployment
            .calls_by()
            .map(|by| times::until(by, now, language)),
        from: times::starts(deployment.terms.from, now, language),
        until: times::until(deployment.terms.until, now, language),
        is_running: steps.end,
        steps,
    })
}
