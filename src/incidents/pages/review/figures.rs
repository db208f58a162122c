//! `/zahlen`.

use axum::extract::State;
use web::Language;
use web::pages::{FigureRow, FiguresPage};

use super::lessons::group;
use crate::access::Permit;
use crate::access::action::ReadStatistics;
use crate::app::AppState;
use crate::http::Problem;
use crate::incidents::api::kit;
use crate::incidents::pages::words::{phase as page_phase, symptom};
use crate::incidents::review::{self, Cell, Figures};
use crate::pages::{Html, Visitor, day};
use crate::reference::Phase;

pub(super) async fn show(
    permit: Permit<ReadStatistics>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<FiguresPage>, Problem> {
    let language = frame.language;
    let Figures {
        from,
        until,
        incidents,
        by_symptom,
        by_phase,
        by_land_group,
        by_quarter,
        deployments,
        deployments_by_quarter,
        help_days,
        median_hours,
        filled_percent,
    } = review::statistics(kit(&app), &permit).await?;
    let seen = |key: &str| symptom(&app.reference, key, language);
    let in_phase = |key: &str| {
        let phase = key.parse::<Phase>().ok();
        phase.map_or_else(|| key.to_owned(), |phase| page_phase(phase).label(language))
    };
    let unknown = FiguresPage::unknown_group(language);
    let in_group = |key: &str| group(key, language).unwrap_or_else(|| unknown.clone());
    let in_quarter = |key: &str| quarter(key, language);
    Ok(Html::new(FiguresPage {
        from: day(from.date(), language),
        until: day(until.plus_seconds(-1).date(), language),
        incidents,
        incidents_by: [
            rows(by_symptom, seen),
            rows(by_phase, in_phase),
            rows(by_land_group, in_group),
            rows(by_quarter, in_quarter),
        ],
        deployments,
        deployments_by_quarter: rows(deployments_by_quarter, in_quarter),
        help_days,
        median_hours,
        filled_percent,
        frame,
    }))
}

fn rows(cells: Vec<Cell>, label: impl Fn(&str) -> String) -> Vec<FigureRow> {
    let rows = cells.into_iter().map(|Cell { key, count }| FigureRow {
        label: label(&key),
        count,
    });
    rows.collect()
}

/// `2026-Q3` as people read it.
fn quarter(key: &str, language: Language) -> String {
    let Some((year, number)) = key.split_once("-Q") else {
        return key.to_owned();
    };
    match language {
        Language::German => format!("{number}. Quartal {year}"),
        Language::English => format!("Quarter {number} of {year}"),
    }
}
