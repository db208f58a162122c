//! One masked entry.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::routing::get;
use web::pages::ExpertPage;

use super::Labels;
use super::form::PATH;
use crate::access::Permit;
use crate::access::action::ReadCard;
use crate::app::AppState;
use crate::http::{PathId, Problem};
use crate::ids::ExpertId;
use crate::pages::{Html, LocalPath, Visitor, paragraphs};
use crate::search::{SearchError, one};

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/fachkraefte/{expert_id}", get(show))
}

async fn show(
    permit: Permit<ReadCard>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    headers: HeaderMap,
) -> Result<Html<ExpertPage>, Problem> {
    let snapshot = app.search.current().ok_or(SearchError::NotReady)?;
    let labels = Labels::of(&app, &snapshot, frame.language);
    let (card, text) = one::show_entry(&app, &permit, id, labels.in_index()).await?;
    let certifications = card.certifications.iter();
    Ok(Html::new(ExpertPage {
        card: labels.card(&card),
        roles: card.roles.iter().map(|id| labels.term(id)).collect(),
        text: paragraphs(&text),
        certifications: certifications
            .map(|held| labels.certification(held))
            .collect(),
        back_href: came_from(&headers),
        frame,
    }))
}

/// The search or match one came from; browsers say so only among our own pages.
fn came_from(headers: &HeaderMap) -> String {
    let referer = headers
        .get(header::REFERER)
        .and_then(|value| value.to_str().ok());
    let path = referer
        .and_then(|address| address.split_once("://"))
        .and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]))
        .map(LocalPath::or_start);
    path.filter(|path| {
        let name = path.as_str().split('?').next().unwrap_or_default();
        matches!(name, "/suche" | "/abgleich" | "/organisation")
    })
    .map_or_else(|| PATH.to_owned(), |path| path.as_str().to_owned())
}
