//! The thread as its sides read it.

use super::ThreadError;
use crate::access::Permit;
use crate::access::action::ReadDeployments;
use crate::db::Db;
use crate::experts;
use crate::ids::DeploymentId;
use crate::incidents::deployments::{self, CostBasis, Deployment};
use crate::incidents::legal;
use crate::incidents::requests::Desk;
use crate::incidents::thread::export::About;
use crate::incidents::thread::model::{Message, Thread};
use crate::incidents::thread::store;
use crate::organisations;

/// What ids of roles begin with.
const ROLE: &str = "role:";

/// A deployment and what was said of it.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Read {
    pub(in crate::incidents) deployment: Deployment,
    pub(in crate::incidents) thread: Thread,
}

/// The thread of a deployment the caller has to do with.
///
/// # Errors
/// Not the caller's to know, or storage failed.
pub(in crate::incidents) async fn read(
    db: &Db,
    permit: &Permit<ReadDeployments>,
    id: DeploymentId,
) -> Result<Read, ThreadError> {
    let deployment = deployments::show(db, permit, id).await?;
    let thread = store::thread(db.reader(), id).await?;
    Ok(Read { deployment, thread })
}

impl Read {
    /// Messages with what each says in words, as far as that was not forgotten.
    ///
    /// # Errors
    /// Something sealed does not open, or storage failed.
    pub(in crate::incidents) async fn worded(
        &self,
        desk: &Desk,
        messages: &[Message],
    ) -> Result<Vec<(Message, Option<String>)>, ThreadError> {
        let ids: Vec<_> = messages.iter().map(|message| message.id).collect();
        let about = (self.deployment.incident, ids.as_slice());
        let mut texts = store::texts(desk.db.reader(), &desk.ring, about).await?;
        let worded = messages
            .iter()
            .map(|message| (message.clone(), texts.remove(&message.id)));
        Ok(worded.collect())
    }
}

/// What the messages of a deployment have in common, for somebody who may know of the town or not, and who is the town
/// or not.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents::thread) async fn about(
    desk: &Desk,
    deployment: &Deployment,
    (knows_town, is_town): (KnowsTown, IsTown),
) -> Result<About, ThreadError> {
    let db = desk.db.reader();
    let brief = deployments::briefs(&desk.db, vec![deployment.clone()]).await?;
    let brief = brief.into_iter().next();
    let (alias, need, incident) = brief.map_or((None, None, None), |brief| {
        (brief.alias, brief.need, brief.incident)
    });
    let entry = experts::load(db, &[deployment.expert]).await?.pop();
    let sender = organisations::by_id(db, deployment.employer).await?;
    let town = organisations::by_id(db, deployment.requester).await?;
    let matrix = legal::matrix(desk.db.reader()).await?;
    let cost = sender.as_ref().zip(town.as_ref()).map(|(sender, town)| {
        let forms = (sender.legal_form, town.legal_form);
        CostBasis::of_deployment(&matrix, deployment, forms)
    });
    let employer = if is_town.0 {
        let told = deployments::introductions(&desk.db, &desk.reference, &[deployment]).await?;
        let told = told.into_values().next();
        told.and_then(|introduction| introduction.employer)
    } else {
        sender.map(|sender| sender.name)
    };
    let incident = incident.filter(|_| knows_town.0);
    let need = need.map(|need| {
        let skills: Vec<String> = need.skills.into_iter().map(|skill| skill.id).collect();
        (need.label, skills)
    });
    let (task, skills) = need.unwrap_or_default();
    Ok(About {
        deployment: deployment.id,
        incident: incident.map(|incident| (incident.id, incident.is_drill)),
        town: town.filter(|_| knows_town.0).map(|town| town.name),
        employer,
        cost,
        alias,
        kind: entry.map(|entry| entry.kind),
        function: skills.iter().find(|id| id.starts_with(ROLE)).cloned(),
        task,
        skills,
    })
}

/// Whether somebody may know which town it is.
#[derive(Clone, Copy, Debug)]
pub(in crate::incidents::thread) struct KnowsTown(pub(in crate::incidents::thread) bool);

/// Whether somebody speaks for the town, who is told of the employer only where that points at nobody.
#[derive(Clone, Copy, Debug)]
pub(in crate::incidents::thread) struct IsTown(pub(in crate::incidents::thread) bool);
