//! Whom to call, on the page of an incident: shown on record; and again, on record again, with a form of the page that
//! comes back.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::page::{Shown, page};
use super::reading;
use crate::access::Permit;
use crate::access::action::{ReadIncidents, RevealEmergencyContacts, RevealIncidentContact};
use crate::app::AppState;
use crate::emergency::{self, ContactPurpose, RegisteredContact};
use crate::http::{FormBody, PathId, Problem};
use crate::ids::IncidentId;
use crate::incidents::api::kit;
use crate::incidents::model::{IncidentState, Particulars};
use crate::incidents::service;
use crate::pages::{Html, Visitor};

/// Words of `gezeigt`.
const CONTACT: &str = "kontakt";
const REGISTERED: &str = "hinterlegt";

/// Numbers that are shown, this once.
#[derive(Default)]
pub(in crate::incidents::pages) struct Numbers {
    /// Of whoever asked.
    pub(super) contact: Option<Particulars>,
    /// Of whom the town registered to be called back.
    pub(super) registered: Option<Vec<RegisteredContact>>,
}

#[derive(Deserialize)]
pub(in crate::incidents::pages) struct ShownFields {
    /// Which numbers the page showed.
    #[serde(default)]
    gezeigt: String,
}

impl Numbers {
    /// Those the page of a form showed, as far as the caller may see them. They are looked at again, and recorded again.
    pub(in crate::incidents::pages) async fn again(
        app: &AppState,
        reads: &Permit<ReadIncidents>,
        (id, shown): (IncidentId, &str),
    ) -> Result<Self, Problem> {
        Ok(Self {
            contact: contact_again(app, reads, (id, shown)).await?,
            registered: registered_again(app, reads, (id, shown)).await?,
        })
    }
}

/// Shows how to reach whoever asked. Sent twice it is looked at twice, and recorded twice.
pub(in crate::incidents::pages) async fn reveal(
    permit: Permit<RevealIncidentContact>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(form): FormBody<ShownFields>,
) -> Result<Response, Problem> {
    let reads = reading(&permit)?;
    let contact = service::contact(&app.db, &app.keyring, &permit, id).await?;
    let shown = Shown::default().with_numbers(Numbers {
        contact: Some(contact),
        registered: registered_again(&app, &reads, (id, &form.gezeigt)).await?,
    });
    Ok(Html::new(page(&app, &reads, (frame, id, shown)).await?).into_response())
}

/// Shows whom the town registered to be called back, on record. Sent twice it is looked at twice, and recorded twice.
pub(in crate::incidents::pages) async fn reveal_registered(
    permit: Permit<RevealEmergencyContacts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<IncidentId>,
    FormBody(form): FormBody<ShownFields>,
) -> Result<Response, Problem> {
    let reads = reading(&permit)?;
    let registered = registered(&app, &permit, (&reads, id)).await?;
    let registered =
        registered.ok_or_else(|| Problem::conflict("nobody is to be called back any more"))?;
    let shown = Shown::default().with_numbers(Numbers {
        contact: contact_again(&app, &reads, (id, &form.gezeigt)).await?,
        registered: Some(registered),
    });
    Ok(Html::new(page(&app, &reads, (frame, id, shown)).await?).into_response())
}

/// Whom the town registered, on record; nothing once nobody is to be called back any more.
async fn registered(
    app: &AppState,
    permit: &Permit<RevealEmergencyContacts>,
    (reads, id): (&Permit<ReadIncidents>, IncidentId),
) -> Result<Option<Vec<RegisteredContact>>, Problem> {
    let incident = service::show(kit(app), reads, id).await?.incident;
    let town = incident.organisation;
    let Some(town) = town.filter(|_| incident.state() == IncidentState::Unverified) else {
        return Ok(None);
    };
    // Whoever holds the town may have entered a number of their own since.
    let asked = (town, ContactPurpose::CallBack, Some(incident.asked_at));
    let contacts = emergency::reveal_registered(&app.db, &app.keyring, permit, asked).await?;
    Ok(Some(contacts))
}

async fn contact_again(
    app: &AppState,
    reads: &Permit<ReadIncidents>,
    (id, shown): (IncidentId, &str),
) -> Result<Option<Particulars>, Problem> {
    match reads.also().filter(|_| names(shown, CONTACT)) {
        Some(permit) => Ok(Some(
            service::contact(&app.db, &app.keyring, &permit, id).await?,
        )),
        None => Ok(None),
    }
}

async fn registered_again(
    app: &AppState,
    reads: &Permit<ReadIncidents>,
    (id, shown): (IncidentId, &str),
) -> Result<Option<Vec<RegisteredContact>>, Problem> {
    match reads.also().filter(|_| names(shown, REGISTERED)) {
        Some(permit) => registered(app, &permit, (reads, id)).await,
        None => Ok(None),
    }
}

fn names(shown: &str, number: &str) -> bool {
    shown.split(' ').any(|word| word == number)
}
