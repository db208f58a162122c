//! `/organisation/bericht`.

use axum::extract::State;
use web::pages::{ReportBlock, ReportFigures, ReportPage};

use super::{house, own};
use crate::access::Permit;
use crate::access::action::ReadReport;
use crate::app::AppState;
use crate::employer::report::{self, Admissions, Figures, Freshness, Releases};
use crate::http::Problem;
use crate::pages::{Html, Visitor, day};

pub(super) async fn show(
    permit: Permit<ReadReport>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<ReportPage>, Problem> {
    let (body, _) = house(&app, &permit).await?;
    let report = report::report(&app.db, &permit, own(&permit)?).await?;
    let today = app.db.clock().now().date();
    Ok(Html::new(ReportPage {
        name: body.name,
        on: day(today, frame.language),
        capacities: report.capacities,
        figures: report.figures.map(figures),
        frame,
    }))
}

fn figures(figures: Figures) -> ReportFigures {
    let Figures {
        persons,
        freshness: Freshness { fresh, due, hidden },
        admissions:
            Admissions {
                lasting,
                ending,
                none,
                extended,
            },
        releases,
    } = figures;
    let Releases {
        standing,
        each_time,
        none: unreleased,
    } = releases;
    ReportFigures {
        persons,
        freshness: ReportBlock([fresh, due, hidden]),
        admissions: ReportBlock([lasting, ending, none]),
        extended,
        releases: ReportBlock([standing, each_time, unreleased]),
    }
}
