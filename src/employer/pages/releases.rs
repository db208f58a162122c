//! `/organisation/freigaben`.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::pages::{HeldRelease, HouseDeployments, QuotaForm, ReleaseRow, ReleasesPage};
use web::parts::{FieldProblem, Filled, Link};
use web::{Frame, Language, Notice};

use super::read::{Form, version};
use super::{done, house, own};
use crate::access::Permit;
use crate::access::action::{ReleaseDeployment, ReleaseExperts};
use crate::app::AppState;
use crate::experts::{self, ExpertError, NewRelease, ReleaseForm, ReleaseOrder, Released};
use crate::http::{FormBody, IfMatch, Problem};
use crate::ids::ExpertId;
use crate::incidents;
use crate::pages::{Html, Parameters, Visitor, day};

/// Days a year that are proposed.
const USUAL_DAYS: &str = "20";

/// What a page that is shown again holds.
#[derive(Default)]
pub(super) struct Again {
    pub(super) form: Option<Filled>,
    pub(super) chosen: Vec<(ExpertId, IfMatch)>,
    pub(super) is_conflict: bool,
    pub(super) quota: Option<Filled>,
    pub(super) is_quota_conflict: bool,
}

pub(super) async fn show(
    permit: Permit<ReleaseExperts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
) -> Result<Html<ReleasesPage>, Problem> {
    Ok(Html::new(
        page(&app, &permit, frame, Again::default()).await?,
    ))
}

pub(super) async fn save(
    permit: Permit<ReleaseExperts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    FormBody(sent): FormBody<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let sent = Parameters::from_pairs(sent);
    let ids = sent.all("wen").filter_map(|id| id.parse::<ExpertId>().ok());
    let chosen: Vec<_> = ids
        .map(|id| (id, version(&sent, &format!("stand:{id}"))))
        .collect();
    let mut form = Form::of(&sent, &["art", "tage", "bis"]);
    if chosen.is_empty() {
        form.fail("wen", FieldProblem::Missing);
    }
    let is_withdrawal = sent.first("was") == Some("entziehen");
    let order = if is_withdrawal {
        Some(ReleaseOrder::Withdraw)
    } else {
        given(&sent, &mut form).map(ReleaseOrder::Give)
    };
    let mut is_conflict = false;
    if let Some(order) = order.filter(|_| form.is_right()) {
        match experts::set_releases(&app.db, &permit, &chosen, order).await {
            Ok(_) if is_withdrawal => {
                return Ok(done("/organisation/freigaben", Notice::ReleasesWithdrawn));
            }
            Ok(_) => return Ok(done("/organisation/freigaben", Notice::ReleasesSaved)),
            Err(ExpertError::Version(_)) => is_conflict = true,
            Err(ExpertError::Invalid(errors)) => {
                let is_past = errors.iter().any(|error| error.code == "past");
                let latest = app.db.clock().now().plus_days(experts::Release::DAYS);
                form.fail(
                    "bis",
                    if is_past {
                        FieldProblem::Past
                    } else {
                        FieldProblem::TooLate(day(latest.date(), frame.language))
                    },
                );
            }
            Err(error) => return Err(error.into()),
        }
    }
    let again = Again {
        form: Some(form.into_filled()),
        chosen,
        is_conflict,
        ..Again::default()
    };
    let status = if is_conflict {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let page = page(&app, &permit, frame, again).await?;
    Ok(Html::with_status(page, status).into_response())
}

/// The release that was filled in; none when something is wrong with it.
fn given(sent: &Parameters, form: &mut Form<'_>) -> Option<NewRelease> {
    let kind: Option<ReleaseForm> = sent.parsed("art");
    if kind.is_none() {
        form.fail("art", FieldProblem::Missing);
    }
    let until = form.day("bis");
    let days_a_year = match kind {
        Some(ReleaseForm::Standing) => form.number("tage", 1..=366),
        Some(ReleaseForm::EachTime) | None => None,
    };
    Some(NewRelease {
        form: kind?,
        days_a_year: days_a_year.and_then(|days| u16::try_from(days).ok()),
        until,
    })
}

pub(super) async fn page(
    app: &AppState,
    permit: &Permit<ReleaseExperts>,
    frame: Frame,
    again: Again,
) -> Result<ReleasesPage, Problem> {
    let (body, version) = house(app, permit).await?;
    let releases = experts::releases(&app.db, permit, own(permit)?).await?;
    let deciding = permit.also::<ReleaseDeployment>();
    let deployments = match &deciding {
        Some(deciding) => {
            incidents::house_deployments(app, deciding, (own(permit)?, frame.language)).await?
        }
        None => HouseDeployments::default(),
    };
    let Again {
        form,
        chosen,
        is_conflict,
        quota,
        is_quota_conflict,
    } = again;
    let chosen: HashMap<ExpertId, IfMatch> = chosen.into_iter().collect();
    let limit = body.yearly_person_days;
    let limit = limit.and_then(|days| u32::try_from(days).ok());
    let today = app.db.clock().now();
    let usual = || Filled {
        values: vec![
            ("art", <&str>::from(ReleaseForm::Standing).to_owned()),
            ("tage", USUAL_DAYS.to_owned()),
            ("bis", today.plus_days(365).date().to_string()),
        ],
        problems: Vec::new(),
    };
    let stored = || Filled {
        values: vec![(
            "kontingent",
            limit.map(|days| days.to_string()).unwrap_or_default(),
        )],
        problems: Vec::new(),
    };
    let rows = releases.entries.into_iter();
    Ok(ReleasesPage {
        name: body.name,
        rows: rows
            .map(|row| shown(row, &chosen, frame.language))
            .collect(),
        form: form.unwrap_or_else(usual),
        is_conflict,
        quota: QuotaForm {
            form: quota.unwrap_or_else(stored),
            limit,
            used: whole(releases.days_used),
            version,
            is_conflict: is_quota_conflict,
        },
        deployments,
        frame,
    })
}

fn shown(row: Released, chosen: &HashMap<ExpertId, IfMatch>, language: Language) -> ReleaseRow {
    let left = row.days_left();
    let Released {
        entry,
        release,
        days_used,
    } = row;
    let seen = chosen.get(&entry.id);
    let text = &entry.profile.headline;
    let headline = match language {
        Language::English if !text.en.is_empty() => &text.en,
        Language::German | Language::English => &text.de,
    };
    ReleaseRow {
        id: entry.id.to_string(),
        version: entry.version,
        alias: Link {
            label: entry.alias.clone(),
            href: format!("/eintraege/{}", entry.id),
        },
        headline: headline.clone(),
        release: release.map(|release| HeldRelease {
            standing: match release.form {
                ReleaseForm::Standing => Some(release.days_a_year.map(u32::from)),
                ReleaseForm::EachTime => None,
            },
            left: left.map(whole),
            until: day(release.last_day(), language),
        }),
        used: whole(days_used),
        is_chosen: seen.is_some(),
        is_changed: seen.is_some_and(|seen| seen.check(entry.version).is_err()),
    }
}

fn whole(days: i64) -> u32 {
    u32::try_from(days).unwrap_or_default()
}
