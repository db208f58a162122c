//! What a match is asked with.

use i18n_embed_fl::fl;

use crate::Language;
use crate::pages::Choice;
use crate::parts::{PlaceField, WorkMode};

/// The form: `near`, `ort`, `symptom`, `phase`, `days`, and what was changed in the playbook's needs.
///
/// The needs are those of the playbook of symptom and phase; what follows counts only while the hidden
/// `needs_for` equals `<symptom>:<phase>`. Of need i from 0: `need{i}_keep=1` (absent: dropped),
/// `need{i}_min`, `need{i}_desired`, `need{i}_mode`, and of its skill j `need{i}_level{j}`. For all needs:
/// repeated `language`.
#[derive(Clone, Debug, Default)]
pub struct MatchForm {
    /// Where help is needed.
    pub place: PlaceField,
    /// What is seen.
    pub symptoms: Vec<SymptomTile>,
    /// How far it has gone.
    pub phase: Phase,
    /// For how many days.
    pub days: u16,
    /// The playbook's needs as changed; empty until place and symptom are given.
    pub needs: Vec<NeedForm>,
    /// Value of `needs_for`.
    pub needs_for: String,
    /// Languages that can be asked for.
    pub languages: Vec<Choice>,
    /// What is wrong besides the place.
    pub problems: Vec<MatchProblem>,
}

/// Something seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SymptomTile {
    /// Value of `symptom`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What it looks like.
    pub hint: String,
    /// Whether it is chosen.
    pub is_selected: bool,
}

/// How far an incident has gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// The first days.
    #[default]
    Acute,
    /// Emergency operation.
    Emergency,
    /// Rebuilding.
    Rebuild,
}

/// A need of the playbook, to be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedForm {
    /// Its name.
    pub label: String,
    /// Whether it is asked for.
    pub is_kept: bool,
    /// What it takes.
    pub skills: Vec<NeedFormSkill>,
    /// People at least.
    pub min: u16,
    /// People better.
    pub desired: u16,
    /// Where.
    pub mode: WorkMode,
}

/// A skill of a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedFormSkill {
    /// Its name.
    pub label: String,
    /// Level from which it counts in full.
    pub min_level: u8,
    /// Without it nobody qualifies.
    pub is_required: bool,
}

/// What is wrong with the form; the place says so itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MatchProblem {
    /// No symptom was chosen.
    SymptomMissing,
    /// All needs were dropped.
    NoNeedKept,
    /// Fewer people are desired than needed.
    DesiredBelowMin {
        /// Position of the need.
        need: usize,
    },
    /// Anything else, in the page's language.
    Other(String),
}

impl Phase {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::Acute, Self::Emergency, Self::Rebuild];

    /// Value of `phase`.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Acute => "acute",
            Self::Emergency => "emergency",
            Self::Rebuild => "rebuild",
        }
    }

    /// In words.
    pub fn label(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Acute => fl!(texts, "phase-acute"),
            Self::Emergency => fl!(texts, "phase-emergency"),
            Self::Rebuild => fl!(texts, "phase-rebuild"),
        }
    }

    pub(super) fn hint(self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::Acute => fl!(texts, "phase-acute-hint"),
            Self::Emergency => fl!(texts, "phase-emergency-hint"),
            Self::Rebuild => fl!(texts, "phase-rebuild-hint"),
        }
    }
}

impl MatchProblem {
    /// Id of the field it is about.
    pub(super) fn field(&self) -> String {
        match self {
            Self::SymptomMissing => "symptom-0".to_owned(),
            Self::NoNeedKept => "need0_keep".to_owned(),
            Self::DesiredBelowMin { need } => format!("need{need}_desired"),
            Self::Other(_) => "abgleich".to_owned(),
        }
    }

    pub(super) fn message(&self, language: Language) -> String {
        let texts = language.texts();
        match self {
            Self::SymptomMissing => fl!(texts, "match-symptom-missing"),
            Self::NoNeedKept => fl!(texts, "match-no-need-kept"),
            Self::DesiredBelowMin { .. } => fl!(texts, "match-desired-below-min"),
            Self::Other(message) => message.clone(),
        }
    }
}

impl MatchForm {
    pub(super) fn has_problem(&self) -> bool {
        self.place.problem.is_some() || !self.problems.is_empty()
    }

    pub(super) fn lacks_symptom(&self) -> bool {
        self.problems.contains(&MatchProblem::SymptomMissing)
    }
}
