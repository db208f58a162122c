//! The kit of the pages: who looks, in which language, how a page is answered, and what is shown
//! where none can be.

mod answer;
mod assets;
mod display;
mod kept_text;
mod local_path;
mod parameters;
mod place;
mod preferences;
mod problems;
mod qr;
mod skills;
mod term;
mod visitor;

pub use answer::{Html, redirect};
pub use assets::routes as asset_routes;
pub use display::{Told, dated_moment, day, moment, month, paragraphs, typed_moment};
pub use kept_text::{checked, first_aid};
pub use local_path::LocalPath;
pub use parameters::Parameters;
pub use place::{PlaceAsked, place_name, resolve_place};
pub use preferences::{choose_language, keep_language, routes as preference_routes, say_next};
pub use problems::show_problems;
pub use qr::qr_code;
pub use skills::read_skills;
pub use term::{Found, find_term, term_name, typed_names};
pub use visitor::{OpenAlarms, Visitor, role};

/// Whether a path is answered for people, not for programs.
pub fn is_page(path: &str) -> bool {
    let programs = [
        "/api/",
        "/assets/",
        "/gateway/",
        "/.well-known/",
        "/healthz",
        "/readyz",
        "/metrics",
    ];
    !programs.iter().any(|prefix| path.starts_with(prefix))
}
