//! `/einsaetze/{id}/bescheinigung`, and with `?pruefen=` for a coordinator who was shown one.

use axum::extract::State;
use web::Frame;
use web::pages::CertificatePage;
use web::parts::WorkMode;

use crate::access::Permit;
use crate::access::action::RunDeployment;
use crate::app::AppState;
use crate::http::{PathId, Problem};
use crate::ids::DeploymentId;
use crate::incidents::api::kit;
use crate::incidents::pages::words::task;
use crate::incidents::review::{self, Certificate, days_begun};
use crate::pages::{Html, Parameters, Visitor, day, term_name};

pub(super) async fn show(
    permit: Permit<RunDeployment>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    PathId(id): PathId<DeploymentId>,
    parameters: Parameters,
) -> Result<Html<CertificatePage>, Problem> {
    if let Some(code) = parameters.first("pruefen") {
        let (certificate, is_right) = review::verify(kit(&app), &permit, (id, code)).await?;
        let page = page(&app, frame, certificate);
        return Ok(Html::new(CertificatePage {
            is_right: Some(is_right),
            ..page
        }));
    }
    let paper = review::certificate(kit(&app), &permit, id).await?;
    let page = page(&app, frame, paper.certificate);
    Ok(Html::new(CertificatePage {
        name: paper.name,
        ..page
    }))
}

fn page(app: &AppState, frame: Frame, certificate: Certificate) -> CertificatePage {
    let language = frame.language;
    let Certificate {
        deployment,
        need,
        span: (from, until),
        employer,
        town,
        skills,
        code,
    } = certificate;
    let skills = skills.into_iter().map(|id| {
        let term = app.reference.taxonomy.term(&id);
        term.map_or(id, |term| term_name(term, language))
    });
    CertificatePage {
        id: deployment.id.to_string(),
        name: None,
        employer,
        task: need.map(|need| task(&need, language)).unwrap_or_default(),
        mode: if deployment.terms.is_on_site {
            WorkMode::OnSite
        } else {
            WorkMode::Remote
        },
        from: day(from.date(), language),
        until: day(until.date(), language),
        days: days_begun(from, until),
        town,
        skills: skills.collect(),
        issued: day(app.db.clock().now().date(), language),
        code,
        is_right: None,
        frame,
    }
}
