//! `/einsaetze`: the deployments the caller has to do with.

use axum::extract::State;
use web::Language;
use web::pages::{DeploymentsPage, OwnDeployment};

use super::words::{district_of, introduced, is_drill, kind, stand, task_of};
use crate::access::action::{
    ReadDeployments, ReadHelpRequests, RevealDeploymentContact, SetDeploymentBasis,
};
use crate::access::{Permit, Scope};
use crate::app::AppState;
use crate::clock::Instant;
use crate::db::StorageError;
use crate::experts;
use crate::http::{Problem, cut};
use crate::ids::{DeploymentId, ExpertId};
use crate::incidents::deployments::{self, Brief, Deployment};
use crate::incidents::pages::legal::basis_of;
use crate::incidents::pages::words;
use crate::pages::{Html, Parameters, Visitor, moment};

const PATH: &str = "/einsaetze";
/// Deployments a page.
const SHOWN: u64 = 50;

pub(super) async fn show(
    permit: Permit<ReadDeployments>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<DeploymentsPage>, Problem> {
    let before = parameters.parsed::<DeploymentId>("vor");
    let mut found = deployments::list(&app.db, &permit, (before, SHOWN)).await?;
    let next = cut(&mut found, SHOWN).map(|last| last.id.to_string());
    let account = permit.caller().account;
    let own = experts::entry_of_account(app.db.reader(), account).await;
    let sees = Sees {
        own: own.map_err(StorageError::from)?,
        requests: permit.also::<ReadHelpRequests>(),
        reveals: permit.also::<RevealDeploymentContact>(),
        basis: permit.also::<SetDeploymentBasis>(),
    };
    let at = (app.db.clock().now(), frame.language);
    let of_town = found.iter().filter(|one| sees.request(one));
    let of_town: Vec<_> = of_town.collect();
    let told = deployments::introductions(&app.db, &app.reference, &of_town).await?;
    let briefs = deployments::briefs(&app.db, found).await?;
    let rows = briefs.iter().map(|brief| {
        let introduction = told.get(&brief.deployment.id);
        OwnDeployment {
            introduction: introduction.map(|told| introduced(&app.reference, told, at.1)),
            ..row(&app, &sees, (brief, at))
        }
    });
    Ok(Html::new(DeploymentsPage {
        rows: rows.collect(),
        next: next.map(|last| parameters.only(&[]).with("vor", &last).href(PATH)),
        frame,
    }))
}

/// What the caller sees besides.
pub(super) struct Sees {
    pub(super) own: Option<ExpertId>,
    pub(super) requests: Option<Permit<ReadHelpRequests>>,
    pub(super) reveals: Option<Permit<RevealDeploymentContact>>,
    pub(super) basis: Option<Permit<SetDeploymentBasis>>,
}

impl Sees {
    pub(super) fn request(&self, deployment: &Deployment) -> bool {
        covers(self.requests.as_ref().map(Permit::scope), deployment)
    }

    fn other_side(&self, deployment: &Deployment) -> bool {
        self.reveals.is_some()
            && (self.own == Some(deployment.expert)
                || covers(self.reveals.as_ref().map(Permit::scope), deployment))
    }
}

fn covers(scope: Option<&Scope>, deployment: &Deployment) -> bool {
    scope.is_some_and(|scope| scope.covers(deployment.requester))
}

pub(super) fn row(
    app: &AppState,
    sees: &Sees,
    (brief, at): (&Brief, (Instant, Language)),
) -> OwnDeployment {
    let deployment = &brief.deployment;
    let is_committed = deployment.state.fills_a_place();
    let is_told = is_committed || sees.request(deployment);
    let town = brief.incident.as_ref().filter(|_| is_told);
    let incident = brief.incident.as_ref();
    let is_open = incident.is_some_and(|incident| deployment.is_open_in(incident, at.0));
    let moment = |instant| moment(instant, at.0, at.1);
    OwnDeployment {
        id: deployment.id.to_string(),
        alias: brief.alias.clone(),
        task: task_of(brief, at.1),
        place: town.map_or_else(
            || district_of(&app.reference, brief),
            |incident| words::place(&app.reference, incident, None),
        ),
        kind: kind(deployment),
        from: moment(deployment.terms.from),
        until: moment(deployment.terms.until),
        stand: stand(deployment, at),
        introduction: None,
        is_drill: is_drill(brief),
        request: sees
            .request(deployment)
            .then(|| format!("/ersuchen/{}", deployment.request)),
        has_contact: is_open && sees.other_side(deployment),
        basis: basis_of(deployment, sees.basis.as_ref(), at),
    }
}
