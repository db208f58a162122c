//! Revoking a card.

use axum::extract::State;
use axum::response::Response;
use web::Notice;

use crate::access::action::{KeepEmergencyContacts, RevokeEmergencyCard};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::emergency::card::{revoke, show};
use crate::http::{PathId, Problem};
use crate::ids::{EmergencyCardId, OrganisationId};
use crate::pages::{LocalPath, redirect, say_next};

pub(super) async fn revoke_card(
    permit: Permit<RevokeEmergencyCard>,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyCardId>,
) -> Result<Response, Problem> {
    let card = show(&app.db, &app.reference, &permit, id).await?;
    revoke(&app.db, &app.reference, &permit, id).await?;
    let mut response = redirect(&LocalPath::or_start(&back(&permit, card.organisation_id)));
    say_next(&mut response, Notice::CardRevoked);
    Ok(response)
}

/// The page of a town: the own for whoever asks for help for it.
pub(super) fn back<A: Action>(permit: &Permit<A>, organisation: OrganisationId) -> String {
    let own = permit.also::<KeepEmergencyContacts>();
    if own.is_some_and(|own| own.scope().covers(organisation)) {
        "/kommune".to_owned()
    } else {
        format!("/notfallkarten/{organisation}")
    }
}
