//! `/protokoll`: the record for the auditor.

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::NaiveDate;
use futures_util::stream;
use web::pages::{AuditFilter, AuditPage, AuditRow};

use super::api::AuditBody;
use super::{AuditQuery, AuditRecord, Export, Outcome, service};
use crate::access::Permit;
use crate::access::action::ReadAudit;
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::StorageError;
use crate::http::{Problem, cut};
use crate::pages::{Html, Parameters, Visitor, moment};

const PATH: &str = "/protokoll";
const EXPORT: &str = "/protokoll/export";
const ON_A_PAGE: u64 = 50;

/// Routes of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/protokoll", get(show))
        .route("/protokoll/export", get(export))
}

async fn show(
    permit: Permit<ReadAudit>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<AuditPage>, Problem> {
    let query = query(&parameters);
    let mut records = service::read(&app.db, &permit, &query, ON_A_PAGE + 1).await?;
    let has_more = cut(&mut records, ON_A_PAGE).is_some();
    if query.after.is_some() {
        records.reverse();
    }
    let steps = Steps {
        parameters: &parameters,
        has_more,
        is_back: query.after.is_some(),
    };
    let (now, language) = (app.db.clock().now(), frame.language);
    let field = |name| parameters.first(name).unwrap_or_default().to_owned();
    Ok(Html::new(AuditPage {
        filter: AuditFilter {
            actor: field("actor"),
            subject: field("subject"),
            action: field("action"),
            from: field("from"),
            until: field("until"),
        },
        older_href: steps.older(&records),
        newer_href: steps.newer(&records),
        export_href: filters(&parameters).href(EXPORT),
        problems: unreadable(&parameters)
            .iter()
            .map(|_| AuditFilter::day_unreadable(language))
            .collect(),
        entries: records
            .iter()
            .map(|record| AuditRow {
                number: record.seq,
                at: moment(record.at, now, language),
                actor: record.actor.clone(),
                action: record.action.clone(),
                subject: record.subject.clone(),
                details: details(record),
            })
            .collect(),
        frame,
    }))
}

/// A JSON object a line, oldest first, with the hashes that chain them.
async fn export(
    permit: Permit<ReadAudit>,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Response, Problem> {
    if let Some(name) = unreadable(&parameters).first() {
        return Err(Problem::invalid(format!("{name} is a day as 2026-05-01")));
    }
    let export = Export::begin(&app.db, &permit, query(&parameters)).await?;
    let pieces = stream::try_unfold(export, async |mut export| {
        let records = match export.next_piece().await {
            Ok(Some(records)) => records,
            Ok(None) => {
                export.end(Outcome::Done).await?;
                return Ok(None);
            }
            Err(error) => {
                export.end(Outcome::Failed).await?;
                return Err(error);
            }
        };
        let lines = lines(records).map_err(|_| StorageError::Corrupt("audit_entries.details"))?;
        Ok::<_, StorageError>(Some((lines, export)))
    });
    let headers = [
        (header::CONTENT_TYPE, "application/jsonl; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"protokoll.jsonl\"",
        ),
    ];
    Ok((headers, Body::from_stream(pieces)).into_response())
}

fn lines(records: Vec<AuditRecord>) -> serde_json::Result<String> {
    let mut lines = String::new();
    for record in records {
        lines += &serde_json::to_string(&AuditBody::from(record))?;
        lines.push('\n');
    }
    Ok(lines)
}

/// Links to the entries before and after.
struct Steps<'a> {
    parameters: &'a Parameters,
    has_more: bool,
    /// The page was reached from an older one.
    is_back: bool,
}

impl Steps<'_> {
    fn older(&self, records: &[AuditRecord]) -> Option<String> {
        let last = records.last()?.seq;
        let has_older = if self.is_back {
            last > 1
        } else {
            self.has_more
        };
        has_older.then(|| self.step("before", last))
    }

    fn newer(&self, records: &[AuditRecord]) -> Option<String> {
        let first = records.first()?.seq;
        let has_newer = if self.is_back {
            self.has_more
        } else {
            self.parameters.first("before").is_some()
        };
        has_newer.then(|| self.step("after", first))
    }

    fn step(&self, name: &str, number: i64) -> String {
        filters(self.parameters)
            .with(name, &number.to_string())
            .href(PATH)
    }
}

fn filters(parameters: &Parameters) -> Parameters {
    parameters.only(&["actor", "subject", "action", "from", "until"])
}

/// Names of fields that should be a day and are none: leaving them out would answer another question.
fn unreadable(parameters: &Parameters) -> Vec<&'static str> {
    let mut names = vec!["from", "until"];
    names.retain(|name| {
        parameters.first(name).is_some() && parameters.parsed::<NaiveDate>(name).is_none()
    });
    names
}

/// Days are meant in Berlin and to their end.
fn query(parameters: &Parameters) -> AuditQuery {
    let text = |name| parameters.first(name).map(str::to_owned);
    let from = parameters.parsed::<NaiveDate>("from");
    let until = parameters.parsed::<NaiveDate>("until");
    AuditQuery {
        actor: text("actor"),
        subject: text("subject"),
        action: text("action"),
        from: from.map(Instant::start_of),
        until: until.map(Instant::end_of),
        before: parameters.parsed("before"),
        after: parameters.parsed("after"),
    }
}

fn details(record: &AuditRecord) -> Vec<(String, String)> {
    let fields = record.details.as_object().into_iter().flatten();
    fields
        .map(|(name, value)| {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            (name.clone(), text)
        })
        .collect()
}
