//! Requests for help: who is needed, who is asked, who comes.

mod contact;
mod deployments;
mod form;
mod need;
mod page;
mod section;
mod stand;

pub use contact::{DeploymentContactPage, OtherSide};
pub use deployments::{
    DeploymentsPage, HouseDeployments, OwnDeployment, RunningDeployment, WaitingRelease,
};
pub use form::{NeedInput, NeedsFormPage};
pub use need::{
    AlertPhone, AlertRow, PickForm, PickProblem, PreviewRow, RequestNeed, SpokenAnswerForm,
    SpokenAnswerProblem,
};
pub use page::{
    EndForm, RequestDeployment, RequestPage, RequestRights, TownDecision, UnaskedHouse,
};
pub use section::{HelpSection, RequestSummary};
pub use stand::{
    AlertBadge, AlertChannel, DeploymentKind, DeploymentStand, Places, RequestBadge, SpokenAnswer,
};
