//! What whoever helped shows others: that they did, on a paper the register vouches for.

use super::proving::proven_skills;
use super::{ReviewError, ended};
use crate::access::Permit;
use crate::access::action::{ReadIdentity, RunDeployment};
use crate::clock::Instant;
use crate::db::StorageError;
use crate::experts;
use crate::ids::{DeploymentId, OrganisationId};
use crate::incidents::deployments::{Deployment, DeploymentError, Part, taking_part};
use crate::incidents::requests;
use crate::incidents::review::store;
use crate::incidents::service::Kit;
use crate::matching::NewNeed;
use crate::organisations;
use crate::sealing::{Keyring, Purpose};

/// Signs of a check value: none that look alike.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// How many of them, in groups of four.
const LENGTH: usize = 12;

/// What stands on the paper besides whose it is.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Certificate {
    pub(in crate::incidents) deployment: Deployment,
    /// What somebody was needed for.
    pub(in crate::incidents) need: Option<NewNeed>,
    /// Its first and last moment.
    pub(in crate::incidents) span: (Instant, Instant),
    /// Who sent them.
    pub(in crate::incidents) employer: String,
    /// Who was helped, where it agreed to be named.
    pub(in crate::incidents) town: Option<String>,
    /// Ids of the skills the town saw.
    pub(in crate::incidents) skills: Vec<String>,
    /// By which a coordinator knows it again.
    pub(in crate::incidents) code: String,
}

/// The paper for whoever looks.
#[derive(Clone, Debug)]
pub(in crate::incidents) struct Paper {
    pub(in crate::incidents) certificate: Certificate,
    /// Whose it is: for that person alone.
    pub(in crate::incidents) name: Option<String>,
}

/// The paper of whoever helped, for them alone.
///
/// # Errors
/// Not the own deployment, not over, something does not open, or storage failed.
pub(in crate::incidents) async fn certificate(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    id: DeploymentId,
) -> Result<Paper, ReviewError> {
    let (deployment, parts) = taking_part(kit.db, permit, id).await?;
    if !parts.contains(&Part::Expert) {
        return Err(DeploymentError::NotFound.into());
    }
    let name = own_name(kit, permit, &deployment).await?;
    let certificate = of(kit, deployment).await?;
    Ok(Paper { certificate, name })
}

/// What such a paper says, for a coordinator who was shown one, and whether its check value is right; without whose it
/// is.
///
/// # Errors
/// Not a coordinator's to see, not over, or storage failed.
pub(in crate::incidents) async fn verify(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    (id, given): (DeploymentId, &str),
) -> Result<(Certificate, bool), ReviewError> {
    let (deployment, parts) = taking_part(kit.db, permit, id).await?;
    if !parts.contains(&Part::Coordinator) {
        return Err(DeploymentError::NotFound.into());
    }
    let certificate = of(kit, deployment).await?;
    let signs = |code: &str| -> String {
        let kept = code.chars().filter(char::is_ascii_alphanumeric);
        kept.map(|sign| sign.to_ascii_uppercase()).collect()
    };
    let is_right = signs(given) == signs(&certificate.code);
    Ok((certificate, is_right))
}

async fn of(kit: Kit<'_>, deployment: Deployment) -> Result<Certificate, ReviewError> {
    let db = kit.db.reader();
    let end = ended(&deployment)?;
    // Of what nobody began there are no days.
    if !deployment.was_carried_out() {
        return Err(ReviewError::NotEnded);
    }
    let started = deployment.started.as_ref().map(|(at, _)| *at);
    let span = (started.unwrap_or(deployment.terms.from), end);
    let needs = requests::needs_of(db, deployment.request).await?;
    let need = needs.into_iter().find(|need| need.id == deployment.need);
    let houses = [deployment.employer, deployment.requester];
    let houses = organisations::by_ids(db, &houses).await?;
    let name = |id: OrganisationId| {
        let house = houses.iter().find(|house| house.id == id);
        house.map(|house| house.name.clone())
    };
    let is_named = store::is_named(db, deployment.id).await?;
    let town = name(deployment.requester).filter(|_| is_named);
    let skills = proven_skills(kit, db, &deployment).await?.into_iter();
    let skills = skills.filter(|one| one.is_proven).map(|one| one.skill.id);
    Ok(Certificate {
        need: need.map(|need| need.wanted),
        employer: name(deployment.employer).unwrap_or_default(),
        town,
        skills: skills.collect(),
        code: code(kit.ring, &deployment, span)?,
        span,
        deployment,
    })
}

/// The own name; whoever looks is the person, so nothing is entered.
async fn own_name(
    kit: Kit<'_>,
    permit: &Permit<RunDeployment>,
    deployment: &Deployment,
) -> Result<Option<String>, ReviewError> {
    let Some(reading) = permit.also::<ReadIdentity>() else {
        return Ok(None);
    };
    let view = experts::own_view(kit.db, kit.ring, &reading, deployment.expert).await;
    let Ok((entry, _)) = view else {
        return Ok(None);
    };
    let name = entry.identity;
    Ok(name.map(|name| format!("{} {}", name.given_name, name.family_name)))
}

/// The check value is of what does not change any more; what else the paper says, whoever checks it compares.
fn code(
    ring: &Keyring,
    deployment: &Deployment,
    (from, until): (Instant, Instant),
) -> Result<String, StorageError> {
    let id = deployment.id;
    let (from, until) = (from.as_seconds(), until.as_seconds());
    let message = format!("{id} {from} {until} {}", deployment.terms.is_on_site);
    let hash = ring.keyed_hash(Purpose::Certificates, message.as_bytes())?;
    let mut code = String::with_capacity(LENGTH + LENGTH / 4);
    for (position, byte) in hash.iter().take(LENGTH).enumerate() {
        if position > 0 && position % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(SIGNS[usize::from(byte % 32)]));
    }
    Ok(code)
}
