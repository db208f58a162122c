//! Something is handed over.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use web::Notice;
use web::pages::{NoteForm, NoteProblem};

use super::one::{Numbers, Shown, again, reading, said};
use crate::access::Permit;
use crate::access::action::WriteIncidentNote;
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::model::LONGEST_NOTE;
use crate::incidents::service;
use crate::pages::Visitor;

/// Signs of the name of one sending of the form.
const TOKEN: usize = 100;

#[derive(Deserialize)]
pub(super) struct NoteFields {
    #[serde(default)]
    formular: String,
    #[serde(default)]
    notiz: String,
    /// Which numbers the page showed.
    #[serde(default)]
    gezeigt: String,
}

/// Sent twice it is said once; what was changed and sent again is said too.
pub(super) async fn write(
    permit: Permit<WriteIncidentNote>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(form): FormBody<NoteFields>,
) -> Result<Response, Problem> {
    let reads = reading(&permit)?;
    let text = form.notiz.trim();
    let problem = match text.chars().count() {
        0 => NoteProblem::Missing,
        1..=LONGEST_NOTE => {
            let attempt = attempt(&permit, id, &form);
            service::write_note(kit(&app), &permit, (id, text), attempt).await?;
            return Ok(said(id, Notice::IncidentNoteAdded));
        }
        _ => NoteProblem::TooLong,
    };
    let numbers = Numbers::again(&app, &reads, (id, &form.gezeigt)).await?;
    let shown = Shown::with_note(NoteForm {
        token: form.formular.chars().take(TOKEN).collect(),
        text: form.notiz,
        problem: Some(problem),
    })
    .with_numbers(numbers);
    again(&app, &reads, (frame, id, shown)).await
}

/// One sending of the form: the same text under the same token.
fn attempt(
    permit: &Permit<WriteIncidentNote>,
    id: IncidentId,
    form: &NoteFields,
) -> Option<Attempt> {
    let scope = format!("{} note form {id}", permit.caller().account);
    Attempt::of_form(scope, (&form.formular, &form.notiz))
}
