//! Bodies: providers, municipalities, associations, authorities; whom they serve, and when they are struck.

mod api;
mod body;
mod directory;
mod model;
mod service;
mod store;

pub use api::routes;
pub use body::{NewOrganisation, OrganisationBody, OrganisationPatch, Served, StruckSwitch};
pub use directory::{Directory, Entry, load_directory};
pub use model::{
    EmployerFacts, LegalForm, Nis2Status, Organisation, OrganisationKind, Participation,
};
pub use service::{
    OrganisationError, Seat, by_id, called, employer_facts, exists, hold, home_providers,
    places_above, places_served, seat_of, seated_at, set_struck, show, stage, stage_duty_phone,
    update,
};
pub use store::{KnownName, NewRows, insert_all, names};
