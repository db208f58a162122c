//! What the managers of a member do for their team: release it, agree with the staff council, say that the house is
//! struck itself.

mod pages;

pub use pages::{routes, tasks};
