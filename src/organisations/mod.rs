//! Bodies: providers, municipalities, associations, authorities; whom they serve, and when they are struck.

mod api;
mod body;
mod directory;
mod model;
mod pages;
mod service;
mod store;

pub use api::routes;
pub use body::{
    NewOrganisation, OrganisationBody, OrganisationPatch, OrganisationQuery, Served, StruckSwitch,
};
pub use directory::{Directory, Entry, load_directory};
pub use model::{
    EmployerFacts, LegalForm, Nis2Status, Organisation, OrganisationKind, Participation, is_within,
};
pub use pages::{form_words, kind_words, nis2_words};
pub use service::{
    OrganisationError, Saved, Seat, able, by_id, by_ids, called, create, employer_facts, exists,
    hold, home_providers, list, places_above, places_served, seat_of, seated_at, set_struck, show,
    stage, stage_duty_phone, update,
};
pub use store::{KnownName, NewRows, insert_all, names};
