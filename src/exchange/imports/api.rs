//! JSON of imports.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use validator::Validate;

use super::body::ImportBody;
use super::model::{Choice, ImportError};
use super::service::{Desk, organisation};
use crate::access::Permit;
use crate::access::action::ImportExperts;
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::exchange::columns::template;
use crate::http::{
    GENERATION, IdempotencyKey, PathId, Problem, ProblemBody, QueryParams, Upload, json,
};
use crate::ids::{ImportId, OrganisationId};

/// Routes of this concern.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(show_template))
        .routes(routes!(create))
        .routes(routes!(show, undo))
        .routes(routes!(apply))
}

impl Desk {
    /// Of the running installation.
    pub(super) fn of(app: &AppState) -> Self {
        Self {
            db: app.db.clone(),
            reference: app.reference.clone(),
            ring: app.keyring.clone(),
        }
    }
}

/// A file in a form.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it describes the form; `Upload` reads it")]
struct ImportForm {
    /// CSV or XLSX, at most 5 MB and 10,000 rows.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// Whose entries; may be left out by whoever manages one organisation.
    organisation_id: Option<OrganisationId>,
}

/// Which rows to apply.
#[derive(Clone, Copy, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ApplyQuery {
    /// Leave rows with errors out; else nothing is applied when there are any.
    #[serde(default)]
    skip_errors: bool,
}

/// The names of the columns and a row as an example, with `;` between cells.
#[utoipa::path(get, path = "/imports/template.csv", tag = "register", security(("token" = [])), responses(
    (status = 200, body = String, content_type = "text/csv"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show_template(_: Permit<ImportExperts>) -> Response {
    csv("kataster-vorlage.csv", template())
}

/// Uploads a file and checks it; nothing is entered yet. A long file is checked later: 202.
#[utoipa::path(post, path = "/imports", operation_id = "create_import", tag = "register", security(("token" = [])),
    request_body(content = ImportForm, content_type = "multipart/form-data"), responses(
    (status = 201, body = ImportBody),
    (status = 202, body = ImportBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn create(
    permit: Permit<ImportExperts>,
    State(app): State<AppState>,
    IdempotencyKey(key): IdempotencyKey,
    upload: Upload,
) -> Result<Response, Problem> {
    let given = upload.fields.get("organisation_id");
    let given = given.map(|id| id.parse::<OrganisationId>()).transpose();
    let given = given.map_err(|_| ImportError::Organisation)?;
    let organisation = organisation(permit.scope(), given)?;
    let attempt = key.map(|key| Attempt {
        scope: format!("{} imports", permit.caller().account),
        key,
        body_hash: upload.hash,
    });
    let whose = (organisation, permit.actor());
    let id = Desk::of(&app)
        .upload(whose, upload.file.to_vec(), attempt)
        .await?;
    answer(&app, &permit, (id, StatusCode::CREATED)).await
}

/// How far an import is.
#[utoipa::path(get, path = "/imports/{import_id}", operation_id = "show_import", tag = "register", security(("token" = [])),
    params(("import_id" = ImportId, Path)), responses(
    (status = 200, body = ImportBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn show(
    permit: Permit<ImportExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<ImportId>,
) -> Result<Response, Problem> {
    let desk = Desk::of(&app);
    let import = desk.find(permit.scope(), id).await?;
    let report = desk.report(id).await?;
    Ok(json(StatusCode::OK, &ImportBody::new(import, report)))
}

/// Applies what was checked, all or nothing. A long file is applied later: 202.
#[utoipa::path(post, path = "/imports/{import_id}/apply", operation_id = "apply_import", tag = "register", security(("token" = [])),
    params(("import_id" = ImportId, Path), ApplyQuery), responses(
    (status = 200, body = ImportBody),
    (status = 202, body = ImportBody),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn apply(
    permit: Permit<ImportExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<ImportId>,
    QueryParams(query): QueryParams<ApplyQuery>,
) -> Result<Response, Problem> {
    let desk = Desk::of(&app);
    let import = desk.find(permit.scope(), id).await?;
    let choice = if query.skip_errors {
        Choice::WithoutErrors
    } else {
        Choice::All
    };
    desk.apply(&import, (choice, permit.actor())).await?;
    answer(&app, &permit, (id, StatusCode::OK)).await
}

/// Takes back what was applied within the last 24 hours, or throws away what was not applied.
#[utoipa::path(delete, path = "/imports/{import_id}", operation_id = "undo_import", tag = "register", security(("token" = [])),
    params(("import_id" = ImportId, Path)), responses(
    (status = 200, body = ImportBody),
    (status = 202, body = ImportBody),
    (status = 204, description = "Thrown away"),
    (status = "default", body = ProblemBody, content_type = "application/problem+json"),
))]
async fn undo(
    permit: Permit<ImportExperts>,
    State(app): State<AppState>,
    PathId(id): PathId<ImportId>,
) -> Result<Response, Problem> {
    let desk = Desk::of(&app);
    let import = desk.find(permit.scope(), id).await?;
    if import.applied_at.is_none() {
        desk.discard(id, permit.actor()).await?;
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    desk.undo(&import, permit.actor()).await?;
    answer(&app, &permit, (id, StatusCode::OK)).await
}

/// The import after a step; 202 when a job has yet to take it.
async fn answer(
    app: &AppState,
    permit: &Permit<ImportExperts>,
    (id, done): (ImportId, StatusCode),
) -> Result<Response, Problem> {
    let desk = Desk::of(app);
    let import = desk.find(permit.scope(), id).await?;
    let status = if import.state.is_under_way() {
        StatusCode::ACCEPTED
    } else {
        done
    };
    let report = desk.report(id).await?;
    let mut response = json(status, &ImportBody::new(import, report));
    let generation = app.db.generation().await?;
    response
        .headers_mut()
        .insert(GENERATION, HeaderValue::from(generation));
    Ok(response)
}

/// A table to be kept as a file.
pub(in crate::exchange) fn csv(name: &str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    (headers, text).into_response()
}

impl From<ImportError> for Problem {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::NotFound => Self::not_found("there is no such import"),
            ImportError::Organisation | ImportError::NoOrganisation => {
                Self::fields(vec![crate::input::FieldError::new(
                    "/organisation_id",
                    "unknown",
                    error.to_string(),
                )])
            }
            ImportError::File(problem) => Self::fields(vec![crate::input::FieldError::new(
                "/file",
                "unreadable",
                problem.to_string(),
            )]),
            ImportError::HasErrors(_) | ImportError::NoColumns | ImportError::KeyReused => {
                Self::invalid(error.to_string())
            }
            ImportError::NotNow | ImportError::Overtaken => Self::conflict(error.to_string()),
            ImportError::BrokeOff => Self::internal("the work broke off; it was logged"),
            ImportError::Storage(error) => error.into(),
        }
    }
}
