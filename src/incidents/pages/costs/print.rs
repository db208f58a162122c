//! `/einsaetze/{id}/kosten/druck`: the costs on paper; no invoice.

use axum::extract::State;
use web::pages::CostPrintPage;

use super::words;
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::app::AppState;
use crate::http::{PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::api::kit;
use crate::incidents::costs::{self, CostError};
use crate::organisations;
use crate::pages::{Html, Told, Visitor, day};

pub(super) async fn show(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Html<CostPrintPage>, Problem> {
    let seen = costs::seen(&app.db, &permit, id).await?;
    let found = costs::costs(kit(&app), &seen).await?;
    let sheet = found.actual.or(found.estimate);
    let sheet = sheet.ok_or(CostError::NotFound)?;
    let deployment = &seen.deployment;
    let (now, language) = (app.db.clock().now(), frame.language);
    // A house of few listed people would point at one of them: before it is accepted no side is named.
    let houses = if deployment.accepted.is_some() {
        let sides = [deployment.employer, deployment.requester];
        organisations::by_ids(app.db.reader(), &sides).await?
    } else {
        Vec::new()
    };
    let name = |id| {
        let house = houses.iter().find(|house| house.id == id);
        house.map(|house| house.name.clone()).unwrap_or_default()
    };
    let last = deployment.terms.until.plus_seconds(-1).date();
    let span = (deployment.terms.from.date(), last);
    Ok(Html::new(CostPrintPage {
        id: deployment.id.to_string(),
        alias: words::alias(&app.db, &seen).await?,
        employer: name(deployment.employer),
        town: name(deployment.requester),
        period: words::period(span, language),
        today: day(now.date(), language),
        sheet: words::sheet(&sheet, Vec::new(), (Told::OnPaper, language)),
        frame,
    }))
}
