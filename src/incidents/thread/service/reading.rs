//! The thread as its sides read it.

use std::collections::HashMap;

use super::ThreadError;
use crate::access::Permit;
use crate::access::action::ReadDeployments;
use crate::db::Db;
use crate::experts;
use crate::ids::DeploymentId;
use crate::incidents::deployments::{self, CostBasis, Deployment, Part, Standing};
use crate::incidents::legal;
use crate::incidents::requests::Desk;
use crate::incidents::store as incidents;
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
    /// As what the caller takes part in it. Who manages a house that is the town itself takes no part.
    pub(in crate::incidents) parts: Vec<Part>,
    /// Whether they read what is said in words: while the police investigates, not who sends somebody (trust.md 14).
    hears: bool,
    /// The police investigates: words stay out of exports.
    is_held: bool,
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
    let parts = Standing::of(db, permit).await?.parts(&deployment);
    let incident = incidents::by_id(db.reader(), deployment.incident).await?;
    let is_held = incident.is_none_or(|incident| incident.handling.is_under_investigation);
    let hears = |part: &Part| !is_held || part.sees_what_is_investigated();
    Ok(Read {
        hears: parts.iter().any(hears),
        is_held,
        parts,
        deployment,
        thread,
    })
}

impl Read {
    /// All messages as they are exported: without words while the police investigates (trust.md 14).
    ///
    /// # Errors
    /// Something sealed does not open, or storage failed.
    pub(in crate::incidents) async fn exported(
        mut self,
        desk: &Desk,
    ) -> Result<Vec<(Message, Option<String>)>, ThreadError> {
        self.hears &= !self.is_held;
        let messages = self.thread.messages().to_vec();
        self.worded(desk, &messages).await
    }

    /// Messages with what each says in words, for whoever may read it, as far as that was not forgotten.
    ///
    /// # Errors
    /// Something sealed does not open, or storage failed.
    pub(in crate::incidents) async fn worded(
        &self,
        desk: &Desk,
        messages: &[Message],
    ) -> Result<Vec<(Message, Option<String>)>, ThreadError> {
        let mut texts = HashMap::new();
        // For whoever may not read it nothing is opened.
        if self.hears {
            let ids: Vec<_> = messages.iter().map(|message| message.id).collect();
            let about = (self.deployment.incident, ids.as_slice());
            texts = store::texts(desk.db.reader(), &desk.ring, about).await?;
        }
        let worded = messages
            .iter()
            .map(|message| (message.clone(), texts.remove(&message.id)));
        Ok(worded.collect())
    }
}

/// What the messages of a deployment have in common, for whoever takes part in it like this: who sends somebody and they
/// themselves know by whom; the town is told only where that points at nobody, and whoever takes no part not at all.
///
/// # Errors
/// Storage failed.
pub(in crate::incidents::thread) async fn about(
    desk: &Desk,
    deployment: &Deployment,
    parts: &[Part],
) -> Result<About, ThreadError> {
    let is_of_house = parts
        .iter()
        .any(|part| matches!(part, Part::Employer | Part::Expert));
    let is_of_town = parts.iter().any(|part| part.knows_the_town());
    let knows_town = is_of_town || deployment.state.fills_a_place();
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
    let employer = if is_of_house {
        sender.map(|sender| sender.name)
    } else if is_of_town {
        let told = deployments::introductions(&desk.db, &desk.reference, &[deployment]).await?;
        let told = told.into_values().next();
        told.and_then(|introduction| introduction.employer)
    } else {
        None
    };
    let incident = incident.filter(|_| knows_town);
    let need = need.map(|need| {
        let skills: Vec<String> = need.skills.into_iter().map(|skill| skill.id).collect();
        (need.label, skills)
    });
    let (task, skills) = need.unwrap_or_default();
    Ok(About {
        deployment: deployment.id,
        incident: incident.map(|incident| (incident.id, incident.is_drill)),
        town: town.filter(|_| knows_town).map(|town| town.name),
        employer,
        cost,
        alias,
        kind: entry.map(|entry| entry.kind),
        function: skills.iter().find(|id| id.starts_with(ROLE)).cloned(),
        task,
        skills,
    })
}
