//! Parts that several pages show.

mod availability;
mod card;
mod field;
mod first_aid;
mod offer;
mod pagination;
mod passkey;
mod place;
mod skill;

pub use availability::{Availability, Readiness};
pub use card::{EntryKind, ExpertCard, Segment};
pub(crate) use field::{Field, FieldControl};
pub use field::{FieldProblem, Filled};
pub use first_aid::FirstAid;
pub use offer::{OfferCard, OfferCost, OfferKind, OfferReach, OfferSize};
pub use pagination::{PageLink, Pagination};
pub use passkey::PasskeyOffer;
pub use place::{PlaceChoice, PlaceField, PlaceProblem};
pub use skill::{Certification, Evidence, LanguageSkill, Skill, WorkMode, level_label};

/// A link with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
}
