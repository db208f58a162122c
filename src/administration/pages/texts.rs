//! `/verwaltung/texte`: texts that somebody answers for, with who checked them.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use strum::VariantArray;
use web::pages::{AdminField, KeptTextRow, TextFormPage, TextName, TextsPage};
use web::{Frame, Language, Notice};

use super::form::{Refused, Sent, input, problems};
use crate::access::Permit;
use crate::access::action::KeepTexts;
use crate::app::AppState;
use crate::http::{FormBody, PathText, Problem};
use crate::input::FieldError;
use crate::pages::{Html, LocalPath, Visitor, checked, day, redirect, say_next};
use crate::reference::{self, KeepingError, KeptText, TextKind};

const PATH: &str = "/verwaltung/texte";
const WORDING: [AdminField; 2] = [AdminField::TextDe, AdminField::TextEn];
const CHECK: [AdminField; 2] = [AdminField::CheckedBy, AdminField::CheckedOn];

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/verwaltung/texte", get(list))
        .route("/verwaltung/texte/{text}", get(show).post(save))
        .route("/verwaltung/texte/{text}/geprueft", post(check))
}

async fn list(
    permit: Permit<KeepTexts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<TextsPage>, Problem> {
    let mut rows = Vec::new();
    for kind in TextKind::VARIANTS {
        let kept = reference::kept_text(&app.db, &permit, *kind).await?;
        rows.push(row(&kept, frame.language));
    }
    Ok(Html::new(TextsPage { rows, frame }))
}

async fn show(
    permit: Permit<KeepTexts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
) -> Result<Html<TextFormPage>, Problem> {
    let kept = reference::kept_text(&app.db, &permit, kind(&text)?).await?;
    Ok(Html::new(page(&app, frame, &kept, (None, None))))
}

async fn save(
    permit: Permit<KeepTexts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (kind, sent) = (kind(&text)?, Sent(sent));
    let wording = (
        sent.text(AdminField::TextDe.name()),
        sent.text(AdminField::TextEn.name()),
    );
    let of = (kind, sent.version().or(0));
    let result = reference::reword(&app.db, &permit, of, wording).await;
    let Some((errors, is_conflict)) = failure(result)? else {
        return Ok(said(&text, Notice::TextSaved));
    };
    let refused = Refused {
        problems: problems(&WORDING, &sent, &errors),
        sent: &sent,
        is_conflict,
    };
    let kept = reference::kept_text(&app.db, &permit, kind).await?;
    Ok(again(page(&app, frame, &kept, (Some(&refused), None))))
}

async fn check(
    permit: Permit<KeepTexts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(text): PathText,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (kind, sent) = (kind(&text)?, Sent(sent));
    let on = sent.text(AdminField::CheckedOn.name()).parse().ok();
    let checked = (sent.text(AdminField::CheckedBy.name()), on);
    let of = (kind, sent.version().or(0));
    let result = reference::record_check(&app.db, &permit, of, checked).await;
    let Some((errors, is_conflict)) = failure(result)? else {
        return Ok(said(&text, Notice::TextChecked));
    };
    let refused = Refused {
        problems: problems(&CHECK, &sent, &errors),
        sent: &sent,
        is_conflict,
    };
    let kept = reference::kept_text(&app.db, &permit, kind).await?;
    Ok(again(page(&app, frame, &kept, (None, Some(&refused)))))
}

/// What is wrong with the fields, or that somebody else was faster; nothing when it was done.
fn failure(
    result: Result<(), KeepingError>,
) -> Result<Option<(Vec<FieldError>, bool)>, KeepingError> {
    match result {
        Ok(()) => Ok(None),
        Err(KeepingError::Invalid(errors)) => Ok(Some((errors, false))),
        Err(KeepingError::Changed) => Ok(Some((Vec::new(), true))),
        Err(error) => Err(error),
    }
}

fn kind(text: &str) -> Result<TextKind, Problem> {
    text.parse()
        .map_err(|_| Problem::not_found("there is no such text"))
}

fn row(kept: &KeptText, language: Language) -> KeptTextRow {
    KeptTextRow {
        href: format!("{PATH}/{}", <&str>::from(kept.kind)),
        name: match kept.kind {
            TextKind::FirstAid => TextName::FirstAid,
            TextKind::Conditions => TextName::Conditions,
            TextKind::GuideAcute => TextName::GuideAcute,
            TextKind::GuideEmergency => TextName::GuideEmergency,
            TextKind::GuideRebuild => TextName::GuideRebuild,
        },
        version: kept.version,
        since: day(kept.since, language),
        checked: checked(kept, language),
    }
}

fn page(
    app: &AppState,
    frame: Frame,
    kept: &KeptText,
    (wording, check): (Option<&Refused<'_>>, Option<&Refused<'_>>),
) -> TextFormPage {
    let today = app.db.clock().now().date().to_string();
    let refused = wording.or(check);
    let field =
        |field, stored: &str, refused| input(field, (stored.to_owned(), Vec::new()), refused);
    TextFormPage {
        row: row(kept, frame.language),
        version: refused.map_or(kept.version, |refused| refused.version(kept.version)),
        is_conflict: refused.is_some_and(|refused| refused.is_conflict),
        wording: vec![
            field(AdminField::TextDe, &kept.german, wording),
            field(AdminField::TextEn, &kept.english, wording),
        ],
        check: vec![
            field(AdminField::CheckedBy, "", check),
            field(AdminField::CheckedOn, &today, check),
        ],
        frame,
    }
}

fn again(page: TextFormPage) -> Response {
    let status = if page.is_conflict {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Html::with_status(page, status).into_response()
}

fn said(text: &str, notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(&format!("{PATH}/{text}")));
    say_next(&mut response, notice);
    response
}
