//! Who acts for the managers of an organisation: shown on the pages of organisations and accounts, ended on both.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use web::pages::{DeputyRow, KeptDeputies};
use web::{Language, Notice};

use super::path_of;
use crate::access::Permit;
use crate::access::action::{GrantRoles, ReadAccounts, SetMembership};
use crate::app::AppState;
use crate::employer::{self, AdminsView, Colleague, Concerning, DelegationError};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::{AccountId, OrganisationId};
use crate::pages::{LocalPath, day, redirect, say_next};

#[derive(Deserialize)]
pub(super) struct EndFields {
    #[serde(default)]
    vertretung: String,
    /// The account on whose page the form stands; without one it is the page of the organisation.
    #[serde(default)]
    konto: String,
}

/// Ends one at once. One that was over by then is no failure of whoever looks: the page shows how it stands.
pub(super) async fn end(
    permit: Permit<GrantRoles>,
    State(app): State<AppState>,
    PathId(id): PathId<OrganisationId>,
    FormBody(fields): FormBody<EndFields>,
) -> Result<Response, Problem> {
    let delegation = fields.vertretung.parse();
    let delegation = delegation.map_err(|_| Problem::not_found("there is no such delegation"))?;
    let notice = match employer::end_as_admin(&app.db, &permit, (id, delegation)).await {
        Ok(()) => Notice::DelegationEnded,
        Err(DelegationError::Over) => Notice::DelegationOver,
        Err(error) => return Err(error.into()),
    };
    let account = fields.konto.parse::<AccountId>();
    let back = account.map_or_else(|_| path_of_organisation(id), path_of);
    let mut response = redirect(&LocalPath::or_start(&back));
    say_next(&mut response, notice);
    Ok(response)
}

/// The deputies of an organisation; who they are only for those who confirmed that it is them.
pub(super) async fn of_organisation(
    app: &AppState,
    permit: &Permit<SetMembership>,
    (id, language): (OrganisationId, Language),
) -> Result<KeptDeputies, Problem> {
    match permit.also::<ReadAccounts>() {
        Some(reads) => rows(app, &reads, (Concerning::Organisation(id), language))
            .await
            .map(KeptDeputies::Shown),
        None => match employer::count_for_admins(&app.db, permit, id).await? {
            0 => Ok(KeptDeputies::Shown(Vec::new())),
            some => Ok(KeptDeputies::Hidden(some)),
        },
    }
}

/// The delegations that hold, as rows.
pub(super) async fn rows(
    app: &AppState,
    permit: &Permit<ReadAccounts>,
    (concerning, language): (Concerning, Language),
) -> Result<Vec<DeputyRow>, Problem> {
    let seen = employer::seen_by_admins(&app.db, &app.keyring, permit, concerning).await?;
    let viewer = permit.caller().account;
    let person = |Colleague { account, email }| (path_of(account), email);
    let rows = seen.into_iter().map(|view| {
        let AdminsView {
            id,
            organisation,
            name,
            deputy,
            giver,
            until,
        } = view;
        DeputyRow {
            id: id.to_string(),
            organisation: (path_of_organisation(organisation), name),
            is_own: deputy.account == viewer,
            deputy: person(deputy),
            giver: person(giver),
            // It holds to the end of a day, which is the first instant after it.
            until: day(until.plus_seconds(-1).date(), language),
        }
    });
    Ok(rows.collect())
}

fn path_of_organisation(id: OrganisationId) -> String {
    format!("/verwaltung/organisationen/{id}")
}
