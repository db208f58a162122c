//! The parts of an entry that are forms: contact, description, deployment.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use web::pages::{EntryField, EntryFormPage, EntryInput, EntryProblem, EntrySection};
use web::{Frame, Notice};

use super::draft::{DraftQuery, form_of};
use super::fields::{options, put, stored, value};
use super::problems::{pointer, problem};
use super::{Editing, Sent};
use crate::access::Permit;
use crate::access::action::UpdateExpert;
use crate::app::AppState;
use crate::experts::{self, EntryKind, ExpertError, ExpertPatch};
use crate::http::{FormBody, PathId, Problem, QueryParams};
use crate::ids::ExpertId;
use crate::input::{self, FieldError, InputError};
use crate::pages::{
    Html, LocalPath, Parameters, Visitor, moment, redirect, resolve_place, say_next,
};

macro_rules! part {
    ($show:ident, $save:ident, $section:ident) => {
        pub(super) async fn $show(
            permit: Permit<UpdateExpert>,
            Visitor(frame): Visitor,
            State(app): State<AppState>,
            PathId(id): PathId<ExpertId>,
            QueryParams(query): QueryParams<DraftQuery>,
        ) -> Result<Html<EntryFormPage>, Problem> {
            let part = Part::of(&app, EntrySection::$section);
            part.show((&permit, id), frame, &query).await
        }

        pub(super) async fn $save(
            permit: Permit<UpdateExpert>,
            Visitor(frame): Visitor,
            State(app): State<AppState>,
            PathId(id): PathId<ExpertId>,
            FormBody(sent): FormBody<Vec<(String, String)>>,
        ) -> Result<Response, Problem> {
            let part = Part::of(&app, EntrySection::$section);
            part.save((&permit, id), frame, &Sent(sent)).await
        }
    };
}

part!(contact, save_contact, Contact);
part!(description, save_description, Description);
part!(deployment, save_deployment, Deployment);

/// A part of entries.
struct Part<'a> {
    app: &'a AppState,
    section: EntrySection,
}

/// Why a form is shown again.
struct Refused<'a> {
    sent: &'a Sent,
    problems: Vec<(EntryField, EntryProblem)>,
    is_conflict: bool,
}

impl<'a> Part<'a> {
    fn of(app: &'a AppState, section: EntrySection) -> Self {
        Self { app, section }
    }

    async fn show(
        &self,
        (permit, id): (&Permit<UpdateExpert>, ExpertId),
        frame: Frame,
        query: &DraftQuery,
    ) -> Result<Html<EntryFormPage>, Problem> {
        let app = self.app;
        let editing = Editing::load(app, permit, id).await?;
        let draft = match form_of(self.section) {
            Some(form) => experts::find_draft(&app.db, &app.keyring, permit, (id, form)).await?,
            None => None,
        };
        let Some(draft) = draft else {
            return Ok(Html::new(self.page(frame, &editing, None)));
        };
        let at = moment(draft.saved_at, app.db.clock().now(), frame.language);
        if !query.is_wanted() {
            let mut page = self.page(frame, &editing, None);
            page.draft = Some(at);
            return Ok(Html::new(page));
        }
        let sent = Sent(draft.fields);
        let typed = Refused {
            sent: &sent,
            problems: Vec::new(),
            is_conflict: false,
        };
        let mut page = self.page(frame, &editing, Some(&typed));
        // Saving says so when somebody else changed the entry since this was typed.
        page.entry.version = sent.version().or(editing.version);
        Ok(Html::new(page))
    }

    async fn save(
        &self,
        (permit, id): (&Permit<UpdateExpert>, ExpertId),
        frame: Frame,
        sent: &Sent,
    ) -> Result<Response, Problem> {
        let app = self.app;
        let editing = Editing::load(app, permit, id).await?;
        let refused = |problems, is_conflict| Refused {
            sent,
            problems,
            is_conflict,
        };
        let refused = match self.patch(&editing, sent) {
            Err(problems) => refused(problems, false),
            Ok(patch) => {
                let words = (&*app.reference, &*app.keyring);
                let change = (id, sent.version(), patch);
                match experts::update(&app.db, words, permit, change).await {
                    Ok(_) => {
                        if let Some(form) = form_of(self.section) {
                            experts::forget_draft(&app.db, permit, (id, form)).await?;
                        }
                        return Ok(saved(&editing));
                    }
                    Err(ExpertError::Invalid(errors)) => {
                        refused(self.problems(&editing, sent, &errors), false)
                    }
                    Err(ExpertError::Version(_)) => refused(Vec::new(), true),
                    Err(error) => return Err(error.into()),
                }
            }
        };
        let status = if refused.is_conflict {
            StatusCode::CONFLICT
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let mut page = self.page(frame, &editing, Some(&refused));
        if !refused.is_conflict {
            page.entry.version = sent.version().or(editing.version);
        }
        Ok(Html::with_status(page, status).into_response())
    }

    fn fields(&self, editing: &Editing) -> Vec<EntryField> {
        use EntryField as F;
        let is_person = editing.entry.kind == EntryKind::Person;
        match self.section {
            EntrySection::Contact if is_person => {
                vec![F::GivenName, F::FamilyName, F::Email, F::Phone, F::Mobile]
            }
            EntrySection::Contact => vec![F::Headcount],
            EntrySection::Description => vec![F::HeadlineDe, F::TextDe, F::HeadlineEn, F::TextEn],
            EntrySection::Deployment => {
                let mut fields = vec![F::Place, F::Radius, F::Mode, F::MaxDays, F::Notice];
                if is_person {
                    fields.extend([F::ClearanceLevel, F::ClearanceUntil, F::ClearanceOffice]);
                }
                if editing.is_own {
                    fields.push(F::NightAlerts);
                }
                fields
            }
            EntrySection::Skills
            | EntrySection::Certificates
            | EntrySection::Languages
            | EntrySection::Availability => Vec::new(),
        }
    }

    fn page(
        &self,
        frame: Frame,
        editing: &Editing,
        refused: Option<&Refused<'_>>,
    ) -> EntryFormPage {
        let reference = &self.app.reference;
        let input = |field: EntryField| {
            let stored = stored(editing, field, reference);
            let value = refused.map_or_else(
                || stored.clone(),
                |refused| refused.sent.text(field.name()).to_owned(),
            );
            let mut problems = refused.into_iter().flat_map(|refused| &refused.problems);
            let is_conflict = refused.is_some_and(|refused| refused.is_conflict);
            EntryInput {
                field,
                options: options(field, frame.language),
                stored: (is_conflict && stored != value).then_some(stored),
                problem: problems
                    .find(|(about, _)| *about == field)
                    .map(|(_, problem)| problem.clone()),
                value,
            }
        };
        EntryFormPage {
            entry: editing.frame(),
            section: self.section,
            inputs: self.fields(editing).into_iter().map(input).collect(),
            is_conflict: refused.is_some_and(|refused| refused.is_conflict),
            draft: None,
            frame,
        }
    }

    /// What was sent as a change of the entry.
    fn patch(
        &self,
        editing: &Editing,
        sent: &Sent,
    ) -> Result<ExpertPatch, Vec<(EntryField, EntryProblem)>> {
        let mut body = json!({});
        for field in self.fields(editing) {
            let value = match field {
                EntryField::Place => json!(self.place(editing, sent)?),
                _ => value(field, sent.text(field.name())),
            };
            put(&mut body, pointer(field), value);
        }
        input::parse(body.to_string().as_bytes()).map_err(|error| match error {
            InputError::Invalid(errors) => self.problems(editing, sent, &errors),
            InputError::Unreadable(_) => Vec::new(),
        })
    }

    fn place(
        &self,
        editing: &Editing,
        sent: &Sent,
    ) -> Result<String, Vec<(EntryField, EntryProblem)>> {
        let reference = &self.app.reference;
        let typed = sent.text(EntryField::Place.name());
        if typed == stored(editing, EntryField::Place, reference) {
            return Ok(editing.entry.base.clone());
        }
        let asked = resolve_place(reference, "", &Parameters::from_pairs(sent.0.clone()));
        let near = asked.field.problem.as_ref().map(|problem| {
            problem
                .choices()
                .iter()
                .map(|choice| choice.label.clone())
                .take(5)
                .collect()
        });
        asked.ags.map(|ags| ags.as_str().to_owned()).ok_or_else(|| {
            vec![(
                EntryField::Place,
                near.map_or(EntryProblem::Missing, EntryProblem::NoPlace),
            )]
        })
    }

    fn problems(
        &self,
        editing: &Editing,
        sent: &Sent,
        errors: &[FieldError],
    ) -> Vec<(EntryField, EntryProblem)> {
        let fields = self.fields(editing);
        let about = |error: &FieldError| {
            let field = fields
                .iter()
                .find(|field| error.pointer.starts_with(pointer(**field)))?;
            Some((*field, problem(*field, error, sent.text(field.name()))))
        };
        errors.iter().filter_map(about).collect()
    }
}

fn saved(editing: &Editing) -> Response {
    let home = if editing.is_own {
        "/profil".to_owned()
    } else {
        editing.frame().path
    };
    let mut response = redirect(&LocalPath::or_start(&home));
    say_next(&mut response, Notice::EntrySaved);
    response
}
