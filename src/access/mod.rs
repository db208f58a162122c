//! Who may do what: roles, one policy, and permits that only the policy can make.

mod caller;
mod conditions;
mod permit;
mod policy;
mod right;
mod role;
mod store;

pub use caller::{Authentication, Caller, Grant, TokenScope};
pub use permit::{Action, Permit, Scope};
pub use policy::{Reach, reach};
pub use right::Right;
pub use role::Role;
pub use store::{grants_of_open, holders, holds, scope_of};

pub mod action {
    //! The actions of the policy as types.

    pub use super::permit::actions::*;
}
