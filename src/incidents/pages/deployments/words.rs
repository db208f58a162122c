//! What deployments are called on pages.

use web::Language;
use web::pages::{DeploymentKind, DeploymentStand, Introduction as PageIntroduction};
use web::parts::{Skill as PageSkill, WorkMode};

use crate::clock::Instant;
use crate::experts::{Skill, evidence_words};
use crate::incidents::deployments::{Brief, Deployment, DeploymentState, Introduction};
use crate::incidents::pages::words::{pick, task};
use crate::incidents::requests::district;
use crate::organisations::kind_words;
use crate::pages::moment;
use crate::reference::Reference;

pub(in crate::incidents::pages) fn stand(
    deployment: &Deployment,
    (now, language): (Instant, Language),
) -> DeploymentStand {
    let at = |instant| moment(instant, now, language);
    match deployment.state {
        DeploymentState::Agreed => DeploymentStand::Agreed {
            until: at(deployment.due_at),
        },
        DeploymentState::Released => DeploymentStand::Released {
            until: at(deployment.due_at),
        },
        DeploymentState::Accepted => {
            let objection = deployment.objection_until();
            let calls_by = deployment.calls_by().filter(|by| now < *by);
            DeploymentStand::Accepted {
                objection: objection.filter(|until| now < *until).map(at),
                calls_by: calls_by.map(at),
            }
        }
        DeploymentState::Active => DeploymentStand::Active {
            until: at(deployment.terms.until),
        },
        DeploymentState::Returning => DeploymentStand::Returning {
            until: at(deployment.terms.until),
        },
        DeploymentState::Ended => DeploymentStand::Ended,
        DeploymentState::Cancelled => DeploymentStand::Cancelled,
        DeploymentState::Refused => DeploymentStand::Refused,
        DeploymentState::Lapsed => DeploymentStand::Lapsed,
        DeploymentState::Withdrawn => DeploymentStand::Withdrawn,
    }
}

pub(in crate::incidents::pages) fn mode(deployment: &Deployment) -> WorkMode {
    if deployment.terms.is_on_site {
        WorkMode::OnSite
    } else {
        WorkMode::Remote
    }
}

pub(in crate::incidents::pages) fn kind(deployment: &Deployment) -> DeploymentKind {
    match (deployment.terms.is_first_call, deployment.terms.is_on_site) {
        (true, _) => DeploymentKind::Talk,
        (false, true) => DeploymentKind::OnSite,
        (false, false) => DeploymentKind::Remote,
    }
}

/// Who is released, as the town is told.
pub(in crate::incidents::pages) fn introduced(
    reference: &Reference,
    told: &Introduction,
    language: Language,
) -> PageIntroduction {
    let Introduction {
        sender,
        employer,
        function,
        reasons,
        cost,
    } = told.clone();
    let term = |id: &str| {
        let term = reference.taxonomy.term(id);
        term.map_or_else(
            || id.to_owned(),
            |term| pick(&term.label, language).to_owned(),
        )
    };
    let skill = |held: &Skill| PageSkill {
        label: term(&held.id),
        level: held.level,
        evidence: evidence_words(held.evidence),
    };
    PageIntroduction {
        sender: kind_words(sender),
        employer,
        function: function.map(|id| term(&id)),
        reasons: reasons.iter().map(skill).collect(),
        cost: cost.words(),
    }
}

/// What somebody does.
pub(super) fn task_of(brief: &Brief, language: Language) -> String {
    let need = brief.need.as_ref();
    need.map_or_else(String::new, |need| task(need, language))
}

/// The Kreis or Land, which is all that is told before they are committed.
pub(super) fn district_of(reference: &Reference, brief: &Brief) -> String {
    let place = brief.incident.as_ref().and_then(|one| one.place.as_deref());
    district(reference, place).unwrap_or_default()
}

/// Whether it is a drill.
pub(super) fn is_drill(brief: &Brief) -> bool {
    brief.incident.as_ref().is_some_and(|one| one.is_drill)
}
