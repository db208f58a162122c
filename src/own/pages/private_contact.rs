//! `/profil/erreichbarkeit`: private numbers and which way is tried first, for the person alone.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use strum::VariantArray;
use web::pages::{
    ContactWay as PageWay, ContactWayProblem as PageProblem, ContactWayRow, PrivateContactPage,
};
use web::{Frame, Language, Notice};

use super::entry::Sent;
use crate::access::Permit;
use crate::access::action::{KeepConsents, KeepPrivateContact, ReadIdentity};
use crate::app::AppState;
use crate::experts::{
    self, ConsentPurpose, ConsentState, ContactOrder, ContactWay, Identity, PrivateContact,
    PrivateContactError, PrivateContactProblem,
};
use crate::http::{FormBody, Problem};
use crate::pages::{Html, LocalPath, Visitor, day, redirect, say_next};

pub(super) async fn show(
    permit: Permit<KeepPrivateContact>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<PrivateContactPage>, Problem> {
    let held = experts::own_private_contact(&app.db, &app.keyring, &permit).await?;
    Ok(Html::new(page(&app, &permit, frame, (held, &[])).await?))
}

pub(super) async fn save(
    permit: Permit<KeepPrivateContact>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let contact = read(&Sent(sent));
    let kept = experts::keep_private_contact(&app.db, &app.keyring, &permit, contact.clone()).await;
    match kept {
        Ok(()) => {
            let mut response = redirect(&LocalPath::or_start("/profil"));
            say_next(&mut response, Notice::EntrySaved);
            Ok(response)
        }
        Err(PrivateContactError::Invalid(problems)) => {
            let page = page(&app, &permit, frame, (contact, &problems)).await?;
            Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        Err(error @ PrivateContactError::Entry(_)) => Err(error.into()),
    }
}

impl From<PrivateContactError> for Problem {
    fn from(error: PrivateContactError) -> Self {
        match error {
            PrivateContactError::Invalid(_) => Self::invalid("some ways are not valid"),
            PrivateContactError::Entry(error) => error.into(),
        }
    }
}

fn read(sent: &Sent) -> PrivateContact {
    let text = |way| {
        let text = sent.text(page_way(way).name());
        (!text.is_empty()).then(|| text.to_owned())
    };
    let place = |way: &ContactWay| {
        let place = sent.text(&page_way(*way).place_name()).parse().ok()?;
        (1..=6).contains(&place).then_some((place, *way))
    };
    PrivateContact {
        mobile: text(ContactWay::PrivateMobile),
        phone: text(ContactWay::PrivatePhone),
        email: text(ContactWay::PrivateEmail),
        order: ContactOrder::by_place(ContactWay::VARIANTS.iter().filter_map(place).collect()),
    }
}

async fn page(
    app: &AppState,
    permit: &Permit<KeepPrivateContact>,
    frame: Frame,
    (contact, problems): (PrivateContact, &[(ContactWay, PrivateContactProblem)]),
) -> Result<PrivateContactPage, Problem> {
    let missing = || Problem::not_found("there is no entry of yours");
    let reading = permit.also::<ReadIdentity>().ok_or_else(missing)?;
    let id = experts::of_account(&app.db, &reading)
        .await?
        .ok_or_else(missing)?;
    let (entry, _) = experts::own_view(&app.db, &app.keyring, &reading, id).await?;
    let consenting = permit.also::<KeepConsents>().ok_or_else(missing)?;
    let consents = experts::consents(&app.db, &consenting).await?;
    let language = frame.language;
    let state = consents
        .states
        .iter()
        .find(|(purpose, _)| *purpose == ConsentPurpose::PrivateContact);
    let consent_until = match state {
        Some((_, ConsentState::Given { until, .. })) => {
            Some(day(until.plus_seconds(-1).date(), language))
        }
        _ => None,
    };
    let row = |way: &ContactWay| row((*way, entry.identity.as_ref()), &contact, problems);
    let mut ways: Vec<_> = ContactWay::VARIANTS.iter().map(row).collect();
    ways.sort_by_key(|row| row.place.checked_sub(1).unwrap_or(u8::MAX));
    Ok(PrivateContactPage {
        ways,
        consent: consent_text(language),
        consent_until,
        frame,
    })
}

fn consent_text(language: Language) -> String {
    let purpose = ConsentPurpose::PrivateContact;
    let text = purpose.text(purpose.version()).unwrap_or_default();
    match language {
        Language::German => text.de,
        Language::English => text.en,
    }
}

fn row(
    (way, identity): (ContactWay, Option<&Identity>),
    contact: &PrivateContact,
    problems: &[(ContactWay, PrivateContactProblem)],
) -> ContactWayRow {
    let at_work = |pick: fn(&Identity) -> Option<&String>| identity.and_then(pick).cloned();
    let value = match way {
        ContactWay::WorkMobile => at_work(|held| held.mobile.as_ref()),
        ContactWay::WorkPhone => at_work(|held| held.phone.as_ref()),
        ContactWay::WorkEmail => at_work(|held| Some(&held.email)),
        ContactWay::PrivateMobile | ContactWay::PrivatePhone | ContactWay::PrivateEmail => {
            contact.private(way).map(str::to_owned)
        }
    };
    let place = contact.order.place(way).unwrap_or_default();
    let mut wrong = problems.iter();
    ContactWayRow {
        way: page_way(way),
        value: value.unwrap_or_default(),
        place: u8::try_from(place).unwrap_or_default(),
        problem: wrong
            .find(|(about, _)| *about == way)
            .map(|(_, problem)| page_problem(*problem)),
    }
}

const fn page_way(way: ContactWay) -> PageWay {
    match way {
        ContactWay::WorkMobile => PageWay::WorkMobile,
        ContactWay::WorkPhone => PageWay::WorkPhone,
        ContactWay::WorkEmail => PageWay::WorkEmail,
        ContactWay::PrivateMobile => PageWay::PrivateMobile,
        ContactWay::PrivatePhone => PageWay::PrivatePhone,
        ContactWay::PrivateEmail => PageWay::PrivateEmail,
    }
}

const fn page_problem(problem: PrivateContactProblem) -> PageProblem {
    match problem {
        PrivateContactProblem::NoPhone => PageProblem::NoPhone,
        PrivateContactProblem::NoMail => PageProblem::NoMail,
        PrivateContactProblem::Unused => PageProblem::Unused,
        PrivateContactProblem::Missing => PageProblem::Missing,
        PrivateContactProblem::NoWay => PageProblem::NoWay,
    }
}
