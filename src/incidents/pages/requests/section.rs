//! Requests for help on the page of their incident.

use web::Language;
use web::pages::{HelpSection, RequestSummary};

use super::{view, words};
use crate::access::Permit;
use crate::access::action::{CreateHelpRequest, ReadHelpRequests, ReadIncidents, RequestOffer};
use crate::app::AppState;
use crate::http::Problem;
use crate::incidents::model::{Incident, IncidentState};
use crate::incidents::pages::help::nonce;
use crate::incidents::requests::{self, Situation};
use crate::pages::moment;

/// What was asked for an incident; nothing before it is verified.
pub(in crate::incidents::pages) async fn section(
    app: &AppState,
    permit: &Permit<ReadIncidents>,
    (incident, language): (&Incident, Language),
) -> Result<Option<HelpSection>, Problem> {
    let is_open = match incident.state() {
        IncidentState::Unverified => return Ok(None),
        IncidentState::Verified => true,
        IncidentState::Closed => false,
    };
    if permit.also::<ReadHelpRequests>().is_none() {
        return Ok(None);
    }
    let now = app.db.clock().now();
    let summary = |situation: &Situation| RequestSummary {
        href: format!("/ersuchen/{}", situation.request.id),
        made: moment(situation.request.made_at, now, language),
        state: words::badge(&situation.request),
        places: view::all_places(situation),
    };
    let found = requests::of_incident(&app.db, incident.id).await?;
    let may_ask = is_open && permit.also::<CreateHelpRequest>().is_some();
    let asks_offers = permit.also::<RequestOffer>().is_some();
    Ok(Some(HelpSection {
        offers: asks_offers.then(|| format!("/vorfaelle/{}/angebote", incident.id)),
        requests: found.iter().map(summary).collect(),
        ask: may_ask.then(nonce),
    }))
}
