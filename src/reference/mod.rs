//! Reference data: the places of Germany, their postcodes and administrations, how to find them by what people
//! type, which Länder may be named, and the vocabulary.

mod administration;
mod ags;
mod api;
mod ars;
mod contacts;
mod display;
mod edition;
mod geo;
mod groups;
mod keeping;
mod land;
mod lexicon;
mod living;
mod official;
mod outlines;
mod postcode;
mod region;
mod regions;
mod search;
mod service;
mod store;
mod suggest;
mod tables;
mod taxonomy;
mod texts;

#[cfg(test)]
mod samples;

pub use administration::{
    Administration, AdministrationForm, Home, HomeError, NamedAdministration,
    derive_administrations,
};
pub use ags::{Ags, AgsError};
pub use api::routes;
pub use ars::{AdministrationKey, AdministrationKeyError, Ars, ArsError};
pub use contacts::{ContactKind, ContactScope, LandContact, contacts_for};
pub use display::{LandCount, LandDisplay, LandDisplays, display_lands};
pub use edition::{Edition, EditionError, PlacesEdition};
pub use geo::{Position, chord, chord_of_km, km_of_chord};
pub use groups::RegionGroup;
pub use keeping::{
    ContactFields, KeepingError, KeptContact, KeptTerm, KeptTerms, NewTerm, TermChange,
    add_contact, add_term, change_contact, change_term, check_contact, kept_contact, kept_contacts,
    kept_term, kept_terms, kept_text, merge_terms, record_check, remove_contact, retire_term,
    reword, stage_synonym, stage_term,
};
pub use land::{Land, LandGroup};
pub use lexicon::{Clarity, Lexicon, PlaceName};
pub use living::{Living, Part};
pub use official::{
    Applied, Choices, FileError, FileProblem, Gone, LineProblem, Named, OfficialFile, Order,
    Outcome, Pending, PlacesError, Plan, Proposal, Reason, Renamed, Shortfall, SuccessorProblem,
    Unsettled, apply as apply_official, apply_pending, discard as discard_official, forget_imports,
    keep_file, pending as pending_official, rehearse as rehearse_official, successor,
};
pub use outlines::{MapError, Outline, Outlines, draw as draw_outlines};
pub use postcode::{Postcode, PostcodeError, PostcodeRow};
pub use region::{Designation, Level, LevelError, Region};
pub use regions::{BuildError, Regions};
pub use search::{MatchQuality, PlaceHit};
pub use service::{Reference, ReferenceError, install, load};
pub use tables::{
    TableError, parse_land_contacts, parse_postcodes, parse_region_groups, parse_regions,
};
pub use taxonomy::shipped as shipped_taxonomy;
pub use taxonomy::{
    Axis, Headcount, NeedMode, Phase, Playbook, PlaybookNeed, PlaybookSkill, Symptom, Synonyms,
    Taxonomy, Term, Text,
};
pub use texts::{KeptText, TextKind, Texts};
