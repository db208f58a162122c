//! One deployment, from the acceptance to its end.

mod page;

pub use page::{DeploymentPage, LaterEnd, LaterEndState, MomentForm, MomentProblem, Powers};
