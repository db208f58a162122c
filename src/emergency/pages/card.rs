//! What is done to a card: revoking it, asking for another, confirming that.

use axum::extract::State;
use axum::response::Response;
use web::Notice;

use super::paper::{gone, paper};
use crate::access::action::{KeepEmergencyContacts, ReplaceEmergencyCard, RevokeEmergencyCard};
use crate::access::{Action, Permit};
use crate::app::AppState;
use crate::emergency::card::{CardError, ask, confirm, revoke, show};
use crate::http::{PathId, Problem};
use crate::ids::{EmergencyCardId, OrganisationId};
use crate::pages::{LocalPath, Visitor, redirect, say_next};

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

pub(super) async fn ask_replacement(
    permit: Permit<ReplaceEmergencyCard>,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyCardId>,
) -> Result<Response, Problem> {
    let card = show(&app.db, &app.reference, &permit, id).await?;
    let parts = (&*app.reference, &*app.keyring);
    let asked = ask(&app.db, parts, &permit, (id, None)).await;
    let mut response = redirect(&LocalPath::or_start(&back(&permit, card.organisation_id)));
    match asked {
        Ok(_) => say_next(&mut response, Notice::ReplacementAsked),
        // The page shows who asked and until when.
        Err(CardError::AlreadyAsked) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(response)
}

/// The codes are in this answer and never again, so there is no redirect.
pub(super) async fn confirm_replacement(
    permit: Permit<ReplaceEmergencyCard>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<EmergencyCardId>,
) -> Result<Response, Problem> {
    let card = show(&app.db, &app.reference, &permit, id).await?;
    let back = back(&permit, card.organisation_id);
    let parts = (&*app.reference, &*app.keyring);
    match confirm(&app.db, parts, &permit, id).await {
        Ok(issued) => paper(&app, frame, (&[issued], back)).await,
        Err(CardError::Replaced) => Ok(gone(frame, back)),
        // The page shows who asked and until when.
        Err(CardError::SamePerson | CardError::NotAsked) => {
            Ok(redirect(&LocalPath::or_start(&back)))
        }
        Err(error) => Err(error.into()),
    }
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
