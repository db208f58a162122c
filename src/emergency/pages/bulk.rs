//! `/organisation/notfallkarten`: the towns a provider serves, and cards for many of them at once.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use web::Frame;
use web::pages::{BulkForm, BulkProblem, BulkProblemKind, CardRow, CardsPage, CardsView};

use super::acceptance;
use super::list::{AT_ONCE, asked_name, row};
use super::paper::paper;
use crate::access::Permit;
use crate::access::action::{IssueEmergencyCard, ReadServedPlaces};
use crate::app::AppState;
use crate::db::idempotency::Attempt;
use crate::emergency::card::{
    RowProblem, RowProblemKind, Standing, issue_many, read_rows, served_towns,
};
use crate::http::{FormBody, Problem};
use crate::pages::{Html, Parameters, Visitor};

const PATH: &str = "/organisation/notfallkarten";

#[derive(Deserialize)]
pub(super) struct BulkFields {
    #[serde(default)]
    zeilen: String,
    #[serde(default)]
    formular: String,
    /// The version of the conditions that was shown.
    #[serde(default)]
    fassung: String,
}

pub(super) async fn show(
    permit: Permit<ReadServedPlaces>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<CardsPage>, Problem> {
    let bulk = BulkForm {
        token: Uuid::new_v4().to_string(),
        text: acceptance::text(&app, frame.language),
        ..BulkForm::default()
    };
    Ok(Html::new(
        page(&app, &permit, (frame, parameters, bulk)).await?,
    ))
}

/// The codes are in this answer and never again, so there is no redirect; sent twice it issues once.
pub(super) async fn issue_cards(
    permit: Permit<IssueEmergencyCard>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(form): FormBody<BulkFields>,
) -> Result<Response, Problem> {
    let reads = permit.also::<ReadServedPlaces>();
    let reads = reads.ok_or_else(|| Problem::forbidden("your house serves nobody"))?;
    let attempt = Attempt {
        scope: format!("{} many emergency-cards", permit.caller().account),
        key: form.formular.chars().take(100).collect(),
        body_hash: Sha256::digest(&form.zeilen).into(),
    };
    let parts = (&*app.reference, &*app.keyring);
    let version = form.fassung.parse().unwrap_or_default();
    let is_outdated = version != app.reference.texts.conditions.version;
    let problems = match read_rows(&form.zeilen, version) {
        // Once for all rows: they are looked at when somebody has read the new text.
        _ if is_outdated => vec![RowProblem {
            line: 1,
            kind: RowProblemKind::Outdated,
        }],
        Err(problems) => problems,
        Ok(rows) => match issue_many(&app.db, parts, &permit, (&rows, attempt)).await? {
            Ok(issued) => return paper(&app, frame, (&issued, PATH.to_owned())).await,
            Err(problems) => problems,
        },
    };
    let bulk = BulkForm {
        rows: form.zeilen,
        token: form.formular,
        text: acceptance::text(&app, frame.language),
        problems: problems.into_iter().map(problem).collect(),
    };
    let page = page(&app, &reads, (frame, Parameters::default(), bulk)).await?;
    Ok(Html::with_status(page, StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn page(
    app: &AppState,
    permit: &Permit<ReadServedPlaces>,
    (frame, parameters, bulk): (Frame, Parameters, BulkForm),
) -> Result<CardsPage, Problem> {
    let q = asked_name(&parameters);
    let towns = served_towns(&app.db, &app.reference, permit, Some(&q)).await?;
    let number = parameters.parsed::<usize>("seite").unwrap_or(1).max(1);
    let skipped = (number - 1).saturating_mul(AT_ONCE);
    let has_more = towns.len() > skipped.saturating_add(AT_ONCE);
    let next = parameters
        .only(&["q"])
        .with("seite", &number.saturating_add(1).to_string());
    Ok(CardsPage {
        frame,
        view: CardsView::Served,
        q,
        rows: towns
            .iter()
            .skip(skipped)
            .take(AT_ONCE)
            .map(town_row)
            .collect(),
        next_href: has_more.then(|| next.href(PATH)),
        bulk: Some(bulk),
    })
}

fn town_row(Standing { town, card }: &Standing) -> CardRow {
    card.as_ref().map_or_else(
        || CardRow {
            name: town.name.clone(),
            href: format!("/notfallkarten/ausstellen?place={}", town.place),
            number: None,
            is_working: false,
            codes_left: 0,
            is_asked_for: false,
        },
        row,
    )
}

fn problem(RowProblem { line, kind }: RowProblem) -> BulkProblem {
    let kind = match kind {
        RowProblemKind::Empty => BulkProblemKind::Empty,
        RowProblemKind::TooMany => BulkProblemKind::TooMany,
        RowProblemKind::Columns => BulkProblemKind::Columns,
        RowProblemKind::Place => BulkProblemKind::Place,
        RowProblemKind::Twice => BulkProblemKind::Twice,
        RowProblemKind::Signatory => BulkProblemKind::Signatory,
        RowProblemKind::Date => BulkProblemKind::Date,
        RowProblemKind::Future => BulkProblemKind::Future,
        RowProblemKind::HasCard => BulkProblemKind::HasCard,
        RowProblemKind::Outdated => BulkProblemKind::Outdated,
    };
    BulkProblem { line, kind }
}
