//! On which legal basis help stands: of a deployment, and conditions confirmed at once.

mod basis;
mod conditions;
mod words;

pub use basis::{BasisChoice, BasisProblem, BasisStand, FormChoice, LegalBasisPage, UrgencyForm};
pub use conditions::{
    ConditionsStand, ConfirmedAtOnce, HelpConditionsPage, ImmediateConditionsPage,
};
pub use words::{BasisLine, DeploymentBasis, LegalBasisName, LegalGroup, PersonnelFormName};
