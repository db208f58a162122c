//! `/einblicke`: who was shown the own name and contact.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use web::pages::{RevealReason, RevealRow, RevealsPage};
use web::{Language, Notice};

use crate::access::Permit;
use crate::access::action::{ReadReveals, SetNotices};
use crate::accounts;
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts::{self, Reveal, RevealPurpose, Viewer};
use crate::http::{FormBody, Problem, QueryParams};
use crate::ids::RevealId;
use crate::pages::{Html, LocalPath, Visitor, moment, redirect, role, say_next};

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
    let account = permit.caller().account;
    let mails = match app.site.mail_from {
        Some(_) => Some(accounts::wants_reveal_mails(app.db.reader(), account).await?),
        None => None,
    };
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
        mails,
        frame,
    }))
}

#[derive(Deserialize)]
pub(super) struct MailForm {
    #[serde(default)]
    was: String,
}

pub(super) async fn set_mails(
    permit: Permit<SetNotices>,
    State(app): State<AppState>,
    FormBody(form): FormBody<MailForm>,
) -> Result<Response, Problem> {
    let (are_wanted, notice) = match form.was.as_str() {
        "an" => (true, Notice::RevealMailsOn),
        "aus" => (false, Notice::RevealMailsOff),
        _ => return Err(Problem::invalid("mails are switched on or off")),
    };
    accounts::set_reveal_mails(&app.db, &permit, are_wanted).await?;
    let mut response = redirect(&LocalPath::or_start("/einblicke"));
    say_next(&mut response, notice);
    Ok(response)
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
        },
    }
}
