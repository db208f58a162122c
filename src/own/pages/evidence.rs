//! `/profil/nachweise`: evidence of the own entry.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{EvidencePage, EvidenceProblem};
use web::{Frame, Notice};

use crate::access::Permit;
use crate::access::action::{KeepEvidence, ReadIdentity};
use crate::app::AppState;
use crate::experts::{self, EvidenceError, EvidenceFile, MOST_FILES, NewEvidence, file_response};
use crate::http::{PathId, Problem, Upload};
use crate::ids::EvidenceFileId;
use crate::pages::{Html, LocalPath, Visitor, redirect, say_next};
use crate::search::{Labels, SearchError};
use crate::vetting::evidence_row;

const PATH: &str = "/profil/nachweise";

pub(super) async fn show(
    permit: Permit<KeepEvidence>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<EvidencePage>, Problem> {
    Ok(Html::new(page(&app, &permit, frame, None).await?))
}

pub(super) async fn add(
    permit: Permit<KeepEvidence>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    upload: Upload,
) -> Result<Response, Problem> {
    let term = upload.field("wofuer");
    if upload.file.is_empty() {
        return refuse(&app, &permit, frame, (EvidenceProblem::NoFile, term)).await;
    }
    let new = NewEvidence {
        term,
        bytes: &upload.file,
    };
    let problem = match experts::add_evidence(&app.db, &app.keyring, &permit, new).await {
        Ok(_) => return Ok(done(Notice::EvidenceAdded)),
        Err(EvidenceError::Format) => EvidenceProblem::Format,
        Err(EvidenceError::Term) => EvidenceProblem::Claim,
        Err(EvidenceError::TooMany) => EvidenceProblem::TooMany,
        Err(error @ (EvidenceError::NotFound | EvidenceError::Storage(_))) => {
            return Err(error.into());
        }
    };
    refuse(&app, &permit, frame, (problem, term)).await
}

pub(super) async fn save(
    permit: Permit<KeepEvidence>,
    State(app): State<AppState>,
    PathId(id): PathId<EvidenceFileId>,
) -> Result<Response, Problem> {
    let file = experts::open_own_evidence(&app.db, &app.keyring, &permit, id).await?;
    Ok(file_response(file))
}

pub(super) async fn remove(
    permit: Permit<KeepEvidence>,
    State(app): State<AppState>,
    PathId(id): PathId<EvidenceFileId>,
) -> Result<Response, Problem> {
    experts::remove_evidence(&app.db, &permit, id).await?;
    Ok(done(Notice::EvidenceRemoved))
}

fn done(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(PATH));
    say_next(&mut response, notice);
    response
}

/// The form again, with what is wrong and what was chosen.
async fn refuse(
    app: &AppState,
    permit: &Permit<KeepEvidence>,
    frame: Frame,
    problem: (EvidenceProblem, &str),
) -> Result<Response, Problem> {
    let page = page(app, permit, frame, Some(problem)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn page(
    app: &AppState,
    permit: &Permit<KeepEvidence>,
    frame: Frame,
    problem: Option<(EvidenceProblem, &str)>,
) -> Result<EvidencePage, Problem> {
    let missing = || Problem::not_found("there is no entry of yours");
    let reading = permit.also::<ReadIdentity>().ok_or_else(missing)?;
    let id = experts::of_account(&app.db, &reading)
        .await?
        .ok_or_else(missing)?;
    let (entry, _) = experts::own_view(&app.db, &app.keyring, &reading, id).await?;
    let files = experts::own_evidence(&app.db, permit).await?;
    let snapshot = app.search.current().ok_or(SearchError::NotReady)?;
    let labels = Labels::of(app, &snapshot, frame.language);
    let chosen = problem.map_or("", |(_, term)| term);
    let held = entry.certifications.iter().map(|held| &held.id);
    let claims = held.chain(entry.skills.iter().map(|skill| &skill.id));
    let row = |file: EvidenceFile| {
        let claim = labels.term(&file.term);
        evidence_row(file, claim, (labels.now, labels.language))
    };
    Ok(EvidencePage {
        claims: claims
            .map(|term| (term.clone(), labels.term(term), term == chosen))
            .collect(),
        files: files.into_iter().map(row).collect(),
        most: MOST_FILES,
        days: app.retention.evidence_days,
        problem: problem.map(|(problem, _)| problem),
        frame,
    })
}
