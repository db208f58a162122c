//! An organisation an admin works on: what is sent of it, and what its page shows.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use web::pages::{
    AdminField, AdminInput, AdminProblem, KeptOrganisationPage, KeptServed, MembershipForm,
    ServedForm,
};
use web::{Frame, Language, Notice};

use super::super::deputies;
use super::super::form::{Refused, Sent, input, kinds, legal_forms, nis2, problems};
use super::read::seat_text;
use super::{FACTS, MEMBERSHIP};
use crate::access::action::{ReadOrganisation, SetMembership, UpdateOrganisation};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::experts;
use crate::http::Problem;
use crate::ids::OrganisationId;
use crate::input::{self, InputError};
use crate::organisations::{self, OrganisationBody, OrganisationError, Served};
use crate::pages::{Html, LocalPath, redirect, say_next};

/// Which form was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Facts,
    Served,
    Membership,
}

/// Why nothing was saved.
pub(super) enum Unsaved {
    Wrong(Vec<(AdminField, AdminProblem)>),
    /// Lines that are no place, with places near.
    Lines(Vec<(String, Vec<String>)>),
    Conflict,
    Other(OrganisationError),
}

/// What a page shows besides what is stored.
#[derive(Default)]
pub(super) struct Shown<'a> {
    facts: Option<Refused<'a>>,
    membership: Option<Refused<'a>>,
    lines: Vec<(String, Vec<String>)>,
    typed: String,
    is_conflict: bool,
}

/// An organisation an admin works on.
pub(super) struct Desk<'a> {
    app: &'a AppState,
    permit: Permit<UpdateOrganisation>,
    pub(super) body: OrganisationBody,
    version: i32,
    /// Its entries, and those found now.
    entries: (usize, usize),
}

impl<'a> Desk<'a> {
    pub(super) async fn open(
        app: &'a AppState,
        permit: &Permit<SetMembership>,
        id: OrganisationId,
    ) -> Result<Self, Problem> {
        let reads = also::<_, ReadOrganisation>(permit)?;
        let (body, version) = organisations::show(&app.db, &app.reference, &reads, id).await?;
        Ok(Self {
            app,
            permit: also(permit)?,
            body,
            version,
            entries: experts::head_count(&app.db, permit, id).await?,
        })
    }

    pub(super) async fn save(&self, sent: &Sent, patch: &Value) -> Result<(), Unsaved> {
        let fields: Vec<AdminField> = FACTS.into_iter().chain(MEMBERSHIP).collect();
        let wrong = |errors: &[_]| Unsaved::Wrong(problems(&fields, sent, errors));
        let patch = input::parse(patch.to_string().as_bytes()).map_err(|error| match error {
            InputError::Invalid(errors) => wrong(&errors),
            InputError::Unreadable(_) => Unsaved::Wrong(Vec::new()),
        })?;
        let change = (self.body.id, sent.version(), patch);
        let (db, reference) = (&self.app.db, &self.app.reference);
        let saved = organisations::update(db, reference, &self.permit, change).await;
        saved.map(drop).map_err(|error| match error {
            OrganisationError::Invalid(errors) => wrong(&errors),
            OrganisationError::PlaceTaken(_) => {
                Unsaved::Wrong(vec![(AdminField::Seat, AdminProblem::Taken)])
            }
            OrganisationError::Version(_) => Unsaved::Conflict,
            error @ (OrganisationError::NotFound
            | OrganisationError::SaidByAdmins
            | OrganisationError::KeyReused
            | OrganisationError::Storage(_)) => Unsaved::Other(error),
        })
    }

    pub(super) async fn answer(
        &self,
        frame: Frame,
        (sent, form): (&Sent, Form),
        saved: Result<(), Unsaved>,
    ) -> Result<Response, Problem> {
        let path = self.path();
        let (wrong, lines, is_conflict) = match saved {
            Ok(()) => {
                let mut response = redirect(&LocalPath::or_start(&path));
                say_next(&mut response, Notice::OrganisationSaved);
                return Ok(response);
            }
            Err(Unsaved::Other(error)) => return Err(error.into()),
            Err(Unsaved::Wrong(wrong)) => (wrong, Vec::new(), false),
            Err(Unsaved::Lines(lines)) => (Vec::new(), lines, false),
            Err(Unsaved::Conflict) => (Vec::new(), Vec::new(), true),
        };
        let refused = |problems| Refused {
            sent,
            problems,
            is_conflict,
        };
        let mut shown = Shown {
            lines,
            is_conflict,
            ..Shown::default()
        };
        match form {
            Form::Facts => shown.facts = Some(refused(wrong)),
            Form::Membership => shown.membership = Some(refused(wrong)),
            Form::Served => sent.text("weitere").clone_into(&mut shown.typed),
        }
        let status = if is_conflict {
            StatusCode::CONFLICT
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let frame = Frame {
            here: path,
            ..frame
        };
        let mut page = self.page(frame, &shown).await?;
        page.version = refused(Vec::new()).version(self.version);
        Ok(Html::with_status(page, status).into_response())
    }

    fn path(&self) -> String {
        format!("/verwaltung/organisationen/{}", self.body.id)
    }

    pub(super) async fn page(
        &self,
        frame: Frame,
        shown: &Shown<'_>,
    ) -> Result<KeptOrganisationPage, Problem> {
        let whose = (self.body.id, frame.language);
        let deputies = deputies::of_organisation(self.app, &also(&self.permit)?, whose).await?;
        let reference = &self.app.reference;
        let place = |served: &Served| KeptServed {
            name: seat_text(reference, &served.ags),
            ags: served.ags.clone(),
            is_whole: served.whole,
        };
        let inputs = |fields: &[AdminField], refused: Option<&Refused<'_>>| -> Vec<AdminInput> {
            let fields = fields.iter().copied();
            fields
                .map(|field| input(field, self.stored(field, frame.language), refused))
                .collect()
        };
        Ok(KeptOrganisationPage {
            deputies,
            path: self.path(),
            name: self.body.name.clone(),
            version: self.version,
            is_conflict: shown.is_conflict,
            inputs: inputs(&FACTS, shown.facts.as_ref()),
            serves: ServedForm {
                places: self.body.serves.iter().map(place).collect(),
                problems: shown.lines.clone(),
                typed: shown.typed.clone(),
            },
            membership: MembershipForm {
                is_member: self.body.member,
                inputs: inputs(&MEMBERSHIP, shown.membership.as_ref()),
                entries: self.entries.0,
                found: self.entries.1,
            },
            frame,
        })
    }

    /// What is stored in a field, and what it can be chosen from.
    fn stored(&self, field: AdminField, language: Language) -> (String, Vec<(String, String)>) {
        let body = &self.body;
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        let value = match field {
            AdminField::Name => Some(body.name.clone()),
            AdminField::Kind => {
                return (<&str>::from(body.kind).to_owned(), kinds(language));
            }
            AdminField::LegalForm => {
                return (
                    <&str>::from(body.legal_form).to_owned(),
                    legal_forms(language),
                );
            }
            AdminField::Nis2 => {
                return (<&str>::from(body.nis2_status).to_owned(), nis2(language));
            }
            AdminField::Seat => Some(seat_text(&self.app.reference, &body.place)),
            AdminField::DutyPhone => body.duty_phone.clone(),
            AdminField::Days => body.yearly_person_days.map(|days| days.to_string()),
            AdminField::MemberFrom => day(body.member_from),
            AdminField::MemberUntil => day(body.member_until),
            AdminField::Land
            | AdminField::ContactKind
            | AdminField::Phone
            | AdminField::Email
            | AdminField::Url
            | AdminField::Address
            | AdminField::Hours
            | AdminField::Note
            | AdminField::Source
            | AdminField::TermId
            | AdminField::LabelDe
            | AdminField::LabelEn
            | AdminField::Parent
            | AdminField::SynonymsDe
            | AdminField::SynonymsEn
            | AdminField::Extended
            | AdminField::Into
            | AdminField::TextDe
            | AdminField::TextEn
            | AdminField::CheckedBy
            | AdminField::CheckedOn => None,
        };
        (value.unwrap_or_default(), Vec::new())
    }
}

/// Whoever may set memberships may do the rest.
fn also<A: Action, B: Action>(permit: &Permit<A>) -> Result<Permit<B>, Problem> {
    let also = permit.also::<B>();
    also.ok_or_else(|| Problem::forbidden("you may not do this to organisations"))
}
