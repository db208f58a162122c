//! `/einsaetze/{id}/rueckblick`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{ProvenRow, ReviewPage, ReviewSide, ReviewView, SkillMarks};
use web::parts::{FieldProblem, Filled};
use web::{Frame, Language, Notice};

use super::has_certificate;
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::app::AppState;
use crate::experts::evidence_words;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::api::kit;
use crate::incidents::deployments::{self, Deployment, Part};
use crate::incidents::pages::requests::lead;
use crate::incidents::pages::words::task;
use crate::incidents::review::{self, LONGEST_TEXT, ProvenSkill, Prover, ReviewError, ReviewTexts};
use crate::pages::{Html, Parameters, Visitor, moment, paragraphs, term_name};

pub(super) async fn show(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Html<ReviewPage>, Problem> {
    let page = page(&app, &permit, (id, frame), None).await?;
    Ok(Html::new(page))
}

pub(super) async fn write(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let texts = typed(&Parameters::from_pairs(sent));
    let problems = problems(&texts);
    if problems.is_empty() {
        let kept = review::write_review(kit(&app), &permit, (id, &texts)).await;
        return after(id, kept.map(|_| ()), Notice::ReviewSaved);
    }
    let form = Filled {
        problems,
        ..filled(&texts)
    };
    let page = page(&app, &permit, (id, frame), Some(form)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

pub(super) async fn prove(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let wanted: Vec<String> = sent.all("faehigkeit").map(str::to_owned).collect();
    let kept = review::prove(kit(&app), &permit, (id, &wanted)).await;
    after(id, kept.map(|_| ()), Notice::ProvenSaved)
}

pub(super) async fn name_town(
    permit: Permit<RunDeployment>,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let is_named = Parameters::from_pairs(sent).first("ort") == Some("ja");
    let kept = review::set_naming(kit(&app), &permit, (id, is_named)).await;
    after(id, kept.map(|_| ()), Notice::TownNamingSaved)
}

/// Back on the page, with what was done, or that it is too late.
fn after(
    id: DeploymentId,
    kept: Result<(), ReviewError>,
    notice: Notice,
) -> Result<Response, Problem> {
    let notice = match kept {
        Ok(()) => notice,
        Err(ReviewError::Closed | ReviewError::Late) => Notice::ReviewClosed,
        Err(error) => return Err(error.into()),
    };
    Ok(lead(&format!("/einsaetze/{id}/rueckblick"), notice))
}

async fn page(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    (id, frame): (DeploymentId, Frame),
    typed: Option<Filled>,
) -> Result<ReviewPage, Problem> {
    let seen = review::afterwards(kit(app), permit, id).await?;
    let (now, language) = (app.db.clock().now(), frame.language);
    let own = seen.writes.map(|part| {
        let mut reviews = seen.reviews.iter();
        let own = reviews.find(|review| review.part == part);
        typed.unwrap_or_else(|| own.map_or_else(Filled::default, |own| filled(&own.texts)))
    });
    let shown = seen.reviews.iter().filter(|_| seen.is_visible);
    let views = shown.filter_map(|review| {
        let ReviewTexts {
            went_well,
            was_hard,
            would_have_helped,
        } = &review.texts;
        let texts = [went_well, was_hard, would_have_helped];
        Some(ReviewView {
            side: side(review.part)?,
            at: moment(review.at, now, language),
            texts: texts.map(|text| paragraphs(text)),
        })
    });
    let speaks = |part: &Part| matches!(part, Part::Town | Part::Coordinator);
    let says = seen.parts.iter().any(speaks);
    Ok(ReviewPage {
        id: id.to_string(),
        task: needed_for(app, &seen.deployment, language).await?,
        form: own,
        until: moment(seen.writes_until, now, language),
        is_visible: seen.is_visible,
        reviews: views.collect(),
        skills: rows(app, &seen.skills, language),
        marks: marks(seen.proves_as),
        names_town: says.then_some(seen.names_town),
        has_certificate: has_certificate(&seen.deployment, &seen.parts),
        frame,
    })
}

/// What somebody was needed for.
async fn needed_for(
    app: &AppState,
    deployment: &Deployment,
    language: Language,
) -> Result<String, Problem> {
    let briefs = deployments::briefs(&app.db, vec![deployment.clone()]).await?;
    let need = briefs.first().and_then(|brief| brief.need.as_ref());
    let need = need.map(|need| task(need, language));
    Ok(need.unwrap_or_default())
}

const fn marks(proves_as: Option<Prover>) -> SkillMarks {
    match proves_as {
        Some(Prover::Oneself) => SkillMarks::TakeBack,
        Some(Prover::Town) => SkillMarks::Set,
        None => SkillMarks::Read,
    }
}

fn rows(app: &AppState, skills: &[ProvenSkill], language: Language) -> Vec<ProvenRow> {
    let rows = skills.iter().map(|one| {
        let term = app.reference.taxonomy.term(&one.skill.id);
        ProvenRow {
            id: one.skill.id.clone(),
            label: term.map_or_else(|| one.skill.id.clone(), |term| term_name(term, language)),
            level: one.skill.level,
            evidence: evidence_words(one.skill.evidence),
            is_proven: one.is_proven,
            is_taken_back: one.is_taken_back,
        }
    });
    rows.collect()
}

const fn side(part: Part) -> Option<ReviewSide> {
    match part {
        Part::Town => Some(ReviewSide::Town),
        Part::Expert => Some(ReviewSide::Expert),
        Part::Employer => Some(ReviewSide::Employer),
        Part::Coordinator => None,
    }
}

fn typed(sent: &Parameters) -> ReviewTexts {
    let text = |name: &str| sent.first(name).unwrap_or_default().trim().to_owned();
    ReviewTexts {
        went_well: text("gut"),
        was_hard: text("schwer"),
        would_have_helped: text("geholfen"),
    }
}

fn named(texts: &ReviewTexts) -> [(&'static str, &String); 3] {
    [
        ("gut", &texts.went_well),
        ("schwer", &texts.was_hard),
        ("geholfen", &texts.would_have_helped),
    ]
}

fn filled(texts: &ReviewTexts) -> Filled {
    let values = named(texts).map(|(name, text)| (name, text.clone()));
    Filled {
        values: values.to_vec(),
        problems: Vec::new(),
    }
}

fn problems(texts: &ReviewTexts) -> Vec<(&'static str, FieldProblem)> {
    if texts.is_empty() {
        return vec![("gut", FieldProblem::Missing)];
    }
    let long = named(texts).into_iter();
    long.filter(|(_, text)| text.chars().count() > LONGEST_TEXT)
        .map(|(name, _)| (name, FieldProblem::TooLong))
        .collect()
}
