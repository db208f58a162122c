//! What was typed and not saved: kept by the page's script while somebody types, offered when they come back.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::pages::EntrySection;

use super::Sent;
use crate::access::Permit;
use crate::access::action::UpdateExpert;
use crate::app::AppState;
use crate::experts::{self, DraftForm};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::ExpertId;
use crate::pages::{LocalPath, redirect};

/// Whether the draft is to be filled in.
#[derive(Deserialize, validator::Validate)]
pub(super) struct DraftQuery {
    #[serde(default)]
    #[validate(length(max = 1))]
    entwurf: String,
}

impl DraftQuery {
    pub(super) fn is_wanted(&self) -> bool {
        self.entwurf == "1"
    }
}

/// The form of a part that has drafts.
pub(super) const fn form_of(section: EntrySection) -> Option<DraftForm> {
    match section {
        EntrySection::Contact => Some(DraftForm::Contact),
        EntrySection::Description => Some(DraftForm::Description),
        EntrySection::Deployment => Some(DraftForm::Deployment),
        EntrySection::Skills
        | EntrySection::Certificates
        | EntrySection::Languages
        | EntrySection::Availability => None,
    }
}

/// Keeps or drops a draft; `teil` says of which form.
pub(super) async fn keep(
    permit: Permit<UpdateExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    FormBody(mut fields): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Sent(fields.clone());
    let unknown = || Problem::invalid("there is no such form");
    let mut sections = EntrySection::ALL.into_iter();
    let section = sections
        .find(|section| section.path() == sent.text("teil"))
        .ok_or_else(unknown)?;
    let form = form_of(section).ok_or_else(unknown)?;
    if sent.text("was") == "verwerfen" {
        experts::forget_draft(&app.db, &permit, (id, form)).await?;
        let path = format!("/eintraege/{id}/{}", section.path());
        return Ok(redirect(&LocalPath::or_start(&path)));
    }
    fields.retain(|(name, _)| name != "teil");
    experts::keep_draft(&app.db, &app.keyring, &permit, (id, form, &fields)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
