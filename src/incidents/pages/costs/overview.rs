//! `/einsaetze/{id}/kosten`.

use axum::extract::State;
use web::Frame;
use web::pages::{CostSheetView, CostState, CostsPage, CostsRefusal};

use super::words;
use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::app::AppState;
use crate::http::{PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::api::kit;
use crate::incidents::costs::{self, CostError, Seen, Stage};
use crate::pages::{Html, Told, Visitor};

pub(super) async fn show(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
) -> Result<Html<CostsPage>, Problem> {
    let seen = costs::seen(&app.db, &permit, id).await?;
    let page = page(&app, &permit, &seen, (frame, None)).await?;
    Ok(Html::new(page))
}

/// The page, with why a step was not taken and what was asked back with it.
pub(super) async fn page(
    app: &AppState,
    permit: &Permit<RunDeployment>,
    seen: &Seen,
    (frame, refused): (Frame, Option<(CostsRefusal, String)>),
) -> Result<CostsPage, Problem> {
    let found = match costs::costs(kit(app), seen).await {
        Ok(found) => Some(found),
        Err(CostError::Free) => None,
        Err(error) => return Err(error.into()),
    };
    let (refusal, asked) = refused.unzip();
    let mut page = CostsPage {
        id: seen.deployment.id.to_string(),
        alias: words::alias(&app.db, seen).await?,
        kind: found.as_ref().map(|found| {
            let borne = found.borne;
            words::kind(borne.kind, borne.is_amtshilfe)
        }),
        sheets: Vec::new(),
        writable: Vec::new(),
        refusal,
        asked: asked.unwrap_or_default(),
        frame,
    };
    let Some(found) = found else {
        return Ok(page);
    };
    let at = (Told::Now(app.db.clock().now()), page.frame.language);
    let by = permit.actor();
    for sheet in found.estimate.iter().chain(&found.actual) {
        let view = if found.rewritten.contains(&sheet.stage) {
            CostSheetView {
                state: CostState::Rewritten,
                ..words::sheet(sheet, Vec::new(), at)
            }
        } else {
            let steps = costs::open_steps(seen, (sheet, found.borne.kind), by);
            words::sheet(sheet, steps, at)
        };
        page.sheets.push(view);
    }
    for (stage, sheet) in [
        (Stage::Estimate, &found.estimate),
        (Stage::Actual, &found.actual),
    ] {
        if costs::is_writable(seen, (stage, found.borne.kind), sheet.as_ref()) {
            page.writable.push(words::stage(stage));
        }
    }
    Ok(page)
}
