//! What the managers of a member do for their team: releases, participation, the switch "selbst betroffen".

mod capacity;
mod delegations;
mod insurance;
mod invitations;
mod join;
mod participation;
mod phone;
mod releases;
mod report;
mod struck;
mod tasks;

pub use capacity::{CapacityPage, CapacityRow, SkillInput, SkillProblem};
pub use delegations::{DelegationRow, DelegationsPage, EndedDelegationRow};
pub use insurance::InsurancePage;
pub use invitations::{InvitableRow, InvitationRow, TeamInvitationsPage};
pub use join::{JoinAs, JoinPage};
pub use participation::ParticipationPage;
pub use phone::DutyPhonePage;
pub use releases::{HeldRelease, QuotaForm, ReleaseRow, ReleasesPage};
pub use report::{ReportBlock, ReportFigures, ReportPage};
pub use struck::StruckPage;
pub use tasks::{EmployerTask, EmployerTaskRow};
