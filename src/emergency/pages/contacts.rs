//! Keeping whom to call back, and looking at it on record.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::Notice;
use web::pages::{ContactForm, ContactProblem as PageProblem, TownCardPage};

use super::town::{own_page, own_town, page};
use crate::access::Permit;
use crate::access::action::{KeepEmergencyContacts, ReadEmergencyCards, RevealEmergencyContacts};
use crate::app::AppState;
use crate::emergency::contacts::{
    ContactError, ContactProblem, NewContact, add, check, move_up, remove, reveal,
};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{EmergencyContactId, OrganisationId};
use crate::pages::{Html, LocalPath, Visitor, redirect, say_next};

#[derive(Deserialize)]
pub(super) struct ContactFields {
    #[serde(default)]
    name: String,
    #[serde(default)]
    nummer: String,
}

#[derive(Deserialize)]
pub(super) struct RevealFields {
    #[serde(default)]
    zweck: String,
}

pub(super) async fn add_contact(
    permit: Permit<KeepEmergencyContacts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<ContactFields>,
) -> Result<Response, Problem> {
    let new = NewContact {
        name: &form.name,
        number: &form.nummer,
    };
    let asked = (own_town(&permit)?, new);
    let problems = match add(&app.db, &app.keyring, &permit, asked).await {
        Ok(()) => return Ok(said(Notice::ContactAdded)),
        Err(ContactError::Invalid(problems)) => problems,
        Err(error) => return Err(error.into()),
    };
    let form = ContactForm {
        name: form.name,
        number: form.nummer,
        problems: problems.into_iter().map(problem).collect(),
    };
    let page = own_page(&app, &permit, (frame, form)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

pub(super) async fn check_contact(
    permit: Permit<KeepEmergencyContacts>,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyContactId>,
) -> Result<Response, Problem> {
    check(&app.db, &permit, id).await?;
    Ok(said(Notice::ContactChecked))
}

pub(super) async fn move_contact_up(
    permit: Permit<KeepEmergencyContacts>,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyContactId>,
) -> Result<Response, Problem> {
    move_up(&app.db, &permit, id).await?;
    Ok(said(Notice::ContactMoved))
}

pub(super) async fn remove_contact(
    permit: Permit<KeepEmergencyContacts>,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyContactId>,
) -> Result<Response, Problem> {
    remove(&app.db, &permit, id).await?;
    Ok(said(Notice::ContactRemoved))
}

/// Sent twice it is looked at twice, and recorded twice.
pub(super) async fn reveal_contacts(
    permit: Permit<RevealEmergencyContacts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<OrganisationId>,
    FormBody(form): FormBody<RevealFields>,
) -> Result<Html<TownCardPage>, Problem> {
    let reads = permit.also::<ReadEmergencyCards>();
    let reads = reads.ok_or_else(|| Problem::forbidden("your token may not read this"))?;
    let purpose = form
        .zweck
        .parse()
        .map_err(|_| Problem::invalid("say what for"))?;
    let contacts = reveal(&app.db, &app.keyring, &permit, (id, purpose, None)).await?;
    let page = page(&app, &reads, (frame, id, Some(contacts))).await?;
    Ok(Html::new(page))
}

fn problem(problem: ContactProblem) -> PageProblem {
    match problem {
        ContactProblem::Name => PageProblem::Name,
        ContactProblem::Number => PageProblem::Number,
        ContactProblem::TooMany => PageProblem::TooMany,
    }
}

/// Back on the page, with a message.
fn said(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start("/kommune"));
    say_next(&mut response, notice);
    response
}

impl From<ContactError> for Problem {
    fn from(error: ContactError) -> Self {
        match error {
            ContactError::NotFound => Self::not_found("there is no such contact"),
            ContactError::Invalid(_) => Self::invalid("the contact is not valid"),
            ContactError::Storage(error) => error.into(),
        }
    }
}
