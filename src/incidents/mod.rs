//! Incidents: a town asks for help, is called back or proves itself by a code, and is followed until it is over.
//!
//! Whoever asks has no account at hand. The link to the status page is all they hold, and before they are verified
//! it says nothing but that they are called back (trust.md 10).

mod api;
mod attachments;
mod body;
mod borrowing;
mod calls;
mod care;
mod costs;
mod deadline;
mod deployments;
mod jobs;
mod legal;
mod model;
mod pages;
mod readiness;
mod requests;
mod review;
mod roster;
mod service;
mod store;
mod telling;
mod thread;

pub use api::routes;
pub use calls::call_handlers;
pub use jobs::handlers;
pub use legal::{
    FormGroup, KeptRules, LegalBasis, LegalError, Matrix, NewRules, PersonnelForm, kept_rules,
    save_rules,
};
pub use pages::{house_deployments, routes as page_routes};
pub use requests::{gateway_routes, waves};
pub use roster::{Desk, desk, duty_calendar};
pub use service::{IncidentError, forget_old};
