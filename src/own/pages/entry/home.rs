//! The task list of an entry: what it says, what is missing, and where that is changed.

use axum::extract::State;
use axum::response::Response;
use web::pages::{EntrySection, EntryTask, ProfilePage};
use web::{Frame, Notice};

use super::super::{profile, vetting};
use super::Sent;
use crate::access::Permit;
use crate::access::action::{ConfirmExpert, ReadIdentity, ReadOrganisation, UpdateExpert};
use crate::app::AppState;
use crate::experts::{self, EntryKind, Evidence, ExpertBody, ExpertError};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::ExpertId;
use crate::organisations;
use crate::pages::{Html, LocalPath, Visitor, redirect, say_next};
use crate::search::{Labels, SearchError};

pub(super) async fn show_own(
    permit: Permit<ReadIdentity>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<ProfilePage>, Problem> {
    let id = experts::of_account(&app.db, &permit)
        .await?
        .ok_or_else(|| Problem::not_found("there is no entry of yours"))?;
    page(&app, &permit, frame, (id, true)).await
}

pub(super) async fn show(
    permit: Permit<ReadIdentity>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Html<ProfilePage>, Problem> {
    let is_own = experts::of_account(&app.db, &permit).await? == Some(id);
    page(&app, &permit, frame, (id, is_own)).await
}

async fn page(
    app: &AppState,
    permit: &Permit<ReadIdentity>,
    frame: Frame,
    (id, is_own): (ExpertId, bool),
) -> Result<Html<ProfilePage>, Problem> {
    let (entry, version) = experts::own_view(&app.db, &app.keyring, permit, id).await?;
    let employer = match permit.also::<ReadOrganisation>() {
        Some(permit) => {
            organisations::show(&app.db, &app.reference, &permit, entry.organisation_id)
                .await
                .map_or_else(|_| String::new(), |(organisation, _)| organisation.name)
        }
        None => String::new(),
    };
    let snapshot = app.search.current().ok_or(SearchError::NotReady)?;
    let labels = Labels::of(app, &snapshot, frame.language);
    let tasks = match permit.also::<UpdateExpert>() {
        Some(_) => tasks(&entry),
        None => Vec::new(),
    };
    let claimed = entry.skills.iter();
    let unconfirmed = claimed
        .filter(|skill| skill.evidence == Evidence::SelfDeclared)
        .count();
    let shown = (entry.id, entry.alias.as_str());
    let vetting = vetting::of_entry(app, permit.also(), &labels, shown).await?;
    let mut page = profile::page(frame, &labels, entry, employer);
    page.vetting = vetting;
    page.tasks = tasks;
    page.path = format!("/eintraege/{id}");
    page.preview = format!("/fachkraefte/{id}");
    page.is_own = is_own;
    page.version = version;
    page.unconfirmed = if is_own { 0 } else { unconfirmed };
    Ok(Html::new(page))
}

/// The parts in their order, each with whether something of it is still open.
fn tasks(entry: &ExpertBody) -> Vec<EntryTask> {
    let is_person = entry.kind == EntryKind::Person;
    let is_open = |section| match section {
        EntrySection::Contact => entry
            .identity
            .as_ref()
            .is_some_and(|held| held.phone.is_none()),
        EntrySection::Description => entry.text.de.is_empty(),
        EntrySection::Skills => entry.skills.is_empty(),
        EntrySection::Languages => is_person && entry.languages.is_empty(),
        EntrySection::Certificates | EntrySection::Deployment | EntrySection::Availability => false,
    };
    EntrySection::ALL
        .into_iter()
        .map(|section| EntryTask {
            section,
            is_open: is_open(section),
        })
        .collect()
}

/// A manager vouches for all the person says.
pub(super) async fn confirm_skills(
    permit: Permit<UpdateExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let confirmed = experts::confirm_skills(&app.db, &permit, (id, Sent(sent).version())).await;
    let notice = match confirmed {
        Ok(_) => Notice::SkillsConfirmed,
        // The page shows what is claimed now.
        Err(ExpertError::Version(_)) => Notice::SkillsChanged,
        Err(error) => return Err(error.into()),
    };
    let mut response = redirect(&LocalPath::or_start(&format!("/eintraege/{id}")));
    say_next(&mut response, notice);
    Ok(response)
}

pub(super) async fn confirm(
    permit: Permit<ConfirmExpert>,
    State(app): State<AppState>,
    PathId(id): PathId<ExpertId>,
) -> Result<Response, Problem> {
    experts::confirm(&app.db, &permit, id).await?;
    let mut response = redirect(&LocalPath::or_start(&format!("/eintraege/{id}")));
    say_next(&mut response, Notice::EntryConfirmed);
    Ok(response)
}
