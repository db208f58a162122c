//! Bodies: providers, municipalities, associations, authorities; whom they serve, and when they are struck.

mod api;
mod body;
mod directory;
mod model;
mod service;
mod store;

pub use api::routes;
pub use body::{NewOrganisation, OrganisationBody, Served};
pub use directory::{Directory, Entry, load_directory};
pub use model::{
    EmployerFacts, LegalForm, Nis2Status, Organisation, OrganisationKind, Participation,
};
pub use service::{
    OrganisationError, Seat, by_id, called, employer_facts, exists, home_providers, places_above,
    places_served, seated_at, show, stage,
};
pub use store::{KnownName, NewRows, insert_all, names};
