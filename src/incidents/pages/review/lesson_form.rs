//! `/vorfaelle/{id}/lehre`: a lesson is drafted.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;
use web::pages::LessonFormPage;
use web::parts::{FieldProblem, Filled};
use web::{Frame, Notice};

use super::lessons::row;
use crate::access::Permit;
use crate::access::action::{ShareLesson, WriteLesson};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::experts::words_of;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::model::{Incident, Tlp};
use crate::incidents::pages::requests::lead;
use crate::incidents::pages::words::{place, symptom};
use crate::incidents::review::{
    self, LONGEST_TEXT, LONGEST_TITLE, LessonError, LessonText, NewLesson,
};
use crate::incidents::service;
use crate::input::FieldError;
use crate::pages::{Html, Parameters, Visitor};
use crate::reference::Phase;

/// Fields of the form.
const FIELDS: [&str; 4] = ["titel", "text", "phase", "tlp"];
/// Signs of the name of one sending of the form.
const TOKEN: usize = 100;

pub(super) async fn show(
    permit: Permit<WriteLesson>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
) -> Result<Html<LessonFormPage>, Problem> {
    let token = Uuid::new_v4().to_string();
    let page = page(&app, &permit, (id, frame), (token, None)).await?;
    Ok(Html::new(page))
}

pub(super) async fn draft(
    permit: Permit<WriteLesson>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let token = sent.first("formular").unwrap_or_default();
    let token: String = token.chars().take(TOKEN).collect();
    let value = |name: &'static str| sent.first(name).unwrap_or_default().trim().to_owned();
    let values: Vec<_> = FIELDS.map(|name| (name, value(name))).to_vec();
    let mut form = Filled {
        values,
        problems: Vec::new(),
    };
    form.problems = problems(&form);
    if let (true, Some(new)) = (form.is_right(), read(&form)) {
        let attempt = attempt(&permit, (id, &token), &form);
        match review::draft_lesson(kit(&app), &permit, (id, new), attempt).await {
            Ok(_) => {
                let path = format!("/vorfaelle/{id}/lehre");
                return Ok(lead(&path, Notice::LessonDrafted));
            }
            Err(LessonError::Invalid(errors)) => form.problems = refused(&errors),
            Err(error) => return Err(error.into()),
        }
    }
    let page = page(&app, &permit, (id, frame), (token, Some(form))).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn page(
    app: &AppState,
    permit: &Permit<WriteLesson>,
    (id, frame): (IncidentId, Frame),
    (token, typed): (String, Option<Filled>),
) -> Result<LessonFormPage, Problem> {
    let incident = review::incident_to_learn_from(kit(app), permit, id).await?;
    let is_held = incident.handling.is_under_investigation;
    let lessons = review::lessons_of(kit(app), permit, id).await?;
    let language = frame.language;
    let me = permit.actor().to_string();
    let shares = permit.also::<ShareLesson>().is_some();
    let row = |lesson| row(app, lesson, (shares.then_some(me.as_str()), true), language);
    let said = service::place_said(kit(app), &incident).await?;
    let form = typed.unwrap_or_else(|| fresh(&incident));
    Ok(LessonFormPage {
        id: id.to_string(),
        place: place(&app.reference, &incident, said.as_deref()),
        symptom: symptom(&app.reference, &incident.symptom, language),
        token,
        form: (!is_held).then_some(form),
        lessons: lessons.into_iter().map(row).collect(),
        frame,
    })
}

/// A new form: as the incident says, for whoever is signed in.
fn fresh(incident: &Incident) -> Filled {
    let phase: &str = incident.phase.into();
    let tlp: &str = Tlp::Green.into();
    Filled {
        values: vec![("phase", phase.to_owned()), ("tlp", tlp.to_owned())],
        problems: Vec::new(),
    }
}

fn problems(form: &Filled) -> Vec<(&'static str, FieldProblem)> {
    let mut problems = Vec::new();
    for (name, most) in [("titel", LONGEST_TITLE), ("text", LONGEST_TEXT)] {
        match form.value(name).chars().count() {
            0 => problems.push((name, FieldProblem::Missing)),
            length if length > most => problems.push((name, FieldProblem::TooLong)),
            _ => {}
        }
    }
    if form.value("tlp").parse::<Tlp>().is_err() {
        problems.push(("tlp", FieldProblem::Missing));
    }
    problems
}

fn read(form: &Filled) -> Option<NewLesson> {
    Some(NewLesson {
        said: LessonText {
            title: form.value("titel").to_owned(),
            text: form.value("text").to_owned(),
        },
        tlp: form.value("tlp").parse().ok()?,
        phase: form.value("phase").parse::<Phase>().ok(),
    })
}

/// What is wrong with the texts, under the names of their fields.
fn refused(errors: &[FieldError]) -> Vec<(&'static str, FieldProblem)> {
    let found = errors.iter().map(|error| {
        let field = match error.pointer.as_str() {
            "/title" => "titel",
            "/tlp" => "tlp",
            _ => "text",
        };
        let words = words_of(error).to_owned();
        let problem = match error.code.as_str() {
            "identifying" => FieldProblem::Identifying(words),
            "health_or_family" => FieldProblem::Private(words),
            _ => FieldProblem::Said(error.detail.clone()),
        };
        (field, problem)
    });
    found.collect()
}

/// Sent twice it is kept once; what was changed and sent again is another one.
fn attempt(
    permit: &Permit<WriteLesson>,
    (id, token): (IncidentId, &str),
    form: &Filled,
) -> Option<Attempt> {
    let mut sent = String::new();
    for (_, value) in &form.values {
        sent.extend(["\u{0}", value]);
    }
    let scope = format!("{} lesson form {id}", permit.caller().account);
    Attempt::of_form(scope, (token, &sent))
}
