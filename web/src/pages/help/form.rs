//! What a request for help is filled in with.

use super::{HelpDoubt, HelpProblem};
use crate::pages::SymptomTile;
use crate::parts::PlaceField;

/// The form; posts to `/hilfe`.
///
/// Hidden `vorgang`; `symptom`; `ort` and `near`, as elsewhere; `telefon`, `code`, `name`, `email`, repeated
/// `betroffen`, `massnahmen`; `trotzdem=1` once doubts were shown; `ort_frei=1` to send a place that is not known.
///
/// Where a place is to be chosen, the choices are radio buttons `near`, so that nothing typed is lost, and the
/// hidden `ort_gefragt` is the text they belong to: while `ort` still equals it, the button chosen wins.
#[derive(Clone, Debug, Default)]
pub struct HelpForm {
    /// Value of `vorgang`: sent twice it is the same request.
    pub nonce: String,
    /// What may have happened; at most one is chosen.
    pub tiles: Vec<SymptomTile>,
    /// Where help is needed.
    pub place: PlaceField,
    /// The place is to be sent although it is not known.
    pub is_place_free: bool,
    /// Number to call back.
    pub phone: String,
    /// Code of the emergency card.
    pub code: String,
    /// Name of whoever asks.
    pub name: String,
    /// Their mail address.
    pub email: String,
    /// What does not work.
    pub systems: Vec<AffectedSystem>,
    /// What was done so far.
    pub measures: String,
    /// What may not work about number and address; shown once.
    pub doubts: Vec<HelpDoubt>,
    /// What is wrong besides the place.
    pub problems: Vec<HelpProblem>,
}

/// Something that does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels say it")]
pub enum AffectedSystem {
    Workplaces,
    Servers,
    Mail,
    Phones,
    Internet,
    Web,
    Backup,
    Identity,
    Procedures,
    All,
}

impl AffectedSystem {
    /// All there are.
    pub const ALL: [Self; 10] = [
        Self::Workplaces,
        Self::Servers,
        Self::Mail,
        Self::Phones,
        Self::Internet,
        Self::Web,
        Self::Backup,
        Self::Identity,
        Self::Procedures,
        Self::All,
    ];

    /// Value of `betroffen`, as on the wire.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Workplaces => "workplaces",
            Self::Servers => "servers",
            Self::Mail => "mail",
            Self::Phones => "phones",
            Self::Internet => "internet",
            Self::Web => "web",
            Self::Backup => "backup",
            Self::Identity => "identity",
            Self::Procedures => "procedures",
            Self::All => "all",
        }
    }

    /// The one of a value.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|system| system.value() == value)
    }
}
