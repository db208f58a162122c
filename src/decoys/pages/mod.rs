//! `/verwaltung/koeder`: the decoys there are, and a new one.

mod form;

use std::collections::HashMap;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use web::pages::{DecoyForm, DecoyProblem, DecoyRow, DecoysPage};
use web::{Frame, Notice};

use form::form;

use super::model::NewDecoy;
use super::service::{self, DecoyError};
use crate::access::Permit;
use crate::access::action::KeepDecoys;
use crate::app::AppState;
use crate::experts::{AvailabilityState, Cefr, Evidence, LanguageSkill, NewSkill, WorkMode};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::DecoyId;
use crate::input::FieldError;
use crate::organisations::OrganisationKind;
use crate::pages::{Html, LocalPath, Visitor, moment, redirect, say_next};
use crate::reference::{Region, Text};

const PATH: &str = "/verwaltung/koeder";
/// Skills besides the role.
const SKILLS: u8 = 4;

/// What somebody sent, by field.
type Fields = HashMap<String, String>;

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/verwaltung/koeder", get(show).post(make))
        .route("/verwaltung/koeder/{decoy_id}/entfernen", post(remove))
}

async fn show(
    permit: Permit<KeepDecoys>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<DecoysPage>, Problem> {
    let form = form(&app.reference, frame.language, (&Fields::new(), Vec::new()));
    Ok(Html::new(page(&app, &permit, (frame, form)).await?))
}

async fn make(
    permit: Permit<KeepDecoys>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(fields): FormBody<Fields>,
) -> Result<Response, Problem> {
    let parts = (&*app.reference, &*app.keyring);
    let problems = match service::make(&app.db, parts, &permit, read(&fields)).await {
        Ok(_) => {
            app.decoys.forget().await;
            return Ok(said(Notice::DecoyMade));
        }
        Err(DecoyError::Invalid(errors)) => problems(&errors, &fields),
        Err(DecoyError::TooMany) => vec![DecoyProblem::TooMany],
        Err(error) => return Err(error.into()),
    };
    let form = form(&app.reference, frame.language, (&fields, problems));
    let page = page(&app, &permit, (frame, form)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn remove(
    permit: Permit<KeepDecoys>,
    State(app): State<AppState>,
    PathId(id): PathId<DecoyId>,
) -> Result<Response, Problem> {
    service::remove(&app.db, &permit, id).await?;
    app.decoys.forget().await;
    Ok(said(Notice::DecoyRemoved))
}

async fn page(
    app: &AppState,
    permit: &Permit<KeepDecoys>,
    (frame, form): (Frame, DecoyForm),
) -> Result<DecoysPage, Problem> {
    let now = app.db.clock().now();
    let kept = service::list(&app.db, &app.keyring, permit).await?;
    let decoys = kept.into_iter().map(|kept| {
        let region = kept.decoy.base.parse().ok();
        let region = region.and_then(|ags| app.reference.regions.get(ags));
        DecoyRow {
            id: kept.id.to_string(),
            alias: kept.decoy.alias,
            headline: kept.decoy.headline.de,
            place: region.map_or(kept.decoy.base, Region::full_name),
            made: moment(kept.decoy.made_at, now, frame.language),
        }
    });
    Ok(DecoysPage {
        decoys: decoys.collect(),
        form,
        frame,
    })
}

/// The decoy a form describes; what is missing in it is found when it is made.
fn read(fields: &Fields) -> NewDecoy {
    let field = |name: &str| fields.get(name).map_or("", |value| value.trim());
    let text = |name: &str| Text {
        de: field(name).to_owned(),
        en: String::new(),
    };
    let skill = |id: &str, level: &str, evidence| NewSkill {
        id: id.to_owned(),
        level: level.parse::<u8>().unwrap_or(2).clamp(1, 4),
        evidence: Some(evidence),
    };
    let mut skills = vec![skill(field("rolle"), field("stufe"), Evidence::Employer)];
    for number in 1..=SKILLS {
        let id = field(&format!("faehigkeit{number}"));
        if !id.is_empty() {
            let level = field(&format!("stufe{number}"));
            skills.push(skill(id, level, Evidence::SelfDeclared));
        }
    }
    let mut languages = vec![spoken("de", Cefr::C2)];
    let english = field("englisch").parse().ok();
    languages.extend(english.map(|cefr| spoken("en", cefr)));
    NewDecoy {
        employer: field("arbeitgeber")
            .parse()
            .unwrap_or(OrganisationKind::ItProvider),
        headline: text("ueberschrift"),
        text: text("beschreibung"),
        skills,
        languages,
        base: field("kreis").to_owned(),
        mode: field("arbeitsweise").parse().unwrap_or(WorkMode::Either),
        availability: field("verfuegbar")
            .parse()
            .unwrap_or(AvailabilityState::Within24Hours),
    }
}

fn spoken(id: &str, cefr: Cefr) -> LanguageSkill {
    LanguageSkill {
        id: id.to_owned(),
        cefr,
    }
}

/// What is wrong, at the fields of the page.
fn problems(errors: &[FieldError], fields: &Fields) -> Vec<DecoyProblem> {
    let has_role = fields.get("rolle").is_some_and(|role| !role.is_empty());
    let mut found: Vec<DecoyProblem> = Vec::new();
    for error in errors {
        let problem = match error.pointer.split('/').nth(1).unwrap_or_default() {
            "headline" => DecoyProblem::Headline,
            "text" => DecoyProblem::Text,
            "base" => DecoyProblem::Kreis,
            _ if !has_role => DecoyProblem::Role,
            _ => DecoyProblem::Skills,
        };
        if !found.contains(&problem) {
            found.push(problem);
        }
    }
    found
}

fn said(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(PATH));
    say_next(&mut response, notice);
    response
}

impl From<DecoyError> for Problem {
    fn from(error: DecoyError) -> Self {
        match error {
            DecoyError::NotFound => Self::not_found("there is no such decoy"),
            DecoyError::Invalid(errors) => Self::fields(errors),
            DecoyError::TooMany => Self::conflict("there are enough decoys"),
            DecoyError::Storage(error) => error.into(),
        }
    }
}
