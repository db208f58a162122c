//! The lists of an entry: skills, certificates, languages.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use web::pages::{EntrySection, ProposalForm, TermProblem, TermsPage};
use web::{Frame, Notice};

use super::proposals::form;
use super::term_rows::{Listed, page};
use super::{Editing, Sent};
use crate::access::Permit;
use crate::access::action::UpdateExpert;
use crate::app::AppState;
use crate::experts::{self, ExpertError, ExpertPatch, SkillChange};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::ExpertId;
use crate::input::{self, InputError};
use crate::pages::{Found, Html, LocalPath, Visitor, find_term, redirect, say_next};
use crate::reference::Term;

macro_rules! list {
    ($show:ident, $save:ident, $section:ident) => {
        pub(super) async fn $show(
            permit: Permit<UpdateExpert>,
            Visitor(frame): Visitor,
            State(app): State<AppState>,
            PathId(id): PathId<ExpertId>,
        ) -> Result<Html<TermsPage>, Problem> {
            let editing = Editing::load(&app, &permit, id).await?;
            let list = List::of(&app, EntrySection::$section);
            Ok(Html::new(
                list.page((&permit, id), frame, (&editing, None)).await?,
            ))
        }

        pub(super) async fn $save(
            permit: Permit<UpdateExpert>,
            Visitor(frame): Visitor,
            State(app): State<AppState>,
            PathId(id): PathId<ExpertId>,
            FormBody(sent): FormBody<Vec<(String, String)>>,
        ) -> Result<Response, Problem> {
            let list = List::of(&app, EntrySection::$section);
            list.save((&permit, id), frame, &Sent(sent)).await
        }
    };
}

list!(skills, save_skills, Skills);
list!(certificates, save_certificates, Certificates);
list!(languages, save_languages, Languages);

struct List<'a> {
    app: &'a AppState,
    section: EntrySection,
}

/// Why a list is shown again.
pub(super) struct Refused<'a> {
    pub(super) sent: &'a Sent,
    pub(super) problem: Option<TermProblem>,
    pub(super) choices: Vec<&'a Term>,
}

impl<'a> List<'a> {
    fn of(app: &'a AppState, section: EntrySection) -> Self {
        Self { app, section }
    }

    async fn page(
        &self,
        (permit, id): (&Permit<UpdateExpert>, ExpertId),
        frame: Frame,
        (editing, refused): (&Editing, Option<&Refused<'_>>),
    ) -> Result<TermsPage, Problem> {
        let form = form(self.app, permit, (id, self.section), frame.language).await?;
        let mut page = page((self.app, self.section), frame, editing, refused);
        page.proposals = ProposalForm {
            is_open: page.problem == Some(TermProblem::Unknown),
            word: page.typed.clone(),
            ..form
        };
        Ok(page)
    }

    async fn save(
        &self,
        (permit, id): (&Permit<UpdateExpert>, ExpertId),
        frame: Frame,
        sent: &Sent,
    ) -> Result<Response, Problem> {
        let app = self.app;
        let editing = Editing::load(app, permit, id).await?;
        if let Some(skill) = sent.text("was").strip_prefix("verwerfen:") {
            return match experts::drop_skill_change(&app.db, permit, (id, skill)).await {
                // Settled meanwhile: the page shows how it stands.
                Ok(_) | Err(ExpertError::NotFound) => Ok(self.saved(&editing, Notice::EntrySaved)),
                Err(error) => Err(error.into()),
            };
        }
        let refused = match self.patch(&editing, sent) {
            Err(refused) => refused,
            Ok(patch) => {
                let words = (&*app.reference, &*app.keyring);
                let change = (id, sent.version(), patch);
                match experts::update(&app.db, words, permit, change).await {
                    Ok(_) => {
                        let after = Editing::load(app, permit, id).await?;
                        let waits = after.entry.skill_changes != editing.entry.skill_changes
                            && !after.entry.skill_changes.is_empty();
                        let notice = if waits {
                            Notice::SkillChangeProposed
                        } else {
                            Notice::EntrySaved
                        };
                        return Ok(self.saved(&editing, notice));
                    }
                    Err(ExpertError::Version(_)) => refused(sent, None),
                    Err(ExpertError::Invalid(_)) => refused(sent, Some(TermProblem::Unknown)),
                    Err(error) => return Err(error.into()),
                }
            }
        };
        let status = match refused.problem {
            None => StatusCode::CONFLICT,
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let mut page = self
            .page((permit, id), frame, (&editing, Some(&refused)))
            .await?;
        if refused.problem.is_some() {
            page.entry.version = sent.version().or(editing.version);
        }
        Ok(Html::with_status(page, status).into_response())
    }

    fn saved(&self, editing: &Editing, notice: Notice) -> Response {
        let path = format!("{}/{}", editing.frame().path, self.section.path());
        let mut response = redirect(&LocalPath::or_start(&path));
        say_next(&mut response, notice);
        response
    }

    /// The list as it is to be: what is stored with the levels sent, one more or one less.
    fn patch<'s>(&'s self, editing: &Editing, sent: &'s Sent) -> Result<ExpertPatch, Refused<'s>> {
        let listed = Listed::of(self.section);
        let mut items = listed.items(editing, sent);
        match sent.text("was") {
            "hinzufuegen" => {
                let term = self.chosen(listed, sent)?;
                if items.iter().any(|item| item["id"] == *term.id) {
                    return Err(refused(sent, Some(TermProblem::Twice)));
                }
                items.push(listed.item(&term.id, sent.text("neu_stufe")));
            }
            other => {
                if let Some(id) = other.strip_prefix("entfernen:") {
                    items.retain(|item| item["id"] != id);
                }
                if let Some(id) = other.strip_prefix("zustimmen:") {
                    agree(&mut items, editing, id);
                }
            }
        }
        let is_last = items.is_empty() && self.section == EntrySection::Skills;
        let body: Value = json!({ listed.field(): items });
        input::parse(body.to_string().as_bytes()).map_err(|error| {
            let problem = match error {
                _ if is_last => TermProblem::Last,
                InputError::Invalid(errors)
                    if errors
                        .iter()
                        .any(|error| error.pointer.ends_with("valid_until")) =>
                {
                    TermProblem::NoDay
                }
                InputError::Invalid(errors)
                    if errors.iter().any(|error| error.code == "length") =>
                {
                    TermProblem::TooMany
                }
                InputError::Invalid(_) | InputError::Unreadable(_) => TermProblem::Unknown,
            };
            refused(sent, Some(problem))
        })
    }

    /// The term that was chosen, or typed so that it can be told.
    fn chosen<'s>(&'s self, listed: Listed, sent: &'s Sent) -> Result<&'s Term, Refused<'s>> {
        let taxonomy = &self.app.reference.taxonomy;
        let typed = sent.text("neu");
        let offered = |problem, choices| Refused {
            sent,
            problem: Some(problem),
            choices,
        };
        if let Some(term) = taxonomy.term(sent.text("wahl")) {
            return Ok(term);
        }
        if typed.is_empty() {
            return Err(refused(sent, Some(TermProblem::Missing)));
        }
        match find_term(taxonomy, listed.axes(), typed) {
            Found::One(term) => Ok(term),
            Found::Several(choices) => Err(offered(TermProblem::Ambiguous, choices)),
            Found::Nothing(choices) => Err(offered(TermProblem::Unknown, choices)),
        }
    }
}

/// Makes the change that waits about a skill.
fn agree(items: &mut Vec<Value>, editing: &Editing, id: &str) {
    let mut waiting = editing.entry.skill_changes.iter();
    match waiting.find(|change| change.id == id) {
        None => {}
        Some(SkillChange { level: None, .. }) => items.retain(|item| item["id"] != id),
        Some(SkillChange {
            level: Some(level), ..
        }) => {
            for item in items.iter_mut().filter(|item| item["id"] == id) {
                item["level"] = json!(level);
            }
        }
    }
}

fn refused(sent: &Sent, problem: Option<TermProblem>) -> Refused<'_> {
    Refused {
        sent,
        problem,
        choices: Vec::new(),
    }
}
