//! `/verwaltung/kontakte`: whom to call in a Land; those nobody has looked at for half a year stand on top.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::{Value, json};
use strum::VariantArray;
use uuid::Uuid;
use web::pages::{
    AdminField, AdminInput, ContactFormPage, ContactKind as PageKind, ContactsPage, KeptContactRow,
};
use web::{Frame, Language, Notice};

use super::form::{Refused, Sent, input, pointer, problems};
use crate::access::Permit;
use crate::access::action::KeepContacts;
use crate::app::AppState;
use crate::http::{FormBody, PathText, Problem};
use crate::input::{self, InputError};
use crate::pages::{Html, LocalPath, Visitor, day, redirect, say_next};
use crate::reference::{
    self, ContactFields, ContactKind, ContactScope, KeepingError, KeptContact, Land, LandContact,
};

const PATH: &str = "/verwaltung/kontakte";
const FIELDS: [AdminField; 10] = [
    AdminField::Land,
    AdminField::ContactKind,
    AdminField::Name,
    AdminField::Phone,
    AdminField::Email,
    AdminField::Url,
    AdminField::Address,
    AdminField::Hours,
    AdminField::Note,
    AdminField::Source,
];

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/verwaltung/kontakte", get(list))
        .route("/verwaltung/kontakte/neu", get(fresh).post(add))
        .route("/verwaltung/kontakte/{stelle}", get(show).post(save))
        .route("/verwaltung/kontakte/{stelle}/geprueft", post(check))
        .route("/verwaltung/kontakte/{stelle}/entfernen", post(remove))
}

async fn list(
    permit: Permit<KeepContacts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<ContactsPage>, Problem> {
    let today = app.db.clock().now().date();
    let contacts = reference::kept_contacts(&app.db, &permit).await?;
    let rows = contacts.into_iter().map(|kept| {
        let is_due = kept.is_due(today);
        let KeptContact { id, contact, .. } = kept;
        KeptContactRow {
            href: format!("{PATH}/{id}"),
            land: land_name(contact.scope, frame.language),
            kind: kind_words(contact.kind),
            name: contact.name,
            phone: contact.phone,
            checked: day(contact.last_checked, frame.language),
            is_due,
            is_checked_today: contact.last_checked == today,
        }
    });
    Ok(Html::new(ContactsPage {
        rows: rows.collect(),
        frame,
    }))
}

async fn fresh(_: Permit<KeepContacts>, Visitor(frame): Visitor) -> Html<ContactFormPage> {
    Html::new(page(frame, None, None))
}

async fn add(
    permit: Permit<KeepContacts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Sent(sent);
    match read(&sent) {
        Ok(fields) => {
            reference::add_contact(&app.db, &permit, fields).await?;
            Ok(said(Notice::LandContactSaved))
        }
        Err(problems) => Ok(refused(frame, None, (&sent, problems, false))),
    }
}

async fn show(
    permit: Permit<KeepContacts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(id): PathText,
) -> Result<Html<ContactFormPage>, Problem> {
    let kept = reference::kept_contact(&app.db, &permit, id_of(&id)?).await?;
    Ok(Html::new(page(frame, Some(&kept), None)))
}

async fn save(
    permit: Permit<KeepContacts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathText(id): PathText,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (sent, id) = (Sent(sent), id_of(&id)?);
    let version = sent.version().or(0);
    let (problems, is_conflict) = match read(&sent) {
        Err(problems) => (problems, false),
        Ok(fields) => {
            match reference::change_contact(&app.db, &permit, (id, version), fields).await {
                Ok(()) => return Ok(said(Notice::LandContactSaved)),
                Err(KeepingError::Changed) => (Vec::new(), true),
                Err(error) => return Err(error.into()),
            }
        }
    };
    let kept = reference::kept_contact(&app.db, &permit, id).await?;
    Ok(refused(frame, Some(&kept), (&sent, problems, is_conflict)))
}

async fn check(
    permit: Permit<KeepContacts>,
    State(app): State<AppState>,
    PathText(id): PathText,
) -> Result<Response, Problem> {
    reference::check_contact(&app.db, &permit, id_of(&id)?).await?;
    Ok(said(Notice::LandContactChecked))
}

async fn remove(
    permit: Permit<KeepContacts>,
    State(app): State<AppState>,
    PathText(id): PathText,
) -> Result<Response, Problem> {
    reference::remove_contact(&app.db, &permit, id_of(&id)?).await?;
    Ok(said(Notice::LandContactRemoved))
}

fn id_of(text: &str) -> Result<Uuid, Problem> {
    let id = text.parse();
    id.map_err(|_| Problem::not_found("there is no such contact"))
}

fn said(notice: Notice) -> Response {
    let mut response = redirect(&LocalPath::or_start(PATH));
    say_next(&mut response, notice);
    response
}

type Problems = Vec<(AdminField, web::pages::AdminProblem)>;

fn read(sent: &Sent) -> Result<ContactFields, Problems> {
    let mut body = json!({});
    for field in FIELDS {
        let typed = sent.text(field.name());
        let value = if typed.is_empty() && is_optional(field) {
            Value::Null
        } else {
            json!(typed)
        };
        body[pointer(field).trim_start_matches('/')] = value;
    }
    input::parse(body.to_string().as_bytes()).map_err(|error| match error {
        InputError::Invalid(errors) => problems(&FIELDS, sent, &errors),
        InputError::Unreadable(_) => Vec::new(),
    })
}

const fn is_optional(field: AdminField) -> bool {
    !matches!(
        field,
        AdminField::Land | AdminField::ContactKind | AdminField::Name | AdminField::Source
    )
}

fn refused(
    frame: Frame,
    kept: Option<&KeptContact>,
    (sent, problems, is_conflict): (&Sent, Problems, bool),
) -> Response {
    let refused = Refused {
        sent,
        problems,
        is_conflict,
    };
    let status = if is_conflict {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Html::with_status(page(frame, kept, Some(&refused)), status).into_response()
}

fn page(
    frame: Frame,
    kept: Option<&KeptContact>,
    refused: Option<&Refused<'_>>,
) -> ContactFormPage {
    let language = frame.language;
    let contact = kept.map(|kept| &kept.contact);
    let of = |field: AdminField| -> AdminInput {
        let stored = contact.map_or_else(String::new, |contact| stored(contact, field));
        input(field, (stored, options(field, language)), refused)
    };
    ContactFormPage {
        path: kept.map_or_else(
            || format!("{PATH}/neu"),
            |kept| format!("{PATH}/{}", kept.id),
        ),
        name: contact.map(|contact| contact.name.clone()),
        version: {
            let current = kept.map_or(0, |kept| kept.version);
            refused.map_or(current, |refused| refused.version(current))
        },
        is_conflict: refused.is_some_and(|refused| refused.is_conflict),
        inputs: FIELDS.into_iter().map(of).collect(),
        frame,
    }
}

fn stored(contact: &LandContact, field: AdminField) -> String {
    let kind = || json!(contact.kind).as_str().unwrap_or_default().to_owned();
    match field {
        AdminField::Land => contact.scope.into(),
        AdminField::ContactKind => kind(),
        AdminField::Name => contact.name.clone(),
        AdminField::Phone => contact.phone.clone().unwrap_or_default(),
        AdminField::Email => contact.email.clone().unwrap_or_default(),
        AdminField::Url => contact.url.clone().unwrap_or_default(),
        AdminField::Address => contact.address.clone().unwrap_or_default(),
        AdminField::Hours => contact.hours.clone().unwrap_or_default(),
        AdminField::Note => contact.note_de.clone().unwrap_or_default(),
        AdminField::Source => contact.source.clone(),
        _ => String::new(),
    }
}

fn options(field: AdminField, language: Language) -> Vec<(String, String)> {
    match field {
        AdminField::Land => {
            let lands = Land::all().map(ContactScope::Land);
            let scopes = [ContactScope::Federal].into_iter().chain(lands);
            scopes
                .map(|scope| (scope.into(), land_name(scope, language)))
                .collect()
        }
        AdminField::ContactKind => {
            let kinds = ContactKind::VARIANTS.iter().map(|kind| {
                let value = json!(kind).as_str().unwrap_or_default().to_owned();
                (value, kind_words(*kind).label(language))
            });
            kinds.collect()
        }
        _ => Vec::new(),
    }
}

fn land_name(scope: ContactScope, language: Language) -> String {
    match (scope, language) {
        (ContactScope::Federal, _) => PageKind::federal(language),
        (ContactScope::Land(land), Language::German) => land.name_de().to_owned(),
        (ContactScope::Land(land), Language::English) => land.name_en().to_owned(),
    }
}

const fn kind_words(kind: ContactKind) -> PageKind {
    match kind {
        ContactKind::Cert => PageKind::Cert,
        ContactKind::IncidentResponse => PageKind::IncidentResponse,
        ContactKind::PoliceZac => PageKind::Police,
        ContactKind::Prosecution => PageKind::Prosecution,
        ContactKind::DataProtection => PageKind::DataProtection,
        ContactKind::MunicipalIt => PageKind::MunicipalIt,
    }
}
