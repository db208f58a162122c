//! The pages of `/verwaltung`.

mod account;
mod changes;
mod contacts;
mod deliveries;
mod deputies;
mod form;
mod list;
mod new;
mod organisations;
mod regions;
mod role;
mod rules;
mod terms;
mod texts;

use axum::Router;
use axum::routing::{get, post};
use web::pages::{AdministrationPage, ProposalRow};

use crate::access::Permit;
use crate::access::action::ReadAdministration;
use crate::accounts::administration::{KeepError, Proposal};
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::Problem;
use crate::ids::AccountId;
use crate::pages::{Html, Visitor, moment, role as page_role};

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/verwaltung", get(show))
        .route("/verwaltung/konten", get(list::show))
        .route("/verwaltung/konten/suche", post(list::find))
        .route("/verwaltung/konten/neu", get(new::show).post(new::make))
        .route("/verwaltung/konten/{account_id}", get(account::show))
        .merge(changes())
        .merge(organisations::routes())
        .merge(contacts::routes())
        .merge(deliveries::routes())
        .merge(terms::routes())
        .merge(texts::routes())
        .merge(rules::routes())
        .merge(regions::routes())
}

fn changes() -> Router<AppState> {
    Router::new()
        .route(
            "/verwaltung/konten/{account_id}/einladung",
            post(changes::invite),
        )
        .route(
            "/verwaltung/konten/{account_id}/sitzungen/beenden",
            post(changes::end_sessions),
        )
        .route(
            "/verwaltung/konten/{account_id}/schluessel/entziehen",
            post(changes::revoke_tokens),
        )
        .route(
            "/verwaltung/konten/{account_id}/schliessen",
            post(changes::close),
        )
        .route(
            "/verwaltung/konten/{account_id}/oeffnen",
            post(changes::reopen),
        )
        .route("/verwaltung/konten/{account_id}/rollen", post(role::give))
        .route(
            "/verwaltung/konten/{account_id}/rollen/entziehen",
            post(role::take),
        )
        .route(
            "/verwaltung/konten/{account_id}/rollen/bestaetigen",
            post(role::confirm),
        )
        .route(
            "/verwaltung/konten/{account_id}/rollen/verwerfen",
            post(role::discard),
        )
}

async fn show(_: Permit<ReadAdministration>, Visitor(frame): Visitor) -> Html<AdministrationPage> {
    Html::new(AdministrationPage { frame })
}

/// The page of an account.
fn path_of(id: AccountId) -> String {
    format!("/verwaltung/konten/{id}")
}

/// Roles that wait, as whoever looks sees them.
fn proposal_rows(
    proposals: &[Proposal],
    viewer: AccountId,
    (now, language): (Instant, web::Language),
) -> Vec<ProposalRow> {
    let rows = proposals.iter().map(|proposal| ProposalRow {
        href: path_of(proposal.account),
        email: proposal.email.clone(),
        role: page_role(proposal.role),
        value: proposal.role.into(),
        proposer: proposal.proposer.clone(),
        is_own: proposal.proposed_by == viewer,
        is_about_oneself: proposal.account == viewer,
        until: moment(proposal.expires_at, now, language),
    });
    rows.collect()
}

impl From<KeepError> for Problem {
    fn from(error: KeepError) -> Self {
        match error {
            KeepError::NotFound => Self::not_found("there is no such account"),
            KeepError::Account(_) => Self::internal("the account cannot be made"),
            KeepError::Storage(error) => error.into(),
            error @ (KeepError::Oneself
            | KeepError::LastAdmin
            | KeepError::WrongState
            | KeepError::Held
            | KeepError::NotHeld
            | KeepError::AlreadyProposed
            | KeepError::NotProposed
            | KeepError::SamePerson
            | KeepError::NeedsTwo
            | KeepError::EmailTaken
            | KeepError::Organisation) => Self::conflict(error.to_string()),
        }
    }
}
