//! What a town is told of whom it decides about: who sends them, what they can do, what it costs; never who they are.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::{Deployment, DeploymentState};
use crate::clock::Instant;
use crate::experts::{Entry, Skill};
use crate::incidents::legal::{CostKind, Matrix};
use crate::matching::NewNeed;
use crate::organisations::{LegalForm, Organisation, OrganisationKind};
use crate::reference::Taxonomy;

/// Listed entries below which the name of an employer would point at one of few people.
const FEW: usize = 5;
/// What ids of roles begin with.
const ROLE: &str = "role:";

/// What a town is told (trust.md 11).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    /// What kind of organisation sends them.
    pub sender: OrganisationKind,
    /// Its name; none where few of its people are listed.
    pub employer: Option<String>,
    /// The role they are asked for, else their best.
    pub function: Option<String>,
    /// What of the need they can do, in its order.
    pub reasons: Vec<Skill>,
    /// On which basis it is paid.
    pub cost: CostBasis,
}

/// On which basis help is paid (trust.md 17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CostBasis {
    /// Not at all: a first talk.
    Free,
    /// What is spent besides: Amtshilfe.
    ExtraCosts,
    /// The rate that was agreed.
    AgreedRate,
}

impl Deployment {
    /// Whether the town is told who would help: once the employer released them, while they are needed.
    pub fn is_introduced(&self, now: Instant) -> bool {
        self.state == DeploymentState::Released || self.is_open_to_both(now)
    }
}

impl Introduction {
    /// Of an entry for a need, whose employer has so many listed entries.
    pub fn new(
        taxonomy: &Taxonomy,
        (entry, need): (&Entry, &NewNeed),
        (sender, listed): (&Organisation, usize),
        cost: CostBasis,
    ) -> Self {
        let reasons = reasons(taxonomy, entry, need);
        let is_role = |skill: &&Skill| skill.id.starts_with(ROLE);
        let best = entry.profile.skills.iter().filter(is_role);
        let best = best.max_by_key(|skill| (skill.level, skill.evidence));
        let function = reasons.iter().find(is_role).or(best);
        Self {
            sender: sender.kind,
            employer: (listed >= FEW).then(|| sender.name.clone()),
            function: function.map(|role| role.id.clone()),
            reasons,
            cost,
        }
    }
}

/// Skills that meet what the need asks, or are narrower.
fn reasons(taxonomy: &Taxonomy, entry: &Entry, need: &NewNeed) -> Vec<Skill> {
    let mut reasons: Vec<Skill> = Vec::new();
    for asked in &need.skills {
        let held = entry.profile.skills.iter();
        let held = held.filter(|held| is_within(taxonomy, &held.id, &asked.id));
        let Some(best) = held.max_by_key(|held| (held.level, held.evidence)) else {
            continue;
        };
        if !reasons.iter().any(|known| known.id == best.id) {
            reasons.push(best.clone());
        }
    }
    reasons
}

/// Whether a term is this one, or narrower.
pub fn is_within(taxonomy: &Taxonomy, held: &str, asked: &str) -> bool {
    let mut next = Some(held);
    while let Some(id) = next {
        if id == asked {
            return true;
        }
        let term = taxonomy.term(id);
        next = term.and_then(|term| term.parent.as_deref());
    }
    false
}

impl CostBasis {
    /// By the legal forms of who sends and who is helped: by the first basis the matrix allows.
    pub fn of(
        matrix: &Matrix,
        is_first_call: bool,
        sender: LegalForm,
        receiver: LegalForm,
    ) -> Self {
        let first = matrix.allowed(sender, receiver).first().copied();
        match (is_first_call, first) {
            (true, _) => Self::Free,
            (false, Some(basis)) => basis.cost(sender, receiver).into(),
            // Nothing is allowed: whoever helps all the same is paid.
            (false, None) => Self::AgreedRate,
        }
    }

    /// The same of a deployment: what was chosen for it counts first.
    pub fn of_deployment(
        matrix: &Matrix,
        deployment: &Deployment,
        (sender, receiver): (LegalForm, LegalForm),
    ) -> Self {
        let is_first_call = deployment.terms.is_first_call;
        match &deployment.basis {
            Some(chosen) if !is_first_call => chosen.basis.cost(sender, receiver).into(),
            Some(_) | None => Self::of(matrix, is_first_call, sender, receiver),
        }
    }
}

impl From<CostKind> for CostBasis {
    fn from(kind: CostKind) -> Self {
        match kind {
            CostKind::Reimbursement => Self::ExtraCosts,
            CostKind::Fee => Self::AgreedRate,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sender: LegalForm, receiver: LegalForm) -> CostBasis {
        CostBasis::of(&Matrix::shipped(), false, sender, receiver)
    }

    #[test]
    fn only_authorities_give_each_other_amtshilfe() {
        let town = LegalForm::TerritorialAuthority;

        for sender in [
            town,
            LegalForm::PublicInstitution,
            LegalForm::StateAuthority,
        ] {
            assert_eq!(of(sender, town), CostBasis::ExtraCosts);
        }
        for sender in [LegalForm::Gmbh, LegalForm::Eg, LegalForm::Ag] {
            assert_eq!(of(sender, town), CostBasis::AgreedRate);
            assert_eq!(of(town, sender), CostBasis::AgreedRate);
        }
    }

    #[test]
    fn a_first_call_costs_nothing_whoever_gives_it() {
        for sender in [LegalForm::Gmbh, LegalForm::TerritorialAuthority] {
            let town = LegalForm::TerritorialAuthority;
            let basis = CostBasis::of(&Matrix::shipped(), true, sender, town);

            assert_eq!(basis, CostBasis::Free);
        }
    }
}
