//! The queue in words.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use web::pages::{CaseRow, Progress, QueueFilter as PageFilter, VettingQueuePage};
use web::parts::Pagination;

use super::{PATH, words};
use crate::access::Permit;
use crate::access::action::ReadVettingCases;
use crate::app::AppState;
use crate::clock::Instant;
use crate::experts::Entry;
use crate::http::Problem;
use crate::pages::{Html, LocalPath, Parameters, Visitor, day, moment, redirect};
use crate::vetting::model::{CaseState, QueueFilter};
use crate::vetting::service::{self, QueueRow};

/// Cases a page.
const SHOWN: u64 = 20;
/// Furthest page: nobody reads so far, and no number overflows.
const LAST: u64 = 10_000;

pub(super) async fn show(
    permit: Permit<ReadVettingCases>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Response, Problem> {
    let is_unassessed = parameters.first("offen").is_some();
    let filter = QueueFilter {
        state: parameters.parsed("stand").unwrap_or(CaseState::Open),
        kind: parameters.parsed("art"),
        grade: parameters.parsed("umfang"),
        unassessed_by: is_unassessed.then(|| permit.caller().account),
    };
    let page = parameters.parsed::<u64>("page").unwrap_or(1).clamp(1, LAST);
    let part = ((page - 1) * SHOWN, SHOWN);
    let queue = service::queue(&app.db, &permit, &filter, part).await?;
    let total = queue.total + queue.waiting_total;
    let kept = parameters.only(&["stand", "art", "umfang", "offen"]);
    let last = total.div_ceil(SHOWN).clamp(1, LAST);
    if page > last {
        let last = kept.with("page", &last.to_string());
        return Ok(redirect(&LocalPath::or_start(&last.href(PATH))));
    }
    let now = app.db.clock().now();
    let rows = |found: Vec<QueueRow>| {
        let rows = found.into_iter();
        rows.map(|found| row(found, now, frame.language)).collect()
    };
    Ok(Html::new(VettingQueuePage {
        filter: PageFilter {
            state: words::state(filter.state),
            kind: filter.kind.map(words::kind),
            grade: filter.grade.map(words::grade),
            is_unassessed,
        },
        rows: rows(queue.rows),
        total: queue.total,
        waiting: rows(queue.waiting),
        waiting_total: queue.waiting_total,
        pagination: Pagination {
            base: kept.href(PATH),
            current: usize::try_from(page).unwrap_or(1),
            last: usize::try_from(last).unwrap_or(1),
        },
        frame,
    })
    .into_response())
}

fn row(found: QueueRow, now: Instant, language: web::Language) -> CaseRow {
    let QueueRow {
        case,
        entry,
        missing,
        may_assess,
        waits_for_others: _,
        is_close: _,
    } = found;
    let headline = |entry: &Entry| match language {
        web::Language::English if !entry.profile.headline.en.is_empty() => {
            entry.profile.headline.en.clone()
        }
        web::Language::German | web::Language::English => entry.profile.headline.de.clone(),
    };
    CaseRow {
        href: format!("{PATH}/{}", case.id),
        headline: entry.as_ref().map_or_else(String::new, headline),
        alias: entry.map_or_else(String::new, |entry| entry.alias),
        kind: words::kind(case.kind),
        grade: words::grade(case.grade),
        is_appeal: case.appeal.is_some(),
        is_urgent: case.is_urgent && case.state == CaseState::Open,
        opened: moment(case.opened_at, now, language),
        due: day(case.due_at.date(), language),
        is_overdue: case.state == CaseState::Open && case.due_at <= now,
        missing: words::missing(&missing),
        progress: match (case.state, case.assessments.is_empty()) {
            (CaseState::Open, true) => Progress::Untouched,
            (CaseState::Open, false) => Progress::NeedsAnother,
            (CaseState::Decided | CaseState::Withdrawn, _) => Progress::Over,
        },
        outcome: case.outcome.map(words::verdict),
        why_not: may_assess.err().map(words::why_not),
    }
}
