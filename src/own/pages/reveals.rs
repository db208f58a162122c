//! `/einblicke`: who was shown the own name and contact.

use axum::extract::State;
use serde::Deserialize;
use web::Language;
use web::pages::{RevealReason, RevealRow, RevealsPage};

use crate::access::Permit;
use crate::access::action::ReadReveals;
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts::{self, Reveal, RevealPurpose, Viewer};
use crate::http::{Problem, QueryParams};
use crate::ids::RevealId;
use crate::pages::{Html, Visitor, moment, role};

/// Reveals a page.
const SHOWN: u64 = 50;

#[derive(Deserialize, validator::Validate)]
pub(super) struct Query {
    #[serde(default)]
    vor: Option<RevealId>,
}

pub(super) async fn show(
    permit: Permit<ReadReveals>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    QueryParams(query): QueryParams<Query>,
) -> Result<Html<RevealsPage>, Problem> {
    let found = experts::reveals(&app.db, &permit, (query.vor, SHOWN)).await?;
    let now = app.db.clock().now();
    let language = frame.language;
    Ok(Html::new(RevealsPage {
        reveals: found
            .items
            .into_iter()
            .map(|reveal| row(reveal, now, language))
            .collect(),
        older: found.next.map(|id| format!("/einblicke?vor={id}")),
        is_mail_sent: app.site.mail_from.is_some(),
        frame,
    }))
}

fn row(reveal: Reveal, now: Instant, language: Language) -> RevealRow {
    let Reveal {
        id: _,
        viewer: Viewer {
            role: held,
            organisation,
        },
        purpose,
        at,
    } = reveal;
    RevealRow {
        at: moment(at, now, language),
        role: role(held),
        organisation: organisation.map(|(_, name)| name),
        purpose: match purpose {
            RevealPurpose::Keeping => RevealReason::Keeping,
            RevealPurpose::Vetting => RevealReason::Vetting,
            RevealPurpose::Deployment => RevealReason::Deployment,
            RevealPurpose::Alert => RevealReason::Alert,
        },
    }
}
