//! `/verwaltung/konten/{account_id}`: one account.

use axum::extract::State;
use web::Frame;
use web::pages::{KeptAccess, KeptAccountPage, KeptRole, RoleForm};

use super::deputies;
use super::list::page_state;
use super::role::options;
use super::{path_of, proposal_rows};
use crate::access::action::{ReadAccounts, ReadOrganisation};
use crate::access::{Action, Permit};
use crate::accounts::Secret;
use crate::accounts::administration::{self, AccountStanding, AccountState};
use crate::app::AppState;
use crate::employer::Concerning;
use crate::http::{PathId, Problem};
use crate::ids::AccountId;
use crate::organisations;
use crate::pages::{Html, Visitor, day, role as page_role};

/// What the page shows besides what is stored.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) link: Option<Secret>,
    pub(super) role_form: Option<RoleForm>,
}

pub(super) async fn show(
    permit: Permit<ReadAccounts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<AccountId>,
) -> Result<Html<KeptAccountPage>, Problem> {
    page(&app, &permit, (id, frame), Said::default())
        .await
        .map(Html::new)
}

/// The page of an account, for whoever may keep accounts.
pub(super) async fn page<A: Action>(
    app: &AppState,
    permit: &Permit<A>,
    (id, mut frame): (AccountId, Frame),
    said: Said,
) -> Result<KeptAccountPage, Problem> {
    // After a form the address has no page of its own to switch the language of.
    frame.here = path_of(id);
    let reads = permit.also::<ReadAccounts>();
    let reads = reads.ok_or_else(|| Problem::forbidden("you may not read accounts"))?;
    let standing = administration::show(&app.db, &app.keyring, &reads, id).await?;
    let roles = roles(app, &reads, &standing).await?;
    let concerning = (Concerning::Account(id), frame.language);
    let deputies = deputies::rows(app, &reads, concerning).await?;
    let viewer = permit.caller().account;
    let now = app.db.clock().now();
    let may_invite = may_invite(&standing) && viewer != id;
    let AccountStanding {
        account,
        sessions,
        tokens,
        has_second_factor,
        proposals,
    } = standing;
    Ok(KeptAccountPage {
        id: id.to_string(),
        email: account.email,
        state: page_state(account.state),
        created: day(account.created_at.date(), frame.language),
        is_own: viewer == id,
        roles,
        deputies,
        proposals: proposal_rows(&proposals, viewer, (now, frame.language)),
        access: KeptAccess {
            sessions,
            tokens,
            has_second_factor,
            may_invite,
        },
        link: said
            .link
            .map(|link| app.site.link(&format!("/einladung/{}", link.reveal()))),
        role_form: said.role_form.unwrap_or_else(|| RoleForm {
            roles: options(None),
            ..RoleForm::default()
        }),
        frame,
    })
}

/// Whether one admin alone may hand over an invitation; the service decides, the page only does not offer in vain.
fn may_invite(standing: &AccountStanding) -> bool {
    let grants = &standing.account.grants;
    let by_two = grants.iter().any(|grant| grant.role.needs_second_person());
    standing.account.state == AccountState::Invited && !grants.is_empty() && !by_two
}

/// The roles with the names of the organisations they are for.
async fn roles(
    app: &AppState,
    permit: &Permit<ReadAccounts>,
    standing: &AccountStanding,
) -> Result<Vec<KeptRole>, Problem> {
    let reads = permit.also::<ReadOrganisation>();
    let mut roles = Vec::new();
    for grant in &standing.account.grants {
        let organisation = match (&reads, grant.organisation) {
            (Some(permit), Some(id)) => {
                let (body, _) = organisations::show(&app.db, &app.reference, permit, id).await?;
                Some((id.to_string(), body.name))
            }
            (None, Some(id)) => Some((id.to_string(), String::new())),
            (_, None) => None,
        };
        roles.push(KeptRole {
            role: page_role(grant.role),
            value: grant.role.into(),
            organisation,
        });
    }
    Ok(roles)
}
