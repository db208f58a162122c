//! `/organisation/geben-und-nehmen`: hours a house gives and receives.

use axum::extract::State;
use chrono::{Datelike, NaiveDate};
use web::Language;
use web::pages::{GiveAndTakePage, HouseHoursRow, SideHours};

use super::words;
use crate::access::Permit;
use crate::access::action::ReadHours;
use crate::app::AppState;
use crate::http::Problem;
use crate::incidents::costs::{self, Hours, HouseHours, HouseTotals};
use crate::incidents::pages::words::phase;
use crate::pages::{Html, Parameters, Visitor, month};

const PATH: &str = "/organisation/geben-und-nehmen";
/// Years to choose from.
const YEARS: i32 = 6;

pub(super) async fn show(
    permit: Permit<ReadHours>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<GiveAndTakePage>, Problem> {
    let this_year = app.db.clock().now().date().year();
    let years: Vec<i32> = (this_year - YEARS + 1..=this_year).rev().collect();
    let asked = parameters.parsed::<i32>("jahr");
    let year = asked.filter(|year| years.contains(year));
    let year = year.unwrap_or(this_year);
    let is_of_all = permit.scope().is_everything();
    let totals = if is_of_all {
        costs::hours_of_all(&app.db, &permit, year).await?
    } else {
        let mut own = permit.scope().organisations().to_vec();
        own.sort_unstable();
        own.dedup();
        let mut totals = Vec::with_capacity(own.len());
        for house in own {
            totals.push(costs::hours_of_house(&app.db, &permit, (house, year)).await?);
        }
        totals
    };
    let language = frame.language;
    let houses = totals.into_iter().map(|house| row(house, (year, language)));
    Ok(Html::new(GiveAndTakePage {
        year,
        years: years
            .into_iter()
            .map(|year| (year, format!("{PATH}?jahr={year}")))
            .collect(),
        houses: houses.collect(),
        is_of_all,
        frame,
    }))
}

fn row(totals: HouseTotals, at: (i32, Language)) -> HouseHoursRow {
    let HouseTotals {
        id: _,
        name,
        hours: HouseHours { given, received },
    } = totals;
    HouseHoursRow {
        name,
        given: side(given, at),
        received: side(received, at),
    }
}

fn side(hours: Hours, (year, language): (i32, Language)) -> SideHours {
    let Hours {
        deployments,
        minutes,
        estimated,
        split,
    } = hours;
    let mut shown = Vec::new();
    if let Some((months, phases)) = split {
        for (number, minutes) in (1..).zip(months) {
            let first = NaiveDate::from_ymd_opt(year, number, 1);
            if let Some(first) = first.filter(|_| minutes > 0) {
                shown.push((month(first, language), words::hours(minutes, language)));
            }
        }
        let phases = phases.into_iter();
        shown.extend(
            phases
                .map(|(of, minutes)| (phase(of).label(language), words::hours(minutes, language))),
        );
    }
    SideHours {
        deployments,
        hours: words::hours(minutes, language),
        estimated: (estimated > 0).then(|| words::hours(estimated, language)),
        split: shown,
    }
}
