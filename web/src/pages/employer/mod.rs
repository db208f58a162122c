//! What the managers of a member do for their team: releases, participation, the switch "selbst betroffen".

mod capacity;
mod delegations;
mod house_form;
mod invitations;
mod join;
mod participation;
mod releases;
mod report;
mod struck;
mod tasks;

pub use capacity::{CapacityPage, CapacityRow, SkillInput, SkillProblem};
pub use delegations::{DelegationRow, DelegationsPage, EndedDelegationRow};
pub use house_form::{HouseFacts, HouseFormPage};
pub use invitations::{InvitableRow, InvitationRow, TeamInvitationsPage};
pub use join::{JoinAs, JoinPage};
pub use participation::ParticipationPage;
pub use releases::{HeldRelease, QuotaForm, ReleaseRow, ReleasesPage};
pub use report::{ReportBlock, ReportFigures, ReportPage};
pub use struck::StruckPage;
pub use tasks::{EmployerTask, EmployerTaskRow};
