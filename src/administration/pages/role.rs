//! Roles on the pages: read from a form, given, confirmed, discarded, taken back.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use strum::VariantArray;
use web::Notice;
use web::pages::{OrganisationChoice, RoleForm, RoleOption, RoleProblem};

use super::account::{Said, page};
use super::changes::said;
use crate::access::action::{GrantRoles, ReadOrganisation};
use crate::access::{Action, Grant, Permit, Role};
use crate::accounts::administration::{self, Given, KeepError};
use crate::app::AppState;
use crate::fold::fold;
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{AccountId, OrganisationId};
use crate::organisations;
use crate::pages::{Html, Visitor, role as page_role};

/// Organisations offered where several have such a name.
const CHOICES: u64 = 20;

/// A role as a form sends it.
#[derive(Deserialize)]
pub(super) struct RoleFields {
    #[serde(default)]
    pub(super) rolle: String,
    #[serde(default)]
    pub(super) organisation: String,
    #[serde(default)]
    pub(super) organisation_id: String,
}

/// The role read, and the form to show where there is none.
pub(super) struct Chosen {
    pub(super) grant: Option<Grant>,
    pub(super) form: RoleForm,
}

/// All roles, one chosen.
pub(super) fn options(chosen: Option<Role>) -> Vec<RoleOption> {
    let options = Role::VARIANTS.iter().map(|role| RoleOption {
        role: page_role(*role),
        value: (*role).into(),
        is_selected: chosen == Some(*role),
    });
    options.collect()
}

/// Reads a role; its organisation is named, or chosen among those of that name.
pub(super) async fn read<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
    fields: &RoleFields,
) -> Result<Chosen, Problem> {
    let role = fields.rolle.parse::<Role>().ok();
    let named = fields.organisation.trim();
    let mut form = RoleForm {
        roles: options(role),
        organisation: named.to_owned(),
        ..RoleForm::default()
    };
    let is_for_one = role.is_some_and(Role::is_for_an_organisation);
    let picked = fields.organisation_id.parse::<OrganisationId>().ok();
    let organisation = match (role, picked) {
        (None, _) => Err(RoleProblem::Missing),
        (Some(_), _) if !is_for_one && named.is_empty() => Ok(None),
        (Some(_), _) if !is_for_one => Err(RoleProblem::OrganisationTooMuch),
        (Some(_), _) if named.is_empty() => Err(RoleProblem::OrganisationMissing),
        (Some(_), picked) => {
            form.choices = called(app, permit, named).await?;
            chosen(&form.choices, (named, picked))
        }
    };
    let grant = match (role, organisation) {
        (Some(role), Ok(organisation)) => Some(Grant { role, organisation }),
        (None, Ok(_)) => None,
        (_, Err(problem)) => {
            form.problems.push(problem);
            None
        }
    };
    Ok(Chosen { grant, form })
}

/// The one picked among those called so, or the only one that has exactly this name.
fn chosen(
    choices: &[OrganisationChoice],
    (named, picked): (&str, Option<OrganisationId>),
) -> Result<Option<OrganisationId>, RoleProblem> {
    let ids = choices.iter().map(|choice| choice.id.parse().ok());
    if picked.is_some() && ids.clone().any(|id| id == picked) {
        return Ok(picked);
    }
    match choices {
        [] => Err(RoleProblem::OrganisationUnknown),
        [only] if fold(&only.name) == fold(named) => Ok(only.id.parse().ok()),
        _ => Err(RoleProblem::OrganisationUnclear),
    }
}

/// Organisations called so, to choose from.
async fn called<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
    named: &str,
) -> Result<Vec<OrganisationChoice>, Problem> {
    let reads = permit.also::<ReadOrganisation>();
    let reads = reads.ok_or_else(|| Problem::forbidden("you may not read organisations"))?;
    let found = organisations::called(&app.db, &reads, (named, CHOICES)).await?;
    let choices = found.into_iter().map(|(id, name)| OrganisationChoice {
        id: id.to_string(),
        name,
    });
    Ok(choices.collect())
}

pub(super) async fn give(
    permit: Permit<GrantRoles>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<AccountId>,
    FormBody(fields): FormBody<RoleFields>,
) -> Result<Response, Problem> {
    let Chosen { grant, mut form } = read(&app, &permit, &fields).await?;
    if let Some(grant) = grant {
        let problem = match administration::give(&app.db, &permit, (id, grant)).await {
            Ok(Given::Done) => return Ok(said(id, Notice::RoleGranted)),
            Ok(Given::Proposed(_)) => return Ok(said(id, Notice::RoleProposed)),
            Err(KeepError::Held) => RoleProblem::Held,
            Err(KeepError::AlreadyProposed) => RoleProblem::Proposed,
            Err(KeepError::Organisation) => RoleProblem::OrganisationUnknown,
            Err(error) => return Err(error.into()),
        };
        form.problems.push(problem);
    }
    let said = Said {
        role_form: Some(form),
        ..Said::default()
    };
    let page = page(&app, &permit, (id, frame), said).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// Where nobody has chosen a password yet, the invitation is in this answer and never again.
pub(super) async fn confirm(
    permit: Permit<GrantRoles>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<AccountId>,
    FormBody(fields): FormBody<RoleFields>,
) -> Result<Response, Problem> {
    let what = (id, role_of(&fields)?);
    let link = administration::confirm(&app.db, &app.keyring, &permit, what).await?;
    if link.is_none() {
        return Ok(said(id, Notice::RoleGranted));
    }
    let said = Said {
        link,
        ..Said::default()
    };
    let page = page(&app, &permit, (id, frame), said).await?;
    Ok(Html::new(page).into_response())
}

pub(super) async fn discard(
    permit: Permit<GrantRoles>,
    State(app): State<AppState>,
    PathId(id): PathId<AccountId>,
    FormBody(fields): FormBody<RoleFields>,
) -> Result<Response, Problem> {
    administration::discard(&app.db, &permit, (id, role_of(&fields)?)).await?;
    Ok(said(id, Notice::ProposalDiscarded))
}

pub(super) async fn take(
    permit: Permit<GrantRoles>,
    State(app): State<AppState>,
    PathId(id): PathId<AccountId>,
    FormBody(fields): FormBody<RoleFields>,
) -> Result<Response, Problem> {
    let grant = Grant {
        role: role_of(&fields)?,
        organisation: fields.organisation_id.parse().ok(),
    };
    administration::take(&app.db, &permit, (id, grant)).await?;
    Ok(said(id, Notice::RoleTaken))
}

fn role_of(fields: &RoleFields) -> Result<Role, Problem> {
    let role = fields.rolle.parse();
    role.map_err(|_| Problem::invalid("there is no such role"))
}
