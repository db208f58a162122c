//! What the managers of a member do for their team: release it, invite people to it, agree with the staff council, say that the house is
//! struck itself.

mod delegations;
mod invitations;
mod pages;
mod report;

pub use delegations::{
    AdminsView, Colleague, Concerning, DelegationError, count_for_admins, end_as_admin,
    seen_by_admins,
};
pub use invitations::{INVITATION, forget_old, handler as invitation_handler};
pub use pages::{routes, tasks};
