//! What the managers of a member do for their team: release it, invite people to it, agree with the staff council, say that the house is
//! struck itself.

mod invitations;
mod pages;

pub use invitations::{INVITATION, forget_old, handler as invitation_handler};
pub use pages::{routes, tasks};
